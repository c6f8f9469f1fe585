// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The switches of the engine where TAPI's documentation contradicts itself (rulebook 12: ), as the
// programs'
// --engine option takes them: "unownedIncoming=drop". The names are those of scenario files.
#pragma once

#include "server/telephonyserver.h"

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

namespace Linescope {

// The options with these switches set, or a sentence that says which cannot be read and what can.
tl::expected<ServerOptions, QString> engineOptions(const QStringList &switches);

} // namespace Linescope
