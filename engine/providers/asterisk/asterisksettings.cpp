// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "asterisksettings.h"

#include <QRegularExpression>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

constexpr quint16 plainPort = 5038;
constexpr quint16 tlsPort = 5039;

tl::unexpected<QString> refuse(const QString &sentence) { return tl::unexpected<QString>(sentence); }

bool isName(const QString &text)
{
    static const QRegularExpression name(u"\\A[A-Za-z0-9_.-]{1,80}\\z"_s);
    return name.match(text).hasMatch();
}

// True if the option exists and its value makes sense.
bool apply(AsteriskSettings &settings, const QString &key, const QString &value)
{
    Ami::Settings &connection = settings.connection;
    const auto flag = [&value](bool &member) {
        member = value == "1"_L1;
        return member || value == "0"_L1;
    };
    if (key == "local"_L1) {
        settings.local = value == "show"_L1 ? LocalChannels::Show : LocalChannels::Fold;
        return value == "show"_L1 || value == "fold"_L1;
    }
    if (key == "control"_L1) {
        const bool known = flag(settings.control);
        connection.control = settings.control;
        return known;
    }
    if (key == "events"_L1) {
        connection.eventClasses = value.split(u',');
        return std::all_of(connection.eventClasses.begin(), connection.eventClasses.end(), isName);
    }
    if (key == "context"_L1) {
        settings.originateContext = value;
        return isName(value);
    }
    if (key == "notify"_L1)
        return flag(settings.notify);
    if (key == "pickup"_L1) {
        settings.pickupPrefix = value;
        return Ami::isDialable(value) && value.size() <= 16;
    }
    if (key == "md5"_L1)
        return flag(connection.md5);
    if (key == "insecure"_L1)
        return flag(connection.allowInsecure);
    if (key == "ca"_L1) {
        connection.caFile = value;
        return !value.isEmpty();
    }
    if (key == "pin"_L1) {
        connection.pinnedSha256 = value.toLatin1();
        return QByteArray(connection.pinnedSha256).replace(':', "").size() == 64;
    }
    return false;
}

} // namespace

bool AsteriskSettings::isAsterisk(const QUrl &url)
{
    return url.scheme() == "asterisk"_L1 || url.scheme() == "asterisks"_L1;
}

tl::expected<AsteriskSettings, QString> AsteriskSettings::fromUrl(const QUrl &url)
{
    if (!url.isValid() || !isAsterisk(url))
        return refuse(tr("The address of an Asterisk server looks like asterisk://user@host."));
    if (!url.password().isEmpty())
        return refuse(tr("The password does not belong into the address: addresses are shown, logged and kept."));
    if (url.host().isEmpty())
        return refuse(tr("The address names no host: asterisk://user@host"));
    if (url.userName().isEmpty())
        return refuse(tr("The address names no user: asterisk://user@host"));
    if (!url.path().isEmpty() && url.path() != "/"_L1)
        return refuse(tr("The address of an Asterisk server ends after host and port."));

    AsteriskSettings settings;
    settings.connection.tls = url.scheme() == "asterisks"_L1;
    settings.connection.host = url.host();
    settings.connection.port = quint16(url.port(settings.connection.tls ? tlsPort : plainPort));
    settings.connection.user = url.userName(QUrl::FullyDecoded);
    const auto options = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[key, value] : options) {
        if (!apply(settings, key, value))
            return refuse(tr("The address has an option that does not exist or has no such value: %1").arg(key));
    }
    return settings;
}

QString AsteriskSettings::displayName() const
{
    const bool isUsual = connection.port == (connection.tls ? tlsPort : plainPort);
    const QString place = isUsual ? connection.host : u"%1:%2"_s.arg(connection.host).arg(connection.port);
    return connection.tls ? u"%1 (Asterisk, TLS)"_s.arg(place) : u"%1 (Asterisk)"_s.arg(place);
}

QList<QByteArray> AsteriskSettings::firstQuestions() const
{
    QList<QByteArray> questions{"PJSIPShowEndpoints", "DeviceStateList", "BridgeList", "CoreShowChannels"};
    if (control)
        questions += "ListCommands";
    return questions;
}

QUrl AsteriskSettings::toUrl() const
{
    const AsteriskSettings defaults;
    QUrlQuery query;
    if (local == LocalChannels::Show)
        query.addQueryItem(u"local"_s, u"show"_s);
    if (control)
        query.addQueryItem(u"control"_s, u"1"_s);
    if (connection.eventClasses != defaults.connection.eventClasses)
        query.addQueryItem(u"events"_s, connection.eventClasses.join(u','));
    if (originateContext != defaults.originateContext)
        query.addQueryItem(u"context"_s, originateContext);
    if (notify)
        query.addQueryItem(u"notify"_s, u"1"_s);
    if (!pickupPrefix.isEmpty())
        query.addQueryItem(u"pickup"_s, QString::fromLatin1(QUrl::toPercentEncoding(pickupPrefix, "*")));
    if (!connection.md5)
        query.addQueryItem(u"md5"_s, u"0"_s);
    if (connection.allowInsecure)
        query.addQueryItem(u"insecure"_s, u"1"_s);
    if (!connection.caFile.isEmpty())
        query.addQueryItem(u"ca"_s, QString::fromUtf8(QUrl::toPercentEncoding(connection.caFile, "/")));
    if (!connection.pinnedSha256.isEmpty())
        query.addQueryItem(u"pin"_s, QString::fromLatin1(connection.pinnedSha256));
    QUrl url;
    url.setScheme(connection.tls ? u"asterisks"_s : u"asterisk"_s);
    url.setUserName(connection.user, QUrl::DecodedMode);
    url.setHost(connection.host);
    if (connection.port != (connection.tls ? tlsPort : plainPort))
        url.setPort(connection.port);
    if (!query.isEmpty())
        url.setQuery(query);
    return url;
}

} // namespace Linescope
