// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filter/filtertermreader.h"

#include "tapi/names.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

using Values = FilterKeySpec::Values;

template<class Enum>
QStringList namesOfAll()
{
    QStringList names;
    for (const auto &constant : namesOf<Enum>())
        names += QString::fromLatin1(constant.name).toLower();
    return names;
}

// The constants whose name the predicate likes.
template<class Enum, class Likes>
quint32 bitsWhere(Likes likes)
{
    quint32 bits = 0;
    for (const auto &constant : namesOf<Enum>()) {
        if (likes(QString::fromLatin1(constant.name)))
            bits |= quint32(constant.value);
    }
    return bits;
}

bool isPattern(const FilterValue &value) { return !value.quoted && TextPattern::hasWildcards(value.text); }

// The constant of that name, else those whose name begins so: "connected" is not DISCONNECTED.
template<class Enum>
quint32 bitsNamed(const FilterValue &value, bool whole)
{
    const TextPattern name(value.text, isPattern(value) ? TextPattern::Kind::Wildcards : TextPattern::Kind::Whole);
    const quint32 exact = bitsWhere<Enum>([&](const QString &constant) { return name.matches(constant); });
    if (exact != 0 || whole)
        return exact;
    return bitsWhere<Enum>(
        [&](const QString &constant) { return constant.startsWith(value.text, Qt::CaseInsensitive); });
}

TextPattern plainPattern(const FilterValue &value)
{
    return {value.text, isPattern(value) ? TextPattern::Kind::Wildcards : TextPattern::Kind::Part};
}

std::optional<quint32> parseHexHandle(const QString &text)
{
    bool isNumber = false;
    const quint32 value = text.startsWith("0x"_L1, Qt::CaseInsensitive) ? text.toUInt(&isNumber, 16) : 0;
    const HCall handle = HCall::fromHandle(value);
    return isNumber && !handle.isNull() ? std::optional(handle.value) : std::nullopt;
}

} // namespace

QString quotedInSentence(const QString &text)
{
    constexpr qsizetype longest = 40;
    QString result = u'"' + text.left(longest) + (text.size() > longest ? u"…\""_s : u"\""_s);
    std::ranges::replace_if(
        result, [](QChar c) { return !c.isPrint() && !c.isSurrogate(); }, u' ');
    return result;
}

void FilterTermReader::add(const FilterValue &value, const QString &sentence)
{
    m_errors->append({value.position, value.length, sentence});
}

FilterTerm FilterTermReader::read(const FilterToken &word)
{
    m_term = {};
    if (word.op)
        readWithKey(word);
    else
        readPlain(word.values.front());
    m_term.values = word.values;
    return std::move(m_term);
}

void FilterTermReader::readPlain(const FilterValue &value)
{
    if (!value.closed)
        return add(value, tr("This quote is not closed: write \" after the last word that belongs to it."));
    if (value.text.isEmpty())
        return add(value, tr("There is nothing between the quotes."));
    const auto *const flag = value.quoted ? nullptr : FilterKeys::find(value.text);
    if (flag && flag->isFlag()) {
        m_term.key = flag->key;
        return;
    }
    const TextPattern pattern = plainPattern(value);
    m_term.patterns.push_back(pattern);
    const auto holds = [&](const QString &name) { return pattern.matches(name); };
    m_term.bits = bitsWhere<CallState>(holds);
    m_term.privileges = bitsWhere<Privilege>(holds);
    if (value.quoted)
        return;
    for (const char16_t letter : {u'H', u'C', u'L', u'A', u'D'}) {
        if (const auto number = parseShortName(value.text, letter))
            m_term.names.push_back({letter, *number});
    }
    if (const auto number = parseHexHandle(value.text))
        m_term.names.push_back({u'H', *number});
}

void FilterTermReader::readWithKey(const FilterToken &word)
{
    const FilterKeySpec *const spec = FilterKeys::find(word.key);
    if (!spec)
        return unknownKey(word);
    m_term.key = spec->key;
    m_term.op = *word.op;
    if (!checkOperator(*spec, word) || !checkValues(*spec, word))
        return;
    for (const FilterValue &value : word.values)
        readValue(*spec, value);
}

void FilterTermReader::unknownKey(const FilterToken &word)
{
    const FilterValue key{word.key, false, true, word.position, std::max(word.key.size(), qsizetype(1))};
    if (word.key.isEmpty())
        return add(key, tr("There is no key before %1: write for example age>5m.").arg(textOf(*word.op)));
    QStringList names;
    for (const FilterKeySpec &spec : FilterKeys::all()) {
        if (!spec.isFlag())
            names += spec.name.toString();
    }
    const QString near = nearest(word.key, names);
    const QString typed = quotedInSentence(word.key);
    const QString inQuotes = tr("To look for the word as it is, put it in quotes.");
    if (near.isEmpty())
        add(key, tr("%1 is not a key. Keys are %2.").arg(typed, names.join(u", "_s)) + u' ' + inQuotes);
    else
        add(key, tr("%1 is not a key. Did you mean %2?").arg(typed, near) + u' ' + inQuotes);
}

bool FilterTermReader::checkOperator(const FilterKeySpec &spec, const FilterToken &word)
{
    const FilterValue place{{}, false, true, word.position, word.key.size() + textOf(*word.op).size()};
    if (spec.isFlag()) {
        add(place, tr("%1 stands alone, without a value.").arg(spec.name));
        return false;
    }
    const bool compares = *word.op >= FilterOperator::Less;
    if (compares && !spec.isMeasured()) {
        add(place, tr("%1 has no more and less: write for example %2.").arg(spec.name, spec.example));
        return false;
    }
    if (compares && word.values.size() > 1) {
        const FilterValue &second = word.values.at(1);
        add({{}, false, true, second.position - 1, second.length + 1},
            tr("Only one value can be compared with %1.").arg(textOf(*word.op)));
        return false;
    }
    return true;
}

bool FilterTermReader::checkValues(const FilterKeySpec &spec, const FilterToken &word)
{
    for (const FilterValue &value : word.values) {
        if (!value.closed) {
            add(value, tr("This quote is not closed: write \" after the last word that belongs to it."));
        } else if (value.text.isEmpty() && value.quoted) {
            add(value, tr("There is nothing between the quotes."));
        } else if (value.text.isEmpty()) {
            // Nothing cannot be underlined: what stands before it can.
            const bool first = &value == &word.values.front();
            const qsizetype from = first ? word.position : value.position - 1;
            const QString sentence = first
                ? tr("A value is missing: write for example %1.").arg(spec.example)
                : tr("There is nothing beside the comma: write one more value, or no comma.");
            add({{}, false, true, from, std::max(value.position - from, qsizetype(1))}, sentence);
        } else {
            continue;
        }
        return false;
    }
    return true;
}

void FilterTermReader::readValue(const FilterKeySpec &spec, const FilterValue &value)
{
    const QString didYouMean = tr("Did you mean %1?");
    switch (spec.values) {
    case Values::Text:
        return readText(spec, value);
    case Values::State:
        return readConstant<CallState>(value, tr("No call state begins with %1. States are %2."), didYouMean);
    case Values::Privilege:
        return readConstant<Privilege>(value, tr("No privilege begins with %1. Privileges are %2."), didYouMean);
    case Values::Media:
        return readConstant<MediaMode>(value, tr("No media mode begins with %1. Media modes are %2."), didYouMean);
    case Values::Cause:
        return readCause(value);
    case Values::Number:
        return readNumber(spec, value);
    case Values::Duration:
        return readDuration(value);
    case Values::Size:
        return readSize(value);
    case Values::None:
        return;
    }
}

void FilterTermReader::readText(const FilterKeySpec &spec, const FilterValue &value)
{
    const bool whole = m_term.op != FilterOperator::Has && !isPattern(value);
    m_term.patterns.push_back(whole ? TextPattern(value.text, TextPattern::Kind::Whole) : plainPattern(value));
    const auto number = spec.letter != 0 && !value.quoted ? parseShortName(value.text, spec.letter) : std::nullopt;
    if (number)
        m_term.names.push_back({spec.letter, *number});
}

template<class Enum>
void FilterTermReader::readConstant(const FilterValue &value, const QString &sentence, const QString &suggestion)
{
    const quint32 bits = bitsNamed<Enum>(value, m_term.op != FilterOperator::Has);
    m_term.bits |= bits;
    if (bits != 0)
        return;
    const QStringList names = namesOfAll<Enum>();
    const QString near = nearest(value.text, names);
    // One arg() for both: what was typed may look like a place marker.
    QString text = sentence.arg(quotedInSentence(value.text), names.join(u", "_s));
    if (!near.isEmpty())
        text = suggestion.arg(near) + u' ' + text;
    add(value, text);
}

void FilterTermReader::readCause(const FilterValue &value)
{
    if (const auto number = parseFilterCount(value.text)) {
        m_term.ranges.push_back(number->range(m_term.op));
        return;
    }
    if (m_term.op >= FilterOperator::Less)
        return add(value,
                   tr("%1 is not a number of a cause: write for example cause>=16.").arg(quotedInSentence(value.text)));
    readConstant<DisconnectMode>(value, tr("%1 is neither the number of a cause nor a disconnect mode. Modes are %2."),
                                 tr("Did you mean %1?"));
}

void FilterTermReader::readNumber(const FilterKeySpec &spec, const FilterValue &value)
{
    auto number = parseShortName(value.text, spec.letter);
    if (!number && spec.key == FilterKey::Handle)
        number = parseHexHandle(value.text);
    if (const auto count = parseFilterCount(value.text))
        m_term.ranges.push_back(count->range(m_term.op));
    else if (number)
        m_term.ranges.push_back(FilterNumber{qint64(*number), 1}.range(m_term.op));
    else
        add(value,
            tr("%1 is not the short name of one: write for example %2.")
                .arg(quotedInSentence(value.text), spec.example));
}

void FilterTermReader::readDuration(const FilterValue &value)
{
    if (const auto number = parseFilterDuration(value.text)) {
        m_term.ranges.push_back(number->range(m_term.op));
        return;
    }
    if (parseFilterCount(value.text))
        return add(value, tr("%1 has no unit: write %1s, %1m, %1h or %1d.").arg(value.text));
    add(value, tr("%1 is not a time: write for example 30s, 5m, 1h30m or 2d.").arg(quotedInSentence(value.text)));
}

void FilterTermReader::readSize(const FilterValue &value)
{
    if (const auto number = parseFilterSize(value.text)) {
        m_term.ranges.push_back(number->range(m_term.op));
        return;
    }
    add(value, tr("%1 is not a size: write for example 512, 2k or 1.5m.").arg(quotedInSentence(value.text)));
}

} // namespace Linescope
