// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/handles/grouping.h"

#include "models/handles/vieworder.h"
#include "tapi/names.h"

#include <QCoreApplication>

namespace Linescope {

using namespace Qt::StringLiterals;

namespace {

GroupKey callGroupKey(const World &world, const Call &call)
{
    // Providers number by themselves: what two of them call alike is not the same.
    const Device *device = world.device(call.device);
    const quint64 provider = quint64(device ? device->provider.value : 0) << 32;
    const QString group = call.info.text(&CallInfo::group);
    if (!group.isEmpty())
        return {GroupLevel::CallGroup, provider, group};
    quint32 number = call.info.number(&CallInfo::relatedCallId);
    if (number == 0)
        number = call.info.number(&CallInfo::callId);
    if (number == 0) // alone; a text, so that it is nobody's call id
        return {GroupLevel::CallGroup, 0, shortName(call.id)};
    return {GroupLevel::CallGroup, provider | number, {}};
}

} // namespace

GroupKey groupKey(GroupLevel level, const World &world, const Handle &handle, const Call &call)
{
    switch (level) {
    case GroupLevel::Line:
        return {level, call.device.value, {}};
    case GroupLevel::App:
        return {level, world.appOf(handle).value, {}};
    case GroupLevel::State:
        return {level, quint64(call.state), {}};
    case GroupLevel::CallGroup:
        return callGroupKey(world, call);
    case GroupLevel::Call:
        return {level, call.id.value, {}};
    }
    return {};
}

Aspects groupAspects(GroupLevel level)
{
    switch (level) {
    case GroupLevel::State:
        return Aspect::State;
    case GroupLevel::CallGroup:
        return Aspect::Info;
    case GroupLevel::Line:
    case GroupLevel::App:
    case GroupLevel::Call:
        break;
    }
    return {};
}

QString groupName(const GroupKey &key, const World &world)
{
    switch (key.level) {
    case GroupLevel::Line: {
        const Device *device = world.device({quint32(key.number)});
        return device ? device->info.name : QString();
    }
    case GroupLevel::App: {
        const App *app = world.app({quint32(key.number)});
        return app ? app->name : QString();
    }
    case GroupLevel::State:
        return nameOf(CallState(key.number));
    case GroupLevel::CallGroup:
        return key.text.isEmpty()
            ? QCoreApplication::translate("Linescope::HandleTree", "Call id %1").arg(quint32(key.number))
            : key.text;
    case GroupLevel::Call:
        return shortName(CallId{quint32(key.number)});
    }
    return {};
}

QString groupShortName(const GroupKey &key)
{
    switch (key.level) {
    case GroupLevel::Line:
        return shortName(DeviceId{quint32(key.number)});
    case GroupLevel::App:
        return shortName(HLineApp{quint32(key.number)});
    case GroupLevel::Call:
        return shortName(CallId{quint32(key.number)});
    case GroupLevel::State:
    case GroupLevel::CallGroup:
        break;
    }
    return {};
}

quint64 groupSortKey(const GroupKey &key, const QString &name)
{
    switch (key.level) {
    case GroupLevel::Line:
    case GroupLevel::App:
        return ViewOrder::textKey(name.toCaseFolded());
    case GroupLevel::CallGroup:
        return key.text.isEmpty() ? key.number : ViewOrder::textKey(key.text);
    case GroupLevel::State:
    case GroupLevel::Call:
        break;
    }
    return key.number;
}

QString groupingTitle(Grouping grouping)
{
    const auto translated = [](const char *text) { return QCoreApplication::translate("Linescope::HandleTree", text); };
    switch (grouping) {
    case Grouping::None:
        return translated(QT_TRANSLATE_NOOP("Linescope::HandleTree", "Not grouped"));
    case Grouping::Line:
        return translated(QT_TRANSLATE_NOOP("Linescope::HandleTree", "Line"));
    case Grouping::App:
        return translated(QT_TRANSLATE_NOOP("Linescope::HandleTree", "Application"));
    case Grouping::State:
        return translated(QT_TRANSLATE_NOOP("Linescope::HandleTree", "State"));
    case Grouping::CallGroup:
        return translated(QT_TRANSLATE_NOOP("Linescope::HandleTree", "Call group"));
    }
    return {};
}

QString groupingName(Grouping grouping)
{
    switch (grouping) {
    case Grouping::None:
        return u"none"_s;
    case Grouping::Line:
        return u"line"_s;
    case Grouping::App:
        return u"app"_s;
    case Grouping::State:
        return u"state"_s;
    case Grouping::CallGroup:
        return u"callGroup"_s;
    }
    return {};
}

Grouping groupingFromName(const QString &name)
{
    for (const Grouping grouping : allGroupings) {
        if (groupingName(grouping) == name)
            return grouping;
    }
    return Grouping::None;
}

QList<GroupLevel> levelsOf(Grouping grouping)
{
    switch (grouping) {
    case Grouping::None:
        return {};
    case Grouping::Line:
        return {GroupLevel::Line};
    case Grouping::App:
        return {GroupLevel::App};
    case Grouping::State:
        return {GroupLevel::State};
    case Grouping::CallGroup:
        return {GroupLevel::CallGroup};
    }
    return {};
}

} // namespace Linescope
