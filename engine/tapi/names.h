// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Names of the constants, as TAPI spells them, without their common prefix ("CONNECTED", "NOTOWNER").
#pragma once

#include "tapi/constants.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <span>

namespace Linescope {

template<class Enum>
struct Named {
    Enum value;
    const char *name;
};

// All constants of a family, in the order of tapi.h.
template<class Enum>
std::span<const Named<Enum>> namesOf();

// The name of one constant; a value outside the family is given as hexadecimal number, 0 as "0".
template<class Enum>
QString nameOf(Enum value);

// The constant of that name, if the family has one.
template<class Enum>
std::optional<Enum> fromName(QAnyStringView name);

// The names of the bits that are set; unknown bits as one hexadecimal number at the end.
template<class Enum>
QStringList namesOf(QFlags<Enum> flags);

// One family for those who need them all (the test against tapi.h, the help): prefix, then (name, value).
struct ConstantFamily {
    const char *prefix;
    QList<std::pair<const char *, quint32>> constants;
};
QList<ConstantFamily> constantFamilies();

// The name of the mode that belongs to a call state ("NORMAL" for DISCONNECTED with 1), empty for 0.
QString modeName(CallState state, quint32 mode);

// "2.2"; empty for ApiVersion::None.
QString toString(ApiVersion version);

// A sentence for people: "LINEERR_NOTOWNER".
QString lineErrorName(LineError error);

} // namespace Linescope
