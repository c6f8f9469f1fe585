// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Executes requests and tells when the LINE_REPLY of an asynchronous one is in its application's queue (M-10). Listens
// to the messages only while something waits: there are very many. On the server's thread.
#pragma once

#include "world/request.h"

#include <QObject>

#include <functional>
#include <map>

namespace Linescope {

class TelephonyServer;
struct LineMessage;

class ReplyWaiter : public QObject {
public:
    using Returned = std::function<void(const Outcome &)>;
    using Replied = std::function<void(LineError)>;

    explicit ReplyWaiter(TelephonyServer *server)
        : m_server(server)
    {
    }

    // `returned` before it returns, `replied` after that: not for a request that fails at once or is synchronous, nor
    // if its application ends before.
    void execute(HLineApp app, const Request &request, const Returned &returned, Replied replied);

private:
    static constexpr size_t MaxWaiting = 1024; // what waits longest is given up: its application may have ended

    void note(const LineMessage &message);
    void listen();

    TelephonyServer *m_server;
    QMetaObject::Connection m_connection;
    std::map<RequestId, Replied> m_waiting;
    std::map<RequestId, LineError> m_early; // replies that came while their request was executed
    bool m_executing = false;
};

} // namespace Linescope
