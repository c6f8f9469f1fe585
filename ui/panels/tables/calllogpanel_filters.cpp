// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The bar above the call log: what is searched for, and what can be done.
#include "panels/tables/calllogpanel.h"

#include "models/calllogmodel.h"
#include "panels/flowlayout.h"
#include "support/text.h"

#include <QComboBox>
#include <QDateTime>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

namespace Linescope {

QWidget *CallLogPanel::makeBar()
{
    auto *bar = new QWidget;
    auto *row = new FlowLayout(bar);
    row->setContentsMargins(6, 3, 6, 1);
    m_search->setPlaceholderText(tr("Find number, name, line"));
    m_search->setAccessibleName(tr("Find in the call log"));
    m_search->setClearButtonEnabled(true);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    row->addWidget(m_search);
    m_more->setText(tr("More"));
    m_more->setAccessibleName(tr("More about the call log"));
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_more->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_more);
    connect(menu->addAction(tr("&Delete a number for good…")), &QAction::triggered, this, &CallLogPanel::deleteNumber);
    connect(menu->addAction(tr("&Check for damage")), &QAction::triggered, this, &CallLogPanel::check);
    connect(menu->addAction(tr("Set &aside and begin a new one…")), &QAction::triggered, this, &CallLogPanel::setAside);
    menu->addSeparator();
    connect(menu->addAction(tr("&Settings…")), &QAction::triggered, this, &CallLogPanel::settingsWanted);
    m_more->setMenu(menu);
    m_period = addFilter(bar, tr("Time of the calls"));
    m_period->addItem(tr("Any time"), 0);
    m_period->addItem(tr("Today"), 1);
    m_period->addItem(tr("Last 7 days"), 7);
    m_period->addItem(tr("Last 30 days"), 30);
    m_line = addFilter(bar, tr("Line of the calls"));
    m_line->addItem(tr("All lines"), QString());
    m_direction = addFilter(bar, tr("Direction of the calls"));
    m_direction->addItem(tr("All directions"), int(CallLogQuery::Direction::All));
    m_direction->addItem(tr("Inbound"), int(CallLogQuery::Direction::Inbound));
    m_direction->addItem(tr("Outbound"), int(CallLogQuery::Direction::Outbound));
    m_direction->addItem(tr("Internal"), int(CallLogQuery::Direction::Internal));
    m_result = addFilter(bar, tr("Whether the calls were answered"));
    m_result->addItem(tr("Answered or not"), int(CallLogQuery::Result::All));
    m_result->addItem(tr("Answered"), int(CallLogQuery::Result::Answered));
    m_result->addItem(tr("Not answered"), int(CallLogQuery::Result::Unanswered));
    m_mode = addFilter(bar, tr("How the calls ended"));
    m_mode->addItem(tr("All results"), QString());
    row->addWidget(m_more);
    m_news->setAutoDefault(false);
    m_news->hide();
    connect(m_news, &QPushButton::clicked, m_model, &CallLogModel::reload);
    row->addWidget(m_news);
    m_totals->setAccessibleName(tr("Totals of the call log"));
    row->addStretch();
    row->addWidget(m_totals);
    return bar;
}

QComboBox *CallLogPanel::addFilter(QWidget *bar, const QString &name)
{
    auto *box = new QComboBox;
    box->setAccessibleName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(box, &QComboBox::activated, this, &CallLogPanel::applyFilters);
    bar->layout()->addWidget(box);
    return box;
}

void CallLogPanel::applyFilters()
{
    CallLogQuery query = m_model->query();
    query.search = m_search->text().trimmed();
    const int days = m_period->currentData().toInt();
    const QDateTime midnight = QDate::currentDate().addDays(1 - days).startOfDay(); // a day may have 23 hours
    query.since = days == 0 ? 0 : midnight.toMSecsSinceEpoch() * 1000;
    query.device = m_line->currentData().toString();
    query.direction = CallLogQuery::Direction(m_direction->currentData().toInt());
    query.result = CallLogQuery::Result(m_result->currentData().toInt());
    query.disconnectMode = m_mode->currentData().toString();
    m_view->clearSelection();
    m_model->setQuery(query);
}

// Lines and results that there are; what is chosen stays.
void CallLogPanel::fillChoices()
{
    const auto fill = [](QComboBox *box, const QStringList &values, const auto &nameOf) {
        bool isSame = values.size() + 1 == box->count();
        for (int i = 1; isSame && i < box->count(); ++i)
            isSame = box->itemData(i) == values.at(i - 1) && box->itemText(i) == nameOf(values.at(i - 1));
        if (isSame)
            return;
        const QString chosen = box->currentData().toString();
        while (box->count() > 1)
            box->removeItem(1);
        for (const QString &value : values)
            box->addItem(nameOf(value), value);
        if (!chosen.isEmpty() && box->findData(chosen) < 0)
            box->addItem(nameOf(chosen), chosen);
        box->setCurrentIndex(std::max(0, box->findData(chosen)));
    };
    fill(m_line, m_model->choices().devices,
         [this](const QString &device) { return visibleText(m_model->deviceName(device), 40); });
    fill(m_mode, m_model->choices().disconnectModes, [](const QString &mode) { return visibleText(mode, 40); });
}

} // namespace Linescope
