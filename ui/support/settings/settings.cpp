// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/settings/settings.h"

#include <QDir>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace Linescope {

namespace {

constexpr qsizetype MaxConnections = 10;
constexpr qsizetype MaxProfiles = 1000;

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
    , m_preferences(readPreferences(m_settings))
{
    follow();
}

Settings::Settings(const QString &fileName, QObject *parent)
    : QObject(parent)
    , m_settings(fileName, QSettings::IniFormat)
    , m_preferences(readPreferences(m_settings))
{
    follow();
}

// QSettings writes by itself when the event loop is back, and says nothing.
void Settings::follow()
{
    m_check.setSingleShot(true);
    connect(&m_check, &QTimer::timeout, this, &Settings::sync);
}

void Settings::sync()
{
    m_settings.sync();
    const QString sentence = m_told ? QString() : trouble();
    if (sentence.isEmpty())
        return;
    m_told = true;
    Q_EMIT troubled(sentence);
}

QString Settings::trouble() const
{
    const QString path = QDir::toNativeSeparators(fileName());
    if (m_settings.status() == QSettings::FormatError)
        return tr("Parts of the settings file %1 cannot be understood and count as absent. The next change writes the "
                  "file without them: copy it now if you want to correct them.")
            .arg(path);
    if (m_settings.status() == QSettings::AccessError || !m_settings.isWritable())
        return tr("The settings file %1 cannot be read or written: what you choose will be forgotten. Make sure that "
                  "its folder exists, that there is room, and that you may write the file.")
            .arg(path);
    return {};
}

bool Settings::set(const QString &key, const QVariant &value)
{
    if (m_settings.value(key) == value)
        return false;
    m_settings.setValue(key, value);
    m_check.start();
    return true;
}

void Settings::remove(const QString &key)
{
    m_settings.remove(key);
    m_check.start();
}

void Settings::setPreferences(const Preferences &preferences)
{
    Preferences wanted = clamped(preferences);
    if (wanted == m_preferences)
        return;
    const Preferences before = std::exchange(m_preferences, std::move(wanted));
    writePreferences(m_settings, m_preferences);
    m_check.start();
    tellChanges(before);
}

void Settings::tellChanges(const Preferences &before)
{
    const Preferences now = m_preferences; // a slot may change them again
    if (now.appearance != before.appearance)
        Q_EMIT appearanceChanged(now.appearance);
    if (now.appearance.scheme != before.appearance.scheme)
        Q_EMIT colorSchemeChanged(now.appearance.scheme);
    if (now.ghostSeconds != before.ghostSeconds)
        Q_EMIT ghostSecondsChanged(now.ghostSeconds);
    if (now.flash != before.flash || now.appearance.reducedMotion != before.appearance.reducedMotion)
        Q_EMIT flashChanged(flash());
    if (now.formats != before.formats)
        Q_EMIT formatsChanged(now.formats);
    if (now.masking != before.masking)
        Q_EMIT maskingChanged(now.masking);
    if (now.alarms != before.alarms)
        Q_EMIT alarmsChanged(now.alarms);
    if (now.language != before.language)
        Q_EMIT languageChanged(now.language);
    Q_EMIT preferencesChanged();
}

void Settings::setColorScheme(ColorScheme scheme)
{
    Preferences wanted = m_preferences;
    wanted.appearance.scheme = scheme;
    setPreferences(wanted);
}

void Settings::setLanguage(const QString &language)
{
    Preferences wanted = m_preferences;
    wanted.language = language;
    setPreferences(wanted);
}

void Settings::setGhostSeconds(int seconds)
{
    Preferences wanted = m_preferences;
    wanted.ghostSeconds = seconds;
    setPreferences(wanted);
}

void Settings::setConfirm(Destructive act, bool ask)
{
    Preferences wanted = m_preferences;
    wanted.confirmed.setFlag(act, ask);
    setPreferences(wanted);
}

QString Settings::filter() const { return m_settings.value(QStringLiteral("view/filter")).toString(); }

void Settings::setFilter(const QString &filter) { set(QStringLiteral("view/filter"), filter); }

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

// Name and address in turn.
ConnectionProfiles Settings::profiles() const
{
    const QStringList values = m_settings.value(QStringLiteral("sources/profiles")).toStringList();
    ConnectionProfiles profiles;
    for (qsizetype i = 0; i + 1 < values.size() && profiles.size() < MaxProfiles; i += 2)
        profiles.append({values.at(i), values.at(i + 1)});
    return profiles;
}

void Settings::addProfile(const ConnectionProfile &profile)
{
    const ConnectionProfiles known = profiles();
    const auto isTaken = [&](const QString &name) {
        return std::any_of(known.begin(), known.end(), [&](const ConnectionProfile &other) {
            return other.name == name && other.url != withoutPassword(profile.url);
        });
    };
    QString name = profile.name;
    for (int number = 2; isTaken(name); ++number)
        name = QStringLiteral("%1 (%2)").arg(profile.name).arg(number);
    setProfiles(withProfile(known, {name, profile.url}));
}

void Settings::setProfiles(const ConnectionProfiles &profiles)
{
    QStringList values;
    for (const ConnectionProfile &profile : profiles.mid(0, MaxProfiles))
        values += {profile.name, withoutPassword(profile.url)};
    set(QStringLiteral("sources/profiles"), values);
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
        remove(key);
}

void Settings::setLayout(const QString &name, const QByteArray &bytes) { set(QStringLiteral("layout/") + name, bytes); }

void Settings::forgetLayout() { remove(QStringLiteral("layout")); }

void Settings::resetLayout()
{
    forgetLayout();
    Q_EMIT layoutReset();
}

QByteArray Settings::savedViews() const { return m_settings.value(QStringLiteral("view/saved")).toByteArray(); }

void Settings::setSavedViews(const QByteArray &views) { set(QStringLiteral("view/saved"), views); }

} // namespace Linescope
