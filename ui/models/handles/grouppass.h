// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One way through all handles of a big World in small steps, to put them into groups. The screen shows the old groups
// meanwhile; what happens in the meantime is put into the new ones too.
#pragma once

#include "models/handles/handlegroups.h"
#include "models/slicedsort.h"
#include "models/textstore.h"

#include <memory>

namespace Linescope {

class GroupPass {
public:
    GroupPass(const LiveWorld *live, const ScreenClock *clock, const HandleGroups::Goal &goal, bool keepsFilter);

    HandleGroups &groups() { return *m_groups; }
    const HandleGroups::Goal &goal() const { return m_groups->goal(); }
    bool keepsFilter() const { return m_keepsFilter; } // it lets the same handles through as the one on screen

    // True once the groups can be taken. `count` is about how many handles are looked at.
    bool step(size_t count);
    int percent() const;

    void advance(); // the LiveWorld has
    bool takeDue(); // time has passed; true if that was not all
    std::unique_ptr<HandleGroups> takeGroups() { return std::move(m_groups); }

private:
    enum class Phase { Gathering, Listing, Sorting, Appending, Linking };

    void gather(size_t count);
    void list(size_t count);
    void append(size_t count);
    void endFrame();

    const LiveWorld *m_live;
    bool m_keepsFilter;
    std::unique_ptr<HandleGroups> m_groups;
    Phase m_phase = Phase::Gathering;
    quint32 m_slot = 0;
    HandleGroups::Node m_next = RowTree::Root + 1; // to be listed
    HandleGroups::Node m_end = 0;
    TextStore m_texts; // of the entries
    SlicedSort<HandleGroups::Entry, HandleGroups::EntryLess> m_sort;
    std::vector<HandleGroups::Entry> m_sorted;
    size_t m_appended = 0;
    size_t m_linked = 0; // about
};

} // namespace Linescope
