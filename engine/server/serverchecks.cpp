// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/serverchecks.h"

#include <limits>

namespace Linescope {

ServerChecks::ServerChecks(TelephonyServer *server, const TimeLimits &limits, QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_checks(limits)
{
    server->journal().forEach([this](const Event &event) { m_checks.see(event); });
    m_checks.takeFindings();
    connect(server, &TelephonyServer::advanced, this, &ServerChecks::look);
    awaitNext();
}

void ServerChecks::look(const EventBatch &batch)
{
    m_checks.see(batch);
    tell();
    awaitNext();
}

void ServerChecks::tell()
{
    if (!m_checks.hasFindings())
        return;
    for (const Finding &finding : m_checks.takeFindings())
        m_server->raise(finding);
}

// One call at a time: what is due earlier than that is rare, and asked for then.
void ServerChecks::awaitNext()
{
    const Microseconds due = m_checks.nextDue();
    if (due == std::numeric_limits<Microseconds>::max() || (m_awaited != 0 && m_awaited <= due))
        return;
    m_awaited = due;
    m_server->clock()->callAt(due, this, [this, due] {
        if (m_awaited == due)
            m_awaited = 0;
        m_checks.passTo(m_server->clock()->now());
        tell();
        awaitNext();
    });
}

} // namespace Linescope
