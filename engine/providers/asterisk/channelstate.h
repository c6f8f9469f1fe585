// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// From what Asterisk says about a channel to what TAPI says about a call. Pure functions; MAPPING.md tells the reasons.
#pragma once

#include "mapping.h"

namespace Linescope {

// Whether there is anything to tell yet: a device that is being called is quiet until it rings.
bool isAudible(const Channel &channel);
// `peerHolds`: the device at the other end of the bridge has put this one on hold.
StateAndMode callState(const Channel &channel, bool peerHolds);
// How a channel that has hung up ended.
Ending endingOf(const Channel &channel, bool answeredElsewhere);
CallInfo callInfo(const Channel &channel);
// Of the call that stands for a conference on the line of one of its members. `roomName`: empty if it has none.
CallInfo conferenceInfo(const Channel &member, const QByteArray &roomName);
// Of the call with which the channel's device consults somebody. `leg`: the Uniqueid of what dials for it, or empty.
CallInfo consultationInfo(const Channel &transferer, const QByteArray &number, const QByteArray &leg);

} // namespace Linescope
