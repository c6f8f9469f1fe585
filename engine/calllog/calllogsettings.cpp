// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "calllog/calllogsettings.h"

#include <QUrl>
#include <QUrlQuery>

namespace Linescope {

QString callLogPlace(const CallLogSettings &settings)
{
    if (settings.backend == CallLogSettings::Backend::Sqlite)
        return settings.file;
    const bool isSocket = settings.host.startsWith(u'/');
    QUrl url;
    url.setScheme(QStringLiteral("postgresql"));
    url.setHost(isSocket ? QStringLiteral("") : settings.host);
    url.setUserName(settings.user);
    url.setPath(u'/' + settings.database);
    if (!isSocket)
        url.setPort(settings.port);
    QUrlQuery query;
    if (isSocket) {
        query.addQueryItem(QStringLiteral("host"), settings.host);
        query.addQueryItem(QStringLiteral("port"), QString::number(settings.port));
    }
    if (!settings.authority.isEmpty())
        query.addQueryItem(QStringLiteral("ca"), settings.authority);
    if (settings.insecure)
        query.addQueryItem(QStringLiteral("insecure"), QStringLiteral("1"));
    if (!query.isEmpty())
        url.setQuery(query);
    return url.toString(QUrl::FullyEncoded);
}

CallLogSettings callLogAt(const QString &place)
{
    CallLogSettings settings;
    const QUrl url(place);
    if (url.scheme() != u"postgresql" && url.scheme() != u"postgres") {
        settings.file = place;
        return settings;
    }
    const QUrlQuery query(url);
    const auto item = [&query](const char *name) {
        return query.queryItemValue(QString::fromLatin1(name), QUrl::FullyDecoded);
    };
    settings.backend = CallLogSettings::Backend::Postgres;
    settings.user = url.userName();
    settings.host = item("host").isEmpty() ? url.host() : item("host");
    settings.port = quint16(url.port(item("port").toInt()));
    if (settings.port == 0)
        settings.port = CallLogSettings::PostgresPort;
    settings.database = url.path().mid(1);
    settings.authority = item("ca");
    settings.insecure = item("insecure") == u"1";
    return settings;
}

} // namespace Linescope
