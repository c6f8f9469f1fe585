// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Why a call or a line is as it is: which messages of the server led there, and which rules of the mapping. "@6001a" is
// a channel of PJSIP/6001.
#include "provenancelog.h"
#include "recording.h"
#include "tapi/names.h"
#include "trackerprobe.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Linescope;
using namespace Linescope::Test;

namespace {

// "Hold: AMI-S5 CONNECTED ACTIVEHELD", "HangupRequest: noted", "-: AMI-C2 DIALTONE".
QString lineOf(const ProvenanceStep &step)
{
    const QString mode = step.state == CallState::Conferenced ? QString() : modeName(step.state, step.mode);
    const QString state = !step.changesState ? u"noted"_s
        : step.inService ? step.stateRule + (*step.inService ? u" in service"_s : u" out of service"_s)
                         : step.stateRule + u' ' + nameOf(step.state) + (mode.isEmpty() ? QString() : u' ' + mode);
    return (step.event.isEmpty() ? u"-"_s : step.event) + u": "_s + state;
}

QStringList linesOf(const std::optional<Provenance> &provenance)
{
    QStringList lines;
    for (const ProvenanceStep &step : provenance.value_or(Provenance()).steps)
        lines += lineOf(step);
    return lines;
}

QStringList idsOf(const ProvenanceStep &step)
{
    QStringList ids;
    for (const AppliedRule &rule : step.rules)
        ids += rule.id;
    return ids;
}

// All rules of the mapping that can be met.
QStringList allRules()
{
    using namespace AsteriskMapping;
    QStringList ids;
    const auto add = [&ids](const Rule &rule) { ids += QString::fromLatin1(rule.id); };
    for (const StateRule &rule : stateRules())
        add(rule.rule);
    for (const StateRule &rule : otherStates())
        add(rule.rule);
    for (const EndRule &rule : endRules())
        add(rule.rule);
    for (const Rule &rule : otherEnds())
        add(rule);
    for (const ReasonRow &row : reasons())
        add(row.rule);
    for (const InfoRow &row : infoRules())
        add(row.rule);
    for (const LineRule &rule : lineRules())
        add(rule.rule);
    return ids;
}

QString valueOf(const ProvenanceStep &step, const QString &field)
{
    for (const SourceField &known : step.fields) {
        if (known.name == field)
            return known.value;
    }
    return {};
}

struct Story {
    const char *name;
    QList<QByteArray> messages;
    QByteArray call;
    QStringList last; // the last steps
};

QList<Story> stories()
{
    QList<Story> all;
    const auto row = [&all](const char *name, const QList<QByteArray> &messages, const char *call,
                            const QStringList &last) {
        all.append({name, messages, call, last});
    };
    row("a call that rings", ringingCall(), "6002b", {u"Newstate: AMI-S9 OFFERING ACTIVE"_s});
    row("a hold, for the one who holds", talkingCall() + events({"Hold @6001a"}), "6001a", {u"Hold: AMI-S4 ONHOLD"_s});
    row("a hold, for the one who waits", talkingCall() + events({"Hold @6001a"}), "6002b",
        {u"Hold: AMI-S5 CONNECTED ACTIVEHELD"_s});
    row("who asks first for the end leaves", talkingCall() + events({"HangupRequest @6001a", "Hangup @6001a cause=16"}),
        "6001a", {u"HangupRequest: noted"_s, u"Hangup: AMI-E2 IDLE"_s});
    row("the other one is left", talkingCall() + events({"HangupRequest @6001a", "Hangup @6002b cause=16"}), "6002b",
        {u"HangupRequest: noted"_s, u"Hangup: AMI-E3 DISCONNECTED NORMAL"_s});
    row("busy", ringingCall() + events({"DialEnd @6001a ->6002b status=BUSY", "Hangup @6001a cause=17"}), "6001a",
        {u"DialEnd: AMI-S11 BUSY UNKNOWN"_s, u"Hangup: AMI-E4 DISCONNECTED BUSY"_s});
    row("not answered, as only DialEnd says",
        ringingCall() + events({"DialEnd @6001a ->6002b status=NOANSWER", "Hangup @6002b cause=0"}), "6002b",
        {u"DialEnd: noted"_s, u"Hangup: AMI-E7 DISCONNECTED NOANSWER"_s});
    row("picked up",
        ringingCall()
            + events({"Newchannel @6003c state=4", "Pickup @6003c TargetUniqueid=6002b", "Hangup @6002b cause=0"}),
        "6002b", {u"Pickup: noted"_s, u"Hangup: AMI-E5 DISCONNECTED PICKUP"_s});
    row("sent on",
        ringingCall()
            + events({"DialEnd @6001a ->6002b status=NOANSWER Forward=Local/6003@default", "Hangup @6002b cause=0"}),
        "6002b", {u"DialEnd: noted"_s, u"Hangup: AMI-E6 DISCONNECTED FORWARDED"_s});
    row("who is called instead",
        ringingCall()
            + events({"DialEnd @6001a ->6002b DestCallerIDNum=6002 status=NOANSWER Forward=6003",
                      "Newchannel Channel=Local/6003@default-00000001;1 id=L1 state=0",
                      "Newchannel Channel=Local/6003@default-00000001;2 id=L2 state=4",
                      "DialBegin @6001a DestUniqueid=L1", "Newchannel @6003c state=0",
                      "DialBegin Channel=Local/6003@default-00000001;2 id=L2 ->6003c", "Newstate @6003c state=5"}),
        "6003c", {u"DialBegin: noted"_s, u"Newstate: AMI-S9 OFFERING ACTIVE"_s});
    row("who had parked the call, when it comes back",
        talkingCall()
            + events({"ParkedCall ParkeeUniqueid=6001a ParkingSpace=701", "Hangup @6002b cause=16",
                      "ParkedCallTimeOut ParkeeUniqueid=6001a ParkingSpace=701 ParkerDialString=PJSIP/6002",
                      "Newchannel @6002c state=0", "DialBegin @6001a ->6002c", "Newstate @6002c state=5"}),
        "6002c", {u"DialBegin: noted"_s, u"Newstate: AMI-S9 OFFERING ACTIVE"_s});
    row("over, and nobody says why", ringingCall() + events({"Hangup @6002b cause=0"}), "6002b",
        {u"Hangup: AMI-E8 DISCONNECTED UNKNOWN"_s});
    row("parked",
        talkingCall() + events({"BridgeLeave @6001a bridge=B", "ParkedCall ParkeeUniqueid=6001a ParkingSpace=701"}),
        "6001a", {u"BridgeLeave: noted"_s, u"ParkedCall: AMI-S6 CONNECTED ACTIVEHELD"_s});
    row("a conference of three, by the third",
        talkingCall() + events({"Newchannel @6003c state=6", "BridgeEnter @6003c bridge=B type=basic"}), "6001a",
        {u"BridgeEnter: AMI-S2 CONFERENCED"_s});
    row("what says nothing new is no step",
        talkingCall() + events({"Newstate @6001a state=6", "VarSet @6001a", "Hold @6001a"}), "6001a",
        {u"BridgeEnter: AMI-S7 CONNECTED ACTIVE"_s, u"Hold: AMI-S4 ONHOLD"_s});
    return all;
}

std::optional<Provenance> provenanceOf(const Story &story)
{
    TrackerProbe probe;
    for (const QByteArray &message : story.messages)
        probe.consume(message.constData());
    return probe.tracker().provenance(probe.driverCall(story.call.constData()));
}

} // namespace

class TestProvenance : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void eachStateHasItsEventAndItsRule_data()
    {
        QTest::addColumn<Story>("story");
        for (const Story &story : stories())
            QTest::newRow(story.name) << story;
    }

    void eachStateHasItsEventAndItsRule()
    {
        QFETCH(Story, story);
        const QStringList lines = linesOf(provenanceOf(story));
        QCOMPARE(lines.mid(std::max<qsizetype>(0, lines.size() - story.last.size())), story.last);
    }

    void whatWasSaidBeforeALineWasOpenedLedToItsFirstCall()
    {
        TrackerProbe probe;
        probe.consume("Newchannel @6001a state=4 exten=6002 caller=6001");
        const auto provenance = probe.tracker().provenance(probe.driverCall("6001a"));
        QCOMPARE(linesOf(provenance), QStringList{u"Newchannel: AMI-S15 DIALING"_s});
        QVERIFY(provenance->steps.first().changes & CallInfoState::CalledId);
    }

    // The line of the other one has not been opened yet.
    void whatOthersDidBeforeALineWasOpenedIsKnown()
    {
        TrackerProbe probe;
        probe.opensLines = false;
        for (const QByteArray &message : talkingCall())
            probe.consume(message.constData());
        probe.consume("Hold @6001a");
        probe.take(probe.tracker().openLine(probe.line("PJSIP/6002")));
        QCOMPARE(linesOf(probe.tracker().provenance(probe.driverCall("6002b"))).last(),
                 u"Hold: AMI-S5 CONNECTED ACTIVEHELD"_s);
        probe.take(probe.tracker().disconnected({}));
        probe.take(probe.tracker().openLine(probe.line("PJSIP/6001")));
        QCOMPARE(linesOf(probe.tracker().provenance(probe.driverCall("6001a"))).last(), u"-: AMI-S1 UNKNOWN"_s);
    }

    void anotherReasonForTheSameStateIsSaid()
    {
        TrackerProbe probe;
        for (const QByteArray &message : talkingCall()
                 + events({"Hold @6001a", "ParkedCall ParkeeUniqueid=6002b ParkingSpace=701", "Unhold @6001a"}))
            probe.consume(message.constData());
        QCOMPARE(linesOf(probe.tracker().provenance(probe.driverCall("6002b"))).last(),
                 u"Unhold: AMI-S6 CONNECTED ACTIVEHELD"_s);
        QCOMPARE(probe.call("6002b").times("CONNECTED ACTIVEHELD"), 1); // it is told once
    }

    void anEventWithoutARuleOfItsOwnHasAName()
    {
        ProvenanceKeeper keeper(1);
        const AsteriskMapping::Event other{"", ""};
        const OwnedMessage message({"Event: QueueMemberStatus", "MemberName: Anna", "Digit: 5", "Exten: s",
                                    "calleridname: Bob", "CallerIDNum: <unknown>"});
        std::shared_ptr<ProvenanceLog> log;
        keeper.begin(other, message.message(), 0);
        keeper.step(log);
        keeper.done();
        const ProvenanceStep step = keeper.provenance(*log).steps.first();
        QCOMPARE(step.event, u"QueueMemberStatus"_s);
        using Kind = SourceField::Kind;
        QList<Kind> kinds;
        for (const SourceField &field : step.fields)
            kinds += field.kind;
        QCOMPARE(kinds, (QList<Kind>{Kind::Id, Kind::Person, Kind::Number, Kind::Id, Kind::Person, Kind::Id}));
        const OwnedMessage filler({"Text: " + QByteArray(SaidTexts::chunkBytes - 100, 'x')});
        for (int i = 0; i < 3; ++i) {
            std::shared_ptr<ProvenanceLog> another;
            keeper.begin(other, filler.message(), 0);
            keeper.step(another);
            keeper.done();
        }
        QVERIFY(!keeper.provenance(*log).steps.first().event.isEmpty()); // an event, though its name has gone
        QVERIFY(keeper.provenance(*log).steps.first().fieldsDropped);
    }

    void anEventIsShownUpToItsLength()
    {
        ProvenanceKeeper keeper;
        const AsteriskMapping::Event event{"Hold", ""};
        QList<QByteArray> lines{"Event: Hold"};
        for (int i = 0; i < 5000; ++i)
            lines += "Header" + QByteArray::number(i) + ": x";
        const OwnedMessage message(lines);
        std::shared_ptr<ProvenanceLog> log;
        keeper.begin(event, message.message(), 0);
        keeper.step(log);
        keeper.done();
        QCOMPARE(keeper.provenance(*log).steps.first().fields.size(), 200);
    }

    void aListIsAWordLikeOthers()
    {
        TrackerProbe probe;
        probe.take(probe.tracker().connected());
        probe.consume("CoreShowChannel @6001a state=6 BridgeId=B");
        probe.consume("CoreShowChannelsComplete");
        QCOMPARE(linesOf(probe.tracker().provenance(probe.driverCall("6001a"))),
                 QStringList{u"CoreShowChannel: AMI-S8 CONNECTED CONFIRMED"_s});
    }

    void whatIsLostAndFoundSaysSo()
    {
        TrackerProbe probe;
        for (const QByteArray &message : talkingCall())
            probe.consume(message.constData());
        const DriverCall call = probe.driverCall("6001a");
        probe.tracker().beginOther(7_s);
        probe.take(probe.tracker().disconnected({}));
        const ProvenanceStep lost = probe.tracker().provenance(call)->steps.last();
        QCOMPARE(lineOf(lost), u"-: AMI-S1 UNKNOWN"_s);
        QCOMPARE(lost.time, 7_s);
        probe.take(probe.tracker().connected());
        probe.consume("CoreShowChannelsComplete");
        QCOMPARE(linesOf(probe.tracker().provenance(call)).last(),
                 u"CoreShowChannelsComplete: AMI-E9 DISCONNECTED UNKNOWN"_s);
    }

    void aStepHasTheEventAsItCame()
    {
        TrackerProbe probe;
        for (const QByteArray &message : talkingCall())
            probe.consume(message.constData());
        probe.consume(OwnedMessage({"Event: Hold", "Channel: PJSIP/6001-0000000a", "Uniqueid: 6001a",
                                    "CallerIDNum: 6001", "ConnectedLineName: Anna: B", "MusicClass: default"})
                          .message(),
                      5_s);
        const ProvenanceStep step = probe.tracker().provenance(probe.driverCall("6001a"))->steps.last();
        QCOMPARE(step.time, 5_s);
        const QList<SourceField> fields{{u"Event"_s, u"Hold"_s, SourceField::Kind::Id},
                                        {u"Channel"_s, u"PJSIP/6001-0000000a"_s, SourceField::Kind::Text},
                                        {u"Uniqueid"_s, u"6001a"_s, SourceField::Kind::Id},
                                        {u"CallerIDNum"_s, u"6001"_s, SourceField::Kind::Number},
                                        {u"ConnectedLineName"_s, u"Anna: B"_s, SourceField::Kind::Person},
                                        {u"MusicClass"_s, u"default"_s, SourceField::Kind::Text}};
        QCOMPARE(step.fields, fields);
        QCOMPARE(idsOf(step), (QStringList{QString(), u"AMI-S4"_s, u"AMI-I3"_s}));
    }

    void aCallThatIsClosedIsForgotten()
    {
        TrackerProbe probe;
        for (const QByteArray &message : ringingCall())
            probe.consume(message.constData());
        const DriverCall call = probe.driverCall("6001a");
        probe.consume("Hangup @6001a cause=16");
        QVERIFY(probe.tracker().provenance(call)); // retained
        probe.take(probe.tracker().closeCall(call));
        QVERIFY(!probe.tracker().provenance(call));
        QVERIFY(!probe.tracker().provenance(DriverCall{99}));
    }

    void theFirstAndTheLastStepsOfALongCallAreKept()
    {
        TrackerProbe probe;
        for (const QByteArray &message : talkingCall())
            probe.consume(message.constData());
        const DriverCall call = probe.driverCall("6001a");
        const QStringList first = linesOf(probe.tracker().provenance(call));
        for (int i = 0; i < 100; ++i)
            probe.consume(i % 2 == 0 ? "Hold @6001a" : "Unhold @6001a");
        const Provenance kept = *probe.tracker().provenance(call);
        QCOMPARE(kept.steps.size(), qsizetype(ProvenanceLog::maxSteps));
        QCOMPARE(kept.leftOut, quint32(first.size() + 100 - ProvenanceLog::maxSteps));
        QCOMPARE(kept.firstSteps, qsizetype(ProvenanceLog::firstSteps));
        QCOMPARE(linesOf(kept).first(first.size()), first);
        QCOMPARE(linesOf(kept).last(), u"Unhold: AMI-S7 CONNECTED ACTIVE"_s);
    }

    void theNewestWordsAreKept()
    {
        constexpr int messages = 6000, chunks = 2;
        ProvenanceKeeper keeper(chunks);
        const AsteriskMapping::Event event{"Hold", ""};
        const auto messageOf = [](int number) {
            return OwnedMessage(
                {"Event: Hold", "Number: " + QByteArray::number(number), "Text: " + QByteArray(980, 'x')});
        };
        QList<std::shared_ptr<ProvenanceLog>> logs(100);
        for (int i = 0; i < messages; ++i) {
            const OwnedMessage message = messageOf(i);
            keeper.begin(event, message.message(), 0);
            keeper.step(logs[i % logs.size()]);
            keeper.step(logs[(i + 1) % logs.size()]); // of two calls: said once
            keeper.done();
        }
        qsizetype kept = 0;
        for (const auto &log : std::as_const(logs)) {
            bool wasKept = false;
            for (const ProvenanceStep &step : keeper.provenance(*log).steps) {
                QCOMPARE(step.event, u"Hold"_s);
                QCOMPARE(step.fieldsDropped, step.fields.isEmpty());
                QVERIFY(!wasKept || !step.fields.isEmpty()); // the oldest go first
                wasKept = !step.fields.isEmpty();
                if (wasKept)
                    QCOMPARE(valueOf(step, u"Text"_s), QString(980, u'x'));
                kept += wasKept ? 1 : 0;
            }
        }
        const qsizetype most = 2 * chunks * SaidTexts::chunkBytes / messageOf(1000).message().bytes().size();
        QVERIFY2(kept <= most && kept > most / 3, qPrintable(QString::number(kept)));
    }

    void aWordIsKeptUpToItsLength_data()
    {
        QTest::addColumn<qsizetype>("length");
        for (const qsizetype length : {qsizetype(0), qsizetype(1), SaidTexts::chunkBytes - 1, SaidTexts::chunkBytes,
                                       SaidTexts::chunkBytes + 1, 3 * SaidTexts::chunkBytes})
            QTest::addRow("%lld", qlonglong(length)) << length;
    }

    void aWordIsKeptUpToItsLength()
    {
        QFETCH(qsizetype, length);
        SaidTexts texts(2);
        const SaidTexts::Place before = texts.put("before");
        const QByteArray word(length, 'w');
        const SaidTexts::Place place = texts.put(word);
        QCOMPARE(texts.text(place), word.first(std::min(length, SaidTexts::chunkBytes)));
        QCOMPARE(texts.text(before), QByteArray("before"));
        const SaidTexts::Place after = texts.put("after");
        QCOMPARE(texts.text(after), QByteArray("after"));
        QCOMPARE(texts.text({}), QByteArray());
    }

    // Every state of every recording, whenever it is told.
    void inEveryRecordingTheLastStepGivesTheState_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("showLocal");
        for (const QString &file : recordings()) {
            QTest::newRow(qPrintable(file + u" folded"_s)) << file << false;
            QTest::newRow(qPrintable(file + u" shown"_s)) << file << true;
        }
    }

    void inEveryRecordingTheLastStepGivesTheState()
    {
        QFETCH(QString, file);
        QFETCH(bool, showLocal);
        TrackerProbe probe(showLocal ? LocalChannels::Show : LocalChannels::Fold);
        QHash<DriverCall, Reports::CallState> told; // the last one but IDLE, which follows DISCONNECTED
        QSet<DriverCall> changed;
        QHash<DriverLine, bool> inService; // of lines that have changed
        probe.onReport = [&](const Report &report) {
            if (const auto *line = std::get_if<Reports::DeviceAdded>(&report))
                inService.insert(line->line, line->info->inService);
            else if (const auto *known = std::get_if<Reports::DeviceState>(&report))
                inService.insert(known->line, known->inService);
            const auto *state = std::get_if<Reports::CallState>(&report);
            if (!state)
                return;
            changed.insert(state->call);
            const bool follows = state->state == CallState::Idle
                && told.value(state->call).state == CallState::Disconnected;
            if (!follows)
                told.insert(state->call, *state);
        };
        probe.take(probe.tracker().connected());
        for (const TimedMessage &timed : readRecording(file)) {
            const OwnedMessage owned(timed.lines);
            const QString event = owned.message().text("Event");
            probe.consume(owned.message());
            const auto lines = std::exchange(inService, {});
            for (auto line = lines.cbegin(); line != lines.cend(); ++line) {
                const auto provenance = probe.tracker().provenance(line.key());
                QVERIFY(provenance && !provenance->steps.isEmpty());
                const ProvenanceStep &step = provenance->steps.constLast();
                QCOMPARE(step.event, event);
                QCOMPARE(step.inService, std::optional(line.value()));
                QVERIFY(idsOf(step).contains(step.stateRule));
            }
            for (const DriverCall call : std::exchange(changed, {})) {
                const auto provenance = probe.tracker().provenance(call);
                QVERIFY(provenance);
                const auto step = std::find_if(provenance->steps.crbegin(), provenance->steps.crend(),
                                               [](const ProvenanceStep &s) { return s.changesState; });
                QVERIFY(step != provenance->steps.crend());
                QCOMPARE(step->event, event);
                QCOMPARE(step->state, told[call].state);
                QCOMPARE(step->mode, told[call].mode);
                QVERIFY(idsOf(*step).contains(step->stateRule));
                QCOMPARE(valueOf(*step, u"Event"_s), event);
            }
        }
    }

    void aLineTellsWhetherItIsInServiceAndWhy()
    {
        TrackerProbe probe;
        const auto tell = [&](std::initializer_list<const char *> messages) {
            for (const QByteArray &message : events(messages))
                probe.consume(message.constData());
        };
        probe.take(probe.tracker().connected());
        tell({"EndpointList ObjectName=6001 DeviceState=Not_in_use",
              "EndpointList ObjectName=6002 DeviceState=Unavailable", "EndpointListComplete"});
        const DriverLine there = probe.line("PJSIP/6001"), away = probe.line("PJSIP/6002");
        const auto steps = [&](DriverLine line) { return linesOf(probe.tracker().provenance(line)); };
        QCOMPARE(steps(there), QStringList{u"EndpointList: AMI-L3 in service"_s});
        QCOMPARE(steps(away), QStringList{u"EndpointList: AMI-L2 out of service"_s});
        QVERIFY(probe.tracker().provenance(away)->steps.constFirst().isNew);
        QCOMPARE(valueOf(probe.tracker().provenance(away)->steps.constFirst(), u"ObjectName"_s), u"6002"_s);
        tell(
            {"DeviceStateChange Device=PJSIP/6002 State=NOT_INUSE", "DeviceStateChange Device=PJSIP/6002 State=INUSE"});
        QCOMPARE(steps(away).mid(1),
                 QStringList{u"DeviceStateChange: AMI-L3 in service"_s}); // the second changes nothing
        probe.take(probe.tracker().disconnected(u"The server closed the connection."_s));
        QCOMPARE(steps(away).mid(2), QStringList{u"-: AMI-L1 out of service"_s});
        tell({"DeviceStateChange Device=PJSIP/6002 State=UNAVAILABLE"}); // a word from before the loss
        QCOMPARE(steps(away).size(), 3);
        probe.take(probe.tracker().connected());
        QCOMPARE(steps(away).mid(3), QStringList{u"-: AMI-L2 out of service"_s});
        tell({"Newchannel @7001a state=4"});
        const DriverLine unlisted = probe.line("PJSIP/7001");
        QCOMPARE(steps(unlisted), QStringList{u"Newchannel: AMI-L3 in service"_s});
        tell({"EndpointList ObjectName=6001 DeviceState=Not_in_use", "EndpointListComplete"});
        QVERIFY(!probe.tracker().provenance(away)); // removed
        QVERIFY(probe.tracker().provenance(there));
    }

    // In a recording, a story, or by what applications do: no rule is dead.
    void everyRuleIsMet()
    {
        for (const Story &story : stories())
            meetAll(provenanceOf(story));
        for (const QString &file : recordings()) {
            for (const LocalChannels local : {LocalChannels::Fold, LocalChannels::Show})
                meetRecording(file, local);
        }
        meetWhatApplicationsDo();
        QStringList missing;
        for (const QString &id : allRules()) {
            if (!m_met.contains(id))
                missing += id;
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u' ')));
    }

    void everyRuleHasItsOwnNumber()
    {
        const QStringList ids = allRules();
        QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), ids.size());
    }

    void theHelpHasEveryRuleAndEveryEvent()
    {
        const QList<AsteriskMapping::Event> events = ChannelTracker::mappedEvents();
        const QString text = AsteriskMapping::tables(events);
        for (const QString &id : allRules())
            QVERIFY2(text.contains(u"| "_s + id + u" |"_s), qPrintable(id));
        for (const AsteriskMapping::Event &event : events)
            QVERIFY2(text.contains(u"| "_s + QString::fromLatin1(event.name)), event.name);
        for (const AsteriskMapping::CauseRow &row : AsteriskMapping::causes())
            QVERIFY(text.contains(QRegularExpression(u"[| ]%1[, ]"_s.arg(row.cause))));
        qsizetype cells = 0;
        for (const QString &line : text.split(u'\n')) {
            const qsizetype here = line.count(u'|');
            QVERIFY2(cells == 0 || here == 0 || here == cells, qPrintable(line)); // a table has one number of columns
            cells = here;
        }
    }

private:
    void meetRecording(const QString &file, LocalChannels local)
    {
        TrackerProbe probe(local);
        QList<DriverCall> calls;
        QList<DriverLine> lines;
        probe.onReport = [&](const Report &report) {
            if (const auto *call = std::get_if<Reports::NewCall>(&report))
                calls.append(call->call);
            else if (const auto *line = std::get_if<Reports::DeviceAdded>(&report))
                lines.append(line->line);
        };
        probe.take(probe.tracker().connected());
        for (const TimedMessage &timed : readRecording(file))
            probe.consume(OwnedMessage(timed.lines).message());
        for (const DriverCall call : std::as_const(calls))
            meetAll(probe.tracker().provenance(call));
        probe.take(probe.tracker().disconnected(u"The server closed the connection."_s));
        for (const DriverLine line : std::as_const(lines))
            meetAll(probe.tracker().provenance(line));
    }

    // Beyond that: what no recording has.
    void meetWhatApplicationsDo()
    {
        TrackerProbe probe;
        const auto tell = [&](std::initializer_list<const char *> messages) {
            for (const QByteArray &message : events(messages))
                probe.consume(message.constData());
        };
        const auto meet = [&](DriverCall call) { meetAll(probe.tracker().provenance(call)); };
        tell({"Newchannel @6009a state=2"});
        meet(probe.driverCall("6009a"));
        for (const QByteArray &message : talkingCall())
            probe.consume(message.constData());
        tell({"MusicOnHoldStart @6002b"});

        const DriverCall call = probe.driverCall("6001a");
        const auto consult = [&] {
            QList<Report> reports = probe.tracker().consult(call, RequestId{1});
            DriverCall made;
            for (const Report &report : reports) {
                if (const auto *completion = std::get_if<Reports::Completion>(&report))
                    made = completion->call;
            }
            meet(made);
            probe.take(reports);
            return made;
        };
        const auto say = [&](DriverCall consultation, const char *event, const char *state) {
            probe.consume(OwnedMessage({QByteArray("Event: ") + event, "Channel: Local/6003@default-00000001;1",
                                        "Uniqueid: leg", "ChannelState: " + QByteArray(state),
                                        "Linkedid: " + probe.call("6001a").info.group.toUtf8(), "Cause: 16"})
                              .message());
            meet(consultation);
        };
        const auto dial = [&](DriverCall consultation) {
            probe.take(probe.tracker().dialConsultation(consultation, "Local/6003@default", "6003"));
            meet(consultation);
        };
        const DriverCall broken = consult();
        probe.take(probe.tracker().endConsultation(broken, DisconnectMode::Unknown));
        meet(broken);
        const DriverCall over = consult();
        probe.take(probe.tracker().endConsultation(over, {}));
        meet(over);
        const DriverCall answered = consult();
        meet(call); // it waits
        dial(answered);
        say(answered, "Newchannel", "0");
        say(answered, "Newstate", "5");
        say(answered, "Newstate", "6");
        say(answered, "Hangup", "6");
        const DriverCall lost = consult();
        const DriverCall other = probe.driverCall("6009a");
        probe.take(probe.tracker().disconnected({}));
        meet(lost);
        probe.take(probe.tracker().connected());
        tell({"CoreShowChannel @6001a state=6", "CoreShowChannel @6002b state=6", "CoreShowChannelsComplete"});
        meet(other); // the list does not name it

        probe.tracker().setDropping(call, true);
        tell({"Hangup @6001a cause=16"});
        meet(call);
        meet(probe.driverCall("6002b"));
    }

    void meetAll(const std::optional<Provenance> &provenance)
    {
        for (const ProvenanceStep &step : provenance.value_or(Provenance()).steps) {
            for (const QString &id : idsOf(step))
                m_met.insert(id);
        }
    }

    QSet<QString> m_met;
};

QTEST_GUILESS_MAIN(TestProvenance)
#include "tst_provenance.moc"
