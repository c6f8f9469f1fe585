// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Looks at every command and report of a provider as it comes, with rulebook 9 in hand, and complains in words.
#pragma once

#include "checks/conformancechecks.h"
#include "provider/contractfields.h"
#include "tapi/names.h"
#include "world/event.h"

#include <QStringList>

#include <functional>
#include <map>
#include <set>
#include <utility>

namespace Linescope::Test {

using namespace Qt::StringLiterals;

class Inspector {
public:
    struct Seen {
        DriverLine line;
        CallState state = CallState::Unknown;
        quint32 mode = 0;
        bool fresh = true;       // V-19: its first state has not come
        bool localCause = false; // V-21
        CallInfoStates toBeTold; // V-47
        std::set<quint32> generations;
        CallInfo info;
    };
    struct Request {
        DriverLine line;
        std::set<DriverCall> calls;
        int names = 0; // of calls that its success has to give
        std::function<void()> succeeded;
    };

    // With an engine beside it, all that the program itself would find is a complaint.
    void see(const EventBatch &batch)
    {
        m_checks.see(batch);
        for (const Finding &finding : m_checks.takeFindings())
            complain(QLatin1StringView(finding.rule) + u' ' + finding.subject + u": "_s + finding.text);
        for (const Event &event : batch)
            std::visit(Overload{[this](const Events::ReportReceived &e) { see(e.report); },
                                [this](const Events::CommandSent &e) { see(e.command); },
                                [this](const Events::FindingRaised &e) { complain(e.finding->text); },
                                [](const auto &) {}},
                       event.payload);
    }
    void see(const Report &report)
    {
        std::visit([this](const auto &r) { check(r); }, report);
    }
    void see(const Command &command)
    {
        std::visit([this](const auto &c) { note(c); }, command);
    }
    // What has to be so once a command has been taken, and once a batch of reports has been.
    void atRest()
    {
        for (const auto &[driver, call] : calls) {
            if (call.fresh)
                complain(u"V-19, V-20: %1 has no state"_s.arg(shortName(driver)));
            if (call.toBeTold)
                complain(u"V-47: nothing was told of %1"_s.arg(shortName(driver)));
            if (call.generations.size() > 1)
                complain(u"V-69: two generations on %1"_s.arg(shortName(driver)));
        }
    }

    QStringList complaints;
    std::map<DriverCall, Seen> calls; // known to the engine
    std::map<RequestId, Request> pending;
    std::map<std::pair<CallState, CallState>, int> transitions;
    std::map<quint32, int> disconnectModes;
    std::map<QString, int> results; // "park OK"
    qsizetype callsSeen = 0;

private:
    // Column N of rulebook 2.2, the states that the simulator knows.
    static bool isNormal(CallState from, CallState to)
    {
        using enum CallState;
        static const std::map<CallState, std::set<CallState>> normal = {
            {Unknown,
             {Offering, DialTone, Dialing, Proceeding, Ringback, Connected, OnHold, Conferenced, OnHoldPendConf,
              OnHoldPendTransfer}},                                // T-01 to T-04: new
            {Offering, {Accepted, Connected, Disconnected, Idle}}, // T-05
            {Accepted, {Connected, Disconnected, Idle}},           // T-06
            {DialTone, {Dialing, Proceeding, Ringback, Connected, SpecialInfo, Disconnected, Idle}},
            {Dialing, {Proceeding, Ringback, Busy, SpecialInfo, Connected, Disconnected, Idle}},
            {Proceeding, {Ringback, Busy, SpecialInfo, Connected, Conferenced, Disconnected, Idle}},
            {Ringback, {Connected, Busy, SpecialInfo, Conferenced, Disconnected, Idle}},
            {Busy, {Disconnected, Idle}},
            {SpecialInfo, {Disconnected, Idle}},
            {Connected, {OnHold, OnHoldPendTransfer, OnHoldPendConf, Conferenced, Disconnected, Idle}},
            {OnHold, {Connected, Conferenced, Disconnected, Idle}},
            {OnHoldPendTransfer, {Connected, Conferenced, Disconnected, Idle}},
            {OnHoldPendConf, {Connected, Disconnected, Idle}},
            {Conferenced, {Connected, OnHold, Disconnected, Idle}},
            {Disconnected, {Idle}},
            {Idle, {}}, // T-20
        };
        return normal.at(from).contains(to);
    }
    static bool hasMode(CallState state)
    {
        using enum CallState;
        return state == Busy || state == DialTone || state == SpecialInfo || state == Disconnected
            || state == Conferenced;
    }
    static bool talked(CallState state)
    {
        using enum CallState;
        return state == Connected || state == OnHold || state == OnHoldPendTransfer || state == OnHoldPendConf
            || state == Conferenced;
    }

    void complain(const QString &text)
    {
        if (complaints.size() < 20)
            complaints.append(text);
    }
    Seen *seen(DriverCall call, const char *what)
    {
        const auto it = calls.find(call);
        if (it != calls.end())
            return &it->second;
        complain(u"V-13, V-18, V-23: %1 of unknown %2"_s.arg(QLatin1StringView(what), shortName(call)));
        return nullptr;
    }
    Seen &add(DriverLine line, DriverCall call, const CallInfo &info)
    {
        if (!m_names.insert(call).second)
            complain(u"V-25: %1 again"_s.arg(shortName(call)));
        ++callsSeen;
        Seen &added = calls[call];
        added.line = line;
        added.info = info;
        return added;
    }
    template<class Match>
    void forEachOf(DriverLine line, Match f)
    {
        for (auto &[driver, call] : calls) {
            if (call.line == line)
                f(driver, call);
        }
    }

    // ---- reports ----

    void check(const Reports::NewCall &report)
    {
        const CallInfo info = report.info.unpack();
        add(report.line, report.call, info);
        checkParties(info);
        if (report.bytes == 0)
            complain(u"R-3: no memory reported"_s);
    }
    void check(const Reports::CallState &report)
    {
        Seen *call = seen(report.call, "state");
        if (!call)
            return;
        using enum CallState;
        const CallState from = std::exchange(call->state, report.state);
        call->mode = report.mode;
        call->fresh = false;
        ++transitions[{from, report.state}];
        const QString step = nameOf(from) + u" to "_s + nameOf(report.state);
        if (!isNormal(from, report.state))
            complain(u"2.2: %1 is not in column N"_s.arg(step));
        if (talked(from) && report.state == Idle && !call->localCause)
            complain(u"V-21: %1 of %2 for no reason"_s.arg(step, shortName(report.call)));
        if (hasMode(report.state) != (report.mode != 0) && report.state != Connected && report.state != Offering)
            complain(u"V-34: mode %1 of %2"_s.arg(report.mode).arg(nameOf(report.state)));
        if (report.state == Disconnected)
            ++disconnectModes[report.mode];
        if (report.state == Conferenced)
            checkParent(*call);
        if (!(call->info.callStates & quint32(report.state)))
            complain(u"V-37: %1 is not in dwCallStates"_s.arg(nameOf(report.state)));
        if (quint32(report.mediaModes.toInt()) != call->info.mediaMode)
            complain(u"V-38: another media mode than in the record"_s);
        forEachOf(call->line, [&](DriverCall other, const Seen &that) {
            if (other != report.call && report.state == Connected && that.state == Connected)
                complain(u"%1 and %2 talk on one line"_s.arg(shortName(other), shortName(report.call)));
        });
    }
    void checkParent(const Seen &member) // V-39
    {
        const auto parent = calls.find(DriverCall{member.mode});
        if (parent == calls.end() || parent->second.line != member.line || parent->second.state == CallState::Idle
            || parent->second.info.origin != quint32(CallOrigin::Conference))
            complain(u"V-39: d%1 is no conference of the line"_s.arg(member.mode));
    }
    void check(const Reports::CallInfo &report)
    {
        Seen *call = seen(report.call, "information");
        if (!call)
            return;
        const CallInfo info = report.info.unpack();
        const CallInfoStates told = std::exchange(call->toBeTold, {});
        constexpr auto asked = CallInfoStates(CallInfoState::CallData) | CallInfoState::AppSpecific; // V-47, V-48
        if ((changedStates(call->info, info) | (report.changed & asked)) != report.changed)
            complain(u"V-43: wrong bits"_s);
        if ((report.changed & told) != told)
            complain(u"V-47: something else was told"_s);
        if (call->state == CallState::Idle)
            complain(u"V-45: information after IDLE"_s);
        if (call->info.origin != 0 && (info.origin != call->info.origin || info.reason != call->info.reason))
            complain(u"V-52: origin or reason changed"_s);
        call->info = info;
        checkParties(info);
    }
    void check(const Reports::CallBytes &report) { seen(report.call, "memory"); }
    void check(const Reports::Completion &report)
    {
        const auto it = pending.find(report.request);
        if (it == pending.end())
            return complain(u"V-1, V-3: %1"_s.arg(shortName(report.request)));
        const Request request = it->second;
        pending.erase(it);
        ++results[m_verbs[report.request] + u' '
                  + (report.result == LineError::None ? u"OK"_s : nameOf(report.result))];
        const int names = int(!report.call.isNull()) + int(!report.consult.isNull());
        if (names != (report.result == LineError::None ? request.names : 0))
            complain(u"V-22, V-24: %1 names of calls"_s.arg(names));
        if (report.result == LineError::None)
            request.succeeded();
        if (!report.call.isNull())
            add(request.line, report.call, {});
        if (!report.consult.isNull())
            add(request.line, report.consult, {});
    }
    void check(const Reports::Generate &report)
    {
        Seen *call = seen(report.call, "generation");
        if (call && call->generations.erase(report.endToEndId) == 0)
            complain(u"V-69: generation %1 is not under way"_s.arg(report.endToEndId));
    }
    void check(const Reports::MonitorDigits &report)
    {
        const Seen *call = seen(report.call, "digit");
        if (call && call->state != CallState::Connected)
            complain(u"a digit was heard in %1"_s.arg(nameOf(call->state)));
    }
    void check(const Reports::LineDevState &report)
    {
        if (!m_open.contains(report.line))
            complain(u"V-14: %1 rings, and is closed"_s.arg(shortName(report.line)));
        bool rings = false;
        forEachOf(report.line, [&](DriverCall, const Seen &call) {
            rings = rings || call.state == CallState::Offering || call.state == CallState::Accepted;
        });
        if (!rings)
            complain(u"V-42: nobody calls %1"_s.arg(shortName(report.line)));
        const bool first = report.param3 == 0;
        if (!first && report.param3 != m_rings[report.line] + 1)
            complain(u"V-41: ring %1 after %2"_s.arg(report.param3).arg(m_rings[report.line]));
        m_rings[report.line] = report.param3;
    }
    void check(const Reports::AddressState &report)
    {
        if (!m_open.contains(report.line))
            complain(u"V-14: the use of %1 is told, and it is closed"_s.arg(shortName(report.line)));
    }
    void check(const Reports::LineClose &report)
    {
        for (const auto &[id, request] : pending) {
            if (request.line == report.line)
                complain(u"V-58: %1 was pending"_s.arg(shortName(id)));
        }
        m_open.erase(report.line); // V-59
    }
    void check(const Reports::DeviceAdded &report) { forgetLine(report.line); } // after a death, too
    void check(const Reports::DeviceRemoved &report) { forgetLine(report.line); }
    void check(const Reports::DeviceState &) { }
    void check(const Reports::FaultInjected &) { complain(u"a fault was injected"_s); }

    void checkParties(const CallInfo &info) // V-51, V-54
    {
        const auto agrees = [](quint32 flags, const QString &number, const QString &name) {
            return bool(flags & quint32(PartyIdFlag::Address)) == !number.isEmpty()
                && bool(flags & quint32(PartyIdFlag::Name)) == !name.isEmpty();
        };
        if (!agrees(info.callerIdFlags, info.callerId, info.callerIdName)
            || !agrees(info.calledIdFlags, info.calledId, info.calledIdName)
            || !agrees(info.connectedIdFlags, info.connectedId, info.connectedIdName)
            || !agrees(info.redirectionIdFlags, info.redirectionId, info.redirectionIdName)
            || !agrees(info.redirectingIdFlags, info.redirectingId, info.redirectingIdName))
            complain(u"V-51: flags of a party"_s);
        if (info.trunk != 0xffffffff)
            complain(u"V-54: trunk"_s);
    }

    // ---- commands ----

    template<class Command>
    void note(const Command &command)
    {
        if constexpr (requires { command.request; }) {
            pending[command.request] = requestOf(command);
            m_verbs[command.request] = QString::fromLatin1(commandName(command));
            pending[command.request].succeeded = [this, command] { noteCause(command); };
        }
    }
    void note(const Commands::OpenLine &command) { m_open.insert(command.line); }
    void note(const Commands::CloseLine &command) { forgetLine(command.line); }
    void note(const Commands::CloseCall &command)
    {
        giveUp(command.target.driver);
        calls.erase(command.target.driver);
    }
    void note(const Commands::SetAppSpecific &command)
    {
        const auto call = calls.find(command.target.driver);
        if (call != calls.end() && call->second.state != CallState::Idle && m_open.contains(call->second.line))
            call->second.toBeTold = CallInfoState::AppSpecific;
    }
    void note(const Commands::GenerateDigits &command)
    {
        const auto call = calls.find(command.target.driver);
        if (call != calls.end() && !command.digits->digits.isEmpty() && m_open.contains(call->second.line))
            call->second.generations.insert(command.endToEndId);
    }

    void forgetLine(DriverLine line)
    {
        std::erase_if(calls, [&](const auto &entry) { return entry.second.line == line; });
        m_open.erase(line);
    }

    template<class Command>
    Request requestOf(const Command &command) const
    {
        Request request;
        forEachField<Command>([&](const auto &field) {
            const auto &value = command.*field.member;
            using Type = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<Type, DriverLine>) {
                request.line = value;
            } else if constexpr (std::is_same_v<Type, CallTarget>) {
                request.calls.insert(value.driver);
                const auto call = calls.find(value.driver);
                if (call != calls.end())
                    request.line = call->second.line;
            } else if constexpr (std::is_same_v<Type, CallId>) {
                request.names += int(!value.isNull());
            }
        });
        return request;
    }

    // Which calls may end for what the engine asks (V-21).
    template<class Command>
    void noteCause(const Command &command)
    {
        constexpr bool sendsAway =
            std::is_same_v<
                Command,
                Commands::
                    BlindTransfer> || std::is_same_v<Command, Commands::Park> || std::is_same_v<Command, Commands::Redirect> || std::is_same_v<Command, Commands::CompleteTransfer>;
        if constexpr (sendsAway)
            cause(command.target.driver);
        if constexpr (std::is_same_v<Command, Commands::CompleteTransfer>)
            cause(command.consult.driver);
        if constexpr (std::is_same_v<Command, Commands::ActOnCall>) {
            if (command.action == Commands::CallAction::Drop
                || command.action == Commands::CallAction::RemoveFromConference)
                giveUp(command.target.driver);
            else if (command.action == Commands::CallAction::Unhold)
                giveUpConsultation(command.target.driver);
        }
    }
    void cause(DriverCall driver)
    {
        const auto call = calls.find(driver);
        if (call != calls.end())
            call->second.localCause = true;
    }
    void giveUpConsultation(DriverCall driver) // F-18
    {
        const auto waiting = calls.find(driver);
        for (auto &[other, call] : calls) {
            if (waiting != calls.end() && call.info.relatedCallId == waiting->second.info.callId)
                call.localCause = true;
        }
    }
    void giveUp(DriverCall driver) // with its members, if it is a conference
    {
        cause(driver);
        for (auto &[other, call] : calls) {
            if (call.state == CallState::Conferenced && call.mode == driver.value)
                call.localCause = true;
        }
    }

    ConformanceChecks m_checks;
    std::set<DriverCall> m_names;
    std::set<DriverLine> m_open;
    std::map<DriverLine, quint32> m_rings;
    std::map<RequestId, QString> m_verbs;
};

} // namespace Linescope::Test
