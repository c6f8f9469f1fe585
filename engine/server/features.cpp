// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/features.h"

#include "tapi/names.h"

#include <algorithm>

namespace Linescope {

namespace {

using CallStates = QFlags<CallState>;
constexpr CallStates any = CallStates::fromInt(0x00ffffff);
constexpr CallStates alive = CallStates::fromInt(0x00ffffff & ~quint32(CallState::Idle));

// 7.2, the column "state precondition".
CallStates statesFor(CallFeature feature)
{
    using enum CallState;
    switch (feature) {
    case CallFeature::Accept:   // F-8
    case CallFeature::Redirect: // F-30
        return Offering;
    case CallFeature::Answer: // F-9
        return CallStates(Offering) | Accepted;
    case CallFeature::BlindTransfer:  // F-22
    case CallFeature::Hold:           // F-17
    case CallFeature::Park:           // F-27
    case CallFeature::PrepareAddConf: // F-24, the conference
    case CallFeature::SetupConf:      // F-23
    case CallFeature::SetupTransfer:  // F-20
        return Connected;
    case CallFeature::Unhold: // F-18
        return CallStates(OnHold) | OnHoldPendTransfer | OnHoldPendConf;
    case CallFeature::SwapHold: // F-19, either of the two
        return CallStates(Connected) | OnHold | OnHoldPendTransfer | OnHoldPendConf;
    case CallFeature::CompleteTransf: // F-21, the call on hold
        return CallStates(OnHold) | OnHoldPendTransfer;
    case CallFeature::AddToConf: // F-25, the consultation call
        return CallStates(Connected) | OnHold | Proceeding | Ringback;
    case CallFeature::RemoveFromConf: // F-26
        return Conferenced;
    case CallFeature::CompleteCall:
        return CallStates(Busy) | Ringback;
    case CallFeature::SendUserUser:
        return CallStates(Connected) | Offering | Accepted | Ringback;
    case CallFeature::Dial: // F-7, A-13
        return alive & ~CallStates(Disconnected);
    case CallFeature::Drop: // F-10
        return alive;
    case CallFeature::SecureCall:     // F-31
    case CallFeature::GenerateDigits: // F-34
    case CallFeature::MonitorDigits:
    case CallFeature::ReleaseUserUserInfo:
    case CallFeature::SetCallData: // F-36
        return any;
    default: // functions that Linescope does not have
        return {};
    }
}

} // namespace

bool stateAllows(CallFeature feature, const Call &call)
{
    if (feature == CallFeature::Answer && call.state == CallState::Connected) // bridged lines, S-31
        return call.mode == quint32(ConnectedMode::Inactive);
    return statesFor(feature).testFlag(call.state);
}

bool statesAllowSwap(const Call &active, const Call &held)
{
    return active.state == CallState::Connected && stateAllows(CallFeature::Unhold, held);
}

bool statesAllowTransfer(const Call &call, const Call &consult)
{
    using enum CallState;
    return stateAllows(CallFeature::CompleteTransf, call)
        && (CallStates(Connected) | Ringback | Busy | Proceeding).testFlag(consult.state);
}

bool statesAllowJoin(const Call &conference, const Call &consult)
{
    return (conference.state == CallState::OnHoldPendConf || conference.state == CallState::OnHold)
        && stateAllows(CallFeature::AddToConf, consult);
}

bool isLastOwner(const Handle &handle, const Call &call)
{
    return handle.privilege == Privilege::Owner && call.owners == 1 && !call.isIdle();
}

bool mayDeallocate(const Handle &handle, const Call &call, const Line &line)
{
    return line.apiVersion >= ApiVersion::V2_0 || !isLastOwner(handle, call);
}

CallId conferenceOf(const World &world, const Call &call)
{
    if (call.info.number(&CallInfo::origin) == quint32(CallOrigin::Conference) || !membersOf(world, call.id).empty())
        return call.id;
    const CallId parent{call.mode};
    return call.state == CallState::Conferenced && world.call(parent) ? parent : CallId();
}

std::vector<CallId> membersOf(const World &world, CallId conference)
{
    std::vector<CallId> members;
    world.calls().forEach([&](const Call &call) {
        if (call.state == CallState::Conferenced && call.mode == conference.value)
            members.push_back(call.id);
    });
    std::sort(members.begin(), members.end());
    return members;
}

// HLINEs are numbered as they are opened.
HLine handoffTarget(const World &world, DeviceId device, const QString &moduleName)
{
    HLine first;
    world.lines().forEach([&](const Line &line) {
        if (line.device == device && line.privileges.testFlag(Privilege::Owner) && (first.isNull() || line.id < first)
            && world.app(line.app)->moduleName.compare(moduleName, Qt::CaseInsensitive) == 0)
            first = line.id;
    });
    return first;
}

bool mayJoin(const World &world, const Call &conference, const Call &consult)
{
    return statesAllowJoin(conference, consult) && conferenceOf(world, conference) == conference.id
        && conferenceOf(world, consult).isNull();
}

CallFeatures callFeatures(const Call &call, const ProviderAbilities &abilities)
{
    CallFeatures result;
    if (call.isIdle())
        return result;
    for (const Named<CallFeature> &feature : namesOf<CallFeature>())
        result.setFlag(feature.value,
                       abilities.callFeatures.testFlag(feature.value) && stateAllows(feature.value, call));
    return result;
}

CallFeatures2 callFeatures2(const Call &call, const ProviderAbilities &abilities)
{
    using enum CallFeature2;
    const CallFeatures features = callFeatures(call, abilities);
    CallFeatures2 possible;
    if (features.testFlag(CallFeature::CompleteTransf))
        possible |= CallFeatures2(TransferNorm) | TransferConf;
    if (features.testFlag(CallFeature::Park))
        possible |= CallFeatures2(ParkDirect) | ParkNonDirect;
    if (features.testFlag(CallFeature::CompleteCall))
        possible |= CallFeatures2(ComplCampOn) | ComplCallback | ComplIntrude | ComplMessage;
    return possible & abilities.callFeatures2;
}

CallFeatures masked(CallFeatures features, Privilege privilege)
{
    return privilege == Privilege::Owner ? features : features & CallFeature::MonitorDigits;
}

LineFeatures lineFeatures(const Device &device, const ProviderAbilities &abilities)
{
    LineFeatures result;
    result.setFlag(LineFeature::MakeCall,
                   device.info.inService && abilities.addressFeatures.testFlag(AddressFeature::MakeCall));
    return result;
}

AddressFeatures addressFeatures(const Device &device, const ProviderAbilities &abilities)
{
    return device.info.inService ? abilities.addressFeatures : AddressFeatures(); // V-67
}

} // namespace Linescope
