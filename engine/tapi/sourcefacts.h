// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What sources know of a call beyond TAPI, and what they cannot know. The values are ours; they travel with the call's
// record (CallInfo::hungUpBy, CallInfo::doubts).
#pragma once

#include <QFlags>

namespace Linescope {

// Who asked first for the end of a call, as far as its source tells.
enum class HungUpBy : quint32 {
    Device = 0x1,      // the telephone of this call
    FarEnd = 0x2,      // the other side
    Application = 0x3, // lineDrop, and what else an application asked for that ends it
};

// Why what is said of a call may not be all, or not be so.
enum class Doubt : quint32 {
    FoundLater = 0x1, // it was there before its source was connected: who called whom, why and since when is not known
    HoldInferred = 0x2, // nobody said who holds it; the state of a device let it be concluded
    EndUnseen = 0x4,    // it ended while the connection was away
    EndUnclear = 0x8,   // the source gives no cause that says how it ended
};
using Doubts = QFlags<Doubt>;
Q_DECLARE_OPERATORS_FOR_FLAGS(Doubts)

} // namespace Linescope
