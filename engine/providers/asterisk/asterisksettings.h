// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How to reach one Asterisk and what to show of it; never its password.
#pragma once

#include "amiconnection.h"
#include "channeltracker.h"

#include <QCoreApplication>
#include <QUrl>

#include <tl/expected.hpp>

namespace Linescope {

struct AsteriskSettings {
    Q_DECLARE_TR_FUNCTIONS(Linescope::AsteriskSettings)

public:
    Ami::Settings connection;
    LocalChannels local = LocalChannels::Fold;
    bool control = false;                                 // may act on calls, as far as the account may
    bool notify = false;                                  // the telephones answer and hold when a NOTIFY says so
    QString pickupPrefix;                                 // "*8": what picks up the call of the number behind it
    QString originateContext = QStringLiteral("default"); // where a number that lineMakeCall dials is looked up

    // "asterisk://user@host:5038?local=show&control=1&events=call,system", "asterisks://..." for TLS. Further options:
    // context, notify=1, pickup=*8, md5=0, insecure=1 (no TLS to another machine), ca=FILE, pin=SHA256. A sentence says
    // what is wrong.
    static tl::expected<AsteriskSettings, QString> fromUrl(const QUrl &url);
    QUrl toUrl() const; // only what differs from the defaults
    static bool isAsterisk(const QUrl &url);
    // "pbx.example (Asterisk)", with a port that is not the usual one, and TLS: no two servers are called alike.
    QString displayName() const;
    // The actions that a connection asks first: what there is, and what the account may do.
    QList<QByteArray> firstQuestions() const;

    friend bool operator==(const AsteriskSettings &, const AsteriskSettings &) = default;
};

} // namespace Linescope
