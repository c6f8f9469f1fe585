// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/replywaiter.h"

#include "server/telephonyserver.h"
#include "world/requestof.h"

#include <QScopedValueRollback>

namespace Linescope {

void ReplyWaiter::execute(HLineApp app, const Request &request, const Returned &returned, Replied replied)
{
    listen();
    Outcome outcome;
    {
        const QScopedValueRollback executing(m_executing, true);
        outcome = m_server->execute(app, request);
    }
    returned(outcome);
    const auto early = std::exchange(m_early, {});
    const RequestId id = requestOf(outcome);
    if (const auto reply = early.find(id); outcome.ok() && reply != early.end()) {
        replied(reply->second);
    } else if (outcome.ok() && !id.isNull()) {
        m_waiting[id] = std::move(replied);
        if (m_waiting.size() > MaxWaiting)
            m_waiting.erase(m_waiting.begin());
    }
    if (m_waiting.empty())
        disconnect(m_connection);
}

void ReplyWaiter::listen()
{
    if (!m_connection)
        m_connection = connect(m_server, &TelephonyServer::messagePosted, this,
                               [this](HLineApp, const LineMessage &message) { note(message); });
}

void ReplyWaiter::note(const LineMessage &message)
{
    if (message.id != MessageId::Reply)
        return;
    const RequestId id{message.param1};
    const LineError result = LineError(message.param2);
    const auto waiting = m_waiting.find(id);
    if (waiting == m_waiting.end()) {
        if (m_executing)
            m_early[id] = result;
        return;
    }
    const Replied replied = std::move(waiting->second);
    m_waiting.erase(waiting);
    if (m_waiting.empty() && !m_executing)
        disconnect(m_connection);
    replied(result);
}

} // namespace Linescope
