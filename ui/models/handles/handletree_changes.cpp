// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// HandleTree: how a batch of events becomes groups and rows that come, go, move and change. Everything is planned first
// (Row::parent, Row::goes, totals), then announced and carried out in one step.

#include "models/handles/handlecolumns.h"
#include "models/handles/handletree.h"

#include <utility>

namespace Linescope {

void HandleTree::Plan::clear()
{
    for (auto *nodes : {&removed, &removedGroups, &fresh, &freshGroups, &moved, &thinned})
        nodes->clear();
}

void HandleTree::reset()
{
    beginResetModel();
    rebuild();
    endResetModel();
}

void HandleTree::rebuild()
{
    m_tree.clear();
    m_rows.clear();
    m_rows.resize(1);
    m_leaves.clear();
    m_groups.clear();
    m_shares.clear();
    m_gap.clear();
    m_ghosts.clear();
    m_lostGhosts.clear();
    m_plan.clear();
    m_due.clear();
    if (!m_active)
        return;
    m_live->world().handles().forEach([this](const Handle &handle) {
        if (passes(handle))
            planAdd(handle);
    });
    m_plan.clear();
    sortEverything();
    m_toggled.removeIf([this](const GroupKey &key) { return !m_groups.contains(key); });
}

void HandleTree::advance()
{
    if (!m_active)
        return;
    ++m_frame;
    m_ghosts.beginBatch();
    collectVoided();
    collectGhosts();
    collectChanged();
    collectAdded();
    carryOut();
    announceVisible();
    m_ghosts.endBatch();
}

void HandleTree::collectVoided()
{
    for (const auto &voided : m_live->netEffect().voided()) {
        const Node leaf = m_leaves.value(voided.handle, RowTree::None);
        if (leaf != RowTree::None && !m_ghosts.find(voided.handle))
            planRemove(leaf);
        m_due.remove(voided.handle);
    }
    for (const HCall lost : std::exchange(m_lostGhosts, {})) { // in an earlier batch or in this one
        const Node leaf = m_leaves.value(lost, RowTree::None);
        if (leaf != RowTree::None && !m_rows[leaf].goes)
            planRemove(leaf);
    }
}

void HandleTree::collectChanged()
{
    const World &world = m_live->world();
    for (const CallId id : m_live->netEffect().changed()) {
        const quint32 slot = world.calls().slotOf(id);
        if (slot != SlotTable<CallId, Call>::NoSlot)
            collectChanged(world.calls().at(slot), m_live->netEffect().aspectsOf(id, slot));
    }
}

void HandleTree::collectChanged(const Call &call, Aspects aspects)
{
    Aspects regrouping;
    for (const GroupLevel level : std::as_const(m_levels))
        regrouping |= groupAspects(level);
    const bool moves = bool(aspects & m_sortColumn->sortAspects);
    m_live->world().forEachHandle(call, [&](const Handle &handle) {
        const Node leaf = m_leaves.value(handle.id, RowTree::None);
        const bool wanted = passes(handle);
        if (leaf == RowTree::None) {
            if (wanted && !m_filter.isEmpty() && !m_live->netEffect().isNew(handle.id))
                planAdd(handle);
            return;
        }
        updateFlags(leaf, handle, call);
        updateRecord(leaf, call);
        if (hasCallLevel())
            group(m_rows[leaf].parent).changedIn = m_frame; // it shows what its call does
        if (!wanted) {
            planRemove(leaf);
            return;
        }
        if (moves)
            planMove(leaf);
        if (moves && hasCallLevel())
            planMove(m_rows[leaf].parent);
        if (aspects & regrouping)
            planRegroup(leaf, handle, call);
    });
}

void HandleTree::collectAdded()
{
    for (const HCall id : m_live->netEffect().added()) {
        const Handle *handle = m_live->world().handle(id);
        if (handle && passes(*handle))
            planAdd(*handle);
    }
}

void HandleTree::setFilter(const HandleFilter &filter)
{
    m_filter = filter;
    if (!m_active)
        return;
    ++m_frame;
    planRemove(m_ghosts.takeAll());
    m_due.clear();
    m_live->world().handles().forEach([this](const Handle &handle) { lookAgain(handle); });
    carryOut();
    announceVisible();
}

HandleTree::Node HandleTree::create(Node parent)
{
    const Node node = m_tree.create(false);
    if (node >= m_rows.size())
        m_rows.resize(node + 1);
    Row &row = m_rows[node];
    row = {};
    row.parent = parent;
    row.depth = parent == RowTree::Root ? 0 : quint8(m_rows[parent].depth + 1);
    if (parent != RowTree::Root)
        ++group(parent).population;
    return node;
}

void HandleTree::planAdd(const Handle &handle)
{
    const Call &call = m_live->world().calls().at(handle.callSlot);
    const Node leaf = create(parentFor(handle, call, m_levels.size()));
    Row &row = m_rows[leaf];
    row.handle = handle.id;
    row.call = call.id;
    row.retained = call.isIdle();
    row.owner = handle.privilege == Privilege::Owner;
    m_leaves.insert(handle.id, leaf);
    count(leaf, 1);
    m_plan.fresh.push_back(leaf);
}

void HandleTree::planRemove(Node leaf)
{
    Row &row = m_rows[leaf];
    if (!row.ghost)
        count(leaf, -1);
    row.goes = true;
    thin(row.parent);
    m_plan.removed.push_back(leaf);
}

void HandleTree::planMove(Node node)
{
    if (std::exchange(m_rows[node].moves, true))
        return;
    m_plan.moved.push_back(node);
}

// What has a group of its own choice: a call with all its handles, else the handle.
void HandleTree::planRegroup(Node leaf, const Handle &handle, const Call &call)
{
    const Node node = hasCallLevel() ? m_rows[leaf].parent : leaf;
    const Node parent = parentFor(handle, call, m_levels.size() - (hasCallLevel() ? 1 : 0));
    if (parent != m_rows[node].parent)
        transfer(node, parent);
}

HandleTree::Node HandleTree::parentFor(const Handle &handle, const Call &call, qsizetype levels)
{
    Node parent = RowTree::Root;
    for (const GroupLevel level : m_levels.first(levels)) {
        const GroupKey key = groupKey(level, m_live->world(), handle, call);
        Node node = m_groups.value(key, RowTree::None);
        if (node == RowTree::None) {
            node = create(parent);
            Row &row = m_rows[node];
            row.group = std::make_unique<Group>();
            row.group->key = key;
            row.group->name = groupName(key, m_live->world());
            row.group->changedIn = m_frame;
            m_tree.setExpanded(node, startsExpanded(key, row.depth));
            m_groups.insert(key, node);
            m_plan.freshGroups.push_back(node);
        } else if (m_rows[node].parent != parent) {
            transfer(node, parent); // a call that only a ghost has held in its old group
        }
        parent = node;
    }
    return parent;
}

void HandleTree::transfer(Node node, Node parent)
{
    Row &row = m_rows[node];
    const Node from = row.parent;
    if (row.group)
        addUp(from, row.group->totals, -1);
    else if (!row.ghost)
        count(node, -1);
    thin(from);
    row.parent = parent;
    ++group(parent).population;
    if (row.group)
        addUp(parent, row.group->totals, 1);
    else if (!row.ghost)
        count(node, 1);
    planMove(node);
}

void HandleTree::thin(Node node)
{
    --group(node).population;
    m_plan.thinned.push_back(node);
}

void HandleTree::emptyGroupsGo()
{
    for (Node node : m_plan.thinned) {
        while (node != RowTree::Root && group(node).population == 0 && !m_rows[node].goes) {
            m_rows[node].goes = true;
            m_plan.removedGroups.push_back(node);
            node = m_rows[node].parent;
            if (node != RowTree::Root)
                --group(node).population;
        }
    }
}

} // namespace Linescope
