// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// An application inside Linescope: it opens lines, gets messages and lives by its habits, like any TAPI program would.
// The window's monitor, the demo's cast and a tester's applications are all of this kind. Lives on the server's thread.
#pragma once

#include "server/telephonyserver.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QSet>

#include <deque>
#include <functional>

namespace Linescope {

struct AppHabits {
    QString name;
    ApiVersion apiVersion = ApiVersion::V2_2;
    Privileges privileges = Privilege::Monitor; // for lineOpen
    MediaModes mediaModes;                      // with OWNER
    bool monitor = false;                       // Linescope's own watcher (G-13)
    bool openAllLines = true;                   // also those that are added or closed and come back later
    bool takeExistingCalls = true;              // lineGetNewCalls after opening

    // Microseconds after the event; < 0: never.
    Microseconds answerAfter = -1;         // an OFFERING call that it owns
    Microseconds dropAfterDisconnect = -1; // a DISCONNECTED call that it owns
    Microseconds deallocateAfterIdle = -1; // never: it forgets, the handles leak
    Microseconds reopenAfter = 10_s;       // a line that the provider closed
    qsizetype keepAtMost = 100'000;        // retained handles; beyond that the oldest are deallocated

    friend bool operator==(const AppHabits &, const AppHabits &) = default;
};

class VirtualApp : public QObject {
    Q_OBJECT

public:
    VirtualApp(TelephonyServer *server, const AppHabits &habits, QObject *parent = nullptr);
    ~VirtualApp() override; // lineShutdown

    HLineApp id() const { return m_id; }

private:
    void advance(const EventBatch &batch);
    void lineClosed(const Events::LineClosed &event);
    void readMessages();
    void openMissingLines();
    void openLine(const Device &device);
    void callStateChanged(HCall handle, CallState state);
    void deallocate(HCall handle);
    void forgetOldest();
    void later(Microseconds delay, std::function<void()> act);
    // The handle's call, if the handle is still valid.
    const Call *callOf(HCall handle) const;

    QPointer<TelephonyServer> m_server;
    AppHabits m_habits;
    HLineApp m_id;
    QSet<DeviceId> m_open;
    QHash<DeviceId, Microseconds> m_notBefore; // closed lines: when to try again
    std::deque<HCall> m_retained;              // oldest first
};

} // namespace Linescope
