// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Rules 2.2: how states follow each other; and what applications owe.

#include "checks/ruletable_p.h"

namespace Linescope {

using enum CheckedBy;

namespace {

// clang-format off
constexpr Rule table[] = {
    {"T-01", Severity::Warning, Checks, "State overview (OR)", "",
     QT_TRANSLATE_NOOP("Linescope::Rule", "A call that was announced begins in a usual state."),
     QT_TRANSLATE_NOOP("Linescope::Rule", "Not ACCEPTED, BUSY, SPECIALINFO or DISCONNECTED: something was missed. IDLE is V-17.")},
    {"T-02", Severity::Warning, Checks, "State overview (OR)", "",
     QT_TRANSLATE_NOOP("Linescope::Rule", "A call that was made begins in a usual state."),
     QT_TRANSLATE_NOOP("Linescope::Rule", "DIALTONE, DIALING, PROCEEDING, RINGBACK, CONNECTED, BUSY, SPECIALINFO, DISCONNECTED or UNKNOWN. IDLE is V-17.")},
    {"T-03", Severity::Warning, Checks, "State overview (OR)", "",
     QT_TRANSLATE_NOOP("Linescope::Rule", "A consultation call begins in a usual state."),
     QT_TRANSLATE_NOOP("Linescope::Rule", "DIALTONE, DIALING, PROCEEDING or UNKNOWN.")},
    {"T-04", Severity::Warning, Checks, "State overview (OR)", "",
     QT_TRANSLATE_NOOP("Linescope::Rule", "A conference begins in a usual state."),
     QT_TRANSLATE_NOOP("Linescope::Rule", "ONHOLDPENDCONF or CONNECTED.")},
    {"T-05", Severity::Warning, Checks, "State overview (OR)", "OFFERING",
     QT_TRANSLATE_NOOP("Linescope::Rule", "After %1 comes a state that is usual then."),
     QT_TRANSLATE_NOOP("Linescope::Rule", "Allowed, but suspicious: a state was left out or belongs to another call.")},
    {"T-06", Severity::Warning, Checks, "State overview (OR)", "ACCEPTED",
     QT_TRANSLATE_NOOP("Linescope::Rule", "After %1 comes a state that is usual then."),
     QT_TRANSLATE_NOOP("Linescope::Rule", "Allowed, but suspicious: a state was left out or belongs to another call.")},
    {"T-07", Severity::Warning, Checks, "State overview (OR)", "DIALTONE",
     QT_TRANSLATE_NOOP("Linescope::Rule", "After %1 comes a state that is usual then."),
     QT_TRANSLATE_NOOP("Linescope::Rule", "Allowed, but suspicious: a state was left out or belongs to another call.")},
    {"T-08", Severity::Warning, Checks, "State overview (OR)", "DIALING",
     QT_TRANSLATE_NOOP("Linescope::Rule", "After %1 comes a state that is usual then."),
     QT_TRANSLATE_NOOP("Linescope::Rule", "Allowed, but suspicious: a state was left out or belongs to another call.")},
    {"T-09", Severity::Warning, Checks, "State overview (OR)", "PROCEEDING",
     QT_TRANSLATE_NOOP("Linescope::Rule", "After %1 comes a state that is usual then."),
     QT_TRANSLATE_NOOP("Linescope::Rule", "Allowed, but suspicious: a state was left out or belongs to another call.")},
    {"T-10", Severity::Warning, Checks, "State overview (OR)", "RINGBACK",
     QT_TRANSLATE_NOOP("Linescope::Rule", "After %1 comes a state that is usual then."),
     QT_TRANSLATE_NOOP("Linescope::Rule", "Allowed, but suspicious: a state was left out or belongs to another call.")},
    {"T-11", Severity::Warning, Checks, "State overview (OR)", "BUSY",
     QT_TRANSLATE_NOOP("Linescope::Rule", "After %1 comes a state that is usual then."),
     QT_TRANSLATE_NOOP("Linescope::Rule", "Allowed, but suspicious: a state was left out or belongs to another call.")},
    {"T-12", Severity::Warning, Checks, "State overview (OR)", "SPECIALINFO",
     QT_TRANSLATE_NOOP("Linescope::Rule", "After %1 comes a state that is usual then."),
     QT_TRANSLATE_NOOP("Linescope::Rule", "Allowed, but suspicious: a state was left out or belongs to another call.")},
    {"T-13", Severity::Warning, Checks, "State overview (OR)", "CONNECTED",
     QT_TRANSLATE_NOOP("Linescope::Rule", "After %1 comes a state that is usual then."),
     QT_TRANSLATE_NOOP("Linescope::Rule", "Allowed, but suspicious: a state was left out or belongs to another call.")},
    {"T-14", Severity::Warning, Checks, "State overview (OR)", "ONHOLD",
     QT_TRANSLATE_NOOP("Linescope::Rule", "After %1 comes a state that is usual then."),
     QT_TRANSLATE_NOOP("Linescope::Rule", "Allowed, but suspicious: a state was left out or belongs to another call.")},
    {"T-15", Severity::Warning, Checks, "State overview (OR)", "ONHOLDPENDTRANSFER",
     QT_TRANSLATE_NOOP("Linescope::Rule", "After %1 comes a state that is usual then."),
     QT_TRANSLATE_NOOP("Linescope::Rule", "Allowed, but suspicious: a state was left out or belongs to another call.")},
    {"T-16", Severity::Warning, Checks, "State overview (OR)", "ONHOLDPENDCONF",
     QT_TRANSLATE_NOOP("Linescope::Rule", "After %1 comes a state that is usual then."),
     QT_TRANSLATE_NOOP("Linescope::Rule", "Allowed, but suspicious: a state was left out or belongs to another call.")},
    {"T-17", Severity::Warning, Checks, "State overview (OR)", "CONFERENCED",
     QT_TRANSLATE_NOOP("Linescope::Rule", "After %1 comes a state that is usual then."),
     QT_TRANSLATE_NOOP("Linescope::Rule", "Allowed, but suspicious: a state was left out or belongs to another call.")},
    {"T-18", Severity::Warning, Checks, "State overview (OR)", "DISCONNECTED",
     QT_TRANSLATE_NOOP("Linescope::Rule", "After %1 comes a state that is usual then."),
     QT_TRANSLATE_NOOP("Linescope::Rule", "Allowed, but suspicious: a state was left out or belongs to another call.")},
    {"T-19", Severity::Warning, Checks, "State overview (OR)", "",
     QT_TRANSLATE_NOOP("Linescope::Rule", "After UNKNOWN any state may come."),
     QT_TRANSLATE_NOOP("Linescope::Rule", "Never a finding.")},
    {"T-20", Severity::Violation, Server, "Call States and Events (TSPI 2.1 SDK)", "",
     QT_TRANSLATE_NOOP("Linescope::Rule", "After IDLE nothing comes."),
     QT_TRANSLATE_NOOP("Linescope::Rule", "Shown as V-15 and V-16.")},
    {"T-21", Severity::Warning, Checks, "Call States and Events (TSPI 2.1 SDK) (OR)", "",
     QT_TRANSLATE_NOOP("Linescope::Rule", "A state goes with the direction of its call."),
     QT_TRANSLATE_NOOP("Linescope::Rule", "OFFERING and ACCEPTED are of incoming calls, DIALTONE, DIALING, PROCEEDING, RINGBACK, BUSY and SPECIALINFO of outgoing ones.")},
    {"T-22", Severity::Warning, Checks, "State overview (OR)", "",
     QT_TRANSLATE_NOOP("Linescope::Rule", "A state that is reported again says something new."),
     QT_TRANSLATE_NOOP("Linescope::Rule", "RINGBACK and UNKNOWN may be repeated; the others cost every application a message for nothing.")},
    {"R-4", Severity::Warning, Server, "lineInitializeEx; TAPI Resource Cleanup (CE blog)", "",
     QT_TRANSLATE_NOOP("Linescope::Rule", "An application fetches its messages."),
     QT_TRANSLATE_NOOP("Linescope::Rule", "What it does not fetch costs memory; beyond a limit the oldest are dropped. This is about an application, not about a provider.")},
};
// clang-format on

} // namespace

std::span<const Rule> stepRules() { return table; }

} // namespace Linescope
