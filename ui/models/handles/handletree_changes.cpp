// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// HandleTree: what happens, and how whoever watches is told of it.

#include "models/handles/grouppass.h"
#include "models/handles/handletree.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace Linescope {

void HandleTree::advance()
{
    if (!m_active)
        return;
    if (m_pass)
        m_pass->advance();
    if (m_isFilling)
        return;
    m_groups->beginFrame();
    m_ghosts.beginBatch();
    m_groups->planRemove(std::exchange(m_lostGhosts, {})); // in an earlier batch or in this one
    m_groups->collectBatch();
    carryOut();
    announceVisible();
    m_ghosts.endBatch();
}

void HandleTree::keepGhost(const Event &event)
{
    const HCall id = std::get<Events::HandleVoided>(event.payload).handle;
    const Node leaf = m_groups->leafOf(id);
    if (!m_active || leaf == RowTree::None)
        return;
    if (const auto lost = m_ghosts.keep(m_groups->rowFor(leaf), event))
        m_lostGhosts.push_back(*lost);
}

void HandleTree::ghostsEnd(const std::vector<HCall> &ghosts)
{
    m_groups->planRemove(ghosts);
    carryOut();
}

void HandleTree::takeDue()
{
    if (!m_active || m_live->isPaused())
        return; // nobody looks, or time stands still
    bool hasMore = m_pass && m_pass->takeDue();
    if (!m_isFilling) {
        m_groups->beginFrame();
        hasMore = m_groups->takeDue() || hasMore;
    }
    if (m_groups->hasPlan()) {
        carryOut();
        announceVisible();
    }
    if (hasMore)
        QTimer::singleShot(0, this, &HandleTree::takeDue);
}

void HandleTree::carryOut()
{
    if (!m_groups->hasPlan())
        return;
    HandleGroups::Difference difference = m_groups->difference();
    if (difference.appear.empty() && difference.vanish.empty() && !difference.moves)
        m_groups->relink();
    else
        rearrange(std::move(difference.appear), std::move(difference.vanish), [this] { m_groups->relink(); });
    m_groups->forgetRemoved();
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
    m_gapPlace = std::min(m_gapPlace, m_groups->tree().rowCount());
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
            return std::max(0, m_groups->tree().rowOf(node));
    }
    return std::numeric_limits<int>::max();
}

} // namespace Linescope
