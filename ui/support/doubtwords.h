// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is not certain about a call, and who ended it, in words.
#pragma once

#include "tapi/sourcefacts.h"

#include <QStringList>

namespace Linescope {

// Behind what is not certain: " ?".
extern const char doubtMark[];
QStringList doubtWords(Doubts doubts);    // a sentence each
QString hungUpByWords(HungUpBy hungUpBy); // "the telephone of this call"; empty: not told

} // namespace Linescope
