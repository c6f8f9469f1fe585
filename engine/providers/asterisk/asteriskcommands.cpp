// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The functions of call control as actions of the Manager Interface. An action is answered at once; what becomes of it
// is told by events, like everything that others do.
#include "asteriskprovider.h"

#include "tapi/overload.h" // Overload

#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

Q_LOGGING_CATEGORY(lcControl, "linescope.asterisk.control")

constexpr Microseconds originateTime = 60_s; // the device may ring half of it
constexpr Microseconds parkTime = 5_s;       // until a parked call must have its space

// Commands for what is not among the abilities. They are named, so that the compiler asks about new ones.
template<class Type, class... Types>
concept OneOf = (std::is_same_v<Type, Types> || ...);
template<class Command>
concept Unable = OneOf<Command, Commands::SetupConference, Commands::PrepareAddToConference, Commands::AddToConference,
                       Commands::SwapHold, Commands::CompleteCall, Commands::SetCallData, Commands::SendUserUserInfo,
                       Commands::SetAppSpecific, Commands::SetMediaMode, Commands::SetStatusMessages>;

} // namespace

// ---- commands ------------------------------------------------------------------------------------------------------

void AsteriskProvider::execute(const Command &command)
{
    m_tracker.beginOther(m_clock->now());
    std::visit(
        Overload{
            [this](const Commands::OpenLine &c) { report(m_tracker.openLine(c.line)); },
            [this](const Commands::CloseLine &c) { closeLine(c.line); },
            [](const Commands::SetDefaultMediaDetection &) {}, // all calls here are of one kind
            [this](const Commands::MakeCall &c) { originate(c, c.destAddress, Channel::Reason::Direct); },
            [this](const Commands::Unpark &c) { originate(c, c.destAddress, Channel::Reason::Unpark); },
            [this](const Commands::Pickup &c) { pickup(c); },
            [this](const Commands::ActOnCall &c) { actOnCall(c); },
            [this](const Commands::CloseCall &c) { closeCall(c.target); },
            [this](const Commands::MonitorDigits &c) { m_tracker.monitorDigits(c.target.driver, c.modes); },
            [this](const Commands::GenerateDigits &c) { generateDigits(c); },
            [this](const Unable auto &c) {
                if constexpr (requires { c.request; })
                    complete(c.request, LineError::OperationUnavail);
            },
            [this](const auto &c) { m_settings.control ? act(c) : complete(c.request, LineError::OperationUnavail); },
        },
        command);
}

// `then` gets the result instead of the request.
void AsteriskProvider::send(const Ami::Action &action, RequestId request, Pending::Then then)
{
    if (!then)
        then = [this, request](LineError result) { complete(request, result); };
    const auto sent = m_connection.send(action);
    if (!sent) {
        qCWarning(lcControl).noquote() << sent.error();
        return then(LineError::OperationFailed);
    }
    qCInfo(lcControl) << action.name() << "sent";
    m_pending.insert(*sent, {request, {}, {}, std::move(then)});
}

// The call ends by it, here: unless it is refused.
void AsteriskProvider::sendAway(const Ami::Action &action, RequestId request, DriverCall call)
{
    m_tracker.setDropping(call, true);
    send(action, request, [this, request, call](LineError result) {
        if (result != LineError::None)
            m_tracker.setDropping(call, false);
        complete(request, result);
    });
}

// ---- calls that are made -------------------------------------------------------------------------------------------

template<class Creation>
void AsteriskProvider::originate(const Creation &command, const QString &exten, Channel::Reason reason)
{
    const QByteArray device = m_tracker.lineName(command.line);
    if (!m_settings.control)
        return complete(command.request, LineError::OperationUnavail);
    if (device.isEmpty())
        return complete(command.request, LineError::InvalLineHandle);
    if (!Ami::isDialable(exten))
        return complete(command.request, LineError::InvalAddress);
    const QByteArray channelId = m_channelIdPrefix + QByteArray::number(++m_lastChannelId);
    Ami::Action action = Ami::Action::originate({.device = device, .context = context(), .exten = exten});
    action.add("ChannelId", channelId);
    const auto sent = m_connection.send(action);
    if (!sent) {
        qCWarning(lcControl).noquote() << sent.error();
        return complete(command.request, LineError::OperationFailed);
    }
    qCInfo(lcControl) << "Originate sent for" << device;
    m_tracker.expect(channelId, {command.request, command.line, exten.toUtf8(), reason});
    m_pending.insert(*sent, {command.request, command.call, channelId, {}});
    // An account that sees neither the channel nor OriginateResponse would wait for ever.
    later(originateTime, [this, actionId = *sent, channelId, request = command.request] {
        m_pending.remove(actionId);
        if (m_tracker.unexpect(channelId))
            complete(request, LineError::OperationFailed);
    });
}

// Somebody's call by the number it rings at; which of a group, no action can say.
void AsteriskProvider::pickup(const Commands::Pickup &command)
{
    if (m_settings.pickupPrefix.isEmpty() || command.from->destAddress.isEmpty())
        return complete(command.request, LineError::OperationUnavail);
    originate(command, m_settings.pickupPrefix + command.from->destAddress, Channel::Reason::Pickup);
}

// ---- calls that are acted on ---------------------------------------------------------------------------------------

void AsteriskProvider::actOnCall(const Commands::ActOnCall &command)
{
    using enum Commands::CallAction;
    const DriverCall call = command.target.driver;
    if (!m_settings.control)
        return complete(command.request, LineError::OperationUnavail);
    switch (command.action) {
    case Drop:
        return drop(command.request, call);
    case Answer:
        return notify(command.request, call, "talk");
    case Hold:
        return notify(command.request, call, "hold");
    case Unhold:
        if (const DriverCall consultation = m_tracker.consultationOf(call); !consultation.isNull())
            return cancelConsultation(command.request, consultation);
        return notify(command.request, call, "talk");
    case RemoveFromConference:
        return kick(command.request, call);
    case Accept:
    case SecureCall:
    case ReleaseUserUserInfo:
        return complete(command.request, LineError::OperationUnavail);
    }
    Q_UNREACHABLE();
}

void AsteriskProvider::drop(RequestId request, DriverCall call)
{
    if (m_tracker.isConsultation(call))
        return cancelConsultation(request, call);
    const QByteArray channel = m_tracker.channelName(call);
    if (channel.isEmpty())
        return complete(request, LineError::InvalCallState);
    // While it consults somebody, a hang-up would join the other two: that has to be taken back first.
    if (const DriverCall consultation = m_tracker.consultationOf(call); m_tracker.isDialled(consultation)) {
        m_dropLater.insert(request, call);
        return takeBack(consultation, {});
    }
    sendAway(Ami::Action::hangup(channel), request, call);
}

// The telephone does it, if it is one that obeys; its events tell.
void AsteriskProvider::notify(RequestId request, DriverCall call, const char *event)
{
    const QByteArray channel = m_tracker.channelName(call);
    const QByteArrayView line = Linescope::lineName(channel);
    if (!m_settings.notify || !line.startsWith("PJSIP/"))
        return complete(request, LineError::OperationUnavail);
    send(Ami::Action::pjsipNotify(line.sliced(6), event), request);
}

void AsteriskProvider::kick(RequestId request, DriverCall call)
{
    const auto [room, member] = m_tracker.roomAndMember(call);
    if (room.isEmpty())
        return complete(request, LineError::OperationFailed); // three who talk, and no room that could be told
    send(Ami::Action::confbridgeKick(room, member), request);
}

void AsteriskProvider::act(const Commands::BlindTransfer &command)
{
    const DriverCall call = command.target.driver;
    if (!Ami::isDialable(command.destAddress))
        return complete(command.request, LineError::InvalAddress);
    if (m_tracker.peerName(call).isEmpty())
        return complete(command.request, LineError::InvalCallState);
    sendAway(Ami::Action::blindTransfer(m_tracker.channelName(call), {context(), command.destAddress}), command.request,
             call);
}

// Who calls goes elsewhere, and with that this telephone stops ringing.
void AsteriskProvider::act(const Commands::Redirect &command)
{
    const QByteArray dialler = m_tracker.diallerName(command.target.driver);
    if (!Ami::isDialable(command.destAddress))
        return complete(command.request, LineError::InvalAddress);
    if (dialler.isEmpty())
        return complete(command.request, LineError::InvalCallState);
    sendAway(Ami::Action::redirect(dialler, {context(), command.destAddress}), command.request, command.target.driver);
}

// The far end is parked; this call is over then, and no sooner: Asterisk answers before it has done it, and would have
// nobody to park if the bridge were gone.
void AsteriskProvider::act(const Commands::Park &command)
{
    const DriverCall call = command.target.driver;
    const QByteArray peer = m_tracker.peerName(call), parkee = m_tracker.peerId(call);
    if (command.mode != ParkMode::NonDirected)
        return complete(command.request, LineError::InvalParkMode);
    if (peer.isEmpty())
        return complete(command.request, LineError::InvalCallState);
    send(Ami::Action::park(peer, m_tracker.channelName(call)), command.request,
         [this, request = command.request, call, parkee](LineError result) {
             if (result != LineError::None)
                 return complete(request, result);
             m_parking.insert(request, {call, parkee});
             completeParking();
             later(parkTime, [this, request] {
                 if (m_parking.remove(request))
                     complete(request, LineError::OperationFailed);
             });
         });
}

// ParkedCall may come before the answer or after it.
void AsteriskProvider::completeParking()
{
    for (auto waiting = m_parking.begin(); waiting != m_parking.end();) {
        const QByteArray space = m_tracker.parkingSpace(waiting->parkee);
        if (space.isEmpty()) {
            ++waiting;
            continue;
        }
        m_tracker.setDropping(waiting->call, true);
        if (const QByteArray left = m_tracker.channelName(waiting->call); !left.isEmpty())
            (void)m_connection.send(Ami::Action::hangup(left)); // it may be going already
        report({Reports::Completion{waiting.key(), LineError::None, {}, {}, QString::fromUtf8(space)}});
        waiting = m_parking.erase(waiting);
    }
}

// ---- the end of what was asked -------------------------------------------------------------------------------------

// A call that is still being made: its request ends here (V-10).
void AsteriskProvider::closeCall(const CallTarget &target)
{
    if (target.driver.isNull()) {
        const auto pending = std::find_if(m_pending.begin(), m_pending.end(), [&](const Pending &p) {
            return p.call == target.call && !p.channelId.isEmpty();
        });
        if (pending != m_pending.end() && m_tracker.unexpect(pending->channelId))
            complete(pending->request, LineError::OperationFailed);
        return;
    }
    failWaiting({target.driver});
    m_generations.remove(target.driver);
    const QList<Report> others = m_tracker.closeCall(target.driver);
    withdraw({target.driver});
    report(others);
}

void AsteriskProvider::closeLine(DriverLine line)
{
    const QSet<DriverCall> closed = m_tracker.closeLine(line);
    failWaiting(closed);
    for (const DriverCall call : closed)
        m_generations.remove(call);
    withdraw(closed);
}

// What waits for Asterisk on behalf of calls that are being closed (V-8, V-9).
void AsteriskProvider::failWaiting(const QSet<DriverCall> &closed)
{
    QList<RequestId> failed;
    for (auto drop = m_dropLater.cbegin(); drop != m_dropLater.cend(); ++drop) {
        if (closed.contains(drop.value()))
            failed << drop.key();
    }
    for (auto parking = m_parking.cbegin(); parking != m_parking.cend(); ++parking) {
        if (closed.contains(parking->call))
            failed << parking.key();
    }
    for (const RequestId request : std::as_const(failed)) {
        m_dropLater.remove(request);
        m_parking.remove(request);
        complete(request, LineError::OperationFailed);
    }
}

// Unless the provider has been stopped in between.
void AsteriskProvider::later(Microseconds time, std::function<void()> call)
{
    m_clock->callAt(m_clock->now() + time, this, [this, run = m_run, call = std::move(call)] {
        if (run != m_run)
            return;
        m_tracker.beginOther(m_clock->now());
        call();
    });
}

void AsteriskProvider::complete(RequestId request, LineError result)
{
    report({Reports::Completion{request, result, {}}});
}

} // namespace Linescope
