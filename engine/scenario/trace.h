// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The trace of a session in a normal form: what happened, without when and without whose names. Ids are numbered anew
// in the order in which they appear, so that two runs of one scenario give one trace, and what is different is a
// difference.
#pragma once

#include "world/event.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QHash>
#include <QStringList>

#include <tl/expected.hpp>

namespace Linescope::Scenarios {

struct TraceOptions {
    bool reports = false; // what the provider reported, too: two providers say the same in different words
    bool names = false;   // the provider's own: of itself, its lines, its calls
    bool bytes = false;
    bool times = false; // microseconds after the first event
};

struct TraceRow {
    QString kind; // "callState": as in a journal
    QString text; // "callState call=C1 mode=ACTIVE previous=OFFERING state=CONNECTED"
    friend bool operator==(const TraceRow &, const TraceRow &) = default;
};

using Trace = QList<TraceRow>;

// Takes the events of one session in order.
class TraceMaker {
public:
    explicit TraceMaker(const TraceOptions &options = {})
        : m_options(options)
    {
    }

    void add(const Event &event);
    void add(const EventBatch &batch)
    {
        for (const Event &event : batch)
            add(event);
    }
    Trace take() { return std::move(m_trace); }

private:
    void addWords(QStringList &words, const QString &kind, const QJsonObject &json);
    QString renamed(const QString &id);
    QString textOf(const QJsonValue &value);

    TraceOptions m_options;
    Trace m_trace;
    QHash<QString, QString> m_names;
    QHash<QChar, int> m_counts;
    Microseconds m_start = -1;
};

Trace traceOf(const EventBatch &journal, const TraceOptions &options = {});

// ---- kept traces ----

struct TraceError {
    Q_DECLARE_TR_FUNCTIONS(Linescope::Scenarios)
};

// One row a line, after a line that says what it is.
QByteArray toText(const Trace &trace);
// A kept trace, or a journal (journal/1) of which the trace is taken; what is neither is told in a sentence.
// At most 64 MiB.
tl::expected<Trace, QString> readTrace(const QByteArray &bytes, const TraceOptions &options = {});
tl::expected<Trace, QString> readTraceFile(const QString &path, const TraceOptions &options = {});

} // namespace Linescope::Scenarios
