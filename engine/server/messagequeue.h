// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One application's messages, oldest first (M-44). A ring: nothing is allocated once it has grown to what is needed.
#pragma once

#include "tapi/linemessage.h"

#include <vector>

namespace Linescope {

class MessageQueue {
public:
    qsizetype size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }

    void push(const LineMessage &message)
    {
        if (m_size == qsizetype(m_ring.size()))
            grow();
        m_ring[index(m_size)] = message;
        ++m_size;
    }
    LineMessage pop()
    {
        const LineMessage message = m_ring[index(0)];
        m_head = index(1);
        --m_size;
        return message;
    }
    template<class Match>
    void removeIf(Match match)
    {
        qsizetype kept = 0;
        for (qsizetype i = 0; i < m_size; ++i) {
            const LineMessage &message = m_ring[index(i)];
            if (!match(message))
                m_ring[index(kept++)] = message;
        }
        m_size = kept;
    }

private:
    size_t index(qsizetype i) const { return (m_head + size_t(i)) & (m_ring.size() - 1); }
    void grow()
    {
        std::vector<LineMessage> bigger(m_ring.empty() ? 16 : m_ring.size() * 2);
        for (qsizetype i = 0; i < m_size; ++i)
            bigger[size_t(i)] = m_ring[index(i)];
        m_ring = std::move(bigger);
        m_head = 0;
    }

    std::vector<LineMessage> m_ring; // size: a power of two
    size_t m_head = 0;
    qsizetype m_size = 0;
};

} // namespace Linescope
