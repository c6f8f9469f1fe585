// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Writes the values of a step as JSON: what Decoder reads gives the same value again.
#pragma once

#include "scenario/decoder.h"
#include "scenario/writer/sessionnames.h"

namespace Linescope::Scenarios {

// "CONNECTED"; "0x00000099" for what has no name.
QJsonValue constantValue(quint32 value, const Constants &constants);
// ["OWNER", "MONITOR"]; bits without a name as one number at the end.
QJsonValue flagsValue(quint32 value, const Constants &constants);
QJsonValue modeValue(CallState state, quint32 mode);
QJsonValue errorValue(LineError error);
QString literal(quint32 value); // "0x40000099"
// "250ms": exact to the microsecond, at most 24 h.
QString durationText(Microseconds duration);

// The writing counterpart of Decoder. `provider`: whose names of lines and calls are meant.
class Encoder {
public:
    explicit Encoder(const SessionNames &names, ProviderId provider = {})
        : m_names(names)
        , m_provider(provider)
    {
    }

    QJsonValue value(bool value) const { return value; }
    QJsonValue value(quint32 value) const { return qint64(value); }
    QJsonValue value(qint64 value) const { return value; }
    QJsonValue value(const QString &value) const { return value; }
    QJsonValue value(const QByteArray &value) const { return QString::fromLatin1(value.toHex()); }
    QJsonValue value(HLine line) const { return handle(m_names.line(line), line.handle()); }
    QJsonValue value(HCall call) const { return handle(m_names.handle(call), call.handle()); }
    QJsonValue value(RequestId request) const { return handle(m_names.request(request), request.value); }
    QJsonValue value(CallId call) const { return call.isNull() ? QStringLiteral("none") : m_names.call(call); }
    QJsonValue value(CallTarget target) const { return value(target.call); }
    QJsonValue value(DriverLine line) const { return qint64(m_names.number(m_provider, line)); }
    QJsonValue value(DriverCall call) const;
    QJsonValue value(ApiVersion version) const { return constantValue(quint32(version), versionConstants()); }
    QJsonValue value(LineError error) const { return errorValue(error); }
    template<class Enum>
    requires std::is_enum_v<Enum> QJsonValue value(Enum value)
    const { return constantValue(quint32(value), constantsOf<Enum>()); }
    template<class Enum>
    QJsonValue value(QFlags<Enum> flags) const
    {
        return flagsValue(quint32(flags.toInt()), constantsOf<Enum>());
    }

    // The members that are not as they are by default.
    template<class Struct>
    QJsonObject members(const Struct &object) const
    {
        QJsonObject written = all(object);
        const QJsonObject defaults = all(Struct());
        for (auto it = written.begin(); it != written.end();)
            it = it.value() == defaults.value(it.key()) ? written.erase(it) : std::next(it);
        return written;
    }
    template<class Struct>
    QJsonObject all(const Struct &object) const
    {
        QJsonObject written;
        forEachMember<Struct>(object, [&](const QString &key, FieldKind kind, const auto &member) {
            written.insert(key, valueOf(member, kind));
        });
        return written;
    }

private:
    template<class Member>
    QJsonValue valueOf(const Member &member, FieldKind kind) const
    {
        if constexpr (std::is_same_v<Member, quint32>) {
            if (kind == FieldKind::Device)
                return member == LineMapper ? QJsonValue(QStringLiteral("LINEMAPPER")) : QJsonValue(qint64(member) + 1);
            if (kind == FieldKind::Ascii)
                return QString(QChar(char16_t(member)));
        }
        return value(member);
    }
    static QJsonValue handle(const QString &name, quint32 number);

    const SessionNames &m_names;
    ProviderId m_provider;
};

} // namespace Linescope::Scenarios
