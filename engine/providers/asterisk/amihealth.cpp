// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "amihealth.h"

#include "amiaction.h"

#include <QCryptographicHash>
#include <QSslCertificate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Linescope::Ami {

namespace {

bool isAny(const QList<QSslError> &errors, std::initializer_list<QSslError::SslError> kinds)
{
    return std::any_of(errors.begin(), errors.end(), [kinds](const QSslError &error) {
        return std::find(kinds.begin(), kinds.end(), error.error()) != kinds.end();
    });
}

QString namesOf(const QSslCertificate &certificate)
{
    QStringList names = certificate.subjectAlternativeNames().values();
    if (names.isEmpty())
        names = certificate.subjectInfo(QSslCertificate::CommonName);
    names.sort();
    return names.join(u", ").left(200);
}

} // namespace

QString HealthText::badCertificate(const QString &server, const QSslCertificate &certificate,
                                   const QList<QSslError> &errors)
{
    const QString remedy = certificate.isNull()
        ? QString()
        : u' ' + tr("To trust exactly this certificate, pin its SHA-256 fingerprint: %1").arg(fingerprint(certificate));
    if (isAny(errors, {QSslError::HostNameMismatch}))
        return tr("The certificate of %1 is for another name: %2.").arg(server, namesOf(certificate)) + remedy;
    if (isAny(errors, {QSslError::CertificateExpired}))
        return tr("The certificate of %1 expired on %2.")
                   .arg(server, certificate.expiryDate().toUTC().toString(Qt::ISODate))
            + remedy;
    if (isAny(errors, {QSslError::CertificateNotYetValid}))
        return tr("The certificate of %1 is not valid before %2.")
                   .arg(server, certificate.effectiveDate().toUTC().toString(Qt::ISODate))
            + remedy;
    if (isAny(errors, {QSslError::SelfSignedCertificate}))
        return tr("The certificate of %1 is signed by nobody but itself.").arg(server) + remedy;
    if (isAny(errors,
              {QSslError::SelfSignedCertificateInChain, QSslError::UnableToGetLocalIssuerCertificate,
               QSslError::UnableToGetIssuerCertificate, QSslError::UnableToVerifyFirstCertificate,
               QSslError::CertificateUntrusted}))
        return tr("The certificate of %1 is signed by an authority that is not trusted here.").arg(server) + remedy;
    const QString detail = errors.isEmpty() ? QString() : errors.first().errorString();
    return tr("The certificate of %1 is not accepted: %2.").arg(server, detail) + remedy;
}

QString HealthText::wrongPin(const QString &server, const QSslCertificate &certificate)
{
    return tr("The certificate of %1 is not the pinned one. Its SHA-256 fingerprint is %2")
        .arg(server, fingerprint(certificate));
}

QString HealthText::unreachable(const QString &server, QAbstractSocket::SocketError error, const QString &detail)
{
    if (error == QAbstractSocket::ConnectionRefusedError)
        return tr("%1 refuses connections. Does Asterisk run there, with enabled = yes and this port in manager.conf?")
            .arg(server);
    return tr("%1 cannot be reached: %2.").arg(server, detail);
}

QString HealthText::noTls(const QString &server, const QString &detail)
{
    return tr("The TLS handshake with %1 failed. Has manager.conf tlsenable = yes, and is this the port for TLS? (%2)")
        .arg(server, detail);
}

QString HealthText::missingPermission(const QString &user, const QStringList &refusedActions)
{
    QStringList classes;
    for (const QString &action : refusedActions)
        classes << writeClass(action.toLatin1());
    classes.removeDuplicates();
    classes.removeAll(QString());
    const QString what = tr("The account “%1” may not use %2.").arg(user, refusedActions.join(u", "));
    if (classes.isEmpty())
        return what;
    return what + u' ' + tr("Its section in manager.conf lacks this: write = %1").arg(classes.join(u','));
}

QString fingerprint(const QSslCertificate &certificate)
{
    return QString::fromLatin1(certificate.digest(QCryptographicHash::Sha256).toHex(':').toUpper());
}

bool matchesPin(const QSslCertificate &certificate, const QByteArray &pin)
{
    QByteArray hex = pin;
    hex.replace(':', "").replace(' ', "");
    return !certificate.isNull() && hex.toLower() == certificate.digest(QCryptographicHash::Sha256).toHex();
}

} // namespace Linescope::Ami
