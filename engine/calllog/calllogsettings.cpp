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

std::optional<CallLogSettings> callLogAt(const QString &place)
{
    CallLogSettings settings;
    const QUrl url(place);
    if (!place.startsWith(u"postgresql:") && !place.startsWith(u"postgres:")) {
        settings.file = place;
        return place.isEmpty() ? std::nullopt : std::optional(settings);
    }
    const QUrlQuery query(url);
    const auto item = [&query](const char *name) {
        return query.queryItemValue(QString::fromLatin1(name), QUrl::FullyDecoded);
    };
    settings.backend = CallLogSettings::Backend::Postgres;
    settings.user = url.userName();
    settings.host = item("host").isEmpty() ? url.host() : item("host");
    settings.database = url.path().mid(1);
    settings.authority = item("ca");
    settings.insecure = item("insecure") == u"1";
    bool isPort = true;
    if (url.port() != -1)
        settings.port = quint16(url.port());
    else if (!item("port").isEmpty())
        settings.port = item("port").toUShort(&isPort);
    const bool isWhole = url.isValid() && isPort && settings.port > 0 && !settings.host.isEmpty()
        && !settings.database.isEmpty() && !settings.user.isEmpty();
    return isWhole && url.password().isEmpty() ? std::optional(settings) : std::nullopt;
}

} // namespace Linescope
