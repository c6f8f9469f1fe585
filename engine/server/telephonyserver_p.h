// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What TelephonyServer knows beside the World: who talks to whom, what is pending. State that is shown lives in the
// World and changes by record() only; here is what the rules need to decide.
//
// telephonyserver.cpp  transactions, messages, applications, providers
// findings.cpp         what is found wrong
// lines.cpp            opening, closing, forced close, device creation and removal (rulebook 5)
// calls.cpp            requests on calls (rulebook 7)
// creation.cpp         requests that create calls
// conference.cpp       conferences and who belongs to them
// completion.cpp       what comes of a request
// release.cpp          how handles and calls end (rulebook 4)
// ownership.cpp        who gets a handle with which privilege (rulebook 3)
// reports.cpp          what a provider reports (rulebook 9)
// callinfo.cpp         what is said of a call (rulebook 8)
// digits.cpp           digits that are played and heard on a call
// status.cpp           what is said of a line, and to whom
#pragma once

#include "server/closedcalls.h"
#include "server/functionindex.h"
#include "server/messagequeue.h"
#include "server/pagedmap.h"
#include "server/telephonyserver.h"

#include <QHash>
#include <QSet>

#include <array>
#include <deque>
#include <span>

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
        HLineApp id;
        MessageQueue queue;
        QHash<quint32, ApiVersion> negotiated; // by dwDeviceID (L-1)
        QHash<quint32, HLine> replied;         // lines of the replies in the queue, by request
        bool overrun = false;                  // has lost messages since its queue was last empty
    };
    struct StatusMasks { // of LINE_LINEDEVSTATE and LINE_ADDRESSSTATE
        LineDevStates line;
        AddressStates address;
    };
    struct DeviceEntry {
        std::vector<HLine> lines; // in the order they were opened (P-11)
        MediaModes detected;      // the last SetDefaultMediaDetection (L-2)
        StatusMasks wanted;       // the union of what its HLINEs want to hear
        quint64 closedAt = 0;     // number of the CloseLine command
        quint64 openedAt = 0;     // the same for OpenLine
    };
    struct ProviderEntry {
        ProviderAbilities abilities;
        CommandSink sink;
        bool dead = false;
        quint64 commandsSent = 0;
        QHash<DriverLine, DeviceId> lines;
        PagedMap<DriverCall, CallId> calls;
        ClosedCalls closedCalls;
        QSet<DriverCall> refused; // got NULL from LINE_NEWCALL
    };
    // A call that a request creates: reserved when it is made, there when it has succeeded (O-12).
    struct Reserved {
        CallId call;
        HCall handle;
        PackedCallInfo info; // its record to begin with
    };
    struct Pending {
        size_t function = 0; // index in Request; 0: the engine itself asks (L-18)
        HLineApp app;
        HLine line;
        DeviceId device;
        CallId call;                   // whose reply it is (H-51); none for one that creates calls
        bool abandoned = false;        // its line closed: no reply (L-23)
        bool asksForPlace = false;     // NONDIRECTED linePark
        std::vector<Reserved> creates; // a conference comes before its consultation call
    };
    struct Parked {
        HLineApp app;
        RequestId request;
        QString place;
    };
    struct Generation {
        quint32 number = 0;
        HCall asker;
    };
    struct AppSpecificSet {
        quint32 value = 0;
        HLineApp setter;
    };
    // What was asked of a call and has not been reported yet; goes with the call.
    struct UnderWay {
        std::vector<Generation> generations;
        std::vector<AppSpecificSet> appSpecific; // oldest first
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
            if (--d->depth > 0)
                return;
            d->flush();
            if (!d->deferred.isEmpty())
                d->takeDeferredSoon();
        }
        Q_DISABLE_COPY_MOVE(Transaction)

    private:
        Private *d;
    };

    // ---- telephonyserver.cpp ----
    template<class Payload>
    void record(Payload payload)
    {
        batch.emplaceBack(world.seq() + 1, now, std::move(payload));
        const Event &event = batch.constLast();
        world.apply(event, *std::get_if<Payload>(&event.payload));
    }
    void flush();
    void emitFacts(const Event &event);
    void post(HLineApp app, const LineMessage &message);
    void postToLine(const Line &line, LineMessage message); // fills in the callback instance
    void postToAll(ApiVersion atLeast, const LineMessage &message);
    void send(ProviderId provider, const Command &command);
    void sendFor(const Call &call, const Command &command) { send(world.device(call.device)->provider, command); }
    ProviderEntry &entryOf(ProviderId provider) { return providers[provider.value - 1]; }
    AppEntry &entryOf(HLineApp app) { return *apps.find(app); }
    Result<> requireApp(HLineApp app) const;
    // Null if it is not an HLINE of this application.
    const Line *lineOf(HLineApp app, HLine line) const;
    Result<const Line *> requireLine(HLineApp app, HLine line) const; // INVALLINEHANDLE (H-43)
    // The handle with its call, or INVALCALLHANDLE (H-40..H-42).
    struct Target {
        const Handle *handle;
        const Call *call;
        const Line *line;
    };
    Result<Target> target(HLineApp app, HCall call) const;
    Result<DeviceId> requireDevice(quint32 deviceId) const; // L-34

    // ---- findings.cpp ----
    // About the report in hand; `call`: whose last event is the one before it.
    void raise(const char *rule, Severity severity, const QString &subject, const QString &text, CallId call = {});
    quint64 lastEventAbout(CallId call, quint64 before) const; // 0 if it is too long ago

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
    // Who asks is an owner (P-1), the call's state allows it, the provider can do it at all (E-4).
    Result<> mayAct(const Target &target, CallFeature feature) const;
    // The same for two calls, which have their own conditions on their states.
    Result<> mayAct(const Target &first, const Target &second, CallFeature feature, bool statesAllow) const;
    Result<> requireAbility(const Call &call, CallFeature feature) const;
    static CallTarget commandTarget(const Target &target) { return {target.call->id, target.call->driver}; }
    RequestId addPending(Pending pending);
    // Everything has been checked: makeCommand(RequestId) goes to the provider of the line.
    template<class MakeCommand>
    RequestId request(const Line &line, Pending entry, MakeCommand makeCommand)
    {
        const Transaction transaction(this);
        entry.app = line.app;
        entry.line = line.id;
        entry.device = line.device;
        const RequestId id = addPending(std::move(entry));
        send(world.device(line.device)->provider, makeCommand(id));
        return id;
    }
    // A request on one call, in the order of E-1: makeCommand(RequestId, CallTarget).
    template<class Function, class MakeCommand>
    Result<RequestId> act(HLineApp app, HCall call, CallFeature feature, const Result<> &parameters,
                          MakeCommand makeCommand)
    {
        const Result<Target> found = target(app, call);
        if (!found)
            return fail(found.error());
        if (!parameters)
            return fail(parameters.error());
        if (const Result<> may = mayAct(*found, feature); !may)
            return fail(may.error());
        Pending entry;
        entry.function = functionIndex<Function>;
        entry.call = found->call->id;
        return request(*found->line, std::move(entry),
                       [&](RequestId id) { return makeCommand(id, commandTarget(*found)); });
    }
    // The usual case: Command{request, target, arguments ...}.
    template<class Function, class Command, class... Arguments>
    Result<RequestId> pass(HLineApp app, HCall call, CallFeature feature, const Result<> &parameters,
                           const Arguments &...arguments)
    {
        return act<Function>(app, call, feature, parameters, [&](RequestId id, const CallTarget &target) {
            return Command{id, target, arguments...};
        });
    }
    template<class Function>
    Result<RequestId> act(HLineApp app, HCall call, CallFeature feature, Commands::CallAction action)
    {
        return act<Function>(app, call, feature, {}, [action](RequestId id, const CallTarget &target) {
            return Commands::ActOnCall{id, action, target};
        });
    }
    // A request on two calls of one HLINE, all checked: Command{request, first, second, arguments ...}.
    template<class Function, class Command, class... Arguments>
    RequestId actOnBoth(const Target &first, const Target &second, const Arguments &...arguments)
    {
        Pending entry;
        entry.function = functionIndex<Function>;
        entry.call = first.call->id;
        return request(*first.line, std::move(entry), [&](RequestId id) {
            return Command{id, commandTarget(first), commandTarget(second), arguments...};
        });
    }
    void drop(const Call &call); // by the engine itself (L-18, P-15)

    // ---- creation.cpp ----
    // The device is in service, the provider can do it there at all (V-67, E-4).
    Result<> mayCreate(const Device &device, AddressFeature feature) const;
    Reserved reserve(const Line &line, CallInfo info);
    // makeCommand(RequestId, CallId): the command that is to bring forth one call with this record.
    template<class Function, class MakeCommand>
    PendingCall create(const Line &line, const CallInfo &info, MakeCommand makeCommand)
    {
        Pending entry;
        entry.function = functionIndex<Function>;
        const Reserved &made = entry.creates.emplace_back(reserve(line, info));
        const CallId call = made.call;
        const HCall handle = made.handle;
        return {request(line, std::move(entry), [&](RequestId id) { return makeCommand(id, call); }), handle};
    }

    struct ConferenceStart;
    Result<ConferenceStart> startOfConference(HLineApp app, const Requests::SetupConference &request) const;

    // ---- conference.cpp ----
    Result<Target> conferenceTarget(HLineApp app, HCall conference) const; // INVALCONFCALLHANDLE (H-44)

    // ---- completion.cpp ----
    void complete(ProviderId provider, const Reports::Completion &report);
    void completeCreation(ProviderId provider, const Pending &pending, const Reports::Completion &report);
    // One for each call that was to be created; raises what is wrong with them (V-22, V-25).
    bool namesAreTheirOwn(ProviderId provider, std::span<const DriverCall> names);
    void createCall(const Pending &pending, const Reserved &made, DriverCall driver);
    void closeReserved(const Pending &pending); // V-10, A-2: TSPI_lineCloseCall for calls that have no name yet
    void closeTooLate(ProviderId provider, const Pending &pending, std::span<const DriverCall> names);
    void rememberActor(const Pending &pending);
    void reply(const Pending &pending, RequestId request, LineError result);

    // ---- release.cpp ----
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
    HLine chooseOwnerFor(const Call &call, MediaModes mediaMode, std::optional<quint32> address) const;
    bool mayOwn(const Line &line, MediaModes mediaMode, std::optional<quint32> address) const;
    HCall handleOf(const Call &call, HLine line) const; // none if it has none (O-7)
    // A handle that the application asks for: always MONITOR (P-17).
    HCall grantMonitor(CallId call, const Line &line);
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
    void take(ProviderId provider, const Reports::FaultInjected &report, quint64 commandsSeen);
    void prefetch(ProviderId provider, const QList<Report> &reports) const;
    void takeDeferredSoon(); // on the clock's word
    void takeDeferred();
    CallId callOf(ProviderId provider, DriverCall driver, quint64 commandsSeen);
    DeviceId deviceOf(ProviderId provider, DriverLine driver);
    quint32 conferenceParent(ProviderId provider, const Call &call, DriverCall driver) const;
    quint32 modeFor(const Call &call, HLine line) const; // dwParam2 of its LINE_CALLSTATE for that HLINE
    void postCallState(const Call &call);

    // ---- callinfo.cpp ----
    Result<> maySet(const Target &target, bool ProviderAbilities::*ability) const;
    void postCallInfo(const Call &call, CallInfoStates changed, quint32 appSpecific);
    // Whose lineSetAppSpecific has come true; none if nobody's.
    HLineApp takeSetter(CallId call, quint32 appSpecific);

    // ---- digits.cpp ----
    DigitModes digitModesOn(const Call &call) const; // what any of its handles listens for
    void updateDigitMonitoring(const Call &call, DigitModes before);
    quint32 tickCountFor(const Line &line) const;

    // ---- status.cpp ----
    // How a call counts in LINEDEVSTATUS and LINEADDRESSSTATUS (I-82).
    enum class CountedAs { Nothing, Active, OnHold, OnHoldPending };
    using CallCounts = std::array<quint32, 4>; // by CountedAs
    static CountedAs countedAs(CallState state);
    template<class Matches>
    CallCounts countCalls(Matches matches) const;
    void updateStatusMessages(DeviceId device);
    void postLineState(DeviceId device, LineDevStates states, quint32 param2 = 0, quint32 param3 = 0,
                       HLineApp butNot = {});
    void postAddressState(DeviceId device, quint32 addressId, AddressStates states);
    void postCallCounts(DeviceId device, const PackedCallInfo &info); // of a call that counts anew
    void changeDeviceState(DeviceId device, const Reports::DeviceState &state);

    TelephonyServer *q;
    Clock *clock;
    ServerOptions options;
    World world;
    Journal journal;
    EventBatch batch; // since the last flush
    EventBatch told;  // being told to observers; kept for its memory
    Microseconds now = 0;
    quint64 reportInHand = 0; // number of the event; 0: none
    int depth = 0;
    bool flushing = false;
    int factListeners = 0; // connections to anything but advanced()
    QList<Deferred> deferred;
    bool deferredIsDue = false; // the clock has been asked

    SlotTable<HLineApp, AppEntry> apps;
    std::vector<DeviceEntry> devices; // by dwDeviceID
    std::vector<ProviderEntry> providers;
    QHash<RequestId, Pending> pending;
    std::deque<Parked> parked;             // the latest, oldest first
    QSet<CallId> unannounced;              // LINE_NEWCALL has come, the first LINE_CALLSTATE has not (V-19)
    QSet<CallId> unstated;                 // a request created them, the provider has not reported a state yet
    QSet<HCall> quiet;                     // handles whose application has had no LINE_CALLSTATE yet (M-30)
    QHash<HLine, StatusMasks> statusMasks; // of those that want to hear anything
    QHash<HCall, DigitModes> digitModes;   // of those that listen
    QHash<CallId, UnderWay> underWay;
    QHash<quint32, QStringList> priorities; // modules by media mode, the first one first (P-11)
    quint32 lastApp = 0;
    quint32 lastLine = 0;
    quint32 lastCall = 0;
    quint32 lastHandle = 0;
    quint32 lastRequest = 0;
    quint32 lastGeneration = 0;
};

} // namespace Linescope
