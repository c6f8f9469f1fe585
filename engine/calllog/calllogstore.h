// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Writes ended calls to the database, on a thread of its own: however slow that is, nobody waits. Rows that come within
// groupDelay share a commit. What cannot be written is kept and tried again, ever less often, every 5 s at last.
// All methods may be called from any thread.
#pragma once

#include "calllog/calltrouble.h"
#include "calllog/loggedcall.h"

#include <QByteArray>

#include <chrono>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

namespace Linescope {

class CallDatabase;

struct CallLogStatus {
    enum class State : quint8 { Off, Opening, Fine, Troubled };
    State state = State::Off;
    CallLogTrouble trouble; // when troubled
    quint64 written = 0;    // calls since the start
    qint64 waiting = 0;     // calls whose handles are kept until they are written
    quint64 givenUp = 0;    // calls that are in no log: too many waited
    friend bool operator==(const CallLogStatus &a, const CallLogStatus &b)
    {
        return a.state == b.state && a.trouble.words == b.trouble.words && a.written == b.written
            && a.waiting == b.waiting && a.givenUp == b.givenUp;
    }
};

class CallLogStore {
public:
    CallLogStore(const CallLogSettings &settings, const QByteArray &password);
    // Writes what waits if the database lets it, within 2 s.
    ~CallLogStore();
    Q_DISABLE_COPY_MOVE(CallLogStore)

    // Called on any thread whenever takeDone() has something; it must only wake somebody. After the return of a call
    // with {} it is not called any more.
    void setListener(std::function<void()> listener);

    // Beyond CallLogSettings::mostWaiting the oldest that is not being written just now is given up.
    void put(LoggedCall record);
    // Calls that need not be kept any more, since the last time: their records are committed, or given up.
    std::vector<quint32> takeDone();
    // Waits until everything is written, the database refuses, or the time is up.
    void finish(std::chrono::milliseconds patience);

    CallLogStatus status() const;

    // Runs on the store's thread once everything that came before is written; with trouble if that cannot be.
    using Job = std::function<void(LogResult<CallDatabase *>)>;
    void run(Job job);

private:
    struct Shared;
    class Writer;

    const CallLogSettings m_settings;
    std::shared_ptr<Shared> m_shared;
    std::thread m_thread;
};

} // namespace Linescope
