// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/handles/grouppass.h"

#include "models/liveworld.h"

#include <algorithm>
#include <limits>

namespace Linescope {

GroupPass::GroupPass(const LiveWorld *live, const ScreenClock *clock, const HandleGroups::Goal &goal, bool keepsFilter)
    : m_live(live)
    , m_keepsFilter(keepsFilter)
    , m_groups(std::make_unique<HandleGroups>(live, clock, nullptr, goal))
{
    m_groups->reserve();
}

bool GroupPass::step(size_t count)
{
    switch (m_phase) {
    case Phase::Gathering:
        gather(count);
        return false;
    case Phase::Listing:
        list(count);
        return false;
    case Phase::Sorting:
        if (m_sort.step(count * 2)) {
            m_sorted = m_sort.take();
            m_phase = Phase::Appending;
        }
        return false;
    case Phase::Appending:
        append(count);
        return false;
    case Phase::Linking:
        // When more happens than can be caught up with, the last bit is done at once.
        m_linked += count;
        return m_groups->linkSome(
            m_linked > 3 * size_t(m_live->world().handles().size()) ? std::numeric_limits<size_t>::max() : count);
    }
    Q_UNREACHABLE();
    return true;
}

int GroupPass::percent() const
{
    const auto part = [](double done, double all) { return all > 0 ? std::min(1.0, done / all) : 0.0; };
    return int(50 * part(m_slot, m_live->world().handles().slotCount()) + 10 * part(m_next, m_end)
               + 20 * m_sort.progress() + 19 * part(double(m_appended), double(m_sorted.size())));
}

void GroupPass::gather(size_t count)
{
    const auto &handles = m_live->world().handles();
    const quint32 end = quint32(std::min(size_t(m_slot) + count, size_t(handles.slotCount())));
    for (; m_slot < end; ++m_slot) {
        const Handle &handle = handles.at(m_slot);
        if (!handle.id.isNull())
            m_groups->gather(handle);
    }
    m_groups->endGathering();
    if (m_slot < handles.slotCount())
        return;
    m_end = m_groups->nodeCount();
    m_sort.reserve(m_end);
    m_phase = Phase::Listing;
}

void GroupPass::list(size_t count)
{
    for (; count > 0 && m_next < m_end; --count, ++m_next) {
        if (const HandleGroups::Entry entry = m_groups->entryFor(m_next, &m_texts); entry.node != RowTree::None)
            m_sort.add(entry);
    }
    if (m_next >= m_end)
        m_phase = Phase::Sorting;
}

void GroupPass::append(size_t count)
{
    for (; count > 0 && m_appended < m_sorted.size(); --count, ++m_appended)
        m_groups->append(m_sorted[m_appended]);
    if (m_appended >= m_sorted.size())
        m_phase = Phase::Linking;
}

void GroupPass::advance()
{
    m_groups->beginFrame();
    m_groups->collectBatch();
    endFrame();
}

bool GroupPass::takeDue()
{
    m_groups->beginFrame();
    const bool hasMore = m_groups->takeDue();
    endFrame();
    return hasMore;
}

void GroupPass::endFrame()
{
    if (m_phase == Phase::Gathering)
        m_groups->endGathering();
    else
        m_groups->putOff();
}

} // namespace Linescope
