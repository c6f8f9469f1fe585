// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/inspector/callsteps.h"

#include "tapi/names.h"

#include <algorithm>

namespace Linescope {

namespace {

QString withMode(CallState state, quint32 mode)
{
    const QString name = modeName(state, mode);
    return name.isEmpty() ? nameOf(state) : nameOf(state) + u' ' + name;
}

} // namespace

QList<StepFact> stepsOf(const CallRecord &record, Microseconds now)
{
    QList<StepFact> steps;
    const Microseconds end = record.released != 0 ? record.released : now;
    for (size_t i = 0; i < record.steps.size(); ++i) {
        const CallStep &step = record.steps[i];
        const bool last = i + 1 == record.steps.size();
        const Microseconds until = last ? end : record.steps[i + 1].time;
        steps += StepFact{step.state,
                          step.mode,
                          withMode(step.state, step.mode),
                          step.time,
                          std::max<Microseconds>(0, until - step.time),
                          last && record.released == 0};
    }
    return steps;
}

QList<HolderFact> holdersOf(const CallRecord &record, HCall chosen)
{
    QList<HolderFact> holders;
    for (const CallHolder &holder : record.holders)
        holders += HolderFact{holder.handle, holder.app,   holder.appName, holder.privilege,
                              holder.since,  holder.until, holder.reason,  holder.handle == chosen};
    return holders;
}

} // namespace Linescope
