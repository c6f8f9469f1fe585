// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/serverfields.h"

#include "dialogs/asteriskaddress.h"
#include "support/text.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QSpinBox>

namespace Linescope {

ServerFields::ServerFields(QFormLayout *form, QObject *parent)
    : QObject(parent)
    , m_host(new QLineEdit)
    , m_port(new QSpinBox)
    , m_tls(new QCheckBox(tr("Encrypted (&TLS)")))
    , m_insecure(new QCheckBox(tr("Connect &unencrypted to another machine")))
    , m_pin(new QLineEdit)
{
    m_host->setPlaceholderText(QStringLiteral("pbx.example"));
    m_host->setMaxLength(512);
    m_host->setMinimumWidth(24 * m_host->fontMetrics().height()); // and with it the whole form
    m_port->setRange(1, 65535);
    m_pin->setPlaceholderText(tr("SHA-256, only for a certificate of your own"));
    m_pin->setMaxLength(512);
    setPlainToolTip(m_tls, tr("The server's certificate is verified. Asterisk needs tlsenable in manager.conf."));
    setPlainToolTip(m_insecure,
                    tr("Numbers, names and all calls can be read on the way, and the server can be an impostor."));
    form->addRow(tr("&Host:"), m_host);
    form->addRow(tr("&Port:"), m_port);
    form->addRow(QString(), m_tls);
    form->addRow(QString(), m_insecure);
    form->addRow(tr("Certificate &fingerprint:"), m_pin);
    set({});
    connect(m_tls, &QCheckBox::toggled, this, &ServerFields::followTls);
    for (QLineEdit *edit : {m_host, m_pin})
        connect(edit, &QLineEdit::textChanged, this, &ServerFields::change);
    for (QCheckBox *box : {m_tls, m_insecure})
        connect(box, &QCheckBox::toggled, this, &ServerFields::change);
    connect(m_port, &QSpinBox::valueChanged, this, &ServerFields::change);
    change();
}

void ServerFields::set(const AsteriskAddress &address)
{
    m_tls->setChecked(address.tls);
    m_host->setText(address.host);
    m_port->setValue(address.port);
    m_pin->setText(address.pin);
    m_insecure->setChecked(address.insecure);
}

void ServerFields::addTo(AsteriskAddress &address) const
{
    address.host = m_host->text().trimmed();
    address.port = m_port->value();
    address.tls = m_tls->isChecked();
    address.insecure = m_insecure->isChecked();
    address.pin = m_pin->text().trimmed();
}

// The usual port of the other way.
void ServerFields::followTls(bool tls)
{
    if (m_port->value() == (tls ? AsteriskAddress::plainPort : AsteriskAddress::tlsPort))
        m_port->setValue(tls ? AsteriskAddress::tlsPort : AsteriskAddress::plainPort);
}

void ServerFields::change()
{
    AsteriskAddress address;
    addTo(address);
    m_insecure->setVisible(address.isInsecure() && !address.host.isEmpty());
    m_pin->setEnabled(address.tls);
    Q_EMIT changed();
}

} // namespace Linescope
