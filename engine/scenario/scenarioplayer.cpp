// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenario/scenarioplayer.h"

#include "scenario/scenariorunner_p.h"

#include <algorithm>

namespace Linescope::Scenarios {

struct ScenarioPlayer::Private {
    Private(Scenario theScenario, std::function<void(const EventBatch &)> events)
        : scenario(std::move(theScenario))
        , runner(scenario, options)
    {
        options.events = std::move(events);
        runner.start();
    }

    Scenario scenario;
    RunOptions options;
    ScenarioRunner runner;
    qsizetype next = 0;
};

ScenarioPlayer::ScenarioPlayer(Scenario scenario, std::function<void(const EventBatch &)> events)
    : d(std::make_unique<Private>(std::move(scenario), std::move(events)))
{
}

ScenarioPlayer::~ScenarioPlayer() = default;

const Scenario &ScenarioPlayer::scenario() const { return d->scenario; }

qsizetype ScenarioPlayer::next() const { return d->next; }

bool ScenarioPlayer::atEnd() const { return d->next >= d->scenario.steps.size(); }

bool ScenarioPlayer::playNext()
{
    if (atEnd() || !failure().isEmpty())
        return false;
    return d->runner.play(d->next++);
}

void ScenarioPlayer::skip() { d->next = std::min(d->next + 1, d->scenario.steps.size()); }

void ScenarioPlayer::pass(Microseconds duration) { d->runner.pass(duration); }

QString ScenarioPlayer::failure() const { return d->runner.failure(); }

const World &ScenarioPlayer::world() const { return d->runner.world(); }

Clock *ScenarioPlayer::clock() const { return d->runner.clock(); }

ScenarioPlayer::Named ScenarioPlayer::named(const QString &name) const
{
    const Names &names = d->runner.names();
    Named named;
    if (const auto call = names.call(name))
        named.handle = call->handle;
    else if (const auto line = names.line(name))
        named.line = *line;
    else if (const auto app = names.app(name))
        named.app = *app;
    return named;
}

} // namespace Linescope::Scenarios
