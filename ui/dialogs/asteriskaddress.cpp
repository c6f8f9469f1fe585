// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/asteriskaddress.h"

#include "support/text.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

bool isLoopback(const QString &host)
{
    return host.compare(u"localhost", Qt::CaseInsensitive) == 0 || host == u"::1"
        || QRegularExpression(QStringLiteral("\\A127(\\.\\d{1,3}){3}\\z")).match(host).hasMatch();
}

bool isHost(const QString &text)
{
    QUrl url;
    url.setHost(text);
    return !url.host().isEmpty();
}

bool isFingerprint(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("\\A[0-9A-Fa-f]{64}\\z"));
    return pattern.match(QString(text).remove(u':')).hasMatch();
}

// Options that have a part of their own; the others are kept as they are.
constexpr QLatin1StringView ownOptions[] = {"insecure"_L1, "pin"_L1, "local"_L1, "control"_L1};

} // namespace

AsteriskAddress AsteriskAddress::fromUrl(const QString &text)
{
    const QUrl url(text);
    const QUrlQuery query(url);
    AsteriskAddress address;
    address.tls = text.isEmpty() || url.scheme() == u"asterisks";
    address.host = url.host();
    address.port = url.port(address.tls ? tlsPort : plainPort);
    address.user = url.userName();
    address.pin = query.queryItemValue(u"pin"_s);
    address.insecure = query.queryItemValue(u"insecure"_s) == u"1";
    address.control = query.queryItemValue(u"control"_s) == u"1";
    address.showLocal = query.queryItemValue(u"local"_s) == u"show";
    QUrlQuery more = query;
    for (const QLatin1StringView own : ownOptions)
        more.removeAllQueryItems(own);
    address.more = more.toString(QUrl::PrettyDecoded);
    return address;
}

QString AsteriskAddress::toUrl() const
{
    QUrl url;
    url.setScheme(tls ? u"asterisks"_s : u"asterisk"_s);
    url.setHost(host);
    url.setUserName(user, QUrl::DecodedMode);
    if (port != (tls ? tlsPort : plainPort))
        url.setPort(port);
    QUrlQuery query;
    if (isInsecure() && insecure)
        query.addQueryItem(u"insecure"_s, u"1"_s);
    if (tls && !pin.isEmpty())
        query.addQueryItem(u"pin"_s, pin);
    if (showLocal)
        query.addQueryItem(u"local"_s, u"show"_s);
    if (control)
        query.addQueryItem(u"control"_s, u"1"_s);
    for (const auto &[key, value] : QUrlQuery(more).queryItems(QUrl::FullyDecoded))
        query.addQueryItem(key, value);
    if (!query.isEmpty())
        url.setQuery(query);
    return url.toString();
}

bool AsteriskAddress::isInsecure() const { return !tls && !isLoopback(host); }

QString AsteriskAddress::serverProblem() const
{
    if (host.isEmpty())
        return tr("Which host?");
    if (!isHost(host))
        return tr("This is not the name or address of a host.");
    if (isInsecure() && !insecure)
        return tr("Unencrypted connections to another machine have to be allowed first.");
    if (tls && !pin.isEmpty() && !isFingerprint(pin))
        return tr("A fingerprint has 64 hexadecimal digits.");
    return {};
}

QString AsteriskAddress::problem() const
{
    const QString ofServer = serverProblem();
    if (!isHost(host))
        return ofServer;
    if (user.isEmpty())
        return tr("Which user of manager.conf?");
    if (!ofServer.isEmpty())
        return ofServer;
    for (const auto &[key, value] : QUrlQuery(more).queryItems(QUrl::FullyDecoded)) {
        if (std::find(std::begin(ownOptions), std::end(ownOptions), key) != std::end(ownOptions))
            return tr("The option %1 has a field of its own here.").arg(visibleText(key));
    }
    return {};
}

QString AsteriskAddress::caution() const
{
    QStringList words;
    if (isInsecure() && !host.isEmpty())
        words += tr("INSECURE: everybody on the way can read and change this connection.");
    if (control)
        words += tr("With control, Linescope can make, change and hang up real calls.");
    return words.join(u' ');
}

} // namespace Linescope
