// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/handles/handletree.h"

#include "models/handles/handlecolumns.h"

#include <algorithm>

namespace Linescope {

HandleTree::HandleTree(LiveWorld *live, Clock *clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_live(live)
    , m_clock(live, clock)
    , m_levels{GroupLevel::Line, GroupLevel::Call}
    , m_sortColumn(&columnSpec(Column::Handle))
    , m_ghosts(live, clock, HandleModel::DefaultGhostTime, HandleModel::MaxGhosts)
{
    m_tree.setBefore([this](Node a, Node b) { return isBefore(a, b); });
    connect(live, &LiveWorld::reset, this, &HandleTree::reset);
    connect(live, &LiveWorld::aboutToVoid, this, &HandleTree::keepGhost);
    connect(live, &LiveWorld::advanced, this, &HandleTree::advance);
    connect(&m_ghosts, &GhostKeeper::ended, this, &HandleTree::ghostsEnd);
    reset();
}

HandleTree::~HandleTree() = default;

void HandleTree::setLevels(const QList<GroupLevel> &levels)
{
    Q_ASSERT(!levels.isEmpty());
    if (levels == m_levels)
        return;
    m_levels = levels;
    m_toggled.clear();
    m_expandedDepths = 1;
    reset();
}

void HandleTree::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    reset();
}

bool HandleTree::startsExpanded(const GroupKey &key, int depth) const
{
    return (depth < m_expandedDepths) != m_toggled.contains(key);
}

void HandleTree::setExpanded(int row, bool expanded)
{
    const Node node = nodeAt(row);
    if (node == RowTree::None || !m_rows[node].group || m_tree.isExpanded(node) == expanded)
        return;
    const GroupKey &key = group(node).key;
    if (!m_toggled.remove(key))
        m_toggled.insert(key);
    const int count = m_tree.rowsBelow(node);
    if (expanded)
        beginInsertRows({}, row + 1, row + count);
    else
        beginRemoveRows({}, row + 1, row + count);
    m_tree.setExpanded(node, expanded);
    if (expanded)
        endInsertRows();
    else
        endRemoveRows();
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1)); // the mark, the accessible name
}

void HandleTree::expandAll()
{
    m_toggled.clear();
    m_expandedDepths = int(m_levels.size());
    expand([this](Node node) { return m_rows[node].group != nullptr; });
}

void HandleTree::collapseAll()
{
    m_toggled.clear();
    m_expandedDepths = 0;
    expand([](Node) { return false; });
}

// Rows come and go in one step, so that the selection stays and the cost is linear.
void HandleTree::expand(const std::function<bool(Node)> &expanded)
{
    RowTree after = m_tree;
    after.setExpanded(expanded);
    std::vector<Node> appear;
    std::vector<Node> vanish;
    for (Node node = RowTree::Root + 1; node < after.nodeCount(); ++node) {
        const bool visible = after.isVisible(node);
        if (visible != m_tree.isVisible(node))
            (visible ? appear : vanish).push_back(node);
    }
    rearrange(std::move(appear), std::move(vanish), [&] { m_tree = std::move(after); });
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

bool HandleTree::isGroup(int row) const
{
    const Node node = nodeAt(row);
    return node != RowTree::None && m_rows[node].group;
}

bool HandleTree::isExpanded(int row) const
{
    const Node node = nodeAt(row);
    return node != RowTree::None && m_rows[node].group && m_tree.isExpanded(node);
}

int HandleTree::parentRow(int row) const
{
    const Node node = nodeAt(row);
    if (node == RowTree::None || m_rows[node].parent == RowTree::Root)
        return -1;
    return rowOfNode(m_rows[node].parent);
}

HCall HandleTree::handleAt(int row) const
{
    const Node node = nodeAt(row);
    return node == RowTree::None ? HCall() : m_rows[node].handle;
}

Selection HandleTree::selectionAt(int row) const
{
    Selection selection;
    const Node node = nodeAt(row);
    if (node == RowTree::None)
        return selection;
    if (!m_rows[node].group) {
        selection.handle = m_rows[node].handle;
        return completed(selection, m_live->world());
    }
    const GroupKey &key = group(node).key;
    switch (key.level) {
    case GroupLevel::Line:
        selection.device = {quint32(key.number)};
        break;
    case GroupLevel::App:
        selection.app = {quint32(key.number)};
        break;
    case GroupLevel::Call:
        selection.call = {quint32(key.number)};
        break;
    case GroupLevel::State:
    case GroupLevel::CallGroup:
        break;
    }
    return completed(selection, m_live->world());
}

int HandleTree::rowOf(HCall handle) const
{
    const Node node = m_leaves.value(handle, RowTree::None);
    return node == RowTree::None ? -1 : rowOfNode(node);
}

int HandleTree::rowOf(CallId call) const
{
    Node node = m_groups.value({GroupLevel::Call, call.value, {}}, RowTree::None);
    if (node == RowTree::None) {
        const Call *record = m_live->world().call(call);
        if (record && record->handleCount() > 0)
            node = m_leaves.value(m_live->world().handles().at(record->firstHandle).id, RowTree::None);
    }
    for (; node != RowTree::None && node != RowTree::Root; node = m_rows[node].parent) {
        if (const int row = rowOfNode(node); row >= 0)
            return row;
    }
    return -1;
}

HandleTree::Totals HandleTree::totalsAt(int row) const
{
    const Node node = nodeAt(row);
    return node != RowTree::None && m_rows[node].group ? group(node).totals : Totals();
}

HandleTree::Node HandleTree::nodeAt(int row) const
{
    if (row < m_gapPlace || m_gap.empty())
        return m_tree.at(row);
    const size_t inGap = size_t(row - m_gapPlace);
    return inGap < m_gap.size() ? m_gap[inGap] : m_tree.at(row - int(m_gap.size()));
}

int HandleTree::rowOfNode(Node node) const
{
    const auto it = std::lower_bound(m_gap.begin(), m_gap.end(), node);
    if (it != m_gap.end() && *it == node)
        return m_gapPlace + int(it - m_gap.begin());
    const int row = m_tree.rowOf(node);
    return row < m_gapPlace ? row : row + int(m_gap.size());
}

bool HandleTree::isCall(Node node) const { return m_rows[node].group && group(node).key.level == GroupLevel::Call; }

HandleRow HandleTree::rowFor(Node leaf) const
{
    const World &world = m_live->world();
    const HCall id = m_rows[leaf].handle;
    if (const Handle *handle = world.handle(id))
        return {&world, handle, &world.calls().at(handle->callSlot), nullptr, now()};
    if (const Ghost *ghost = m_ghosts.find(id))
        return {&world, &ghost->handle, &ghost->call, ghost, ghost->since};
    return {};
}

// What a call's own row is told from: one of its handles, or a ghost of the last one.
HandleRow HandleTree::callRowFor(Node node) const
{
    const World &world = m_live->world();
    const Call *call = world.call({quint32(group(node).key.number)});
    if (call && call->handleCount() > 0)
        return {&world, &world.handles().at(call->firstHandle), call, nullptr, now()};
    const Node child = m_tree.firstChild(node);
    return child == RowTree::None ? HandleRow() : rowFor(child);
}

void HandleTree::setVisibleRows(int first, int last)
{
    m_firstVisible = std::max(first, 0);
    m_lastVisible = last;
}

void HandleTree::refreshTimes()
{
    takeDue();
    const int last = std::min(m_lastVisible, rowCount() - 1);
    if (m_firstVisible <= last && !m_live->isPaused())
        Q_EMIT dataChanged(index(m_firstVisible, int(Column::InState)), index(last, int(Column::Age)));
}

bool HandleTree::hasChanged(Node node) const
{
    if (m_rows[node].group)
        return group(node).changedIn == m_frame;
    const HCall id = m_rows[node].handle;
    if (const Handle *handle = m_live->world().handle(id))
        return bool(m_live->netEffect().aspectsOf(handle->call, handle->callSlot));
    return m_ghosts.isFresh(id);
}

void HandleTree::announceVisible()
{
    const int last = std::min(m_lastVisible, rowCount() - 1);
    for (int row = m_firstVisible; row <= last; ++row) {
        const int first = row;
        while (row <= last && hasChanged(nodeAt(row)))
            ++row;
        if (row > first)
            Q_EMIT dataChanged(index(first, 0), index(row - 1, columnCount() - 1));
    }
}

int HandleTree::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_tree.rowCount() + int(m_gap.size());
}

int HandleTree::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(Column::Count); }

QModelIndex HandleTree::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column, quintptr(nodeAt(row))) : QModelIndex();
}

Qt::ItemFlags HandleTree::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren : Qt::NoItemFlags;
}

} // namespace Linescope
