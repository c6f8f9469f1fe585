// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The smaller pages of the settings dialog.
#pragma once

#include "dialogs/settingspage.h"

namespace Linescope {

class TablesPage : public SettingsPage {
    Q_OBJECT

public:
    explicit TablesPage(QWidget *parent = nullptr);
    void store(Preferences &preferences) const override;

protected:
    void fill(const Preferences &preferences) override;

private:
    QSpinBox *m_ghosts;
    QCheckBox *m_flash;
    QComboBox *m_bytes;
    QComboBox *m_times;
};

class SafetyPage : public SettingsPage {
    Q_OBJECT

public:
    explicit SafetyPage(QWidget *parent = nullptr);
    void store(Preferences &preferences) const override;

protected:
    void fill(const Preferences &preferences) override;

private:
    QList<std::pair<Destructive, QCheckBox *>> m_checks;
};

class PrivacyPage : public SettingsPage {
    Q_OBJECT

public:
    explicit PrivacyPage(QWidget *parent = nullptr);
    void store(Preferences &preferences) const override;

protected:
    void fill(const Preferences &preferences) override;

private:
    void updateExample();

    QComboBox *m_mode;
    QCheckBox *m_names;
    QLabel *m_example;
};

class LanguagePage : public SettingsPage {
    Q_OBJECT

public:
    explicit LanguagePage(QWidget *parent = nullptr);
    void store(Preferences &preferences) const override;

protected:
    void fill(const Preferences &preferences) override;

private:
    QComboBox *m_language;
};

// Back to how it was at the very start: the layout, or everything.
class ResetPage : public SettingsPage {
    Q_OBJECT

public:
    explicit ResetPage(QWidget *parent = nullptr);
    void store(Preferences &preferences) const override;

Q_SIGNALS:
    void layoutResetWanted();

protected:
    void fill(const Preferences &) override { }

private:
    void askToResetAll();
};

} // namespace Linescope
