// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reads a filter: words into terms, mistakes into sentences.

#include "filter/handlefilter.h"

#include "tapi/names.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

// The constants of a family whose name holds the text.
template<class Enum>
quint32 bitsHolding(QStringView text)
{
    quint32 bits = 0;
    for (const auto &constant : namesOf<Enum>()) {
        if (QString::fromLatin1(constant.name).contains(text, Qt::CaseInsensitive))
            bits |= quint32(constant.value);
    }
    return bits;
}

// The constant of that name, else those whose name begins so: "connected" is not DISCONNECTED.
template<class Enum>
quint32 bitsNamed(QStringView text)
{
    if (const auto exact = fromName<Enum>(text.toString().toUpper()))
        return quint32(*exact);
    quint32 bits = 0;
    for (const auto &constant : namesOf<Enum>()) {
        if (QString::fromLatin1(constant.name).startsWith(text, Qt::CaseInsensitive))
            bits |= quint32(constant.value);
    }
    return bits;
}

} // namespace

struct HandleFilter::Word {
    QString key; // of `key:value`
    QString text;
    qsizetype position = 0; // from 1, for people
    bool quoted = false;
    bool hasKey = false;
    bool negated = false;
};

class HandleFilter::Parser {
public:
    explicit Parser(const QString &text)
        : m_text(text)
    {
    }

    tl::expected<std::vector<Term>, QString> parse()
    {
        std::vector<Term> terms;
        for (skipSpace(); !atEnd(); skipSpace()) {
            const auto word = readWord();
            if (!word)
                return tl::unexpected(word.error());
            const auto term = toTerm(*word);
            if (!term)
                return tl::unexpected(term.error());
            terms.push_back(*term);
        }
        return terms;
    }

private:
    struct KeyName {
        QStringView name;
        Key key;
    };
    static constexpr KeyName keys[] = {
        {u"state", Key::State},   {u"app", Key::App},       {u"line", Key::Line},     {u"call", Key::Call},
        {u"handle", Key::Handle}, {u"caller", Key::Caller}, {u"called", Key::Called}, {u"privilege", Key::Privilege},
    };

    bool atEnd() const { return m_next >= m_text.size(); }
    bool nextIs(char16_t unit) const { return !atEnd() && m_text.at(m_next) == unit; }
    void skipSpace()
    {
        while (!atEnd() && m_text.at(m_next).isSpace())
            ++m_next;
    }

    tl::expected<Word, QString> readWord()
    {
        Word word;
        word.position = m_next + 1;
        word.negated = nextIs(u'-');
        m_next += word.negated ? 1 : 0;
        const qsizetype start = m_next;
        while (!atEnd() && !m_text.at(m_next).isSpace() && !nextIs(u':') && !nextIs(u'"'))
            ++m_next;
        if (nextIs(u':') && m_next > start) {
            word.key = m_text.mid(start, m_next - start).toLower();
            word.hasKey = true;
            ++m_next;
        } else {
            m_next = start;
        }
        return readValue(word);
    }

    tl::expected<Word, QString> readValue(Word word)
    {
        word.quoted = nextIs(u'"');
        const qsizetype start = word.quoted ? m_next + 1 : m_next;
        if (word.quoted) {
            m_next = m_text.indexOf(u'"', start);
            if (m_next < 0)
                return error(tr("The quote at position %1 is not closed."), word);
        } else {
            while (!atEnd() && !m_text.at(m_next).isSpace())
                ++m_next;
        }
        word.text = m_text.mid(start, m_next - start);
        m_next += word.quoted ? 1 : 0;
        if (word.text.isEmpty())
            return error(tr("There is nothing to look for at position %1."), word);
        return word;
    }

    static tl::expected<Term, QString> toTerm(const Word &word)
    {
        const auto key = keyOf(word);
        if (!key)
            return tl::unexpected(key.error());
        Term term{*key, word.text, 0, 0, word.negated};
        if (*key == Key::Any || *key == Key::State)
            term.states = *key == Key::Any ? bitsHolding<CallState>(word.text) : bitsNamed<CallState>(word.text);
        if (*key == Key::Any || *key == Key::Privilege)
            term.privileges = *key == Key::Any ? bitsHolding<Privilege>(word.text) : bitsNamed<Privilege>(word.text);
        if (*key == Key::State && term.states == 0)
            return error(tr("No call state begins with \"%2\" (position %1). States are %3."), word,
                         namesOfAll<CallState>());
        if (*key == Key::Privilege && term.privileges == 0)
            return error(tr("No privilege begins with \"%2\" (position %1). Privileges are %3."), word,
                         namesOfAll<Privilege>());
        return term;
    }

    static tl::expected<Key, QString> keyOf(const Word &word)
    {
        if (word.hasKey) {
            const auto *const known = std::ranges::find(keys, QStringView(word.key), &KeyName::name);
            if (known != std::end(keys))
                return known->key;
            Word named = word;
            named.text = word.key;
            return error(tr("\"%2:\" at position %1 is not a key. Keys are %3. Put the word in quotes "
                            "to look for it as it is."),
                         named, keyNames());
        }
        if (!word.quoted && word.text.compare("retained"_L1, Qt::CaseInsensitive) == 0)
            return Key::Retained;
        if (!word.quoted && word.text.compare("live"_L1, Qt::CaseInsensitive) == 0)
            return Key::Live;
        return Key::Any;
    }

    static QString keyNames()
    {
        QStringList names;
        for (const KeyName &key : keys)
            names += key.name.toString();
        return names.join(u", "_s);
    }

    template<class Enum>
    static QString namesOfAll()
    {
        QStringList names;
        for (const auto &constant : namesOf<Enum>())
            names += QString::fromLatin1(constant.name);
        return names.join(u", "_s);
    }

    static tl::unexpected<QString> error(const QString &text, const Word &word, const QString &known = {})
    {
        QString result = text.arg(word.position);
        // One after the other: a "%3" typed by the user must stay what it is.
        const qsizetype shown = result.indexOf("%3"_L1);
        if (shown >= 0)
            result.replace(shown, 2, known);
        const qsizetype typed = result.indexOf("%2"_L1);
        if (typed >= 0)
            result.replace(typed, 2, word.text);
        return tl::unexpected(result);
    }

    const QString m_text;
    qsizetype m_next = 0;
};

tl::expected<HandleFilter, QString> HandleFilter::parse(const QString &text)
{
    auto terms = Parser(text).parse();
    if (!terms)
        return tl::unexpected(terms.error());
    HandleFilter filter;
    filter.m_terms = std::move(*terms);
    return filter;
}

} // namespace Linescope
