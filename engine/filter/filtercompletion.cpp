// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filter/filtercompletion.h"

#include "filter/filternumbers.h"
#include "filter/filterscanner.h"
#include "tapi/names.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

using Values = FilterKeySpec::Values;

// Without quotes it would be another thing, or read like one.
bool looksLikeMore(const QString &text)
{
    const auto isOperator = [](QChar c) { return c == u':' || c == u'=' || c == u'<' || c == u'>'; };
    const auto isShortName = [&](const FilterKeySpec &spec) {
        return spec.letter && parseShortName(text, spec.letter);
    };
    return std::ranges::any_of(text, isOperator) || std::ranges::any_of(FilterKeys::all(), isShortName);
}

bool startsWith(const QString &text, const QString &start) { return text.startsWith(start, Qt::CaseInsensitive); }

template<class Enum>
QStringList constantNames()
{
    QStringList names;
    for (const auto &constant : namesOf<Enum>()) {
        if (quint32(constant.value) != 0)
            names += QString::fromLatin1(constant.name).toLower();
    }
    return names;
}

QStringList modeNames()
{
    QStringList names = constantNames<ConnectedMode>() + constantNames<OfferingMode>() + constantNames<BusyMode>()
        + constantNames<DialToneMode>() + constantNames<SpecialInfoMode>() + constantNames<DisconnectMode>();
    names.removeDuplicates();
    return names;
}

QStringList appNames(const World &world)
{
    QStringList names;
    world.apps().forEach([&](const App &app) { names += app.name; });
    return names;
}

QStringList deviceNames(const World &world)
{
    QStringList names;
    for (const Device &device : world.devices()) {
        if (!device.removed)
            names += device.info.name;
    }
    return names;
}

QStringList providerNames(const World &world)
{
    QStringList names;
    for (const Provider &provider : world.providers())
        names += provider.name;
    return names;
}

// Those that begin with the text, then those that hold it; each once, none that is empty.
QStringList matching(QStringList names, const QString &typed)
{
    names.erase(std::remove_if(
                    names.begin(), names.end(),
                    [&](const QString &name) { return name.isEmpty() || !name.contains(typed, Qt::CaseInsensitive); }),
                names.end());
    std::ranges::sort(names, [&](const QString &a, const QString &b) {
        const bool first = startsWith(a, typed);
        if (first != startsWith(b, typed))
            return first;
        const int order = a.compare(b, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : a < b;
    });
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names.mid(0, FilterCompletion::MaxProposals);
}

// With the digits that are there already.
QStringList withUnits(const QString &typed, const QStringList &units, const QStringList &examples)
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    const auto rest = std::ranges::find_if_not(typed, isDigit);
    const QString digits = typed.left(rest - typed.begin());
    if (digits.isEmpty())
        return examples;
    QStringList values;
    for (const QString &unit : units)
        values += digits + unit;
    return values;
}

QStringList valuesOf(const FilterKeySpec &spec, const QString &typed, const World &world)
{
    switch (spec.values) {
    case Values::State:
        return constantNames<CallState>();
    case Values::Privilege:
        return constantNames<Privilege>();
    case Values::Media:
        return constantNames<MediaMode>();
    case Values::Cause:
        return constantNames<DisconnectMode>();
    case Values::Duration:
        return withUnits(typed, {u"s"_s, u"m"_s, u"h"_s, u"d"_s}, {u"10s"_s, u"1m"_s, u"5m"_s, u"1h"_s});
    case Values::Size:
        return withUnits(typed, {u"k"_s, u"m"_s}, {u"512"_s, u"1k"_s, u"1m"_s});
    case Values::Text:
        break;
    case Values::Number:
    case Values::None:
        return {};
    }
    switch (spec.key) {
    case FilterKey::App:
        return appNames(world);
    case FilterKey::Line:
    case FilterKey::Device:
        return deviceNames(world);
    case FilterKey::Provider:
        return providerNames(world);
    case FilterKey::Mode:
        return modeNames();
    default:
        return {}; // numbers and names of people: there would be no end of them
    }
}

class Completer {
public:
    Completer(const QString &text, qsizetype cursor, const World &world)
        : m_text(text)
        , m_cursor(std::clamp(cursor, qsizetype(0), text.size()))
        , m_tokens(scanFilter(text))
        , m_world(world)
    {
    }

    FilterCompletion complete()
    {
        const FilterToken *token = tokenAtCursor();
        if (!token || token->kind == FilterToken::Kind::Close) {
            replace(m_cursor, 0);
            if (!token)
                proposeWords({});
        } else if (token->op && m_cursor >= token->position + token->key.size() + textOf(*token->op).size()) {
            completeValue(*token);
        } else if (token->op || !token->values.empty()) {
            completeWord(*token);
        } else {
            replace(m_cursor, 0);
            proposeWords({});
        }
        m_result.proposals = m_result.proposals.mid(0, FilterCompletion::MaxProposals);
        return m_result;
    }

private:
    const FilterToken *tokenAtCursor() const
    {
        const auto found = std::ranges::find_if(m_tokens, [this](const FilterToken &token) {
            return token.position < m_cursor && m_cursor <= token.end();
        });
        return found == m_tokens.end() ? nullptr : &*found;
    }
    void replace(qsizetype position, qsizetype length)
    {
        m_result.position = position;
        m_result.length = length;
    }
    void propose(const QString &text, const QString &note, bool continues = false)
    {
        if (text.compare(m_text.mid(m_result.position, m_result.length), Qt::CaseInsensitive) != 0)
            m_result.proposals.append({text, note, continues});
    }

    void completeWord(const FilterToken &token)
    {
        if (!token.op && token.values.front().quoted)
            return;
        replace(token.position, token.op ? token.key.size() + textOf(*token.op).size() : token.length);
        proposeWords(m_text.mid(token.position, m_cursor - token.position));
    }

    void proposeWords(const QString &typed)
    {
        for (const FilterKeySpec &spec : FilterKeys::all()) {
            if (!startsWith(spec.name.toString(), typed))
                continue;
            const bool compares = spec.values == Values::Duration || spec.values == Values::Size;
            const QString sign = spec.isFlag() ? QString() : compares ? u">"_s : u":"_s;
            propose(spec.name.toString() + sign, FilterKeys::description(spec), !spec.isFlag());
        }
        proposeJoints(typed);
        if (typed.size() >= 2)
            proposeTerms(typed);
    }

    // Whether what is being typed stands after something that can be joined.
    bool followsOperand() const
    {
        const auto after = std::ranges::find_if(
            m_tokens, [this](const FilterToken &token) { return token.end() > m_result.position; });
        if (after == m_tokens.begin())
            return false;
        const FilterToken::Kind kind = std::prev(after)->kind;
        return kind == FilterToken::Kind::Word || kind == FilterToken::Kind::Close;
    }

    void proposeJoints(const QString &typed)
    {
        const auto joint = [&](const QString &word, const QString &note) {
            if (startsWith(word, typed))
                propose(word, note);
        };
        if (followsOperand()) {
            joint(u"and"_s, FilterKeys::tr("both must match"));
            joint(u"or"_s, FilterKeys::tr("one of both must match"));
        }
        joint(u"not"_s, FilterKeys::tr("leaves out what matches"));
    }

    // A value whose name is being typed without its key.
    void proposeTerms(const QString &typed)
    {
        for (const FilterKey key : {FilterKey::State, FilterKey::App, FilterKey::Line}) {
            const FilterKeySpec &spec = FilterKeys::of(key);
            for (const QString &name : matching(valuesOf(spec, typed, m_world), typed)) {
                if (startsWith(name, typed))
                    propose(filterTerm(key, name), FilterKeys::description(spec));
            }
        }
    }

    void completeValue(const FilterToken &token)
    {
        const FilterKeySpec *const spec = FilterKeys::find(token.key);
        const auto value = std::ranges::find_if(
            token.values, [this](const FilterValue &v) { return v.position <= m_cursor && m_cursor <= v.end(); });
        if (!spec || value == token.values.end())
            return;
        replace(value->position, value->length);
        const qsizetype start = value->position + (value->quoted ? 1 : 0);
        const QString typed = m_text.mid(start, std::min(m_cursor - start, value->text.size()));
        for (const QString &name : matching(valuesOf(*spec, typed, m_world), typed))
            propose(filterValueText(name), {});
    }

    const QString m_text;
    const qsizetype m_cursor;
    const std::vector<FilterToken> m_tokens;
    const World &m_world;
    FilterCompletion m_result;
};

} // namespace

FilterCompletion completeFilter(const QString &text, qsizetype cursor, const World &world)
{
    return Completer(text, cursor, world).complete();
}

QString filterValueText(const QString &text)
{
    const auto isUnspeakable = [](QChar c) { return c == u'"' || !(c.isPrint() || c.isSurrogate()); };
    if (std::ranges::none_of(text, isUnspeakable))
        return isPlainValue(text) && !looksLikeMore(text) ? text : u'"' + text + u'"';
    QString pattern = text;
    std::ranges::replace_if(
        pattern, [&](QChar c) { return isUnspeakable(c) || !isPlainValue(QString(c)); }, u'?');
    return pattern;
}

QString filterTerm(FilterKey key, const QString &name, const QString &shortName)
{
    return FilterKeys::of(key).name.toString() + u':' + (name.isEmpty() ? shortName : filterValueText(name));
}

} // namespace Linescope
