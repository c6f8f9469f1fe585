// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filter/filternumbers.h"

#include "tapi/clock.h"

#include <algorithm>
#include <array>

namespace Linescope {

namespace {

constexpr qint64 most = 1'000'000'000'000'000; // 30 years, 900 TiB: sums of it do not overflow
constexpr qsizetype longest = 12;              // digits

struct Unit {
    QStringView name;
    qint64 size;
};
constexpr Unit timeUnits[] = {
    {u"ms", 1_ms},  {u"s", 1_s},    {u"sec", 1_s},    {u"m", 60_s},
    {u"min", 60_s}, {u"h", 3600_s}, {u"d", 86'400_s}, {u"days", 86'400_s},
};
constexpr Unit sizeUnits[] = {
    {u"", 1},           {u"b", 1},           {u"k", 1LL << 10},
    {u"kb", 1LL << 10}, {u"kib", 1LL << 10}, {u"m", 1LL << 20},
    {u"mb", 1LL << 20}, {u"mib", 1LL << 20}, {u"g", 1LL << 30},
    {u"gb", 1LL << 30}, {u"gib", 1LL << 30},
};

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

bool isDigits(QStringView text)
{
    return !text.isEmpty() && text.size() <= longest && std::ranges::all_of(text, isDigit);
}

qsizetype lengthWhile(QStringView text, bool (*matches)(QChar))
{
    const auto *const end = std::ranges::find_if_not(text, matches);
    return end - text.begin();
}

// Takes "2.5" and its unit off the text.
std::optional<FilterNumber> takeNumber(QStringView *text, std::span<const Unit> units)
{
    const qsizetype digits = lengthWhile(*text, [](QChar c) { return isDigit(c) || c == u'.'; });
    const QStringView figures = text->first(digits);
    const QStringView rest = text->sliced(digits);
    const QStringView name = rest.first(lengthWhile(rest, [](QChar c) { return c.isLetter(); }));
    const qsizetype point = figures.indexOf(u'.');
    const QStringView whole = point < 0 ? figures : figures.first(point);
    const QStringView decimals = point < 0 ? QStringView() : figures.sliced(point + 1);
    const auto unit = std::ranges::find_if(
        units, [name](const Unit &u) { return u.name.compare(name, Qt::CaseInsensitive) == 0; });
    if (!isDigits(whole) || (point >= 0 && !isDigits(decimals)) || unit == units.end())
        return {};
    const qint64 count = whole.toLongLong();
    if (count > most / unit->size)
        return {};
    FilterNumber number{count * unit->size, unit->size};
    for (const QChar digit : decimals) {
        number.width /= 10;
        number.value += number.width * (digit.unicode() - u'0');
    }
    number.width = std::max(number.width, qint64(1));
    *text = rest.sliced(name.size());
    return number;
}

// "1:30", "2:13:09": as the table shows times.
std::optional<FilterNumber> parseClockTime(QStringView text)
{
    const auto parts = text.split(u':');
    if (parts.size() < 2 || parts.size() > 3 || !std::ranges::all_of(parts, isDigits))
        return {};
    qint64 seconds = 0;
    for (const QStringView part : parts)
        seconds = seconds * 60 + part.toLongLong();
    return seconds > most / 1_s ? std::nullopt : std::optional(FilterNumber{seconds * 1_s, 1_s});
}

} // namespace

FilterRange FilterNumber::range(FilterOperator op) const
{
    switch (op) {
    case FilterOperator::Has:
    case FilterOperator::Equal:
    case FilterOperator::NotEqual: // the term is negated
        return {value, value + width};
    case FilterOperator::Less:
        return {.to = value};
    case FilterOperator::LessEqual:
        return {.to = value + 1};
    case FilterOperator::Greater:
        return {.from = value + 1};
    case FilterOperator::GreaterEqual:
        return {.from = value};
    }
    Q_UNREACHABLE();
    return {};
}

std::optional<FilterNumber> parseFilterDuration(QStringView text)
{
    if (text.contains(u':'))
        return parseClockTime(text);
    FilterNumber sum;
    if (text.isEmpty())
        return {};
    while (!text.isEmpty()) {
        const auto part = takeNumber(&text, timeUnits);
        if (!part || sum.value > most)
            return {};
        sum = {sum.value + part->value, part->width};
    }
    return sum;
}

std::optional<FilterNumber> parseFilterSize(QStringView text)
{
    const auto number = takeNumber(&text, sizeUnits);
    return text.isEmpty() ? number : std::nullopt;
}

std::optional<FilterNumber> parseFilterCount(QStringView text)
{
    return isDigits(text) ? std::optional(FilterNumber{text.toLongLong(), 1}) : std::nullopt;
}

std::optional<quint32> parseShortName(QStringView text, char16_t letter)
{
    if (text.size() < 2 || text[0].toUpper() != letter || !isDigits(text.sliced(1)))
        return {};
    bool fits = false;
    const quint32 value = text.sliced(1).toUInt(&fits);
    return fits && text[1] != u'0' ? std::optional(value) : std::nullopt;
}

} // namespace Linescope
