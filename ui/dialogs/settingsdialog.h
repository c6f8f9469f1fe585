// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the user can choose. Everything holds at once; Cancel takes it back.
#pragma once

#include "support/settings/preferences.h"

#include <QDialog>
#include <QList>

class QLineEdit;
class QListWidget;
class QStackedWidget;

namespace Linescope {

class Settings;
class SettingsPage;

class SettingsDialog : public QDialog {
    Q_OBJECT

public:
    // The names of applications are offered where one is asked for.
    SettingsDialog(Settings *settings, const QStringList &appNames, QWidget *parent = nullptr);

    int currentPage() const;
    void setCurrentPage(int page);
    QList<SettingsPage *> pages() const { return m_pages; }
    QLineEdit *searchLine() const { return m_search; }
    QListWidget *pageList() const { return m_list; }

    // What Cancel brings back: a dialog that follows another one takes over what that one began with.
    const Preferences &original() const { return m_original; }
    void setOriginal(const Preferences &preferences) { m_original = preferences; }

    void reject() override;

Q_SIGNALS:
    void callLogPasswordEntered(const QByteArray &password); // empty: is to be forgotten

private:
    void addPage(SettingsPage *page);
    void apply(SettingsPage *page);
    void showPreferences();
    void search(const QString &words);

    Settings *m_settings;
    Preferences m_original;
    QLineEdit *m_search;
    QListWidget *m_list;
    QStackedWidget *m_stack;
    QList<SettingsPage *> m_pages;
};

} // namespace Linescope
