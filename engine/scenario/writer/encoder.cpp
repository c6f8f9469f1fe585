// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenario/writer/encoder.h"

#include <iterator>

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

QString literal(quint32 value) { return u"0x"_s + QString::number(value, 16).toUpper().rightJustified(8, u'0'); }

QJsonValue constantValue(quint32 value, const Constants &constants)
{
    for (const auto &[name, number] : constants) {
        if (number == value)
            return QString::fromLatin1(name);
    }
    return literal(value);
}

QJsonValue flagsValue(quint32 value, const Constants &constants)
{
    QJsonArray names;
    quint32 left = value;
    for (const auto &[name, number] : constants) {
        if (number == 0 || (left & number) != number)
            continue;
        names.append(QString::fromLatin1(name));
        left &= ~number;
    }
    if (left != 0)
        names.append(literal(left));
    return names;
}

QJsonValue modeValue(CallState state, quint32 mode)
{
    const Constants *constants = modeConstants(state);
    return mode == 0 ? QJsonValue(u"none"_s) : constantValue(mode, constants ? *constants : Constants());
}

QJsonValue errorValue(LineError error) { return constantValue(quint32(error), errorConstants()); }

QString durationText(Microseconds duration)
{
    struct Unit {
        const char *name;
        Microseconds length;
    };
    static constexpr Unit units[] = {{"h", 3600_s}, {"m", 60_s}, {"s", 1_s}, {"ms", 1_ms}};
    for (const Unit &unit : units) {
        if (duration % unit.length == 0 && duration >= unit.length)
            return QString::number(duration / unit.length) + QLatin1StringView(unit.name);
    }
    return QString::number(duration) + u"us"_s;
}

QJsonValue Encoder::handle(const QString &name, quint32 number)
{
    if (!name.isEmpty())
        return name;
    return number == 0 ? QJsonValue(QString()) : QJsonValue(literal(number));
}

QJsonValue Encoder::value(DriverCall call) const
{
    if (call.isNull())
        return u"none"_s;
    const QString name = m_names.driver(m_provider, call);
    return name.isEmpty() ? u"unknown"_s : name;
}

} // namespace Linescope::Scenarios
