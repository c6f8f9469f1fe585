// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What must happen, told once more: a slow, obvious model of applications, lines, calls, handles, messages and
// commands, written from the rulebook and engine/server/READINGS.md and not from the engine. It looks everything up by
// walking maps and keeps no count that it can count. tst_reference compares it with the engine after every step.
#pragma once

#include "provider/contract.h"
#include "server/telephonyserver.h"
#include "tapi/linemessage.h"
#include "world/request.h"

#include <deque>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace Linescope::Reference {

struct QueuedMessage {
    LineMessage message;
    HLine line; // through which the request of a LINE_REPLY was made
};

struct App {
    HLineApp id;
    QString name;
    QString module;
    ApiVersion version = ApiVersion::V2_2;
    std::map<DeviceId, ApiVersion> negotiated;
    std::deque<QueuedMessage> queue;
};

struct Provider {
    ProviderId id;
    ProviderAbilities abilities;
    bool up = true; // not dead
    bool removed = false;
    std::vector<Command> commands; // not yet looked at
    quint64 sent = 0;
    std::map<DriverCall, quint64> closed; // names of calls that are over: which command said so
    std::set<DriverCall> refused;
};

struct Device {
    DeviceId id;
    ProviderId provider;
    DriverLine driver;
    DeviceInfo info;
    bool removed = false;
    bool known = true; // the provider that knew it has not died since
    bool open = false;
    quint64 openedBy = 0; // which command to the provider
    quint64 closedBy = 0;
    MediaModes mediaTold;
    LineDevStates lineStatesTold;
    AddressStates addressStatesTold;
};

struct Line { // an HLINE; those of a device come in the order of opening
    HLine id;
    HLineApp app;
    DeviceId device;
    ApiVersion version = ApiVersion::V2_2;
    Privileges privileges;
    MediaModes mediaModes;
    OpenOptions options;
    quint32 addressId = 0;
    quint32 callbackInstance = 0;
    LineDevStates lineMask;
    AddressStates addressMask;
};

struct AppSpecificSet { // M-34
    HLineApp app;
    quint32 value = 0;
};

struct Call {
    CallId id;
    DeviceId device;
    DriverCall driver;
    bool shown = false;   // it had its first state, or a request created it
    bool stated = false;  // the provider has reported a state
    bool created = false; // by a request
    CallState state = CallState::Unknown;
    quint32 mode = 0;
    CallId parent; // while CONFERENCED
    quint32 disconnectMode = 0;
    quint32 bytes = 0;
    Microseconds since = 0;
    CallInfo info;
    DigitModes digitsTold;
    std::deque<AppSpecificSet> appSpecificSets;
};

struct Handle {
    HCall id;
    HLine line;
    CallId call;
    quint32 age = 0; // in the order in which handles came to be; that of their numbers is the order of asking
    Privilege privilege = Privilege::Monitor;
    bool fresh = true; // no LINE_CALLSTATE yet: the first one tells the privilege (M-30)
    DigitModes digits;
};

struct NewCall { // one that a pending request is going to create
    CallId call;
    HCall handle;
    CallInfo info;
};

struct Pending {
    RequestId request;
    ProviderId provider;
    HLineApp app; // none: the engine's own, or nobody waits any more
    HLine line;
    HCall handle;
    CallId call;
    HLineApp claimedBy; // lineAccept, lineAnswer: to be remembered when it succeeds (F-69)
    bool parks = false;
    DeviceId device; // of the calls to be created
    std::vector<NewCall> creates;
    bool abandoned = false; // the calls to be created have been closed (H-29)
};

struct Generation { // F-34
    HCall asker;
    CallId call;
};

class Model {
public:
    explicit Model(const ServerOptions &options = {})
        : m_options(options)
    {
    }

    Microseconds now = 0; // what the clock says

    ProviderId addProvider(const ProviderAbilities &abilities);
    Outcome request(HLineApp app, const Request &request);
    void report(ProviderId provider, const QList<Report> &batch, quint64 commandsSeen = ~quint64(0));
    void setHealth(ProviderId provider, bool up);
    void providerDied(ProviderId provider);
    void removeProvider(ProviderId provider);
    QString parkedAt(HLineApp app, RequestId request) const;
    std::pair<CallId, quint32> anyGeneration(quint32 number) const; // for stories; none when none runs
    HLine nextLine() const { return {m_lastLine + 1}; }             // that lineOpen is going to give

    std::vector<Command> takeCommands(ProviderId provider);
    std::vector<std::string> takeFindings() { return std::exchange(m_findings, {}); }
    // Put into the queues since the last time, whether it is there still or not.
    std::map<HLineApp, std::vector<LineMessage>> takePosted() { return std::exchange(m_posted, {}); }

    std::map<HLineApp, App> apps;
    std::map<ProviderId, Provider> providers;
    std::map<DeviceId, Device> devices;
    std::map<HLine, Line> lines;
    std::map<CallId, Call> calls;
    std::map<HCall, Handle> handles;
    std::map<RequestId, Pending> pending;

    int owners(CallId call) const;
    int monitors(CallId call) const;
    std::vector<HCall> handlesOf(CallId call) const; // the newest first
    std::vector<HLine> linesOf(DeviceId device) const;
    bool isConference(const Call &call) const;
    bool isMember(const Call &call) const;

private:
    // ---- functions (modelrequests.cpp, modelcalls.cpp, modelqueries.cpp) ----
    Outcome ask(HLineApp, const Requests::InitializeEx &);
    Outcome ask(HLineApp, const Requests::Shutdown &);
    Outcome ask(HLineApp, const Requests::NegotiateApiVersion &);
    Outcome ask(HLineApp, const Requests::Open &);
    Outcome ask(HLineApp, const Requests::Close &);
    Outcome ask(HLineApp, const Requests::MakeCall &);
    Outcome ask(HLineApp, const Requests::Accept &);
    Outcome ask(HLineApp, const Requests::Answer &);
    Outcome ask(HLineApp, const Requests::Drop &);
    Outcome ask(HLineApp, const Requests::Hold &);
    Outcome ask(HLineApp, const Requests::Unhold &);
    Outcome ask(HLineApp, const Requests::DeallocateCall &);
    Outcome ask(HLineApp, const Requests::GetCallInfo &);
    Outcome ask(HLineApp, const Requests::GetCallStatus &);
    Outcome ask(HLineApp, const Requests::GetNewCalls &);
    Outcome ask(HLineApp, const Requests::GetLineDevStatus &);
    Outcome ask(HLineApp, const Requests::GetAddressStatus &);
    Outcome ask(HLineApp, const Requests::SetCallPrivilege &);
    Outcome ask(HLineApp, const Requests::Handoff &);
    Outcome ask(HLineApp, const Requests::Dial &);
    Outcome ask(HLineApp, const Requests::SwapHold &);
    Outcome ask(HLineApp, const Requests::SetupTransfer &);
    Outcome ask(HLineApp, const Requests::CompleteTransfer &);
    Outcome ask(HLineApp, const Requests::BlindTransfer &);
    Outcome ask(HLineApp, const Requests::SetupConference &);
    Outcome ask(HLineApp, const Requests::PrepareAddToConference &);
    Outcome ask(HLineApp, const Requests::AddToConference &);
    Outcome ask(HLineApp, const Requests::RemoveFromConference &);
    Outcome ask(HLineApp, const Requests::GetConfRelatedCalls &);
    Outcome ask(HLineApp, const Requests::Park &);
    Outcome ask(HLineApp, const Requests::Unpark &);
    Outcome ask(HLineApp, const Requests::Pickup &);
    Outcome ask(HLineApp, const Requests::Redirect &);
    Outcome ask(HLineApp, const Requests::SecureCall &);
    Outcome ask(HLineApp, const Requests::CompleteCall &);
    Outcome ask(HLineApp, const Requests::GenerateDigits &);
    Outcome ask(HLineApp, const Requests::MonitorDigits &);
    Outcome ask(HLineApp, const Requests::SetAppSpecific &);
    Outcome ask(HLineApp, const Requests::SetCallData &);
    Outcome ask(HLineApp, const Requests::SetMediaMode &);
    Outcome ask(HLineApp, const Requests::SendUserUserInfo &);
    Outcome ask(HLineApp, const Requests::ReleaseUserUserInfo &);
    Outcome ask(HLineApp, const Requests::SetStatusMessages &);
    Outcome ask(HLineApp, const Requests::SetAppPriority &);

    // ---- reports (modelreports.cpp) ----
    void take(Provider &, const Reports::DeviceAdded &, quint64 seen);
    void take(Provider &, const Reports::DeviceRemoved &, quint64 seen);
    void take(Provider &, const Reports::DeviceState &, quint64 seen);
    void take(Provider &, const Reports::LineClose &, quint64 seen);
    void take(Provider &, const Reports::NewCall &, quint64 seen);
    void take(Provider &, const Reports::CallState &, quint64 seen);
    void take(Provider &, const Reports::CallInfo &, quint64 seen);
    void take(Provider &, const Reports::CallBytes &, quint64 seen);
    void take(Provider &, const Reports::Completion &, quint64 seen);
    void take(Provider &, const Reports::Generate &, quint64 seen);
    void take(Provider &, const Reports::MonitorDigits &, quint64 seen);
    void take(Provider &, const Reports::LineDevState &, quint64 seen);
    void take(Provider &, const Reports::AddressState &, quint64 seen);
    void take(Provider &, const Reports::FaultInjected &, quint64 seen);

    // ---- shared by them (model.cpp) ----
    Line *lineOf(HLineApp app, HLine line);
    Handle *handleOf(HLineApp app, HCall handle);
    Handle *handleOn(HLine line, CallId call);
    Device *deviceNamed(const Provider &provider, DriverLine driver);
    Call *callNamed(const Provider &provider, DriverCall driver);
    Call *knownCall(Provider &provider, DriverCall name, quint64 seen);
    const ProviderAbilities &abilitiesOf(DeviceId device) const;
    CallTarget targetOf(CallId call) const;
    bool can(const Call &call, CallFeature feature) const;

    quint64 send(ProviderId provider, const Command &command);
    void post(HLine line, LineMessage message); // with its callback instance
    void post(HCall handle, MessageId id, quint32 p1, quint32 p2, quint32 p3);
    void postToApp(HLineApp app, const LineMessage &message, HLine line = {});
    void find(const char *rule) { m_findings.emplace_back(rule); }

    HCall giveHandle(HLine line, CallId call, Privilege privilege);
    void announce(HCall handle);  // LINE_APPNEWCALL, from API 2.0 on (M-13, M-38)
    void tellState(HCall handle); // LINE_CALLSTATE
    void tellCounts(CallId call, CallInfoStates bits, HLineApp causer, HLineApp alsoNot = {}); // P-29
    void tellCallCounts(DeviceId device, quint32 addressId);                                   // NUMCALLS
    void tellDeviceState(Device &device, bool inService, bool connected);
    void removeDevice(Device &device);
    void tellLine(HLine line, LineDevStates states, quint32 param2 = 0, quint32 param3 = 0);
    void voidHandle(HCall handle);
    void release(CallId call); // TSPI_lineCloseCall, the record goes
    void closeLine(HLine line);
    void forceClose(Device &device);
    void giveUpCreations(HLine line);
    void forgetLine(HLine line); // its queued messages, handles, replies, creations
    void updateMedia(Device &device);
    void updateStatusMessages(Device &device);
    void updateDigits(CallId call);
    HLine bestLine(const Device &device, MediaMode media, const Call *restrictTo) const;
    HLine initialOwner(const Call &call, MediaModes media) const;
    void showCall(Call &call, MediaModes media);
    void completeCreation(Provider &provider, Pending &done, const Reports::Completion &completion, LineError &result);
    LineError checkParams(const Device &device, const CallParams &params) const;

    CallInfo recordFor(const App &app, const CallParams &params, quint32 addressId, CallOrigin origin,
                       CallReason reason) const;
    Outcome onCall(HLineApp app, HCall call, LineError badParameter, const std::vector<CallState> &states,
                   CallFeature feature, const std::function<Command(RequestId, CallTarget)> &command,
                   Pending *made = nullptr);
    Outcome create(Line &line, const std::vector<CallInfo> &records,
                   const std::function<Command(RequestId, const std::vector<CallId> &)> &command);
    Pending &begin(HLineApp app, HLine line, DeviceId device, HCall handle);
    std::vector<HCall> monitorHandles(HLineApp app, HLine line, const std::vector<CallId> &wanted);

    ServerOptions m_options;
    std::vector<std::string> m_findings;
    std::map<HLineApp, std::vector<LineMessage>> m_posted;
    std::map<quint32, Generation> m_generations;
    std::map<quint32, std::vector<QString>> m_priorities; // by media mode
    std::map<std::pair<HLineApp, RequestId>, QString> m_parked;
    quint32 m_lastApp = 0; // running numbers, 1, 2, 3 ... within each kind
    quint32 m_lastLine = 0;
    quint32 m_lastCall = 0;
    quint32 m_lastHandle = 0;
    quint32 m_lastDevice = 0;
    quint32 m_lastProvider = 0;
    quint32 m_lastRequest = 0;
    quint32 m_lastGeneration = 0;
    quint32 m_lastAge = 0;
};

// What counts as active, on hold, on-hold-pending; None: not counted (I-82).
enum class Counted { None, Active, OnHold, Pending };
Counted countedAs(const Call &call);

// The state column of the function table (7.2).
CallFeatures featuresIn(CallState state, quint32 mode);

Outcome failed(LineError error);

} // namespace Linescope::Reference
