// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The conformance checks look on while a server works: what they find becomes a FindingRaised event of the same stream,
// right behind what it is about. On the server's thread; gone before it.
#pragma once

#include "checks/conformancechecks.h"
#include "server/telephonyserver.h"

#include <QObject>

namespace Linescope {

class ServerChecks : public QObject {
    Q_OBJECT

public:
    // Knows what the server's journal holds, and finds from now on. The first to be told of a batch: the others are
    // told of its findings behind it.
    explicit ServerChecks(TelephonyServer *server, const TimeLimits &limits = {}, QObject *parent = nullptr);

private:
    void look(const EventBatch &batch);
    void tell();
    void awaitNext();

    TelephonyServer *m_server;
    ConformanceChecks m_checks;
    Microseconds m_awaited = 0; // when the clock will call; 0: not asked
};

} // namespace Linescope
