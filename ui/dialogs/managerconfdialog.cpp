// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/managerconfdialog.h"

#include "support/text.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFile>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace Linescope {

namespace {

bool isAccount(const QString &user)
{
    static const QRegularExpression name(QStringLiteral("\\A[A-Za-z0-9_.-]{1,80}\\z"));
    return name.match(user).hasMatch();
}

} // namespace

// The section of the shipped example, from its head to the empty line behind it. Its second line of `write` is the one
// for control, commented out.
QString managerConf(const QString &user, bool control)
{
    QFile example(QStringLiteral(":/asterisk/manager.conf.example"));
    if (!example.open(QIODevice::ReadOnly))
        return {};
    QStringList lines = QString::fromUtf8(example.readAll()).split(u'\n');
    lines = lines.mid(lines.indexOf(QStringLiteral("[linescope]")));
    lines = lines.mid(0, lines.indexOf(QString()));
    if (isAccount(user))
        lines.first() = u'[' + user + u']';
    lines.removeIf([control](const QString &line) { return line.startsWith(control ? u"write =" : u";write ="); });
    for (QString &line : lines) {
        if (line.startsWith(u';'))
            line.remove(0, 1);
        line = line.section(QStringLiteral(" ;"), 0, 0).trimmed(); // what is said there is for readers of the example
    }
    return lines.join(u'\n') + u'\n';
}

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
