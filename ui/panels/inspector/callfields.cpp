// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/inspector/callfields.h"

#include "panels/inspector/fieldmeanings.h"
#include "tapi/clock.h"
#include "tapi/names.h"

#include <QCoreApplication>

namespace Linescope {

namespace {

QString hex(quint32 number)
{
    return QStringLiteral("0x%1").arg(QString::number(number, 16).toUpper(), 8, QChar(u'0'));
}

QString rawOf(const CallInfoField &field, const CallInfo &info)
{
    const auto *number = std::get_if<quint32 CallInfo::*>(&field.member);
    return number ? hex(info.**number) : QString();
}

QString orNothing(const QString &text) { return text.isEmpty() ? QStringLiteral("–") : text; }

QString withRule(const QString &meaning, const char *rule)
{
    const QString id = QString::fromLatin1(rule);
    return id.isEmpty() ? meaning : QStringLiteral("%1 (%2)").arg(meaning, id);
}

Fact statusFact(const char *tapiName, const char *name, const char *rule, const QString &value, const QString &raw)
{
    return {QString::fromLatin1(tapiName), orNothing(value), raw, withRule(meaningOf(name), rule)};
}

} // namespace

CallInfo callInfoOf(const Call &call)
{
    CallInfo info = call.info.unpack();
    info.lineDeviceId = deviceNumber(call.device);
    info.numOwners = call.owners;
    info.numMonitors = call.monitors;
    return info;
}

CallInfo callInfoOf(const World &world, const Handle &handle)
{
    const Call *call = world.call(handle.call);
    if (!call)
        return {};
    CallInfo info = callInfoOf(*call);
    info.line = handle.line.handle();
    return info;
}

QList<Fact> callInfoMembers(const CallInfo &info)
{
    QList<Fact> facts;
    for (const CallInfoField &field : callInfoFields()) {
        const QString tapiName = QString::fromLatin1(field.tapiName);
        facts += Fact{tapiName.isEmpty() ? QString::fromLatin1(field.name) : tapiName,
                      orNothing(displayText(field, info)), rawOf(field, info),
                      withRule(meaningOf(field.name), field.rule)};
    }
    return facts;
}

QList<Fact> callStatusMembers(const Call &call, Privilege privilege, CallFeatures features, CallFeatures2 features2)
{
    const auto join = [](const QStringList &names) { return names.join(QStringLiteral(" | ")); };
    const quint32 mode = call.isIdle() || call.state == CallState::Conferenced ? 0 : call.mode; // I-73, S-12
    return {
        statusFact("dwCallState", "callState", "I-72", nameOf(call.state), hex(quint32(call.state))),
        statusFact("dwCallStateMode", "callStateMode", "I-73", modeName(call.state, mode), hex(mode)),
        statusFact("dwCallPrivilege", "callPrivilege", "I-74", nameOf(privilege), hex(quint32(privilege))),
        statusFact("dwCallFeatures", "callFeatures", "I-75", join(namesOf(features)), hex(features.toInt())),
        statusFact("dwCallFeatures2", "callFeatures2", "I-77", join(namesOf(features2)), hex(features2.toInt())),
        statusFact("dwDevSpecificOffset", "statusDevSpecific", "I-76", {}, {}),
        statusFact("tStateEntryTime", "stateEntryTime", "I-78", toIsoString(call.stateSince), {}),
    };
}

} // namespace Linescope
