// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The longer sentences of a connection's health: certificates and permissions.
#pragma once

#include <QAbstractSocket>
#include <QByteArray>
#include <QCoreApplication>
#include <QList>
#include <QSslError>
#include <QString>
#include <QStringList>

class QSslCertificate;

namespace Linescope::Ami {

class HealthText {
    Q_DECLARE_TR_FUNCTIONS(Linescope::Ami::HealthText)

public:
    // What is wrong with the certificate, the gravest first, and the fingerprint with which it can be pinned.
    static QString badCertificate(const QString &server, const QSslCertificate &certificate,
                                  const QList<QSslError> &errors);
    static QString wrongPin(const QString &server, const QSslCertificate &certificate);
    // What to look at, or `detail` in the socket's words.
    static QString unreachable(const QString &server, QAbstractSocket::SocketError error, const QString &detail);
    static QString noTls(const QString &server, const QString &detail);
    // What the account may not do, and what its section of manager.conf lacks for it.
    static QString missingPermission(const QString &user, const QStringList &refusedActions);
};

// "3F:A0:...": the SHA-256 of the certificate, as browsers and openssl show it.
QString fingerprint(const QSslCertificate &certificate);
// `pin` in hex, with or without colons.
bool matchesPin(const QSslCertificate &certificate, const QByteArray &pin);

} // namespace Linescope::Ami
