// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Does what the window asks for: requests to the engine as the application that holds the handle or line, stimuli to a
// provider. All applications inside Linescope are virtual, so acting for one of them is a tester's right (G-6).
#pragma once

#include "mainwindow/callfunctions.h"
#include "server/engine.h"
#include "world/world.h"

#include <QObject>

#include <functional>

namespace Linescope {

class LiveWorld;

class Operations : public QObject {
    Q_OBJECT

public:
    Operations(Engine *engine, const LiveWorld *live, QObject *parent = nullptr);

    const ServerOptions &options() const { return m_engine->options(); }
    ProviderAbilities abilities(ProviderId provider) const { return m_engine->abilities(provider); }

    // A function of call control, as the application that holds the call or has the line open.
    void call(const CallFunction &function, const CallFunctionInput &input);
    void deallocate(const QList<HCall> &handles);
    // Every retained handle for which `wanted` says yes.
    QList<HCall> idleHandles(const std::function<bool(const Handle &)> &wanted) const;
    void readCallInfo(HCall handle); // ends in callInfoRead() or failed()

    void openLine(HLineApp app, const Requests::Open &request);
    void closeLine(HLine line);
    void makeCall(const Requests::MakeCall &request);
    void addApp(const AppHabits &habits);
    void removeApp(HLineApp app, bool crashed);
    void stimulate(ProviderId provider, const Stimulus &stimulus);
    void setFaults(ProviderId provider, const QList<Fault> &faults);
    QList<Fault> faults(ProviderId provider) const { return m_engine->faults(provider); } // that are still to come

    // Whatever it is, for whom what comes of it is the point: nothing is told by signals.
    void run(HLineApp app, const Request &request, const std::function<void(const Outcome &)> &reply,
             const std::function<void(LineError)> &completion)
    {
        m_engine->submit(app, request, reply, completion);
    }
    void readJournal(const std::function<void(const EventBatch &)> &reply) { m_engine->readJournal(reply); }

Q_SIGNALS:
    void done(const QString &sentence);
    void failed(const QString &sentence);
    void faultsChanged();
    void callInfoRead(Linescope::HCall handle, const Linescope::CallInfo &info);

private:
    void note(const EventBatch &batch);
    HLineApp appOf(HCall handle) const;
    using Then = std::function<void(const Outcome &)>;
    // `then` with the outcome, `later` when LINE_REPLY says that it has succeeded. What fails is told.
    void submit(HLineApp app, const Request &request, Then then = {}, Then later = {});
    Then told(const QString &function, Then then);

    Engine *m_engine;
    const LiveWorld *m_live;
};

} // namespace Linescope
