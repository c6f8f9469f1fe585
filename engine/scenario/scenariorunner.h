// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Plays a scenario and judges it. Against the scripted provider or the simulator everything happens on a simulated
// clock and gives the same journal each time; against a real source time is real.
//
// The run stops at the first step that fails. In the end the World is compared with the one rebuilt from the events.
#pragma once

#include "scenario/scenario.h"
#include "server/providerhost.h"

#include <tl/expected.hpp>

#include <functional>

namespace Linescope::Scenarios {

struct ScenarioFailure {
    QString step; // "12", "7.3 (round 5)"; empty: the run as a whole
    QString text;
    friend bool operator==(const ScenarioFailure &, const ScenarioFailure &) = default;
};

struct Caption {
    QString step;
    QString text; // in the application's language, if the scenario has it
    friend bool operator==(const Caption &, const Caption &) = default;
};

struct ScenarioResult {
    bool passed = false;
    bool reached = true; // the source, if there is one
    QList<ScenarioFailure> failures;
    quint64 steps = 0; // played, with every round of a repeat
    QList<Caption> captions;
    QStringList unread; // messages that nobody expected, if asked for
    EventBatch journal; // if asked for; what its cap has left
    World world;        // in the end
};

struct RunOptions {
    // Makes a provider of that URL ("simulator:?lines=2&seed=7") on that clock, for scenarios whose provider is not
    // scripted; or a sentence that says what is wrong.
    std::function<tl::expected<ProviderHost::Factory, QString>(const QString &url, Clock *clock)> makeProvider;
    // Set: the scenario is played against this source, in real time.
    ProviderHost::Factory source;
    Microseconds patience = 5_s; // for an expectation without "within", against a source; to reach it, three times this
    bool keepJournal = false;
    bool reportUnread = false;
    std::function<void(const EventBatch &)> events; // told as they happen
    std::function<void(const Caption &)> caption;
};

// Needs a QCoreApplication. Against a source it runs an event loop meanwhile.
ScenarioResult run(const Scenario &scenario, const RunOptions &options = {});

} // namespace Linescope::Scenarios
