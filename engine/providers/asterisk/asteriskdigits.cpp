// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Digits that are sent: one after the other, each an action of its own; the far end hears them.
#include "asteriskprovider.h"

namespace Linescope {

namespace {

constexpr quint32 defaultDigit = 100; // milliseconds
constexpr quint32 digitGap = 60;      // milliseconds

} // namespace

void AsteriskProvider::generateDigits(const Commands::GenerateDigits &command)
{
    if (!m_settings.control)
        return;
    const DriverCall call = command.target.driver;
    endGeneration(call, GenerateTerm::Cancel); // F-58
    if (command.digits->digits.isEmpty())
        return;
    const quint32 duration = command.digits->duration == 0 ? defaultDigit : command.digits->duration;
    m_generations.insert(call, {command.endToEndId, command.digits->digits, duration});
    generateNext(call, command.endToEndId);
}

void AsteriskProvider::generateNext(DriverCall call, quint32 endToEndId)
{
    const auto generation = m_generations.find(call);
    if (generation == m_generations.end() || generation->endToEndId != endToEndId)
        return;
    if (generation->left.isEmpty())
        return endGeneration(call, GenerateTerm::Done);
    const QByteArray peer = m_tracker.peerName(call);
    if (peer.isEmpty())
        return endGeneration(call, GenerateTerm::Cancel); // nobody would hear it
    const QChar digit = generation->left.front();
    generation->left.remove(0, 1);
    const quint32 duration = generation->duration;
    send(Ami::Action::playDtmf(peer, digit.toLatin1(), duration), {}, [this, call, endToEndId](LineError result) {
        const auto played = m_generations.constFind(call);
        if (result != LineError::None && played != m_generations.cend() && played->endToEndId == endToEndId)
            endGeneration(call, GenerateTerm::Cancel);
    });
    later((duration + digitGap) * 1_ms, [this, call, endToEndId] { generateNext(call, endToEndId); });
}

void AsteriskProvider::endGeneration(DriverCall call, GenerateTerm how)
{
    const auto generation = m_generations.find(call);
    if (generation == m_generations.end())
        return;
    report({Reports::Generate{call, generation->endToEndId, how}}); // V-69
    m_generations.erase(generation);
}

} // namespace Linescope
