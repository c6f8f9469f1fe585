// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Has everything that is done by hand written down before it is done, and what came of it after; what cannot be written
// down is not done. On the server's thread.
#pragma once

#include "audit/auditfile.h"
#include "server/replywaiter.h"

namespace Linescope {

class World;

class Auditor {
public:
    using Failed = std::function<void(const QString &sentence, bool wasDone)>;
    // `session`: a name of this run of the program, the same in all its rows. `failed` is told what cannot be written,
    // a sentence, and whether it was done all the same: then only what came of it is not written down.
    Auditor(TelephonyServer *server, ReplyWaiter *replies, const QString &path, const QString &session, Failed failed);

    // As ReplyWaiter::execute(). What cannot be written down fails with OPERATIONFAILED.
    void execute(HLineApp app, const Request &request, const ReplyWaiter::Returned &returned,
                 ReplyWaiter::Replied replied);
    // The same for what `act` does, which is as good as that request and succeeds.
    void execute(HLineApp app, const Request &request, const std::function<void()> &act);

private:
    AuditRow rowNow() const;
    tl::expected<quint64, QString> begin(HLineApp app, const Request &request);
    void end(quint64 act, LineError result);

    TelephonyServer *m_server;
    ReplyWaiter *m_replies;
    AuditFile m_file;
    const QString m_session;
    const QString m_user;
    const QString m_host;
    const Failed m_failed;
};

} // namespace Linescope
