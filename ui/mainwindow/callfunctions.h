// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The functions of call control as actions, one row each: what a function needs to know beside the selected call, and
// the request that comes of it. The window's menus, dialogs and reasons why not all read this table.
#pragma once

#include "mainwindow/actions.h"

#include "provider/contract.h"
#include "world/world.h"

#include <functional>

namespace Linescope {

enum class Asks {
    Nothing,
    Number,         // to dial, or where to
    OptionalNumber, // empty means something, too
    Digits,         // to send as tones
    OtherCall,      // of the same application on the same line (H-45)
    Application,    // that is to get the call
};

struct CallFunctionInput {
    HCall call;
    HLine line;
    HCall other;
    QString text; // number, digits or module name
};

struct CallFunction {
    ActionId id;
    std::variant<CallFeature, AddressFeature> feature; // AddressFeature: of the line, no call is needed
    Asks asks;
    const char *label; // of what is asked for, translated in Linescope::CallFunctionDialog
    Request (*request)(const World &world, const CallFunctionInput &input);
    bool dials = false; // the number is dialled on the consultation call that the function sets up
    // OtherCall: whether what the two are allows it; the first is the selected one.
    bool (*pairs)(const World &world, const Call &selected, const Call &other) = nullptr;

    bool needsCall() const { return std::holds_alternative<CallFeature>(feature); }
};

// None for actions that are no function of call control.
const CallFunction *callFunction(ActionId id);

// Handles that can be the other call of the function, the likeliest first: the same application's on the same HLINE, in
// a state that allows it.
QList<HCall> otherCalls(const World &world, const CallFunction &function, HCall call);

// Why the call's state does not allow the function: a sentence; empty if it does.
QString whyNotInState(CallFeature feature, const Call &call);

} // namespace Linescope
