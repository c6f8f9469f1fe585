// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/inspector/callfacts.h"

#include "models/callhistory.h"
#include "panels/inspector/callexplanation.h"
#include "panels/inspector/callsteps.h"
#include "panels/inspector/causewords.h"
#include "support/doubtwords.h"
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
    const CallRecord *record; // none: the history does not know the call
    const Handle *handle;     // none: the call is shown without one
    const Call &call;
    const Ghost *ghost;
    Microseconds now;

    HLineApp holder() const { return ghost || !handle ? HLineApp() : world.appOf(*handle); }
    QString holderName() const { return ghost ? ghost->app : appNameOf(world, holder()); }
    QString lineName() const
    {
        const Device *device = world.device(call.device);
        return device ? device->info.name : ghost ? ghost->line : QString();
    }

    Microseconds givenAt() const;
    FactSection aboutHandle() const;
    FactSection parties() const;
    FactSection timing() const;
    FactSection cause() const;
    FactSection memory() const;
};

FactSection Facts::aboutHandle() const
{
    FactSection section{tr("Handle"), {}, QStringLiteral("handle")};
    if (!handle) {
        section.title = tr("Call");
        section.facts += Fact{tr("Line"), lineName()};
        return section;
    }
    const Line *line = world.line(handle->line);
    const App *app = world.app(holder());
    section.facts += Fact{tr("HCALL"), hexName(handle->id)};
    section.facts += Fact{tr("Application"),
                          app && app->pid ? tr("%1, process %2").arg(holderName(), QString::number(app->pid))
                                          : holderName()};
    section.facts += Fact{
        tr("Line"),
        line ? tr("%1 on %2, version %3").arg(shortName(line->id), lineName(), toString(line->apiVersion))
             : lineName()};
    section.facts += Fact{tr("Privilege"), privilegeText(handle->privilege)};
    return section;
}

FactSection Facts::parties() const
{
    const CallInfo info = call.info.unpack();
    FactSection section{tr("Parties"), {}, QStringLiteral("parties")};
    const auto add = [&](const QString &name, const QString &number, const QString &label) {
        if (const QString value = partyText(number, label); !value.isEmpty())
            section.facts += Fact{name, value};
    };
    add(tr("Caller"), info.callerId, info.callerIdName);
    add(tr("Called"), info.calledId, info.calledIdName);
    add(tr("Connected"), info.connectedId, info.connectedIdName);
    add(tr("Redirected by"), info.redirectingId, info.redirectingIdName);
    add(tr("Redirected to"), info.redirectionId, info.redirectionIdName);
    if (info.origin || info.reason)
        section.facts += Fact{
            tr("Origin, reason"),
            QStringLiteral("%1, %2").arg(info.origin ? nameOf(CallOrigin(info.origin)) : tr("not given"),
                                         info.reason ? nameOf(CallReason(info.reason)) : tr("not given"))};
    if (!info.providerRef.isEmpty())
        section.facts += Fact{tr("Source's name"), info.providerRef};
    const QStringList doubts = doubtWords(Doubts::fromInt(info.doubts));
    for (const QString &doubt : doubts)
        section.facts += Fact{tr("Not certain"), doubt};
    return section;
}

// The World knows whole seconds only; the history knows better, if it saw the handle's birth.
Microseconds Facts::givenAt() const
{
    if (record) {
        for (const CallHolder &holder : record->holders) {
            if (holder.handle == handle->id)
                return holder.since;
        }
    }
    return ghost ? ghost->bornAt : world.bornAt(*handle);
}

FactSection Facts::timing() const
{
    FactSection section{tr("Timing"), {}, QStringLiteral("times")};
    section.facts += Fact{tr("Call began"), timeText(call.created)};
    if (handle)
        section.facts += Fact{tr("Handle given"), timeText(givenAt())};
    section.facts += Fact{tr("In state"),
                          tr("%1, since %2").arg(toDurationString(now - call.stateSince), timeText(call.stateSince))};
    section.facts += Fact{tr("Whole call"), toDurationString(now - call.created)};
    if (record && record->released != 0)
        section.facts += Fact{tr("Released"), timeText(record->released)};
    return section;
}

FactSection Facts::cause() const
{
    FactSection section{tr("Cause"), {}, QStringLiteral("cause")};
    if (call.disconnectMode != 0) {
        const auto mode = DisconnectMode(call.disconnectMode);
        section.facts += Fact{tr("Disconnect mode"),
                              (nameOf(mode) + QStringLiteral(". ") + disconnectWords(mode)).trimmed()};
    }
    if (const quint32 cause = call.info.number(&CallInfo::cause)) {
        const QString words = q850Words(cause);
        section.facts += Fact{tr("Q.850 cause"),
                              words.isEmpty() ? QString::number(cause)
                                              : tr("%1, %2").arg(QString::number(cause), words)};
    }
    if (const QString who = hungUpByWords(HungUpBy(call.info.number(&CallInfo::hungUpBy))); !who.isEmpty())
        section.facts += Fact{tr("Ended by"), who};
    return section;
}

FactSection Facts::memory() const
{
    FactSection section{tr("Memory"), {}, QStringLiteral("memory")};
    const quint32 handles = call.handleCount();
    if (handle)
        section.facts += Fact{tr("This handle"), bytesText(World::bytesPerHandle())};
    if (!ghost && handles > 0)
        section.facts += Fact{tr("All handles"),
                              tr("%1 for %n handle(s)", nullptr, int(handles))
                                  .arg(bytesText(quint64(handles) * World::bytesPerHandle()))};
    section.facts += Fact{tr("Call record"), tr("%1, until its last handle goes").arg(bytesText(World::bytesOf(call)))};
    section.facts += Fact{tr("Provider"),
                          call.providerBytes ? tr("%1, until the last handle goes").arg(bytesText(call.providerBytes))
                                             : tr("not reported")};
    return section;
}

void addHistory(CallFacts &facts, const CallRecord &record)
{
    facts.steps = stepsOf(record, facts.now);
    facts.stepsDropped = record.stepsDropped;
    facts.seenFromStart = record.seenFromStart;
    facts.holders = holdersOf(record, facts.handle);
    facts.holdersDropped = record.holdersDropped;
    facts.released = record.released;
}

// Of a call whose record has gone: what the history remembers.
CallFacts rememberedFacts(const CallRecord &record, Microseconds now)
{
    CallFacts result;
    result.title = Facts::tr("Call %1").arg(shortName(record.id));
    result.call = record.id;
    result.now = now;
    result.badge = Facts::tr("gone");
    result.state = record.steps.empty() ? CallState::Unknown : record.steps.back().state;
    result.created = record.steps.empty() ? 0 : record.steps.front().time;
    addHistory(result, record);
    result.explanation += record.released == 0
        ? Facts::tr("The call has gone.")
        : Facts::tr("The call's record was released at %1, with its last handle. This is what the window remembers.")
              .arg(timeText(record.released));
    return result;
}

QString titleOf(const Facts &facts)
{
    return facts.handle ? Facts::tr("Call %1, handle %2 of %3")
                              .arg(shortName(facts.call.id), shortName(facts.handle->id), facts.holderName())
                        : Facts::tr("Call %1").arg(shortName(facts.call.id));
}

QString badgeOf(const CallFacts &facts, const Call &call)
{
    if (facts.life == Life::Retained)
        return Facts::tr("retained %1").arg(toDurationString(facts.now - call.stateSince));
    return facts.life == Life::Void ? Facts::tr("void") : QString();
}

CallFacts presentFacts(const Facts &facts)
{
    CallFacts result;
    result.title = titleOf(facts);
    result.call = facts.call.id;
    result.handle = facts.handle ? facts.handle->id : HCall();
    result.state = facts.call.state;
    result.mode = facts.call.mode;
    result.life = facts.ghost ? Life::Void : facts.call.isIdle() ? Life::Retained : Life::Live;
    result.now = facts.now;
    result.created = facts.call.created;
    result.memory = {World::bytesPerHandle(), World::bytesOf(facts.call), facts.call.providerBytes};
    result.badge = badgeOf(result, facts.call);
    if (facts.record)
        addHistory(result, *facts.record);
    result.explanation = explanationOf(facts.world, facts.call, facts.handle, facts.ghost, facts.now);
    for (const FactSection &section :
         {facts.parties(), facts.timing(), facts.cause(), facts.memory(), facts.aboutHandle()}) {
        if (!section.facts.isEmpty())
            result.sections += section;
    }
    return result;
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
    constexpr qsizetype longest = 100; // each of the two has its room; the fields have all of it
    const QString shownNumber = visibleText(number, longest);
    const QString quoted = name.isEmpty() ? QString() : QStringLiteral("“%1”").arg(visibleText(name, longest));
    return (shownNumber + u' ' + quoted).trimmed();
}

FactSection callInfoFacts(const CallInfo &info)
{
    FactSection section{Facts::tr("Every LINECALLINFO field"), {}, QStringLiteral("callInfo")};
    for (const CallInfoField &field : callInfoFields()) {
        const QString tapiName = QString::fromLatin1(field.tapiName);
        const QString name = tapiName.isEmpty() ? QString::fromLatin1(field.name) : tapiName;
        const QString value = displayText(field, info);
        section.facts += Fact{QStringLiteral("%1 (%2)").arg(name, QString::fromLatin1(field.rule)),
                              value.isEmpty() ? QStringLiteral("–") : visibleText(value)};
    }
    return section;
}

CallFacts callFacts(const World &world, const CallHistory &history, const CallSubject &subject, Microseconds now)
{
    const Ghost *ghost = subject.ghost;
    const Handle *handle = ghost ? &ghost->handle : world.handle(subject.handle);
    const CallId id = handle ? handle->call : subject.call;
    const Call *call = ghost ? &ghost->call : world.call(id);
    const CallRecord *record = history.record(id);
    if (!call)
        return record ? rememberedFacts(*record, now) : CallFacts();
    return presentFacts({world, record, handle, *call, ghost, ghost ? ghost->since : now});
}

} // namespace Linescope
