// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The calls of a provider that were closed last, and the number of the command that did it: what the provider says of
// one may have been on its way (V-13). Bounded: the longest ago are forgotten.
#pragma once

#include "tapi/ids.h"

#include <QHash>

#include <optional>
#include <utility>
#include <vector>

namespace Linescope {

class ClosedCalls {
public:
    static constexpr size_t Capacity = 65'536;

    void insert(DriverCall call, quint64 command)
    {
        m_commands.insert(call, command);
        if (m_latest.size() < Capacity) {
            m_latest.push_back({call, command});
            return;
        }
        forget(std::exchange(m_latest[m_oldest], {call, command}));
        m_oldest = (m_oldest + 1) % Capacity;
    }
    void remove(DriverCall call) { m_commands.remove(call); } // its name is a new call's
    std::optional<quint64> closedBy(DriverCall call) const
    {
        const auto closed = m_commands.constFind(call);
        return closed == m_commands.constEnd() ? std::nullopt : std::optional(*closed);
    }
    void clear() { *this = {}; }

private:
    struct Closed {
        DriverCall call;
        quint64 command;
    };

    void forget(const Closed &closed)
    {
        if (closedBy(closed.call) == closed.command) // else the name has been a younger call's
            m_commands.remove(closed.call);
    }

    QHash<DriverCall, quint64> m_commands;
    std::vector<Closed> m_latest; // a ring, also of those whose names are used again
    size_t m_oldest = 0;
};

} // namespace Linescope
