// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagrams/timeline/timelinetext.h"

#include "panels/inspector/callfacts.h"
#include "support/format.h"
#include "support/text.h"
#include "tapi/names.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace Linescope {

namespace {

constexpr size_t maxLines = 8; // of steps or holders

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Linescope::Timeline)

public:
    const TimelineModel &model;
    Microseconds now;

    QString callTitle(const CallRecord &record) const
    {
        return tr("Call %1 on %2").arg(shortName(record.id), lineName(model, record.device));
    }
    QString when(Microseconds time) const { return momentText(time, now); }
    QStringList aboutCall(const CallRecord &record) const;
    QStringList steps(const CallRecord &record) const;
    QStringList holders(const CallRecord &record) const;
    QStringList aboutHandle(const CallRecord &record, const CallHolder &holder) const;
    QStringList memory(const CallRecord &record) const;
    QString aboutMoment(const TimelineMoment &moment) const;
};

QString stateWithMode(const CallStep &step)
{
    const QString mode = modeName(step.state, step.mode);
    return mode.isEmpty() ? nameOf(step.state) : nameOf(step.state) + u' ' + mode;
}

QStringList Words::steps(const CallRecord &record) const
{
    QStringList lines;
    const size_t first = record.steps.size() > maxLines ? record.steps.size() - maxLines : 0;
    for (size_t i = first; i < record.steps.size(); ++i) {
        const CallStep &step = record.steps[i];
        const bool last = i + 1 == record.steps.size();
        const Microseconds end = !last ? record.steps[i + 1].time : record.released ? record.released : now;
        lines +=
            QStringLiteral("  %1  %2  %3").arg(when(step.time), stateWithMode(step), toDurationString(end - step.time));
    }
    if (!record.seenFromStart)
        lines.prepend(tr("  earlier states: before the window watched"));
    return lines;
}

QStringList Words::holders(const CallRecord &record) const
{
    QStringList lines;
    const size_t first = record.holders.size() > maxLines ? record.holders.size() - maxLines : 0;
    for (size_t i = first; i < record.holders.size(); ++i) {
        const CallHolder &holder = record.holders[i];
        const QString life = holder.until ? reasonText(holder.reason) : tr("holds it");
        lines += QStringLiteral("  %1 %2, %3, %4")
                     .arg(visibleText(holder.appName, 60), shortName(holder.handle), privilegeText(holder.privilege),
                          life);
    }
    return lines;
}

QStringList Words::memory(const CallRecord &record) const
{
    const Call *call = model.world().call(record.id);
    if (!call)
        return {};
    return {tr("Memory: %1 for each handle, %2 for the call's record, provider %3")
                .arg(bytesText(World::bytesPerHandle()), bytesText(World::bytesOf(*call)),
                     call->providerBytes ? bytesText(call->providerBytes) : tr("not reported"))};
}

QStringList Words::aboutCall(const CallRecord &record) const
{
    QStringList lines{callTitle(record), parties(record)};
    const Microseconds idle = TimelineModel::idleSince(record);
    if (!record.steps.empty() && !record.released)
        lines += tr("%1 since %2, %3")
                     .arg(stateWithMode(record.steps.back()), when(record.steps.back().time),
                          toDurationString(now - record.steps.back().time));
    if (record.released)
        lines += tr("Gone since %1").arg(when(record.released));
    else if (idle)
        lines += tr("The call is over, but its handles have not all been given back.");
    lines += tr("States:");
    lines += steps(record);
    lines += record.holders.empty() ? tr("Nobody has held it.") : tr("Holders:");
    return lines + holders(record) + memory(record);
}

QStringList Words::aboutHandle(const CallRecord &record, const CallHolder &holder) const
{
    QStringList lines{
        tr("Handle %1 of %2, %3")
            .arg(shortName(holder.handle), visibleText(holder.appName, 60), privilegeText(holder.privilege)),
        callTitle(record), parties(record), tr("Given at %1").arg(when(holder.since))};
    const Microseconds end = holder.until ? holder.until : now;
    const Microseconds idle = TimelineModel::idleSince(record);
    const Microseconds retained = idle ? std::max(idle, holder.since) : end;
    if (retained > holder.since || !idle)
        lines += tr("Live for %1").arg(toDurationString(std::min(retained, end) - holder.since));
    if (idle && end > retained)
        lines += tr("Retained for %1, since %2").arg(toDurationString(end - retained), when(retained));
    if (holder.until)
        lines += tr("Void since %1: %2").arg(when(holder.until), reasonText(holder.reason));
    return lines + memory(record);
}

QString Words::aboutMoment(const TimelineMoment &moment) const
{
    const App *known = model.world().app(moment.app);
    const QString app = known ? visibleText(known->name, 60) : shortName(moment.app);
    switch (moment.kind) {
    case TimelineMoment::Kind::OutOfService:
        return tr("Out of service");
    case TimelineMoment::Kind::InService:
        return tr("In service again");
    case TimelineMoment::Kind::ClosedByApp:
        return tr("%1 closed its line").arg(app);
    case TimelineMoment::Kind::ClosedByProvider:
        return tr("The provider closed the line (LINE_CLOSE)");
    case TimelineMoment::Kind::Removed:
        return tr("The line was removed");
    case TimelineMoment::Kind::AppEnded:
        return tr("%1 shut down").arg(app);
    case TimelineMoment::Kind::AppCrashed:
        return tr("%1 crashed").arg(app);
    }
    return {};
}

const TimelineMoment *momentOf(const TimelineModel &model, const TimelinePart &part)
{
    const auto &moments = model.moments(part.lane);
    return part.index < moments.size() ? &moments[part.index] : nullptr;
}

} // namespace

QString retainedText(Microseconds duration) { return Words::tr("retained %1").arg(toDurationString(duration)); }

QString momentText(Microseconds time, Microseconds now)
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(time / 1000).date();
    if (day == QDateTime::fromMSecsSinceEpoch(now / 1000).date())
        return timeText(time);
    return QLocale().toString(day, QLocale::ShortFormat) + u' ' + timeText(time);
}

QString partName(const TimelineModel &model, const TimelinePart &part)
{
    const CallRecord *record = model.history().record(part.call);
    switch (part.kind) {
    case TimelinePart::Kind::Lane: {
        const TimelineLane *lane = model.lane(part.lane);
        return lane ? laneName(model, *lane) : QString();
    }
    case TimelinePart::Kind::Moment: {
        const TimelineMoment *moment = momentOf(model, part);
        return moment ? Words{model, moment->time}.aboutMoment(*moment) : QString();
    }
    case TimelinePart::Kind::Call:
        return record && !record->steps.empty()
            ? QStringLiteral("%1, %2").arg(shortName(part.call), nameOf(record->steps.back().state))
            : shortName(part.call);
    case TimelinePart::Kind::Handle:
        break;
    }
    if (!record || part.index >= record->holders.size())
        return shortName(part.handle);
    const CallHolder &holder = record->holders[part.index];
    const QString life = holder.until            ? reasonText(holder.reason)
        : TimelineModel::idleSince(*record) != 0 ? Words::tr("retained")
                                                 : Words::tr("live");
    return QStringLiteral("%1, %2, %3").arg(shortName(part.handle), visibleText(holder.appName, 60), life);
}

QString partDescription(const TimelineModel &model, const TimelinePart &part, Microseconds now)
{
    const Words words{model, now};
    const CallRecord *record = model.history().record(part.call);
    switch (part.kind) {
    case TimelinePart::Kind::Lane: {
        const TimelineLane *lane = model.lane(part.lane);
        if (!lane)
            return {};
        const LaneDetail detail = laneDetail(model, *lane);
        const QString retained = detail.retained ? u'\n' + Words::tr("%n retained", nullptr, int(detail.retained))
                                                 : QString();
        return laneName(model, *lane) + u'\n' + detail.text + retained;
    }
    case TimelinePart::Kind::Moment: {
        const TimelineMoment *moment = momentOf(model, part);
        if (!moment)
            return {};
        const QString said = moment->text.isEmpty() ? QString() : u'\n' + visibleText(moment->text);
        return words.aboutMoment(*moment) + u'\n' + words.when(moment->time) + said;
    }
    case TimelinePart::Kind::Call:
        return record ? words.aboutCall(*record).join(u'\n') : QString();
    case TimelinePart::Kind::Handle:
        break;
    }
    return record && part.index < record->holders.size()
        ? words.aboutHandle(*record, record->holders[part.index]).join(u'\n')
        : QString();
}

Selection partSelection(const TimelineModel &model, const TimelinePart &part)
{
    Selection selection;
    selection.handle = part.handle;
    selection.call = part.call;
    if (part.kind == TimelinePart::Kind::Lane || part.kind == TimelinePart::Kind::Moment) {
        switch (model.lanes()) {
        case TimelineModel::Lanes::Lines:
            selection.device = {part.lane};
            break;
        case TimelineModel::Lanes::Calls:
            selection.call = {part.lane};
            break;
        case TimelineModel::Lanes::Apps:
            selection.app = {part.lane};
            break;
        }
    }
    Selection whole = completed(selection, model.world());
    whole.handle = selection.handle; // what has gone can be chosen too: its bars are still there
    whole.call = selection.call.isNull() ? whole.call : selection.call;
    whole.app = selection.app;
    return whole;
}

} // namespace Linescope
