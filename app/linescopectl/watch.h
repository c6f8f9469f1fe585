// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One `linescopectl watch`: an engine with one source, an application that monitors every line so that handles exist
// and are retained, and an output that is told what happens. Ends by itself when the options say so.
#pragma once

#include "calllog/calllogservice.h"
#include "checks/leakreport.h"
#include "linescopectl/eventfilter.h"
#include "linescopectl/options.h"
#include "linescopectl/output.h"
#include "server/engine.h"

#include <QObject>

namespace Linescope {

class Watch : public QObject {
    Q_OBJECT

public:
    Watch(const Options &options, const Source &source, std::unique_ptr<Output> output,
          const QByteArray &logPassword = {});

    void start();
    // As with Ctrl-C: what has come is shown, then the summary.
    void interrupt();

Q_SIGNALS:
    // Once. `sentence` says why the source could not be reached, else it is empty.
    void finished(Linescope::ExitStatus status, const QString &sentence);

private:
    QString journalProblem() const;
    void startRecording();
    void noteRecording(const RecordingStatus &status);
    void startLog(const QByteArray &password);
    void noteLog();
    void endLog();
    void drain();
    void take(const Event &event);
    void noteProvider(const Events::ProviderState &event);
    bool endsCall(const Event &event) const;
    void timeIsUp();
    void end();
    void endUnlessReached();

    const Options m_options;
    const Source m_source;
    std::unique_ptr<Output> m_output;
    EventFilter m_filter;
    World m_world;
    LeakTracker m_leaks; // if asked for
    quint64 m_dropped = 0;
    quint64 m_endedCalls = 0;
    QString m_providerText; // the last word of a source that has never been up
    QString m_recordingError;
    bool m_wasUp = false;
    bool m_ended = false;
    QString m_logTrouble;
    Engine m_engine;      // gone before what its signals reach
    CallLogService m_log; // last: what waits is written on the engine's thread
};

} // namespace Linescope
