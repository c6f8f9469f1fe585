// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/jsonreader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <mutex>
#include <set>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

constexpr quint32 nothing = 0xffffffff; // no object

// Digits without sign, space or leading zero.
std::optional<quint32> toNumber(QByteArrayView digits)
{
    if (digits.isEmpty() || digits.size() > 10 || (digits.size() > 1 && digits.front() == '0'))
        return {};
    quint64 number = 0;
    for (const char digit : digits) {
        if (digit < '0' || digit > '9')
            return {};
        number = number * 10 + quint64(digit - '0');
    }
    return number <= std::numeric_limits<quint32>::max() ? std::optional(quint32(number)) : std::nullopt;
}

// One of our own constants, by what toString() says of it.
template<class Enum>
bool fromOwnName(const JsonValue &json, Enum &value)
{
    for (int i = 0; *toString(Enum(i)) != 0; ++i) {
        if (json.text() == QByteArrayView(toString(Enum(i)))) {
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

bool fromJson(const JsonValue &json, bool &value)
{
    value = json.toBool();
    return json.isBool();
}

bool fromJson(const JsonValue &json, quint8 &function)
{
    for (size_t i = 0; i < std::variant_size_v<Request>; ++i) {
        if (json.text() == QByteArrayView(functionName(i))) {
            function = quint8(i);
            return true;
        }
    }
    return false;
}

bool fromJson(const JsonValue &json, quint32 &value)
{
    qint64 number = 0;
    if (!fromJson(json, number) || number < 0 || number > std::numeric_limits<quint32>::max())
        return false;
    value = quint32(number);
    return true;
}

bool fromJson(const JsonValue &json, qint64 &value)
{
    value = json.toInteger().value_or(0);
    return json.toInteger().has_value();
}

bool fromJson(const JsonValue &json, QString &value)
{
    value = json.toString();
    return json.isText() && value.size() <= longestJsonText;
}

bool fromJson(const JsonValue &json, QByteArray &value)
{
    const QByteArray hex = json.text().toByteArray();
    const bool isMasked = hex.count('*') == hex.size();
    value = isMasked ? QByteArray(hex.size() / 2, '*') : QByteArray::fromHex(hex);
    return json.isText() && hex.size() <= 2 * longestJsonText && (isMasked || value.toHex() == hex);
}

bool fromJson(const JsonValue &json, ApiVersion &value)
{
    const QByteArrayView text = json.text();
    const qsizetype point = text.indexOf('.');
    const auto high = toNumber(text.first(std::max<qsizetype>(point, 0)));
    const auto low = toNumber(text.sliced(point + 1));
    if (point < 0 || !high || !low || *high > 0xffff || *low > 0xffff)
        return false;
    value = ApiVersion(*high << 16 | *low);
    return true;
}

bool fromJson(const JsonValue &json, ShutdownReason &value) { return fromOwnName(json, value); }
bool fromJson(const JsonValue &json, LineCloseReason &value) { return fromOwnName(json, value); }
bool fromJson(const JsonValue &json, VoidReason &value) { return fromOwnName(json, value); }
bool fromJson(const JsonValue &json, Severity &value) { return fromOwnName(json, value); }
bool fromJson(const JsonValue &json, FaultKind &value) { return fromOwnName(json, value); }

bool fromJson(const JsonValue &json, Evidence &value)
{
    std::array<qint64, 2> numbers{};
    size_t count = 0;
    const auto add = [&](const JsonValue &number) { return fromJson(number, numbers[count++]); };
    if (!json.isArray() || json.count() != qsizetype(numbers.size()) || !json.forEach(add))
        return false;
    value = {quint64(numbers[0]), quint64(numbers[1])};
    return numbers[0] >= 0 && numbers[1] >= 0;
}

bool fromJson(const JsonValue &json, const char *&rule)
{
    const QByteArray name = json.text().toByteArray();
    if (!isRuleName(name))
        return false;
    rule = interned(name);
    return true;
}

bool deviceFromJson(const JsonValue &json, quint32 &deviceId)
{
    DeviceId device;
    const bool ok = json.text() == "LINEMAPPER" || fromJson(json, device);
    deviceId = deviceNumber(device); // of none: LineMapper
    return ok;
}

bool characterFromJson(const JsonValue &json, quint32 &character)
{
    const QByteArrayView text = json.text();
    if (text.size() != 1)
        return fromJson(json, character);
    character = quint8(text.front());
    return true; // a single byte is ASCII
}

bool timeFromText(QByteArrayView text, Microseconds &time)
{
    static constexpr QByteArrayView pattern = "0000-00-00T00:00:00.000000Z";
    const auto fits = [](char c, char p) { return p == '0' ? c >= '0' && c <= '9' : c == p; };
    if (!std::equal(text.begin(), text.end(), pattern.begin(), pattern.end(), fits))
        return false;
    const auto number = [&](qsizetype from, qsizetype length) {
        int value = 0;
        for (const char digit : text.sliced(from, length))
            value = value * 10 + (digit - '0');
        return value;
    };
    const std::chrono::year_month_day day{std::chrono::year(number(0, 4)), std::chrono::month(unsigned(number(5, 2))),
                                          std::chrono::day(unsigned(number(8, 2)))};
    const int hour = number(11, 2);
    const int minute = number(14, 2);
    const int second = number(17, 2);
    if (int(day.year()) < 1 || !day.ok() || hour > 23 || minute > 59 || second > 59)
        return false;
    const qint64 days = std::chrono::sys_days(day).time_since_epoch().count();
    time = (((days * 24 + hour) * 60 + minute) * 60 + second) * 1'000'000 + number(20, 6);
    return true;
}

bool hexFromText(QByteArrayView text, quint32 &value)
{
    if (text == "0") {
        value = 0;
        return true;
    }
    const bool isWritten = text.startsWith("0x") && text.size() > 2 && text.size() <= 10
        && (text[2] != '0' || text.size() == 3)
        && std::none_of(text.begin() + 2, text.end(), [](char c) { return c >= 'a'; });
    const auto read = std::from_chars(text.begin() + (isWritten ? 2 : 0), text.end(), value, 16);
    return isWritten && read.ec == std::errc() && read.ptr == text.end();
}

quint32 idNumber(const JsonValue &json, char letter)
{
    const QByteArrayView text = json.text();
    return text.startsWith(letter) ? toNumber(text.sliced(1)).value_or(0) : 0;
}

JsonReader::JsonReader(JsonDocument &document, quint32 object)
    : m_document(&document)
    , m_object(object)
    , m_first(object + 1)
    , m_left(0)
{
    if (object != nothing && document.m_nodes[object].kind == JsonValue::Kind::Object)
        m_left = document.m_nodes[object].count;
}

// Members come mostly in the order in which they are asked for.
std::optional<JsonValue> JsonReader::takeMember(const char *key)
{
    if (m_left == 0)
        return {};
    auto &nodes = m_document->m_nodes;
    const quint32 end = nodes[m_object].end;
    while (m_first < end && nodes[m_first].taken)
        m_first = nodes[m_first].end;
    const QByteArrayView wanted(key);
    for (quint32 i = m_first; i < end; i = nodes[i].end) {
        if (nodes[i].taken || nodes[i].key != wanted)
            continue;
        nodes[i].taken = true;
        --m_left;
        return JsonValue(m_document, i);
    }
    return {};
}

QString JsonReader::demandText(const char *key)
{
    QString text;
    demand(key, text);
    return text;
}

JsonReader JsonReader::demandObject(const char *key)
{
    const std::optional<JsonValue> json = takeMember(key);
    if (!json || !json->isObject())
        missing(key);
    return json ? JsonReader(*m_document, json->m_node) : JsonReader(*m_document, nothing);
}

void JsonReader::missing(const char *key) { fail(tr("The field \"%1\" is missing.").arg(QLatin1StringView(key))); }

void JsonReader::finish()
{
    if (m_left == 0)
        return;
    const auto &nodes = m_document->m_nodes;
    while (nodes[m_first].taken)
        m_first = nodes[m_first].end;
    fail(tr("The field \"%1\" is not known here.").arg(QString::fromUtf8(nodes[m_first].key).left(40)));
}

void JsonReader::fail(const QString &error)
{
    if (m_error.isEmpty())
        m_error = error;
}

} // namespace Linescope
