// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What concerned each call since the window watches, in order: requests and what they gave, messages, commands,
// reports, states, handles. A step that concerns several calls is kept once. Bounded per call and in all: the oldest
// steps go.
#pragma once

#include "models/ladder/ladderstep.h"
#include "models/liveworld.h"

#include <QHash>
#include <QObject>

#include <deque>
#include <optional>
#include <span>
#include <vector>

namespace Linescope {

struct LadderHandle { // the life of a handle of a call
    HCall handle;
    HLineApp app;
    CallId call;
    Privilege privilege = Privilege::Monitor; // the last one
    quint64 born = 0;                         // seq, 0: before the first step
    quint64 gone = 0;                         // seq, 0: still there
    VoidReason reason = VoidReason::Deallocated;
};

struct LadderCall {
    CallId id;
    DeviceId device;
    DriverCall driver;
    ProviderId provider;
    bool seenFromStart = false;
    bool released = false;
    quint64 idle = 0;           // seq of its IDLE, 0: not yet, or before the watching began
    bool idleAtStart = false;   // it was IDLE when the watching began
    std::vector<quint64> steps; // seqs, ascending; those below LadderModel::firstSeq() have gone
    quint64 dropped = 0;        // steps that are not in `steps` any more
    quint32 disturbed = 0;      // counts changes of `steps` other than at the end
    std::vector<LadderHandle> handles;
    std::vector<std::pair<HLineApp, QString>> apps; // who took part, by name
    std::vector<CallId> links;                      // named together with it by a request or a command; its conference
    QStringList keys;                               // calls with the same key belong together
};

class LadderModel : public QObject {
    Q_OBJECT

public:
    static constexpr size_t MaxSteps = 100'000; // in all
    static constexpr size_t MaxStepsOfCall = 20'000;
    static constexpr size_t MaxHandlesOfCall = 256;
    static constexpr qsizetype MaxCalls = 50'000; // more than can have steps
    static constexpr size_t MaxReleased = 5'000;  // calls that are gone, the oldest go first
    static constexpr qsizetype MaxRelated = 32;

    explicit LadderModel(LiveWorld *live, QObject *parent = nullptr);

    const LadderCall *call(CallId call) const { return m_calls.find(call); } // until the next change
    const LadderStep *step(quint64 seq) const;                               // until the next change
    quint64 firstSeq() const { return m_steps.empty() ? 0 : m_steps.front().seq; }
    size_t stepCount() const { return m_steps.size(); }
    std::span<const quint64> stepsOf(const LadderCall &call) const; // those that are still there
    quint64 missingOf(const LadderCall &call) const;                // those that are not

    CallId latestCall() const; // the one that has appeared last; none if there is none
    // The call and those that belong to it: its conference, its consultation call, its group; at most MaxRelated.
    QList<CallId> related(CallId call) const;

Q_SIGNALS:
    void reset();
    void changed(); // at most once per frame

private:
    using Calls = QVarLengthArray<CallId, 4>;
    struct Held { // not a step yet: which calls it concerns shows in what follows
        std::optional<LadderStep> step;
        Calls calls;
    };
    struct OpenLine {
        quint64 request = 0;
        quint64 opened = 0;
        quint64 result = 0;
    };
    struct PendingRequest {
        Calls calls;
        quint64 seq = 0;
    };

    void start();
    void note(const EventBatch &batch);
    void noteEvent(const Event &event);
    void noteRequest(const Event &event, const Events::RequestMade &made);
    void noteResult(const Event &event, const Events::RequestResult &result);
    void noteCommand(const Event &event, const Events::CommandSent &sent);
    void noteReport(const Event &event, const Events::ReportReceived &received);
    void noteMessage(const Event &event, const Events::Message &message);
    void noteCreated(const Event &event, const Events::CallCreated &created);
    void noteState(const Event &event, const Events::CallState &state);
    void noteReleased(const Event &event, const Events::CallReleased &released);
    void noteHandle(const Event &event, const Events::HandleCreated &created);
    void noteVoided(const Event &event, const Events::HandleVoided &voided);
    void noteClosed(const Event &event, const Events::LineClosed &closed);

    LadderStep stepOf(const Event &event, LadderKind kind, HLineApp app = {}, ProviderId provider = {}) const;
    void add(LadderStep step, const Calls &calls);
    void attach(quint64 seq, CallId call, HLineApp app);
    void attachOpening(HLine line, CallId call, HLineApp app);
    void keep(LadderStep step);
    void touchRequest(const Calls &calls);
    void rememberPending(RequestId id, const Calls &calls, quint64 seq);
    void link(const Calls &calls);
    void setKeys(LadderCall &call, const PackedCallInfo &info);
    Calls callsOf(const LadderSubject &subject) const;
    CallId callOf(HCall handle) const;
    QString nameOf(HLineApp app) const;

    LadderCall &callFor(CallId id);
    void takeFromWorld(LadderCall &call) const;
    void addHandle(LadderCall &call, const LadderHandle &handle);
    void rememberApp(LadderCall &call, HLineApp app);
    void forgetOldest();
    void forget(CallId id);

    LiveWorld *m_live;
    std::deque<LadderStep> m_steps; // by seq
    SlotTable<CallId, LadderCall> m_calls;
    std::deque<CallId> m_released; // oldest first
    std::deque<CallId> m_known;    // in the order of their appearance; some may have been forgotten
    QMultiHash<QString, CallId> m_byKey;

    QHash<quint64, CallId> m_drivers; // provider and its name of a call
    QHash<DeviceId, ProviderId> m_providers;
    QHash<HCall, CallId> m_goneHandles; // the youngest of them
    std::deque<HCall> m_goneOrder;
    QHash<RequestId, PendingRequest> m_pending;
    std::deque<RequestId> m_pendingOrder;
    QHash<HLine, OpenLine> m_opened;
    QHash<HLine, Calls> m_closing; // the calls that lines had which close or have just closed
    std::deque<HLine> m_closingOrder;
    Held m_request;
    OpenLine m_opening;
    Held m_report;

    QHash<HLineApp, QString> m_newApps; // of the batch, not in the World yet
    QHash<HCall, CallId> m_newHandles;
};

} // namespace Linescope
