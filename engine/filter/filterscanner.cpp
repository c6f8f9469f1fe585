// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filter/filterscanner.h"

#include <algorithm>

namespace Linescope {

namespace {

using Kind = FilterToken::Kind;

class Scanner {
public:
    explicit Scanner(QStringView text)
        : m_text(text)
    {
    }

    std::vector<FilterToken> scan()
    {
        std::vector<FilterToken> tokens;
        for (skipSpace(); !atEnd(); skipSpace()) {
            const qsizetype start = m_next;
            FilterToken token = next();
            token.position = start;
            token.length = m_next - start;
            tokens.push_back(std::move(token));
        }
        return tokens;
    }

private:
    bool atEnd() const { return m_next >= m_text.size(); }
    bool nextIs(char16_t unit) const { return !atEnd() && m_text[m_next] == unit; }
    bool take(char16_t unit)
    {
        const bool taken = nextIs(unit);
        m_next += taken ? 1 : 0;
        return taken;
    }
    void skipSpace()
    {
        while (!atEnd() && m_text[m_next].isSpace())
            ++m_next;
    }
    bool atBoundary() const
    {
        return atEnd() || m_text[m_next].isSpace() || nextIs(u'(') || nextIs(u')') || nextIs(u'"');
    }
    bool atOperator() const
    {
        return nextIs(u':') || nextIs(u'=') || nextIs(u'<') || nextIs(u'>') || m_text.mid(m_next, 2) == u"!=";
    }

    static FilterToken sign(Kind kind)
    {
        FilterToken token;
        token.kind = kind;
        return token;
    }

    FilterToken next()
    {
        if (take(u'('))
            return sign(Kind::Open);
        if (take(u')'))
            return sign(Kind::Close);
        if (take(u'-'))
            return sign(Kind::Minus);
        return readWord();
    }

    FilterToken readWord()
    {
        FilterToken word;
        if (nextIs(u'"')) {
            word.values.push_back(readQuoted());
            return word;
        }
        const qsizetype start = m_next;
        while (!atBoundary() && !atOperator())
            ++m_next;
        const QStringView text = m_text.mid(start, m_next - start);
        if (atOperator()) {
            word.key = text.toString();
            word.op = readOperator();
            readValues(&word);
        } else {
            word.kind = kindOf(text);
            word.values.push_back({text.toString(), false, true, start, text.size()});
        }
        return word;
    }

    static Kind kindOf(QStringView word)
    {
        const auto is = [word](QStringView name) { return word.compare(name, Qt::CaseInsensitive) == 0; };
        return is(u"and") ? Kind::And : is(u"or") ? Kind::Or : is(u"not") ? Kind::Not : Kind::Word;
    }

    FilterOperator readOperator()
    {
        if (take(u':'))
            return FilterOperator::Has;
        if (take(u'='))
            return FilterOperator::Equal;
        if (take(u'<'))
            return take(u'=') ? FilterOperator::LessEqual : FilterOperator::Less;
        if (take(u'>'))
            return take(u'=') ? FilterOperator::GreaterEqual : FilterOperator::Greater;
        m_next += 2;
        return FilterOperator::NotEqual;
    }

    void readValues(FilterToken *word)
    {
        do
            word->values.push_back(nextIs(u'"') ? readQuoted() : readPlain());
        while (take(u','));
    }

    FilterValue readPlain()
    {
        const qsizetype start = m_next;
        while (!atBoundary() && !nextIs(u','))
            ++m_next;
        return {m_text.mid(start, m_next - start).toString(), false, true, start, m_next - start};
    }

    FilterValue readQuoted()
    {
        const qsizetype start = m_next;
        const qsizetype close = m_text.indexOf(u'"', start + 1);
        const qsizetype end = close < 0 ? m_text.size() : close;
        m_next = close < 0 ? end : close + 1;
        return {m_text.mid(start + 1, end - start - 1).toString(), true, close >= 0, start, m_next - start};
    }

    const QStringView m_text;
    qsizetype m_next = 0;
};

} // namespace

std::vector<FilterToken> scanFilter(QStringView text) { return Scanner(text).scan(); }

bool isPlainValue(QStringView text)
{
    const auto isSpecial = [](QChar c) {
        return c.isSpace() || c == u'(' || c == u')' || c == u'"' || c == u',' || c == u'*' || c == u'?';
    };
    return !text.isEmpty() && std::ranges::none_of(text, isSpecial);
}

} // namespace Linescope
