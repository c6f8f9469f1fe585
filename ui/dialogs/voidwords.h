// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a VoidPreview says, for a question.
#pragma once

#include "server/voidpreview.h"

namespace Linescope {

QString voidSentence(const VoidPreview &preview); // "4 handles become void, 1 live call will be dropped."

} // namespace Linescope
