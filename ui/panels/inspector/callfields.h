// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// LINECALLINFO and LINECALLSTATUS member by member: name as in TAPI, value in words, the number behind it, meaning.
#pragma once

#include "tapi/callinfo.h"
#include "world/world.h"

#include <QList>
#include <QString>

namespace Linescope {

struct Fact {
    QString name;
    QString value;
    QString raw{};     // "0x00000004" where the value is more than a text
    QString meaning{}; // a sentence, for a tooltip
    friend bool operator==(const Fact &, const Fact &) = default;
};

// What lineGetCallInfo would give the holder of the handle.
CallInfo callInfoOf(const World &world, const Handle &handle);
CallInfo callInfoOf(const Call &call); // what is the same for every holder

// Every member, in the order of the structure; the value of what says nothing is "–".
QList<Fact> callInfoMembers(const CallInfo &info);
// What lineGetCallStatus would give.
QList<Fact> callStatusMembers(const Call &call, Privilege privilege, CallFeatures features, CallFeatures2 features2);

} // namespace Linescope
