// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// HandleGroups: the order of groups and of what is in them, and how a plan gets into it.

#include "models/handles/handlegroups.h"

#include "models/handles/handlecolumns.h"
#include "models/handles/handlemodel.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace Linescope {

using Column = HandleModel::Column;

// Groups of the first level turn round with their names alone: they are what everything else is found by.
bool HandleGroups::isUpsideDown(Node node) const
{
    return m_goal.descending && (m_rows[node].depth > 0 || m_goal.column->column == Column::Handle);
}

quint64 HandleGroups::keyOf(Node node) const
{
    quint64 key = 0;
    if (!isGroup(node)) {
        const HandleRow row = rowFor(node);
        key = row.handle ? m_goal.column->key(row) : 0;
    } else if (!isCall(node)) {
        key = groupSortKey(group(node).key, group(node).name);
    } else {
        key = group(node).key.number;
        switch (m_goal.column->column) { // what a call has by itself
        case Column::State:
        case Column::Line:
        case Column::Parties:
        case Column::InState:
            if (const HandleRow row = callRowFor(node); row.handle)
                key = m_goal.column->key(row);
            break;
        default:
            break;
        }
    }
    return isUpsideDown(node) ? ~key : key;
}

QString HandleGroups::textOf(Node node) const
{
    if (isGroup(node) && !isCall(node))
        return group(node).key.text.isEmpty() ? group(node).name.toCaseFolded() : group(node).key.text;
    const bool hasText = !isCall(node) || m_goal.column->column == Column::Line
        || m_goal.column->column == Column::Parties;
    if (!m_goal.column->sortText || !hasText)
        return {};
    const HandleRow row = isCall(node) ? callRowFor(node) : rowFor(node);
    return row.handle ? m_goal.column->sortText(row) : QString();
}

quint64 HandleGroups::numberOf(Node node) const
{
    return isGroup(node) ? group(node).key.number : quint64(m_rows[node].handle.value);
}

bool HandleGroups::isBefore(Node a, Node b) const
{
    int order = textOf(a).compare(textOf(b));
    if (order == 0)
        order = numberOf(a) < numberOf(b) ? -1 : 1;
    return isUpsideDown(a) ? order > 0 : order < 0;
}

bool HandleGroups::EntryLess::operator()(const Entry &a, const Entry &b) const
{
    if (a.parent != b.parent || a.key != b.key)
        return std::tie(a.parent, a.key) < std::tie(b.parent, b.key);
    const int order = a.text.compare(b.text);
    const bool isBefore = order != 0 ? order < 0 : a.number < b.number;
    const bool isBehind = order != 0 ? order > 0 : a.number > b.number;
    return a.upsideDown ? isBehind : isBefore;
}

HandleGroups::Difference HandleGroups::difference()
{
    emptyGroupsGo();
    Difference difference;
    for (const auto *nodes : {&m_plan.removed, &m_plan.removedGroups, &m_plan.fresh, &m_plan.freshGroups}) {
        for (const Node node : *nodes)
            compare(node, &difference);
    }
    for (const Node node : m_plan.moved) {
        difference.moves = difference.moves || m_tree.isVisible(node);
        compare(node, &difference);
        if (isGroup(node) && m_tree.isExpanded(node))
            m_tree.forEachChild(node, [&](Node child) { compare(child, &difference); });
    }
    for (auto *nodes : {&difference.appear, &difference.vanish}) {
        std::sort(nodes->begin(), nodes->end());
        nodes->erase(std::unique(nodes->begin(), nodes->end()), nodes->end());
    }
    return difference;
}

void HandleGroups::compare(Node node, Difference *difference) const
{
    const bool before = m_tree.isVisible(node);
    if (before != isVisibleAfter(node))
        (before ? difference->vanish : difference->appear).push_back(node);
}

bool HandleGroups::isVisibleAfter(Node node) const
{
    if (m_rows[node].goes)
        return false;
    for (Node parent = m_rows[node].parent; parent != RowTree::Root; parent = m_rows[parent].parent) {
        if (!m_tree.isExpanded(parent))
            return false;
    }
    return true;
}

// First everything out that has a new key, then in again: the order compares with what is there.
void HandleGroups::relink()
{
    unlinkPlanned();
    for (const auto *nodes : {&m_plan.fresh, &m_plan.moved, &m_plan.freshGroups}) {
        for (const Node node : *nodes)
            link(node);
    }
}

void HandleGroups::unlinkPlanned()
{
    for (const auto *nodes : {&m_plan.removed, &m_plan.removedGroups, &m_plan.moved}) {
        for (const Node node : *nodes) {
            if (m_tree.isLinked(node))
                m_tree.unlink(node);
        }
    }
}

void HandleGroups::link(Node node)
{
    m_rows[node].moves = false;
    if (!m_rows[node].goes && !m_tree.isLinked(node))
        m_tree.link(node, m_rows[node].parent, keyOf(node));
}

void HandleGroups::forgetRemoved()
{
    forgetNames();
    bury(m_plan.removed);
    bury(m_plan.removedGroups);
    m_plan.clear();
}

void HandleGroups::bury(const std::vector<Node> &nodes)
{
    for (const Node node : nodes) {
        m_rows[node] = {};
        m_tree.destroy(node);
    }
}

void HandleGroups::forgetNames()
{
    for (const Node node : m_plan.removed)
        m_leaves.remove(std::exchange(m_rows[node].handle, {}));
    for (const Node node : m_plan.removedGroups) {
        m_toggled.remove(group(node).key);
        setGroupOf(group(node).key, RowTree::Root);
        freeGroup(node);
    }
}

} // namespace Linescope
