// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "checks/leakreport.h"

#include <algorithm>
#include <utility>

namespace Linescope {

namespace {

constexpr Microseconds minute = 60_s;

Obtained givenBy(const Request &request)
{
    if (std::holds_alternative<Requests::GetNewCalls>(request))
        return Obtained::GetNewCalls;
    if (std::holds_alternative<Requests::GetConfRelatedCalls>(request))
        return Obtained::GetConfRelatedCalls;
    return std::holds_alternative<Requests::Handoff>(request) ? Obtained::Handoff : Obtained::Unknown;
}

Obtained givenBy(const Command &command)
{
    return std::visit(Overload{
                          [](const Commands::MakeCall &) { return Obtained::MakeCall; },
                          [](const Commands::Unpark &) { return Obtained::Unpark; },
                          [](const Commands::Pickup &) { return Obtained::Pickup; },
                          [](const Commands::SetupTransfer &) { return Obtained::SetupTransfer; },
                          [](const Commands::CompleteTransfer &) { return Obtained::CompleteTransfer; },
                          [](const Commands::SetupConference &) { return Obtained::SetupConference; },
                          [](const Commands::PrepareAddToConference &) { return Obtained::PrepareAddToConference; },
                          [](const auto &) { return Obtained::Unknown; },
                      },
                      command);
}

CallId callOf(const Command &command)
{
    return std::visit(
        [](const auto &c) {
            if constexpr (requires { c.target; })
                return c.target.call;
            else if constexpr (requires { c.conference.call; })
                return c.conference.call;
            else if constexpr (requires { CallId(c.call); })
                return CallId(c.call);
            else
                return CallId();
        },
        command);
}

void addHeld(AppLeaks &leaks, Obtained obtained, CallId call, Microseconds since)
{
    const auto known = std::find_if(leaks.held.begin(), leaks.held.end(),
                                    [&](const HeldHandles &one) { return one.obtained == obtained; });
    HeldHandles &held = known == leaks.held.end() ? leaks.held.emplaceBack(HeldHandles{obtained, 0, since, {}})
                                                  : *known;
    ++held.count;
    held.oldestSince = std::min(held.oldestSince, since);
    held.calls.append(call);
}

} // namespace

const char *toString(Obtained obtained)
{
    static constexpr const char *names[] = {"",
                                            "LINE_APPNEWCALL",
                                            "lineMakeCall",
                                            "lineUnpark",
                                            "linePickup",
                                            "lineSetupTransfer",
                                            "lineCompleteTransfer",
                                            "lineSetupConference",
                                            "linePrepareAddToConference",
                                            "lineGetNewCalls",
                                            "lineGetConfRelatedCalls",
                                            "lineHandoff"};
    return names[size_t(obtained)];
}

void LeakTracker::see(const EventBatch &batch)
{
    for (const Event &event : batch)
        see(event);
}

void LeakTracker::see(const Event &event)
{
    passTo(event.time);
    std::visit(Overload{
                   [this](const Events::RequestMade &e) { note(e); },
                   [this](const Events::RequestResult &) { m_asked = Obtained::Unknown; },
                   [this](const Events::CommandSent &e) { note(e); },
                   [this](const Events::ProviderState &e) { // a provider that has gone answers nothing any more
                       if (!e.up)
                           m_requests.removeIf([&](const auto &one) { return one->provider == e.provider; });
                   },
                   [this](const Events::ReportReceived &e) { note(e); },
                   [this](const Events::HandleCreated &e) { note(e); },
                   [this](const Events::HandleVoided &e) { note(e); },
                   [this](const Events::AppShutdown &e) { m_growth.remove(e.app); },
                   [](const auto &) {},
               },
               event.payload);
}

// Every minute that has begun is one more place in the rings.
void LeakTracker::passTo(Microseconds time)
{
    if (m_first == 0)
        m_first = time;
    m_now = time;
    const qint64 now = (time - m_first) / minute;
    if (now <= m_minute)
        return;
    for (Growth &growth : m_growth) {
        for (qint64 m = std::max(m_minute + 1, now - qint64(Minutes) + 1); m <= now; ++m)
            growth.before[size_t(m) % Minutes] = growth.handles;
    }
    m_minute = now;
}

void LeakTracker::note(const Events::RequestMade &event)
{
    m_reported = false;
    m_asked = event.request ? givenBy(*event.request) : Obtained::Unknown;
}

void LeakTracker::note(const Events::CommandSent &event)
{
    constexpr qsizetype most = 1'000'000; // a provider that answers nothing
    std::visit(
        [&](const auto &command) {
            if constexpr (requires { command.request; }) {
                if (m_requests.size() < most)
                    m_requests.insert(command.request,
                                      {event.provider, commandName(event.command), callOf(event.command), m_now,
                                       givenBy(event.command)});
            }
        },
        event.command);
}

void LeakTracker::note(const Events::ReportReceived &event)
{
    m_reported = true;
    m_asked = m_completed = Obtained::Unknown;
    const auto *completion = std::get_if<Reports::Completion>(&event.report);
    const auto pending = completion ? m_requests.constFind(completion->request) : m_requests.constEnd();
    if (pending == m_requests.constEnd())
        return;
    m_completed = pending->gives;
    m_requests.erase(pending);
}

void LeakTracker::note(const Events::HandleCreated &event)
{
    ++m_growth[event.app].handles;
    Obtained origin = m_asked;
    if (m_reported) // whoever did not ask for the call is told of it (M-33)
        origin = m_completed != Obtained::Unknown && event.privilege == Privilege::Owner ? m_completed
                                                                                         : Obtained::AppNewCall;
    setOrigin(event.handle, origin);
}

void LeakTracker::note(const Events::HandleVoided &event)
{
    const auto growth = m_growth.find(event.app);
    if (growth != m_growth.end() && growth->handles > 0)
        --growth->handles;
    setOrigin(event.handle, Obtained::Unknown);
}

void LeakTracker::setOrigin(HCall handle, Obtained origin)
{
    if (handle.value > 0x0fffffff) // a journal from elsewhere may hold any number
        return;
    const size_t page = handle.value / PageSize;
    const Obtained before = obtained(handle);
    if (before == origin)
        return;
    if (page >= m_pages.size())
        m_pages.resize(page + 1);
    if (!m_pages[page])
        m_pages[page] = std::make_unique<Page>();
    m_pages[page]->origins[handle.value % PageSize] = origin;
    const int change = int(origin != Obtained::Unknown) - int(before != Obtained::Unknown);
    m_handles += change;
    m_pages[page]->used += quint32(change);
    if (m_pages[page]->used == 0)
        m_pages[page].reset();
}

Obtained LeakTracker::obtained(HCall handle) const
{
    const size_t page = handle.value / PageSize;
    return page < m_pages.size() && m_pages[page] ? m_pages[page]->origins[handle.value % PageSize] : Obtained::Unknown;
}

// ---- the report ----

AppLeaks &LeakTracker::entryFor(QList<AppLeaks> &apps, const App &app) const
{
    const auto known = std::find_if(apps.begin(), apps.end(), [&](const AppLeaks &one) { return one.app == app.id; });
    if (known != apps.end())
        return *known;
    AppLeaks leaks;
    leaks.app = app.id;
    leaks.name = app.name;
    leaks.monitor = app.monitor;
    leaks.handles = app.handles;
    leaks.retained = app.retained;
    return apps.emplaceBack(leaks);
}

void LeakTracker::addRetained(LeakReport &report, const World &world, const LeakLimits &limits) const
{
    std::vector<std::pair<Microseconds, const Handle *>> retained;
    world.handles().forEach([&](const Handle &handle) {
        const Call &call = world.calls().at(handle.callSlot);
        if (call.isIdle())
            retained.emplace_back(std::max(call.stateSince, world.bornAt(handle)), &handle);
    });
    std::sort(retained.begin(), retained.end(), [](const auto &a, const auto &b) {
        return std::pair(a.first, a.second->id) < std::pair(b.first, b.second->id);
    });
    QHash<std::pair<HLineApp, CallId>, bool> counted;
    for (const auto &[since, handle] : retained) {
        const App *app = world.app(world.appOf(*handle));
        if (!app)
            continue;
        const Call &call = world.calls().at(handle->callSlot);
        AppLeaks &leaks = entryFor(report.apps, *app);
        leaks.engineBytes += World::bytesPerHandle();
        if (!std::exchange(counted[{app->id, call.id}], true)) {
            leaks.engineBytes += World::bytesOf(call);
            leaks.providerBytes += call.providerBytes;
        }
        leaks.oldestSince = leaks.oldestSince == 0 ? since : std::min(leaks.oldestSince, since);
        addHeld(leaks, obtained(handle->id), call.id, since);
    }
    for (AppLeaks &leaks : report.apps) {
        for (HeldHandles &held : leaks.held)
            held.calls.resize(std::min(held.calls.size(), limits.named));
        std::stable_sort(leaks.held.begin(), leaks.held.end(),
                         [](const HeldHandles &a, const HeldHandles &b) { return a.count > b.count; });
    }
}

void LeakTracker::addGrowth(LeakReport &report, const World &world, const LeakLimits &limits) const
{
    const qint64 over = std::clamp<qint64>(limits.growthOver / minute, 1, qint64(Minutes) - 1);
    if (m_minute < over)
        return;
    const qint64 then = m_minute - over;
    report.growthSince = m_first + then * minute;
    for (auto growth = m_growth.cbegin(); growth != m_growth.cend(); ++growth) {
        const App *app = world.app(growth.key());
        const qint64 more = qint64(growth->handles) - qint64(growth->before[size_t(then) % Minutes]);
        if (app && (more > 0 || app->retained > 0))
            entryFor(report.apps, *app).growth = more;
    }
}

LeakReport LeakTracker::report(const World &world, Microseconds now, const LeakLimits &limits) const
{
    LeakReport report;
    report.at = now;
    addRetained(report, world, limits);
    addGrowth(report, world, limits);
    std::sort(report.apps.begin(), report.apps.end(), [](const AppLeaks &a, const AppLeaks &b) {
        const quint64 first = a.engineBytes + a.providerBytes;
        const quint64 second = b.engineBytes + b.providerBytes;
        return std::pair(second, a.app) < std::pair(first, b.app);
    });
    world.calls().forEach([&](const Call &call) {
        if (call.isUnowned())
            report.ownerless.append(call.id);
        if (!call.isIdle() && now - call.stateSince >= limits.endless)
            report.endless.append({call.id, call.state, call.stateSince});
    });
    std::sort(report.ownerless.begin(), report.ownerless.end());
    std::sort(report.endless.begin(), report.endless.end(), [](const EndlessCall &a, const EndlessCall &b) {
        return std::pair(a.since, a.call) < std::pair(b.since, b.call);
    });
    for (auto pending = m_requests.cbegin(); pending != m_requests.cend(); ++pending) {
        if (now - pending->since >= limits.unanswered)
            report.unanswered.append({pending.key(), pending->command, pending->call, pending->since});
    }
    std::sort(report.unanswered.begin(), report.unanswered.end(),
              [](const auto &a, const auto &b) { return a.request < b.request; });
    return report;
}

} // namespace Linescope
