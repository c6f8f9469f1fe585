// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Values that are constants by name, one or several.

#include "scenario/decoder.h"
#include "tapi/modes.h"

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

namespace {

QStringList textsOf(const Constants &constants)
{
    QStringList texts;
    for (const auto &[name, value] : constants)
        texts.append(QString::fromLatin1(name));
    return texts;
}

} // namespace

const Constants &errorConstants()
{
    static const Constants all = [] {
        Constants result{{"OK", 0}};
        for (const ConstantFamily &family : constantFamilies()) {
            if (qstrcmp(family.prefix, "LINEERR_") == 0)
                result += family.constants;
        }
        return result;
    }();
    return all;
}

const Constants &messageConstants() { return constantsOf<MessageId>(); }

const Constants &versionConstants()
{
    static const Constants all{{"1.4", quint32(ApiVersion::V1_4)},
                               {"2.0", quint32(ApiVersion::V2_0)},
                               {"2.1", quint32(ApiVersion::V2_1)},
                               {"2.2", quint32(ApiVersion::V2_2)}};
    return all;
}

const Constants *modeConstants(CallState state)
{
    return forModesOf(
        state, [](auto mode) { return &constantsOf<decltype(mode)>(); }, []() -> const Constants * { return nullptr; });
}

bool Decoder::read(const QString &key, const QJsonValue &value, ApiVersion &out)
{
    quint32 number = 0;
    if (!readConstant(key, value, versionConstants(), number))
        return false;
    out = ApiVersion(number);
    return true;
}

bool Decoder::read(const QString &key, const QJsonValue &value, LineError &out)
{
    const QString text = value.toString();
    quint32 number = 0;
    if (!readConstant(key, text.startsWith("LINEERR_"_L1) ? QJsonValue(text.mid(8)) : value, errorConstants(), number))
        return false;
    out = LineError(number);
    return true;
}

bool Decoder::readMode(const QString &key, const QJsonValue &value, CallState state, quint32 &out)
{
    if (value.toString() == "none"_L1) {
        out = 0;
        return true;
    }
    static const Constants noModes;
    const Constants *constants = modeConstants(state);
    return readConstant(key, value, constants ? *constants : noModes, out);
}

bool Decoder::readConstant(const QString &key, const QJsonValue &value, const Constants &constants, quint32 &out)
{
    const QString text = value.toString();
    if (value.isString() && text.startsWith("0x"_L1) && isLiteral(value, out))
        return true;
    for (const auto &[name, number] : constants) {
        if (value.isString() && text == QLatin1StringView(name)) {
            out = number;
            return true;
        }
    }
    return complain(key, tr("%1 is not a name that is known here.").arg(quoted(value)), text, textsOf(constants));
}

bool Decoder::readFlags(const QString &key, const QJsonValue &value, const Constants &constants, quint32 &out)
{
    const QJsonArray parts = value.isArray() ? value.toArray() : QJsonArray{value};
    quint32 flags = 0;
    for (const QJsonValue &part : parts) {
        quint32 bit = 0;
        if (!readConstant(key, part, constants, bit))
            return false;
        flags |= bit;
    }
    out = flags;
    return true;
}

bool Decoder::readBits(const QString &key, const QJsonValue &value, const Constants &constants, Bits &out)
{
    if (!value.isObject()) {
        out.mask = ~quint32(0);
        return readFlags(key, value, constants, out.value);
    }
    const QJsonObject object = value.toObject();
    allowOnly(object, {u"includes"_s, u"excludes"_s});
    quint32 set = 0;
    quint32 clear = 0;
    if (object.contains(u"includes"_s) && !readFlags(key, object.value(u"includes"_s), constants, set))
        return false;
    if (object.contains(u"excludes"_s) && !readFlags(key, object.value(u"excludes"_s), constants, clear))
        return false;
    out = {set | clear, set};
    return true;
}

} // namespace Linescope::Scenarios
