// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// States of calls, one after the other, and their modes.

#include "checks/conformancechecks_p.h"
#include "tapi/modes.h"
#include "tapi/names.h"
#include "tapi/transitions.h"

#include <bit>

namespace Linescope {

using Checks::Beginning;

namespace {

template<class... States>
constexpr quint32 statesOf(States... states)
{
    return (quint32(states) | ...);
}

using enum CallState;

constexpr quint32 Anything = 0xffff;
constexpr quint32 Talking = statesOf(Connected, OnHold, OnHoldPendConf, OnHoldPendTransfer, Conferenced);
constexpr quint32 Alerting = statesOf(Offering, Accepted);
constexpr quint32 OutboundOnly = statesOf(DialTone, Dialing, Proceeding, Ringback, Busy, SpecialInfo);
constexpr quint32 ModeExpected = statesOf(Busy, DialTone, SpecialInfo, Disconnected);

struct FirstStates {
    const char *rule;
    quint32 usual;
};

// Providers that watch a whole switch know who hung up: at the telephone of the call itself, nobody is disconnected.
bool endedHere(const PackedCallInfo &info)
{
    const auto by = HungUpBy(info.number(&CallInfo::hungUpBy));
    return by == HungUpBy::Device || by == HungUpBy::Application;
}

FirstStates firstStates(Beginning beginning)
{
    switch (beginning) {
    case Beginning::Made:
        return {"T-02",
                statesOf(DialTone, Dialing, Proceeding, Ringback, Connected, Busy, SpecialInfo, Disconnected, Unknown)};
    case Beginning::Consultation:
        return {"T-03", statesOf(DialTone, Dialing, Proceeding, Unknown)};
    case Beginning::Conference:
        return {"T-04", statesOf(OnHoldPendConf, Connected)};
    case Beginning::Announced:
    case Beginning::Taken: // found, whatever it was before
        break;
    }
    return {"T-01", Anything & ~statesOf(Accepted, Busy, SpecialInfo, Disconnected)};
}

// The modes of a state's family; 0 if it has none.
quint32 modesOf(CallState state)
{
    static const auto families = [] {
        std::array<quint32, 16> result{};
        for (size_t bit = 0; bit < result.size(); ++bit) {
            result[bit] = forModesOf(
                CallState(1u << bit),
                [](auto mode) {
                    quint32 all = 0;
                    for (const auto &named : namesOf<decltype(mode)>())
                        all |= quint32(named.value);
                    return all;
                },
                [] { return 0u; });
        }
        return result;
    }();
    return families[size_t(std::countr_zero(quint32(state)))];
}

} // namespace

void ConformanceChecks::Private::take(const Events::CallState &event)
{
    CallWatch *const call = calls.find(event.call);
    if (!call)
        return;
    const quint32 substate = quint32(event.state) & 0xff000000;
    const auto state = CallState(quint32(event.state) & ~substate);
    if (std::popcount(quint32(state)) != 1 || !(quint32(state) & Anything)) {
        raise("V-32", Severity::Violation, *call,
              tr("%1 is not one of the states of a call.").arg(nameOf(event.state)));
    } else {
        if (!call->hasState)
            checkFirst(*call, state);
        else
            checkStep(*call, event);
        checkEnd(*call, state);
        checkMode(*call, event);
        if (call->states != 0 && !(call->states & quint32(state)) && state != Unknown)
            raise("V-37", Severity::Warning, *call,
                  tr("%1 is not among the states that the call's record foresees.").arg(nameOf(state)));
        noteOffering(*call, state, event.mode);
    }
    if (!std::exchange(call->hasState, true) || call->state != state)
        call->mayEndOnce = false;
    if (state == Conferenced) {
        if (CallWatch *conference = calls.find(CallId{event.mode}))
            conference->isConference = true;
    }
    call->state = state;
    call->mode = event.mode;
    call->stateSeq = call->lastSeq = handSeq();
    if (state == Idle && call->isConference)
        letMembersEnd(*call);
    if (state == Connected && event.mode == quint32(ConnectedMode::Inactive))
        call->dropSeq = 0; // S-31
}

void ConformanceChecks::Private::checkFirst(const CallWatch &call, CallState to)
{
    const FirstStates first = firstStates(call.beginning);
    if (to != Idle && !(first.usual & quint32(to))) // IDLE is V-17
        raise(first.rule, Severity::Warning, call, tr("%1 is unusual as the first state of a call.").arg(nameOf(to)));
    else
        checkOrigin(call, to);
}

void ConformanceChecks::Private::checkStep(const CallWatch &call, const Events::CallState &event)
{
    const CallState to = event.state;
    if (call.state == to) {
        if (call.mode == event.mode && to != Ringback && to != Unknown)
            raise("T-22", Severity::Warning, call, tr("%1 was reported again, nothing new.").arg(nameOf(to)));
        return;
    }
    TransitionVerdict verdict = judgeTransition(call.state, to);
    const auto campedOn = [&] {
        return call.info.number(&Linescope::CallInfo::reason) == quint32(CallReason::CampedOn);
    };
    if (call.state == OnHold && to == Offering && !campedOn())
        verdict.transition = Transition::Unusual;
    const DeviceWatch *device = deviceOf(call.device);
    if (to == Unknown && device && !device->inService) // the provider has lost sight of it, and says so
        verdict.transition = Transition::Usual;
    if (verdict.transition == Transition::Unusual)
        raise(verdict.rule, Severity::Warning, call, tr("%1 after %2 is unusual.").arg(nameOf(to), nameOf(call.state)));
    else
        checkOrigin(call, to);
}

// T-21: what an incoming call cannot be, and what an outgoing one cannot.
void ConformanceChecks::Private::checkOrigin(const CallWatch &call, CallState to)
{
    constexpr quint32 inbound = quint32(CallOrigin::Inbound) | quint32(CallOrigin::Internal)
        | quint32(CallOrigin::External);
    const bool wrong = (call.origin & inbound && OutboundOnly & quint32(to))
        || (call.origin == quint32(CallOrigin::Outbound) && Alerting & quint32(to));
    if (wrong)
        raise("T-21", Severity::Warning, call,
              tr("%1 does not go with a call of origin %2.").arg(nameOf(to), nameOf(CallOrigin(call.origin))));
}

// V-21. A conference has no remote party of its own.
void ConformanceChecks::Private::checkEnd(const CallWatch &call, CallState to)
{
    const bool isConference = call.isConference || call.beginning == Beginning::Conference
        || call.origin == quint32(CallOrigin::Conference);
    if (to == Idle && call.hasState && Talking & quint32(call.state) && !call.mayEnd && !call.mayEndOnce
        && !isConference && !endedHere(call.info))
        raise("V-21", Severity::Warning, call,
              tr("The call went from %1 to IDLE without DISCONNECTED, and nobody here had ended it.")
                  .arg(nameOf(call.state)));
}

void ConformanceChecks::Private::checkMode(const CallWatch &call, const Events::CallState &event)
{
    const quint32 media = quint32(hand.media.toInt());
    constexpr quint32 allMedia = (quint32(MediaMode::Video) << 1) - quint32(MediaMode::Unknown);
    const bool open = (media | call.media) & quint32(MediaMode::Unknown);
    if (hand.kind == InHand::Kind::CallState && media != 0
        && (media & ~allMedia || (call.media != 0 && !open && !(media & call.media))))
        raise("V-38", Severity::Violation, call,
              tr("The media mode of the state is not the one of the call's record."));
    if (event.state == Conferenced) {
        if (event.mode == 0)
            raise("V-39", Severity::Violation, call, tr("CONFERENCED does not name a conference on the same line."));
        return;
    }
    if (event.mode == 0) {
        if (ModeExpected & quint32(event.state))
            raise("V-34", Severity::Warning, call, tr("%1 was reported without a mode.").arg(nameOf(event.state)));
        return;
    }
    const quint32 family = modesOf(event.state);
    if (std::popcount(event.mode) != 1 || !(family & event.mode))
        raise("V-34", Severity::Violation, call,
              tr("%1 is not a mode of %2.")
                  .arg(QLatin1StringView("0x") + QString::number(event.mode, 16), nameOf(event.state)));
}

void ConformanceChecks::Private::checkMedia(const CallWatch &call)
{
    const DeviceWatch *device = deviceOf(call.device);
    const quint32 detected = device ? quint32(device->detected.toInt()) : 0; // 0: nobody is a candidate
    if (detected != 0 && call.media != 0 && !(call.media & (detected | quint32(MediaMode::Unknown))))
        raise("V-27", Severity::Warning, call,
              tr("A call was announced whose media mode nobody has asked for on this line."));
}

// V-42: a call that is offered for a while, on a line that can ring, rings.
void ConformanceChecks::Private::noteOffering(CallWatch &call, CallState to, quint32 mode)
{
    const bool was = call.hasState && Alerting & quint32(call.state);
    const bool is = Alerting & quint32(to);
    DeviceWatch *device = was || is ? deviceOf(call.device) : nullptr;
    if (!device)
        return;
    device->offeredAt = now.time;
    if (is && to == Offering)
        call.mayRing = mode == 0 || mode == quint32(OfferingMode::Active);
    if (is && !was) {
        ++device->offered;
        call.offered = now.time;
    }
    if (!was || is)
        return;
    const bool silent = device->rangAt < call.offered && now.time - call.offered >= limits.firstState;
    if (call.mayRing && device->hasRung && device->askedLine.testFlag(LineDevState::Ringing) && silent)
        raise("V-42", Severity::Warning, call, tr("The call was offered, but its line did not ring."));
    if (--device->offered == 0)
        device->ringCount = -1;
}

// ---- why calls end ----

void ConformanceChecks::Private::letEnd(CallId id, bool once)
{
    CallWatch *const call = calls.find(id);
    if (!call)
        return;
    (once ? call->mayEndOnce : call->mayEnd) = true;
    if (call->isConference)
        letMembersEnd(*call);
}

void ConformanceChecks::Private::letMembersEnd(const CallWatch &conference)
{
    forEachCall(
        conference.device,
        [&](const CallWatch &call) { return call.state == Conferenced && call.mode == conference.id.value; },
        [](CallWatch &call) { call.mayEnd = true; });
}

// F-18, F-51: unholding the first call gives the consultation call and the conference up.
void ConformanceChecks::Private::letConsultationsEnd(const CallWatch &first)
{
    forEachCall(
        first.device, [&](const CallWatch &call) { return call.from == first.id; },
        [](CallWatch &call) { call.mayEnd = true; });
}

void ConformanceChecks::Private::forget(const CallWatch &call)
{
    DeviceWatch *device = deviceOf(call.device);
    if (device && call.hasState && Alerting & quint32(call.state) && device->offered > 0 && --device->offered == 0)
        device->ringCount = -1;
    std::erase_if(settings, [&](const Setting &setting) { return setting.call == call.id; });
    std::erase_if(generations, [&](const Generation &generation) { return generation.call == call.id; });
}

} // namespace Linescope
