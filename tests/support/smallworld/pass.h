// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A small world: how much there is of everything, and what can happen in it. Bounded, so that its states can be
// counted; every one of them is entered, and everything that can happen there is tried (walk.h).
#pragma once

#include "reference/player.h"

namespace Linescope::SmallWorld {

using Action = std::vector<Reference::Step>; // what belongs together

enum class Part : quint32 {
    Registers = 0x1,          // applications come and go: lineInitializeEx, lineShutdown
    Opens = 0x2,              // lineOpen, lineClose; without it all lines are open from the beginning
    Deallocates = 0x4,        // lineDeallocateCall
    SetsPrivilege = 0x8,      // lineSetCallPrivilege
    HandsOff = 0x10,          // lineHandoff, to modules and by media mode
    FindsCalls = 0x20,        // lineGetNewCalls
    MakesCalls = 0x40,        // lineMakeCall
    Acts = 0x80,              // lineAnswer, lineHold, lineDrop
    Confers = 0x100,          // the provider reports CONFERENCED, applications ask lineGetConfRelatedCalls
    SetsUp = 0x200,           // lineSetupConference, linePrepareAddToConference, lineAddToConference, lineRemove...
    Transfers = 0x400,        // lineSetupTransfer, lineCompleteTransfer
    Announces = 0x800,        // LINE_NEWCALL, with a state or without
    ClosesLines = 0x1000,     // LINE_CLOSE
    ChangesDevices = 0x2000,  // LINE_REMOVE, LINE_CREATE
    ChangesService = 0x4000,  // lines go out of service and come back
    Dies = 0x8000,            // the provider dies and returns
    SpeaksTooLate = 0x10000,  // what the provider says of lines and calls crosses their end
    KeepsMessages = 0x20000,  // applications do not fetch at once
    OrdersHandles = 0x40000,  // the handles of a call are told apart by their age, too
    DropsUnowned = 0x80000,   // ServerOptions::unownedCalls
    ClosesFailures = 0x100000 // ServerOptions::closeCallAfterFailedCreate
};
Q_DECLARE_FLAGS(Parts, Part)
Q_DECLARE_OPERATORS_FOR_FLAGS(Parts)

struct Pass {
    const char *name;
    int applications; // the first so many of the roles
    int devices;
    int calls;    // at the same time, those that are being made included
    int requests; // that the provider has not answered; without any the engine does not drop calls by itself either
    Parts parts;
    std::vector<CallState> states; // that the provider reports
};

Reference::Setting settingOf(const Pass &pass);

} // namespace Linescope::SmallWorld
