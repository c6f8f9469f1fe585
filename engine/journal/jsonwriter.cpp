// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/jsonwriter.h"

#include "journal/plaintext.h"

namespace Linescope {

namespace {

void appendEscaped(QByteArray &line, char16_t unit)
{
    static constexpr char digits[] = "0123456789abcdef";
    line += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4)
        line += digits[unit >> shift & 0xf];
}

void appendUtf8(QByteArray &line, char32_t character)
{
    const auto tail = [](char32_t bits) { return char(0x80 | (bits & 0x3f)); };
    if (character < 0x80) {
        line += char(character);
        return;
    }
    if (character < 0x800) {
        line += char(0xc0 | character >> 6);
    } else if (character < 0x10000) {
        line += char(0xe0 | character >> 12);
        line += tail(character >> 6);
    } else {
        line += char(0xf0 | character >> 18);
        line += tail(character >> 12);
        line += tail(character >> 6);
    }
    line += tail(character);
}

} // namespace

JsonWriter::JsonWriter(Masking masking)
    : m_masking(masking)
{
    m_line.reserve(256);
    m_line += '{';
}

void JsonWriter::add(const char *key, const QString &text)
{
    if (text.isEmpty())
        return;
    writeKey(key);
    writeText(text);
}

void JsonWriter::add(const char *key, const char *text) { add(key, QString::fromUtf8(text)); }

void JsonWriter::add(const char *key, const QStringList &texts)
{
    if (!texts.isEmpty())
        addList(key, texts);
}

void JsonWriter::addList(const char *key, const QStringList &texts)
{
    writeKey(key);
    m_line += '[';
    for (const QString &text : texts) {
        if (!m_line.endsWith('['))
            m_line += ',';
        writeText(text);
    }
    m_line += ']';
}

void JsonWriter::add(const char *key, std::initializer_list<qint64> numbers)
{
    writeKey(key);
    m_line += '[';
    for (const qint64 number : numbers) {
        if (!m_line.endsWith('['))
            m_line += ',';
        m_line += QByteArray::number(number);
    }
    m_line += ']';
}

void JsonWriter::add(const char *key, qint64 number)
{
    writeKey(key);
    m_line += QByteArray::number(number);
}

void JsonWriter::add(const char *key, bool value)
{
    writeKey(key);
    m_line += value ? "true" : "false";
}

void JsonWriter::addUnlessZero(const char *key, qint64 number)
{
    if (number != 0)
        add(key, number);
}

void JsonWriter::addParty(const char *key, const QString &text)
{
    add(key, m_masking == Masking::Mask ? masked(text) : text);
}

void JsonWriter::addOutside(const char *key, const QString &text)
{
    add(key, m_masking == Masking::Mask ? withMaskedNumbers(text) : text);
}

void JsonWriter::addBytes(const char *key, const QByteArray &bytes)
{
    const QByteArray hex = bytes.toHex();
    add(key, QString::fromLatin1(m_masking == Masking::Mask ? QByteArray(hex.size(), '*') : hex));
}

void JsonWriter::addCharacter(const char *key, quint32 character)
{
    if (character > 0x20 && character < 0x7f)
        add(key, m_masking == Masking::Mask ? QString(u'*') : QString(QChar(char16_t(character))));
    else
        add(key, character);
}

void JsonWriter::beginObject(const char *key)
{
    writeKey(key);
    m_line += '{';
    m_first = true;
}

void JsonWriter::endObject()
{
    m_line += '}';
    m_first = false;
}

QByteArray JsonWriter::take()
{
    m_line += '}';
    return std::move(m_line);
}

void JsonWriter::writeKey(const char *key)
{
    if (!m_first)
        m_line += ',';
    m_first = false;
    m_line += '"';
    m_line += key;
    m_line += "\":";
}

void JsonWriter::writeText(QStringView text)
{
    m_line += '"';
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text.at(i).unicode();
        const bool pair = QChar::isHighSurrogate(unit) && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (pair && unit != tagSurrogate) {
            appendUtf8(m_line, QChar::surrogateToUcs4(unit, text.at(++i).unicode()));
        } else if (pair) {
            appendEscaped(m_line, unit);
            appendEscaped(m_line, text.at(++i).unicode());
        } else if (QChar::isSurrogate(unit)) {
            appendUtf8(m_line, QChar::ReplacementCharacter); // half a character is none: many readers refuse it
        } else if (unit == u'"' || unit == u'\\') {
            m_line += '\\';
            m_line += char(unit);
        } else if (!isPlain(unit)) {
            appendEscaped(m_line, unit);
        } else {
            appendUtf8(m_line, unit);
        }
    }
    m_line += '"';
}

} // namespace Linescope
