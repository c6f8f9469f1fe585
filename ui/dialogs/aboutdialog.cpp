// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/aboutdialog.h"

#include "support/text.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFile>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QLibraryInfo>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSysInfo>
#include <QTabWidget>
#include <QVBoxLayout>

namespace Linescope {

namespace {

QPlainTextEdit *makePage(const QString &text, const QString &name)
{
    auto *page = new QPlainTextEdit(text);
    page->setReadOnly(true);
    page->setTabChangesFocus(true);
    page->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    page->setFrameShape(QFrame::NoFrame);
    page->setAccessibleName(name);
    return page;
}

QString known(const char *version)
{
    return *version ? QString::fromLatin1(version) : AboutDialog::tr("version unknown");
}

QString licenceText()
{
    QFile file(QStringLiteral(":/LICENSE"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setProperty("helpPage", QStringLiteral("index"));
    setWindowTitle(tr("About Linescope"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(makeHead());
    auto *tabs = new QTabWidget;
    tabs->addTab(makeVersions(), tr("&Versions"));
    tabs->addTab(makeLicence(), tr("&Licence"));
    tabs->addTab(makeLibraries(), tr("Made by &others"));
    layout->addWidget(tabs, 1);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *copy = buttons->addButton(tr("&Copy versions"), QDialogButtonBox::ActionRole);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
    layout->addWidget(buttons);
    resize(620, 480);
}

QWidget *AboutDialog::makeHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    auto *logo = makeLabel();
    logo->setPixmap(QIcon(QStringLiteral(":/icons/linescope.svg")).pixmap(56, 56));
    auto *words = makeLabel(tr("Linescope %1").arg(QCoreApplication::applicationVersion()) + u'\n'
                            + tr("A monitor for telephony lines, calls and call handles after TAPI 2.2.") + u'\n'
                            + tr("Free software under the GNU General Public License, version 3 or later. It comes "
                                 "without any warranty."));
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(logo, 0, Qt::AlignTop);
    row->addSpacing(8);
    row->addWidget(words, 1);
    return head;
}

QString AboutDialog::text() const
{
    QStringList lines{
        tr("Linescope %1").arg(QCoreApplication::applicationVersion()),
        tr("Source: %1").arg(known(LINESCOPE_COMMIT)),
        tr("Qt %1, built with %2").arg(QString::fromLatin1(qVersion()), QStringLiteral(QT_VERSION_STR)),
        QStringLiteral("QtKeychain %1").arg(known(LINESCOPE_KEYCHAIN_VERSION)),
        QStringLiteral("tl::expected %1").arg(known(LINESCOPE_EXPECTED_VERSION)),
        tr("Compiler: %1").arg(QStringLiteral(LINESCOPE_COMPILER)),
        tr("System: %1, %2, display: %3")
            .arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture(), QGuiApplication::platformName())};
    return lines.join(u'\n');
}

QWidget *AboutDialog::makeVersions() { return makePage(text(), tr("Versions")); }

QWidget *AboutDialog::makeLicence()
{
    auto *page = makePage(licenceText(), tr("Licence"));
    page->setLineWrapMode(QPlainTextEdit::NoWrap);
    page->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    return page;
}

QWidget *AboutDialog::makeLibraries()
{
    const QString blank = QStringLiteral("\n\n");
    return makePage(tr("Qt (Core, Gui, Widgets, Network, Sql, Svg): GNU Lesser General Public License, version 3. "
                       "Copyright The Qt Company Ltd and other contributors. qt.io")
                        + blank
                        + tr("Qt Charts: GNU General Public License, version 3. Copyright The Qt Company Ltd. qt.io")
                        + blank
                        + tr("QtKeychain, passwords in the desktop's keyring: modified BSD licence. "
                             "Copyright Frank Osterfeld. github.com/frankosterfeld/qtkeychain")
                        + blank
                        + tr("tl::expected, results of functions: CC0, in the public domain. "
                             "By Sy Brand. github.com/TartanLlama/expected")
                        + blank
                        + tr("All of them are used unchanged, as shared libraries or headers of the system. Their full "
                             "licence texts "
                             "come with the system's packages; those of GPL and LGPL are at gnu.org/licenses."),
                    tr("Made by others"));
}

} // namespace Linescope
