// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Who keeps what is over, in the manner of valgrind: which application holds how many handles of idle calls, since
// when, of which calls, how many bytes, and where it got them; whose handles grow; calls that nobody can end, calls
// that have no end, requests without an answer. Made from a World, and from what a LeakTracker was told before.
#pragma once

#include "world/world.h"

#include <QHash>
#include <QList>

#include <array>
#include <memory>
#include <vector>

namespace Linescope {

// The message or function that gave an application a handle (O-6).
enum class Obtained : quint8 {
    Unknown, // before the tracker looked on
    AppNewCall,
    MakeCall,
    Unpark,
    Pickup,
    SetupTransfer,
    CompleteTransfer,
    SetupConference,
    PrepareAddToConference,
    GetNewCalls,
    GetConfRelatedCalls,
    Handoff,
};

// "LINE_APPNEWCALL", "lineMakeCall"; empty for Unknown.
const char *toString(Obtained obtained);

struct LeakLimits {
    Microseconds endless = 3600_s;   // a call that is not over and has had no state for so long
    Microseconds unanswered = 60_s;  // a request (V-11)
    Microseconds growthOver = 600_s; // handles now against then; at most an hour
    qsizetype named = 5;             // calls that are named, each time; of the others their number
};

// Handles of calls that are over, of one application and one origin.
struct HeldHandles {
    Obtained obtained = Obtained::Unknown;
    quint32 count = 0;
    Microseconds oldestSince = 0;
    QList<CallId> calls; // of the handles that are held longest, LeakLimits::named of them
    friend bool operator==(const HeldHandles &, const HeldHandles &) = default;
};

struct AppLeaks {
    HLineApp app;
    QString name;
    bool monitor = false;      // Linescope's own (G-13)
    quint32 handles = 0;       // live and retained
    quint32 retained = 0;      // of these, on calls that are IDLE
    quint64 engineBytes = 0;   // of the retained ones: handles, and each call's record once
    quint64 providerBytes = 0; // as reported, each call once
    Microseconds oldestSince = 0;
    QList<HeldHandles> held; // most first
    qint64 growth = 0;       // handles, since LeakReport::growthSince
    friend bool operator==(const AppLeaks &, const AppLeaks &) = default;
};

struct EndlessCall {
    CallId call;
    CallState state = CallState::Unknown;
    Microseconds since = 0; // of its last state
    friend bool operator==(const EndlessCall &, const EndlessCall &) = default;
};

struct UnansweredRequest {
    RequestId request;
    const char *command = ""; // "makeCall"
    CallId call;              // none if it is about a line
    Microseconds since = 0;
    friend bool operator==(const UnansweredRequest &, const UnansweredRequest &) = default;
};

struct LeakReport {
    Microseconds at = 0;
    Microseconds growthSince = 0; // 0: it was not looked on long enough
    QList<AppLeaks> apps;         // those that retain or grow; most bytes first
    QList<CallId> ownerless;      // live, monitored, and nobody can end them (P-31)
    QList<EndlessCall> endless;   // longest first
    QList<UnansweredRequest> unanswered;

    bool isClean() const { return apps.isEmpty() && ownerless.isEmpty() && endless.isEmpty() && unanswered.isEmpty(); }
    friend bool operator==(const LeakReport &, const LeakReport &) = default;
};

// What a World does not remember. One byte for each live handle, an hour of counts for each application, the requests
// that are pending.
class LeakTracker {
public:
    void see(const Event &event);
    void see(const EventBatch &batch);

    // As of `world`, which has seen the same events.
    LeakReport report(const World &world, Microseconds now, const LeakLimits &limits = {}) const;
    Obtained obtained(HCall handle) const;
    // Handles with an origin, requests, applications.
    qsizetype remembered() const { return m_handles + m_requests.size() + m_growth.size(); }

private:
    static constexpr size_t Minutes = 61;
    static constexpr quint32 PageSize = 4096;
    struct Page {
        std::array<Obtained, PageSize> origins = {};
        quint32 used = 0;
    };
    struct Growth {
        quint32 handles = 0;
        std::array<quint32, Minutes> before = {}; // by minute
    };
    struct Pending {
        ProviderId provider;
        const char *command;
        CallId call;
        Microseconds since;
        Obtained gives;
    };

    void passTo(Microseconds time);
    void note(const Events::RequestMade &event);
    void note(const Events::CommandSent &event);
    void note(const Events::ReportReceived &event);
    void note(const Events::HandleCreated &event);
    void note(const Events::HandleVoided &event);
    void setOrigin(HCall handle, Obtained origin);
    AppLeaks &entryFor(QList<AppLeaks> &apps, const App &app) const;
    void addRetained(LeakReport &report, const World &world, const LeakLimits &limits) const;
    void addGrowth(LeakReport &report, const World &world, const LeakLimits &limits) const;

    std::vector<std::unique_ptr<Page>> m_pages; // by HCall
    qsizetype m_handles = 0;
    QHash<HLineApp, Growth> m_growth;
    QHash<RequestId, Pending> m_requests;
    Obtained m_asked = Obtained::Unknown;     // what the request in hand gives
    Obtained m_completed = Obtained::Unknown; // what the completion in hand gives its maker
    bool m_reported = false;                  // a report is in hand
    Microseconds m_first = 0;
    Microseconds m_now = 0;
    qint64 m_minute = 0; // since the first event
};

} // namespace Linescope
