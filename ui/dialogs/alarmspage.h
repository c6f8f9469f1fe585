// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// When an application retains too much: limits for all, and for those that need others.
#pragma once

#include "dialogs/settingspage.h"

class QGroupBox;
class QListWidget;
class QPushButton;

namespace Linescope {

class AlarmsPage : public SettingsPage {
    Q_OBJECT

public:
    // The names are offered; others can be written.
    explicit AlarmsPage(const QStringList &appNames, QWidget *parent = nullptr);
    void store(Preferences &preferences) const override;

    QString addApp(const QString &name);            // with the limits of all; empty, or why not: a sentence
    QString problemWith(const QString &name) const; // the same beforehand

protected:
    void fill(const Preferences &preferences) override;

private:
    struct Fields { // of one AlarmLimit
        QSpinBox *age = nullptr;
        QSpinBox *count = nullptr;
        QSpinBox *bytes = nullptr;
        AlarmLimit limit() const;
        void show(const AlarmLimit &limit) const;
    };
    void addUsual();
    void addApps(const QStringList &appNames);
    void askForApp(const QStringList &appNames);
    void removeApp();
    void showApps(const QString &current);
    void showCurrentApp();
    void noteCurrentApp();

    Fields m_usual;
    Fields m_own;
    QMap<QString, AlarmLimit> m_limits; // of the applications
    QListWidget *m_apps;
    QPushButton *m_remove;
    QCheckBox *m_tray;
    QCheckBox *m_notify;
};

} // namespace Linescope
