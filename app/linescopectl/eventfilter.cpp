// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "linescopectl/eventfilter.h"

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
template<class T>
concept NamesHandle = requires(T t)
{
    {
        t.call
        } -> std::convertible_to<HCall>;
};
template<class T>
concept AboutDriverCall = requires(T t)
{
    {
        t.call
        } -> std::convertible_to<DriverCall>;
};
template<class T>
concept HasTarget = requires(T t)
{
    {
        t.target
        } -> std::convertible_to<CallTarget>;
};

Subject subjectOf(const LineMessage &message)
{
    return of(HCall::fromHandle(message.id == MessageId::AppNewCall ? message.param2 : message.device));
}

template<class Value>
Subject subjectOfValue(const Value &value)
{
    if constexpr (AboutHandle<Value>)
        return of(value.handle);
    else if constexpr (NamesHandle<Value>)
        return of(value.call);
    else if constexpr (AboutCall<Value>)
        return of(value.call);
    else if constexpr (HasTarget<Value>)
        return of(value.target.call);
    else if constexpr (AboutDriverCall<Value>)
        return {Subject::Kind::Driver};
    else
        return {};
}

Subject subjectOf(const EventPayload &payload)
{
    return std::visit(
        [](const auto &event) -> Subject {
            using Type = std::decay_t<decltype(event)>;
            const auto visitor = [](const auto &value) { return subjectOfValue(value); };
            if constexpr (std::is_same_v<Type, Events::Message>)
                return subjectOf(event.message);
            else if constexpr (std::is_same_v<Type, Events::RequestMade>)
                return std::visit(visitor, *event.request);
            else if constexpr (std::is_same_v<Type, Events::CommandSent>)
                return std::visit(visitor, event.command);
            else if constexpr (std::is_same_v<Type, Events::ReportReceived>)
                return std::visit(visitor, event.report);
            else
                return subjectOfValue(event);
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
