// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filter/handlefilter.h"

#include "tapi/names.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

bool holds(QStringView text, QStringView part) { return text.contains(part, Qt::CaseInsensitive); }

// The constants of a family whose name holds the text.
template<class Enum>
quint32 bitsHolding(QStringView text)
{
    quint32 bits = 0;
    for (const auto &constant : namesOf<Enum>()) {
        if (holds(QString::fromLatin1(constant.name), text))
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

// A short name without allocating: this runs for every row.
template<class Tag>
class ShortName {
public:
    explicit ShortName(Id<Tag> id)
    {
        for (quint32 rest = id.value; rest != 0; rest /= 10)
            *--m_begin = char16_t(u'0' + rest % 10);
        if (m_begin != m_text.end())
            *--m_begin = char16_t(Tag::letter);
    }
    QStringView view() const { return QStringView(m_begin, m_text.end()); }
    bool is(QStringView text) const { return view().compare(text, Qt::CaseInsensitive) == 0; }

private:
    std::array<char16_t, 11> m_text;
    char16_t *m_begin = m_text.end();
};

bool partyHolds(const PackedCallInfo &info, QString CallInfo::*number, QString CallInfo::*name, QStringView text)
{
    return holds(info.text(number), text) || holds(info.text(name), text);
}

} // namespace

// ---- Reading ----

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

// ---- Matching ----

struct HandleFilter::Row {
    const World &world;
    const Linescope::Call &call;
    const Linescope::Handle *handle; // none: the call alone

    bool isRetained() const { return handle && call.isIdle(); }
    bool hasState(const Term &term) const { return (term.states & quint32(call.state)) != 0; }
    bool hasPrivilege(const Term &term) const { return handle && (term.privileges & quint32(handle->privilege)) != 0; }
    const App *app() const { return handle ? world.app(world.appOf(*handle)) : nullptr; }
    QString deviceName() const
    {
        const Device *device = world.device(call.device);
        return device ? device->info.name : QString();
    }
    bool callerHolds(QStringView text) const
    {
        return partyHolds(call.info, &CallInfo::callerId, &CallInfo::callerIdName, text);
    }
    bool calledHolds(QStringView text) const
    {
        return partyHolds(call.info, &CallInfo::calledId, &CallInfo::calledIdName, text);
    }
    bool anyHolds(const Term &term) const
    {
        const QStringView text = term.text;
        const App *const program = app();
        return hasState(term) || hasPrivilege(term) || holds(ShortName(call.id).view(), text)
            || (handle && (holds(ShortName(handle->id).view(), text) || holds(ShortName(handle->line).view(), text)))
            || (program && holds(program->name, text)) || holds(deviceName(), text) || callerHolds(text)
            || calledHolds(text);
    }
};

bool HandleFilter::matches(const Term &term, const Row &row)
{
    const QStringView text = term.text;
    switch (term.key) {
    case Key::Any:
        return row.anyHolds(term);
    case Key::State:
        return row.hasState(term);
    case Key::App: {
        const App *const app = row.app();
        return app && (ShortName(app->id).is(text) || holds(app->name, text));
    }
    case Key::Line:
        return (row.handle && ShortName(row.handle->line).is(text)) || holds(row.deviceName(), text);
    case Key::Call:
        return ShortName(row.call.id).is(text);
    case Key::Handle:
        return row.handle
            && (ShortName(row.handle->id).is(text) || hexName(row.handle->id).compare(text, Qt::CaseInsensitive) == 0);
    case Key::Caller:
        return row.callerHolds(text);
    case Key::Called:
        return row.calledHolds(text);
    case Key::Privilege:
        return row.hasPrivilege(term);
    case Key::Retained:
        return row.isRetained();
    case Key::Live:
        return !row.call.isIdle();
    }
    Q_UNREACHABLE();
    return false;
}

bool HandleFilter::matches(const World &world, const Call &call, const Handle *handle) const
{
    const Row row{world, call, handle};
    return std::ranges::all_of(m_terms, [&](const Term &term) { return matches(term, row) != term.negated; });
}

bool HandleFilter::matches(const World &world, const Handle &handle) const
{
    const Call *const call = world.call(handle.call);
    return call && matches(world, *call, &handle);
}

bool HandleFilter::matches(const World &world, const Call &call) const
{
    if (isEmpty())
        return true;
    if (call.handleCount() == 0)
        return matches(world, call, nullptr);
    bool matching = false;
    world.forEachHandle(call, [&](const Handle &handle) { matching = matching || matches(world, call, &handle); });
    return matching;
}

} // namespace Linescope
