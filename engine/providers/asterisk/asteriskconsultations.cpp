// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Transfers with a question first: Atxfer, and taking it back. Asterisk needs its time for both: it types the keys of
// its own features.
#include "asteriskprovider.h"

namespace Linescope {

namespace {

constexpr Microseconds consultTime = 10_s; // until the dialplan must have begun to dial for an Atxfer
constexpr Microseconds takeBackTime = 5_s; // until a consultation that was taken back must have ended

} // namespace

void AsteriskProvider::act(const Commands::SetupTransfer &command)
{
    if (!m_tracker.mayConsult(command.target.driver))
        return complete(command.request, LineError::InvalCallState);
    report(m_tracker.consult(command.target.driver, command.request));
}

void AsteriskProvider::act(const Commands::Dial &command)
{
    const DriverCall call = command.target.driver;
    const QByteArray transferer = m_tracker.transfererOf(call);
    if (!Ami::isDialable(command.destAddress))
        return complete(command.request, LineError::InvalAddress);
    if (transferer.isEmpty() || m_tracker.isDialled(call))
        return complete(command.request, LineError::InvalCallState);
    const QByteArray number = command.destAddress.toUtf8();
    report(m_tracker.dialConsultation(call, "Local/" + number + '@' + context(), number));
    send(Ami::Action::atxfer(transferer, {context(), command.destAddress}), command.request,
         [this, call, request = command.request](LineError result) {
             complete(request, result);
             if (result != LineError::None)
                 report(m_tracker.endConsultation(call, DisconnectMode::Unavail));
         });
    // Asterisk types its own feature code for it, and says nothing if the call is not permitted to transfer.
    endLater(call, consultTime, DisconnectMode::Unavail);
}

// Asterisk joins the two when the one between them hangs up.
void AsteriskProvider::act(const Commands::CompleteTransfer &command)
{
    const DriverCall call = command.target.driver;
    const QByteArray transferer = m_tracker.transfererOf(command.consult.driver);
    if (command.mode != TransferMode::Transfer)
        return complete(command.request, LineError::OperationUnavail);
    if (transferer.isEmpty() || transferer != m_tracker.channelName(call)
        || !m_tracker.hasBegun(command.consult.driver))
        return complete(command.request, LineError::InvalCallState);
    sendAway(Ami::Action::hangup(transferer), command.request, call);
}

void AsteriskProvider::cancelConsultation(RequestId request, DriverCall consultation)
{
    if (m_tracker.isDialled(consultation))
        return takeBack(consultation, request);
    complete(request, LineError::None);
    report(m_tracker.endConsultation(consultation, {}));
}

// It ends when what dials for it has gone. Before the two are in one bridge Asterisk would not hear of it. `request`
// may be none.
void AsteriskProvider::takeBack(DriverCall consultation, RequestId request)
{
    if (!m_tracker.mayTakeBack(consultation)) {
        m_takeBackLater.insert(consultation);
        if (!request.isNull())
            complete(request, LineError::None);
        return;
    }
    m_tracker.setTakenBack(consultation, true);
    send(Ami::Action::cancelAtxfer(m_tracker.transfererOf(consultation)), request,
         [this, request, consultation](LineError result) {
             if (!request.isNull())
                 complete(request, result);
             m_tracker.setTakenBack(consultation, result == LineError::None);
             if (result == LineError::None)
                 return endLater(consultation, takeBackTime, {});
             const QHash<RequestId, DriverCall> waiting = m_dropLater;
             for (auto drop = waiting.cbegin(); drop != waiting.cend(); ++drop) {
                 if (m_tracker.consultationOf(drop.value()) == consultation && m_dropLater.remove(drop.key()))
                     complete(drop.key(), result);
             }
         });
}

void AsteriskProvider::endLater(DriverCall consultation, Microseconds time, std::optional<DisconnectMode> mode)
{
    later(time, [this, consultation, mode] {
        if (m_tracker.isConsultation(consultation) && (!mode || !m_tracker.hasBegun(consultation)))
            report(m_tracker.endConsultation(consultation, mode));
        goOnWithConsultations();
    });
}

// What had to wait for Asterisk.
void AsteriskProvider::goOnWithConsultations()
{
    const QSet<DriverCall> toTakeBack = m_takeBackLater;
    for (const DriverCall consultation : toTakeBack) {
        if (m_tracker.isConsultation(consultation) && !m_tracker.mayTakeBack(consultation))
            continue;
        m_takeBackLater.remove(consultation);
        if (m_tracker.isConsultation(consultation))
            takeBack(consultation, {});
    }
    const QHash<RequestId, DriverCall> toDrop = m_dropLater;
    for (auto waiting = toDrop.cbegin(); waiting != toDrop.cend(); ++waiting) {
        if (!m_tracker.consultationOf(waiting.value()).isNull())
            continue;
        m_dropLater.remove(waiting.key());
        if (m_tracker.channelName(waiting.value()).isEmpty())
            complete(waiting.key(), LineError::None); // it has ended meanwhile
        else
            drop(waiting.key(), waiting.value());
    }
}

} // namespace Linescope
