// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagrams/timeline/timelinetext.h"

#include "panels/inspector/callfacts.h"
#include "support/text.h"

#include <QCoreApplication>

namespace Linescope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Linescope::Timeline)
};

// Of an application that has gone, the history of its calls knows the name.
QString appName(const TimelineModel &model, const TimelineLane &lane)
{
    if (const App *app = model.world().app({lane.key()}))
        return app->name;
    for (const TimelineRow &row : lane.rows()) {
        const CallRecord *record = row.blocks.empty() ? nullptr : model.history().record(row.blocks.front().call);
        if (!record)
            continue;
        for (const CallHolder &holder : record->holders) {
            if (holder.app.value == lane.key())
                return holder.appName;
        }
    }
    return shortName(HLineApp{lane.key()});
}

} // namespace

QString lineName(const TimelineModel &model, DeviceId id)
{
    const Device *device = model.world().device(id);
    return device ? visibleText(device->info.name, 60) : shortName(id);
}

QString parties(const CallRecord &record)
{
    const auto party = [&](QString CallInfo::*number, QString CallInfo::*name) {
        const QString text = partyText(record.info.text(number), record.info.text(name));
        return text.isEmpty() ? QStringLiteral("–") : text;
    };
    return QStringLiteral("%1 → %2").arg(party(&CallInfo::callerId, &CallInfo::callerIdName),
                                         party(&CallInfo::calledId, &CallInfo::calledIdName));
}

QString lanesTitle(TimelineModel::Lanes lanes)
{
    switch (lanes) {
    case TimelineModel::Lanes::Lines:
        return Words::tr("Lines");
    case TimelineModel::Lanes::Calls:
        return Words::tr("Calls");
    case TimelineModel::Lanes::Apps:
        return Words::tr("Applications");
    }
    return {};
}

QString laneName(const TimelineModel &model, const TimelineLane &lane)
{
    switch (model.lanes()) {
    case TimelineModel::Lanes::Lines:
        return lineName(model, {lane.key()});
    case TimelineModel::Lanes::Apps:
        return visibleText(appName(model, lane), 60);
    case TimelineModel::Lanes::Calls:
        break;
    }
    const CallRecord *record = model.history().record({lane.key()});
    const QString name = shortName(CallId{lane.key()});
    return record ? name + QStringLiteral(" · ") + lineName(model, record->device) : name;
}

LaneDetail laneDetail(const TimelineModel &model, const TimelineLane &lane)
{
    const World &world = model.world();
    switch (model.lanes()) {
    case TimelineModel::Lanes::Lines: {
        const Device *device = world.device({lane.key()});
        if (!device || device->removed)
            return {Words::tr("removed"), 0};
        return {Words::tr("%n call(s)", nullptr, int(device->calls)), device->retained};
    }
    case TimelineModel::Lanes::Apps: {
        const App *app = world.app({lane.key()});
        if (!app)
            return {Words::tr("ended"), 0};
        return {Words::tr("%n handle(s)", nullptr, int(app->handles)), app->retained};
    }
    case TimelineModel::Lanes::Calls:
        break;
    }
    const CallRecord *record = model.history().record({lane.key()});
    const Call *call = world.call({lane.key()});
    return {record ? parties(*record) : QString(), call && call->isIdle() ? call->handleCount() : 0};
}

} // namespace Linescope
