// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "smallworld/walk.h"

#include "smallworld/choices.h"

#include <algorithm>

namespace Linescope::SmallWorld {

using namespace Qt::StringLiterals;
using Reference::Player;

namespace {

constexpr size_t longestWay = 1'000; // then the engine begins afresh: a failure has to be told
constexpr size_t widestSearch = 300; // states; what is farther is reached from the beginning

} // namespace

Walk::Walk(const Pass &pass)
    : m_pass(pass)
{
}

size_t Walk::depth() const
{
    return std::max_element(m_states.begin(), m_states.end(),
                            [](const State &a, const State &b) { return a.depth < b.depth; })
        ->depth;
}

bool Walk::goEverywhere()
{
    if (!begin())
        return false;
    while (m_firstUnfinished < m_states.size()) {
        if (!goOn())
            return false;
        while (m_firstUnfinished < m_states.size()
               && m_states[m_firstUnfinished].tried == m_states[m_firstUnfinished].actions)
            ++m_firstUnfinished;
    }
    return true;
}

bool Walk::goOn()
{
    if (m_states[m_here].tried < m_states[m_here].actions)
        return tryNext();
    const std::vector<quint16> way = m_way.size() < longestWay ? wayToUnfinished() : std::vector<quint16>();
    if (way.empty())
        return leadTo(m_firstUnfinished);
    return std::all_of(way.begin(), way.end(), [this](quint16 action) { return take(action); });
}

bool Walk::tryNext() { return take(m_states[m_here].tried++); }

// ---- one step ------------------------------------------------------------------------------------------------------

bool Walk::take(quint16 number)
{
    const Place from = m_here;
    const Picture before(m_player->model(), m_pass);
    m_way.push_back(number);
    ++m_steps;
    const QStringList wrong = play(*m_player, actionNumber(number, m_player->model(), before, m_pass));
    if (!wrong.isEmpty())
        return fail(wrong, from, number);

    const Picture after(m_player->model(), m_pass);
    const size_t known = m_states.size();
    m_here = enter(after);
    Place &edge = m_edges[m_states[from].edges + number];
    if (edge != nowhere && edge != m_here)
        return fail({u"led to another state than before: more matters than the picture shows"_s}, from, number);
    edge = m_here;
    if (m_here < known) {
        shorten(from, number, m_here);
        return true;
    }
    m_states[m_here].from = from;
    m_states[m_here].by = number;
    m_states[m_here].depth = quint16(m_states[from].depth + 1);
    const QStringList seen = look(*m_player);
    return seen.isEmpty() || fail(seen, from, number);
}

// What must be true in every state: looked at once in each.
QStringList Walk::look(Player &player) const
{
    QStringList wrong = player.play(questions(player.model(), Picture(player.model(), m_pass)));
    wrong += player.check();
    return wrong;
}

QStringList Walk::play(Player &player, const Action &action) const
{
    QStringList wrong = player.play(action);
    wrong += player.fetchAll(longestQueue());
    return wrong;
}

size_t Walk::longestQueue() const { return m_pass.parts.testFlag(Part::KeepsMessages) ? 3 : 0; }

Walk::Place Walk::enter(const Picture &picture)
{
    const auto [entry, isNew] = m_places.try_emplace(picture.text, Place(m_states.size()));
    if (isNew) {
        State state;
        state.actions = quint16(countActions(m_player->model(), picture, m_pass));
        state.edges = m_edges.size();
        m_edges.resize(m_edges.size() + state.actions, nowhere);
        m_states.push_back(state);
    }
    return entry->second;
}

void Walk::shorten(Place from, quint16 action, Place to)
{
    State &state = m_states[to];
    if (state.depth > m_states[from].depth + 1) {
        state.from = from;
        state.by = action;
        state.depth = quint16(m_states[from].depth + 1);
    }
}

// ---- ways ----------------------------------------------------------------------------------------------------------

bool Walk::begin()
{
    m_player = std::make_unique<Player>(settingOf(m_pass));
    m_way.clear();
    ++m_beginnings;
    QStringList wrong = m_player->play(beginning(m_pass));
    wrong += m_player->fetchAll();
    m_here = enter(Picture(m_player->model(), m_pass));
    if (wrong.isEmpty())
        return true;
    m_failure = wrong.join(u'\n');
    return false;
}

// All steps on the way have been compared before.
bool Walk::leadTo(Place place)
{
    if (!begin())
        return false;
    m_way = wayTo(place);
    for (quint16 number : m_way) {
        const Picture picture(m_player->model(), m_pass);
        m_player->lead(actionNumber(number, m_player->model(), picture, m_pass));
        m_player->fetchAll(longestQueue());
    }
    m_steps += m_way.size();
    m_here = enter(Picture(m_player->model(), m_pass));
    return m_here == place || fail({u"the way leads elsewhere now"_s}, m_states[place].from, m_states[place].by);
}

// From the beginning, as short as it is known.
std::vector<quint16> Walk::wayTo(Place place) const
{
    std::vector<quint16> way;
    for (; m_states[place].from != nowhere; place = m_states[place].from)
        way.push_back(m_states[place].by);
    std::reverse(way.begin(), way.end());
    return way;
}

// From here to the nearest state where something has not been tried; empty when there is none near.
std::vector<quint16> Walk::wayToUnfinished() const
{
    struct Stop {
        Place place;
        size_t before; // in the list
        quint16 by;
    };
    ++m_search;
    m_searched.resize(m_states.size());
    std::vector<Stop> stops = {{m_here, 0, 0}};
    m_searched[m_here] = m_search;
    for (size_t at = 0; at < std::min(stops.size(), widestSearch); ++at) {
        const State &state = m_states[stops[at].place];
        for (quint16 action = 0; action < state.tried; ++action) {
            const Place next = m_edges[state.edges + action];
            if (m_searched[next] == m_search)
                continue;
            m_searched[next] = m_search;
            stops.push_back({next, at, action});
            if (m_states[next].tried == m_states[next].actions)
                continue;
            std::vector<quint16> way;
            for (size_t stop = stops.size() - 1; stop != 0; stop = stops[stop].before)
                way.push_back(stops[stop].by);
            std::reverse(way.begin(), way.end());
            return way;
        }
    }
    return {};
}

// ---- what went wrong -----------------------------------------------------------------------------------------------

// Told by the shortest way to this state if it goes wrong there too, else by the whole way of this engine.
bool Walk::fail(const QStringList &wrong, Place from, quint16 action)
{
    std::vector<quint16> shortest = wayTo(from);
    shortest.push_back(action);
    QStringList wrongThere; // the same in the numbers of the story
    QStringList story = retell(shortest, &wrongThere);
    if (wrongThere.isEmpty()) {
        QStringList wrongHere;
        story = QStringList(u"All is well on the shortest way:"_s) + story + QStringList(u"but not on this:"_s)
            + retell(m_way, &wrongHere);
        wrongThere = wrong;
    }
    m_failure = (story + wrongThere).join(u'\n');
    return false;
}

QStringList Walk::retell(const std::vector<quint16> &way, QStringList *wrong) const
{
    Player player(settingOf(m_pass));
    QStringList words;
    const auto tell = [&](const Action &action) {
        for (const Reference::Step &step : action)
            words.append(toText(step));
        *wrong += play(player, action);
    };
    tell(beginning(m_pass));
    player.fetchAll();
    for (quint16 number : way)
        tell(actionNumber(number, player.model(), Picture(player.model(), m_pass), m_pass));
    *wrong += look(player);
    return words;
}

} // namespace Linescope::SmallWorld
