// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tapi/transitions.h"

namespace Linescope {

namespace {

template<class... States>
constexpr quint32 statesOf(States... states)
{
    return (quint32(states) | ...);
}

struct Row {
    CallState from;
    const char *rule;
    quint32 usual; // the states that usually follow
};

using enum CallState;

constexpr quint32 Anything = 0xffff;
constexpr quint32 Endings = statesOf(Disconnected, Idle);
constexpr quint32 Failures = statesOf(Busy, SpecialInfo);

constexpr Row Rows[] = {
    {Offering, "T-05", Endings | statesOf(Accepted, Connected, Offering)},
    {Accepted, "T-06", Endings | statesOf(Connected)},
    {DialTone, "T-07", Endings | statesOf(Dialing, Proceeding, Ringback, Connected, SpecialInfo)},
    {Dialing, "T-08", Endings | Failures | statesOf(Proceeding, Ringback, Connected, DialTone)},
    {Proceeding, "T-09", Endings | Failures | statesOf(Ringback, Connected, Conferenced)},
    {Ringback, "T-10", Endings | Failures | statesOf(Connected, Conferenced)},
    {Busy, "T-11", Endings},
    {SpecialInfo, "T-12", Endings},
    {Connected, "T-13", Endings | statesOf(OnHold, OnHoldPendTransfer, OnHoldPendConf, Conferenced, Connected)},
    {OnHold, "T-14", Endings | statesOf(Connected, Conferenced, Offering)},
    {OnHoldPendTransfer, "T-15", Endings | statesOf(Connected, Conferenced)},
    {OnHoldPendConf, "T-16", Endings | statesOf(Connected)},
    {Conferenced, "T-17", Endings | statesOf(Connected, OnHold)},
    {Disconnected, "T-18", statesOf(Idle)},
    {Unknown, "T-19", Anything},
};

} // namespace

TransitionVerdict judgeTransition(CallState from, CallState to)
{
    if (from == Idle) // S-21: the end of a call
        return {to == Idle ? Transition::Unusual : Transition::Forbidden, "T-20"};
    if (from == to && from == Ringback) // a refresh
        return {Transition::Usual, "T-22"};
    for (const Row &row : Rows) {
        if (row.from == from)
            return {row.usual & quint32(to) ? Transition::Usual : Transition::Unusual, from == to ? "T-22" : row.rule};
    }
    return {Transition::Unusual, "S-20"};
}

TransitionVerdict judgeFirstState(CallState state)
{
    if (state == Idle)
        return {Transition::Forbidden, "S-22"};
    return {state == Accepted ? Transition::Unusual : Transition::Usual, "T-01"};
}

} // namespace Linescope
