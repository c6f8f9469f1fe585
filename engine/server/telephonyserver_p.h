// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What TelephonyServer knows beside the World: who talks to whom, what is pending. State that is shown lives in the
// World and changes by record() only; here is what the rules need to decide.
//
// telephonyserver.cpp  transactions, messages, applications, providers
// lines.cpp            opening, closing, forced close, device creation and removal (rulebook 5)
// calls.cpp            requests on calls and their completion (rulebook 7)
// ownership.cpp        who gets a handle with which privilege (rulebook 3)
// reports.cpp          what a provider reports (rulebook 9)
// callinfo.cpp         what is said of a call (rulebook 8)
// status.cpp           what is said of a line
#pragma once

#include "server/messagequeue.h"
#include "server/telephonyserver.h"

#include <QHash>
#include <QSet>

namespace Linescope {

class TelephonyServer::Private {
public:
    Private(TelephonyServer *server, Clock *clock, const ServerOptions &options)
        : q(server)
        , clock(clock)
        , options(options)
        , journal(options.journalBytes)
    {
    }

    struct AppEntry {
        MessageQueue queue;
        QHash<quint32, ApiVersion> negotiated; // by dwDeviceID (L-1)
        QHash<quint32, HLine> replied;         // lines of the replies in the queue, by request
        bool overrun = false;                  // has lost messages since its queue was last empty
    };
    struct DeviceEntry {
        std::vector<HLine> lines; // in the order they were opened (P-11)
        MediaModes detected;      // the last SetDefaultMediaDetection (L-2)
        quint64 closedAt = 0;     // number of the CloseLine command
    };
    struct ProviderEntry {
        ProviderAbilities abilities;
        CommandSink sink;
        bool dead = false;
        quint64 commandsSent = 0;
        QHash<DriverLine, DeviceId> lines;
        QHash<DriverCall, CallId> calls;
        QHash<DriverCall, quint64> closedCalls; // number of the CloseCall command
    };
    struct Pending {
        size_t function = 0; // index in Request; 0: the engine itself asks (L-18)
        HLineApp app;
        HLine line;
        DeviceId device;
        CallId call;
        HCall handle;           // reserved for lineMakeCall (O-12)
        bool abandoned = false; // its line closed: no reply (L-23)
        std::shared_ptr<const Requests::MakeCall> makeCall;
    };
    struct Deferred {
        ProviderId provider;
        QList<Report> batch;
        quint64 commandsSeen;
    };

    // What belongs together: one request or one batch of reports, with one time. Observers are told when the
    // outermost one ends.
    class Transaction {
    public:
        explicit Transaction(Private *d)
            : d(d)
        {
            if (d->depth++ == 0)
                d->now = d->clock->now();
        }
        ~Transaction()
        {
            if (--d->depth == 0)
                d->flush();
        }
        Q_DISABLE_COPY_MOVE(Transaction)

    private:
        Private *d;
    };

    // ---- telephonyserver.cpp ----
    template<class Payload>
    void record(Payload payload)
    {
        nextEvent().payload.emplace<Payload>(std::move(payload)); // made in its place, not moved there
        applyLast();
    }
    Event &nextEvent();
    void applyLast();
    void flush();
    void emitFacts(const Event &event);
    void post(HLineApp app, const LineMessage &message);
    void postToLine(const Line &line, LineMessage message); // fills in the callback instance
    void postToAll(ApiVersion atLeast, const LineMessage &message);
    void raise(const char *rule, Severity severity, const QString &subject, const QString &text);
    void send(ProviderId provider, const Command &command);
    ProviderEntry &entryOf(ProviderId provider) { return providers[provider.value - 1]; }
    Result<> requireApp(HLineApp app) const;
    // Null if it is not an HLINE of this application.
    const Line *lineOf(HLineApp app, HLine line) const;
    // The handle with its call, or INVALCALLHANDLE (H-40..H-42).
    struct Target {
        const Handle *handle;
        const Call *call;
        const Line *line;
    };
    Result<Target> target(HLineApp app, HCall call) const;
    Result<DeviceId> requireDevice(quint32 deviceId) const; // L-34

    // ---- lines.cpp ----
    Result<HLine> open(HLineApp app, const Requests::Open &request);
    void close(HLine line, LineCloseReason reason, VoidReason voidReason);
    void closeByProvider(DeviceId device, LineCloseReason reason, const QString &text);
    void removeDevice(DeviceId device);
    void updateMediaDetection(DeviceId device);
    void closeAtProvider(DeviceId device);
    void abandonRequests(HLine line);
    DeviceEntry &deviceEntry(DeviceId device);

    // ---- calls.cpp ----
    Result<PendingCall> makeCall(HLineApp app, const Requests::MakeCall &request);
    Result<RequestId> act(HLineApp app, HCall call, size_t function, Commands::CallAction action);
    RequestId addPending(Pending pending);
    void drop(const Call &call); // by the engine itself (L-18, P-15)
    void complete(ProviderId provider, const Reports::Completion &report);
    void completeMakeCall(ProviderId provider, RequestId request, const Pending &pending,
                          const Reports::Completion &report);
    void reply(const Pending &pending, RequestId request, LineError result);
    void voidHandle(const Handle &handle, VoidReason reason);
    // Spontaneous messages for void handles are not fetched any more (H-55).
    void purgeQueue(HLineApp app);
    // Voids a handle with all that follows: others are told, the last one takes the call along (H-24).
    void release(HCall handle, VoidReason reason);
    void releaseCall(CallId call);

    // ---- ownership.cpp ----
    HCall createHandle(CallId call, const Line &line, Privilege privilege);
    void announce(HCall handle, CallState state, quint32 mode);
    void announceNewCall(CallId call, MediaModes mediaModes);
    void announceCreatedCall(CallId call);
    HLine chooseOwner(const Call &call, MediaModes mediaModes) const;
    HLine chooseOwnerFor(const Call &call, MediaModes mediaMode) const;
    bool hasHandle(const Call &call, HLine line) const;
    // LINE_CALLINFO to every other application with a handle (P-29).
    void notifyCounts(const Call &call, HLineApp causer, CallInfoStates bits, HLineApp alsoNot = {});

    // ---- reports.cpp ----
    void take(ProviderId provider, const QList<Report> &reports, quint64 commandsSeen);
    void take(ProviderId provider, const Reports::DeviceAdded &report, quint64 commandsSeen);
    void take(ProviderId provider, const Reports::DeviceRemoved &report, quint64 commandsSeen);
    void take(ProviderId provider, const Reports::DeviceState &report, quint64 commandsSeen);
    void take(ProviderId provider, const Reports::LineClose &report, quint64 commandsSeen);
    void take(ProviderId provider, const Reports::NewCall &report, quint64 commandsSeen);
    void take(ProviderId provider, const Reports::CallState &report, quint64 commandsSeen);
    void take(ProviderId provider, const Reports::CallInfo &report, quint64 commandsSeen);
    void take(ProviderId provider, const Reports::CallBytes &report, quint64 commandsSeen);
    void take(ProviderId provider, const Reports::Completion &report, quint64 commandsSeen);
    void take(ProviderId provider, const Reports::Generate &report, quint64 commandsSeen);
    void take(ProviderId provider, const Reports::MonitorDigits &report, quint64 commandsSeen);
    void take(ProviderId provider, const Reports::LineDevState &report, quint64 commandsSeen);
    void take(ProviderId provider, const Reports::AddressState &report, quint64 commandsSeen);
    void prefetch(ProviderId provider, const QList<Report> &reports) const;
    void takeDeferred();
    CallId callOf(ProviderId provider, DriverCall driver, quint64 commandsSeen);
    DeviceId deviceOf(ProviderId provider, DriverLine driver);
    quint32 conferenceParent(ProviderId provider, quint32 driver) const;
    quint32 parentHandle(const Call &call, HLine line) const;
    void postCallState(const Call &call, const Handle &handle, quint32 privilege);

    TelephonyServer *q;
    Clock *clock;
    ServerOptions options;
    World world;
    Journal journal;
    EventBatch batch; // since the last flush
    EventBatch told;  // being told to observers; kept for its memory
    Microseconds now = 0;
    int depth = 0;
    bool flushing = false;
    int factListeners = 0; // connections to anything but advanced()
    QList<Deferred> deferred;

    QHash<HLineApp, AppEntry> apps;
    std::vector<DeviceEntry> devices; // by dwDeviceID
    std::vector<ProviderEntry> providers;
    QHash<RequestId, Pending> pending;
    QSet<CallId> unannounced; // LINE_NEWCALL has come, the first LINE_CALLSTATE has not (V-19)
    QSet<HCall> quiet;        // handles whose application has had no LINE_CALLSTATE yet (M-30)
    quint32 lastApp = 0;
    quint32 lastLine = 0;
    quint32 lastCall = 0;
    quint32 lastHandle = 0;
    quint32 lastRequest = 0;
};

} // namespace Linescope
