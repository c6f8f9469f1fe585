// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Connect to Asterisk: an address, a password and what to do with it.
#pragma once

#include <QByteArray>
#include <QDialog>

#include <QString>
#include <functional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace Linescope {

struct ConnectionRequest {
    QString url;       // as --source takes it; never with a password
    QByteArray secret; // empty: look into the keyring
    bool keepInKeyring = false;
};

class ConnectDialog : public QDialog {
    Q_OBJECT

public:
    // What is wrong with an address, a sentence; empty if nothing is.
    using Check = std::function<QString(const QString &url)>;
    // Tries a connection and tells once whether it works, and what was found; not once `context` has gone.
    using Tell = std::function<void(bool works, const QStringList &sentences)>;
    using Try = std::function<void(const QString &url, const QByteArray &secret, QObject *context, Tell tell)>;
    // `recent`: URLs used before, the latest first.
    explicit ConnectDialog(const QStringList &recent, Check check = {}, QWidget *parent = nullptr);
    void setTry(Try test); // none: there is no button for it

    ConnectionRequest request() const;
    void setUrl(const QString &url); // fills the fields

private:
    void addFields(QFormLayout *form);
    void update();
    void tryConnection();
    void forgetTry();
    bool isInsecure() const; // the password and every call would be readable on the network
    QString problem() const; // why the fields cannot be used yet; empty when they can

    const Check m_check;
    Try m_try;
    QObject *m_trying = nullptr; // lives as long as a connection is being tried
    QComboBox *m_recent = nullptr;
    QLineEdit *m_host = nullptr;
    QSpinBox *m_port = nullptr;
    QCheckBox *m_tls = nullptr;
    QLineEdit *m_pin = nullptr;
    QLineEdit *m_user = nullptr;
    QLineEdit *m_password = nullptr;
    QCheckBox *m_keep = nullptr;
    QCheckBox *m_control = nullptr;
    QCheckBox *m_showLocal = nullptr;
    QCheckBox *m_insecure = nullptr;
    QLineEdit *m_more = nullptr;
    QLabel *m_note = nullptr;
    QLabel *m_found = nullptr; // what came of trying
    QPushButton *m_test = nullptr;
    QPushButton *m_connect = nullptr;
};

} // namespace Linescope
