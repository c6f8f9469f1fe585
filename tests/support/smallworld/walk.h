// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Walks through a small world until everything that can happen has happened in every state. The engine and the model
// go along; they are not led back to where they came from, but on to the nearest state where something is left to try,
// and begin afresh when there is none near. So a state is entered many times, each time with another past: that what
// comes of an action is the same each time shows that nothing but the picture matters.
#pragma once

#include "smallworld/picture.h"

#include <QStringList>

#include <unordered_map>

namespace Linescope::SmallWorld {

class Walk {
public:
    explicit Walk(const Pass &pass);

    // Until nothing is left to try in any state; false when the engine did wrong: see failure().
    bool goEverywhere();
    QString failure() const { return m_failure; } // what went wrong, and the way there

    size_t states() const { return m_states.size(); }
    size_t transitions() const { return m_edges.size(); } // each a state and what can happen in it
    quint64 steps() const { return m_steps; }             // those that lead to them included
    quint64 beginnings() const { return m_beginnings; }
    size_t depth() const; // of the state farthest from the beginning

private:
    using Place = quint32; // a state's number, in the order in which they were found
    static constexpr Place nowhere = ~Place(0);

    struct State {
        Place from = nowhere; // a short way here: the state before it and the action that leads here
        quint16 by = 0;
        quint16 depth = 0;
        quint16 tried = 0; // this many actions
        quint16 actions = 0;
        size_t edges = 0; // where they lead to: m_edges from here on
    };

    bool goOn();
    bool tryNext();
    bool take(quint16 action);
    bool begin();
    bool leadTo(Place place);
    QStringList play(Reference::Player &player, const Action &action) const;
    size_t longestQueue() const; // then an application fetches all
    QStringList look(Reference::Player &player) const;
    Place enter(const Picture &picture);
    void shorten(Place from, quint16 action, Place to);
    std::vector<quint16> wayToUnfinished() const;
    std::vector<quint16> wayTo(Place place) const;
    bool fail(const QStringList &wrong, Place from, quint16 action);
    // The steps of a way in words; what goes wrong on it is added to the second list.
    QStringList retell(const std::vector<quint16> &way, QStringList *wrong) const;

    const Pass &m_pass;
    std::unique_ptr<Reference::Player> m_player;
    Place m_here = nowhere;
    std::vector<quint16> m_way; // since the engine began
    std::unordered_map<std::string, Place> m_places;
    std::vector<State> m_states;
    std::vector<Place> m_edges;
    Place m_firstUnfinished = 0;
    mutable std::vector<quint32> m_searched; // the search that came by a state last
    mutable quint32 m_search = 0;
    quint64 m_steps = 0;
    quint64 m_beginnings = 0;
    QString m_failure;
};

} // namespace Linescope::SmallWorld
