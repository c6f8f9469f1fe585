// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenario/callinfovalue.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

namespace {

const CallInfoField *fieldOf(const QString &key)
{
    const auto fields = callInfoFields();
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const CallInfoField &field) { return key == QLatin1StringView(field.name); });
    return found == fields.end() ? nullptr : &*found;
}

bool readNumber(Decoder &decoder, const QString &key, const QJsonValue &value, const CallInfoField &field, Bits &out)
{
    bool flags = false;
    const Constants *constants = callInfoConstants(field, flags);
    if (constants && flags)
        return decoder.readBits(key, value, *constants, out);
    if (constants && value.isString())
        return decoder.readConstant(key, value, *constants, out.value);
    if (field.member == CallInfoField::Member(&CallInfo::line)) {
        HLine line;
        if (!decoder.read(key, value, line))
            return false;
        out.value = line.handle();
        return true;
    }
    return decoder.read(key, value, out.value);
}

} // namespace

QStringList callInfoKeys()
{
    QStringList keys;
    for (const CallInfoField &field : callInfoFields())
        keys.append(QString::fromLatin1(field.name));
    return keys;
}

QStringList providerCallInfoKeys()
{
    QStringList keys;
    for (const CallInfoField &field : callInfoFields()) {
        if (field.filledBy == CallInfoField::FilledBy::Provider)
            keys.append(QString::fromLatin1(field.name));
    }
    return keys;
}

const Constants *callInfoConstants(const CallInfoField &field, bool &flags)
{
    const auto *number = std::get_if<quint32 CallInfo::*>(&field.member);
    const auto is = [&](auto... members) { return number && ((*number == members) || ...); };
    flags = true;
    if (is(&CallInfo::mediaMode, &CallInfo::monitorMediaModes))
        return &constantsOf<MediaMode>();
    if (is(&CallInfo::bearerMode))
        return &constantsOf<BearerMode>();
    if (is(&CallInfo::callParamFlags))
        return &constantsOf<CallParamFlag>();
    if (is(&CallInfo::callStates))
        return &constantsOf<CallState>();
    if (is(&CallInfo::monitorDigitModes))
        return &constantsOf<DigitMode>();
    if (is(&CallInfo::callerIdFlags, &CallInfo::calledIdFlags, &CallInfo::connectedIdFlags,
           &CallInfo::redirectionIdFlags, &CallInfo::redirectingIdFlags))
        return &constantsOf<PartyIdFlag>();
    if (is(&CallInfo::doubts))
        return &constantsOf<Doubt>();
    flags = false;
    if (is(&CallInfo::origin))
        return &constantsOf<CallOrigin>();
    if (is(&CallInfo::reason))
        return &constantsOf<CallReason>();
    if (is(&CallInfo::callTreatment))
        return &constantsOf<CallTreatment>();
    if (is(&CallInfo::hungUpBy))
        return &constantsOf<HungUpBy>();
    return nullptr;
}

void fillCallInfo(Decoder &decoder, const QJsonObject &json, CallInfo &info)
{
    for (const CallInfoField &field : callInfoFields()) {
        const QString key = QString::fromLatin1(field.name);
        const QJsonValue value = json.value(key);
        if (value.isUndefined() || field.filledBy != CallInfoField::FilledBy::Provider)
            continue;
        if (const auto *number = std::get_if<quint32 CallInfo::*>(&field.member)) {
            Bits bits;
            if (readNumber(decoder, key, value, field, bits))
                info.**number = bits.value;
        } else if (const auto *text = std::get_if<QString CallInfo::*>(&field.member)) {
            decoder.read(key, value, info.**text);
        } else {
            decoder.read(key, value, info.*std::get<QByteArray CallInfo::*>(field.member));
        }
    }
}

QStringList differences(Decoder &decoder, const QJsonObject &wanted, const CallInfo &info)
{
    QStringList different;
    const auto keys = wanted.keys();
    for (const QString &key : keys) {
        const CallInfoField *field = fieldOf(key);
        if (!field)
            continue;
        bool same = false;
        if (const auto *number = std::get_if<quint32 CallInfo::*>(&field->member)) {
            Bits bits;
            same = readNumber(decoder, key, wanted.value(key), *field, bits) && bits.match(info.**number);
        } else if (const auto *text = std::get_if<QString CallInfo::*>(&field->member)) {
            same = matches(decoder, key, wanted.value(key), FieldKind::Plain, info.**text);
        } else {
            same = matches(decoder, key, wanted.value(key), FieldKind::Plain,
                           info.*std::get<QByteArray CallInfo::*>(field->member));
        }
        if (!same)
            different.append(key);
    }
    return different;
}

} // namespace Linescope::Scenarios
