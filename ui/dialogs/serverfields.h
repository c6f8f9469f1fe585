// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The fields of a form that say which server: host, port, encryption.
#pragma once

#include <QObject>

class QCheckBox;
class QFormLayout;
class QLineEdit;
class QSpinBox;

namespace Linescope {

struct AsteriskAddress;

class ServerFields : public QObject {
    Q_OBJECT

public:
    // Adds the rows to the form.
    ServerFields(QFormLayout *form, QObject *parent);

    void set(const AsteriskAddress &address);
    void addTo(AsteriskAddress &address) const; // what the fields say, and nothing else

Q_SIGNALS:
    void changed();

private:
    void change();
    void followTls(bool tls);

    QLineEdit *m_host;
    QSpinBox *m_port;
    QCheckBox *m_tls;
    QCheckBox *m_insecure;
    QLineEdit *m_pin;
};

} // namespace Linescope
