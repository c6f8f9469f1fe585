// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "linescopectl/eventfilter.h"

#include "provider/contractfields.h"
#include "world/requestfields.h"

#include <type_traits>

namespace Linescope {

namespace {

// What an event is about, as far as the filter cares.
struct Subject {
    enum class Kind { General, Call, Handle, Driver };

    Kind kind = Kind::General;
    CallId call = {};
    HCall handle = {};
};

Subject of(CallId call) { return {Subject::Kind::Call, call, {}}; }
Subject of(HCall handle) { return {handle.isNull() ? Subject::Kind::General : Subject::Kind::Handle, {}, handle}; }

template<class T>
concept AboutHandle = requires(T t)
{
    {
        t.handle
        } -> std::convertible_to<HCall>;
};
template<class T>
concept AboutCall = requires(T t)
{
    {
        t.call
        } -> std::convertible_to<CallId>;
};

Subject subjectOf(const LineMessage &message)
{
    return of(HCall::fromHandle(message.id == MessageId::AppNewCall ? message.param2 : message.device));
}

// f(member) for each member of a request, a command or a report, all of which have a list of them.
template<class Variant, class F>
void forEachMember(const Variant &variant, F f)
{
    std::visit(
        [&](const auto &value) {
            forEachField<std::decay_t<decltype(value)>>([&](const auto &field) { f(value.*field.member); });
        },
        variant);
}

// The first call that it names.
Subject subjectOf(const Request &request)
{
    Subject subject;
    forEachMember(request, [&](const auto &member) {
        if constexpr (std::is_same_v<std::decay_t<decltype(member)>, HCall>)
            subject = subject.kind == Subject::Kind::General ? of(member) : subject;
    });
    return subject;
}

Subject subjectOf(const Command &command)
{
    Subject subject;
    const auto look = [&subject](CallId call) {
        if (subject.kind == Subject::Kind::General && !call.isNull())
            subject = of(call);
    };
    forEachMember(command, [&](const auto &member) {
        using Type = std::decay_t<decltype(member)>;
        if constexpr (std::is_same_v<Type, CallTarget>)
            look(member.call);
        else if constexpr (std::is_same_v<Type, CallId>)
            look(member);
    });
    return subject;
}

Subject subjectOf(const Report &report)
{
    Subject subject;
    forEachMember(report, [&](const auto &member) {
        if constexpr (std::is_same_v<std::decay_t<decltype(member)>, DriverCall>)
            subject.kind = Subject::Kind::Driver;
    });
    return subject;
}

Subject subjectOf(const EventPayload &payload)
{
    return std::visit(
        [](const auto &event) -> Subject {
            using Type = std::decay_t<decltype(event)>;
            if constexpr (std::is_same_v<Type, Events::Message>)
                return subjectOf(event.message);
            else if constexpr (std::is_same_v<Type, Events::RequestMade>)
                return subjectOf(*event.request);
            else if constexpr (std::is_same_v<Type, Events::CommandSent>)
                return subjectOf(event.command);
            else if constexpr (std::is_same_v<Type, Events::ReportReceived>)
                return subjectOf(event.report);
            else if constexpr (AboutHandle<Type>)
                return of(event.handle);
            else if constexpr (AboutCall<Type>)
                return of(event.call);
            else
                return {};
        },
        payload);
}

} // namespace

bool EventFilter::apply(const Event &event, World &world)
{
    if (m_filter.isEmpty()) {
        world.apply(event);
        return true;
    }
    const bool before = passes(event, world);
    world.apply(event);
    const bool passed = before || passes(event, world);
    if (std::holds_alternative<Events::RequestMade>(event.payload))
        m_requestPassed = passed;
    return passed;
}

bool EventFilter::passes(const Event &event, const World &world) const
{
    if (std::holds_alternative<Events::RequestResult>(event.payload))
        return m_requestPassed;
    const Subject subject = subjectOf(event.payload);
    switch (subject.kind) {
    case Subject::Kind::General:
        return true;
    case Subject::Kind::Driver: // the provider's name of a call; what comes of the report is an event of its own
        return false;
    case Subject::Kind::Call: {
        const Call *const call = world.call(subject.call);
        return call && m_filter.matches(world, *call);
    }
    case Subject::Kind::Handle: {
        const Handle *const handle = world.handle(subject.handle);
        return handle && m_filter.matches(world, *handle);
    }
    }
    Q_UNREACHABLE();
    return false;
}

} // namespace Linescope
