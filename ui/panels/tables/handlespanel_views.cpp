// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// HandlesPanel: grouping, selecting, columns and saved views.

#include "dialogs/savedviewsdialog.h"
#include "panels/tables/columnsharing.h"
#include "panels/tables/handlespanel.h"
#include "panels/tables/treebar.h"
#include "panels/tables/treetable.h"
#include "support/text.h"

#include <QComboBox>
#include <QDataStream>
#include <QHeaderView>
#include <QIODevice>
#include <QInputDialog>
#include <QMenu>
#include <QStackedWidget>

namespace Linescope {

namespace {

using Column = HandleModel::Column;

constexpr quint32 ColumnsMagic = 0x4c534331; // "LSC1"; before it there was the header's state and nothing else

} // namespace

void HandlesPanel::setGrouping(Grouping grouping)
{
    if (grouping == m_grouping)
        return;
    const HCall chosen = current();
    const auto *header = shownView()->horizontalHeader();
    const int column = header->sortIndicatorSection();
    const Qt::SortOrder order = header->sortIndicatorOrder();
    m_grouping = grouping;
    m_groupings->setCurrentIndex(int(grouping));
    m_bar->setTreeShown(grouping != Grouping::None);
    if (grouping != Grouping::None)
        m_groups->tree()->setLevels(levelsOf(grouping));
    m_stack->setCurrentWidget(shownView());
    setFocusProxy(shownView());
    sortBy(column, order);
    if (!chosen.isNull())
        select(chosen);
    refresh();
}

void HandlesPanel::select(HCall handle)
{
    m_chosen = handle;
    const int row = m_grouping == Grouping::None ? m_model->rowOf(handle) : m_groups->tree()->rowOf(handle);
    if (row < 0)
        return;
    if (m_grouping != Grouping::None)
        return m_groups->selectRowAt(row);
    // Not selectRow(): from right to left that takes the last column, and a hidden one selects nothing.
    m_view->selectionModel()->setCurrentIndex(m_model->index(row, int(Column::State)),
                                              QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

QTableView *HandlesPanel::shownView() const { return m_grouping == Grouping::None ? m_view : m_groups; }

void HandlesPanel::sortBy(int column, Qt::SortOrder order)
{
    if (shownView()->horizontalHeader()->sortIndicatorSection() != column
        || shownView()->horizontalHeader()->sortIndicatorOrder() != order)
        shownView()->sortByColumn(column, order);
}

void HandlesPanel::setColumnShown(int column, bool shown)
{
    m_view->setColumnHidden(column, !shown);
    m_columns->share();
    m_groups->setColumnHidden(column, !shown && column != int(Column::Handle)); // the tree is in it
    m_groups->columns()->share();
}

bool HandlesPanel::isWanted(int column) const
{
    if (column == int(Column::Source)) // else lines of the same name could not be told apart
        return hasSeveralSources();
    return column != int(Column::Age);
}

// Those that have been disconnected have no lines any more.
bool HandlesPanel::hasSeveralSources() const
{
    ProviderId first;
    for (const Device &device : m_live->world().devices()) {
        if (device.removed || device.provider == first)
            continue;
        if (!first.isNull())
            return true;
        first = device.provider;
    }
    return false;
}

void HandlesPanel::showDefaultColumns()
{
    m_sourceIsChosen = false;
    for (int column = 0; column < int(Column::Count); ++column)
        setColumnShown(column, isWanted(column));
}

void HandlesPanel::chooseColumn(int column, bool shown)
{
    m_sourceIsChosen = m_sourceIsChosen || column == int(Column::Source);
    setColumnShown(column, shown);
}

void HandlesPanel::showSourceIfWanted()
{
    const int column = int(Column::Source);
    const bool hidden = !isWanted(column);
    if (!m_sourceIsChosen && (m_view->isColumnHidden(column) != hidden || m_groups->isColumnHidden(column) != hidden))
        setColumnShown(column, !hidden);
}

void HandlesPanel::fillColumnMenu(QMenu *menu)
{
    for (int column = 0; column < int(Column::Count); ++column) {
        auto *action = menu->addAction(menuText(HandleModel::title(Column(column))));
        action->setCheckable(true);
        action->setChecked(!shownView()->isColumnHidden(column));
        // One column has to stay: without any, nobody finds the header's menu again.
        action->setEnabled(column != int(m_grouping == Grouping::None ? Column::State : Column::Handle));
        connect(action, &QAction::toggled, this, [this, column](bool on) { chooseColumn(column, on); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("&Default columns")), &QAction::triggered, this, [this] {
        showDefaultColumns();
        m_columns->reset();
        m_groups->columns()->reset();
    });
}

void HandlesPanel::fillGroupMenu(QMenu *menu)
{
    for (const Grouping grouping : allGroupings) {
        auto *action = menu->addAction(groupingTitle(grouping));
        action->setCheckable(true);
        action->setChecked(grouping == m_grouping);
        connect(action, &QAction::triggered, this, [this, grouping] { setGrouping(grouping); });
    }
}

QByteArray HandlesPanel::saveColumns() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << ColumnsMagic << m_columns->saveState() << m_groups->columns()->saveState() << groupingName(m_grouping)
           << m_sourceIsChosen;
    return bytes;
}

void HandlesPanel::restoreColumns(const QByteArray &bytes)
{
    QByteArray plain = bytes;
    QByteArray grouped;
    QString grouping;
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_4);
    quint32 magic = 0;
    stream >> magic;
    if (magic == ColumnsMagic)
        stream >> plain >> grouped >> grouping;
    const bool isOld = magic != ColumnsMagic || stream.atEnd(); // of a version without the source
    const int known = int(isOld ? Column::Source : Column::Count);
    m_sourceIsChosen = false;
    if (!isOld)
        stream >> m_sourceIsChosen;
    if (m_columns->restoreState(plain, known)) {
        m_view->setColumnHidden(int(Column::State), false);
        const auto *header = m_view->horizontalHeader();
        m_model->sort(header->sortIndicatorSection(), header->sortIndicatorOrder());
    }
    setGrouping(groupingFromName(grouping));
    if (m_groups->columns()->restoreState(grouped, known)) {
        m_groups->setColumnHidden(int(Column::Handle), false);
        const auto *header = m_groups->horizontalHeader();
        m_groups->tree()->sort(header->sortIndicatorSection(), header->sortIndicatorOrder());
    }
    showSourceIfWanted();
}

SavedView HandlesPanel::savedView(const QString &name) const
{
    const auto *header = shownView()->horizontalHeader();
    SavedView view;
    view.name = name;
    view.filter = m_filter;
    view.grouping = m_grouping;
    view.sortColumn = Column(std::clamp(header->sortIndicatorSection(), 0, int(Column::Count) - 1));
    view.descending = header->sortIndicatorOrder() == Qt::DescendingOrder;
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        const bool isAutomatic = column == int(Column::Source) && !m_sourceIsChosen;
        if (!header->isSectionHidden(column) && !isAutomatic)
            view.columns += Column(column);
    }
    return view;
}

void HandlesPanel::show(const SavedView &view)
{
    setGrouping(view.grouping);
    m_sourceIsChosen = view.columns.contains(Column::Source);
    for (int column = 0; column < int(Column::Count); ++column) {
        const bool isAutomatic = view.columns.isEmpty() || (column == int(Column::Source) && !m_sourceIsChosen);
        setColumnShown(column, isAutomatic ? isWanted(column) : view.columns.contains(Column(column)));
    }
    m_view->setColumnHidden(int(Column::State), false);
    auto *header = shownView()->horizontalHeader();
    for (int i = 0; i < view.columns.size(); ++i)
        header->moveSection(header->visualIndex(int(view.columns[i])), i);
    sortBy(int(view.sortColumn), view.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    const QString problem = setFilter(view.filter);
    if (problem.isEmpty())
        Q_EMIT filterWanted(view.filter);
    else
        warn(this, tr("View"), problem);
}

void HandlesPanel::setSavedViews(SavedViews *views) { m_savedViews = views; }

void HandlesPanel::fillViewsMenu(QMenu *menu)
{
    const auto add = [&](const SavedView &view) {
        connect(menu->addAction(menuText(view.name)), &QAction::triggered, this, [this, view] { show(view); });
    };
    for (const SavedView &view : SavedViews::builtIn())
        add(view);
    if (!m_savedViews)
        return;
    menu->addSeparator();
    for (const SavedView &view : m_savedViews->own())
        add(view);
    menu->addSeparator();
    connect(menu->addAction(tr("&Save current view…")), &QAction::triggered, this, &HandlesPanel::saveCurrentView);
    auto *manage = menu->addAction(tr("&Manage…"));
    manage->setEnabled(!m_savedViews->own().isEmpty());
    connect(manage, &QAction::triggered, this, &HandlesPanel::manageViews);
}

void HandlesPanel::saveCurrentView()
{
    bool ok = false;
    const QString name = SavedViews::tidyName(
        QInputDialog::getText(this, tr("Save current view"), tr("&Name of the view:"), QLineEdit::Normal, {}, &ok));
    if (!ok || !m_savedViews)
        return;
    if (const QString problem = SavedViews::problemWith(name); !problem.isEmpty())
        warn(this, tr("Save current view"), problem);
    else if (!m_savedViews->contains(name)
             || confirm(this, tr("Save current view"), tr("Replace the view “%1”?").arg(name), tr("Replace"))) {
        if (!m_savedViews->save(savedView(name)))
            warn(this, tr("Save current view"),
                 tr("There are %1 views already. Please delete one first.").arg(SavedViews::MaxViews));
    }
}

void HandlesPanel::manageViews()
{
    SavedViewsDialog dialog(m_savedViews->own(), this);
    if (dialog.exec() == QDialog::Accepted)
        m_savedViews->setOwn(dialog.views());
}

} // namespace Linescope
