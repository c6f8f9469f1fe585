// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/callfacts.h"

#include "models/callhistory.h"
#include "support/format.h"
#include "support/text.h"
#include "tapi/names.h"

#include <QCoreApplication>

namespace Linescope {

namespace {

struct Facts {
    Q_DECLARE_TR_FUNCTIONS(Linescope::CallFacts)

public:
    const World &world;
    const CallHistory &history;
    const Handle &handle;
    const Call &call;
    const Ghost *ghost;
    Microseconds now;

    QString appName(HLineApp id) const
    {
        const App *app = world.app(id);
        return app ? app->name : ghost ? ghost->app : shortName(id);
    }
    QString lineName() const
    {
        const Device *device = world.device(call.device);
        return device ? device->info.name : QString();
    }
    HLineApp holder() const { return ghost ? HLineApp() : world.appOf(handle); }
    QString holderName() const { return ghost ? ghost->app : appName(holder()); }

    QString explanation() const;
    Microseconds givenAt() const;
    FactSection aboutHandle() const;
    FactSection parties() const;
    FactSection timing() const;
    FactSection holders() const;
    FactSection memory() const;
    FactSection states() const;
};

QString withMode(CallState state, quint32 mode)
{
    const QString name = modeName(state, mode);
    return name.isEmpty() ? nameOf(state) : nameOf(state) + u' ' + name;
}

QString Facts::explanation() const
{
    if (ghost)
        return tr("Void since %1: %2. Every use of the handle now gives INVALCALLHANDLE.")
            .arg(timeText(ghost->since), reasonText(ghost->reason));
    if (call.isUnowned())
        return tr("Nobody owns this call: no application can end it until one takes ownership (P-31).");
    if (!call.isIdle())
        return {};
    QStringList others;
    world.forEachHandle(call, [&](const Handle &other) {
        if (other.id != handle.id)
            others += tr("%1 (%2)").arg(appName(world.appOf(other)), shortName(other.id));
    });
    const QString freed =
        tr("The call is over, but %1 has not given its handle back (H-4). It ends when %1 deallocates "
           "%2, or when its line %3 closes.")
            .arg(holderName(), shortName(handle.id), shortName(handle.line));
    const App *app = world.app(holder());
    if (app && app->monitor)
        return freed + u' ' + tr("This is Linescope's own monitor: it keeps the handle so that you can look (G-13).");
    return others.isEmpty()
        ? freed + u' ' + tr("It is the last handle: the provider's record goes with it (H-24).")
        : freed + u' ' + tr("The call's record stays for %1 as well.").arg(others.join(QStringLiteral(", ")));
}

FactSection Facts::aboutHandle() const
{
    const Line *line = world.line(handle.line);
    const App *app = world.app(holder());
    FactSection section{tr("Handle"), {}};
    section.facts += Fact{tr("HCALL"), hexName(handle.id)};
    section.facts += Fact{tr("Application"),
                          app && app->pid ? tr("%1, process %2").arg(holderName()).arg(app->pid) : holderName()};
    section.facts += Fact{
        tr("Line"),
        line ? tr("%1 on %2, version %3").arg(shortName(line->id), lineName(), toString(line->apiVersion))
             : lineName()};
    section.facts += Fact{tr("Privilege"), privilegeText(handle.privilege)};
    return section;
}

FactSection Facts::parties() const
{
    const auto text = [&](QString CallInfo::*member) { return call.info.text(member); };
    FactSection section{tr("Parties"), {}};
    const auto add = [&](const QString &name, QString CallInfo::*number, QString CallInfo::*label) {
        if (const QString value = partyText(text(number), text(label)); !value.isEmpty())
            section.facts += Fact{name, value};
    };
    add(tr("Caller"), &CallInfo::callerId, &CallInfo::callerIdName);
    add(tr("Called"), &CallInfo::calledId, &CallInfo::calledIdName);
    add(tr("Connected"), &CallInfo::connectedId, &CallInfo::connectedIdName);
    add(tr("Redirected by"), &CallInfo::redirectingId, &CallInfo::redirectingIdName);
    add(tr("Redirected to"), &CallInfo::redirectionId, &CallInfo::redirectionIdName);
    const quint32 origin = call.info.number(&CallInfo::origin);
    const quint32 reason = call.info.number(&CallInfo::reason);
    if (origin || reason)
        section.facts += Fact{tr("Origin, reason"),
                              QStringLiteral("%1, %2").arg(origin ? nameOf(CallOrigin(origin)) : tr("not given"),
                                                           reason ? nameOf(CallReason(reason)) : tr("not given"))};
    return section;
}

// The World knows whole seconds only; the history knows better, if it saw the handle's birth.
Microseconds Facts::givenAt() const
{
    if (const CallRecord *record = history.record(call.id)) {
        for (const CallHolder &holder : record->holders) {
            if (holder.handle == handle.id)
                return holder.since;
        }
    }
    return ghost ? ghost->bornAt : world.bornAt(handle);
}

FactSection Facts::timing() const
{
    FactSection section{tr("Timing"), {}};
    section.facts += Fact{tr("Call began"), timeText(call.created)};
    section.facts += Fact{tr("Handle given"), timeText(givenAt())};
    section.facts += Fact{tr("In state"), toDurationString(now - call.stateSince)};
    if (call.disconnectMode != 0) {
        const quint32 cause = call.info.number(&CallInfo::cause);
        const QString mode = nameOf(DisconnectMode(call.disconnectMode));
        section.facts += Fact{tr("Cause"), cause ? tr("%1, Q.850 cause %2").arg(mode).arg(cause) : mode};
    }
    return section;
}

FactSection Facts::holders() const
{
    FactSection section{tr("Holders"), {}};
    if (const CallRecord *record = history.record(call.id)) {
        for (const CallHolder &holder : record->holders) {
            QString text = tr("%1, %2").arg(shortName(holder.handle), privilegeText(holder.privilege));
            if (holder.until != 0)
                text += QStringLiteral(", ") + tr("%1 at %2").arg(reasonText(holder.reason), timeText(holder.until));
            else if (holder.handle == handle.id)
                text += QStringLiteral(", ") + tr("this one");
            section.facts += Fact{holder.appName, text};
        }
    }
    return section;
}

FactSection Facts::memory() const
{
    FactSection section{tr("Memory"), {}};
    section.facts += Fact{tr("This handle"), bytesText(World::bytesPerHandle())};
    section.facts += Fact{tr("Call record"), tr("%1, until its last handle goes").arg(bytesText(World::bytesOf(call)))};
    section.facts += Fact{tr("Provider"),
                          call.providerBytes ? tr("%1, until the last handle goes").arg(bytesText(call.providerBytes))
                                             : tr("not reported")};
    return section;
}

FactSection Facts::states() const
{
    FactSection section{tr("State history"), {}};
    const CallRecord *record = history.record(call.id);
    if (!record)
        return section;
    if (!record->seenFromStart)
        section.facts += Fact{tr("Earlier"), tr("before the window watched")};
    Microseconds previous = 0;
    for (const CallStep &step : record->steps) {
        const QString after = previous ? QStringLiteral(" (+%1)").arg(toDurationString(step.time - previous))
                                       : QString();
        section.facts += Fact{timeText(step.time), withMode(step.state, step.mode) + after};
        previous = step.time;
    }
    if (record->stepsDropped > 0)
        section.facts += Fact{tr("Left out"), Facts::tr("%n step(s)", nullptr, int(record->stepsDropped))};
    return section;
}

} // namespace

QString privilegeText(Privilege privilege) { return nameOf(privilege); }

QString reasonText(VoidReason reason)
{
    switch (reason) {
    case VoidReason::Deallocated:
        return Facts::tr("deallocated");
    case VoidReason::LineClosedByApp:
        return Facts::tr("line closed by the application");
    case VoidReason::LineClosedByProvider:
        return Facts::tr("line closed by the provider");
    case VoidReason::DeviceRemoved:
        return Facts::tr("line removed");
    case VoidReason::AppShutdown:
        return Facts::tr("application shut down");
    case VoidReason::AppCrashed:
        return Facts::tr("application crashed");
    }
    return {};
}

QString partyText(const QString &number, const QString &name)
{
    if (name.isEmpty())
        return visibleText(number);
    return number.isEmpty() ? QStringLiteral("“%1”").arg(visibleText(name))
                            : QStringLiteral("%1 “%2”").arg(visibleText(number), visibleText(name));
}

CallInfo callInfoOf(const World &world, const Handle &handle)
{
    CallInfo info;
    const Call *call = world.call(handle.call);
    if (!call)
        return info;
    info = call->info.unpack();
    info.line = handle.line.handle();
    info.lineDeviceId = deviceNumber(call->device);
    info.numOwners = call->owners;
    info.numMonitors = call->monitors;
    return info;
}

FactSection callInfoFacts(const CallInfo &info)
{
    FactSection section{Facts::tr("Every LINECALLINFO field"), {}};
    for (const CallInfoField &field : callInfoFields()) {
        const QString tapiName = QString::fromLatin1(field.tapiName);
        const QString name = tapiName.isEmpty() ? QString::fromLatin1(field.name) : tapiName;
        const QString value = displayText(field, info);
        section.facts += Fact{QStringLiteral("%1 (%2)").arg(name, QString::fromLatin1(field.rule)),
                              value.isEmpty() ? QStringLiteral("–") : visibleText(value)};
    }
    return section;
}

CallFacts callFacts(const World &world, const CallHistory &history, HCall id, const Ghost *ghost, Microseconds now)
{
    const Handle *handle = ghost ? &ghost->handle : world.handle(id);
    const Call *call = ghost ? &ghost->call : handle ? world.call(handle->call) : nullptr;
    if (!call)
        return {};
    const Facts facts{world, history, *handle, *call, ghost, ghost ? ghost->since : now};
    CallFacts result;
    result.title = Facts::tr("Call %1, handle %2 of %3").arg(shortName(call->id), shortName(id), facts.holderName());
    result.state = call->state;
    result.life = ghost ? Life::Void : call->isIdle() ? Life::Retained : Life::Live;
    if (result.life == Life::Retained)
        result.badge = Facts::tr("retained %1").arg(toDurationString(now - call->stateSince));
    else if (result.life == Life::Void)
        result.badge = Facts::tr("void");
    result.explanation = facts.explanation();
    for (const FactSection &section :
         {facts.aboutHandle(), facts.parties(), facts.timing(), facts.holders(), facts.memory(), facts.states()}) {
        if (!section.facts.isEmpty())
            result.sections += section;
    }
    return result;
}

QString toText(const CallFacts &facts)
{
    QString text = visibleText(facts.title) + u'\n'
        + QStringLiteral("%1 %2").arg(nameOf(facts.state), facts.badge).trimmed() + u'\n';
    if (!facts.explanation.isEmpty())
        text += visibleText(facts.explanation) + u'\n';
    for (const FactSection &section : facts.sections) {
        text += u'\n' + section.title + u'\n';
        for (const Fact &fact : section.facts)
            text += QStringLiteral("  %1: %2\n").arg(visibleText(fact.name), visibleText(fact.value));
    }
    return text;
}

} // namespace Linescope
