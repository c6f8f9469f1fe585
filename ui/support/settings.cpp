// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/settings.h"

#include <QUrl>

#include <algorithm>

namespace Linescope {

namespace {

constexpr qsizetype MaxConnections = 10;

QString withoutPassword(const QString &text)
{
    QUrl url(text);
    url.setPassword({});
    return url.toString();
}

} // namespace

Settings::Settings(QObject *parent)
    : QObject(parent)
    , m_settings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("linescope"), QStringLiteral("linescope"))
{
}

Settings::Settings(const QString &fileName, QObject *parent)
    : QObject(parent)
    , m_settings(fileName, QSettings::IniFormat)
{
}

bool Settings::set(const QString &key, const QVariant &value)
{
    if (m_settings.value(key) == value)
        return false;
    m_settings.setValue(key, value);
    return true;
}

ColorScheme Settings::colorScheme() const
{
    return colorSchemeFromString(m_settings.value(QStringLiteral("view/colorScheme")).toString());
}

void Settings::setColorScheme(ColorScheme scheme)
{
    if (set(QStringLiteral("view/colorScheme"), colorSchemeName(scheme)))
        Q_EMIT colorSchemeChanged(scheme);
}

QString Settings::language() const { return m_settings.value(QStringLiteral("view/language")).toString(); }

void Settings::setLanguage(const QString &language)
{
    if (set(QStringLiteral("view/language"), language))
        Q_EMIT languageChanged(language);
}

QString Settings::filter() const { return m_settings.value(QStringLiteral("view/filter")).toString(); }

void Settings::setFilter(const QString &filter) { set(QStringLiteral("view/filter"), filter); }

int Settings::ghostSeconds() const
{
    return std::clamp(m_settings.value(QStringLiteral("view/ghostSeconds"), 5).toInt(), 0, 3600);
}

void Settings::setGhostSeconds(int seconds)
{
    if (set(QStringLiteral("view/ghostSeconds"), seconds))
        Q_EMIT ghostSecondsChanged(ghostSeconds());
}

QStringList Settings::connections() const
{
    return m_settings.value(QStringLiteral("sources/recent")).toStringList().mid(0, MaxConnections);
}

void Settings::addConnection(const QString &url)
{
    QStringList urls = connections();
    const QString latest = withoutPassword(url);
    urls.removeAll(latest);
    urls.prepend(latest);
    set(QStringLiteral("sources/recent"), urls.mid(0, MaxConnections));
}

QByteArray Settings::layout(const QString &name) const
{
    return m_settings.value(QStringLiteral("layout/") + name).toByteArray();
}

void Settings::setValue(const QString &key, const QVariant &value)
{
    if (value.isValid())
        set(key, value);
    else
        m_settings.remove(key);
}

void Settings::setLayout(const QString &name, const QByteArray &bytes) { set(QStringLiteral("layout/") + name, bytes); }

} // namespace Linescope
