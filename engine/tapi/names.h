// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Names of the constants, as TAPI spells them, without their common prefix ("CONNECTED", "NOTOWNER").
#pragma once

#include "tapi/constants.h"
#include "tapi/sourcefacts.h"

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
// clang-format off
template<> std::span<const Named<CallState>> namesOf<CallState>();
template<> std::span<const Named<DisconnectMode>> namesOf<DisconnectMode>();
template<> std::span<const Named<ConnectedMode>> namesOf<ConnectedMode>();
template<> std::span<const Named<BusyMode>> namesOf<BusyMode>();
template<> std::span<const Named<DialToneMode>> namesOf<DialToneMode>();
template<> std::span<const Named<OfferingMode>> namesOf<OfferingMode>();
template<> std::span<const Named<SpecialInfoMode>> namesOf<SpecialInfoMode>();
template<> std::span<const Named<Privilege>> namesOf<Privilege>();
template<> std::span<const Named<OpenOption>> namesOf<OpenOption>();
template<> std::span<const Named<LineError>> namesOf<LineError>();
template<> std::span<const Named<MessageId>> namesOf<MessageId>();
template<> std::span<const Named<CallInfoState>> namesOf<CallInfoState>();
template<> std::span<const Named<LineDevState>> namesOf<LineDevState>();
template<> std::span<const Named<AddressState>> namesOf<AddressState>();
template<> std::span<const Named<MediaMode>> namesOf<MediaMode>();
template<> std::span<const Named<BearerMode>> namesOf<BearerMode>();
template<> std::span<const Named<CallOrigin>> namesOf<CallOrigin>();
template<> std::span<const Named<CallReason>> namesOf<CallReason>();
template<> std::span<const Named<CallTreatment>> namesOf<CallTreatment>();
template<> std::span<const Named<PartyIdFlag>> namesOf<PartyIdFlag>();
template<> std::span<const Named<CallParamFlag>> namesOf<CallParamFlag>();
template<> std::span<const Named<CallFeature>> namesOf<CallFeature>();
template<> std::span<const Named<CallSelect>> namesOf<CallSelect>();
template<> std::span<const Named<DevStatusFlag>> namesOf<DevStatusFlag>();
template<> std::span<const Named<DevCapFlag>> namesOf<DevCapFlag>();
template<> std::span<const Named<AnswerMode>> namesOf<AnswerMode>();
template<> std::span<const Named<GenerateTerm>> namesOf<GenerateTerm>();
template<> std::span<const Named<DigitMode>> namesOf<DigitMode>();
template<> std::span<const Named<TransferMode>> namesOf<TransferMode>();
template<> std::span<const Named<ParkMode>> namesOf<ParkMode>();
template<> std::span<const Named<CallComplMode>> namesOf<CallComplMode>();
template<> std::span<const Named<CallFeature2>> namesOf<CallFeature2>();
template<> std::span<const Named<LineFeature>> namesOf<LineFeature>();
template<> std::span<const Named<AddressFeature>> namesOf<AddressFeature>();
// Not of TAPI.
template<> std::span<const Named<HungUpBy>> namesOf<HungUpBy>();
template<> std::span<const Named<Doubt>> namesOf<Doubt>();
// clang-format on

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
