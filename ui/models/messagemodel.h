// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The message log: what was said between applications, engine and providers, newest first. Bounded: the oldest rows go.
#pragma once

#include "models/liveworld.h"

#include <QAbstractTableModel>
#include <QHash>

#include <deque>
#include <optional>

namespace Linescope {

class MessageModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Column { Time, App, What, Details, Count };
    Q_ENUM(Column)

    enum class Kind { Message, Request, Failure, Provider, Close, Fault };
    Q_ENUM(Kind)

    enum Role {
        KindRole = Qt::UserRole, // int of Kind
        AppRole,                 // quint32, HLineApp::value; 0 for what passes between engine and provider
        TimeRole,                // qint64, microseconds since 1970
        ObjectRole,              // quint32: the handle (Id::handle) that the row is about, 0 for none
    };

    explicit MessageModel(LiveWorld *live, qsizetype capacity = 10'000, QObject *parent = nullptr);
    ~MessageModel() override;

    void setAppFilter(HLineApp app);         // none: all
    void setTextFilter(const QString &text); // in any column, whatever its case; empty: all
    // Holds the rows on screen while the log goes on; what came meanwhile appears at once when it ends.
    void setPaused(bool paused);
    bool isPaused() const { return m_paused; }
    void clear();

    qsizetype totalCount() const { return qsizetype(m_entries.size()); } // whatever the filter
    quint64 dropped() const { return m_dropped; }                        // fell out because the log is full
    // Whether the log has the event of that number; the row that shows it, -1 if a filter hides it or it waits.
    bool contains(quint64 seq) const { return find(seq) != nullptr; }
    int rowOf(quint64 seq) const;
    // The event in words, as its row would say it; empty if the log does not have it.
    QString description(quint64 seq) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Entry {
        quint64 number = 0; // 1, 2, 3 ... of this log
        quint64 seq = 0;    // of its event; of a request: of its result
        quint64 asked = 0;  // of a request: its own
        HLineApp app;
        QString from; // the application's name, or the provider's
        Kind kind = Kind::Message;
        Microseconds time = 0;
        EventPayload payload;
        QString result; // of a request
    };

    void note(const EventBatch &batch);
    void forget();
    void append(const Event &event);
    void append(Entry entry);
    void finishRequest(const Event &event, const Events::RequestResult &result);
    const Entry *find(quint64 seq) const;
    void showWaiting();
    void dropOldest();
    void refilter();
    bool passes(const Entry &entry) const;
    const Entry &entryAt(int row) const;
    QString nameOf(HLineApp app) const;
    QString nameOf(ProviderId provider) const;
    QString text(const Entry &entry, Column column) const;

    LiveWorld *m_live;
    const size_t m_capacity;
    std::deque<Entry> m_entries; // oldest first
    std::deque<quint64> m_shown; // numbers of the rows, oldest first
    quint64 m_nextNumber = 1;
    quint64 m_considered = 0; // newest number that has had its chance to be shown
    quint64 m_dropped = 0;
    QHash<HLineApp, QString> m_newApps; // of the batch, not in the World yet
    QHash<ProviderId, QString> m_newProviders;
    std::optional<Entry> m_request; // waits for its result
    HLineApp m_app;
    QString m_text;
    bool m_paused = false;
};

} // namespace Linescope
