// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What was called at the test console and what came of it, the newest last; the oldest go when there are too many.
#pragma once

#include "tapi/clock.h"
#include "world/request.h"

#include <QAbstractTableModel>

namespace Linescope {

struct ConsoleCall {
    Microseconds time = 0;
    HLineApp app;
    Request request;
    QString callText;
    int times = 1;
    int returned = 0;                  // of these
    int failed = 0;                    // of these
    LineError error = LineError::None; // of the first that failed
    QString value;                     // of the last that did not
    int replies = 0;                   // LINE_REPLY that came
    int failedReplies = 0;
    LineError replyError = LineError::None; // of the first that failed
    bool isAsynchronous = false;
};

class ConsoleHistory : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Column { Time, Application, Call, Result, Number, Reply, Count };
    static constexpr int maxCalls = 1000;

    using QAbstractTableModel::QAbstractTableModel;

    // The number by which returned() and replied() know it.
    quint64 add(const ConsoleCall &call);
    void returned(quint64 number, const Outcome &outcome);
    void replied(quint64 number, LineError result);
    const ConsoleCall &at(int row) const { return m_calls.at(row); }
    static QString resultText(const ConsoleCall &call); // in words
    static QString replyText(const ConsoleCall &call);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void callChanged(int row);

private:
    template<class Change>
    void change(quint64 number, Change change);
    QString text(const ConsoleCall &call, Column column) const;

    QList<ConsoleCall> m_calls;
    quint64 m_first = 1; // number of the oldest
};

} // namespace Linescope
