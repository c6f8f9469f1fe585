// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/callfunctions.h"

#include "server/features.h"
#include "tapi/names.h"

#include <QCoreApplication>

#include <algorithm>

namespace Linescope {

namespace {

using Input = CallFunctionInput;

template<class Function>
Request ofCall(const World &, const Input &input)
{
    Function function;
    function.call = input.call;
    return function;
}

template<class Function>
Request toNumber(const World &, const Input &input)
{
    return Function{input.call, input.text};
}

Request setupConference(const World &, const Input &input)
{
    Requests::SetupConference request;
    request.call = input.call;
    return request;
}

Request park(const World &, const Input &input)
{
    const ParkMode mode = input.text.isEmpty() ? ParkMode::NonDirected : ParkMode::Directed;
    return Requests::Park{input.call, mode, input.text};
}

// The connected one comes first, whichever of the two is selected.
Request swapHold(const World &world, const Input &input)
{
    const Handle *handle = world.handle(input.call);
    const Call *call = handle ? world.call(handle->call) : nullptr;
    if (call && call->state == CallState::Connected)
        return Requests::SwapHold{input.call, input.other};
    return Requests::SwapHold{input.other, input.call};
}

bool canSwap(const World &, const Call &selected, const Call &other)
{
    return statesAllowSwap(selected, other) || statesAllowSwap(other, selected);
}

bool canTransfer(const World &, const Call &selected, const Call &other)
{
    return statesAllowTransfer(selected, other);
}

bool canJoin(const World &world, const Call &selected, const Call &other) { return mayJoin(world, other, selected); }

constexpr CallFunction functions[] = {
    {ActionId::Accept, CallFeature::Accept, Asks::Nothing, nullptr, ofCall<Requests::Accept>},
    {ActionId::Answer, CallFeature::Answer, Asks::Nothing, nullptr, ofCall<Requests::Answer>},
    {ActionId::Hold, CallFeature::Hold, Asks::Nothing, nullptr, ofCall<Requests::Hold>},
    {ActionId::Unhold, CallFeature::Unhold, Asks::Nothing, nullptr, ofCall<Requests::Unhold>},
    {ActionId::SwapHold, CallFeature::SwapHold, Asks::OtherCall,
     QT_TRANSLATE_NOOP("Linescope::CallFunctionDialog", "Swap &with:"), swapHold, false, canSwap},
    {ActionId::Drop, CallFeature::Drop, Asks::Nothing, nullptr, ofCall<Requests::Drop>},
    {ActionId::Dial, CallFeature::Dial, Asks::Number, QT_TRANSLATE_NOOP("Linescope::CallFunctionDialog", "&Number:"),
     toNumber<Requests::Dial>},

    {ActionId::SetupTransfer, CallFeature::SetupTransfer, Asks::OptionalNumber,
     QT_TRANSLATE_NOOP("Linescope::CallFunctionDialog", "Number to &consult:"), ofCall<Requests::SetupTransfer>, true},
    {ActionId::CompleteTransfer, CallFeature::CompleteTransf, Asks::OtherCall,
     QT_TRANSLATE_NOOP("Linescope::CallFunctionDialog", "Consultation &call:"),
     [](const World &, const Input &in) -> Request {
         return Requests::CompleteTransfer{in.call, in.other};
     },
     false, canTransfer},
    {ActionId::CompleteAsConference, CallFeature::CompleteTransf, Asks::OtherCall,
     QT_TRANSLATE_NOOP("Linescope::CallFunctionDialog", "Consultation &call:"),
     [](const World &, const Input &in) -> Request {
         return Requests::CompleteTransfer{in.call, in.other, TransferMode::Conference};
     },
     false, canTransfer},
    {ActionId::BlindTransfer, CallFeature::BlindTransfer, Asks::Number,
     QT_TRANSLATE_NOOP("Linescope::CallFunctionDialog", "Transfer &to:"), toNumber<Requests::BlindTransfer>},
    {ActionId::Redirect, CallFeature::Redirect, Asks::Number,
     QT_TRANSLATE_NOOP("Linescope::CallFunctionDialog", "Redirect &to:"), toNumber<Requests::Redirect>},

    {ActionId::SetupConference, CallFeature::SetupConf, Asks::OptionalNumber,
     QT_TRANSLATE_NOOP("Linescope::CallFunctionDialog", "Number of the next &party:"), setupConference, true},
    {ActionId::AddParty, CallFeature::PrepareAddConf, Asks::OptionalNumber,
     QT_TRANSLATE_NOOP("Linescope::CallFunctionDialog", "Number of the next &party:"),
     [](const World &, const Input &in) -> Request {
         return Requests::PrepareAddToConference{in.call, {}};
     },
     true},
    {ActionId::AddToConference, CallFeature::AddToConf, Asks::OtherCall,
     QT_TRANSLATE_NOOP("Linescope::CallFunctionDialog", "&Conference:"),
     [](const World &, const Input &in) -> Request {
         return Requests::AddToConference{in.other, in.call};
     },
     false, canJoin},
    {ActionId::RemoveFromConference, CallFeature::RemoveFromConf, Asks::Nothing, nullptr,
     ofCall<Requests::RemoveFromConference>},

    {ActionId::Park, CallFeature::Park, Asks::OptionalNumber,
     QT_TRANSLATE_NOOP("Linescope::CallFunctionDialog", "Park &at (empty: the switch chooses):"), park},
    {ActionId::Unpark, AddressFeature::Unpark, Asks::Number,
     QT_TRANSLATE_NOOP("Linescope::CallFunctionDialog", "&Parked at:"),
     [](const World &, const Input &in) -> Request {
         return Requests::Unpark{in.line, 0, in.text};
     }},
    {ActionId::PickUp, AddressFeature::Pickup, Asks::OptionalNumber,
     QT_TRANSLATE_NOOP("Linescope::CallFunctionDialog", "&Ringing at (empty: the call that waits):"),
     [](const World &, const Input &in) -> Request {
         return Requests::Pickup{in.line, 0, in.text, {}};
     }},
    {ActionId::CampOn, CallFeature::CompleteCall, Asks::Nothing, nullptr, ofCall<Requests::CompleteCall>},
    {ActionId::SecureCall, CallFeature::SecureCall, Asks::Nothing, nullptr, ofCall<Requests::SecureCall>},

    {ActionId::SendDigits, CallFeature::GenerateDigits, Asks::Digits,
     QT_TRANSLATE_NOOP("Linescope::CallFunctionDialog", "&Digits:"),
     [](const World &, const Input &in) -> Request {
         return Requests::GenerateDigits{in.call, DigitMode::Dtmf, in.text};
     }},
    {ActionId::MonitorDigits, CallFeature::MonitorDigits, Asks::Nothing, nullptr,
     [](const World &, const Input &in) -> Request {
         return Requests::MonitorDigits{in.call, DigitMode::Dtmf};
     }},

    {ActionId::BecomeOwner, CallFeature(), Asks::Nothing, nullptr,
     [](const World &, const Input &in) -> Request {
         return Requests::SetCallPrivilege{in.call, Privilege::Owner};
     }},
    {ActionId::BecomeMonitor, CallFeature(), Asks::Nothing, nullptr,
     [](const World &, const Input &in) -> Request {
         return Requests::SetCallPrivilege{in.call, Privilege::Monitor};
     }},
    {ActionId::Handoff, CallFeature(), Asks::Application,
     QT_TRANSLATE_NOOP("Linescope::CallFunctionDialog", "&Hand to:"),
     [](const World &, const Input &in) -> Request {
         return Requests::Handoff{in.call, in.text,
                                  in.text.isEmpty() ? MediaModes(MediaMode::InteractiveVoice) : MediaModes()};
     }},
};

} // namespace

const CallFunction *callFunction(ActionId id)
{
    const auto *function = std::find_if(std::begin(functions), std::end(functions),
                                        [id](const CallFunction &each) { return each.id == id; });
    return function == std::end(functions) ? nullptr : function;
}

QList<HCall> otherCalls(const World &world, const CallFunction &function, HCall id)
{
    const Handle *handle = world.handle(id);
    const Line *line = handle ? world.line(handle->line) : nullptr;
    if (!line || !function.pairs)
        return {};
    const Call &selected = *world.call(handle->call);
    const quint32 callId = selected.info.number(&CallInfo::callId);
    const quint32 relatedId = selected.info.number(&CallInfo::relatedCallId);
    QList<HCall> related;
    QList<HCall> others;
    world.forEachHandle(*line, [&](const Handle &each) {
        const Call &call = *world.call(each.call);
        if (each.id == id || !function.pairs(world, selected, call))
            return;
        const quint32 relatedToThis = call.info.number(&CallInfo::relatedCallId);
        const bool belongs = (relatedToThis != 0 && relatedToThis == callId)
            || (relatedId != 0 && relatedId == call.info.number(&CallInfo::callId));
        (belongs ? related : others) += each.id;
    });
    return related + others;
}

QString whyNotInState(CallFeature feature, const Call &call)
{
    if (stateAllows(feature, call))
        return {};
    QStringList states;
    for (const Named<CallState> &state : namesOf<CallState>()) {
        Call inState = call;
        inState.state = state.value;
        inState.mode = 0;
        if (stateAllows(feature, inState))
            states += QString::fromLatin1(state.name);
    }
    constexpr qsizetype few = 4;
    return states.size() <= few
        ? QCoreApplication::translate("Linescope::CallFunctions", "The call is %1; it would have to be %2.")
              .arg(nameOf(call.state),
                   states.join(QCoreApplication::translate("Linescope::CallFunctions", " or ", "between states")))
        : QCoreApplication::translate("Linescope::CallFunctions", "The call is %1; the function has no use then.")
              .arg(nameOf(call.state));
}

} // namespace Linescope
