// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is found wrong, and what it rests on.

#include "server/telephonyserver_p.h"

#include <algorithm>

namespace Linescope {

using Transaction = TelephonyServer::Private::Transaction;

void TelephonyServer::Private::raise(const char *rule, Severity severity, const QString &subject, const QString &text,
                                     CallId call)
{
    const Evidence evidence{reportInHand, call.isNull() ? 0 : lastEventAbout(call, reportInHand)};
    record(Events::FindingRaised{std::make_shared<const Finding>(Finding{rule, severity, subject, text, evidence})});
}

quint64 TelephonyServer::Private::lastEventAbout(CallId call, quint64 before) const
{
    constexpr qsizetype most = 1000; // looked at
    const auto isAbout = [&](const Event &event) {
        return event.seq < before
            && std::visit(
                   [call](const auto &payload) {
                       if constexpr (requires { payload.call; })
                           return payload.call == call;
                       else
                           return false;
                   },
                   event.payload);
    };
    const auto found = std::find_if(batch.crbegin(), batch.crend(), isAbout);
    if (found != batch.crend())
        return found->seq;
    for (qsizetype i = journal.count(); i-- > std::max<qsizetype>(0, journal.count() - most);) {
        if (isAbout(journal.at(i)))
            return journal.at(i).seq;
    }
    return 0;
}

void TelephonyServer::raise(const Finding &finding)
{
    const Transaction transaction(d.get());
    d->record(Events::FindingRaised{std::make_shared<const Finding>(finding)});
}

} // namespace Linescope
