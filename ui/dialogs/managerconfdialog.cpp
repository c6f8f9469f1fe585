// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/managerconfdialog.h"

#include "dialogs/managerconf.h"
#include "support/text.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace Linescope {

ManagerConfDialog::ManagerConfDialog(const QString &user, bool control, QWidget *parent)
    : QDialog(parent)
{
    setProperty("helpPage", QStringLiteral("sources"));
    setWindowTitle(tr("An account in manager.conf"));
    auto *layout = new QVBoxLayout(this);
    auto *about = makeLabel();
    about->setWordWrap(true);
    about->setText(
        tr("Add this to /etc/asterisk/manager.conf on the server. Choose a secret, and permit the address of this "
           "machine. Then run there: asterisk -rx 'manager reload'")
        + u'\n'
        + (control ? tr("With call and originate in write, Linescope may act on calls.")
                   : tr("With these rights Linescope can only look.")));
    layout->addWidget(about);
    auto *text = new QPlainTextEdit(managerConf(user, control));
    text->setReadOnly(true);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text->setAccessibleName(windowTitle());
    text->setMinimumSize(
        text->fontMetrics().horizontalAdvance(QStringLiteral("write = reporting,system,call,originate    ")) + 40,
        text->fontMetrics().lineSpacing() * 10);
    layout->addWidget(text);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto *copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    connect(copy, &QPushButton::clicked, this, [text] { QApplication::clipboard()->setText(text->toPlainText()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    copy->setFocus();
}

} // namespace Linescope
