// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Handles in groups: which groups there are, what they hold, in which order everything is. HandleTree shows one of
// these while the next one may be in the making (GroupPass).
//
// Everything that happens is planned first (Row::parent, Row::goes, totals) and put into the tree of rows in one step:
// by relink() when somebody watches, bit by bit when nobody does.
#pragma once

#include "filter/handlefilter.h"
#include "models/duelist.h"
#include "models/handles/grouping.h"
#include "models/handles/handlerow.h"
#include "models/handles/rowtree.h"
#include "server/pagedmap.h"

#include <QHash>
#include <QSet>
#include <QVarLengthArray>

#include <array>
#include <memory>
#include <vector>

namespace Linescope {

class GhostKeeper;
class LiveWorld;
class ScreenClock;
class TextStore;
struct ColumnSpec;

class HandleGroups {
public:
    using Node = RowTree::Node;
    static constexpr quint32 NoGroup = 0xffffffff;

    struct Goal {
        QList<GroupLevel> levels; // from the outside in; the handles come last
        HandleFilter filter;
        const ColumnSpec *column = nullptr;
        bool descending = false;
    };
    struct Totals {
        int calls = 0;
        int handles = 0;
        int retained = 0;
        int owners = 0;
        qint64 bytes = 0; // the engine's memory for them; a call's record counts once
        friend bool operator==(const Totals &, const Totals &) = default;
    };
    struct Group {
        GroupKey key;
        QString name; // as last known; of a call none is needed
        Totals totals;
        quint32 recordBytes = 0; // of a call: what is in totals for its record
        int population = 0;      // children once everything planned is done
        quint32 changedIn = 0;   // frame
    };
    struct Row {
        quint32 group = NoGroup; // none: a handle
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
    struct Difference { // that the plan makes to what is visible
        std::vector<Node> appear;
        std::vector<Node> vanish;
        bool moves = false;
    };
    struct Entry { // of an order that is made anew
        Node parent = RowTree::Root;
        Node node = RowTree::None;
        quint64 key = 0;
        quint64 number = 0; // decides last
        QStringView text;   // decides between equal keys
        bool upsideDown = false;
    };
    struct EntryLess {
        bool operator()(const Entry &a, const Entry &b) const;
    };

    // `ghosts`: of its rows. None while nobody sees them.
    HandleGroups(const LiveWorld *live, const ScreenClock *clock, const GhostKeeper *ghosts, const Goal &goal);
    HandleGroups(const HandleGroups &) = delete;
    HandleGroups &operator=(const HandleGroups &) = delete;

    const Goal &goal() const { return m_goal; }
    void setFilter(const HandleFilter &filter);
    bool hasCallLevel() const { return !m_goal.levels.isEmpty() && m_goal.levels.last() == GroupLevel::Call; }

    // Rows
    const RowTree &tree() const { return m_tree; }
    const Row &row(Node node) const { return m_rows[node]; }
    Node nodeCount() const { return Node(m_rows.size()); } // in use or free
    const Group &group(Node node) const { return groupAt(m_rows[node].group); }
    bool isGroup(Node node) const { return m_rows[node].group != NoGroup; }
    bool isCall(Node node) const;
    Node leafOf(HCall handle) const { return m_leaves.value(handle).node(); }
    Node groupOf(const GroupKey &key) const;
    int leafCount() const { return int(m_leaves.size()); }
    HandleRow rowFor(Node leaf) const;
    // What a call's own row is told from: one of its handles, or a ghost of the last one.
    HandleRow callRowFor(Node call) const;
    bool hasChanged(Node node) const; // in the last frame

    // What is expanded, of groups that are there and of those to come.
    void setExpanded(const GroupKey &key, int depth, bool expanded);
    void setExpandedDepths(int depths); // forgets what was toggled
    void expandLike(const HandleGroups &other);

    // Plans
    void beginFrame() { ++m_frame; }
    void collectBatch(); // that the LiveWorld shows
    void lookAtAll();    // whether the filter lets them through
    bool takeDue();      // true if that was not all
    void planRemove(const std::vector<HCall> &handles);
    void planGhosts(const HandleGroups &from); // as they are there; with the same levels
    void setGhosts(const GhostKeeper *ghosts) { m_ghosts = ghosts; }
    bool hasPlan() const;

    // What was planned, put into the tree
    Difference difference(); // to be asked first
    void relink();           // after difference()
    void forgetRemoved();

    // The same while nobody watches
    void reserve();
    void gather(const Handle &handle); // the tree is empty as yet
    void endGathering();               // of some of them: nothing of it is linked
    // Node is None for what has no place.
    Entry entryFor(Node node, TextStore *texts) const;
    void append(const Entry &entry); // behind what is there
    void putOff();                   // takes out what goes or moves, and keeps what is to be linked
    bool linkSome(size_t count);     // of that; true if nothing is left

private:
    struct Plan {                  // of one frame
        std::vector<Node> removed; // handles
        std::vector<Node> removedGroups;
        std::vector<Node> fresh; // handles
        std::vector<Node> freshGroups;
        std::vector<Node> moved; // both
        std::vector<Node> thinned;
        void clear();
    };
    using Path = QVarLengthArray<const Group *, 4>; // from the inside out
    struct Share {                                  // of a call in a group that is not a call
        int handles = 0;
        quint32 bytes = 0;
    };

    // Found without hashing, and growing without a pause: both count up.
    struct Place {
        quint32 value = 0;
        bool isNull() const { return value == 0; } // the root is no value
        Node node() const { return isNull() ? RowTree::None : value; }
    };
    static constexpr quint32 BlockSize = 256;
    using Block = std::array<Group, BlockSize>;

    Group &changing(Node node) { return const_cast<Group &>(group(node)); }
    const Group &groupAt(quint32 index) const { return (*m_blocks[index / BlockSize])[index % BlockSize]; }
    quint32 newGroup();
    void freeGroup(Node node);
    void setGroupOf(const GroupKey &key, Node node); // Root: none any more
    bool passes(const Handle &handle);               // remembers when time will change the answer
    void lookAgain(const Handle &handle);
    void collectVoided();
    void collectGhosts();
    void collectChanged();
    void collectChanged(const Call &call, Aspects aspects);
    void collectAdded();
    Node create(Node parent);
    void planAdd(const Handle &handle);
    void planRemove(Node leaf);
    void planMove(Node node);
    void planRegroup(Node leaf, const Handle &handle, const Call &call);
    Node parentFor(const Handle &handle, const Call &call, qsizetype levels);
    Node groupFor(const GroupKey &key, const QString &name, Node parent);
    Node groupsFor(const Path &path, const HandleGroups &from);
    void transfer(Node node, Node parent);
    void thin(Node group);
    void emptyGroupsGo();
    void compare(Node node, Difference *difference) const;
    bool isVisibleAfter(Node node) const;
    void forgetNames();
    void unlinkPlanned();
    void bury(const std::vector<Node> &nodes);
    void link(Node node);

    void count(Node leaf, int sign);
    void addUp(Node group, const Totals &totals, int sign);
    void countCall(Node group, CallId call, int sign);
    void updateFlags(Node leaf, const Handle &handle, const Call &call);
    void updateRecord(Node leaf, const Call &call);

    bool startsExpanded(const GroupKey &key, int depth) const;
    bool isUpsideDown(Node node) const;
    quint64 keyOf(Node node) const;
    QString textOf(Node node) const;
    quint64 numberOf(Node node) const;
    bool isBefore(Node a, Node b) const;

    const LiveWorld *m_live;
    const ScreenClock *m_clock;
    const GhostKeeper *m_ghosts;
    Goal m_goal;

    RowTree m_tree;
    std::vector<Row> m_rows; // by node
    std::vector<std::unique_ptr<Block>> m_blocks;
    std::vector<quint32> m_freeGroups;
    PagedMap<HCall, Place> m_leaves;
    PagedMap<CallId, Place> m_calls;
    QHash<GroupKey, Node> m_groups; // but calls
    QHash<quint64, Share> m_shares; // by node and call
    QSet<GroupKey> m_toggled;       // expanded or collapsed unlike the others of their level
    int m_expandedDepths = 1;
    quint32 m_frame = 0;
    Plan m_plan;
    std::vector<Node> m_pending; // to be linked
    std::vector<Node> m_buried;  // out of everything, their numbers not used again yet
    DueList m_due;
};

} // namespace Linescope
