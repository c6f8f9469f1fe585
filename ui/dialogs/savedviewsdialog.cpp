// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/savedviewsdialog.h"

#include "support/text.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace Linescope {

namespace {

constexpr int NumberRole = Qt::UserRole;

} // namespace

SavedViewsDialog::SavedViewsDialog(const QList<SavedView> &views, QWidget *parent)
    : QDialog(parent)
    , m_views(views)
    , m_list(new QListWidget(this))
    , m_rename(new QPushButton(tr("&Rename"), this))
    , m_delete(new QPushButton(tr("&Delete"), this))
    , m_up(new QPushButton(tr("Move &up"), this))
    , m_down(new QPushButton(tr("Move d&own"), this))
    , m_about(makeLabel({}, this))
{
    setProperty("helpPage", QStringLiteral("handles"));
    setWindowTitle(tr("Saved views"));
    for (int i = 0; i < m_views.size(); ++i) {
        auto *item = new QListWidgetItem(m_views[i].name, m_list);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        item->setData(NumberRole, i);
    }
    m_list->setAccessibleName(tr("Saved views"));
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    m_about->setWordWrap(true);
    m_about->setMinimumHeight(fontMetrics().lineSpacing() * 3);
    m_about->setAlignment(Qt::AlignTop | Qt::AlignLeft);

    auto *buttons = new QVBoxLayout;
    for (QPushButton *button : {m_rename, m_delete, m_up, m_down}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto *middle = new QHBoxLayout;
    middle->addWidget(m_list, 1);
    middle->addLayout(buttons);
    auto *box = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(middle, 1);
    layout->addWidget(m_about);
    layout->addWidget(box);
    resize(460, 360);

    connect(box, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QListWidget::currentRowChanged, this, &SavedViewsDialog::showState);
    connect(m_list, &QListWidget::itemChanged, this, &SavedViewsDialog::takeName);
    connect(m_rename, &QPushButton::clicked, this, [this] { m_list->editItem(m_list->currentItem()); });
    connect(m_delete, &QPushButton::clicked, this, &SavedViewsDialog::removeCurrent);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    m_list->setCurrentRow(0);
    showState();
}

QList<SavedView> SavedViewsDialog::views() const
{
    QList<SavedView> views;
    for (int row = 0; row < m_list->count(); ++row)
        views += m_views.at(m_list->item(row)->data(NumberRole).toInt());
    return views;
}

void SavedViewsDialog::takeName(QListWidgetItem *item)
{
    SavedView &view = m_views[item->data(NumberRole).toInt()];
    const QString problem = problemWith(item);
    if (problem.isEmpty())
        view.name = SavedViews::tidyName(item->text());
    const QSignalBlocker blocker(m_list);
    item->setText(view.name);
    showState();
    if (!problem.isEmpty())
        m_about->setText(problem);
}

QString SavedViewsDialog::problemWith(const QListWidgetItem *item) const
{
    const QString name = SavedViews::tidyName(item->text());
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem *other = m_list->item(row);
        if (other != item && m_views.at(other->data(NumberRole).toInt()).name == name)
            return tr("There is another view “%1” already.").arg(name);
    }
    return SavedViews::problemWith(name);
}

void SavedViewsDialog::move(int by)
{
    const int row = m_list->currentRow();
    m_list->insertItem(row + by, m_list->takeItem(row));
    m_list->setCurrentRow(row + by);
}

void SavedViewsDialog::removeCurrent()
{
    delete m_list->takeItem(m_list->currentRow());
    showState();
}

void SavedViewsDialog::showState()
{
    const int row = m_list->currentRow();
    m_rename->setEnabled(row >= 0);
    m_delete->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_list->count());
    if (row < 0) {
        m_about->setText(tr("No saved view yet. “Save current view” keeps filter, grouping, order and columns."));
        return;
    }
    const SavedView &view = m_views.at(m_list->item(row)->data(NumberRole).toInt());
    const QString filter = view.filter.isEmpty() ? tr("no filter") : visibleText(view.filter, 120);
    m_about->setText(tr("Filter: %1. Grouping: %2.").arg(filter, groupingTitle(view.grouping)));
}

} // namespace Linescope
