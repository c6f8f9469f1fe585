// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The table of call handles: every handle of the World that the filter lets through, and for a while the ghosts of
// those that have become void. Sorts and filters by itself (ViewOrder); do not put a proxy on top.
//
// Tell it which rows are on screen (setVisibleRows): changes are announced for those only, once per frame.
//
// A new filter or order of a big World takes several frames: the old rows stay until the new ones are ready, then all
// change in one step. busyChanged() tells of it when it takes long.
#pragma once

#include "filter/handlefilter.h"
#include "models/duelist.h"
#include "models/handles/ghostkeeper.h"
#include "models/handles/vieworder.h"
#include "models/liveworld.h"
#include "models/screenclock.h"
#include "models/slicedwork.h"

#include <QAbstractTableModel>

#include <functional>
#include <memory>
#include <vector>

namespace Linescope {

struct ColumnSpec;
class HandlePass;

class HandleModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Column { State, Handle, Call, App, Line, Privilege, Parties, InState, Age, Bytes, Source, Count };
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
    bool isBusy() const { return m_pass != nullptr; } // filter or order are not those of the rows yet
    void setSlices(int handles, int steps) { m_work.setSlices(handles, steps); } // for tests: see SlicedWork

    HCall handleAt(int row) const;                                           // none if there is no such row
    int rowOf(HCall handle) const;                                           // -1 if it is not shown
    Life lifeOf(HCall handle) const;                                         // Void for what is gone
    int totalCount() const { return int(m_live->world().handles().size()); } // handles, whatever the filter

    void setGhostTime(Microseconds time) { m_ghosts.setTime(time); } // 0: no ghosts
    const Ghost *ghost(HCall handle) const { return m_ghosts.find(handle); }
    void clearGhosts() { ghostsEnd(m_ghosts.takeAll()); }

    Microseconds now() const { return m_clock.now(); }

    // Rows that are on screen; last < first for none.
    void setVisibleRows(int first, int last);
    // Once a second: "in state" and "age" of the visible rows; rows that come and go by nothing but time.
    void refreshTimes();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    void multiData(const QModelIndex &index, QModelRoleDataSpan roles) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    // How far a new filter or order is, in percent; -1 when the rows are there. Only of what takes long.
    void busyChanged(int percent);

private:
    using Item = ViewOrder::Item; // HCall::value

    void reset();
    void advance();

    static QVariant value(const ColumnSpec &spec, const HandleRow &row, int role);
    static QString accessibleText(const ColumnSpec &spec, const HandleRow &row);
    HandleRow rowFor(Item item) const; // handle is none if there is no such handle and no ghost of it
    ViewOrder::Entry entryFor(Item item) const;
    ViewOrder::TextOf textOf(const ColumnSpec *spec) const;
    bool passes(const Handle &handle) const;
    // The same, and remembers when time will change the answer.
    bool nowPasses(const Handle &handle);
    void takeDue();
    void keepGhost(const Event &event);
    void ghostsEnd(const std::vector<HCall> &ghosts);

    void collectVoided();
    void collectGhosts();
    void collectChanged();
    void collectAdded();
    // Takes m_removed out, m_inserted in, m_moved to where they belong now, in one step for whoever watches.
    void reorder();
    bool removeRun();
    bool insertRun();
    void rearrange();
    void changeLayout(const std::function<void()> &change);
    void beginInsert(int first, int count);
    void beginRemove(int first, int count);

    // Places are counted in ascending order; rows are what the view sees.
    int places() const { return m_order.size() + int(m_gap.size()); }
    int flipped(int place) const { return m_descending ? places() - 1 - place : place; }
    Item itemAt(int place) const;
    int placeOf(Item item) const;
    int gapPlaceForRemoved() const;

    // A pass over all handles, and what comes of it.
    void startPass(const HandleFilter &filter, const ColumnSpec *column, bool descending, bool keepsFilter);
    void touchPass();
    void endPass();
    void replaceOrder(ViewOrder *rows, const HandleFilter &filter, const ColumnSpec *column, bool descending);
    int gapPlaceForReplaced(HCall current) const;

    void announceVisible();
    Aspects changedAspects(int row) const;
    void announce(int firstRow, int lastRow, Aspects aspects);

    LiveWorld *m_live;
    ScreenClock m_clock;
    HandleFilter m_filter;
    const ColumnSpec *m_sortColumn;
    bool m_descending = false;
    ViewOrder m_order;

    // Handles on their way in or out, together in one run at m_gapPlace, between those of m_order.
    std::vector<Item> m_gap; // ascending
    int m_gapPlace = 0;

    DueList m_due;
    std::unique_ptr<HandlePass> m_pass;
    SlicedWork m_work; // m_pass

    GhostKeeper m_ghosts;

    int m_firstVisible = 0;
    int m_lastVisible = -1;

    std::vector<Item> m_removed; // of one frame; kept, so that their memory is used again
    std::vector<ViewOrder::Entry> m_inserted;
    std::vector<Item> m_moved;
};

} // namespace Linescope
