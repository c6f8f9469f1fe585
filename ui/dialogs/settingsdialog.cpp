// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/settingsdialog.h"

#include "dialogs/alarmspage.h"
#include "dialogs/appearancepage.h"
#include "dialogs/calllogpage.h"
#include "dialogs/settingspages.h"
#include "support/settings/settings.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Linescope {

SettingsDialog::SettingsDialog(Settings *settings, const QStringList &appNames, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_original(settings->preferences())
    , m_search(new QLineEdit)
    , m_list(new QListWidget)
    , m_stack(new QStackedWidget)
{
    setProperty("helpPage", QStringLiteral("settings"));
    setWindowTitle(tr("Settings"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search in the settings"));
    m_search->setClearButtonEnabled(true);
    m_list->setAccessibleName(tr("Pages"));
    m_list->setSpacing(2);
    auto *left = new QVBoxLayout;
    left->addWidget(m_search);
    left->addWidget(m_list, 1);
    auto *row = new QHBoxLayout;
    row->addLayout(left);
    row->addWidget(m_stack, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setText(tr("OK"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(row, 1);
    layout->addWidget(buttons);

    auto *callLog = new CallLogPage;
    auto *reset = new ResetPage;
    for (SettingsPage *page : std::initializer_list<SettingsPage *>{new AppearancePage, new TablesPage, new SafetyPage,
                                                                    new AlarmsPage(appNames), callLog, new PrivacyPage,
                                                                    new LanguagePage, reset})
        addPage(page);
    const int wide = m_list->sizeHintForColumn(0) + 2 * m_list->frameWidth() + 16;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_list, m_search})
        widget->setFixedWidth(std::max(140, wide));

    connect(m_list, &QListWidget::currentRowChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsDialog::search);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(callLog, &CallLogPage::passwordEntered, this, &SettingsDialog::callLogPasswordEntered);
    connect(reset, &ResetPage::layoutResetWanted, settings, &Settings::resetLayout);
    connect(settings, &Settings::preferencesChanged, this, &SettingsDialog::showPreferences);
    m_list->setCurrentRow(0);
    showPreferences();
    resize(800, 560);
}

void SettingsDialog::addPage(SettingsPage *page)
{
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(page);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_pages += page;
    m_stack->addWidget(scroll);
    m_list->addItem(page->windowTitle());
    connect(page, &SettingsPage::changed, this, [this, page] { apply(page); });
}

int SettingsDialog::currentPage() const { return m_list->currentRow(); }

void SettingsDialog::setCurrentPage(int page) { m_list->setCurrentRow(page); }

void SettingsDialog::apply(SettingsPage *page)
{
    Preferences wanted = m_settings->preferences();
    page->store(wanted);
    m_settings->setPreferences(wanted);
}

void SettingsDialog::showPreferences()
{
    for (SettingsPage *page : std::as_const(m_pages))
        page->show(m_settings->preferences());
}

// Pages that do not speak of it go; the first that does is shown.
void SettingsDialog::search(const QString &words)
{
    int first = -1;
    for (int i = 0; i < m_pages.size(); ++i) {
        const bool found = m_pages.at(i)->speaksOf(words);
        m_list->item(i)->setHidden(!found);
        if (found && first < 0)
            first = i;
    }
    if (first >= 0 && (currentPage() < 0 || m_list->item(currentPage())->isHidden()))
        setCurrentPage(first);
}

void SettingsDialog::reject()
{
    m_settings->setPreferences(m_original);
    QDialog::reject();
}

} // namespace Linescope
