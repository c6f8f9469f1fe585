// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/jsonreader.h"

#include <QDateTime>

#include <cmath>
#include <mutex>
#include <set>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

// Digits without sign, space or leading zero.
std::optional<quint32> toNumber(QStringView digits)
{
    if (digits.isEmpty() || digits.size() > 10 || (digits.size() > 1 && digits.front() == u'0'))
        return {};
    quint64 number = 0;
    for (const QChar digit : digits) {
        if (digit < u'0' || digit > u'9')
            return {};
        number = number * 10 + quint64(digit.unicode() - u'0');
    }
    return number <= std::numeric_limits<quint32>::max() ? std::optional(quint32(number)) : std::nullopt;
}

// One of our own constants, by what toString() says of it.
template<class Enum>
bool fromOwnName(const QJsonValue &json, Enum &value)
{
    const QString name = json.toString();
    for (int i = 0; *toString(Enum(i)) != 0; ++i) {
        if (name == QLatin1StringView(toString(Enum(i)))) {
            value = Enum(i);
            return true;
        }
    }
    return false;
}

// A letter, '-', up to three digits: few enough to be kept for ever, whatever a file says.
bool isRuleName(const QByteArray &name)
{
    return name.size() >= 3 && name.size() <= 5 && name[0] >= 'A' && name[0] <= 'Z' && name[1] == '-'
        && std::all_of(name.begin() + 2, name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

const char *interned(const QByteArray &name)
{
    static std::mutex mutex;
    static std::set<QByteArray> names;
    const std::scoped_lock lock(mutex);
    return names.insert(name).first->constData();
}

} // namespace

bool fromJson(const QJsonValue &json, bool &value)
{
    value = json.toBool();
    return json.isBool();
}

bool fromJson(const QJsonValue &json, quint8 &function)
{
    const QString name = json.toString();
    for (size_t i = 0; i < std::variant_size_v<Request>; ++i) {
        if (name == QLatin1StringView(functionName(i))) {
            function = quint8(i);
            return true;
        }
    }
    return false;
}

bool fromJson(const QJsonValue &json, quint32 &value)
{
    qint64 number = 0;
    if (!fromJson(json, number) || number < 0 || number > std::numeric_limits<quint32>::max())
        return false;
    value = quint32(number);
    return true;
}

bool fromJson(const QJsonValue &json, qint64 &value)
{
    value = json.toInteger();
    return json.isDouble() && value == json.toInteger(-1); // a fraction gives the default
}

bool fromJson(const QJsonValue &json, QString &value)
{
    value = json.toString();
    return json.isString() && value.size() <= longestJsonText;
}

bool fromJson(const QJsonValue &json, QByteArray &value)
{
    const QByteArray hex = json.toString().toLatin1();
    const bool isMasked = hex.count('*') == hex.size();
    value = isMasked ? QByteArray(hex.size() / 2, '*') : QByteArray::fromHex(hex);
    return json.isString() && hex.size() <= 2 * longestJsonText && (isMasked || value.toHex() == hex);
}

bool fromJson(const QJsonValue &json, ApiVersion &value)
{
    const QString text = json.toString();
    const qsizetype point = text.indexOf(u'.');
    const auto high = toNumber(QStringView(text).left(point));
    const auto low = toNumber(QStringView(text).mid(point + 1));
    if (point < 0 || !high || !low || *high > 0xffff || *low > 0xffff)
        return false;
    value = ApiVersion(*high << 16 | *low);
    return true;
}

bool fromJson(const QJsonValue &json, ShutdownReason &value) { return fromOwnName(json, value); }
bool fromJson(const QJsonValue &json, LineCloseReason &value) { return fromOwnName(json, value); }
bool fromJson(const QJsonValue &json, VoidReason &value) { return fromOwnName(json, value); }
bool fromJson(const QJsonValue &json, Severity &value) { return fromOwnName(json, value); }
bool fromJson(const QJsonValue &json, FaultKind &value) { return fromOwnName(json, value); }

bool fromJson(const QJsonValue &json, Evidence &value)
{
    const QJsonArray numbers = json.toArray();
    qint64 event = 0;
    qint64 before = 0;
    if (numbers.size() != 2 || !fromJson(numbers.at(0), event) || !fromJson(numbers.at(1), before))
        return false;
    value = {quint64(event), quint64(before)};
    return event >= 0 && before >= 0;
}

bool fromJson(const QJsonValue &json, const char *&rule)
{
    const QByteArray name = json.toString().toLatin1();
    if (!isRuleName(name))
        return false;
    rule = interned(name);
    return true;
}

bool deviceFromJson(const QJsonValue &json, quint32 &deviceId)
{
    DeviceId device;
    const bool ok = json == QLatin1StringView("LINEMAPPER") || fromJson(json, device);
    deviceId = deviceNumber(device); // of none: LineMapper
    return ok;
}

bool characterFromJson(const QJsonValue &json, quint32 &character)
{
    const QString text = json.toString();
    if (text.size() != 1)
        return fromJson(json, character);
    character = text.front().unicode();
    return character < 0x80;
}

bool timeFromJson(const QJsonValue &json, Microseconds &time)
{
    const QString text = json.toString(); // 2026-11-22T10:41:00.000000Z
    const QDateTime seconds = QDateTime::fromString(text.left(19) + u'Z', Qt::ISODate);
    const int fraction = QStringView(text).mid(20, 6).toInt();
    time = seconds.isValid() ? seconds.toSecsSinceEpoch() * 1'000'000 + fraction : 0;
    return seconds.isValid() && toIsoString(time) == text;
}

bool hexFromJson(const QJsonValue &json, quint32 &value)
{
    const QString text = json.toString();
    bool ok = false;
    value = QStringView(text).mid(2).toUInt(&ok, 16);
    return text == u'0' || (ok && text == u"0x"_s + QString::number(value, 16).toUpper());
}

quint32 idNumber(const QJsonValue &json, char letter)
{
    const QString text = json.toString();
    return text.startsWith(QLatin1Char(letter)) ? toNumber(QStringView(text).mid(1)).value_or(0) : 0;
}

QString JsonReader::demandText(const char *key)
{
    QString text;
    demand(key, text);
    return text;
}

JsonReader JsonReader::demandObject(const char *key)
{
    const QJsonValue json = m_object.take(QLatin1StringView(key));
    if (!json.isObject())
        missing(key);
    return JsonReader(json.toObject());
}

void JsonReader::missing(const char *key) { fail(tr("The field \"%1\" is missing.").arg(QLatin1StringView(key))); }

void JsonReader::finish()
{
    if (!m_object.isEmpty())
        fail(tr("The field \"%1\" is not known here.").arg(m_object.begin().key().left(40)));
}

void JsonReader::fail(const QString &error)
{
    if (m_error.isEmpty())
        m_error = error;
}

} // namespace Linescope
