// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is known of calls, lines and addresses, and the synchronous functions that set it: F-12, F-13, F-15, F-16,
// F-34, F-35, I-1..I-83.

#include "reference/model.h"

namespace Linescope::Reference {

namespace {

using enum CallState;

template<class Value>
Outcome gives(const Value &value)
{
    Outcome outcome;
    outcome.value = value;
    return outcome;
}

struct Counts {
    quint32 active = 0;
    quint32 onHold = 0;
    quint32 pending = 0;
    void add(const Call &call)
    {
        active += countedAs(call) == Counted::Active ? 1 : 0;
        onHold += countedAs(call) == Counted::OnHold ? 1 : 0;
        pending += countedAs(call) == Counted::Pending ? 1 : 0;
    }
};

} // namespace

CallFeatures featuresIn(CallState state, quint32 mode)
{
    if (state == Idle) // I-75
        return {};
    CallFeatures result = CallFeatures(CallFeature::Drop) | CallFeature::SecureCall | CallFeature::GenerateDigits
        | CallFeature::MonitorDigits | CallFeature::ReleaseUserUserInfo | CallFeature::SetCallData;
    if (state != Disconnected)
        result |= CallFeature::Dial;
    switch (state) {
    case Offering:
        result |= CallFeatures(CallFeature::Accept) | CallFeature::Answer | CallFeature::Redirect
            | CallFeature::SendUserUser;
        break;
    case Accepted:
        result |= CallFeatures(CallFeature::Answer) | CallFeature::SendUserUser;
        break;
    case Ringback:
        result |= CallFeatures(CallFeature::AddToConf) | CallFeature::CompleteCall | CallFeature::SendUserUser;
        break;
    case Busy:
        result |= CallFeature::CompleteCall;
        break;
    case Proceeding:
        result |= CallFeature::AddToConf;
        break;
    case Connected:
        result |= CallFeatures(CallFeature::BlindTransfer) | CallFeature::Hold | CallFeature::Park
            | CallFeature::PrepareAddConf | CallFeature::SetupConf | CallFeature::SetupTransfer | CallFeature::SwapHold
            | CallFeature::AddToConf | CallFeature::SendUserUser;
        if (mode == quint32(ConnectedMode::Inactive)) // S-31
            result |= CallFeature::Answer;
        break;
    case OnHold:
        result |= CallFeatures(CallFeature::Unhold) | CallFeature::SwapHold | CallFeature::CompleteTransf
            | CallFeature::AddToConf;
        break;
    case OnHoldPendTransfer:
        result |= CallFeatures(CallFeature::Unhold) | CallFeature::SwapHold | CallFeature::CompleteTransf;
        break;
    case OnHoldPendConf:
        result |= CallFeatures(CallFeature::Unhold) | CallFeature::SwapHold;
        break;
    case Conferenced:
        result |= CallFeature::RemoveFromConf;
        break;
    default:
        break;
    }
    return result;
}

Outcome Model::ask(HLineApp app, const Requests::GetCallInfo &request) // F-12
{
    const Handle *handle = handleOf(app, request.call);
    if (!handle)
        return failed(LineError::InvalCallHandle);
    const Call &call = calls.at(handle->call);
    CallInfo info = call.info;
    info.line = handle->line.handle(); // I-23
    info.lineDeviceId = deviceNumber(call.device);
    info.numOwners = quint32(owners(call.id)); // P-27
    info.numMonitors = quint32(monitors(call.id));
    info.callStates |= quint32(Unknown);                     // S-33
    info.monitorDigitModes = handle->digits.toInt();         // I-34
    if (lines.at(handle->line).version < ApiVersion::V2_0) { // I-4
        info.callTreatment = 0;
        info.callData.clear();
        info.sendingFlowspec.clear();
        info.receivingFlowspec.clear();
    }
    return gives(info);
}

Outcome Model::ask(HLineApp app, const Requests::GetCallStatus &request) // F-13
{
    const Handle *handle = handleOf(app, request.call);
    if (!handle)
        return failed(LineError::InvalCallHandle);
    const Call &call = calls.at(handle->call);
    const bool modern = lines.at(handle->line).version >= ApiVersion::V2_0;
    CallStatus status;
    status.state = call.state;
    status.mode = call.state == Conferenced || call.state == Idle ? 0 : call.mode; // S-12, I-73
    status.privilege = handle->privilege;                                          // P-33
    const ProviderAbilities &abilities = abilitiesOf(call.device);
    status.features = featuresIn(call.state, call.mode) & abilities.callFeatures;
    if (handle->privilege != Privilege::Owner) // P-34
        status.features &= CallFeature::MonitorDigits;
    CallFeatures2 refined;
    if (status.features.testFlag(CallFeature::CompleteTransf))
        refined |= CallFeatures2(CallFeature2::TransferNorm) | CallFeature2::TransferConf;
    if (status.features.testFlag(CallFeature::Park))
        refined |= CallFeatures2(CallFeature2::ParkDirect) | CallFeature2::ParkNonDirect;
    if (status.features.testFlag(CallFeature::CompleteCall))
        refined |= CallFeatures2(CallFeature2::ComplCampOn) | CallFeature2::ComplCallback | CallFeature2::ComplIntrude
            | CallFeature2::ComplMessage;
    if (modern) { // I-77, I-78
        status.features2 = refined & abilities.callFeatures2;
        status.stateEntryTime = call.since;
    }
    return gives(status);
}

Outcome Model::ask(HLineApp app, const Requests::GetLineDevStatus &request) // F-15, I-82, I-83
{
    const Line *line = lineOf(app, request.line);
    if (!line)
        return failed(LineError::InvalLineHandle);
    const Device &device = devices.at(line->device);
    LineDevStatus status;
    for (HLine id : linesOf(device.id)) {
        ++status.numOpens; // L-11
        if (line->version >= ApiVersion::V2_0)
            status.appNames.append(apps.at(lines.at(id).app).name);
    }
    status.openMediaModes = device.mediaTold;
    Counts counts;
    for (const auto &[id, call] : calls) {
        if (call.device == device.id)
            counts.add(call);
    }
    status.numActiveCalls = counts.active;
    status.numOnHoldCalls = counts.onHold;
    status.numOnHoldPendCalls = counts.pending;
    status.lineFeatures.setFlag(LineFeature::MakeCall,
                                device.info.inService
                                    && abilitiesOf(device.id).addressFeatures.testFlag(AddressFeature::MakeCall));
    status.devStatusFlags.setFlag(DevStatusFlag::InService, device.info.inService);
    status.devStatusFlags.setFlag(DevStatusFlag::Connected, device.info.connected);
    return gives(status);
}

Outcome Model::ask(HLineApp app, const Requests::GetAddressStatus &request) // F-16
{
    const Line *line = lineOf(app, request.line);
    if (!line)
        return failed(LineError::InvalLineHandle);
    const Device &device = devices.at(line->device);
    if (request.addressId >= device.info.numAddresses)
        return failed(LineError::InvalAddressId);
    AddressStatus status;
    Counts counts;
    for (const auto &[id, call] : calls) {
        if (call.device == device.id && call.info.addressId == request.addressId)
            counts.add(call);
    }
    status.numActiveCalls = counts.active;
    status.numOnHoldCalls = counts.onHold;
    status.numOnHoldPendCalls = counts.pending;
    if (device.info.inService)
        status.addressFeatures = abilitiesOf(device.id).addressFeatures;
    return gives(status);
}

Outcome Model::ask(HLineApp app, const Requests::GenerateDigits &request) // F-34
{
    const Handle *handle = handleOf(app, request.call);
    if (!handle)
        return failed(LineError::InvalCallHandle);
    if (!request.digits.isEmpty() && request.mode != DigitMode::Pulse && request.mode != DigitMode::Dtmf)
        return failed(LineError::InvalDigitMode);
    if (request.digits.size() > 1024)
        return failed(LineError::InvalParam);
    if (handle->privilege != Privilege::Owner)
        return failed(LineError::NotOwner);
    const Call &call = calls.at(handle->call);
    if (!can(call, CallFeature::GenerateDigits))
        return failed(LineError::OperationUnavail);
    ++m_lastGeneration;
    if (!request.digits.isEmpty())
        m_generations[m_lastGeneration] = {handle->id, call.id};
    send(devices.at(call.device).provider,
         Commands::GenerateDigits{targetOf(call.id), m_lastGeneration,
                                  std::make_shared<const Commands::DigitString>(
                                      Commands::DigitString{request.mode, request.digits, request.duration})});
    return {};
}

std::pair<CallId, quint32> Model::anyGeneration(quint32 number) const
{
    if (m_generations.empty())
        return {};
    auto it = m_generations.begin();
    std::advance(it, number % m_generations.size());
    return {it->second.call, it->first};
}

Outcome Model::ask(HLineApp app, const Requests::MonitorDigits &request)
{
    Handle *handle = handleOf(app, request.call);
    if (!handle)
        return failed(LineError::InvalCallHandle);
    if ((request.modes.toInt() & ~0x7u) != 0)
        return failed(LineError::InvalDigitMode);
    if (!can(calls.at(handle->call), CallFeature::MonitorDigits))
        return failed(LineError::OperationUnavail);
    handle->digits = request.modes;
    updateDigits(handle->call);
    return {};
}

Outcome Model::ask(HLineApp app, const Requests::SetAppSpecific &request) // F-35, M-34
{
    const Handle *handle = handleOf(app, request.call);
    if (!handle)
        return failed(LineError::InvalCallHandle);
    if (handle->privilege != Privilege::Owner)
        return failed(LineError::NotOwner);
    Call &call = calls.at(handle->call);
    if (!abilitiesOf(call.device).appSpecific)
        return failed(LineError::OperationUnavail);
    call.appSpecificSets.push_back({app, request.appSpecific});
    send(devices.at(call.device).provider, Commands::SetAppSpecific{targetOf(call.id), request.appSpecific});
    return {};
}

Outcome Model::ask(HLineApp app, const Requests::SetMediaMode &request) // V-86
{
    const Handle *handle = handleOf(app, request.call);
    if (!handle)
        return failed(LineError::InvalCallHandle);
    const quint32 bits = request.mediaModes.toInt();
    const bool several = (bits & (bits - 1)) != 0;
    if (bits == 0 || (bits & ~0xfffeu) != 0 || (several && !request.mediaModes.testFlag(MediaMode::Unknown)))
        return failed(LineError::InvalMediaMode);
    if (handle->privilege != Privilege::Owner)
        return failed(LineError::NotOwner);
    const Call &call = calls.at(handle->call);
    if (!abilitiesOf(call.device).mediaMode)
        return failed(LineError::OperationUnavail);
    send(devices.at(call.device).provider, Commands::SetMediaMode{targetOf(call.id), request.mediaModes});
    return {};
}

} // namespace Linescope::Reference
