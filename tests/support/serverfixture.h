// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a test of the server plays with: a clock that stands still, a TelephonyServer, a provider that does what the
// test says, and applications by name. Lines, calls and devices are numbered 1, 2, 3 ... as the test names them; the
// provider's own names for them are other numbers on purpose (l101, d501), so that no mix-up stays unseen.
#pragma once

#include "server/telephonyserver.h"
#include "tracetext.h"
#include "worldcheck.h"

#include <QObject>

#include <map>
#include <memory>

namespace Linescope::Test {

// Records commands, sends reports. Its calls are DriverCall{500 + n}, its lines DriverLine{100 + n}.
class FakeProvider {
public:
    static inline const ProviderAbilities everything = {.callFeatures = CallFeatures::fromInt(~0u),
                                                        .callFeatures2 = CallFeatures2::fromInt(~0u),
                                                        .addressFeatures = AddressFeatures::fromInt(~0u),
                                                        .appSpecific = true,
                                                        .mediaMode = true,
                                                        .lacks = {}};

    FakeProvider(TelephonyServer *server, const QString &name, const ProviderAbilities &abilities = everything);
    Q_DISABLE_COPY_MOVE(FakeProvider)

    ProviderId id() const { return m_id; }
    static DriverLine line(int number) { return {quint32(100 + number)}; }
    static DriverCall call(int number) { return {quint32(500 + number)}; }

    // The commands since the last time, as text; all of them, or only those that begin so ("TSPI_lineCloseCall").
    QStringList commands();
    QStringList commands(const char *beginning);
    RequestId lastRequest() const { return m_lastRequest; } // of the latest command that wants a Completion

    void reports(const Report &report) { m_server->report(m_id, {report}); }
    void reports(const QList<Report> &batch) { m_server->report(m_id, batch); }

    void addsDevice(int number, const DeviceInfo &info = {});
    void removesDevice(int number) { reports(Reports::DeviceRemoved{line(number)}); }
    void closesLine(int number, const QString &text = {}) { reports(Reports::LineClose{line(number), text}); }
    // LINE_NEWCALL and its first state in one batch (V-19).
    void announces(int number, CallState state, quint32 mode = 0, int lineNumber = 1, const CallInfo &info = voice());
    void offers(int number, int lineNumber = 1, const CallInfo &info = voice())
    {
        announces(number, CallState::Offering, quint32(OfferingMode::Active), lineNumber, info);
    }
    void says(int number, CallState state, quint32 mode = 0) { reports(stateOf(number, state, mode)); }
    void says(int number, const CallInfo &info, CallInfoStates changed)
    {
        reports(Reports::CallInfo{call(number), changed, PackedCallInfo(info)});
    }
    // ASYNC_COMPLETION of the latest request; `number` is the new call of a lineMakeCall, lineSetupTransfer ... (V-22).
    void completes(LineError result = LineError::None) { completes(m_lastRequest, result, {}); }
    void completesWithCall(int number) { completes(m_lastRequest, LineError::None, call(number)); }
    // The same for lineSetupConference.
    void completesWithCalls(int conference, int consult)
    {
        reports(Reports::Completion{m_lastRequest, LineError::None, call(conference), call(consult)});
    }
    // NONDIRECTED linePark (F-27).
    void completesParkedAt(const QString &address)
    {
        reports(Reports::Completion{m_lastRequest, LineError::None, {}, {}, address});
    }
    void completes(RequestId request, LineError result, DriverCall call)
    {
        reports(Reports::Completion{request, result, call});
    }
    void dies(const QString &reason = {}) { m_server->providerDied(m_id, reason); }

    static Report stateOf(int number, CallState state, quint32 mode = 0);
    static CallInfo voice(); // an incoming interactive voice call
    static DeviceInfo deviceFor(MediaModes mediaModes);

private:
    void record(const Command &command);

    TelephonyServer *m_server;
    ProviderId m_id;
    QList<Command> m_commands;
    RequestId m_lastRequest;
};

// An application of the story; it negotiates before it opens (L-1). It works with the line it opened last unless told
// otherwise.
class TestApp {
public:
    TestApp(TelephonyServer *server, const FakeProvider *provider, const Requests::InitializeEx &request);

    HLineApp id() const { return m_id; }
    HLine line() const { return m_lines.isEmpty() ? HLine() : m_lines.last(); }
    HLine line(int opened) const { return m_lines.at(opened - 1); } // 1: the one opened first
    // Its newest handle on that call; none if it has none.
    HCall on(int call) const;
    Privilege privilegeOn(int call) const;

    Result<HLine> opens(int device, Privileges privileges = Privilege::Monitor,
                        MediaModes mediaModes = MediaMode::InteractiveVoice, ApiVersion version = ApiVersion::V2_2);
    Result<HLine> opens(const Requests::Open &request);
    Result<> closes() { return m_server->lineClose(m_id, line()); }
    Result<> shutsDown(bool crashed = false) { return m_server->lineShutdown(m_id, crashed); }
    Result<PendingCall> calls(const char *number);
    Result<RequestId> accepts(int call) { return m_server->lineAccept(m_id, on(call)); }
    Result<RequestId> answers(int call) { return m_server->lineAnswer(m_id, on(call)); }
    Result<RequestId> drops(int call) { return m_server->lineDrop(m_id, on(call)); }
    Result<RequestId> holds(int call) { return m_server->lineHold(m_id, on(call)); }
    Result<RequestId> unholds(int call) { return m_server->lineUnhold(m_id, on(call)); }
    Result<> deallocates(int call) { return m_server->lineDeallocateCall(m_id, on(call)); }
    Result<> becomes(Privilege privilege, int call)
    {
        return m_server->lineSetCallPrivilege(m_id, on(call), privilege);
    }
    Result<CallInfo> info(int call) { return m_server->lineGetCallInfo(m_id, on(call)); }
    Result<CallStatus> status(int call) { return m_server->lineGetCallStatus(m_id, on(call)); }
    Result<QList<HCall>> asksForNewCalls() { return m_server->lineGetNewCalls(m_id, line()); }

    Result<RequestId> dials(int call, const QString &number) { return m_server->lineDial(m_id, on(call), number); }
    Result<RequestId> swapsHold(int active, int held) { return m_server->lineSwapHold(m_id, on(active), on(held)); }
    Result<PendingCall> setsUpTransfer(int call, const CallParams &params = {})
    {
        return m_server->lineSetupTransfer(m_id, on(call), params);
    }
    Result<PendingCall> completesTransfer(int call, int consult, TransferMode mode = TransferMode::Transfer)
    {
        return m_server->lineCompleteTransfer(m_id, on(call), on(consult), mode);
    }
    Result<RequestId> blindTransfers(int call, const QString &number)
    {
        return m_server->lineBlindTransfer(m_id, on(call), number);
    }
    Result<PendingConference> setsUpConference(int call, const CallParams &params = {})
    {
        return m_server->lineSetupConference(m_id, {on(call), {}, 3, params});
    }
    Result<PendingConference> beginsConference(const CallParams &params = {}) // without a call
    {
        return m_server->lineSetupConference(m_id, {{}, line(), 3, params});
    }
    Result<PendingCall> preparesToAdd(int conference, const CallParams &params = {})
    {
        return m_server->linePrepareAddToConference(m_id, on(conference), params);
    }
    Result<RequestId> adds(int consult, int conference)
    {
        return m_server->lineAddToConference(m_id, on(conference), on(consult));
    }
    Result<RequestId> removes(int call) { return m_server->lineRemoveFromConference(m_id, on(call)); }
    Result<QList<HCall>> asksForRelatedCalls(int call) { return m_server->lineGetConfRelatedCalls(m_id, on(call)); }
    Result<RequestId> parks(int call, const QString &at = {}) // NONDIRECTED without a place
    {
        return m_server->linePark(m_id, on(call), at.isEmpty() ? ParkMode::NonDirected : ParkMode::Directed, at);
    }
    Result<PendingCall> unparks(const QString &from) { return m_server->lineUnpark(m_id, line(), 0, from); }
    Result<PendingCall> picksUp(const QString &number = {}, const QString &group = {})
    {
        return m_server->linePickup(m_id, line(), 0, number, group);
    }
    Result<RequestId> redirects(int call, const QString &number)
    {
        return m_server->lineRedirect(m_id, on(call), number);
    }
    Result<RequestId> secures(int call) { return m_server->lineSecureCall(m_id, on(call)); }
    Result<RequestId> completesCall(int call, CallComplMode mode)
    {
        return m_server->lineCompleteCall(m_id, on(call), mode);
    }
    Result<RequestId> sendsUserUserInfo(int call, const QByteArray &data)
    {
        return m_server->lineSendUserUserInfo(m_id, on(call), data);
    }
    Result<RequestId> releasesUserUserInfo(int call) { return m_server->lineReleaseUserUserInfo(m_id, on(call)); }
    Result<RequestId> setsCallData(int call, const QByteArray &data)
    {
        return m_server->lineSetCallData(m_id, on(call), data);
    }
    Result<> generatesDigits(int call, const QString &digits, DigitMode mode = DigitMode::Dtmf)
    {
        return m_server->lineGenerateDigits(m_id, on(call), mode, digits);
    }
    Result<> monitorsDigits(int call, DigitModes modes) { return m_server->lineMonitorDigits(m_id, on(call), modes); }
    Result<> setsAppSpecific(int call, quint32 value) { return m_server->lineSetAppSpecific(m_id, on(call), value); }
    Result<> setsMediaMode(int call, MediaModes modes) { return m_server->lineSetMediaMode(m_id, on(call), modes); }
    Result<> wantsToHear(LineDevStates lineStates, AddressStates addressStates = {})
    {
        return m_server->lineSetStatusMessages(m_id, line(), lineStates, addressStates);
    }

    QStringList messages(); // what is in its queue now, taken out of it
    QList<LineMessage> rawMessages();

private:
    TelephonyServer *m_server;
    const FakeProvider *m_provider;
    HLineApp m_id;
    QList<HLine> m_lines;
};

// Base of the tests of the server. Every test starts afresh with a provider that has two devices in service, 1 and 2,
// and ends with a look at what must always be true (worldcheck.h).
class ServerFixture : public QObject {
    Q_OBJECT

public:
    ServerFixture();
    ~ServerFixture() override;

protected:
    ManualClock &clock() { return *m_clock; }
    TelephonyServer &server() { return *m_server; }
    const World &world() const { return m_server->world(); }
    FakeProvider &provider() { return *m_provider; }

    // The application of that name, initialised when first spoken of. Its module is "<name>.exe".
    TestApp &app(const char *name, ApiVersion version = ApiVersion::V2_2);
    QStringList messages(const char *name) { return app(name).messages(); }
    // Findings since the last time: "V-15 violation C1".
    QStringList findings();
    // Empties all queues: what follows is what the test is about.
    void forgetThePast();
    // Starts afresh with other options.
    void startServer(const ServerOptions &options);
    const Call *call(int number) const;

private Q_SLOTS:
    void init();
    void cleanup();

private:
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<TelephonyServer> m_server;
    std::unique_ptr<FakeProvider> m_provider;
    std::map<QString, TestApp> m_apps;
    quint64 m_findingsSeen = 0;
};

} // namespace Linescope::Test
