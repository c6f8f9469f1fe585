// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Handles in groups, as a flattened tree: a table whose rows are groups and, below those that are expanded, calls and
// handles. Has the columns and roles of HandleModel; Column::Handle is the one with the tree in it. Groups say what
// they hold: calls, handles, retained ones, bytes. Sorts and filters by itself; what a frame costs depends on what
// happened in it, not on the number of rows.
#pragma once

#include "models/handles/grouping.h"
#include "models/handles/handlemodel.h"
#include "models/handles/rowtree.h"
#include "support/selection.h"

#include <QHash>
#include <QSet>

#include <functional>
#include <memory>

namespace Linescope {

class HandleTree : public QAbstractTableModel {
    Q_OBJECT

public:
    using Column = HandleModel::Column;
    using Node = RowTree::Node;
    enum Role {
        GroupRole = Qt::UserRole + 100, // bool: a group or a call, not a handle
        HeadingRole,                    // bool: a group of the first level
        DepthRole,                      // int, from 0
        ExpandedRole,                   // bool
        SummaryRole,                    // "3 calls · 12 handles · 2 retained"
    };
    struct Totals {
        int calls = 0;
        int handles = 0;
        int retained = 0;
        int owners = 0;
        qint64 bytes = 0; // the engine's memory for them; a call's record counts once
        friend bool operator==(const Totals &, const Totals &) = default;
    };

    HandleTree(LiveWorld *live, Clock *clock, QObject *parent = nullptr);
    ~HandleTree() override;

    // From the outside in; the handles come last. Starts anew.
    void setLevels(const QList<GroupLevel> &levels);
    QList<GroupLevel> levels() const { return m_levels; }
    // Nobody looks at an inactive tree: it has no rows and costs nothing. Activated, it starts anew.
    void setActive(bool active);
    void setFilter(const HandleFilter &filter);
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    void setGhostTime(Microseconds time) { m_ghosts.setTime(time); }
    void clearGhosts() { ghostsEnd(m_ghosts.takeAll()); }

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
    int handleCount() const { return int(m_leaves.size()); } // that pass the filter, ghosts too, expanded or not

    void setVisibleRows(int first, int last);
    // Once a second: "in state" and "age" of the visible rows; rows that come and go by nothing but time.
    void refreshTimes();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Group {
        GroupKey key;
        QString name; // as last known
        Totals totals;
        quint32 recordBytes = 0; // of a call: what is in totals for its record
        int population = 0;      // children once everything planned is done
        quint32 changedIn = 0;   // frame
    };
    struct Row {
        std::unique_ptr<Group> group; // none: a handle
        HCall handle;
        CallId call;
        Node parent = RowTree::Root; // once everything planned is done
        quint8 depth = 0;
        bool ghost = false;
        bool retained = false;
        bool owner = false;
        bool goes = false;  // planned
        bool moves = false; // planned
    };
    struct Plan {                  // of one frame
        std::vector<Node> removed; // handles
        std::vector<Node> removedGroups;
        std::vector<Node> fresh; // handles
        std::vector<Node> freshGroups;
        std::vector<Node> moved; // both
        std::vector<Node> thinned;
        bool isEmpty() const { return removed.empty() && fresh.empty() && moved.empty(); }
        void clear();
    };
    struct Share { // of a call in a group that is not a call
        int handles = 0;
        quint32 bytes = 0;
    };

    // Changes
    void reset();
    void rebuild();
    void advance();
    void keepGhost(const Event &event);
    void collectVoided();
    void collectGhosts();
    void collectChanged();
    void collectChanged(const Call &call, Aspects aspects);
    void collectAdded();
    void planAdd(const Handle &handle);
    void planRemove(Node leaf);
    void planMove(Node node);
    void planRegroup(Node leaf, const Handle &handle, const Call &call);
    Node parentFor(const Handle &handle, const Call &call, qsizetype levels);
    void transfer(Node node, Node parent);
    void thin(Node group);
    void emptyGroupsGo();
    void carryOut();
    void compare(Node node, std::vector<Node> *appear, std::vector<Node> *vanish) const;
    bool isVisibleAfter(Node node) const;
    void relink();
    void forgetRemoved();
    void rearrange(std::vector<Node> appear, std::vector<Node> vanish, const std::function<void()> &change);
    int gapPlaceFor(const QModelIndexList &indexes, const std::vector<Node> &vanish) const;
    void expand(const std::function<bool(Node)> &expanded);
    void sortEverything();
    bool passes(const Handle &handle); // remembers when time will change the answer
    void lookAgain(const Handle &handle);
    void takeDue();
    void ghostsEnd(const std::vector<HCall> &ghosts);
    void planRemove(const std::vector<HCall> &ghosts);

    // Totals
    void count(Node leaf, int sign);
    void addUp(Node group, const Totals &totals, int sign);
    void countCall(Node group, CallId call, int sign);
    void updateFlags(Node leaf, const Handle &handle, const Call &call);
    void updateRecord(Node leaf, const Call &call);

    // Rows
    Node create(Node parent);
    Group &group(Node node) { return *m_rows[node].group; }
    const Group &group(Node node) const { return *m_rows[node].group; }
    bool isCall(Node node) const;
    bool hasCallLevel() const { return !m_levels.isEmpty() && m_levels.last() == GroupLevel::Call; }
    bool startsExpanded(const GroupKey &key, int depth) const;
    Node nodeAt(int row) const;
    int rowOfNode(Node node) const;
    quint64 keyOf(Node node) const;
    QString textOf(Node node) const;
    bool isBefore(Node a, Node b) const;
    HandleRow rowFor(Node leaf) const;
    HandleRow callRowFor(Node call) const;
    Microseconds now() const { return m_clock.now(); }
    void announceVisible();
    bool hasChanged(Node node) const;

    // Cells
    QVariant leafData(Node node, Column column, int role) const;
    QVariant groupData(Node node, Column column, int role) const;
    QVariant callCell(Node node, Column column, int role) const;
    QString groupText(Node node, Column column) const;
    QString leafText(const HandleRow &row, Column column) const;
    QString nameOfGroup(Node node) const;
    QString summary(const Group &group) const;
    QString accessibleName(Node node) const;

    LiveWorld *m_live;
    ScreenClock m_clock;
    bool m_active = true;
    QList<GroupLevel> m_levels;
    HandleFilter m_filter;
    const ColumnSpec *m_sortColumn;
    bool m_descending = false;

    RowTree m_tree;
    std::vector<Row> m_rows; // by node
    QHash<HCall, Node> m_leaves;
    QHash<GroupKey, Node> m_groups;
    QHash<quint64, Share> m_shares; // by node and call
    QSet<GroupKey> m_toggled;       // expanded or collapsed unlike the others of their level
    int m_expandedDepths = 1;
    quint32 m_frame = 0;
    Plan m_plan;
    DueList m_due;

    std::vector<Node> m_gap; // rows on their way in or out, ascending by node
    int m_gapPlace = 0;

    GhostKeeper m_ghosts;
    std::vector<HCall> m_lostGhosts; // for which there was no room

    int m_firstVisible = 0;
    int m_lastVisible = -1;
};

} // namespace Linescope
