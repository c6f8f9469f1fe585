// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tapi/names.h"

#include "tapi/modes.h"

namespace Linescope {

namespace {

QString hex(quint32 value) { return QStringLiteral("0x") + QString::number(value, 16).toUpper(); }

template<class Enum>
ConstantFamily family(const char *prefix)
{
    ConstantFamily result{prefix, {}};
    for (const Named<Enum> &named : namesOf<Enum>())
        result.constants.emplace_back(named.name, quint32(named.value));
    return result;
}

} // namespace

template<class Enum>
QString nameOf(Enum value)
{
    for (const Named<Enum> &named : namesOf<Enum>()) {
        if (named.value == value)
            return QString::fromLatin1(named.name);
    }
    return quint32(value) == 0 ? QStringLiteral("0") : hex(quint32(value));
}

template<class Enum>
std::optional<Enum> fromName(QAnyStringView name)
{
    for (const Named<Enum> &named : namesOf<Enum>()) {
        if (name == QAnyStringView(named.name))
            return named.value;
    }
    return {};
}

template<class Enum>
QStringList namesOf(QFlags<Enum> flags)
{
    QStringList result;
    quint32 rest = flags.toInt();
    for (const Named<Enum> &named : namesOf<Enum>()) {
        if (rest & quint32(named.value))
            result.append(QString::fromLatin1(named.name));
        rest &= ~quint32(named.value);
    }
    if (rest != 0)
        result.append(hex(rest));
    return result;
}

template QString nameOf(CallState);
template std::optional<CallState> fromName(QAnyStringView);
template QStringList namesOf(QFlags<CallState>);
template QString nameOf(DisconnectMode);
template std::optional<DisconnectMode> fromName(QAnyStringView);
template QString nameOf(ConnectedMode);
template std::optional<ConnectedMode> fromName(QAnyStringView);
template QString nameOf(BusyMode);
template std::optional<BusyMode> fromName(QAnyStringView);
template QString nameOf(DialToneMode);
template std::optional<DialToneMode> fromName(QAnyStringView);
template QString nameOf(OfferingMode);
template std::optional<OfferingMode> fromName(QAnyStringView);
template QString nameOf(SpecialInfoMode);
template std::optional<SpecialInfoMode> fromName(QAnyStringView);
template QString nameOf(Privilege);
template std::optional<Privilege> fromName(QAnyStringView);
template QStringList namesOf(QFlags<Privilege>);
template QString nameOf(OpenOption);
template std::optional<OpenOption> fromName(QAnyStringView);
template QStringList namesOf(QFlags<OpenOption>);
template QString nameOf(LineError);
template std::optional<LineError> fromName(QAnyStringView);
template QString nameOf(MessageId);
template std::optional<MessageId> fromName(QAnyStringView);
template QString nameOf(CallInfoState);
template std::optional<CallInfoState> fromName(QAnyStringView);
template QStringList namesOf(QFlags<CallInfoState>);
template QString nameOf(LineDevState);
template std::optional<LineDevState> fromName(QAnyStringView);
template QStringList namesOf(QFlags<LineDevState>);
template QString nameOf(AddressState);
template std::optional<AddressState> fromName(QAnyStringView);
template QStringList namesOf(QFlags<AddressState>);
template QString nameOf(MediaMode);
template std::optional<MediaMode> fromName(QAnyStringView);
template QStringList namesOf(QFlags<MediaMode>);
template QString nameOf(BearerMode);
template std::optional<BearerMode> fromName(QAnyStringView);
template QStringList namesOf(QFlags<BearerMode>);
template QString nameOf(CallOrigin);
template std::optional<CallOrigin> fromName(QAnyStringView);
template QString nameOf(CallReason);
template std::optional<CallReason> fromName(QAnyStringView);
template QString nameOf(CallTreatment);
template std::optional<CallTreatment> fromName(QAnyStringView);
template QString nameOf(PartyIdFlag);
template std::optional<PartyIdFlag> fromName(QAnyStringView);
template QStringList namesOf(QFlags<PartyIdFlag>);
template QString nameOf(CallParamFlag);
template std::optional<CallParamFlag> fromName(QAnyStringView);
template QStringList namesOf(QFlags<CallParamFlag>);
template QString nameOf(CallFeature);
template std::optional<CallFeature> fromName(QAnyStringView);
template QStringList namesOf(QFlags<CallFeature>);
template QString nameOf(CallSelect);
template std::optional<CallSelect> fromName(QAnyStringView);
template QString nameOf(DevStatusFlag);
template std::optional<DevStatusFlag> fromName(QAnyStringView);
template QStringList namesOf(QFlags<DevStatusFlag>);
template QString nameOf(DevCapFlag);
template std::optional<DevCapFlag> fromName(QAnyStringView);
template QStringList namesOf(QFlags<DevCapFlag>);
template QString nameOf(AnswerMode);
template std::optional<AnswerMode> fromName(QAnyStringView);
template QString nameOf(GenerateTerm);
template std::optional<GenerateTerm> fromName(QAnyStringView);
template QString nameOf(DigitMode);
template std::optional<DigitMode> fromName(QAnyStringView);
template QStringList namesOf(QFlags<DigitMode>);
template QString nameOf(TransferMode);
template std::optional<TransferMode> fromName(QAnyStringView);
template QString nameOf(ParkMode);
template std::optional<ParkMode> fromName(QAnyStringView);
template QString nameOf(CallComplMode);
template std::optional<CallComplMode> fromName(QAnyStringView);
template QString nameOf(CallFeature2);
template std::optional<CallFeature2> fromName(QAnyStringView);
template QStringList namesOf(QFlags<CallFeature2>);
template QString nameOf(LineFeature);
template std::optional<LineFeature> fromName(QAnyStringView);
template QStringList namesOf(QFlags<LineFeature>);
template QString nameOf(AddressFeature);
template std::optional<AddressFeature> fromName(QAnyStringView);
template QStringList namesOf(QFlags<AddressFeature>);
template QString nameOf(HungUpBy);
template std::optional<HungUpBy> fromName(QAnyStringView);
template QString nameOf(Doubt);
template std::optional<Doubt> fromName(QAnyStringView);
template QStringList namesOf(QFlags<Doubt>);

QList<ConstantFamily> constantFamilies()
{
    return {
        family<CallState>("LINECALLSTATE_"),
        family<DisconnectMode>("LINEDISCONNECTMODE_"),
        family<ConnectedMode>("LINECONNECTEDMODE_"),
        family<BusyMode>("LINEBUSYMODE_"),
        family<DialToneMode>("LINEDIALTONEMODE_"),
        family<OfferingMode>("LINEOFFERINGMODE_"),
        family<SpecialInfoMode>("LINESPECIALINFO_"),
        family<Privilege>("LINECALLPRIVILEGE_"),
        family<OpenOption>("LINEOPENOPTION_"),
        family<LineError>("LINEERR_"),
        family<MessageId>("LINE_"),
        family<CallInfoState>("LINECALLINFOSTATE_"),
        family<LineDevState>("LINEDEVSTATE_"),
        family<AddressState>("LINEADDRESSSTATE_"),
        family<MediaMode>("LINEMEDIAMODE_"),
        family<BearerMode>("LINEBEARERMODE_"),
        family<CallOrigin>("LINECALLORIGIN_"),
        family<CallReason>("LINECALLREASON_"),
        family<CallTreatment>("LINECALLTREATMENT_"),
        family<PartyIdFlag>("LINECALLPARTYID_"),
        family<CallParamFlag>("LINECALLPARAMFLAGS_"),
        family<CallFeature>("LINECALLFEATURE_"),
        family<CallSelect>("LINECALLSELECT_"),
        family<DevStatusFlag>("LINEDEVSTATUSFLAGS_"),
        family<DevCapFlag>("LINEDEVCAPFLAGS_"),
        family<AnswerMode>("LINEANSWERMODE_"),
        family<GenerateTerm>("LINEGENERATETERM_"),
        family<DigitMode>("LINEDIGITMODE_"),
        family<TransferMode>("LINETRANSFERMODE_"),
        family<ParkMode>("LINEPARKMODE_"),
        family<CallComplMode>("LINECALLCOMPLMODE_"),
        family<CallFeature2>("LINECALLFEATURE2_"),
        family<LineFeature>("LINEFEATURE_"),
        family<AddressFeature>("LINEADDRFEATURE_"),
    };
}

QString modeName(CallState state, quint32 mode)
{
    if (mode == 0)
        return {};
    return forModesOf(
        state, [mode](auto named) { return nameOf(decltype(named)(mode)); }, [mode] { return hex(mode); });
}

QString toString(ApiVersion version)
{
    if (version == ApiVersion::None)
        return {};
    return QString::number(quint32(version) >> 16) + u'.' + QString::number(quint32(version) & 0xffff);
}

QString lineErrorName(LineError error)
{
    return error == LineError::None ? QStringLiteral("OK") : QStringLiteral("LINEERR_") + nameOf(error);
}

} // namespace Linescope
