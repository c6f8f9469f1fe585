// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One way through all handles of a big World in small steps: which of them a filter lets through, in which order. The
// table shows its old rows meanwhile; what happens to handles in the meantime is touched and looked at once more.
#pragma once

#include "filter/handlefilter.h"
#include "models/handles/handlerow.h"
#include "models/handles/orderbuilder.h"

#include <deque>

namespace Linescope {

struct ColumnSpec;

class HandlePass {
public:
    using Item = ViewOrder::Item;

    struct Goal {
        HandleFilter filter;
        const ColumnSpec *column = nullptr;
        bool descending = false;
        bool keepsFilter = false; // only the order is new
    };

    // `shown`: the rows that the filter has let through already, where only the order is new; to be asked, not kept.
    HandlePass(const World *world, const Goal &goal, const ViewOrder *shown, ViewOrder::TextOf textOf);

    const Goal &goal() const { return m_goal; }
    void setDescending(bool descending) { m_goal.descending = descending; }

    // True once orders can be taken. `count` is about how many handles are looked at.
    bool step(size_t count, Microseconds now);
    int percent() const;

    void touch(Item item);
    // All that has been touched, however much it is; then the orders are those of this moment.
    void catchUp(Microseconds now);
    ViewOrder takeRows() { return std::move(m_rows); }
    ViewOrder takeDue() { return std::move(m_due); } // moments at which time changes the filter's mind

private:
    enum class Phase { Gathering, Ordering, OrderingDue, CatchingUp };

    void gather(size_t count, Microseconds now);
    void gather(const Handle &handle, Microseconds now);
    void sortTouched();
    void forgetTouched(Microseconds now);
    void lookAgain(size_t count, Microseconds now);

    const World *m_world;
    Goal m_goal;
    const ViewOrder *m_shown;
    Phase m_phase = Phase::Gathering;
    quint32 m_slot = 0;
    OrderBuilder m_rowBuilder;
    OrderBuilder m_dueBuilder;
    ViewOrder m_rows;
    ViewOrder m_due;
    std::vector<Item> m_touched;  // still in the orders as they were
    size_t m_compactAt = 1 << 20; // of m_touched
    std::deque<Item> m_forgotten; // taken out of the orders, to be looked at again
    size_t m_lookedAgain = 0;
};

} // namespace Linescope
