// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagrams/statemap/statemapscene.h"

#include "diagrams/statemap/statemaplayout.h"
#include "models/callhistory.h"
#include "support/theme/theme.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace Linescope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Linescope::StateMap)
};

using Look = StateMapArrow::Look;

QString stayText(Microseconds time)
{
    constexpr Microseconds enough = 10'000'000; // for whole seconds
    return time >= enough ? toDurationString(time)
                          : Words::tr("%1 s", "seconds").arg(QLocale().toString(double(time) / 1e6, 'f', 1));
}

Microseconds stayOf(const CallRecord &record, size_t step, Microseconds now)
{
    const Microseconds end = step + 1 < record.steps.size() ? record.steps[step + 1].time
        : record.released != 0                              ? record.released
                                                            : now;
    return std::max<Microseconds>(0, end - record.steps[step].time);
}

// The steps that the history has dropped follow the first.
size_t numberOf(const CallRecord &record, size_t step) { return step == 0 ? 1 : step + 1 + record.stepsDropped; }

// The last two visits; the tooltip has them all.
QString visitsText(const CallRecord &record, CallState state, Microseconds now)
{
    QStringList visits;
    for (size_t i = 0; i < record.steps.size(); ++i) {
        if (indexOf(record.steps[i].state) == indexOf(state))
            visits += QStringLiteral("%1  %2").arg(numberOf(record, i)).arg(stayText(stayOf(record, i, now)));
    }
    constexpr qsizetype most = 2;
    if (visits.size() > most)
        visits = QStringList{QStringLiteral("…")} + visits.mid(visits.size() - most);
    return visits.join(QStringLiteral(" · "));
}

StateMapArrow arrowOf(const StateFlow &flow)
{
    StateMapArrow arrow;
    arrow.from = flow.from;
    arrow.to = flow.to;
    arrow.lastMinute = flow.lastMinute;
    arrow.total = flow.total;
    arrow.lastCall = flow.lastCall;
    arrow.rule = flow.verdict.rule;
    arrow.look = flow.lastMinute > 0 ? Look::Flowing : Look::Quiet;
    if (flow.total > 0 && flow.isWarning())
        arrow.look = flow.verdict.transition == Transition::Forbidden ? Look::Forbidden : Look::Unusual;
    return arrow;
}

class ArrowList {
public:
    explicit ArrowList(const StateCounts &counts)
        : m_counts(counts)
    {
    }
    StateMapArrow &add(std::optional<CallState> from, CallState to) { return add(m_counts.flow(from, to)); }
    StateMapArrow &add(const StateFlow &flow)
    {
        const auto it = std::find_if(m_arrows.begin(), m_arrows.end(), [&](const StateMapArrow &arrow) {
            return arrow.from == flow.from && arrow.to == flow.to;
        });
        return it == m_arrows.end() ? m_arrows.emplace_back(arrowOf(flow)) : *it;
    }
    std::vector<StateMapArrow> take()
    {
        std::stable_sort(m_arrows.begin(), m_arrows.end(), [](const StateMapArrow &a, const StateMapArrow &b) {
            return std::pair(a.look, a.onPath) < std::pair(b.look, b.onPath);
        });
        return std::move(m_arrows);
    }

private:
    const StateCounts &m_counts;
    std::vector<StateMapArrow> m_arrows;
};

void addPath(ArrowList &arrows, const CallRecord &record)
{
    for (size_t i = 1; i < record.steps.size(); ++i) {
        const CallState from = stateAt(indexOf(record.steps[i - 1].state));
        const CallState to = stateAt(indexOf(record.steps[i].state));
        if (from != to && !(i == 1 && record.stepsDropped > 0))
            arrows.add(from, to).onPath = true;
    }
}

std::vector<StateMapArrow> arrowsOf(const StateCounts &counts, const CallRecord *record,
                                    std::optional<CallState> pointedAt, Microseconds now)
{
    ArrowList arrows(counts);
    arrows.add(std::nullopt, CallState::Offering);
    arrows.add(std::nullopt, CallState::DialTone);
    for (const StatePair &way : StateMapLayout::mainWays())
        arrows.add(way.from, way.to);
    for (const StateFlow &flow : counts.flows()) {
        const bool isForbidden = flow.verdict.transition == Transition::Forbidden;
        const bool isRecent = flow.isWarning() ? now - flow.last < UnusualWayTime : flow.lastMinute > 0;
        if (flow.from != flow.to && (isForbidden || isRecent))
            arrows.add(flow);
    }
    for (const CallState to : StateMapLayout::states()) {
        if (pointedAt && to != *pointedAt && judgeTransition(*pointedAt, to).transition == Transition::Usual)
            arrows.add(*pointedAt, to);
    }
    if (record)
        addPath(arrows, *record);
    return arrows.take();
}

QString flowLines(const StateCounts &counts, CallState state, bool coming)
{
    std::vector<StateFlow> flows;
    std::copy_if(counts.flows().begin(), counts.flows().end(), std::back_inserter(flows), [&](const StateFlow &flow) {
        return flow.lastMinute > 0 && flow.from != flow.to && (coming ? flow.to == state : flow.from == state);
    });
    std::sort(flows.begin(), flows.end(),
              [](const StateFlow &a, const StateFlow &b) { return a.lastMinute > b.lastMinute; });
    QStringList parts;
    for (const StateFlow &flow : flows) {
        const QString other = !coming ? stateText(flow.to)
            : flow.from               ? stateText(*flow.from)
                                      : Words::tr("new", "a call that has just begun");
        parts += QStringLiteral("%1 %2").arg(other, QLocale().toString(flow.lastMinute));
    }
    if (parts.isEmpty())
        return {};
    return (coming ? Words::tr("Came in the last minute: %1.") : Words::tr("Went on in the last minute: %1."))
        .arg(parts.join(QStringLiteral(", ")));
}

} // namespace

StateMapScene makeStateMapScene(const StateCounts &counts, const CallRecord *record, std::optional<CallState> pointedAt,
                                Microseconds now)
{
    StateMapScene scene;
    for (const CallState state : StateMapLayout::states()) {
        StateMapNode node;
        node.state = state;
        node.count = counts.count(state);
        if (record && !record->steps.empty()) {
            node.visits = visitsText(*record, state, now);
            node.isLast = record->released == 0 && indexOf(record->steps.back().state) == indexOf(state);
        }
        scene.nodes.push_back(node);
    }
    scene.arrows = arrowsOf(counts, record, pointedAt, now);
    return scene;
}

QString describe(const StateMapNode &node, const StateCounts &counts)
{
    QStringList lines{Words::tr("%1: %n call(s).", nullptr, int(node.count)).arg(stateText(node.state))};
    lines += flowLines(counts, node.state, true);
    lines += flowLines(counts, node.state, false);
    QStringList next;
    for (const CallState to : StateMapLayout::states()) {
        if (to != node.state && judgeTransition(node.state, to).transition == Transition::Usual)
            next += stateText(to);
    }
    lines += next.isEmpty() ? Words::tr("It is the end: nothing may follow.")
                            : Words::tr("What usually follows: %1.").arg(next.join(QStringLiteral(", ")));
    if (!node.visits.isEmpty())
        lines += Words::tr("The selected call was here (step, how long): %1.").arg(node.visits);
    lines += Words::tr("Click to see these calls in the table.");
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString describe(const StateMapArrow &arrow)
{
    const QString way = arrow.from
        ? Words::tr("%1 to %2", "from one call state to another").arg(stateText(*arrow.from), stateText(arrow.to))
        : Words::tr("A call began with %1").arg(stateText(arrow.to));
    QStringList lines;
    if (arrow.look == Look::Forbidden)
        lines += Words::tr("%1: forbidden (rule %2).").arg(way, QLatin1StringView(arrow.rule));
    else if (arrow.look == Look::Unusual)
        lines += Words::tr("%1: allowed, but unusual (rule %2).").arg(way, QLatin1StringView(arrow.rule));
    else
        lines += way + u'.';
    lines += Words::tr("Since the window watches: %1 times; in the last minute: %2.")
                 .arg(QLocale().toString(arrow.total), QLocale().toString(arrow.lastMinute));
    if (!arrow.lastCall.isNull())
        lines += Words::tr("The last call: %1. Click to select it.").arg(shortName(arrow.lastCall));
    return lines.join(u'\n');
}

QString describePath(const CallRecord &record, Microseconds now)
{
    if (record.steps.empty())
        return Words::tr("%1: no state is known yet.").arg(shortName(record.id));
    const size_t last = record.steps.size() - 1;
    return Words::tr("%1: %n step(s), %2 for %3.", nullptr, int(numberOf(record, last)))
        .arg(shortName(record.id), stateText(record.steps[last].state), stayText(stayOf(record, last, now)));
}

} // namespace Linescope
