// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/importdialog.h"

#include "dialogs/asteriskaddress.h"
#include "support/text.h"
#include "support/theme/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Linescope {

ImportDialog::ImportDialog(QWidget *parent)
    : QDialog(parent)
    , m_text(new QPlainTextEdit)
    , m_accounts(new QComboBox)
    , m_remarks(makeLabel())
{
    setProperty("helpPage", u"sources"_s);
    setWindowTitle(tr("Import from manager.conf"));
    auto *about = makeLabel(
        tr("Paste /etc/asterisk/manager.conf of the server here, or the section of the account, or open "
           "the file. Nothing is written anywhere."));
    about->setWordWrap(true);
    m_text->setAccessibleName(tr("Text of manager.conf"));
    m_text->setPlaceholderText(u"[general]\nenabled = yes\n\n[linescope]\nsecret = …\nread = call,system"_s);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setTabChangesFocus(true);
    m_text->setMinimumSize(420, m_text->fontMetrics().lineSpacing() * 10);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_trouble.clear();
        parse();
    });
    connect(m_accounts, &QComboBox::currentIndexChanged, this, &ImportDialog::showRemarks);
    m_remarks->setWordWrap(true);

    auto *form = new QFormLayout;
    form->addRow(tr("&Account:"), m_accounts);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_use = buttons->addButton(tr("Use"), QDialogButtonBox::AcceptRole);
    auto *open = buttons->addButton(tr("&Open file…"), QDialogButtonBox::ActionRole);
    connect(open, &QPushButton::clicked, this, &ImportDialog::chooseFile);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(about);
    layout->addWidget(m_text, 1);
    layout->addLayout(form);
    layout->addWidget(m_remarks);
    layout->addWidget(buttons);
    parse();
}

void ImportDialog::setText(const QString &text) { m_text->setPlainText(text); }

void ImportDialog::chooseFile()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Open manager.conf"), {},
                                                      tr("Asterisk's configuration (*.conf);;All files (*)"));
    if (!file.isEmpty())
        readFile(file);
}

bool ImportDialog::readFile(const QString &name)
{
    QFile file(name);
    const bool isRead = file.open(QIODevice::ReadOnly);
    if (isRead)
        setText(QString::fromUtf8(file.read(ManagerConf::maxBytes)));
    m_trouble = isRead ? QString()
                       : tr("%1 cannot be read: %2").arg(visibleText(name), visibleText(file.errorString()));
    showRemarks();
    return isRead;
}

void ImportDialog::parse()
{
    m_conf = ManagerConf::parse(m_text->toPlainText());
    const QString chosen = m_accounts->currentText();
    const QSignalBlocker quiet(m_accounts);
    m_accounts->clear();
    for (const ManagerConf::Account &account : std::as_const(m_conf.accounts))
        m_accounts->addItem(visibleText(account.name, 80));
    m_accounts->setCurrentIndex(std::max(0, m_accounts->findText(chosen)));
    m_accounts->setEnabled(!m_conf.accounts.isEmpty());
    showRemarks();
}

void ImportDialog::showRemarks()
{
    const auto chosen = account();
    m_use->setEnabled(chosen.has_value());
    QStringList words;
    if (!m_trouble.isEmpty())
        words += m_trouble;
    else if (!chosen && !m_text->toPlainText().trimmed().isEmpty())
        words += tr("There is no account in this text. It begins with a line like [linescope].");
    else if (chosen)
        words += m_conf.remarks(*chosen);
    const bool isWell = words.isEmpty();
    if (isWell && chosen)
        words += chosen->mayControl() ? tr("The account may see calls and act on them.")
                                      : tr("The account may see calls.");
    if (const QString hint = chosen ? m_conf.hint(*chosen) : QString(); !hint.isEmpty())
        words += hint;
    setTextColor(m_remarks, toneColor(isWell ? Tone::Muted : Tone::Bad, palette()));
    m_remarks->setText(words.join(u' '));
}

std::optional<ManagerConf::Account> ImportDialog::account() const
{
    const int index = m_accounts->currentIndex();
    return index >= 0 && index < m_conf.accounts.size() ? std::optional(m_conf.accounts.at(index)) : std::nullopt;
}

AsteriskAddress ImportDialog::applied(AsteriskAddress address) const
{
    if (const auto chosen = account())
        address.user = chosen->name;
    if (m_conf.hasGeneral) {
        address.tls = m_conf.tls;
        address.port = m_conf.tls ? m_conf.tlsPort : m_conf.port;
    }
    return address;
}

} // namespace Linescope
