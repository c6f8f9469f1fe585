// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The JSON of requests, commands, reports and messages inside events: part of the same public contract.

#include "journal/contractjson.h"
#include "journal/eventjson.h"
#include "tapi/names.h"

#include <QTest>

#include <set>

using namespace Linescope;
using namespace Qt::StringLiterals;

// First: moc of Qt 6.4 loses its way in raw strings that follow each other.
class TestContractJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRequestIsNamedWithItsArguments();
    void everyCommandIsNamedWithItsIds();
    void everyReportIsNamedWithItsIds();
    void everyMessageIsDecoded();
    void whatThereIsNoneOfHasNoName();
};

namespace {

constexpr Microseconds when = 1'795'343'100'000'042;
const QByteArray beginning = R"({"seq":7,"t":"2026-11-22T10:25:00.000042Z","event":")";

PackedCallInfo incoming()
{
    CallInfo info;
    info.addressId = 1;
    info.origin = quint32(CallOrigin::External);
    info.reason = quint32(CallReason::Direct);
    info.callerId = u"5550100"_s;
    info.callerIdName = u"Front desk"_s;
    info.cause = 16;
    info.providerRef = u"1795343100.17"_s;
    info.group = u"1795343100.16"_s;
    info.relatedCallId = 9;
    return PackedCallInfo(info);
}

std::shared_ptr<const Request> shared(const Request &request) { return std::make_shared<const Request>(request); }

std::shared_ptr<const DeviceInfo> phone()
{
    DeviceInfo info;
    info.name = u"PJSIP/101"_s;
    info.capFlags = DevCapFlag::CloseDrop;
    return std::make_shared<const DeviceInfo>(info);
}

QList<std::pair<Request, QByteArray>> requestRows()
{
    using namespace Requests;
    Open open{1, ApiVersion::V2_1, Privilege::Owner, MediaMode::InteractiveVoice, OpenOption::SingleAddress, 2, 77};
    CallParams params;
    params.addressId = 1;
    params.mediaModes = {};
    params.comment = u"again"_s;
    const HCall call{42};
    return {
        {InitializeEx{u"Dialer"_s, u"d.exe"_s, ApiVersion::V1_4, 5, true},
         R"("lineInitializeEx","arguments":{"friendlyAppName":"Dialer","module":"d.exe","api":"1.4","pid":5,)"
         R"("monitor":true})"},
        {InitializeEx{}, R"("lineInitializeEx","arguments":{})"},
        {Shutdown{true}, R"("lineShutdown","arguments":{"crashed":true})"},
        {NegotiateApiVersion{0, ApiVersion::None, ApiVersion::V2_1},
         R"("lineNegotiateAPIVersion","arguments":{"line":"D1","low":"0.0","high":"2.1"})"},
        {open,
         R"("lineOpen","arguments":{"line":"D2","api":"2.1","privilege":["OWNER"],"media":["INTERACTIVEVOICE"],)"
         R"("options":["SINGLEADDRESS"],"addressId":2,"callbackInstance":77})"},
        {Open{LineMapper, ApiVersion::V2_2, Privilege::None, {}, {}, 0, 0},
         R"("lineOpen","arguments":{"line":"LINEMAPPER","privilege":["NONE"]})"},
        {Close{{3}}, R"("lineClose","arguments":{"on":"L3"})"},
        {MakeCall{{3}, u"5550100"_s, params},
         R"("lineMakeCall","arguments":{"on":"L3","address":"5550100","addressId":1,"media":[],"comment":"again"})"},
        {Accept{call}, R"("lineAccept","arguments":{"call":"H42"})"},
        {Answer{call}, R"("lineAnswer","arguments":{"call":"H42"})"},
        {Drop{call}, R"("lineDrop","arguments":{"call":"H42"})"},
        {Hold{call}, R"("lineHold","arguments":{"call":"H42"})"},
        {Unhold{call}, R"("lineUnhold","arguments":{"call":"H42"})"},
        {DeallocateCall{call}, R"("lineDeallocateCall","arguments":{"call":"H42"})"},
        {GetCallInfo{call}, R"("lineGetCallInfo","arguments":{"call":"H42"})"},
        {GetCallStatus{call}, R"("lineGetCallStatus","arguments":{"call":"H42"})"},
        {GetNewCalls{{3}, 1, CallSelect::Address},
         R"("lineGetNewCalls","arguments":{"on":"L3","addressId":1,"select":"ADDRESS"})"},
        {GetLineDevStatus{{3}}, R"("lineGetLineDevStatus","arguments":{"on":"L3"})"},
        {GetAddressStatus{{3}, 0}, R"("lineGetAddressStatus","arguments":{"on":"L3"})"},
        {SetCallPrivilege{call, Privilege::Owner},
         R"("lineSetCallPrivilege","arguments":{"call":"H42","privilege":"OWNER"})"},
        {Handoff{call, u"b.exe"_s, MediaMode::G3Fax},
         R"("lineHandoff","arguments":{"call":"H42","fileName":"b.exe","media":["G3FAX"]})"},
        {Dial{call, u"5550100"_s}, R"("lineDial","arguments":{"call":"H42","address":"5550100"})"},
        {SwapHold{call, {43}}, R"("lineSwapHold","arguments":{"call":"H42","held":"H43"})"},
        {SetupTransfer{call, params},
         R"("lineSetupTransfer","arguments":{"call":"H42","addressId":1,"media":[],"comment":"again"})"},
        {CompleteTransfer{call, {43}, TransferMode::Conference},
         R"("lineCompleteTransfer","arguments":{"call":"H42","consult":"H43","mode":"CONFERENCE"})"},
        {BlindTransfer{call, u"5550100"_s}, R"("lineBlindTransfer","arguments":{"call":"H42","address":"5550100"})"},
        {SetupConference{{}, {3}, 4, {}}, R"("lineSetupConference","arguments":{"on":"L3","numParties":4})"},
        {PrepareAddToConference{{44}, {}}, R"("linePrepareAddToConference","arguments":{"conference":"H44"})"},
        {AddToConference{{44}, {43}}, R"("lineAddToConference","arguments":{"conference":"H44","consult":"H43"})"},
        {RemoveFromConference{call}, R"("lineRemoveFromConference","arguments":{"call":"H42"})"},
        {GetConfRelatedCalls{call}, R"("lineGetConfRelatedCalls","arguments":{"call":"H42"})"},
        {Park{call, ParkMode::Directed, u"5550101"_s},
         R"("linePark","arguments":{"call":"H42","mode":"DIRECTED","address":"5550101"})"},
        {Unpark{{3}, 1, u"5550101"_s}, R"("lineUnpark","arguments":{"on":"L3","addressId":1,"address":"5550101"})"},
        {Pickup{{3}, 0, u"5550101"_s, u"7"_s},
         R"("linePickup","arguments":{"on":"L3","address":"5550101","groupId":"7"})"},
        {Redirect{call, u"5550100"_s}, R"("lineRedirect","arguments":{"call":"H42","address":"5550100"})"},
        {SecureCall{call}, R"("lineSecureCall","arguments":{"call":"H42"})"},
        {CompleteCall{call, CallComplMode::Message, 2},
         R"("lineCompleteCall","arguments":{"call":"H42","mode":"MESSAGE","messageId":2})"},
        {GenerateDigits{call, DigitMode::Pulse, u"12"_s, 80},
         R"("lineGenerateDigits","arguments":{"call":"H42","digitMode":"PULSE","digits":"12","duration":80})"},
        {MonitorDigits{call, DigitMode::Dtmf},
         R"("lineMonitorDigits","arguments":{"call":"H42","digitModes":["DTMF"]})"},
        {SetAppSpecific{call, 9}, R"("lineSetAppSpecific","arguments":{"call":"H42","appSpecific":9})"},
        {SetCallData{call, "\x01z"}, R"("lineSetCallData","arguments":{"call":"H42","callData":"017a"})"},
        {SetMediaMode{call, MediaMode::G3Fax}, R"("lineSetMediaMode","arguments":{"call":"H42","media":["G3FAX"]})"},
        {SendUserUserInfo{call, "z"}, R"("lineSendUserUserInfo","arguments":{"call":"H42","userUserInfo":"7a"})"},
        {ReleaseUserUserInfo{call}, R"("lineReleaseUserUserInfo","arguments":{"call":"H42"})"},
        {SetStatusMessages{{3}, LineDevState::Ringing, Linescope::AddressState::InUseZero},
         R"("lineSetStatusMessages","arguments":{"on":"L3","lineStates":["RINGING"],"addressStates":["INUSEZERO"]})"},
        {SetAppPriority{u"b.exe"_s, MediaMode::G3Fax, 0},
         R"("lineSetAppPriority","arguments":{"fileName":"b.exe","media":["G3FAX"],"priority":0})"},
    };
}

QList<std::pair<Command, QByteArray>> commandRows()
{
    using namespace Commands;
    const CallTarget target{{17}, {40}};
    const auto act = [target](CallAction action) { return ActOnCall{{7}, action, target}; };
    const auto from = std::make_shared<const PickupSource>(PickupSource{u"5550100"_s, u"7"_s});
    const auto digits = std::make_shared<const DigitString>(DigitString{DigitMode::Dtmf, u"12"_s, 80});
    const QByteArray ids = R"("request":"R7","call":"C17","driverCall":"d40")";
    return {
        {OpenLine{{5}}, R"("openLine","driverLine":"l5")"},
        {CloseLine{{5}}, R"("closeLine","driverLine":"l5")"},
        {SetDefaultMediaDetection{{5}, MediaMode::InteractiveVoice},
         R"("setDefaultMediaDetection","driverLine":"l5","media":["INTERACTIVEVOICE"])"},
        {MakeCall{{7}, {5}, {17}, 0, u"5550100"_s},
         R"("makeCall","request":"R7","driverLine":"l5","call":"C17","address":"5550100")"},
        {act(CallAction::Accept), R"("accept",)" + ids},
        {act(CallAction::Answer), R"("answer",)" + ids},
        {act(CallAction::Drop), R"("drop",)" + ids},
        {act(CallAction::Hold), R"("hold",)" + ids},
        {act(CallAction::Unhold), R"("unhold",)" + ids},
        {act(CallAction::SecureCall), R"("secureCall",)" + ids},
        {act(CallAction::RemoveFromConference), R"("removeFromConference",)" + ids},
        {act(CallAction::ReleaseUserUserInfo), R"("releaseUserUserInfo",)" + ids},
        {CloseCall{{{17}, {}}}, R"("closeCall","call":"C17")"},
        {Unpark{{7}, {5}, {17}, 1, u"5550101"_s},
         R"("unpark","request":"R7","driverLine":"l5","call":"C17","addressId":1,"address":"5550101")"},
        {Pickup{{7}, {5}, {17}, 0, from},
         R"("pickup","request":"R7","driverLine":"l5","call":"C17","address":"5550100","groupId":"7")"},
        {SetupTransfer{{7}, target, {18}}, R"("setupTransfer",)" + ids + R"(,"consult":"C18")"},
        {CompleteTransfer{{7}, target, {{18}, {41}}, TransferMode::Conference, {19}},
         R"("completeTransfer",)" + ids
             + R"(,"consult":"C18","driverConsult":"d41","mode":"CONFERENCE","conference":"C19")"},
        {SetupConference{{7}, {5}, target, {19}, {18}, 3},
         R"("setupConference","request":"R7","driverLine":"l5","call":"C17","driverCall":"d40","conference":"C19",)"
         R"("consult":"C18","numParties":3)"},
        {PrepareAddToConference{{7}, {{19}, {42}}, {18}},
         R"("prepareAddToConference","request":"R7","conference":"C19","driverConference":"d42","consult":"C18")"},
        {AddToConference{{7}, {{19}, {42}}, {{18}, {41}}},
         R"("addToConference","request":"R7","conference":"C19","driverConference":"d42","consult":"C18",)"
         R"("driverConsult":"d41")"},
        {SwapHold{{7}, target, {{18}, {41}}}, R"("swapHold",)" + ids + R"(,"held":"C18","driverHeld":"d41")"},
        {Dial{{7}, target, u"5550100"_s}, R"("dial",)" + ids + R"(,"address":"5550100")"},
        {BlindTransfer{{7}, target, u"5550100"_s}, R"("blindTransfer",)" + ids + R"(,"address":"5550100")"},
        {Redirect{{7}, target, u"5550100"_s}, R"("redirect",)" + ids + R"(,"address":"5550100")"},
        {Park{{7}, target, ParkMode::NonDirected, {}}, R"("park",)" + ids + R"(,"mode":"NONDIRECTED")"},
        {CompleteCall{{7}, target, CallComplMode::CampOn, 0}, R"("completeCall",)" + ids + R"(,"mode":"CAMPON")"},
        {SetCallData{{7}, target, "z"}, R"("setCallData",)" + ids + R"(,"callData":"7a")"},
        {SendUserUserInfo{{7}, target, "z"}, R"("sendUserUserInfo",)" + ids + R"(,"userUserInfo":"7a")"},
        {SetAppSpecific{target, 9}, R"("setAppSpecific","call":"C17","driverCall":"d40","appSpecific":9)"},
        {SetMediaMode{target, MediaMode::G3Fax}, R"("setMediaMode","call":"C17","driverCall":"d40","media":["G3FAX"])"},
        {MonitorDigits{target, DigitMode::Dtmf},
         R"("monitorDigits","call":"C17","driverCall":"d40","digitModes":["DTMF"])"},
        {GenerateDigits{target, 6, digits},
         R"("generateDigits","call":"C17","driverCall":"d40","endToEndId":6,"digitMode":"DTMF","digits":"12",)"
         R"("duration":80)"},
        {SetStatusMessages{{5}, LineDevState::Ringing, {}},
         R"("setStatusMessages","driverLine":"l5","lineStates":["RINGING"])"},
    };
}

QList<std::pair<Report, QByteArray>> reportRows()
{
    using namespace Reports;
    const Reports::CallInfo changed{{40}, CallInfoState::CallerId, incoming()};
    const QByteArray record =
        R"("addressId":1,"relatedCall":9,"origin":"EXTERNAL","reason":"DIRECT","callerId":"5550100",)"
        R"("callerName":"Front desk","cause":16,"providerRef":"1795343100.17",)"
        R"("group":"1795343100.16")";
    return {
        {DeviceAdded{{5}, phone()},
         R"("deviceAdded","driverLine":"l5","name":"PJSIP/101","addresses":1,"media":["INTERACTIVEVOICE"],)"
         R"("capabilities":["CLOSEDROP"],"inService":true,"connected":true)"},
        {DeviceRemoved{{5}}, R"("deviceRemoved","driverLine":"l5")"},
        {DeviceState{{5}, false, false, u"gone"_s},
         R"("deviceState","driverLine":"l5","inService":false,"connected":false,"text":"gone")"},
        {LineClose{{5}, u"no licence"_s}, R"("lineClose","driverLine":"l5","text":"no licence")"},
        {NewCall{{5}, {40}, incoming(), 12}, R"("newCall","driverLine":"l5","driverCall":"d40","bytes":12,)" + record},
        {Reports::CallState{{40}, Linescope::CallState::Busy, quint32(BusyMode::Station), MediaMode::InteractiveVoice},
         R"("callState","driverCall":"d40","state":"BUSY","mode":"STATION","media":["INTERACTIVEVOICE"])"},
        {Reports::CallState{{40}, Linescope::CallState::Conferenced, 41, {}},
         R"("callState","driverCall":"d40","state":"CONFERENCED","mode":"d41")"},
        {changed, R"("callInfo","driverCall":"d40","changed":["CALLERID"],)" + record},
        {CallBytes{{40}, 12}, R"("callBytes","driverCall":"d40","bytes":12)"},
        {Completion{{7}, LineError::None, {40}, {41}, {}},
         R"("completion","request":"R7","result":"OK","driverCall":"d40","driverConsult":"d41")"},
        {Completion{{7}, LineError::CallUnavail, {}}, R"("completion","request":"R7","result":"CALLUNAVAIL")"},
        {Completion{{7}, LineError::None, {}, {}, u"5550101"_s},
         R"("completion","request":"R7","result":"OK","parkAddress":"5550101")"},
        {Generate{{40}, 6, GenerateTerm::Cancel},
         R"("generate","driverCall":"d40","endToEndId":6,"termination":"CANCEL")"},
        {MonitorDigits{{40}, '#', DigitMode::Dtmf},
         R"("monitorDigits","driverCall":"d40","digit":"#","digitMode":"DTMF")"},
        {MonitorDigits{{40}, 7, DigitMode::Dtmf}, R"("monitorDigits","driverCall":"d40","digit":7,"digitMode":"DTMF")"},
        {Reports::LineDevState{{5}, Linescope::LineDevState::Ringing, 1, 2},
         R"("lineDevState","driverLine":"l5","states":["RINGING"],"p2":1,"p3":2)"},
        {Reports::AddressState{{5}, 1, Linescope::AddressState::InUseZero},
         R"("addressState","driverLine":"l5","addressId":1,"states":["INUSEZERO"])"},
        {FaultInjected{FaultKind::SlowCompletion, {5}, {40}, u"R7 OK, 4 s late"_s},
         R"("faultInjected","fault":"slowCompletion","driverLine":"l5","driverCall":"d40","text":"R7 OK, 4 s late")"},
    };
}

QList<std::pair<LineMessage, QByteArray>> messageRows()
{
    using enum MessageId;
    const quint32 line = HLine{3}.handle();
    const quint32 call = HCall{42}.handle();
    const auto state = [&](Linescope::CallState state, quint32 mode, quint32 privilege) {
        return LineMessage{CallState, call, 0, quint32(state), mode, privilege};
    };
    return {
        {{AddressState, line, 0, 1, quint32(Linescope::AddressState::NumCalls)},
         R"("LINE_ADDRESSSTATE","device":"L3","p1":1,"p2":["NUMCALLS"])"},
        {{CallInfo, call, 0, quint32(CallInfoState::CallerId) | quint32(CallInfoState::Trunk)},
         R"("LINE_CALLINFO","device":"H42","p1":["TRUNK","CALLERID"])"},
        {state(Linescope::CallState::Offering, 1, quint32(Privilege::Owner)),
         R"("LINE_CALLSTATE","device":"H42","p1":"OFFERING","p2":"ACTIVE","p3":"OWNER")"},
        {state(Linescope::CallState::Idle, 0, 0), R"("LINE_CALLSTATE","device":"H42","p1":"IDLE")"},
        {state(Linescope::CallState::Conferenced, HCall{43}.handle(), 0), // M-32
         R"("LINE_CALLSTATE","device":"H42","p1":"CONFERENCED","p2":"H43")"},
        {{Close, line}, R"("LINE_CLOSE","device":"L3")"},
        {{DevSpecific, line, 0, 1, 2, 3}, R"("LINE_DEVSPECIFIC","device":"L3","p1":1,"p2":2,"p3":3)"},
        {{DevSpecificFeature, line}, R"("LINE_DEVSPECIFICFEATURE","device":"L3")"},
        {{GatherDigits, call, 0, 2}, R"("LINE_GATHERDIGITS","device":"H42","p1":"CANCEL")"},
        {{Generate, call, 9, 1}, R"("LINE_GENERATE","device":"H42","callbackInstance":9,"p1":"DONE")"},
        {{LineDevState, line, 0, quint32(Linescope::LineDevState::Ringing), 1, 2},
         R"("LINE_LINEDEVSTATE","device":"L3","p1":["RINGING"],"p2":1,"p3":2)"},
        {{LineDevState, 0, 0, quint32(Linescope::LineDevState::Reinit), quint32(Create), 1}, // M-31
         R"("LINE_LINEDEVSTATE","p1":["REINIT"],"p2":"LINE_CREATE","p3":1)"},
        {{MonitorDigits, call, 0, '5', 2}, R"("LINE_MONITORDIGITS","device":"H42","p1":"5","p2":"DTMF")"},
        {{MonitorMedia, call, 0, 4}, R"("LINE_MONITORMEDIA","device":"H42","p1":4)"},
        {{MonitorTone, call, 0, 4}, R"("LINE_MONITORTONE","device":"H42","p1":4)"},
        {{Reply, 0, 0, 7, 0}, R"("LINE_REPLY","p1":"R7","p2":"OK")"},
        {{Reply, 0, 0, 7, quint32(LineError::InvalCallState)}, R"("LINE_REPLY","p1":"R7","p2":"INVALCALLSTATE")"},
        {{MessageId::Request, 0, 0, 1}, R"("LINE_REQUEST","p1":1)"},
        {{Create, 0, 0, 1}, R"("LINE_CREATE","p1":"D2")"},
        {{AppNewCall, line, 0, 0, call, quint32(Privilege::Monitor)},
         R"("LINE_APPNEWCALL","device":"L3","p1":0,"p2":"H42","p3":"MONITOR")"},
        {{Remove, 0, 0, 1}, R"("LINE_REMOVE","p1":"D2")"},
    };
}

// Compares the line with what a row says, and what it says when it is read with the event it came from.
void compare(const EventPayload &payload, const QByteArray &expected)
{
    const Event event{7, when, payload};
    QCOMPARE(toJsonLine(event), expected);
    const auto read = fromJsonLine(expected);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error()));
    QVERIFY2(*read == event, expected);
}

// Every alternative of the variant has a row.
template<class Values>
void expectAllAlternatives(const Values &values)
{
    using Variant = typename Values::value_type;
    std::set<size_t> seen;
    for (const Variant &value : values)
        seen.insert(value.index());
    QCOMPARE(seen.size(), std::variant_size_v<Variant>);
}

template<class Rows>
auto firsts(const Rows &rows)
{
    QList<std::decay_t<decltype(rows.first().first)>> values;
    for (const auto &row : rows)
        values += row.first;
    return values;
}

} // namespace

void TestContractJson::everyRequestIsNamedWithItsArguments()
{
    expectAllAlternatives(firsts(requestRows()));
    for (const auto &[request, expected] : requestRows())
        compare(Events::RequestMade{{1}, shared(request)},
                beginning + R"(request","app":"A1","function":)" + expected + "}");
}

void TestContractJson::everyCommandIsNamedWithItsIds()
{
    expectAllAlternatives(firsts(commandRows()));
    for (const auto &[command, expected] : commandRows())
        compare(Events::CommandSent{{1}, command},
                beginning + R"(command","provider":"P1","command":)" + expected + "}");
}

void TestContractJson::everyReportIsNamedWithItsIds()
{
    expectAllAlternatives(firsts(reportRows()));
    for (const auto &[report, expected] : reportRows())
        compare(Events::ReportReceived{{1}, report},
                beginning + R"(report","provider":"P1","report":)" + expected + "}");
}

void TestContractJson::everyMessageIsDecoded()
{
    std::set<MessageId> messages;
    for (const auto &[message, expected] : messageRows()) {
        messages.insert(message.id);
        compare(Events::Message{{1}, message}, beginning + R"(message","app":"A1","message":)" + expected + "}");
    }
    QCOMPARE(messages.size(), namesOf<MessageId>().size());
}

void TestContractJson::whatThereIsNoneOfHasNoName()
{
    QCOMPARE(functionName(std::variant_size_v<Request>), "");
    QCOMPARE(reportName(std::variant_size_v<Report>), "");
    quint32 mode = 0; // of CONFERENCED it is a call (M-32), which whoever has read the record knows
    JsonDocument document;
    const QByteArray line = "{\"number\":\"0x1\",\"handle\":\"H1\"}";
    QVERIFY(document.read(line) == JsonDocument::Problem::None);
    QVERIFY(modeFromJson(*document.member("number"), CallState::Conferenced, mode));
    QVERIFY(!modeFromJson(*document.member("handle"), CallState::Conferenced, mode));
}

QTEST_APPLESS_MAIN(TestContractJson)
#include "tst_contractjson.moc"
