// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whether calls that end are written to a database, to which, and for how long.
#pragma once

#include "dialogs/settingspage.h"

class QLineEdit;
class QPushButton;

namespace Linescope {

class CallLogPage : public SettingsPage {
    Q_OBJECT

public:
    explicit CallLogPage(QWidget *parent = nullptr);
    void store(Preferences &preferences) const override;

Q_SIGNALS:
    void passwordEntered(const QByteArray &password); // for the keyring; empty: forget it

protected:
    void fill(const Preferences &preferences) override;

private:
    void addPlace();
    void addServer();
    void addUpkeep();
    QLineEdit *addText(QFormLayout *form, const QString &label);
    void chooseFile();
    void askForPassword();
    void enableFields();

    QCheckBox *m_on;
    QComboBox *m_backend = nullptr;
    QLineEdit *m_file = nullptr;
    QPushButton *m_choose = nullptr;
    QLineEdit *m_host = nullptr;
    QSpinBox *m_port = nullptr;
    QLineEdit *m_database = nullptr;
    QLineEdit *m_user = nullptr;
    QLineEdit *m_authority = nullptr;
    QCheckBox *m_insecure = nullptr;
    QPushButton *m_password = nullptr;
    QSpinBox *m_keepDays = nullptr;
    QCheckBox *m_masked = nullptr;
    QSpinBox *m_mostWaiting = nullptr;
};

} // namespace Linescope
