// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window remembers: what the user has chosen (Preferences), and how things were left. Tells what changes.
// Never a password.
#pragma once

#include "support/settings/connectionprofile.h"
#include "support/settings/preferences.h"
#include "support/theme/theme.h"

#include <QByteArray>
#include <QObject>
#include <QSettings>
#include <QStringList>
#include <QTimer>

namespace Linescope {

class Settings : public QObject {
    Q_OBJECT

public:
    // The user's own file; another one for tests.
    explicit Settings(QObject *parent = nullptr);
    explicit Settings(const QString &fileName, QObject *parent = nullptr);

    const Preferences &preferences() const { return m_preferences; }
    void setPreferences(const Preferences &preferences); // what is out of bounds is brought within

    const Appearance &appearance() const { return m_preferences.appearance; }
    ColorScheme colorScheme() const { return appearance().scheme; }
    void setColorScheme(ColorScheme scheme);
    QString language() const { return m_preferences.language; }
    void setLanguage(const QString &language);
    int ghostSeconds() const { return m_preferences.ghostSeconds; }
    void setGhostSeconds(int seconds);
    bool flash() const { return m_preferences.flash && !appearance().reducedMotion; }
    // Whether to ask before.
    bool confirm(Destructive act) const { return m_preferences.confirmed.testFlag(act); }
    void setConfirm(Destructive act, bool ask);

    QString filter() const; // empty
    void setFilter(const QString &filter);

    QStringList connections() const; // URLs of sources, the latest first, 10 at most
    void addConnection(const QString &url);
    ConnectionProfiles profiles() const; // by name, 1000 at most
    void setProfiles(const ConnectionProfiles &profiles);
    void addProfile(const ConnectionProfile &profile); // under a name of its own: "pbx (2)"

    // Window geometry, docks, columns: opaque bytes of QWidget, QMainWindow, QHeaderView.
    QByteArray layout(const QString &name) const;
    void setLayout(const QString &name, const QByteArray &bytes);
    void forgetLayout();
    void resetLayout(); // and tells who shows one

    QByteArray savedViews() const; // as SavedViews writes them
    void setSavedViews(const QByteArray &views);

    // Of a part that keeps its own: "shortcuts/closeLine", "palette/recent". An invalid value is forgotten.
    QVariant value(const QString &key) const { return m_settings.value(key); }
    void setValue(const QString &key, const QVariant &value);

    QString fileName() const { return m_settings.fileName(); }
    // Writes now, and tells (troubled()) of a file that is no use. Both happen by themselves after a change.
    void sync();

Q_SIGNALS:
    void preferencesChanged(); // after the others
    void appearanceChanged(const Linescope::Appearance &appearance);
    void colorSchemeChanged(Linescope::ColorScheme scheme);
    void languageChanged(const QString &language);
    void ghostSecondsChanged(int seconds);
    void flashChanged(bool flash);
    void formatsChanged(const Linescope::Formats &formats);
    void maskingChanged(const Linescope::MaskingChoice &masking);
    void alarmsChanged(const Linescope::AlarmLimits &limits);
    void layoutReset();
    void troubled(const QString &sentence); // the file cannot be used, and what to do; once

private:
    void follow();
    void remove(const QString &key);
    QString trouble() const; // a sentence; empty: none
    bool set(const QString &key, const QVariant &value);
    void tellChanges(const Preferences &before);

    QSettings m_settings;
    Preferences m_preferences;
    QTimer m_check;
    bool m_told = false;
};

} // namespace Linescope
