// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/inspector/calllines.h"

#include "panels/inspector/calltext.h"
#include "support/format.h"

#include <QCoreApplication>

namespace Linescope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Linescope::CallLines)
};

// Where moments lie between the beginning and the end of all that is known.
struct Scale {
    Microseconds begin;
    Microseconds end;
    double at(Microseconds time) const
    {
        return end <= begin ? 0 : std::clamp(double(time - begin) / double(end - begin), 0.0, 1.0);
    }
};

Scale scaleOf(const CallFacts &facts)
{
    const Microseconds begin = !facts.steps.isEmpty() ? std::min(facts.steps.first().since, facts.created)
                                                      : facts.created;
    return {begin, facts.released != 0 ? facts.released : facts.now};
}

Lifeline lifelineOf(const StepFact &step, const Scale &scale, const QPalette &palette)
{
    Lifeline line;
    line.name = step.text;
    line.figure = toDurationString(step.duration);
    line.detail = timeText(step.since);
    line.words = stepText(step);
    line.style = stateStyle(step.state, palette);
    line.from = scale.at(step.since);
    line.to = scale.at(step.since + step.duration);
    line.open = step.current;
    line.strong = step.current;
    return line;
}

Lifeline lifelineOf(const HolderFact &holder, const CallFacts &facts, const Scale &scale, const QPalette &palette)
{
    const bool held = holder.until == 0;
    const Tone tone = !held ? Tone::Muted : facts.state == CallState::Idle ? Tone::Attention : Tone::Good;
    Lifeline line;
    line.name = holder.appName;
    line.figure = QStringLiteral("%1 %2").arg(shortName(holder.handle), privilegeText(holder.privilege));
    line.detail = held ? Words::tr("held for %1").arg(toDurationString(facts.now - holder.since))
                       : reasonText(holder.reason);
    line.words = holderText(holder);
    line.style = {toneColor(tone, palette), palette.color(QPalette::Base)};
    line.from = scale.at(holder.since);
    line.to = held ? 1 : scale.at(holder.until);
    line.open = held;
    line.strong = holder.chosen;
    line.selection.handle = holder.handle;
    line.selection.call = facts.call;
    return line;
}

} // namespace

QList<Lifeline> stepLines(const CallFacts &facts, const QPalette &palette)
{
    const Scale scale = scaleOf(facts);
    QList<Lifeline> lines;
    for (const StepFact &step : facts.steps)
        lines += lifelineOf(step, scale, palette);
    return lines;
}

QList<Lifeline> holderLines(const CallFacts &facts, const QPalette &palette)
{
    const Scale scale = scaleOf(facts);
    QList<Lifeline> lines;
    for (const HolderFact &holder : facts.holders)
        lines += lifelineOf(holder, facts, scale, palette);
    return lines;
}

} // namespace Linescope
