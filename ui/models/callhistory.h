// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What became of each call since the window watches: the states it went through, who held it and until when. Bounded in
// calls and per call. A call that was there before the watching began starts with the state it had.
#pragma once

#include "models/liveworld.h"

#include <QHash>
#include <QObject>

#include <deque>
#include <vector>

namespace Linescope {

struct CallStep {
    Microseconds time = 0;
    CallState state = CallState::Unknown;
    quint32 mode = 0; // of the state
    friend bool operator==(const CallStep &, const CallStep &) = default;
};

struct CallHolder {
    HCall handle;
    HLineApp app;
    QString appName;
    Privilege privilege = Privilege::Monitor; // the last one
    Microseconds since = 0;
    Microseconds until = 0;                      // 0: still held
    VoidReason reason = VoidReason::Deallocated; // once `until` is set
    HLine line;
    friend bool operator==(const CallHolder &, const CallHolder &) = default;
};

struct CallRecord {
    CallId id;
    DeviceId device;
    Microseconds created = 0;
    PackedCallInfo info;             // as last known
    std::vector<CallStep> steps;     // oldest first
    std::vector<CallHolder> holders; // in the order of their handles' birth
    quint32 stepsDropped = 0;        // steps missing after the first
    quint32 holdersDropped = 0;      // past holders that are missing
    bool seenFromStart = false;
    Microseconds released = 0; // 0: the provider still has it
};

class CallHistory : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype MaxCalls = 200'000;
    static constexpr qsizetype MaxReleased = 5'000; // calls that are gone, the oldest go first
    static constexpr size_t MaxSteps = 64;
    static constexpr size_t MaxHolders = 64;

    explicit CallHistory(LiveWorld *live, QObject *parent = nullptr);

    const CallRecord *record(CallId call) const { return m_records.find(call); } // until the next change
    qsizetype count() const { return m_records.size(); }
    // Calls f(const CallRecord &) for every call, in no particular order.
    template<class F>
    void forEach(F f) const
    {
        m_records.forEach(f);
    }

Q_SIGNALS:
    void aboutToForget(const Linescope::CallRecord &record); // to keep the bounds
    void changed();                                          // something was added; at most once per frame

private:
    void reset();
    void note(const EventBatch &batch);
    void noteCreated(Microseconds time, const Events::CallCreated &event);
    void notePrivilege(const Events::HandlePrivilege &event);
    void noteVoided(Microseconds time, const Events::HandleVoided &event);
    void noteReleased(Microseconds time, CallId call);
    void addStep(CallRecord &record, const CallStep &step);
    void addHolder(CallRecord &record, CallHolder holder);
    CallRecord &recordFor(CallId call);
    CallRecord &addRecord(CallId call);
    void forgetOldest();
    void forget(CallId call);

    LiveWorld *m_live;
    SlotTable<CallId, CallRecord> m_records;
    std::deque<CallId> m_released;      // oldest first
    std::deque<CallId> m_known;         // in the order of their appearance; some may have been forgotten
    QHash<HLineApp, QString> m_newApps; // of the batch, not in the World yet
};

} // namespace Linescope
