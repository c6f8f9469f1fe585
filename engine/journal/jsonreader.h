// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The members of a JSON object as values, the counterpart of JsonWriter. Strict: what is of the wrong kind, out of
// range, too long or not asked for is an error; the first one is kept. What is absent stays as it is.
#pragma once

#include "tapi/callinfo.h"
#include "tapi/clock.h"
#include "tapi/names.h"
#include "world/event.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <limits>
#include <optional>

namespace Linescope {

constexpr qsizetype longestJsonText = 64 * 1024; // UTF-16 units

// Each returns false, and leaves the value as it was or half set, when the JSON does not say such a value.
bool fromJson(const QJsonValue &json, bool &value);
bool fromJson(const QJsonValue &json, quint8 &function); // "lineOpen": the index in Request
bool fromJson(const QJsonValue &json, quint32 &value);
bool fromJson(const QJsonValue &json, qint64 &value);
bool fromJson(const QJsonValue &json, QString &value);
bool fromJson(const QJsonValue &json, QByteArray &value); // hexadecimal; masked: as many '*'
bool fromJson(const QJsonValue &json, ApiVersion &value);
bool fromJson(const QJsonValue &json, ShutdownReason &value);
bool fromJson(const QJsonValue &json, LineCloseReason &value);
bool fromJson(const QJsonValue &json, VoidReason &value);
bool fromJson(const QJsonValue &json, Severity &value);
bool fromJson(const QJsonValue &json, FaultKind &value);
bool fromJson(const QJsonValue &json, Evidence &value);
// The name of a rule, "V-15", as a literal that lives as long as the program (Finding::rule).
bool fromJson(const QJsonValue &json, const char *&rule);
bool deviceFromJson(const QJsonValue &json, quint32 &deviceId);     // "D1", "LINEMAPPER": a dwDeviceID
bool characterFromJson(const QJsonValue &json, quint32 &character); // "5", or a number
bool timeFromJson(const QJsonValue &json, Microseconds &time);
bool hexFromJson(const QJsonValue &json, quint32 &value); // "0x1F"; "0"

// The number in "H42", if that is the letter; 0 otherwise.
quint32 idNumber(const QJsonValue &json, char letter);

template<class Tag>
bool fromJson(const QJsonValue &json, Id<Tag> &value)
{
    value.value = idNumber(json, Tag::letter);
    return !value.isNull();
}

template<class Enum>
requires std::is_enum_v<Enum>
bool fromJson(const QJsonValue &json, Enum &value)
{
    if (const std::optional<Enum> named = fromName<Enum>(json.toString())) {
        value = *named;
        return true;
    }
    quint32 number = 0;
    const bool ok = hexFromJson(json, number);
    value = Enum(number);
    return ok;
}

template<class Enum>
bool fromJson(const QJsonValue &json, QFlags<Enum> &value)
{
    value = {};
    const QJsonArray names = json.toArray();
    for (const QJsonValue name : names) {
        Enum bits = {};
        if (!fromJson(name, bits))
            return false;
        value |= bits;
    }
    return json.isArray() && names.size() <= 32;
}

class JsonReader {
    Q_DECLARE_TR_FUNCTIONS(Linescope::JsonReader)

public:
    explicit JsonReader(QJsonObject object)
        : m_object(std::move(object))
    {
    }

    // Takes the member of that name out of the object; an error when it is there and `read` returns false.
    template<class Read>
    bool takeWith(const char *key, Read read)
    {
        const QJsonValue json = m_object.take(QLatin1StringView(key));
        if (json.isUndefined())
            return false;
        if (!read(json))
            fail(tr("The field \"%1\" cannot be understood.").arg(QLatin1StringView(key)));
        return true;
    }
    template<class Value>
    bool take(const char *key, Value &value)
    {
        return takeWith(key, [&value](const QJsonValue &json) { return fromJson(json, value); });
    }
    // The same for what must be there.
    template<class Value>
    void demand(const char *key, Value &value)
    {
        if (!take(key, value))
            missing(key);
    }
    QString demandText(const char *key);
    JsonReader demandObject(const char *key);
    void missing(const char *key);

    // What nobody has asked for is an error.
    void finish();
    void fail(const QString &error);
    const QString &error() const { return m_error; } // empty: none

private:
    QJsonObject m_object;
    QString m_error;
};

} // namespace Linescope
