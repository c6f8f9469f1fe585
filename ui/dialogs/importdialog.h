// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// An account out of a manager.conf, pasted or from a file: user, secret, port, TLS, rights.
#pragma once

#include "dialogs/managerconf.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace Linescope {

struct AsteriskAddress;

class ImportDialog : public QDialog {
    Q_OBJECT

public:
    explicit ImportDialog(QWidget *parent = nullptr);

    void setText(const QString &text);
    bool readFile(const QString &file); // false, and says so, if that is not possible
    std::optional<ManagerConf::Account> account() const;
    // The address with what the file says of server and account; the host is left as it is.
    AsteriskAddress applied(AsteriskAddress address) const;

private:
    void chooseFile();
    void parse();
    void showRemarks();

    ManagerConf m_conf;
    QPlainTextEdit *m_text = nullptr;
    QComboBox *m_accounts = nullptr;
    QLabel *m_remarks = nullptr;
    QPushButton *m_use = nullptr;
    QString m_trouble; // with the file
};

} // namespace Linescope
