// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window remembers: key, default and change signal of each setting side by side. Never a password.
#pragma once

#include "support/theme.h"

#include <QByteArray>
#include <QObject>
#include <QSettings>
#include <QStringList>

namespace Linescope {

class Settings : public QObject {
    Q_OBJECT

public:
    // The user's own file; another one for tests.
    explicit Settings(QObject *parent = nullptr);
    explicit Settings(const QString &fileName, QObject *parent = nullptr);

    ColorScheme colorScheme() const; // System
    void setColorScheme(ColorScheme scheme);

    QString language() const; // "en", "fr"; empty: the system's
    void setLanguage(const QString &language);

    QString filter() const; // empty
    void setFilter(const QString &filter);

    int ghostSeconds() const; // 5; void handles stay on screen for so long
    void setGhostSeconds(int seconds);

    QStringList connections() const; // URLs of sources, the latest first, 10 at most
    void addConnection(const QString &url);

    // Window geometry, docks, columns: opaque bytes of QWidget, QMainWindow, QHeaderView.
    QByteArray layout(const QString &name) const;
    void setLayout(const QString &name, const QByteArray &bytes);

    // Of a part that keeps its own: "shortcuts/closeLine", "palette/recent". An invalid value is forgotten.
    QVariant value(const QString &key) const { return m_settings.value(key); }
    void setValue(const QString &key, const QVariant &value);

    QString fileName() const { return m_settings.fileName(); }
    void sync() { m_settings.sync(); }

Q_SIGNALS:
    void colorSchemeChanged(Linescope::ColorScheme scheme);
    void languageChanged(const QString &language);
    void ghostSecondsChanged(int seconds);

private:
    bool set(const QString &key, const QVariant &value);

    QSettings m_settings;
};

} // namespace Linescope
