// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "faultyprovider.h"

#include "journal/eventjson.h"
#include "provider/faultinjector.h"
#include "provider/faulttext.h"
#include "server/providerhost.h"
#include "server/telephonyserver.h"
#include "server/virtualapp.h"

#include <algorithm>
#include <cstring>

namespace Linescope::Test {

FaultyProvider::FaultyProvider(Clock *clock)
    : m_agenda(clock, this, [] {})
{
}

ProviderAbilities FaultyProvider::abilities() const
{
    ProviderAbilities abilities;
    abilities.callFeatures = CallFeatures(CallFeature::Answer);
    return abilities;
}

bool FaultyProvider::commits(quint32 line, const char *rule)
{
    return std::any_of(seededFaults.begin(), seededFaults.end(), [&](const SeededFault &fault) {
        return fault.line == line && std::strcmp(fault.rule, rule) == 0;
    });
}

void FaultyProvider::start()
{
    Q_EMIT healthChanged({true, {}});
    for (const SeededFault &fault : seededFaults) {
        DeviceInfo info;
        info.name = QStringLiteral("Line %1").arg(fault.line);
        report(Reports::DeviceAdded{{fault.line}, std::make_shared<const DeviceInfo>(info)});
    }
}

void FaultyProvider::stop()
{
    m_agenda.clear();
    m_pending.clear();
}

void FaultyProvider::execute(const Command &command)
{
    if (const auto *opening = std::get_if<Commands::OpenLine>(&command))
        m_agenda.in(1_s * opening->line.value, [this, line = opening->line.value] { open(line); });
    else if (const auto *action = std::get_if<Commands::ActOnCall>(&command))
        answer(*action);
    else if (const auto *call = std::get_if<Commands::CloseCall>(&command))
        closeCall(*call);
    else if (const auto *closing = std::get_if<Commands::CloseLine>(&command))
        closeLine(closing->line.value);
}

void FaultyProvider::open(quint32 line)
{
    if (commits(line, "V-18"))
        report(Reports::CallState{{900 + line}, CallState::Connected, quint32(ConnectedMode::Active), {}});
    CallInfo info;
    info.mediaMode = quint32(MediaMode::InteractiveVoice);
    info.bearerMode = quint32(BearerMode::Voice);
    info.origin = quint32(CallOrigin::Inbound);
    Q_EMIT reported({Reports::NewCall{{line}, callOn(line), PackedCallInfo(info), 0},
                     Reports::CallState{callOn(line), CallState::Offering, quint32(OfferingMode::Active), {}}});
    if (commits(line, "V-26"))
        m_agenda.in(1_s, [this, line] { say(line, CallState::Idle); });
}

void FaultyProvider::answer(const Commands::ActOnCall &command)
{
    const quint32 line = command.target.driver.value - 100;
    m_pending.insert(command.request, line);
    m_agenda.in(100_ms, [this, line] { connectCall(line); });
}

void FaultyProvider::connectCall(quint32 line)
{
    if (commits(line, "V-58")) {
        // Later than what may have crossed it on the way.
        m_agenda.in(3_s, [this, line] { report(Reports::LineClose{{line}, {}}); });
        return;
    }
    const RequestId request = m_pending.key(line);
    const bool late = commits(line, "V-11");
    if (!late)
        completeAll(line, LineError::None);
    if (commits(line, "V-1"))
        report(Reports::Completion{request});
    const bool wrong = commits(line, "V-34");
    say(line, CallState::Connected, wrong ? quint32(DisconnectMode::Busy) : quint32(ConnectedMode::Active));
    misbehaveWhileConnected(line);
    m_agenda.in(late ? 90_s : 2_s, [this, line] { hangUp(line); });
}

void FaultyProvider::misbehaveWhileConnected(quint32 line)
{
    if (commits(line, "V-25"))
        report(Reports::NewCall{{line}, callOn(line), {}, 0});
}

void FaultyProvider::hangUp(quint32 line)
{
    completeAll(line, LineError::OperationFailed);
    if (!commits(line, "V-21"))
        say(line, CallState::Disconnected, quint32(DisconnectMode::Normal));
    m_agenda.in(100_ms, [this, line] { idle(line); });
}

void FaultyProvider::idle(quint32 line)
{
    say(line, CallState::Idle);
    if (commits(line, "V-15"))
        say(line, CallState::Connected, quint32(ConnectedMode::Active));
    if (commits(line, "V-16"))
        say(line, CallState::Idle);
}

void FaultyProvider::closeCall(const Commands::CloseCall &command)
{
    const quint32 line = command.target.driver.value - 100;
    if (commits(line, "V-13"))
        m_agenda.in(100_ms, [this, line] { say(line, CallState::Idle); });
}

void FaultyProvider::closeLine(quint32 line)
{
    completeAll(line, LineError::OperationFailed); // V-9
    if (commits(line, "V-14"))
        m_agenda.in(100_ms, [this, line] { report(Reports::NewCall{{line}, {200 + line}, {}, 0}); });
}

void FaultyProvider::say(quint32 line, CallState state, quint32 mode)
{
    report(Reports::CallState{callOn(line), state, mode, {}});
}

void FaultyProvider::completeAll(quint32 line, LineError result)
{
    for (const RequestId request : m_pending.keys(line)) {
        m_pending.remove(request);
        report(Reports::Completion{request, result});
    }
}

EventBatch faultySession()
{
    ManualClock clock;
    TelephonyServer server(&clock);
    EventBatch events;
    QObject::connect(&server, &TelephonyServer::advanced, &server, [&](const EventBatch &batch) { events += batch; });
    const ProviderHost host(
        &server,
        [&clock] {
            const QList<Fault> refusal = faultsFromText(QStringLiteral("nullHandle:line10:x1")).value();
            return std::make_unique<FaultInjector>(std::make_unique<FaultyProvider>(&clock), &clock, 1, refusal);
        },
        ProviderHost::Threading::Server);
    AppHabits habits;
    habits.name = QStringLiteral("crm");
    habits.privileges = Privilege::Owner;
    habits.mediaModes = MediaMode::InteractiveVoice;
    habits.answerAfter = 500_ms;
    habits.deallocateAfterIdle = 1_s;
    habits.reopenAfter = 3600_s;
    auto app = std::make_unique<VirtualApp>(&server, habits);
    clock.advance(140_s);
    app.reset();
    clock.advance(10_s);
    return events;
}

QByteArray faultyJournal()
{
    const EventBatch events = faultySession();
    QByteArray journal = journalHeader(QStringLiteral("faulty:"), events.constFirst().time) + '\n';
    for (const Event &event : events)
        journal += toJsonLine(event) + '\n';
    return journal;
}

} // namespace Linescope::Test
