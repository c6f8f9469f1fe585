// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Commands and stimuli of all kinds, on all calls, at all times: whatever comes, the simulator keeps the rules for
// providers (rulebook 9).
#include "inspector.h"
#include "providers/simulator/simulator.h"

#include <QRegularExpression>
#include <QTest>

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr quint32 Lines = 4;

class Chaos {
public:
    explicit Chaos(quint32 seed)
        : simulator(&clock, settings(seed))
        , m_random(seed)
    {
        QObject::connect(&simulator, &ServiceProvider::reported, &simulator, [this](const QList<Report> &batch) {
            for (const Report &report : batch) {
                std::visit([this](const auto &r) { remember(r); }, report);
                inspector.see(report);
            }
        });
        simulator.start();
        for (quint32 line = 1; line <= Lines; ++line)
            command(Commands::OpenLine{{line}});
    }

    void step()
    {
        clock.advance(m_random.between(0, m_random.percent(20) ? 4_s : 100_ms));
        const quint32 draw = m_random.below(100);
        if (draw < 60)
            askOfCall();
        else if (draw < 68)
            makeCalls();
        else if (draw < 84)
            stimulate();
        else if (draw < 90)
            setSomething();
        else if (draw < 98)
            closeCall();
        else
            closeLine();
        inspector.atRest();
    }
    void command(const Command &command)
    {
        inspector.see(command);
        simulator.execute(command);
    }

    ManualClock clock;
    SimulatorProvider simulator;
    Inspector inspector;

private:
    static SimulatorSettings settings(quint32 seed)
    {
        SimulatorSettings settings;
        settings.lines = Lines;
        settings.seed = seed;
        settings.callsPerMinute = 20;
        return settings;
    }

    RequestId request() { return {++m_lastRequest}; }
    CallId newCall() { return {++m_lastCall}; }
    DriverLine anyLine() { return {m_random.below(Lines) + 1}; }
    bool chance(quint32 percent) { return m_random.percent(percent); }
    // Mostly one that can be dialled.
    QString anyAddress()
    {
        constexpr const char *addresses[] = {"5550100", "5550117", "5550118", "5550134", "1002", "1003",
                                             "700",     "701",     "702",     "555;",    "",     "555$"};
        return QLatin1StringView(addresses[m_random.below(quint32(std::size(addresses)))]);
    }
    template<class Match>
    CallTarget anyCall(Match match)
    {
        QList<DriverCall> candidates;
        for (const auto &[driver, call] : inspector.calls) {
            if (match(call))
                candidates.append(driver);
        }
        if (candidates.isEmpty())
            return {CallId{77}, DriverCall{0xfffffff}};
        const DriverCall driver = candidates.at(qsizetype(m_random.below(quint32(candidates.size()))));
        return {CallId{driver.value}, driver};
    }
    CallTarget anyCall()
    {
        return anyCall([](const Inspector::Seen &) { return true; });
    }
    // One that may be right for the command, or any.
    CallTarget likely(CallStates states, DriverLine line = {})
    {
        if (chance(10))
            return anyCall();
        return anyCall([&](const Inspector::Seen &call) {
            return states.testFlag(call.state) && (line.isNull() || call.line == line);
        });
    }
    DriverLine lineOf(const CallTarget &target)
    {
        const auto call = inspector.calls.find(target.driver);
        return call == inspector.calls.end() ? anyLine() : call->second.line;
    }

    void askOfCall()
    {
        using enum CallState;
        const CallStates held = CallStates(OnHold) | OnHoldPendTransfer | OnHoldPendConf;
        switch (m_random.below(15)) {
        case 0:
        case 1:
        case 2: {
            using enum Commands::CallAction;
            constexpr Commands::CallAction actions[] = {Accept,
                                                        Answer,
                                                        Answer,
                                                        Drop,
                                                        Hold,
                                                        Unhold,
                                                        Unhold,
                                                        SecureCall,
                                                        RemoveFromConference,
                                                        ReleaseUserUserInfo};
            const Commands::CallAction action = actions[m_random.below(quint32(std::size(actions)))];
            const CallStates states = action == Answer || action == Accept ? CallStates(Offering) | Accepted
                : action == Hold                                           ? CallStates(Connected)
                : action == Unhold                                         ? held
                : action == RemoveFromConference                           ? CallStates(Conferenced)
                                                                           : ~CallStates(Idle);
            return command(Commands::ActOnCall{request(), action, likely(states)});
        }
        case 3:
            return command(Commands::SetupTransfer{request(), likely(Connected), newCall()});
        case 4:
        case 5: {
            const CallTarget call = likely(CallStates(OnHold) | OnHoldPendTransfer);
            const bool conference = chance(60);
            return command(Commands::CompleteTransfer{
                request(), call, likely(CallStates(Connected) | Ringback | Busy | Proceeding, lineOf(call)),
                conference ? TransferMode::Conference : TransferMode::Transfer, conference ? newCall() : CallId()});
        }
        case 6: {
            const CallTarget call = chance(20) ? CallTarget() : likely(Connected);
            const DriverLine line = lineOf(call);
            return command(Commands::SetupConference{request(), line, call, newCall(), newCall(), m_random.below(18)});
        }
        case 7:
            return command(Commands::PrepareAddToConference{request(), bridge(), newCall()});
        case 8:
        case 9: {
            const CallTarget conference = bridge();
            return command(Commands::AddToConference{
                request(), conference,
                likely(CallStates(Connected) | OnHold | Proceeding | Ringback, lineOf(conference))});
        }
        case 10: {
            const CallTarget active = likely(Connected);
            return command(Commands::SwapHold{request(), active, likely(held, lineOf(active))});
        }
        case 11:
            return command(Commands::Dial{request(), likely(CallStates(DialTone) | Dialing), anyAddress()});
        case 12:
            if (chance(50))
                return command(Commands::BlindTransfer{request(), likely(Connected), anyAddress()});
            return command(Commands::Redirect{request(), likely(Offering), anyAddress()});
        case 13:
            return command(Commands::Park{request(), likely(Connected),
                                          chance(50) ? ParkMode::Directed : ParkMode::NonDirected, anyAddress()});
        default:
            if (chance(30))
                return command(Commands::CompleteCall{request(), likely(CallStates(Busy) | Ringback),
                                                      chance(80) ? CallComplMode::CampOn : CallComplMode::Intrude, 0});
            if (chance(50))
                return command(Commands::SetCallData{request(), anyCall(), chance(50) ? "data" : ""});
            return command(Commands::SendUserUserInfo{request(), anyCall(), "hello"});
        }
    }
    CallTarget bridge()
    {
        return chance(10) ? anyCall() : anyCall([](const Inspector::Seen &call) {
            return call.info.origin == quint32(CallOrigin::Conference) && call.state != CallState::Idle;
        });
    }

    void makeCalls()
    {
        switch (m_random.below(3)) {
        case 0:
            return command(Commands::MakeCall{request(), anyLine(), newCall(), 0, anyAddress()});
        case 1:
            return command(Commands::Unpark{request(), anyLine(), newCall(), 0, u"70%1"_s.arg(m_random.below(4))});
        default:
            Commands::PickupSource from;
            if (chance(40))
                from.destAddress = u"100%1"_s.arg(m_random.below(6));
            else if (chance(50))
                from.groupId = chance(80) ? u"1"_s : u"2"_s;
            return command(Commands::Pickup{request(), anyLine(), newCall(), 0,
                                            std::make_shared<const Commands::PickupSource>(from)});
        }
    }

    void setSomething()
    {
        switch (m_random.below(5)) {
        case 0:
            return command(Commands::SetAppSpecific{anyCall(), m_random.below(3)});
        case 1:
            return command(
                Commands::SetMediaMode{anyCall(), chance(90) ? MediaMode::InteractiveVoice : MediaMode::G3Fax});
        case 2:
            return command(Commands::MonitorDigits{anyCall(), DigitModes::fromInt(int(m_random.below(8)))});
        case 3:
            return command(Commands::GenerateDigits{
                likely(CallState::Connected), ++m_lastGeneration,
                std::make_shared<const Commands::DigitString>(Commands::DigitString{
                    DigitMode::Dtmf, QString(qsizetype(m_random.below(20)), u'5'), m_random.below(300)})});
        default:
            return command(Commands::SetStatusMessages{
                anyLine(), chance(70) ? LineDevStates(LineDevState::Ringing) : LineDevStates(),
                chance(70) ? AddressStates(AddressState::InUseZero) | AddressState::InUseOne : AddressStates()});
        }
    }

    void stimulate()
    {
        const DriverCall call = anyCall().driver;
        switch (m_random.below(8)) {
        case 0:
        case 1:
        case 2:
            return simulator.stimulate(Stimuli::NewIncomingCall{anyLine(), u"+1 202 555 0123"_s, {}});
        case 3:
        case 4:
            return simulator.stimulate(Stimuli::RemoteAnswer{call});
        case 5:
            return simulator.stimulate(Stimuli::RemoteDigits{call, u"12#"_s});
        case 6:
            return simulator.stimulate(Stimuli::RemoteHangUp{call});
        default:
            break;
        }
        const quint32 draw = m_random.below(100);
        if (draw < 20)
            simulator.stimulate(Stimuli::SetAutomatic{chance(60)});
        else if (draw < 30)
            simulator.stimulate(Stimuli::SetInService{anyLine(), chance(30)});
        else if (draw < 40)
            for (quint32 line = 1; line <= Lines; ++line)
                simulator.stimulate(Stimuli::SetInService{{line}, true});
        else if (draw < 44)
            simulator.stimulate(Stimuli::ForceLineClose{anyLine(), {}});
    }
    void remember(const Reports::LineClose &report) { m_toClose.insert(report.line); }
    template<class Other>
    void remember(const Other &)
    {
    }

    void closeCall()
    {
        const bool tidy = inspector.calls.size() > 30;
        const CallTarget call = likely(tidy || chance(80) ? CallStates(CallState::Idle) : ~CallStates());
        command(Commands::CloseCall{call});
        for (const auto &[id, request] : inspector.pending) { // V-8
            if (request.calls.contains(call.driver))
                inspector.complaints.append(u"V-8: %1"_s.arg(shortName(id)));
        }
    }
    void closeLine()
    {
        const DriverLine line = m_toClose.empty() ? anyLine() : *m_toClose.begin();
        m_toClose.erase(line);
        command(Commands::CloseLine{line});
        for (const auto &[id, request] : inspector.pending) { // V-9
            if (request.line == line)
                inspector.complaints.append(u"V-9: %1"_s.arg(shortName(id)));
        }
        clock.advance(m_random.between(0, 60_s)); // V-14
        command(Commands::OpenLine{line});
    }

    Random m_random;
    std::set<DriverLine> m_toClose;
    quint32 m_lastRequest = 0;
    quint32 m_lastCall = 1000;
    quint32 m_lastGeneration = 0;
};

} // namespace

class TestSimulatorRandom : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void nothingBreaksARule_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 8; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void nothingBreaksARule()
    {
        QFETCH(quint32, seed);
        Chaos chaos(seed);
        for (int step = 0; step < 6'000; ++step) {
            chaos.step();
            QVERIFY2(chaos.inspector.complaints.isEmpty(),
                     qPrintable(u"step %1: "_s.arg(step) + chaos.inspector.complaints.join(u'\n')));
        }
        chaos.clock.advance(120_s);
        QVERIFY(chaos.inspector.pending.empty()); // V-1, V-11
        for (quint32 line = 1; line <= Lines; ++line)
            chaos.command(Commands::CloseLine{{line}});
        chaos.clock.advance(3600_s);
        QCOMPARE(chaos.inspector.complaints.join(u'\n'), QString());
    }

    void everyVerbSucceedsAndFails() // or the runs above would prove little
    {
        Chaos chaos(99);
        for (int step = 0; step < 12'000; ++step)
            chaos.step();
        QCOMPARE(chaos.inspector.complaints.join(u'\n'), QString());
        const char *verbs[] = {"makeCall",
                               "accept",
                               "answer",
                               "drop",
                               "hold",
                               "unhold",
                               "secureCall",
                               "removeFromConference",
                               "setupTransfer",
                               "completeTransfer",
                               "setupConference",
                               "prepareAddToConference",
                               "addToConference",
                               "swapHold",
                               "dial",
                               "blindTransfer",
                               "redirect",
                               "park",
                               "unpark",
                               "pickup",
                               "completeCall",
                               "setCallData",
                               "sendUserUserInfo"};
        const auto &results = chaos.inspector.results;
        for (const char *verb : verbs) {
            const QString prefix = QLatin1StringView(verb) + u' ';
            QVERIFY2(results.contains(prefix + u"OK"_s), verb);
            const bool refused = std::any_of(results.begin(), results.end(), [&](const auto &result) {
                return result.first.startsWith(prefix) && result.first != prefix + u"OK"_s;
            });
            QVERIFY2(refused, verb);
        }
    }

    void theSameSeedGivesTheSameRun()
    {
        const auto run = [] {
            Chaos chaos(5);
            for (int step = 0; step < 2'000; ++step)
                chaos.step();
            return std::pair(chaos.inspector.results, chaos.inspector.transitions);
        };
        QVERIFY(run() == run());
    }
};

QTEST_GUILESS_MAIN(TestSimulatorRandom)
#include "tst_simulatorrandom.moc"
