// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guide/tourplan.h"

#include "scenario/saystep.h"

#include <algorithm>

namespace Linescope {

using namespace Scenarios;

namespace {

constexpr Microseconds beat = 700_ms;   // between two steps
constexpr Microseconds lapse = 2500_ms; // a long wait takes this
constexpr Microseconds longestLead = 3_s;
constexpr Microseconds tail = 2_s;

// Some 15 letters a second, and a breath.
Microseconds readingTime(const QString &text) { return 2_s + 65_ms * text.size(); }

Microseconds waitOf(const Step &step)
{
    const Names none;
    Decoder decoder(none);
    Microseconds duration = 0;
    if (step.type == Step::Type::Wait)
        decoder.readDuration(QStringLiteral("wait"), step.json.value(QStringLiteral("wait")), duration);
    return duration;
}

// `end` of an action is its length before, and its moment afterwards.
void schedule(TourChapter &chapter)
{
    const Microseconds lead = std::min(longestLead, chapter.hold / 3);
    Microseconds needed = 0;
    for (const TourAction &action : std::as_const(chapter.actions))
        needed += action.end;
    const Microseconds room = std::max<Microseconds>(chapter.hold - lead - tail, chapter.hold / 3);
    const double scale = needed > room ? double(room) / double(needed) : 1.0;
    Microseconds at = lead;
    for (TourAction &action : chapter.actions) {
        const auto length = Microseconds(double(action.end) * scale);
        action.begin = at;
        // A step happens at once and is followed by a pause; only a wait lasts.
        action.end = action.wait > 0 ? at + length : at;
        at += length;
    }
}

TourAction actionOf(const Step &step)
{
    TourAction action;
    action.wait = waitOf(step);
    const bool lasts = action.wait >= lapse;
    const bool isSeen = step.type != Step::Type::Expect && step.type != Step::Type::Wait;
    action.end = lasts ? lapse : isSeen ? beat : action.wait;
    return action;
}

} // namespace

QList<TourChapter> tourPlan(const Scenario &scenario, const QString &language)
{
    QList<TourChapter> chapters;
    for (const Step &step : scenario.steps) {
        if (step.type == Step::Type::Say) {
            const Names none; // what a caption is about is looked up while playing
            Decoder decoder(none);
            const SayStep say = decodeSay(decoder, step.json, language);
            chapters.append({say.text, say.about, say.view, say.hold.value_or(readingTime(say.text)), {}});
            continue;
        }
        if (chapters.isEmpty())
            chapters.append({{}, {}, {}, readingTime({}), {}});
        chapters.last().actions.append(actionOf(step));
    }
    for (TourChapter &chapter : chapters)
        schedule(chapter);
    return chapters;
}

} // namespace Linescope
