// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Connect to Asterisk: an address, a password and what to do with it. What is used again can be kept as a profile.
#pragma once

#include "dialogs/connectionrequest.h"
#include "support/settings/connectionprofile.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Linescope {

struct AsteriskAddress;
class ConnectionTrial;
class ServerFields;

class ConnectDialog : public QDialog {
    Q_OBJECT

public:
    // `recent`: URLs used before, the latest first.
    explicit ConnectDialog(const QStringList &recent, CheckAddress check = {}, QWidget *parent = nullptr);
    void setTry(const TryConnection &test); // none: there is no button for it
    void setProfiles(const ConnectionProfiles &profiles);
    const ConnectionProfiles &profiles() const { return m_profiles; }

    ConnectionRequest request() const;
    void setUrl(const QString &url); // fills the fields, but never allows control

    void saveProfile(const QString &name); // what the fields say, under that name
    void removeProfile();                  // the one that is chosen

Q_SIGNALS:
    void profilesChanged(const Linescope::ConnectionProfiles &profiles);

private:
    QWidget *makeChoice();
    void addFields(QFormLayout *form);
    void addButtons(QDialogButtonBox *buttons);
    AsteriskAddress address() const;
    void setAddress(const AsteriskAddress &address);
    void choose();
    void fillChoice(const QString &name);
    void askForName();
    void importAccount();
    void update();
    QString problem() const; // why the fields cannot be used yet; empty when they can

    const CheckAddress m_check;
    QStringList m_recent;
    ConnectionProfiles m_profiles;
    QComboBox *m_choice = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_save = nullptr;
    ServerFields *m_server = nullptr;
    QLineEdit *m_user = nullptr;
    QLineEdit *m_password = nullptr;
    QCheckBox *m_keep = nullptr;
    QCheckBox *m_control = nullptr;
    QCheckBox *m_showLocal = nullptr;
    QLineEdit *m_more = nullptr;
    QLabel *m_note = nullptr;
    ConnectionTrial *m_trial; // what comes of trying
    QPushButton *m_test = nullptr;
    QPushButton *m_connect = nullptr;
};

} // namespace Linescope
