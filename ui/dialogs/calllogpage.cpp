// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/calllogpage.h"

#include "support/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace Linescope {

namespace {

using Backend = CallLogSettings::Backend;

} // namespace

CallLogPage::CallLogPage(QWidget *parent)
    : SettingsPage(tr("Call log"), parent)
{
    auto *form = addGroup(tr("Call log"));
    m_on = addCheck(form, tr("&Write every call that ends to a database"));
    addNote(
        form,
        tr("Linescope then watches every line as one more application, which gives its handle of a call back as soon "
           "as the record is on disk. The log holds numbers and names as they are, whoever called."));
    addPlace();
    addServer();
    addUpkeep();
    column()->addStretch();
    connect(this, &SettingsPage::changed, this, &CallLogPage::enableFields);
    enableFields();
}

// A change of these begins the log anew: once the text is whole, not with every letter.
QLineEdit *CallLogPage::addText(QFormLayout *form, const QString &label)
{
    auto *line = new QLineEdit;
    line->setMaxLength(CallLogSettings::MaxText);
    addRow(form, label, line);
    connect(line, &QLineEdit::editingFinished, this, &CallLogPage::tellChange);
    return line;
}

void CallLogPage::addPlace()
{
    auto *form = addGroup(tr("Where"));
    m_backend = addChoice(
        form, tr("&Database:"),
        {{tr("File (SQLite)"), int(Backend::Sqlite)}, {tr("Server (PostgreSQL)"), int(Backend::Postgres)}});
    m_file = addText(form, tr("&File:"));
    m_file->setPlaceholderText(tr("in your folder for data"));
    m_choose = new QPushButton(tr("&Choose…"));
    m_choose->setAutoDefault(false);
    m_choose->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    form->addRow(QString(), m_choose);
    connect(m_choose, &QPushButton::clicked, this, &CallLogPage::chooseFile);
}

void CallLogPage::addServer()
{
    auto *form = addGroup(tr("Server"));
    m_host = addText(form, tr("&Host or folder of the socket:"));
    m_port = addNumber(form, tr("P&ort:"), 1, 65'535, {});
    m_database = addText(form, tr("&Name of the database:"));
    m_user = addText(form, tr("&User:"));
    m_authority = addText(form, tr("Certificates of the &authority:"));
    m_authority->setPlaceholderText(tr("those of the system"));
    m_insecure = addCheck(form, tr("Without &encryption, even to another machine"));
    m_password = new QPushButton(tr("&Password…"));
    m_password->setAutoDefault(false);
    m_password->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    form->addRow(QString(), m_password);
    addNote(form, tr("The password goes to the keyring of the desktop, never into a file."));
    connect(m_password, &QPushButton::clicked, this, &CallLogPage::askForPassword);
}

void CallLogPage::addUpkeep()
{
    auto *form = addGroup(tr("How long, and how much"));
    m_keepDays = addNumber(form, tr("&Keep calls for:"), 0, CallLogSettings::MaxKeepDays, tr(" days"), tr("ever"));
    m_masked = addCheck(form, tr("&Mask numbers and names before they are written"));
    m_mostWaiting = addNumber(form, tr("Most calls that wai&t while the database is away:"),
                              CallLogSettings::MinWaiting, CallLogSettings::MaxWaiting, {});
    addNote(form,
            tr("Older calls are deleted for good: in the file, not in its backups. While the database is away, the "
               "handles of ended calls are kept; beyond that number, the oldest is given up, and you are told."));
}

void CallLogPage::chooseFile()
{
    const QString name = QFileDialog::getSaveFileName(this, tr("File of the call log"), m_file->text(),
                                                      tr("SQLite databases (*.sqlite);;All files (*)"), nullptr,
                                                      QFileDialog::DontConfirmOverwrite); // one that is there goes on
    if (name.isEmpty())
        return;
    m_file->setText(name);
    tellChange();
}

void CallLogPage::askForPassword()
{
    bool ok = false;
    const QString password = QInputDialog::getText(this, tr("Password"), tr("Password of the database:"),
                                                   QLineEdit::Password, {}, &ok);
    if (ok)
        Q_EMIT passwordEntered(password.toUtf8());
}

void CallLogPage::enableFields()
{
    const bool isFile = m_backend->currentData().toInt() == int(Backend::Sqlite);
    for (QWidget *field : std::initializer_list<QWidget *>{m_file, m_choose})
        field->setEnabled(isFile);
    for (QWidget *field :
         std::initializer_list<QWidget *>{m_host, m_port, m_database, m_user, m_authority, m_insecure, m_password})
        field->setEnabled(!isFile);
}

void CallLogPage::fill(const Preferences &preferences)
{
    const auto show = [](QLineEdit *line, const QString &text) {
        if (line->text() != text) // the cursor stays where it is
            line->setText(text);
    };
    const CallLogSettings &log = preferences.callLog;
    m_on->setChecked(preferences.keepCallLog);
    choose(m_backend, int(log.backend));
    show(m_file, log.file);
    show(m_host, log.host);
    m_port->setValue(log.port);
    show(m_database, log.database);
    show(m_user, log.user);
    show(m_authority, log.authority);
    m_insecure->setChecked(log.insecure);
    m_keepDays->setValue(log.keepDays);
    m_masked->setChecked(log.masked);
    m_mostWaiting->setValue(int(log.mostWaiting));
    enableFields();
}

void CallLogPage::store(Preferences &preferences) const
{
    CallLogSettings &log = preferences.callLog;
    preferences.keepCallLog = m_on->isChecked();
    log.backend = Backend(m_backend->currentData().toInt());
    log.file = m_file->text();
    log.host = m_host->text();
    log.port = quint16(m_port->value());
    log.database = m_database->text();
    log.user = m_user->text();
    log.authority = m_authority->text();
    log.insecure = m_insecure->isChecked();
    log.keepDays = m_keepDays->value();
    log.masked = m_masked->isChecked();
    log.mostWaiting = m_mostWaiting->value();
}

} // namespace Linescope
