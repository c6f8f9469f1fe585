// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/reading.h"

#include "support/text.h"

#include <QCheckBox>
#include <QClipboard>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace Linescope {

namespace {

QDialogButtonBox *makeCloseButton(QDialog *dialog)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setText(QCoreApplication::translate("Linescope::Reading", "Close"));
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    return buttons;
}

} // namespace

CallInfoDialog::CallInfoDialog(const QString &title, const QString &headline, const CallInfo &info, QWidget *parent)
    : QDialog(parent)
    , m_facts(callInfoFacts(info).facts)
{
    setProperty("helpPage", QStringLiteral("inspector"));
    setWindowTitle(visibleText(title, 100));
    auto *layout = new QVBoxLayout(this);
    auto *label = makeLabel(visibleText(headline));
    label->setWordWrap(true);
    layout->addWidget(label);

    auto *table = new QTableWidget(int(m_facts.size()), 2);
    table->setHorizontalHeaderLabels({tr("Member (rule)"), tr("Value")});
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->verticalHeader()->hide();
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setTabKeyNavigation(false);
    table->setAlternatingRowColors(true);
    table->setAccessibleName(tr("Members of LINECALLINFO"));
    for (int row = 0; row < m_facts.size(); ++row) {
        table->setItem(row, 0, new QTableWidgetItem(m_facts.at(row).name));
        table->setItem(row, 1, new QTableWidgetItem(m_facts.at(row).value));
    }
    table->resizeColumnToContents(0);
    layout->addWidget(table);

    auto *onlySet = new QCheckBox(tr("&Only members that are set"));
    connect(onlySet, &QCheckBox::toggled, this, [this, table](bool on) {
        for (int row = 0; row < m_facts.size(); ++row)
            table->setRowHidden(row, on && m_facts.at(row).value == u"–");
    });
    onlySet->setChecked(true);
    layout->addWidget(onlySet);

    auto *buttons = makeCloseButton(this);
    auto *copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    connect(copy, &QPushButton::clicked, this, [this] {
        QStringList lines;
        for (const Fact &fact : m_facts)
            lines += fact.name + QStringLiteral(": ") + fact.value;
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    });
    layout->addWidget(buttons);
    resize(600, 560);
}

} // namespace Linescope
