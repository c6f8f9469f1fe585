// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A scenario played step by step on a simulated clock, for demonstrations: the real rules, at the speed of who watches.
// For scenarios with the scripted provider. Lives on one thread, with everything it plays.
#pragma once

#include "scenario/scenario.h"
#include "tapi/clock.h"

#include <functional>
#include <memory>

namespace Linescope::Scenarios {

class ScenarioPlayer {
public:
    // `events` are told as they happen.
    ScenarioPlayer(Scenario scenario, std::function<void(const EventBatch &)> events);
    ~ScenarioPlayer();

    const Scenario &scenario() const;
    qsizetype next() const; // index of the step to be played
    bool atEnd() const;
    bool playNext(); // false: there is none, or something failed
    void skip();     // for a wait that was played by pass()
    void pass(Microseconds duration);

    QString failure() const; // a sentence, or empty
    const World &world() const;
    Clock *clock() const;

    struct Named {
        HCall handle;
        HLine line;
        HLineApp app;
        friend bool operator==(const Named &, const Named &) = default;
    };
    Named named(const QString &name) const; // as of now; empty for what is not there yet

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Linescope::Scenarios
