// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The call log as a table, however long it is and however slow the database: pages of rows come when they are looked
// at, until then a cell is an ellipsis. Rows that are added meanwhile do not move those on screen: they are told as
// newCalls() and shown by reload().
#pragma once

#include "calllog/calllogservice.h"
#include "journal/masker.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QPointer>
#include <QSet>
#include <QTimer>

#include <functional>
#include <optional>

namespace Linescope {

class CallLogModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Column { Began, Line, Direction, Caller, Called, Talked, Result, Cause, Provider, Reference, Count };
    Q_ENUM(Column)
    enum Role { SortRole = Qt::UserRole + 1, DamagedRole };

    explicit CallLogModel(QObject *parent = nullptr);

    void setService(CallLogService *service); // none: empty
    void setMasker(const Masker &masker);
    void setQuery(const CallLogQuery &query);
    const CallLogQuery &query() const { return m_query; }
    void reload(); // with what has come meanwhile

    const CallLogTotals &totals() const { return m_totals; }
    const CallLogChoices &choices() const { return m_choices; }
    const QString &problem() const { return m_problem; } // why there are no rows, a sentence
    bool isLoading() const { return m_loading; }

    // As it is in the log, not masked; none until its page has come.
    std::optional<CallLogRow> rowAt(int row) const;
    QString deviceName(const QString &device) const { return m_masker.text(device); }
    static constexpr int MaxFetched = 1'000'000;
    // Fetches those rows, of the first MaxFetched, then calls `done`; never if this model or the query has changed by
    // then.
    void fetchRows(const QList<int> &rows, const std::function<void()> &done);
    bool hasRow(int row) const { return hasPage(row / PageSize); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void changed(); // totals, choices, problem, isLoading()

private:
    static constexpr int PageSize = 200;
    static constexpr qsizetype MostPages = 50; // kept, unless all are wanted

    const CallLogRow *find(int row) const;
    void summarized(const LogResult<CallLogService::Summary> &summary);
    bool hasPage(int page) const { return m_pages.contains(page) && !m_old.contains(page); }
    void resize(int rows);
    void agePages();
    void fetchWanted();
    void fetchPage(int page, const std::function<void()> &done);
    void fetchPages(QList<int> pages, const std::function<void()> &done);
    void pageCame(int page, const QList<CallLogRow> &rows);
    QVariant plainValue(const LoggedCall &record, Column column) const;
    QString text(const LoggedCall &record, Column column) const;
    QString directionText(const LoggedCall &record) const;
    QString party(const QString &number, const QString &name) const;

    QPointer<CallLogService> m_service;
    Masker m_masker;
    CallLogQuery m_query;
    CallLogTotals m_totals;
    CallLogChoices m_choices;
    QString m_problem;
    bool m_loading = false;
    int m_rows = 0;
    quint64 m_generation = 0; // answers to what was asked before are too late
    QHash<int, QList<CallLogRow>> m_pages;
    QList<int> m_order;     // of these, the one that came first
    QSet<int> m_old;        // of these, those that have been read before the last reload()
    bool m_isOther = false; // the query, since then
    mutable QSet<int> m_wanted;
    QSet<int> m_asked;
    QTimer *const m_fetch; // wanted pages, all together
    bool m_keepAll = false;
};

} // namespace Linescope
