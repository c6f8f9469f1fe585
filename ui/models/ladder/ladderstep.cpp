// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/ladder/ladderstep.h"

#include "provider/contractfields.h"
#include "world/requestfields.h"

#include <type_traits>

namespace Linescope {

namespace {

void add(LadderSubject &subject, HCall handle)
{
    if (!handle.isNull())
        subject.handles.append(handle);
}

void add(LadderSubject &subject, CallId call)
{
    if (!call.isNull())
        subject.calls.append(call);
}

void add(LadderSubject &subject, DriverCall call)
{
    if (!call.isNull())
        subject.drivers.append(call);
}

// All that a request, a command or a report names, by the types of their members.
template<class Variant>
void addMembers(LadderSubject &subject, const Variant &variant)
{
    const auto look = [&subject](const auto &member) {
        using Type = std::decay_t<decltype(member)>;
        if constexpr (std::is_same_v<Type, HCall> || std::is_same_v<Type, CallId> || std::is_same_v<Type, DriverCall>)
            add(subject, member);
        else if constexpr (std::is_same_v<Type, CallTarget>)
            add(subject, member.call);
        else if constexpr (std::is_same_v<Type, HLine>)
            subject.line = member;
        else if constexpr (std::is_same_v<Type, RequestId>)
            subject.request = member;
    };
    std::visit(
        [&](const auto &value) {
            forEachField<std::decay_t<decltype(value)>>([&](const auto &field) { look(value.*field.member); });
        },
        variant);
}

void addMessage(LadderSubject &subject, const LineMessage &message)
{
    if (message.id == MessageId::Reply)
        subject.request = RequestId{message.param1};
    else if (message.id == MessageId::AppNewCall)
        add(subject, HCall::fromHandle(message.param2));
    else
        add(subject, HCall::fromHandle(message.device));
    subject.line = HLine::fromHandle(message.device);
}

// "C17" or "H42"
void addFinding(LadderSubject &subject, const Finding &finding)
{
    bool isNumber = false;
    const quint32 number = QStringView(finding.subject).mid(1).toUInt(&isNumber);
    if (!isNumber)
        return;
    if (finding.subject.startsWith(QLatin1Char(Tags::Call::letter)))
        add(subject, CallId{number});
    else if (finding.subject.startsWith(QLatin1Char(Tags::Handle::letter)))
        add(subject, HCall{number});
}

} // namespace

bool isInMessageLog(LadderKind kind)
{
    return kind != LadderKind::State && kind != LadderKind::Handle && kind != LadderKind::Finding;
}

LadderSubject ladderSubject(const EventPayload &payload)
{
    LadderSubject subject;
    std::visit(Overload{
                   [&](const Events::RequestMade &e) { addMembers(subject, *e.request); },
                   [&](const Events::CommandSent &e) { addMembers(subject, e.command); },
                   [&](const Events::ReportReceived &e) { addMembers(subject, e.report); },
                   [&](const Events::Message &e) { addMessage(subject, e.message); },
                   [&](const Events::FindingRaised &e) { addFinding(subject, *e.finding); },
                   [](const auto &) {},
               },
               payload);
    return subject;
}

bool isFailure(const EventPayload &payload)
{
    if (const auto *result = std::get_if<Events::RequestResult>(&payload))
        return result->error != LineError::None;
    if (const auto *message = std::get_if<Events::Message>(&payload))
        return message->message.id == MessageId::Reply && qint32(message->message.param2) < 0;
    if (const auto *report = std::get_if<Events::ReportReceived>(&payload)) {
        const auto *completion = std::get_if<Reports::Completion>(&report->report);
        return completion && completion->result != LineError::None;
    }
    const auto *finding = std::get_if<Events::FindingRaised>(&payload);
    return finding && finding->finding->severity == Severity::Violation;
}

} // namespace Linescope
