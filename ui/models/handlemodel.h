// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The table of call handles: every handle of the World that the filter lets through, and for a while the ghosts of
// those that have become void. Sorts and filters by itself (ViewOrder); do not put a proxy on top.
//
// Tell it which rows are on screen (setVisibleRows): changes are announced for those only, once per frame.
#pragma once

#include "filter/handlefilter.h"
#include "models/ghostlist.h"
#include "models/liveworld.h"
#include "models/vieworder.h"
#include "tapi/clock.h"

#include <QAbstractTableModel>

#include <limits>
#include <vector>

namespace Linescope {

struct ColumnSpec;

class HandleModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Column { State, Handle, Call, App, Line, Privilege, Parties, InState, Age, Bytes, Count };
    Q_ENUM(Column)

    enum Role {
        SortRole = Qt::UserRole, // comparable: number or case-folded text
        LifeRole,                // int of enum class Life
        StateRole,               // int of CallState
        HandleRole,              // quint32, HCall::value
        ExportRole,              // for CSV: plain numbers, times in seconds
    };

    static constexpr Microseconds DefaultGhostTime = 5'000'000;
    static constexpr size_t MaxGhosts = 1000; // then the oldest go first

    HandleModel(LiveWorld *live, Clock *clock, QObject *parent = nullptr);
    ~HandleModel() override;

    static QString title(Column column);

    void setFilter(const HandleFilter &filter);
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    HCall handleAt(int row) const;                                           // none if there is no such row
    int rowOf(HCall handle) const;                                           // -1 if it is not shown
    Life lifeOf(HCall handle) const;                                         // Void for what is gone
    int totalCount() const { return int(m_live->world().handles().size()); } // handles, whatever the filter

    void setGhostTime(Microseconds time); // 0: no ghosts
    const Ghost *ghost(HCall handle) const { return m_ghosts.find(handle); }
    void clearGhosts();

    Microseconds now() const { return m_live->isPaused() ? m_pausedAt : m_clock->now(); } // as the screen has it

    // Rows that are on screen; last < first for none.
    void setVisibleRows(int first, int last);
    void refreshTimes(); // once a second: "in state" and "age" of the visible rows

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    void multiData(const QModelIndex &index, QModelRoleDataSpan roles) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    using Item = ViewOrder::Item; // HCall::value

    void reset();
    void advance();
    void pausedChanged(bool paused);

    static QVariant value(const ColumnSpec &spec, const HandleRow &row, int role);
    static QString accessibleText(const ColumnSpec &spec, const HandleRow &row);
    HandleRow rowFor(Item item) const; // handle is none if there is no such handle and no ghost of it
    ViewOrder::Entry entryFor(Item item) const;
    ViewOrder::TextOf textOf() const;
    bool passes(const Handle &handle) const;
    void keepGhost(const Event &event);
    void expectGhostsEnd();
    void dropGhosts(Microseconds until); // into m_removed
    void ghostsEnd();

    void collectVoided();
    void collectGhosts();
    void collectChanged();
    void collectAdded();
    // Takes m_removed out, m_inserted in, m_moved to where they belong now, in one step for whoever watches.
    void reorder();
    bool removeRun();
    bool insertRun();
    void rearrange();
    template<class Change>
    void changeLayout(Change change);
    void beginInsert(int first, int count);
    void beginRemove(int first, int count);

    // Places are counted in ascending order; rows are what the view sees.
    int places() const { return m_order.size() + int(m_gap.size()); }
    int flipped(int place) const { return m_descending ? places() - 1 - place : place; }
    Item itemAt(int place) const;
    int placeOf(Item item) const;
    int gapPlaceForRemoved() const;

    void announceVisible();
    Aspects changedAspects(int row) const;
    void announce(int firstRow, int lastRow, Aspects aspects);

    LiveWorld *m_live;
    Clock *m_clock;
    HandleFilter m_filter;
    const ColumnSpec *m_sortColumn;
    bool m_descending = false;
    ViewOrder m_order;

    // Handles on their way in or out, together in one run at m_gapPlace, between those of m_order.
    std::vector<Item> m_gap; // ascending
    int m_gapPlace = 0;

    GhostList m_ghosts{MaxGhosts};
    Microseconds m_ghostTime = DefaultGhostTime;
    Microseconds m_ghostsEndAt = std::numeric_limits<Microseconds>::max(); // when somebody will look
    std::vector<Item> m_newGhosts;                                         // of the last batch, ascending

    int m_firstVisible = 0;
    int m_lastVisible = -1;
    Microseconds m_pausedAt = 0;

    std::vector<Item> m_removed; // of one frame; kept, so that their memory is used again
    std::vector<ViewOrder::Entry> m_inserted;
    std::vector<Item> m_moved;
};

} // namespace Linescope
