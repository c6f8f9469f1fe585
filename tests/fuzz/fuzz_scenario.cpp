// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Any bytes as a scenario: refused with reasons, or played to an end. A run compares its World with its journal itself.

#include "fuzz.h"
#include "scenario/scenarioreader.h"
#include "scenario/scenariorunner.h"

#include <QCoreApplication>

using namespace Linescope;
using namespace Linescope::Scenarios;
using namespace Linescope::Test;

namespace {

constexpr quint64 playable = 2000; // steps

quint64 unrolled(const QList<Step> &steps)
{
    quint64 sum = 0;
    for (const Step &step : steps)
        sum += step.type == Step::Type::Repeat ? step.times * (1 + unrolled(step.steps)) : 1;
    return sum;
}

// The runner needs one; outside of a test there is none.
void makeApplication()
{
    static int count = 1;
    static char name[] = "fuzz";
    static char *arguments[] = {name, nullptr};
    if (!QCoreApplication::instance())
        static QCoreApplication application(count, arguments);
}

} // namespace

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    makeApplication();
    const auto scenario = readScenario(viewOf(data, size).toByteArray(), QStringLiteral("fuzz"));
    if (!scenario) {
        require(!scenario.error().isEmpty() && !scenario.error().first().toString().isEmpty(), "no reason");
        return 0;
    }
    if (scenario->provider.scripted && unrolled(scenario->steps) <= playable) {
        const ScenarioResult result = run(*scenario);
        require(result.passed == result.failures.isEmpty(), "passed and failed");
    }
    return 0;
}
