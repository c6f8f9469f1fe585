// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// An application inside Linescope that does what TAPI meant handles to be kept for: it watches every line, reads what
// is retained of a call once that is IDLE, has it written, and deallocates its handle only after the record is
// committed. While the database is away its handles accumulate, in sight of everybody, up to
// CallLogSettings::mostWaiting. Lives on the server's thread.
#pragma once

#include "calllog/calllogstore.h"
#include "server/virtualapp.h"
#include "server/wakeable.h"

#include <QHash>
#include <QPointer>

#include <memory>

namespace Linescope {

class CallLog : public Wakeable {
    Q_OBJECT

public:
    // `session`: UUID of this run of the server. The same call of the same session is logged once, also by two of
    // these.
    CallLog(TelephonyServer *server, const CallLogSettings &settings, const QString &session,
            std::shared_ptr<CallLogStore> store);
    ~CallLog() override; // writes what waits, if the database lets it; then lineShutdown

    HLineApp app() const { return m_app ? m_app->id() : HLineApp(); }

private:
    struct Track { // of a call that goes on
        HCall handle;
        QString device;
        QString provider;
        Microseconds created = 0;
        Microseconds connected = 0; // the first time
        Microseconds talkEnded = 0;
        QString states;
        PackedCallInfo info; // the latest: nobody can read it once the line is closed
    };

    void woken() override;
    void advance(const EventBatch &batch);
    void take(const Event &event, const Events::Message &message);
    void take(const Event &event, const Events::HandleVoided &voided);
    void takeWhatIsThere();
    void begin(HCall handle);
    void catchUp(HCall handle);
    void stateChanged(Track &track, CallState state, Microseconds time);
    void readAndHandOver(const Call &call);
    void handOver(CallId id, LoggedCall record, HCall handle);
    LoggedCall recordOf(CallId id, const Track &track, const CallInfo &info, Microseconds ended) const;
    void deallocateDone();

    QPointer<TelephonyServer> m_server;
    const CallLogSettings m_settings;
    const QString m_session;
    std::shared_ptr<CallLogStore> m_store;
    std::unique_ptr<VirtualApp> m_app; // opens lines and takes calls, as any application here
    QHash<CallId, Track> m_calls;
    QHash<quint32, HCall> m_handles; // kept until the store is done with their call
};

} // namespace Linescope
