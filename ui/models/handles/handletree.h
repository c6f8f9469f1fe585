// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Handles in groups, as a flattened tree: a table whose rows are groups and, below those that are expanded, calls and
// handles. Has the columns and roles of HandleModel; Column::Handle is the one with the tree in it. Groups say what
// they hold: calls, handles, retained ones, bytes. Sorts and filters by itself; what a frame costs depends on what
// happened in it, not on the number of rows.
//
// New levels, a new filter or order of a big World take several frames: the old rows stay until the new ones are ready,
// then all change in one step. busyChanged() tells of it when it takes long.
#pragma once

#include "models/handles/ghostkeeper.h"
#include "models/handles/handlegroups.h"
#include "models/handles/handlemodel.h"
#include "models/liveworld.h"
#include "models/screenclock.h"
#include "models/slicedwork.h"
#include "support/selection.h"

#include <functional>
#include <map>
#include <memory>

namespace Linescope {

class GroupPass;

class HandleTree : public QAbstractTableModel {
    Q_OBJECT

public:
    using Column = HandleModel::Column;
    enum Role {
        GroupRole = Qt::UserRole + 100, // bool: a group or a call, not a handle
        HeadingRole,                    // bool: a group of the first level
        DepthRole,                      // int, from 0
        ExpandedRole,                   // bool
        SummaryRole,                    // "3 calls · 12 handles · 2 retained"
    };
    using Totals = HandleGroups::Totals;

    HandleTree(LiveWorld *live, Clock *clock, QObject *parent = nullptr);
    ~HandleTree() override;

    // From the outside in; the handles come last. Nothing is expanded then but the first level.
    void setLevels(const QList<GroupLevel> &levels);
    QList<GroupLevel> levels() const { return goal().levels; }
    // Nobody looks at an inactive tree: it has no rows and costs nothing. Activated, it starts anew.
    void setActive(bool active);
    void setFilter(const HandleFilter &filter);
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    void setGhostTime(Microseconds time) { m_ghosts.setTime(time); }
    void clearGhosts() { ghostsEnd(m_ghosts.takeAll()); }
    bool isBusy() const { return m_pass != nullptr; } // the rows are not there, or not those that are wanted
    void setSlices(int handles, int steps);           // for tests: see SlicedWork; then nothing is done at once

    void setExpanded(int row, bool expanded);
    void expandAll();
    void collapseAll();
    bool isGroup(int row) const;
    bool isExpanded(int row) const;
    int parentRow(int row) const; // -1: none

    HCall handleAt(int row) const;        // none for a group
    Selection selectionAt(int row) const; // of a group what its handles have in common
    int rowOf(HCall handle) const;        // -1 if it is not shown
    int rowOf(CallId call) const;         // its own row, else that of its group if that is collapsed, else -1
    Totals totalsAt(int row) const;       // of a group
    int handleCount() const { return m_groups->leafCount(); } // that pass the filter, ghosts too, expanded or not

    void setVisibleRows(int first, int last);
    // Once a second: "in state" and "age" of the visible rows; rows that come and go by nothing but time.
    void refreshTimes();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    // How far new groups are, in percent; -1 when their rows are there. Only of what takes long.
    void busyChanged(int percent);

private:
    using Node = HandleGroups::Node;
    using Goal = HandleGroups::Goal;

    // New groups, and what comes of them
    void reset() { resetTo(goal()); }
    void resetTo(const Goal &goal);
    Goal goal() const;               // of the rows, or of those on their way
    HandleGroups *nextAlike() const; // those on their way, if they have the same levels
    void startPass(const Goal &goal, bool keepsFilter);
    void endPass();
    void replaceRows(std::unique_ptr<HandleGroups> groups);
    std::map<int, int> rowsThatLeave(const HandleGroups &next) const;
    static Node sameNode(Node node, const HandleGroups &before, const HandleGroups &after);
    QModelIndex sameIndex(const QModelIndex &index, const HandleGroups &before) const;

    // Changes
    void advance();
    void keepGhost(const Event &event);
    void ghostsEnd(const std::vector<HCall> &ghosts);
    void takeDue();
    void carryOut();
    void rearrange(std::vector<Node> appear, std::vector<Node> vanish, const std::function<void()> &change);
    int gapPlaceFor(const QModelIndexList &indexes, const std::vector<Node> &vanish) const;
    void expandDepths(int depths);

    // Rows
    Node nodeAt(int row) const;
    int rowOfNode(Node node) const;
    void announceVisible();

    // Cells
    QVariant leafData(Node node, Column column, int role) const;
    QVariant groupData(Node node, Column column, int role) const;
    QVariant callCell(Node node, Column column, int role) const;
    QString groupText(Node node, Column column) const;
    QString leafText(const HandleRow &row, Column column) const;
    QString nameOfGroup(Node node) const;
    QString summary(const HandleGroups::Group &group) const;
    QString accessibleName(Node node) const;

    LiveWorld *m_live;
    ScreenClock m_clock;
    GhostKeeper m_ghosts;
    std::vector<HCall> m_lostGhosts; // for which there was no room
    bool m_active = true;
    std::unique_ptr<HandleGroups> m_groups; // on screen
    std::unique_ptr<GroupPass> m_pass;
    bool m_isFilling = false;  // m_groups has no rows until m_pass is ready
    SlicedWork m_work;         // m_pass
    qsizetype m_atOnce = 8192; // handles that a new filter looks at in one go

    std::vector<Node> m_gap; // rows on their way in or out, ascending by node
    int m_gapPlace = 0;

    int m_firstVisible = 0;
    int m_lastVisible = -1;
};

} // namespace Linescope
