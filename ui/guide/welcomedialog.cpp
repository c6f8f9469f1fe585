// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guide/welcomedialog.h"

#include "support/settings/settings.h"
#include "support/text.h"
#include "support/theme/icons.h"

#include <QCheckBox>
#include <QCommandLinkButton>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace Linescope {

namespace {

const auto hiddenKey = QStringLiteral("welcome/hidden");

} // namespace

WelcomeDialog::WelcomeDialog(Settings *settings, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
{
    setProperty("helpPage", QStringLiteral("index"));
    setWindowTitle(tr("Welcome to Linescope"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(8);

    auto *head = new QHBoxLayout;
    auto *logo = makeLabel();
    logo->setPixmap(QIcon(QStringLiteral(":/icons/linescope.svg")).pixmap(48, 48));
    auto *title = makeLabel(tr("Lines, calls and call handles,\nlive and after the call is over"));
    QFont large = title->font();
    large.setPointSizeF(large.pointSizeF() * 1.35);
    large.setBold(true);
    title->setFont(large);
    head->addWidget(logo);
    head->addSpacing(10);
    head->addWidget(title, 1);
    layout->addLayout(head);
    layout->addSpacing(6);

    auto *tour = addChoice(QStringLiteral("tour"), tr("Take the tour"),
                           tr("The life of a call handle, told in three minutes."), &WelcomeDialog::tourWanted);
    m_simulator = addChoice(QStringLiteral("automatic"), tr("Start the simulator"),
                            tr("Lines with traffic, all inside Linescope. Look around and try things."),
                            &WelcomeDialog::simulatorWanted);
    addChoice(QStringLiteral("connect"), tr("Connect to Asterisk"),
              tr("Watch the lines and calls of a real server, read-only unless you allow more."),
              &WelcomeDialog::connectWanted);

    m_notAgain = new QCheckBox(tr("&Do not show this again"));
    auto *later = new QPushButton(tr("Close"));
    later->setAutoDefault(false);
    connect(later, &QPushButton::clicked, this, &QDialog::reject);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_notAgain, 1);
    foot->addWidget(later);
    layout->addSpacing(6);
    layout->addLayout(foot);
    tour->setDefault(true);
    tour->setFocus();
    setMinimumWidth(500);
}

bool WelcomeDialog::isWanted(const Settings &settings) { return !settings.value(hiddenKey).toBool(); }

void WelcomeDialog::setSimulatorRunning(bool running)
{
    m_simulator->setText(running ? tr("Look at the simulator") : tr("Start the simulator"));
    m_simulator->setEnabled(true);
    m_simulator->setProperty("running", running);
}

QCommandLinkButton *WelcomeDialog::addChoice(const QString &icon, const QString &title, const QString &text,
                                             void (WelcomeDialog::*signal)())
{
    auto *button = new QCommandLinkButton(title, text);
    button->setIcon(themedIcon(icon));
    button->setIconSize({28, 28});
    button->setAccessibleDescription(text);
    connect(button, &QCommandLinkButton::clicked, this, [this, button, signal] {
        accept();
        if (!button->property("running").toBool()) // it is there already: nothing more to do than to look
            Q_EMIT(this->*signal)();
    });
    layout()->addWidget(button);
    return button;
}

// Qt's command link has to have room for its title only; what is below it may be more than one line.
bool WelcomeDialog::event(QEvent *event)
{
    const bool result = QDialog::event(event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest) {
        const auto choices = findChildren<QCommandLinkButton *>();
        for (QWidget *choice : choices)
            choice->setMinimumHeight(choice->heightForWidth(choice->width()));
    }
    return result;
}

void WelcomeDialog::done(int result)
{
    if (m_notAgain->isChecked())
        m_settings->setValue(hiddenKey, true);
    QDialog::done(result);
}

} // namespace Linescope
