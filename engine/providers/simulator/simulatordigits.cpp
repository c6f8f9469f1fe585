// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Digits of SimulatorProvider: dialled, generated, heard.
#include "providers/simulator/dialstring.h"
#include "providers/simulator/simulator.h"

namespace Linescope {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 DefaultDuration = 100;      // ms of a digit that is generated
constexpr Microseconds KeyTime = 150_ms;      // from one key that the far end presses to the next
constexpr Microseconds ToneTime = 80_ms;      // of one key
constexpr qsizetype MaxDialled = 256;         // digits of one call
constexpr qsizetype MaxKeys = 64;             // pressed in one go
constexpr QStringView Keys = u"0123456789*#"; // that people press
constexpr QStringView AllKeys = u"0123456789*#ABCD";

} // namespace

void SimulatorProvider::obey(const Commands::Dial &command)
{
    const Ref ref = at(command.target);
    CallInfo info = ref.call.info.unpack();
    info.calledId += withoutSemicolon(command.destAddress);
    const bool tooLong = info.calledId.size() > MaxDialled;
    if (refuse(command.request,
               {check(ref, CallStates(CallState::DialTone) | CallState::Dialing),
                tooLong ? LineError::InvalAddress : LineError::None}))
        return;
    complete(command.request);
    ref.call.guided = true;
    ref.call.moreDigits = moreDigitsFollow(command.destAddress);
    ref.call.fate = fateOfNumber(info.calledId);
    if (info.calledId.isEmpty())
        return;
    info.calledIdFlags = quint32(PartyIdFlag::Address);
    setInfo(ref.key, ref.call, info);
    if (ref.call.state == CallState::DialTone)
        setState(ref.key, ref.call, CallState::Dialing);
    else
        plan(ref.key, ref.call);
}

// ---- generated ----

void SimulatorProvider::take(const Commands::GenerateDigits &command)
{
    CallKey key;
    SimulatedCall *call = find(command.target.driver, &key);
    if (!call)
        return;
    endGeneration(key, *call, GenerateTerm::Cancel); // F-58
    const Commands::DigitString &digits = *command.digits;
    if (digits.digits.isEmpty())
        return;
    call->generation = command.endToEndId;
    if (call->state != CallState::Connected) // nobody would hear them
        return endGeneration(key, *call, GenerateTerm::Cancel);
    const quint32 duration = digits.duration == 0 ? DefaultDuration : digits.duration;
    later(digits.digits.size() * duration * 1_ms, [this, key, id = command.endToEndId] {
        SimulatedCall *call = find(key);
        if (call && call->generation == id)
            endGeneration(key, *call, GenerateTerm::Done);
    });
}

void SimulatorProvider::endGeneration(const CallKey &key, SimulatedCall &call, GenerateTerm how)
{
    const quint32 id = std::exchange(call.generation, 0);
    if (id != 0 && isHeard(key, call))
        report(Reports::Generate{call.driver, id, how}); // V-69
}

// ---- heard ----

void SimulatorProvider::take(const Commands::MonitorDigits &command)
{
    CallKey key;
    SimulatedCall *call = find(command.target.driver, &key);
    if (!call)
        return;
    call->monitored = command.modes;
    ++call->typing;
    if (command.modes)
        typeLater(key, call->typing);
}

// People press keys now and then.
void SimulatorProvider::typeLater(const CallKey &key, quint32 typing)
{
    SimulatedCall &call = *find(key);
    const QChar digit = Keys[call.random.below(quint32(Keys.size()))];
    later(call.random.between(3_s, 10_s), [this, key, typing, digit] {
        const SimulatedCall *call = find(key);
        if (!call || call->typing != typing || call->driver.isNull() || call->state == CallState::Idle)
            return;
        if (m_automatic)
            hear(key, digit);
        typeLater(key, typing);
    });
}

void SimulatorProvider::take(const Stimuli::RemoteDigits &stimulus)
{
    CallKey key;
    if (!find(stimulus.call, &key))
        return;
    Microseconds after = 0;
    for (const QChar digit : stimulus.digits.left(MaxKeys).toUpper()) {
        if (!AllKeys.contains(digit))
            continue;
        later(after, [this, key, digit] { hear(key, digit); });
        after += KeyTime;
    }
}

void SimulatorProvider::hear(const CallKey &key, QChar digit)
{
    const SimulatedCall *call = find(key);
    if (!call || !isHeard(key, *call) || call->state != CallState::Connected)
        return;
    const auto tell = [this, driver = call->driver, digit](DigitMode mode) {
        report(Reports::MonitorDigits{driver, digit.unicode(), mode});
    };
    if (call->monitored.testFlag(DigitMode::Dtmf))
        tell(DigitMode::Dtmf);
    else if (call->monitored.testFlag(DigitMode::Pulse) && digit.isDigit())
        tell(DigitMode::Pulse);
    if (call->monitored.testFlag(DigitMode::DtmfEnd))
        later(ToneTime, [this, key, tell] {
            const SimulatedCall *call = find(key);
            const bool hears = call && isHeard(key, *call) && call->state == CallState::Connected;
            if (hears && call->monitored.testFlag(DigitMode::DtmfEnd))
                tell(DigitMode::DtmfEnd);
        });
}

} // namespace Linescope
