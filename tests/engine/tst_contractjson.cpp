// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The JSON of requests, commands, reports and messages inside events: part of the same public contract.

#include "journal/eventjson.h"
#include "tapi/names.h"

#include <QJsonDocument>
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
    Open open{1, ApiVersion::V2_2, Privilege::Owner, MediaMode::InteractiveVoice, OpenOption::SingleAddress, 2, 77};
    MakeCall makeCall{{3}, u"5550100"_s, {}};
    makeCall.params.comment = u"again"_s;
    return {
        {InitializeEx{u"Dialer"_s, u"d.exe"_s, ApiVersion::V1_4, 5, true},
         R"("lineInitializeEx","arguments":{"appName":"Dialer","module":"d.exe","api":"1.4","pid":5,"monitor":true})"},
        {Shutdown{true}, R"("lineShutdown","arguments":{"crashed":true})"},
        {NegotiateApiVersion{0, ApiVersion::V1_4, ApiVersion::V2_1},
         R"("lineNegotiateAPIVersion","arguments":{"device":"D1","low":"1.4","high":"2.1"})"},
        {open,
         R"("lineOpen","arguments":{"device":"D2","api":"2.2","privilege":["OWNER"],"media":["INTERACTIVEVOICE"],)"
         R"("options":["SINGLEADDRESS"],"address":2,"callbackInstance":77})"},
        {Open{LineMapper, ApiVersion::V2_2, Privilege::None, {}, {}, 0, 0},
         R"("lineOpen","arguments":{"device":"LINEMAPPER","api":"2.2","privilege":["NONE"]})"},
        {Close{{3}}, R"("lineClose","arguments":{"line":"L3"})"},
        {makeCall,
         R"("lineMakeCall","arguments":{"line":"L3","destAddress":"5550100","media":["INTERACTIVEVOICE"],)"
         R"("bearer":["VOICE"],"comment":"again"})"},
        {Accept{{42}}, R"("lineAccept","arguments":{"call":"H42"})"},
        {Answer{{42}}, R"("lineAnswer","arguments":{"call":"H42"})"},
        {Drop{{42}}, R"("lineDrop","arguments":{"call":"H42"})"},
        {Hold{{42}}, R"("lineHold","arguments":{"call":"H42"})"},
        {Unhold{{42}}, R"("lineUnhold","arguments":{"call":"H42"})"},
        {DeallocateCall{{42}}, R"("lineDeallocateCall","arguments":{"call":"H42"})"},
        {GetCallInfo{{42}}, R"("lineGetCallInfo","arguments":{"call":"H42"})"},
        {GetCallStatus{{42}}, R"("lineGetCallStatus","arguments":{"call":"H42"})"},
        {GetNewCalls{{3}, 1, CallSelect::Address},
         R"("lineGetNewCalls","arguments":{"line":"L3","select":"ADDRESS","address":1})"},
        {GetLineDevStatus{{3}}, R"("lineGetLineDevStatus","arguments":{"line":"L3"})"},
        {GetAddressStatus{{3}, 0}, R"("lineGetAddressStatus","arguments":{"line":"L3","address":0})"},
        {SetCallPrivilege{{42}, Privilege::Owner},
         R"("lineSetCallPrivilege","arguments":{"call":"H42","privilege":"OWNER"})"},
        {Handoff{{42}, u"b.exe"_s, MediaMode::G3Fax},
         R"("lineHandoff","arguments":{"call":"H42","fileName":"b.exe","media":["G3FAX"]})"},
    };
}

QList<std::pair<Command, QByteArray>> commandRows()
{
    using namespace Commands;
    const CallTarget target{{17}, {40}};
    const auto act = [target](CallAction action) { return ActOnCall{{7}, action, target}; };
    const QByteArray ids = R"("request":"R7","call":"C17","driverCall":"d40")";
    return {
        {OpenLine{{5}}, R"("openLine","driverLine":"l5")"},
        {CloseLine{{5}}, R"("closeLine","driverLine":"l5")"},
        {SetDefaultMediaDetection{{5}, MediaMode::InteractiveVoice},
         R"("setDefaultMediaDetection","driverLine":"l5","media":["INTERACTIVEVOICE"])"},
        {MakeCall{{7}, {5}, {17}, 0, u"5550100"_s},
         R"("makeCall","request":"R7","driverLine":"l5","call":"C17","destAddress":"5550100")"},
        {act(CallAction::Accept), R"("accept",)" + ids},
        {act(CallAction::Answer), R"("answer",)" + ids},
        {act(CallAction::Drop), R"("drop",)" + ids},
        {act(CallAction::Hold), R"("hold",)" + ids},
        {act(CallAction::Unhold), R"("unhold",)" + ids},
        {CloseCall{{{17}, {}}}, R"("closeCall","call":"C17")"},
    };
}

QList<std::pair<Report, QByteArray>> reportRows()
{
    using namespace Reports;
    const Reports::CallInfo changed{{40}, CallInfoState::CallerId, incoming()};
    return {
        {DeviceAdded{{5}, phone()}, R"("deviceAdded","driverLine":"l5","name":"PJSIP/101")"},
        {DeviceRemoved{{5}}, R"("deviceRemoved","driverLine":"l5")"},
        {DeviceState{{5}, false, false, u"gone"_s},
         R"("deviceState","driverLine":"l5","inService":false,"connected":false,"text":"gone")"},
        {LineClose{{5}, u"no licence"_s}, R"("lineClose","driverLine":"l5","text":"no licence")"},
        {NewCall{{5}, {40}, {}, 12}, R"("newCall","driverLine":"l5","driverCall":"d40","bytes":12)"},
        {Reports::CallState{{40}, Linescope::CallState::Busy, quint32(BusyMode::Station), MediaMode::InteractiveVoice},
         R"("callState","driverCall":"d40","state":"BUSY","mode":"STATION","media":["INTERACTIVEVOICE"])"},
        {Reports::CallState{{40}, Linescope::CallState::Conferenced, 41, {}},
         R"("callState","driverCall":"d40","state":"CONFERENCED","mode":"d41")"},
        {changed,
         R"("callInfo","driverCall":"d40","changed":["CALLERID"],"callerId":"5550100","callerName":"Front desk")"},
        {CallBytes{{40}, 12}, R"("callBytes","driverCall":"d40","bytes":12)"},
        {Completion{{7}, LineError::None, {40}}, R"("completion","request":"R7","result":"OK","driverCall":"d40")"},
        {Completion{{7}, LineError::CallUnavail, {}}, R"("completion","request":"R7","result":"CALLUNAVAIL")"},
    };
}

QList<std::pair<LineMessage, QByteArray>> messageRows()
{
    using enum MessageId;
    const quint32 line = HLine{3}.handle();
    const quint32 call = HCall{42}.handle();
    const auto state = [call](Linescope::CallState state, quint32 mode, quint32 privilege) {
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
        {{GatherDigits, call, 0, 2}, R"("LINE_GATHERDIGITS","device":"H42","p1":2)"},
        {{Generate, call, 0, 1}, R"("LINE_GENERATE","device":"H42","p1":1)"},
        {{LineDevState, line, 0, quint32(Linescope::LineDevState::Ringing), 1, 2},
         R"("LINE_LINEDEVSTATE","device":"L3","p1":["RINGING"],"p2":1,"p3":2)"},
        {{LineDevState, 0, 0, quint32(Linescope::LineDevState::Reinit), quint32(Create), 1}, // M-31
         R"("LINE_LINEDEVSTATE","p1":["REINIT"],"p2":"LINE_CREATE","p3":1)"},
        {{MonitorDigits, call, 0, '5', 2}, R"("LINE_MONITORDIGITS","device":"H42","p1":53,"p2":2)"},
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

QByteArray lineOf(const EventPayload &payload) { return toJsonLine({7, when, payload}); }

// Compares the line with what a row says and lets Qt's own reader have a look.
void compare(const QByteArray &line, const QByteArray &expected)
{
    QCOMPARE(line, expected);
    QJsonParseError error;
    QVERIFY(QJsonDocument::fromJson(line, &error).isObject());
    QCOMPARE(error.error, QJsonParseError::NoError);
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
        compare(lineOf(Events::RequestMade{{1}, shared(request)}),
                beginning + R"(request","app":"A1","function":)" + expected + "}");
}

void TestContractJson::everyCommandIsNamedWithItsIds()
{
    expectAllAlternatives(firsts(commandRows()));
    for (const auto &[command, expected] : commandRows())
        compare(lineOf(Events::CommandSent{{1}, command}),
                beginning + R"(command","provider":"P1","command":)" + expected + "}");
}

void TestContractJson::everyReportIsNamedWithItsIds()
{
    expectAllAlternatives(firsts(reportRows()));
    for (const auto &[report, expected] : reportRows())
        compare(lineOf(Events::ReportReceived{{1}, report}),
                beginning + R"(report","provider":"P1","report":)" + expected + "}");
}

void TestContractJson::everyMessageIsDecoded()
{
    std::set<MessageId> messages;
    for (const auto &[message, expected] : messageRows()) {
        messages.insert(message.id);
        compare(lineOf(Events::Message{{1}, message}),
                beginning + R"(message","app":"A1","message":)" + expected + "}");
    }
    QCOMPARE(messages.size(), namesOf<MessageId>().size());
}

QTEST_APPLESS_MAIN(TestContractJson)
#include "tst_contractjson.moc"
