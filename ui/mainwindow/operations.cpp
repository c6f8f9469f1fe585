// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/operations.h"

#include "models/liveworld.h"
#include "tapi/names.h"

#include <QPointer>

#include <memory>

namespace Linescope {

namespace {

HCall consultCallOf(const Outcome &outcome)
{
    if (const auto *pending = std::get_if<PendingCall>(&outcome.value))
        return pending->call;
    if (const auto *conference = std::get_if<PendingConference>(&outcome.value))
        return conference->consultCall;
    return {};
}

} // namespace

Operations::Operations(Engine *engine, const LiveWorld *live, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_live(live)
{
    connect(live, &LiveWorld::aboutToAdvance, this, &Operations::note);
}

HLineApp Operations::appOf(HCall handle) const
{
    const Handle *record = m_live->world().handle(handle);
    return record ? m_live->world().appOf(*record) : HLineApp();
}

void Operations::submit(HLineApp app, const Request &request, Then then, Then later)
{
    const QString function = QString::fromLatin1(functionName(request));
    m_engine->submit(app, request, told(function, std::move(then)),
                     [replied = told(function, std::move(later))](LineError result) {
                         replied({result, {}});
                     });
}

// What to do with an outcome: say what failed, or go on.
Operations::Then Operations::told(const QString &function, Then then)
{
    return [self = QPointer(this), function, then = std::move(then)](const Outcome &outcome) {
        if (!self) // the window may have gone
            return;
        if (!outcome.ok())
            Q_EMIT self->failed(tr("%1 failed: %2.").arg(function, lineErrorName(outcome.error)));
        else if (then)
            then(outcome);
    };
}

// A consultation call can be dialled once LINE_REPLY has said that it is there (O-12); if it never comes, nothing is
// dialled. The picture may be paused meanwhile, so it is not asked.
void Operations::call(const CallFunction &function, const CallFunctionInput &input)
{
    const Line *line = m_live->world().line(input.line);
    const HLineApp app = function.needsCall() ? appOf(input.call) : line ? line->app : HLineApp();
    const Request request = function.request(m_live->world(), input);
    const QString name = QString::fromLatin1(functionName(request));
    const QString subject = function.needsCall() ? shortName(input.call) : shortName(input.line);
    const QString number = function.dials ? input.text : QString();
    const auto consultCall = std::make_shared<HCall>();
    const auto asked = [this, name, subject, consultCall](const Outcome &outcome) {
        *consultCall = consultCallOf(outcome);
        Q_EMIT done(tr("%1 was asked for on %2.").arg(name, subject));
    };
    const auto dial = [this, app, number, consultCall](const Outcome &) {
        if (!number.isEmpty() && !consultCall->isNull())
            submit(app, Requests::Dial{*consultCall, number});
    };
    submit(app, request, asked, dial);
}

void Operations::deallocate(const QList<HCall> &handles)
{
    const auto given = std::make_shared<int>(0);
    for (const HCall handle : handles)
        submit(appOf(handle), Requests::DeallocateCall{handle},
               [this, given](const Outcome &) { Q_EMIT done(tr("%n handle(s) given back.", nullptr, ++*given)); });
}

QList<HCall> Operations::idleHandles(const std::function<bool(const Handle &)> &wanted) const
{
    const World &world = m_live->world();
    QList<HCall> idle;
    world.handles().forEach([&](const Handle &handle) {
        const Call *call = world.call(handle.call);
        if (call && call->isIdle() && wanted(handle))
            idle += handle.id;
    });
    return idle;
}

void Operations::readCallInfo(HCall handle)
{
    submit(appOf(handle), Requests::GetCallInfo{handle}, [this, handle](const Outcome &outcome) {
        if (const auto *info = std::get_if<CallInfo>(&outcome.value))
            Q_EMIT callInfoRead(handle, m_live->masker().masked(*info));
    });
}

void Operations::openLine(HLineApp app, const Requests::Open &request)
{
    submit(app, request, [this](const Outcome &outcome) {
        if (const auto *line = std::get_if<HLine>(&outcome.value))
            Q_EMIT done(tr("Line %1 is open.").arg(shortName(*line)));
    });
}

void Operations::closeLine(HLine id)
{
    const Line *line = m_live->world().line(id);
    submit(line ? line->app : HLineApp(), Requests::Close{id},
           [this, id](const Outcome &) { Q_EMIT done(tr("Line %1 is closed.").arg(shortName(id))); });
}

void Operations::makeCall(const Requests::MakeCall &request)
{
    const Line *line = m_live->world().line(request.line);
    submit(line ? line->app : HLineApp(), request, [this, address = request.destAddress](const Outcome &) {
        Q_EMIT done(tr("Dialling %1.").arg(m_live->masker().number(address)));
    });
}

void Operations::addApp(const AppHabits &habits) { m_engine->addApp(habits); }

void Operations::removeApp(HLineApp app, bool crashed) { m_engine->removeApp(app, crashed); }

void Operations::stimulate(ProviderId provider, const Stimulus &stimulus) { m_engine->stimulate(provider, stimulus); }

void Operations::setFaults(ProviderId provider, const QList<Fault> &faults)
{
    stimulate(provider, Stimuli::SetFaults{faults});
    Q_EMIT faultsChanged();
}

// A fault that has had its times is over.
void Operations::note(const EventBatch &batch)
{
    for (const Event &event : batch) {
        const auto *received = std::get_if<Events::ReportReceived>(&event.payload);
        if (const auto *fault = received ? std::get_if<Reports::FaultInjected>(&received->report) : nullptr)
            m_engine->noteFault(received->provider, *fault);
    }
}

} // namespace Linescope
