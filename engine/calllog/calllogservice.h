// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The call log of a program that has an Engine: on or off, how it fares, and questions to it. On the caller's thread,
// which never waits for the database.
#pragma once

#include "calllog/calldatabase.h"
#include "calllog/calllogreader.h"
#include "calllog/calllogstore.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace Linescope {

class Engine;

class CallLogService : public QObject {
    Q_OBJECT

public:
    explicit CallLogService(Engine *engine, QObject *parent = nullptr); // the engine must outlive it
    ~CallLogService() override;

    // From now on with these settings, whatever it was before.
    void start(const CallLogSettings &settings, const QByteArray &password = {});
    void stop();
    bool isOn() const { return m_store != nullptr; }
    const CallLogSettings &settings() const { return m_settings; }

    const CallLogStatus &status() const { return m_status; }
    // What is wrong and what it means, one or more sentences; empty: nothing.
    QString trouble() const;

    // Answers come on this thread, later, never once `context` or the log of now has gone.
    template<class Value>
    using Answer = std::function<void(const LogResult<Value> &)>;
    struct Summary {
        CallLogTotals totals;
        CallLogChoices choices;
    };
    void summarize(const CallLogQuery &query, QObject *context, Answer<Summary> answer);
    void read(const CallLogQuery &query, qint64 first, qint64 count, QObject *context,
              Answer<QList<CallLogRow>> answer);
    // How many rows are damaged.
    void check(CallDatabase::Check check, QObject *context, Answer<qint64> answer);
    // How many calls were deleted, for good.
    void removeNumber(const QString &number, QObject *context, Answer<qint64> answer);
    // SQLite: renames the file, a new one is begun. The name it has now.
    void setAside(QObject *context, Answer<QString> answer);

Q_SIGNALS:
    void statusChanged(); // also trouble()

private:
    class Mailbox;

    template<class Value, class Runner>
    void ask(Runner &runner, std::function<LogResult<Value>(LogResult<CallDatabase *>)> work, QObject *context,
             Answer<Value> answer);
    void look();
    void checkInBackground();

    Engine *m_engine;
    const QString m_session;
    std::shared_ptr<Mailbox> m_mailbox;
    CallLogSettings m_settings;
    std::shared_ptr<CallLogStore> m_store;
    std::unique_ptr<CallLogReader> m_reader;
    CallLogStatus m_status;
    QString m_damage; // found by a check
    bool m_checked = false;
    QTimer m_look;
};

} // namespace Linescope
