// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The address of an Asterisk, part by part, as dialogs ask for it: between fields and the URL that --source takes.
#pragma once

#include <QCoreApplication>
#include <QString>

namespace Linescope {

struct AsteriskAddress {
    Q_DECLARE_TR_FUNCTIONS(Linescope::AsteriskAddress)

public:
    static constexpr int plainPort = 5038;
    static constexpr int tlsPort = 5039;

    QString host;
    int port = tlsPort;
    bool tls = true;
    bool insecure = false; // may go unencrypted to another machine
    QString pin;           // SHA-256 of the certificate
    QString user;
    bool showLocal = false;
    bool control = false;
    QString more; // options without a part of their own: "context=internal&pickup=*8"

    static AsteriskAddress fromUrl(const QString &url); // empty: a new one
    QString toUrl() const;                              // never with a password
    bool isInsecure() const;                            // the password and every call would be readable on the network
    QString problem() const;                            // a sentence; empty when it can be used
    QString serverProblem() const;                      // the same of what is needed to reach the server
    QString caution() const;                            // what is dangerous about it, in sentences; empty: nothing

    friend bool operator==(const AsteriskAddress &, const AsteriskAddress &) = default;
};

} // namespace Linescope
