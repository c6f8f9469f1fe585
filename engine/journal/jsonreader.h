// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The members of a JSON object as values, the counterpart of JsonWriter. Strict: what is of the wrong kind, out of
// range, too long or not asked for is an error; the first one is kept. What is absent stays as it is.
#pragma once

#include "journal/jsondocument.h"
#include "tapi/callinfo.h"
#include "tapi/clock.h"
#include "tapi/names.h"
#include "world/event.h"

#include <QCoreApplication>
#include <QString>

#include <limits>
#include <optional>

namespace Linescope {

constexpr qsizetype longestJsonText = 64 * 1024; // UTF-16 units

// Each returns false, and leaves the value as it was or half set, when the JSON does not say such a value.
bool fromJson(const JsonValue &json, bool &value);
bool fromJson(const JsonValue &json, quint8 &function); // "lineOpen": the index in Request
bool fromJson(const JsonValue &json, quint32 &value);
bool fromJson(const JsonValue &json, qint64 &value);
bool fromJson(const JsonValue &json, QString &value);
bool fromJson(const JsonValue &json, QByteArray &value); // hexadecimal; masked: as many '*'
bool fromJson(const JsonValue &json, ApiVersion &value);
bool fromJson(const JsonValue &json, ShutdownReason &value);
bool fromJson(const JsonValue &json, LineCloseReason &value);
bool fromJson(const JsonValue &json, VoidReason &value);
bool fromJson(const JsonValue &json, Severity &value);
bool fromJson(const JsonValue &json, FaultKind &value);
bool fromJson(const JsonValue &json, Evidence &value);
// The name of a rule, "V-15", as a literal that lives as long as the program (Finding::rule).
bool fromJson(const JsonValue &json, const char *&rule);
bool deviceFromJson(const JsonValue &json, quint32 &deviceId);     // "D1", "LINEMAPPER": a dwDeviceID
bool characterFromJson(const JsonValue &json, quint32 &character); // "5", or a number
bool timeFromText(QByteArrayView text, Microseconds &time);        // "2026-11-22T10:41:00.000000Z"
inline bool timeFromJson(const JsonValue &json, Microseconds &time) { return timeFromText(json.text(), time); }
bool hexFromText(QByteArrayView text, quint32 &value); // "0x1F"; "0"
inline bool hexFromJson(const JsonValue &json, quint32 &value) { return hexFromText(json.text(), value); }

// The number in "H42", if that is the letter; 0 otherwise.
quint32 idNumber(const JsonValue &json, char letter);

template<class Tag>
bool fromJson(const JsonValue &json, Id<Tag> &value)
{
    value.value = idNumber(json, Tag::letter);
    return !value.isNull();
}

// A constant by its name, or by its number.
template<class Enum>
bool fromText(QByteArrayView text, Enum &value)
{
    if (const std::optional<Enum> named = fromName<Enum>(QUtf8StringView(text))) {
        value = *named;
        return true;
    }
    quint32 number = 0;
    const bool ok = hexFromText(text, number);
    value = Enum(number);
    return ok;
}

template<class Enum>
requires std::is_enum_v<Enum>
bool fromJson(const JsonValue &json, Enum &value) { return fromText(json.text(), value); }

template<class Enum>
bool fromJson(const JsonValue &json, QFlags<Enum> &value)
{
    value = {};
    const auto add = [&value](const JsonValue &name) {
        Enum bits = {};
        const bool ok = fromJson(name, bits);
        value |= bits;
        return ok;
    };
    return json.isArray() && json.count() <= 32 && json.forEach(add);
}

class JsonReader {
    Q_DECLARE_TR_FUNCTIONS(Linescope::JsonReader)

public:
    // Of the whole object; each member can be taken once, by one reader. The document outlives the reader.
    explicit JsonReader(JsonDocument &document)
        : JsonReader(document, 0)
    {
    }

    // Takes the member of that name out of the object; an error when it is there and `read` returns false.
    template<class Read>
    bool takeWith(const char *key, Read read)
    {
        const std::optional<JsonValue> json = takeMember(key);
        if (!json)
            return false;
        if (!read(*json))
            fail(tr("The field \"%1\" cannot be understood.").arg(QLatin1StringView(key)));
        return true;
    }
    template<class Value>
    bool take(const char *key, Value &value)
    {
        return takeWith(key, [&value](const JsonValue &json) { return fromJson(json, value); });
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
    JsonReader(JsonDocument &document, quint32 object);
    std::optional<JsonValue> takeMember(const char *key);

    JsonDocument *m_document;
    quint32 m_object;
    quint32 m_first; // no member before it is left
    quint32 m_left;  // members not taken yet
    QString m_error;
};

} // namespace Linescope
