// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What was told about one call, event by event: the source's own reports and the commands it got, what applications
// asked, what came of it. Kept for all calls in one ring with a byte cap; who shows a call asks for its part.
#pragma once

#include "journal/journal.h"
#include "models/liveworld.h"

#include <QObject>
#include <QSet>

#include <deque>

namespace Linescope {

// By which names events speak of a call: the engine's, the provider's, those of its handles and pending requests.
class CallNames {
public:
    CallNames() = default;
    explicit CallNames(CallId call)
        : m_call(call)
    {
    }

    CallId call() const { return m_call; }
    void learn(const World &world);
    void learn(const Event &event);    // what it says about the names
    bool concerns(const Event &event); // in the order of the events: a result follows its request
    bool names(CallId call) const { return call == m_call; }
    bool names(HCall handle) const { return m_handles.contains(handle); }
    bool names(DriverCall driver) const { return !driver.isNull() && driver == m_driver; }

private:
    CallId m_call;
    ProviderId m_provider;
    DriverCall m_driver;
    QSet<HCall> m_handles;
    QSet<RequestId> m_requests;
    bool m_requestMade = false; // the event before was a request about this call
};

class CallTrace : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype CapacityBytes = 16 * 1024 * 1024; // all calls together
    static constexpr size_t MaxEvents = 60;                      // of the call that is watched

    explicit CallTrace(LiveWorld *live, QObject *parent = nullptr, qsizetype capacityBytes = CapacityBytes);

    void watch(CallId call); // none: nothing
    CallId watched() const { return m_names.call(); }
    const std::deque<Event> &events() const { return m_events; } // of the watched call, oldest first
    quint64 earlier() const { return m_earlier; }                // events of it that were seen, but are not in events()
    bool isComplete() const { return m_complete; }               // its beginning was seen
    quint64 revision() const { return m_revision; }              // changes whenever events() does

private:
    void reset();
    void note(const EventBatch &batch);
    void take(const Event &event);

    LiveWorld *m_live;
    Journal m_journal;
    CallNames m_names;
    std::deque<Event> m_events;
    quint64 m_earlier = 0;
    quint64 m_revision = 0;
    bool m_complete = false;
};

} // namespace Linescope
