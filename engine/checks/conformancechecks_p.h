// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The checks, by what they look at:
//
// conformancechecks.cpp  events, findings
// duties.cpp             what has to happen within a time
// callchecks.cpp         states and modes (2.2, 9.2, 9.3)
// infochecks.cpp         what is said of a call (9.4)
// requestchecks.cpp      requests and their completion (9.1)
// linechecks.cpp         lines and ringing (9.5)
#pragma once

#include "checks/callwatch.h"
#include "checks/conformancechecks.h"
#include "world/slottable.h"

#include <QCoreApplication>
#include <QHash>

#include <limits>
#include <vector>

namespace Linescope {

class ConformanceChecks::Private {
    Q_DECLARE_TR_FUNCTIONS(Linescope::ConformanceChecks)

public:
    using CallWatch = Checks::CallWatch;
    using RequestWatch = Checks::RequestWatch;
    using DeviceWatch = Checks::DeviceWatch;
    using Name = Checks::Name;

    static constexpr Microseconds Never = std::numeric_limits<Microseconds>::max();

    // The report that the events which follow come from, as far as it is asked.
    struct InHand {
        enum class Kind : quint8 { Other, NewCall, CallState, CallInfo, Completion };
        Kind kind = Kind::Other;
        quint64 seq = 0;
        ProviderId provider;
        DriverCall call;
        CallState state = CallState::Unknown;
        quint32 mode = 0;
        MediaModes media;
        CallInfoStates changed;
    };
    // Something that is a finding unless it has happened by then.
    struct Duty {
        enum class Kind : quint8 {
            FirstState,
            Completion,
            EngineDrop,
            AppDrop,
            Setting,
            Generation,
            LeaveConference,
            NewState,
            Idle,
            Conferenced,
            Connected,
            RingForCall,
        };
        Kind kind = Kind::FirstState;
        quint32 id = 0; // of the call, request, device or generation
        quint64 seq = 0;
        Microseconds due = 0;
    };
    struct Setting { // lineSetAppSpecific, lineSetCallData: the provider has not told it yet
        CallId call;
        RequestId request; // none, or not completed yet
        CallInfoState what = CallInfoState::AppSpecific;
        quint32 number = 0;
        QByteArray data;
        quint64 seq = 0;
    };
    struct Generation {
        quint32 number = 0;
        CallId call;
        quint64 seq = 0;
    };

    explicit Private(const TimeLimits &limits)
        : limits(limits)
    {
    }

    // ---- conformancechecks.cpp ----
    void see(const Event &event);
    void prefetch(const EventBatch &batch, qsizetype begin, qsizetype end) const;
    void raise(const char *rule, Severity severity, const QString &subject, const QString &text, Evidence evidence);
    // About the report in hand and that call.
    void raise(const char *rule, Severity severity, const CallWatch &call, const QString &text)
    {
        raise(rule, severity, shortName(call.id), text, {handSeq(), call.lastSeq});
    }
    quint64 handSeq() const { return hand.seq == 0 ? now.seq : hand.seq; }

    void take(const Events::ProviderState &event);
    void take(const Events::DeviceAdded &event);
    void take(const Events::DeviceRemoved &event);
    void take(const Events::DeviceState &event);
    void take(const Events::CallCreated &event);
    void take(const Events::CallState &event);
    void take(const Events::CallInfo &event);
    void take(const Events::CallReleased &event);
    void take(const Events::RequestMade &event);
    void take(const Events::RequestResult &) { appDrops = false; }
    void take(const Events::ReportReceived &event);
    void take(const Events::FindingRaised &event);
    template<class Other>
    void take(const Other &)
    {
    }

    // ---- duties.cpp ----
    void addDuty(Duty::Kind kind, quint32 id, quint64 seq, Microseconds limit);
    void sweep();
    bool isOpen(const Duty &duty);
    void judge(const Duty &duty);
    void judge(const Duty &duty, const CallWatch &call);
    void judgeRequest(RequestWatch &request);

    // ---- callchecks.cpp ----
    void checkFirst(const CallWatch &call, CallState to);
    void checkStep(const CallWatch &call, const Events::CallState &event);
    void checkMode(const CallWatch &call, const Events::CallState &event);
    void checkEnd(const CallWatch &call, CallState to);
    void checkMedia(const CallWatch &call);
    void checkOrigin(const CallWatch &call, CallState to);
    void noteOffering(CallWatch &call, CallState to, quint32 mode);
    template<class Match, class F>
    void forEachCall(DeviceId device, Match match, F f)
    {
        for (quint32 slot = 0; slot < calls.slotCount(); ++slot) {
            CallWatch &call = calls.at(slot);
            if (!call.id.isNull() && call.device == device && match(call))
                f(call);
        }
    }
    void letEnd(CallId call, bool once = false); // V-21
    void letMembersEnd(const CallWatch &conference);
    void letConsultationsEnd(const CallWatch &call);
    void forget(const CallWatch &call);

    // ---- infochecks.cpp ----
    void checkParties(CallWatch &call, const Linescope::CallInfo &info);
    void checkRecord(CallWatch &call, const Linescope::CallInfo &before, const Linescope::CallInfo &after);
    // Whether the report tells something that was set; takes it off the list.
    CallInfoStates takeSettings(const CallWatch &call, const Linescope::CallInfo &info);
    void note(CallWatch &call, const Linescope::CallInfo &info);

    // ---- requestchecks.cpp ----
    void take(const Events::CommandSent &event);
    template<class Command>
    void addRequest(const Events::CommandSent &event, const Command &command);
    void addPart(RequestWatch &request, DriverLine line);
    void addPart(RequestWatch &request, const CallTarget &target);
    void addPart(RequestWatch &request, CallId call);
    template<class Other>
    void addPart(RequestWatch &, const Other &) const
    {
    }
    // What may come of it.
    void expect(const Commands::ActOnCall &command);
    void expect(const Commands::BlindTransfer &command) { letEnd(command.target.call); }
    void expect(const Commands::Park &command) { letEnd(command.target.call); }
    void expect(const Commands::Redirect &command) { letEnd(command.target.call); }
    void expect(const Commands::CompleteTransfer &command);
    void expect(const Commands::SetCallData &command);
    void expect(const Commands::SetAppSpecific &command);
    void expect(const Commands::GenerateDigits &command);
    void expect(const Commands::CloseCall &command);
    template<class Other>
    void expect(const Other &)
    {
    }
    // How the call came to be that the completion in hand brings.
    Checks::Beginning checkBeginning(CallId call, CallId &from) const;
    void complete(const Reports::Completion &report);
    void succeed(const RequestWatch &request);
    void fail(const RequestWatch &request, LineError result);
    // Those of a call, or all of a line.
    void closeRequests(const char *rule, CallId call, DeviceId device);
    void checkNames(const RequestWatch &request, const Reports::Completion &report);
    void endGeneration(const Reports::Generate &report);

    // ---- linechecks.cpp ----
    DeviceWatch *deviceOf(ProviderId provider, DriverLine line);
    DeviceWatch *deviceOf(DeviceId id);
    void noteLine(const Command &command);
    void take(const Reports::LineClose &report);
    void take(const Reports::LineDevState &report);
    void take(const Reports::AddressState &report);
    void ring(DeviceWatch &device, const Reports::LineDevState &report);
    bool checkClosed(const DeviceWatch &device, const char *rule, const QString &text);
    void checkClosing(DeviceWatch &device); // V-59
    void checkClosingCall(DriverCall call);

    TimeLimits limits;
    QList<Finding> findings;
    struct { // the event in hand
        quint64 seq = 0;
        Microseconds time = 0;
        ProviderId provider;
    } now;
    InHand hand;
    RequestWatch completed; // the request that the completion in hand is about
    bool appDrops = false;  // an application's lineDrop is being carried out
    Microseconds nextDue = Never;
    std::vector<Duty> duties;
    size_t dutiesAtSweep = 0;
    std::vector<Setting> settings;
    std::vector<Generation> generations;
    SlotTable<CallId, CallWatch> calls;
    SlotTable<RequestId, RequestWatch> requests;
    std::vector<DeviceWatch> devices; // by dwDeviceID
    QHash<std::pair<ProviderId, DriverLine>, DeviceId> lines;
    int closingLines = 0;
    Checks::Latest<Name, 64> released;
    Checks::Latest<Name, 64> unknown; // spoken of before they were made (V-7, V-23)
    Checks::Latest<Name, 64> failed;  // of creations that failed (V-24)
};

} // namespace Linescope
