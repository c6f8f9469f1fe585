// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/handles/handletree.h"

#include "models/handles/grouppass.h"
#include "models/handles/handlecolumns.h"

#include <algorithm>

namespace Linescope {

HandleTree::HandleTree(LiveWorld *live, Clock *clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_live(live)
    , m_clock(live, clock)
    , m_ghosts(live, clock, HandleModel::DefaultGhostTime, HandleModel::MaxGhosts)
    , m_groups(std::make_unique<HandleGroups>(
          live, &m_clock, &m_ghosts, Goal{{GroupLevel::Line, GroupLevel::Call}, {}, &columnSpec(Column::Handle)}))
    , m_work([this](size_t handles) { return m_pass->step(handles); }, [this] { return m_pass->percent(); }, this)
{
    connect(live, &LiveWorld::reset, this, &HandleTree::reset);
    connect(live, &LiveWorld::aboutToVoid, this, &HandleTree::keepGhost);
    connect(live, &LiveWorld::advanced, this, &HandleTree::advance);
    connect(&m_ghosts, &GhostKeeper::ended, this, &HandleTree::ghostsEnd);
    connect(&m_work, &SlicedWork::finished, this, &HandleTree::endPass);
    connect(&m_work, &SlicedWork::busyChanged, this, &HandleTree::busyChanged);
    reset();
}

HandleTree::~HandleTree() = default;

void HandleTree::setLevels(const QList<GroupLevel> &levels)
{
    Q_ASSERT(!levels.isEmpty());
    Goal wanted = goal();
    if (levels == wanted.levels)
        return;
    wanted.levels = levels;
    startPass(wanted, true);
}

void HandleTree::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    reset();
}

void HandleTree::setExpanded(int row, bool expanded)
{
    const Node node = nodeAt(row);
    if (node == RowTree::None || !m_groups->isGroup(node) || m_groups->tree().isExpanded(node) == expanded)
        return;
    const GroupKey key = m_groups->group(node).key;
    const int depth = m_groups->row(node).depth;
    const int count = m_groups->tree().rowsBelow(node);
    if (expanded)
        beginInsertRows({}, row + 1, row + count);
    else
        beginRemoveRows({}, row + 1, row + count);
    m_groups->setExpanded(key, depth, expanded);
    if (expanded)
        endInsertRows();
    else
        endRemoveRows();
    if (HandleGroups *next = nextAlike())
        next->setExpanded(key, depth, expanded);
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1)); // the mark, the accessible name
}

void HandleTree::expandAll() { expandDepths(int(m_groups->goal().levels.size())); }

void HandleTree::collapseAll() { expandDepths(0); }

// Rows come and go in one step, so that the selection stays and the cost is linear.
void HandleTree::expandDepths(int depths)
{
    RowTree after = m_groups->tree();
    after.setExpanded([&](Node node) { return m_groups->isGroup(node) && m_groups->row(node).depth < depths; });
    std::vector<Node> appear;
    std::vector<Node> vanish;
    for (Node node = RowTree::Root + 1; node < after.nodeCount(); ++node) {
        const bool visible = after.isVisible(node);
        if (visible != m_groups->tree().isVisible(node))
            (visible ? appear : vanish).push_back(node);
    }
    rearrange(std::move(appear), std::move(vanish), [&] { m_groups->setExpandedDepths(depths); });
    if (HandleGroups *next = nextAlike())
        next->setExpandedDepths(depths);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

bool HandleTree::isGroup(int row) const
{
    const Node node = nodeAt(row);
    return node != RowTree::None && m_groups->isGroup(node);
}

bool HandleTree::isExpanded(int row) const
{
    const Node node = nodeAt(row);
    return node != RowTree::None && m_groups->isGroup(node) && m_groups->tree().isExpanded(node);
}

int HandleTree::parentRow(int row) const
{
    const Node node = nodeAt(row);
    if (node == RowTree::None || m_groups->row(node).parent == RowTree::Root)
        return -1;
    return rowOfNode(m_groups->row(node).parent);
}

HCall HandleTree::handleAt(int row) const
{
    const Node node = nodeAt(row);
    return node == RowTree::None ? HCall() : m_groups->row(node).handle;
}

Selection HandleTree::selectionAt(int row) const
{
    Selection selection;
    const Node node = nodeAt(row);
    if (node == RowTree::None)
        return selection;
    if (!m_groups->isGroup(node)) {
        selection.handle = m_groups->row(node).handle;
        return completed(selection, m_live->world());
    }
    const GroupKey &key = m_groups->group(node).key;
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
    const Node node = m_groups->leafOf(handle);
    return node == RowTree::None ? -1 : rowOfNode(node);
}

int HandleTree::rowOf(CallId call) const
{
    Node node = m_groups->groupOf({GroupLevel::Call, call.value, {}});
    if (node == RowTree::None) {
        const Call *record = m_live->world().call(call);
        if (record && record->handleCount() > 0)
            node = m_groups->leafOf(m_live->world().handles().at(record->firstHandle).id);
    }
    for (; node != RowTree::None && node != RowTree::Root; node = m_groups->row(node).parent) {
        if (const int row = rowOfNode(node); row >= 0)
            return row;
    }
    return -1;
}

HandleTree::Totals HandleTree::totalsAt(int row) const
{
    const Node node = nodeAt(row);
    return node != RowTree::None && m_groups->isGroup(node) ? m_groups->group(node).totals : Totals();
}

HandleTree::Node HandleTree::nodeAt(int row) const
{
    if (row < m_gapPlace || m_gap.empty())
        return m_groups->tree().at(row);
    const size_t inGap = size_t(row - m_gapPlace);
    return inGap < m_gap.size() ? m_gap[inGap] : m_groups->tree().at(row - int(m_gap.size()));
}

int HandleTree::rowOfNode(Node node) const
{
    const auto it = std::lower_bound(m_gap.begin(), m_gap.end(), node);
    if (it != m_gap.end() && *it == node)
        return m_gapPlace + int(it - m_gap.begin());
    const int row = m_groups->tree().rowOf(node);
    return row < m_gapPlace ? row : row + int(m_gap.size());
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

void HandleTree::announceVisible()
{
    const int last = std::min(m_lastVisible, rowCount() - 1);
    for (int row = m_firstVisible; row <= last; ++row) {
        const int first = row;
        while (row <= last && m_groups->hasChanged(nodeAt(row)))
            ++row;
        if (row > first)
            Q_EMIT dataChanged(index(first, 0), index(row - 1, columnCount() - 1));
    }
}

int HandleTree::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_groups->tree().rowCount() + int(m_gap.size());
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
