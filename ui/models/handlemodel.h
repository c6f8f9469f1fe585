// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The table of call handles: every handle of the World that the filter lets through, and for a while the ghosts of those
// that have become void. Sorts and filters by itself (ViewOrder); do not put a proxy on top.
//
// Tell it which rows are on screen (setVisibleRows): changes are announced for those only, once per frame.
#pragma once

#include "filter/handlefilter.h"
#include "models/handlerow.h"
#include "models/liveworld.h"
#include "models/vieworder.h"
#include "tapi/clock.h"

#include <QAbstractTableModel>
#include <QHash>

#include <deque>
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
        LifeRole, // int of enum class Life
        StateRole, // int of CallState
        HandleRole, // quint32, HCall::value
        ExportRole, // for CSV: plain numbers, times in seconds
    };

    static constexpr Microseconds DefaultGhostTime = 5'000'000;
    static constexpr qsizetype MaxGhosts = 1000; // then the oldest go first

    HandleModel(LiveWorld *live, Clock *clock, QObject *parent = nullptr);
    ~HandleModel() override;

    static QString title(Column column);

    void setFilter(const HandleFilter &filter);
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    HCall handleAt(int row) const; // none if there is no such row
    int rowOf(HCall handle) const; // -1 if it is not shown
    Life lifeOf(HCall handle) const; // Void for what is gone
    int totalCount() const { return int(m_live->world().handles().size()); } // handles, whatever the filter

    void setGhostTime(Microseconds time); // 0: no ghosts
    const Ghost *ghost(HCall handle) const { return findGhost(handle); }
    void clearGhosts();

    // Rows that are on screen; last < first for none.
    void setVisibleRows(int first, int last);
    void refreshTimes(); // once a second: "in state" and "age" of the visible rows

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    using Item = ViewOrder::Item; // HCall::value

    void reset();
    void prepare(const EventBatch &batch);
    void advance(const EventBatch &batch);
    void pausedChanged(bool paused);

    HandleRow rowFor(Item item) const;
    ViewOrder::Entry entryFor(Item item) const;
    ViewOrder::TextOf textOf() const;
    bool isShown(Item item) const;
    Microseconds now() const;
    std::vector<ViewOrder::Entry> allEntries() const;

    const Ghost *findGhost(HCall handle) const;
    void keepGhost(const Event &event, const Events::HandleVoided &voided);
    void dropGhosts(Microseconds bornBefore);
    void expectGhostsEnd();
    void ghostsEnd();

    void collectChanges();
    void reorder(); // m_removed, m_inserted, m_moved
    bool removeRun();
    bool insertRun();
    void rearrange();
    template<class Change>
    void changeLayout(Change change);
    Item itemAt(int row) const;
    int rowOfItem(Item item) const;
    void announce(const std::vector<Aspects> &changes);
    void announceVisible();

    LiveWorld *m_live;
    Clock *m_clock;
    HandleFilter m_filter;
    const ColumnSpec *m_sortColumn;
    bool m_descending = false;
    ViewOrder m_order;

    // Rows on their way in or out, all in one run: shown at m_gapRow, between the rows of m_order.
    std::vector<Item> m_gap;
    int m_gapRow = 0;

    QHash<Item, Ghost> m_ghosts;
    std::deque<Item> m_ghostAges; // oldest first
    Microseconds m_ghostTime = DefaultGhostTime;
    bool m_expectingEnd = false;

    int m_firstVisible = 0;
    int m_lastVisible = -1;
    Microseconds m_pausedAt = 0;

    std::vector<Item> m_removed; // of one frame, kept to be used again
    std::vector<ViewOrder::Entry> m_inserted;
    std::vector<Item> m_moved;
};

} // namespace Linescope
