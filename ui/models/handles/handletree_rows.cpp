// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// HandleTree: announces what was planned and puts it into the tree; sums up what groups hold.

#include "models/handles/handlecolumns.h"
#include "models/handles/handletree.h"

#include <algorithm>
#include <utility>

namespace Linescope {

void HandleTree::carryOut()
{
    if (m_plan.isEmpty())
        return;
    emptyGroupsGo();
    std::vector<Node> appear;
    std::vector<Node> vanish;
    bool visiblyMoved = false;
    for (const auto *nodes : {&m_plan.removed, &m_plan.removedGroups, &m_plan.fresh, &m_plan.freshGroups}) {
        for (const Node node : *nodes)
            compare(node, &appear, &vanish);
    }
    for (const Node node : m_plan.moved) {
        visiblyMoved = visiblyMoved || m_tree.isVisible(node);
        compare(node, &appear, &vanish);
        if (m_rows[node].group && m_tree.isExpanded(node))
            m_tree.forEachChild(node, [&](Node child) { compare(child, &appear, &vanish); });
    }
    for (auto *nodes : {&appear, &vanish}) {
        std::sort(nodes->begin(), nodes->end());
        nodes->erase(std::unique(nodes->begin(), nodes->end()), nodes->end());
    }
    if (appear.empty() && vanish.empty() && !visiblyMoved)
        relink();
    else
        rearrange(std::move(appear), std::move(vanish), [this] { relink(); });
    forgetRemoved();
}

void HandleTree::compare(Node node, std::vector<Node> *appear, std::vector<Node> *vanish) const
{
    const bool before = m_tree.isVisible(node);
    if (before != isVisibleAfter(node))
        (before ? vanish : appear)->push_back(node);
}

bool HandleTree::isVisibleAfter(Node node) const
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
void HandleTree::relink()
{
    for (const auto *nodes : {&m_plan.removed, &m_plan.removedGroups, &m_plan.moved}) {
        for (const Node node : *nodes) {
            if (m_tree.isLinked(node))
                m_tree.unlink(node);
        }
    }
    const auto link = [this](Node node) {
        m_rows[node].moves = false;
        if (!m_rows[node].goes && !m_tree.isLinked(node))
            m_tree.link(node, m_rows[node].parent, keyOf(node));
    };
    for (const auto *nodes : {&m_plan.freshGroups, &m_plan.moved, &m_plan.fresh}) {
        for (const Node node : *nodes)
            link(node);
    }
}

void HandleTree::forgetRemoved()
{
    for (const Node node : m_plan.removed) {
        m_leaves.remove(m_rows[node].handle);
        m_rows[node] = {};
        m_tree.destroy(node);
    }
    for (const Node node : m_plan.removedGroups) {
        m_toggled.remove(group(node).key);
        m_groups.remove(group(node).key);
        m_rows[node] = {};
        m_tree.destroy(node);
    }
    m_plan.clear();
}

// What is new appears at the end, then everything goes to its place, what vanishes into one gap, then the gap closes:
// three announcements, however many rows there are.
void HandleTree::rearrange(std::vector<Node> appear, std::vector<Node> vanish, const std::function<void()> &change)
{
    if (!appear.empty()) {
        const int rows = rowCount();
        beginInsertRows({}, rows, rows + int(appear.size()) - 1);
        m_gapPlace = rows;
        m_gap = std::move(appear);
        endInsertRows();
    }
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    m_gapPlace = gapPlaceFor(before, vanish);
    m_gap.clear();
    change();
    m_gap = std::move(vanish);
    m_gapPlace = std::min(m_gapPlace, m_tree.rowCount());
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : before) {
        const int row = rowOfNode(Node(index.internalId()));
        after.push_back(row < 0 ? QModelIndex() : createIndex(row, index.column(), index.internalId()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
    if (!m_gap.empty()) {
        beginRemoveRows({}, m_gapPlace, m_gapPlace + int(m_gap.size()) - 1);
        m_gap.clear();
        endRemoveRows();
    }
}

// Where the current row or a selected one goes, so that its neighbour follows it; else at the end.
int HandleTree::gapPlaceFor(const QModelIndexList &indexes, const std::vector<Node> &vanish) const
{
    for (const QModelIndex &index : indexes) {
        const Node node = Node(index.internalId());
        if (std::binary_search(vanish.begin(), vanish.end(), node))
            return std::max(0, m_tree.rowOf(node));
    }
    return std::numeric_limits<int>::max();
}

void HandleTree::count(Node leaf, int sign)
{
    const Row &row = m_rows[leaf];
    addUp(row.parent, {0, 1, int(row.retained), int(row.owner), World::bytesPerHandle()}, sign);
    countCall(row.parent, row.call, sign);
}

void HandleTree::addUp(Node node, const Totals &part, int sign)
{
    for (; node != RowTree::Root; node = m_rows[node].parent) {
        Totals &totals = group(node).totals;
        totals.calls += sign * part.calls;
        totals.handles += sign * part.handles;
        totals.retained += sign * part.retained;
        totals.owners += sign * part.owners;
        totals.bytes += sign * part.bytes;
        group(node).changedIn = m_frame;
    }
}

// A call's record counts once in each group, with its first handle there.
void HandleTree::countCall(Node node, CallId call, int sign)
{
    const auto bytesNow = [&] { return World::bytesOf(*m_live->world().call(call)); };
    if (isCall(node)) {
        Group &own = group(node);
        if (sign > 0 ? own.totals.handles != 1 : own.totals.handles != 0)
            return;
        if (sign > 0)
            own.recordBytes = bytesNow();
        addUp(node, {1, 0, 0, 0, own.recordBytes}, sign);
        return;
    }
    const quint64 key = quint64(node) << 32 | call.value;
    Share &share = m_shares[key];
    share.handles += sign;
    if (sign > 0 ? share.handles != 1 : share.handles != 0)
        return;
    if (sign > 0)
        share.bytes = bytesNow();
    addUp(node, {1, 0, 0, 0, share.bytes}, sign);
    if (sign < 0)
        m_shares.remove(key);
}

void HandleTree::updateFlags(Node leaf, const Handle &handle, const Call &call)
{
    Row &row = m_rows[leaf];
    const bool retained = call.isIdle();
    const bool owner = handle.privilege == Privilege::Owner;
    if (retained == row.retained && owner == row.owner)
        return;
    addUp(row.parent, {0, 0, int(retained) - int(row.retained), int(owner) - int(row.owner), 0}, 1);
    row.retained = retained;
    row.owner = owner;
}

void HandleTree::updateRecord(Node leaf, const Call &call)
{
    const Node parent = m_rows[leaf].parent;
    quint32 &counted = isCall(parent) ? group(parent).recordBytes
                                      : m_shares[quint64(parent) << 32 | call.id.value].bytes;
    const quint32 bytes = World::bytesOf(call);
    if (bytes == counted)
        return;
    addUp(parent, {0, 0, 0, 0, qint64(bytes) - qint64(counted)}, 1);
    counted = bytes;
}

} // namespace Linescope
