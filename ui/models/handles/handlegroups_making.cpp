// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// HandleGroups: how groups are made bit by bit, while nobody watches and things go on happening.

#include "models/handles/handlegroups.h"

#include "models/liveworld.h"
#include "models/textstore.h"

namespace Linescope {

// To grow later would take longer than a frame.
void HandleGroups::reserve()
{
    const World &world = m_live->world();
    const auto handles = qsizetype(world.handles().size());
    const auto calls = qsizetype(world.calls().size());
    const qsizetype more = 4096 + handles / 8; // groups, and what comes meanwhile
    m_rows.reserve(size_t(handles + calls + more));
    m_tree.reserve(size_t(handles + calls + more));
    if (!hasCallLevel())
        m_shares.reserve(calls + more);
}

void HandleGroups::gather(const Handle &handle)
{
    if (leafOf(handle.id) == RowTree::None && passes(handle))
        planAdd(handle);
}

void HandleGroups::endGathering()
{
    emptyGroupsGo();
    for (const Node node : m_plan.moved)
        m_rows[node].moves = false;
    forgetRemoved();
}

HandleGroups::Entry HandleGroups::entryFor(Node node, TextStore *texts) const
{
    if (!isGroup(node) && m_rows[node].handle.isNull())
        return {};
    return {m_rows[node].parent, node, keyOf(node), numberOf(node), texts->keep(textOf(node)), isUpsideDown(node)};
}

// What has gone or changed since is linked later, or not at all.
void HandleGroups::append(const Entry &entry)
{
    const Row &row = m_rows[entry.node];
    if (!row.goes && !row.moves && !m_tree.isLinked(entry.node))
        m_tree.append(entry.node, entry.parent, entry.key);
}

// Numbers of what goes are not used again before the end: entries may know them.
void HandleGroups::putOff()
{
    emptyGroupsGo();
    forgetNames();
    unlinkPlanned();
    for (const auto *nodes : {&m_plan.removed, &m_plan.removedGroups})
        m_buried.insert(m_buried.end(), nodes->begin(), nodes->end());
    for (const auto *nodes : {&m_plan.fresh, &m_plan.moved, &m_plan.freshGroups})
        m_pending.insert(m_pending.end(), nodes->begin(), nodes->end());
    m_plan.clear();
}

bool HandleGroups::linkSome(size_t count)
{
    for (; count > 0 && !m_pending.empty(); --count) {
        link(m_pending.back());
        m_pending.pop_back();
    }
    if (!m_pending.empty())
        return false;
    bury(m_buried);
    m_buried.clear();
    m_toggled.removeIf([this](const GroupKey &key) { return groupOf(key) == RowTree::None; });
    return true;
}

} // namespace Linescope
