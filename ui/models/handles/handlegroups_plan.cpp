// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// HandleGroups: how a batch of events becomes a plan: groups and rows that come, go, move and change.

#include "models/handles/handlegroups.h"

#include "models/handles/ghostkeeper.h"
#include "models/handles/handlecolumns.h"
#include "models/liveworld.h"
#include "models/screenclock.h"

#include <utility>

namespace Linescope {

bool HandleGroups::hasPlan() const { return !m_plan.removed.empty() || !m_plan.fresh.empty() || !m_plan.moved.empty(); }

void HandleGroups::Plan::clear()
{
    for (auto *nodes : {&removed, &removedGroups, &fresh, &freshGroups, &moved, &thinned})
        nodes->clear();
}

void HandleGroups::collectBatch()
{
    collectVoided();
    if (m_ghosts)
        collectGhosts();
    collectChanged();
    collectAdded();
}

void HandleGroups::collectVoided()
{
    for (const auto &voided : m_live->netEffect().voided()) {
        const Node leaf = leafOf(voided.handle);
        if (leaf != RowTree::None && !(m_ghosts && m_ghosts->find(voided.handle)))
            planRemove(leaf);
        m_due.remove(voided.handle);
    }
}

void HandleGroups::collectChanged()
{
    const World &world = m_live->world();
    for (const CallId id : m_live->netEffect().changed()) {
        const quint32 slot = world.calls().slotOf(id);
        if (slot != SlotTable<CallId, Call>::NoSlot)
            collectChanged(world.calls().at(slot), m_live->netEffect().aspectsOf(id, slot));
    }
}

void HandleGroups::collectChanged(const Call &call, Aspects aspects)
{
    Aspects regrouping;
    for (const GroupLevel level : std::as_const(m_goal.levels))
        regrouping |= groupAspects(level);
    const bool moves = bool(aspects & m_goal.column->sortAspects);
    m_live->world().forEachHandle(call, [&](const Handle &handle) {
        const Node leaf = leafOf(handle.id);
        const bool wanted = passes(handle);
        if (leaf == RowTree::None) {
            if (wanted && !m_goal.filter.isEmpty() && !m_live->netEffect().isNew(handle.id))
                planAdd(handle);
            return;
        }
        updateFlags(leaf, handle, call);
        updateRecord(leaf, call);
        if (hasCallLevel())
            changing(m_rows[leaf].parent).changedIn = m_frame; // it shows what its call does
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

void HandleGroups::collectAdded()
{
    for (const HCall id : m_live->netEffect().added()) {
        const Handle *handle = m_live->world().handle(id);
        if (handle && passes(*handle))
            planAdd(*handle);
    }
}

// Something may have changed between what was on screen and the last look.
void HandleGroups::collectGhosts()
{
    for (const HCall id : m_ghosts->fresh()) {
        const Ghost *ghost = m_ghosts->find(id);
        const Node leaf = leafOf(id);
        if (!ghost || leaf == RowTree::None)
            continue;
        count(leaf, -1);
        m_rows[leaf].ghost = true;
        if (m_goal.column->sortAspects)
            planMove(leaf);
        if (m_goal.levels.last() == GroupLevel::State)
            planRegroup(leaf, ghost->handle, ghost->call);
    }
}

bool HandleGroups::passes(const Handle &handle)
{
    m_due.update(m_goal.filter, m_live->world(), handle, m_clock->now());
    return m_goal.filter.isEmpty() || m_goal.filter.matches(m_live->world(), handle, m_clock->now());
}

void HandleGroups::lookAgain(const Handle &handle)
{
    const Node leaf = leafOf(handle.id);
    const bool wanted = passes(handle);
    if (wanted && leaf == RowTree::None)
        planAdd(handle);
    else if (!wanted && leaf != RowTree::None)
        planRemove(leaf);
}

void HandleGroups::lookAtAll()
{
    m_live->world().handles().forEach([this](const Handle &handle) { lookAgain(handle); });
}

bool HandleGroups::takeDue()
{
    return m_due.take(m_live->world(), m_clock->now(), [this](const Handle &handle) { lookAgain(handle); });
}

void HandleGroups::planRemove(const std::vector<HCall> &handles)
{
    for (const HCall handle : handles) {
        const Node leaf = leafOf(handle);
        if (leaf != RowTree::None)
            planRemove(leaf);
    }
}

HandleGroups::Node HandleGroups::groupsFor(const Path &path, const HandleGroups &from)
{
    Node parent = RowTree::Root;
    for (auto it = path.crbegin(); it != path.crend(); ++it) {
        const GroupKey &key = (*it)->key;
        if (groupOf(key) == RowTree::None && from.m_toggled.contains(key))
            m_toggled.insert(key);
        parent = groupFor(key, (*it)->name, parent);
    }
    return parent;
}

// In groups of the same names, since the World no longer knows where they belong.
void HandleGroups::planGhosts(const HandleGroups &from)
{
    m_ghosts->forEach([&](HCall ghost) {
        const Node there = from.leafOf(ghost);
        if (there == RowTree::None || from.row(there).goes)
            return;
        Path path;
        for (Node node = from.row(there).parent; node != RowTree::Root; node = from.row(node).parent)
            path.push_back(&from.group(node));
        Node parent = hasCallLevel() ? groupOf(path.front()->key) : RowTree::None;
        if (parent == RowTree::None)
            parent = groupsFor(path, from);
        const Node leaf = create(parent);
        Row &row = m_rows[leaf];
        row.handle = ghost;
        row.call = from.row(there).call;
        row.ghost = true;
        m_leaves.insert(ghost, {leaf});
        m_plan.fresh.push_back(leaf);
    });
}

void HandleGroups::planAdd(const Handle &handle)
{
    const Call &call = m_live->world().calls().at(handle.callSlot);
    const Node leaf = create(parentFor(handle, call, m_goal.levels.size()));
    Row &row = m_rows[leaf];
    row.handle = handle.id;
    row.call = call.id;
    row.retained = call.isIdle();
    row.owner = handle.privilege == Privilege::Owner;
    m_leaves.insert(handle.id, {leaf});
    count(leaf, 1);
    m_plan.fresh.push_back(leaf);
}

void HandleGroups::planRemove(Node leaf)
{
    Row &row = m_rows[leaf];
    if (row.goes)
        return;
    if (!row.ghost)
        count(leaf, -1);
    row.goes = true;
    thin(row.parent);
    m_plan.removed.push_back(leaf);
}

void HandleGroups::planMove(Node node)
{
    if (std::exchange(m_rows[node].moves, true))
        return;
    m_plan.moved.push_back(node);
}

// What has a group of its own choice: a call with all its handles, else the handle.
void HandleGroups::planRegroup(Node leaf, const Handle &handle, const Call &call)
{
    const Node node = hasCallLevel() ? m_rows[leaf].parent : leaf;
    const Node parent = parentFor(handle, call, m_goal.levels.size() - (hasCallLevel() ? 1 : 0));
    if (parent != m_rows[node].parent)
        transfer(node, parent);
}

void HandleGroups::transfer(Node node, Node parent)
{
    Row &row = m_rows[node];
    const Node from = row.parent;
    if (isGroup(node))
        addUp(from, group(node).totals, -1);
    else if (!row.ghost)
        count(node, -1);
    thin(from);
    row.parent = parent;
    ++changing(parent).population;
    if (isGroup(node))
        addUp(parent, group(node).totals, 1);
    else if (!row.ghost)
        count(node, 1);
    planMove(node);
}

void HandleGroups::thin(Node node)
{
    --changing(node).population;
    m_plan.thinned.push_back(node);
}

void HandleGroups::emptyGroupsGo()
{
    for (Node node : m_plan.thinned) {
        while (node != RowTree::Root && group(node).population == 0 && !m_rows[node].goes) {
            m_rows[node].goes = true;
            m_plan.removedGroups.push_back(node);
            node = m_rows[node].parent;
            if (node != RowTree::Root)
                --changing(node).population;
        }
    }
}

} // namespace Linescope
