// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/handles/handlegroups.h"

#include "models/handles/ghostkeeper.h"
#include "models/liveworld.h"
#include "models/screenclock.h"

#include <utility>

namespace Linescope {

HandleGroups::HandleGroups(const LiveWorld *live, const ScreenClock *clock, const GhostKeeper *ghosts, const Goal &goal)
    : m_live(live)
    , m_clock(clock)
    , m_ghosts(ghosts)
    , m_goal(goal)
    , m_rows(1)
{
    m_tree.setBefore([this](Node a, Node b) { return isBefore(a, b); });
}

void HandleGroups::setFilter(const HandleFilter &filter)
{
    m_goal.filter = filter;
    m_due.clear();
}

bool HandleGroups::isCall(Node node) const { return isGroup(node) && group(node).key.level == GroupLevel::Call; }

HandleRow HandleGroups::rowFor(Node leaf) const
{
    const World &world = m_live->world();
    const HCall id = m_rows[leaf].handle;
    if (const Handle *handle = world.handle(id))
        return {&world, handle, &world.calls().at(handle->callSlot), nullptr, m_clock->now()};
    if (const Ghost *ghost = m_ghosts ? m_ghosts->find(id) : nullptr)
        return {&world, &ghost->handle, &ghost->call, ghost, ghost->since};
    return {};
}

HandleRow HandleGroups::callRowFor(Node node) const
{
    const World &world = m_live->world();
    const Call *call = world.call({quint32(group(node).key.number)});
    if (call && call->handleCount() > 0)
        return {&world, &world.handles().at(call->firstHandle), call, nullptr, m_clock->now()};
    const Node child = m_tree.firstChild(node);
    return child == RowTree::None ? HandleRow() : rowFor(child);
}

bool HandleGroups::hasChanged(Node node) const
{
    if (isGroup(node))
        return group(node).changedIn == m_frame;
    const HCall id = m_rows[node].handle;
    if (const Handle *handle = m_live->world().handle(id))
        return bool(m_live->netEffect().aspectsOf(handle->call, handle->callSlot));
    return m_ghosts && m_ghosts->isFresh(id);
}

bool HandleGroups::startsExpanded(const GroupKey &key, int depth) const
{
    return (depth < m_expandedDepths) != m_toggled.contains(key);
}

void HandleGroups::setExpanded(const GroupKey &key, int depth, bool expanded)
{
    if ((depth < m_expandedDepths) == expanded)
        m_toggled.remove(key);
    else
        m_toggled.insert(key);
    const Node node = groupOf(key);
    if (node != RowTree::None)
        m_tree.setExpanded(node, expanded);
}

void HandleGroups::setExpandedDepths(int depths)
{
    m_toggled.clear();
    m_expandedDepths = depths;
    m_tree.setExpanded([&](Node node) { return isGroup(node) && m_rows[node].depth < depths; });
}

void HandleGroups::expandLike(const HandleGroups &other)
{
    m_toggled = other.m_toggled;
    m_expandedDepths = other.m_expandedDepths;
}

HandleGroups::Node HandleGroups::groupOf(const GroupKey &key) const
{
    if (key.level == GroupLevel::Call)
        return m_calls.value({quint32(key.number)}).node();
    return m_groups.value(key, RowTree::None);
}

void HandleGroups::setGroupOf(const GroupKey &key, Node node)
{
    if (key.level == GroupLevel::Call && node == RowTree::Root)
        m_calls.remove({quint32(key.number)});
    else if (key.level == GroupLevel::Call)
        m_calls.insert({quint32(key.number)}, {node});
    else if (node == RowTree::Root)
        m_groups.remove(key);
    else
        m_groups.insert(key, node);
}

quint32 HandleGroups::newGroup()
{
    if (m_freeGroups.empty()) {
        const auto first = quint32(m_blocks.size()) * BlockSize;
        m_blocks.push_back(std::make_unique<Block>());
        for (quint32 i = BlockSize; i > 0; --i)
            m_freeGroups.push_back(first + i - 1);
    }
    const quint32 group = m_freeGroups.back();
    m_freeGroups.pop_back();
    return group;
}

void HandleGroups::freeGroup(Node node)
{
    changing(node) = {};
    m_freeGroups.push_back(std::exchange(m_rows[node].group, NoGroup));
}

HandleGroups::Node HandleGroups::create(Node parent)
{
    const Node node = m_tree.create(false);
    if (node >= m_rows.size())
        m_rows.resize(node + 1);
    Row &row = m_rows[node];
    row = {};
    row.parent = parent;
    row.depth = parent == RowTree::Root ? 0 : quint8(m_rows[parent].depth + 1);
    if (parent != RowTree::Root)
        ++changing(parent).population;
    return node;
}

HandleGroups::Node HandleGroups::parentFor(const Handle &handle, const Call &call, qsizetype levels)
{
    Node parent = RowTree::Root;
    for (const GroupLevel level : m_goal.levels.first(levels)) {
        const GroupKey key = groupKey(level, m_live->world(), handle, call);
        const bool hasName = level != GroupLevel::Call && groupOf(key) == RowTree::None;
        parent = groupFor(key, hasName ? groupName(key, m_live->world()) : QString(), parent);
    }
    return parent;
}

HandleGroups::Node HandleGroups::groupFor(const GroupKey &key, const QString &name, Node parent)
{
    Node node = groupOf(key);
    if (node == RowTree::None) {
        node = create(parent);
        m_rows[node].group = newGroup();
        Group &group = changing(node);
        group.key = key;
        group.name = name;
        group.changedIn = m_frame;
        m_tree.setExpanded(node, startsExpanded(key, m_rows[node].depth));
        setGroupOf(key, node);
        m_plan.freshGroups.push_back(node);
    } else if (m_rows[node].parent != parent) {
        transfer(node, parent); // a call that only a ghost has held in its old group
    }
    return node;
}

} // namespace Linescope
