// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/masker.h"

#include "journal/masking.h"

#include <iterator>

namespace Linescope {

namespace {

constexpr qsizetype longestExtension = 5;

constexpr const char *placeNames[] = {
    "Harbour",  "Garden", "Station", "Market",  "Castle", "Mill",    "Bridge", "Orchard",
    "Northern", "River",  "Old",     "Central", "Meadow", "Tower",   "Valley", "Lantern",
    "Corner",   "Summit", "Forest",  "Cedar",   "Copper", "Granite", "Willow", "Silver",
};
constexpr const char *tradeNames[] = {
    "Bakery",  "Library", "Pharmacy", "Workshop", "Theatre", "Gallery",  "Bookshop", "Nursery",
    "Kitchen", "Brewery", "School",   "Museum",   "Studio",  "Laundry",  "Hotel",    "Clinic",
    "Cinema",  "Florist", "Printers", "Archive",  "Stables", "Boatyard", "Dairy",    "Joinery",
};

QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit())
            digits += QChar(u'0' + c.digitValue());
    }
    return digits;
}

// Numbers that authorities keep free for fiction: Arcep's 01 99 00, Ofcom's 020 7946 0, NANPA's 555-01.
QString fictionalNumber(quint64 hash)
{
    const auto tail = [](quint64 value, int width) { return QString::number(value).rightJustified(width, u'0'); };
    const quint64 index = hash % 11'100;
    if (index < 100)
        return u"+1 202 555 01"_s + tail(index, 2);
    if (index < 1'100)
        return u"+44 20 7946 0"_s + tail(index - 100, 3);
    return u"+33 1 99 00 "_s + tail((index - 1'100) / 100, 2) + u' ' + tail(index % 100, 2);
}

} // namespace

// The same on every platform and for the whole session (FNV-1a, then mixed as splitmix64 does).
quint64 Masker::hash(const QString &text) const
{
    quint64 z = 0xcbf29ce484222325 ^ m_key;
    for (const QChar c : text)
        z = (z ^ c.unicode()) * 0x100000001b3;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
    z = (z ^ z >> 27) * 0x94d049bb133111eb;
    return z ^ z >> 31;
}

QString Masker::invented(const QString &digits) const
{
    quint64 left = hash(digits);
    if (digits.size() > longestExtension)
        return fictionalNumber(left);
    QString extension;
    for (qsizetype i = 0; i < digits.size(); ++i, left /= 10)
        extension += QChar(char16_t(u'0' + (i == 0 ? 1 + left % 9 : left % 10)));
    return extension;
}

QString Masker::inventedName(const QString &name) const
{
    const quint64 chosen = hash(name);
    return QString::fromLatin1(placeNames[chosen % std::size(placeNames)]) + u' '
        + QString::fromLatin1(tradeNames[(chosen >> 32) % std::size(tradeNames)]);
}

QString Masker::number(const QString &text) const
{
    if (isOff() || text.isEmpty())
        return text;
    if (m_choice.mode == MaskingMode::Mask)
        return Linescope::masked(text);
    const QString digits = digitsOf(text);
    return digits.isEmpty() ? inventedName(text) : invented(digits);
}

QString Masker::name(const QString &text) const
{
    if (isOff() || text.isEmpty())
        return text;
    if (!m_choice.names)
        return this->text(text);
    return m_choice.mode == MaskingMode::Mask ? Linescope::masked(text) : inventedName(text);
}

QString Masker::text(const QString &text) const
{
    if (isOff() || text.isEmpty())
        return text;
    if (m_choice.mode == MaskingMode::Mask)
        return withMaskedNumbers(text);
    QString result;
    for (qsizetype from = 0; from < text.size();) {
        qsizetype end = from;
        while (end < text.size() && text.at(end).isDigit())
            ++end;
        if (end - from >= ShortestMaskedNumber)
            result += digitsOf(invented(digitsOf(text.mid(from, end - from))));
        else if (end > from)
            result += QStringView(text).mid(from, end - from);
        else
            result += text.at(end++);
        from = end;
    }
    return result;
}

} // namespace Linescope
