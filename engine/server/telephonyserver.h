// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rules of TAPI 2.2 (shared rulebook): a request or a report comes in, a result and events go out. Nothing else
// decides anything. Lives on one thread, takes and returns values.
//
// One method per TAPI function, named after it. Each checks in the order of E-1 and changes nothing when it fails.
// Asynchronous functions return a RequestId; the answer comes as LINE_REPLY in the application's queue. An application
// is identified by the HLINEAPP that it passes: a handle of another application is no handle (H-42).
#pragma once

#include "journal/journal.h"
#include "provider/contract.h"
#include "server/serveroptions.h"
#include "tapi/linemessage.h"
#include "tapi/result.h"
#include "world/world.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace Linescope {

class TelephonyServer : public QObject {
    Q_OBJECT

public:
    class Private; // the rules, in telephonyserver_p.h

    explicit TelephonyServer(Clock *clock, const ServerOptions &options = {}, QObject *parent = nullptr);
    ~TelephonyServer() override;

    const World &world() const;
    const Journal &journal() const;
    Clock *clock() const;

    // ---- applications ----
    Result<HLineApp> lineInitializeEx(const Requests::InitializeEx &request);
    Result<> lineShutdown(HLineApp app, bool crashed = false);
    Result<ApiVersion> lineNegotiateApiVersion(HLineApp app, quint32 deviceId, ApiVersion low, ApiVersion high);
    Result<HLine> lineOpen(HLineApp app, const Requests::Open &request);
    Result<> lineClose(HLineApp app, HLine line);
    Result<PendingCall> lineMakeCall(HLineApp app, HLine line, const QString &destAddress,
                                     const CallParams &params = {});
    Result<RequestId> lineAccept(HLineApp app, HCall call);
    Result<RequestId> lineAnswer(HLineApp app, HCall call);
    Result<RequestId> lineDrop(HLineApp app, HCall call);
    Result<RequestId> lineHold(HLineApp app, HCall call);
    Result<RequestId> lineUnhold(HLineApp app, HCall call);
    Result<> lineDeallocateCall(HLineApp app, HCall call);
    Result<CallInfo> lineGetCallInfo(HLineApp app, HCall call);
    Result<CallStatus> lineGetCallStatus(HLineApp app, HCall call);
    Result<QList<HCall>> lineGetNewCalls(HLineApp app, HLine line, CallSelect select = CallSelect::Line,
                                         quint32 addressId = 0);
    Result<LineDevStatus> lineGetLineDevStatus(HLineApp app, HLine line);
    Result<AddressStatus> lineGetAddressStatus(HLineApp app, HLine line, quint32 addressId);
    Result<> lineSetCallPrivilege(HLineApp app, HCall call, Privilege privilege);
    Result<> lineHandoff(HLineApp app, HCall call, const QString &fileName, MediaModes mediaMode);
    // ---- more calls (7.2; further messages go with them) ----
    Result<RequestId> lineDial(HLineApp app, HCall call, const QString &destAddress);
    Result<RequestId> lineSwapHold(HLineApp app, HCall activeCall, HCall heldCall);
    Result<PendingCall> lineSetupTransfer(HLineApp app, HCall call, const CallParams &params = {});
    // PendingCall::call is the conference, none with TRANSFER.
    Result<PendingCall> lineCompleteTransfer(HLineApp app, HCall call, HCall consultCall, TransferMode mode);
    Result<RequestId> lineBlindTransfer(HLineApp app, HCall call, const QString &destAddress);
    Result<PendingConference> lineSetupConference(HLineApp app, const Requests::SetupConference &request);
    Result<PendingCall> linePrepareAddToConference(HLineApp app, HCall conference, const CallParams &params = {});
    Result<RequestId> lineAddToConference(HLineApp app, HCall conference, HCall consultCall);
    Result<RequestId> lineRemoveFromConference(HLineApp app, HCall call);
    Result<QList<HCall>> lineGetConfRelatedCalls(HLineApp app, HCall call); // the conference first
    Result<RequestId> linePark(HLineApp app, HCall call, ParkMode mode, const QString &dirAddress = {});
    // Where a NONDIRECTED park has put the call; known once its LINE_REPLY is in the queue, for the last 256 parks.
    QString parkedAt(HLineApp app, RequestId request) const;
    Result<PendingCall> lineUnpark(HLineApp app, HLine line, quint32 addressId, const QString &destAddress);
    Result<PendingCall> linePickup(HLineApp app, HLine line, quint32 addressId, const QString &destAddress = {},
                                   const QString &groupId = {});
    Result<RequestId> lineRedirect(HLineApp app, HCall call, const QString &destAddress);
    Result<RequestId> lineSecureCall(HLineApp app, HCall call);
    Result<RequestId> lineCompleteCall(HLineApp app, HCall call, CallComplMode mode, quint32 messageId = 0);

    // ---- what is known of a call, what is heard on it ----
    // Empty digits end the generation that is under way.
    Result<> lineGenerateDigits(HLineApp app, HCall call, DigitMode mode, const QString &digits, quint32 duration = 0);
    Result<> lineMonitorDigits(HLineApp app, HCall call, DigitModes modes);
    Result<> lineSetAppSpecific(HLineApp app, HCall call, quint32 appSpecific);
    Result<RequestId> lineSetCallData(HLineApp app, HCall call, const QByteArray &data);
    Result<> lineSetMediaMode(HLineApp app, HCall call, MediaModes mediaModes);
    Result<RequestId> lineSendUserUserInfo(HLineApp app, HCall call, const QByteArray &data);
    Result<RequestId> lineReleaseUserUserInfo(HLineApp app, HCall call);

    // ---- what applications want to hear, and who comes first ----
    Result<> lineSetStatusMessages(HLineApp app, HLine line, LineDevStates lineStates, AddressStates addressStates);
    // `priority` 1: the first for that media mode; 0: no more in the list (P-11).
    Result<> lineSetAppPriority(HLineApp app, const QString &fileName, MediaModes mediaMode, quint32 priority);

    // The next message of the application's queue, none when it is empty (M-44, M-50).
    std::optional<LineMessage> lineGetMessage(HLineApp app);
    qsizetype queuedMessages(HLineApp app) const;

    // The same, as a value: recorded in the journal with its result.
    Outcome execute(HLineApp app, const Request &request);

    // ---- providers ----
    using CommandSink = std::function<void(const Command &)>;
    // Commands for this provider go to `sink`. Reports that it makes before the command returns are taken in later, by
    // the clock, never inside (V-83, M-42).
    ProviderId addProvider(const QString &name, const ProviderAbilities &abilities, CommandSink sink);
    // `commandsSeen`: how many of the commands sent to it the provider had taken when it made these reports. What
    // crosses a close on its way is dropped in silence; what is said after it is a finding (V-13, V-14).
    void report(ProviderId provider, const QList<Report> &batch, quint64 commandsSeen = ~quint64(0));
    void setHealth(ProviderId provider, const Health &health);
    void setAbilities(ProviderId provider, const ProviderAbilities &abilities);
    // The provider has gone without a word: its lines close as by LINE_CLOSE, nothing more is sent to it.
    void providerDied(ProviderId provider, const QString &reason);
    // The provider is taken out for good: its devices are removed as by LINE_REMOVE.
    void removeProvider(ProviderId provider);
    ProviderAbilities abilities(ProviderId provider) const;

    // What somebody found who looks on (ServerChecks): recorded as if the server had found it itself.
    void raise(const Finding &finding);

Q_SIGNALS:
    // Everything that happened, in order, after each request or batch of reports; observers on this thread only.
    void advanced(const Linescope::EventBatch &batch);

    // Not a fact about a call: in no journal.
    void abilitiesChanged(Linescope::ProviderId provider);

    // The same facts one by one, for programs that want only one thing. Emitted before advanced().
    void appInitialized(Linescope::HLineApp app);
    void appShutdown(Linescope::HLineApp app, Linescope::ShutdownReason reason);
    void deviceAdded(Linescope::DeviceId device);
    void deviceRemoved(Linescope::DeviceId device);
    void deviceStateChanged(Linescope::DeviceId device, bool inService);
    void lineOpened(Linescope::HLine line, Linescope::HLineApp app);
    void lineClosed(Linescope::HLine line, Linescope::LineCloseReason reason);
    void callCreated(Linescope::CallId call);
    void callStateChanged(Linescope::CallId call, Linescope::CallState state, Linescope::CallState previous,
                          quint32 mode);
    void callInfoChanged(Linescope::CallId call, Linescope::CallInfoStates changed);
    void callReleased(Linescope::CallId call);
    void handleCreated(Linescope::HCall handle, Linescope::CallId call, Linescope::HLineApp app);
    void handlePrivilegeChanged(Linescope::HCall handle, Linescope::Privilege privilege);
    void handleVoided(Linescope::HCall handle, Linescope::VoidReason reason);
    void messagePosted(Linescope::HLineApp app, const Linescope::LineMessage &message);
    void providerStateChanged(Linescope::ProviderId provider, bool up, const QString &text);
    void findingRaised(const Linescope::Finding &finding);

protected:
    void connectNotify(const QMetaMethod &signal) override;

private:
    std::unique_ptr<Private> d;
};

} // namespace Linescope
