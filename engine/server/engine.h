// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The engine for a program with a window: a TelephonyServer on a thread of its own, with its providers and virtual
// applications. This object lives on the caller's thread and speaks with the engine in values only.
#pragma once

#include "journal/eventfeed.h"
#include "journal/moment.h"
#include "journal/recorder.h"
#include "server/providerhost.h"
#include "server/serveroptions.h"
#include "server/telephonyserver.h"
#include "server/virtualapp.h"

#include <QObject>
#include <QThread>

#include <functional>
#include <memory>
#include <variant>

namespace Linescope {

class Engine : public QObject {
    Q_OBJECT

public:
    explicit Engine(const ServerOptions &options = {}, QObject *parent = nullptr);
    ~Engine() override; // ends providers, applications and the thread

    // Events for this thread. wakeUp() is emitted when there are some after a take().
    EventFeed &feed() { return *m_feed; }

    // What `key` names here is the caller's own name for the provider; it must be new.
    // `faults`: those that it begins with.
    void addProvider(const QString &key, ProviderHost::Factory factory, const QList<Fault> &faults = {});
    QString keyOf(ProviderId provider) const; // as of the last event; empty for unknown ones
    void removeProvider(const QString &key);  // its lines are removed as by LINE_REMOVE
    void stimulate(const QString &key, const Stimulus &stimulus);
    // For a provider as the World knows it.
    void stimulate(ProviderId provider, const Stimulus &stimulus);
    const ServerOptions &options() const { return m_options; }
    ProviderAbilities abilities(ProviderId provider) const; // as of the last event; empty for unknown ones

    // What is still to go wrong on purpose: as set by SetFaults, less what noteFault() was told of.
    QList<Fault> faults(ProviderId provider) const;
    void noteFault(ProviderId provider, const Reports::FaultInjected &fault);

    void addApp(const AppHabits &habits);
    void removeApp(HLineApp app, bool crashed = false);

    // An application of another library, made and ended on the engine's thread. The key is new.
    using GuestFactory = std::function<std::unique_ptr<QObject>(TelephonyServer *)>;
    void addGuest(const QString &key, GuestFactory factory);
    void removeGuest(const QString &key);

    // Runs a request on the engine's thread as that application. `reply` is called on this thread with what it returns,
    // and after that `completion` with what the LINE_REPLY of an asynchronous request says (M-10); neither once this
    // object has gone.
    void submit(HLineApp app, const Request &request, std::function<void(const Outcome &)> reply = {},
                std::function<void(LineError)> completion = {});
    // From now on what is submitted and changes something, and removeApp(), is written to that file before it is done
    // (audit/auditor.h); what cannot be written is not done, and auditFailed() says why.
    void startAudit(const QString &file);
    // Why a call or a line is as it is, as its provider tells it (provenance.h): none if it does not know, or if that
    // has gone. Told on this thread; not once this object has gone.
    void askProvenance(std::variant<CallId, DeviceId> of, ProviderHost::TellProvenance tell);
    // What the ring of the session holds now, told on this thread; not once this object has gone.
    void readJournal(std::function<void(const EventBatch &)> reply);

    // Writes what happens from now on to a file; one recording at a time, a new one ends the one before. The engine
    // never waits for the disk. How it goes is told by recordingChanged().
    void startRecording(const RecordingOptions &options);
    void stopRecording(); // what has come is still written; this object's end waits for it

    // Of the recording, as of the last recordingChanged().
    const RecordingStatus &recordingStatus() const { return m_recording; }

    // The past of this session, as far as the engine remembers it. `take` is called on this thread.
    using TakeMoment = std::function<void(const Moment &, const MomentRange &)>;
    using TakeEvents = std::function<void(const EventBatch &, const MomentRange &)>;
    void findMoment(quint64 seq, qsizetype events, TakeMoment take);
    void findMomentAt(Microseconds time, qsizetype events, TakeMoment take);
    void readEvents(quint64 behind, qsizetype most, TakeEvents take);
    // The feed begins anew: with what was true at that event, or some thousand events ago if that is earlier, and what
    // has happened since.
    void beginAnew(quint64 seq);

Q_SIGNALS:
    void wakeUp(); // on this object's thread
    void recordingChanged(const Linescope::RecordingStatus &status);
    void auditFailed(const QString &sentence, bool wasDone);

private:
    class Core; // lives on the engine's thread
    class Mailbox;

    void post(std::function<void(Core &)> task);
    void takeAnswers();

    const ServerOptions m_options;
    RecordingStatus m_recording;
    std::shared_ptr<EventFeed> m_feed;
    std::shared_ptr<Mailbox> m_mailbox;
    QThread m_thread;
    Core *m_core = nullptr;
};

} // namespace Linescope
