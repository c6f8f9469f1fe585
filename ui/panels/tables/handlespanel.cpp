// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/tables/handlespanel.h"

#include "delegates/handledelegate.h"
#include "panels/busynote.h"
#include "panels/emptynote.h"
#include "panels/nextstep.h"
#include "panels/tables/columnsharing.h"
#include "panels/tables/flasher.h"
#include "panels/tables/handletable.h"
#include "panels/tables/treebar.h"
#include "panels/tables/treetable.h"
#include "support/text.h"

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace Linescope {

namespace {

using Column = HandleModel::Column;

QList<ColumnSharing::Wish> wishes()
{
    QList<ColumnSharing::Wish> all(int(Column::Count), {90, 60});
    all[int(Column::State)] = {170, 140};
    all[int(Column::Handle)] = {142, 64};
    all[int(Column::Call)] = {52, 44};
    all[int(Column::App)] = {110, 76};
    all[int(Column::Line)] = {90, 66};
    all[int(Column::Privilege)] = {88, 74};
    all[int(Column::Parties)] = {190, 112, true};
    all[int(Column::InState)] = {64, 60};
    all[int(Column::Age)] = {64, 60};
    all[int(Column::Bytes)] = {64, 62};
    all[int(Column::Source)] = {170, 130};
    return all;
}

} // namespace

HandlesPanel::HandlesPanel(LiveWorld *live, Clock *clock, QWidget *parent)
    : View(parent)
    , m_live(live)
    , m_model(new HandleModel(live, clock, this))
    , m_stack(new QStackedWidget(this))
    , m_view(new QTableView(this))
    , m_groups(new TreeTable(live, clock, 1, this))
    , m_note(new EmptyNote(m_view))
    , m_groupsNote(new EmptyNote(m_groups))
    , m_groupings(new QComboBox(this))
    , m_viewsButton(new QToolButton(this))
{
    for (QAbstractItemModel *model :
         {static_cast<QAbstractItemModel *>(m_model), static_cast<QAbstractItemModel *>(m_groups->tree())})
        watchForRowsThatGo(model);
    makeView();
    auto *delegate = new HandleDelegate(m_view);
    m_view->setItemDelegate(delegate);
    m_flasher = new Flasher(live, clock, m_view, delegate, [this](HCall handle) { return m_model->rowOf(handle); });
    m_columns = new ColumnSharing(m_view, wishes());
    makeBar();
    showDefaultColumns();

    for (QTableView *view : {m_view, static_cast<QTableView *>(m_groups)}) {
        connect(view->horizontalHeader(), &QWidget::customContextMenuRequested, this,
                [this, view](const QPoint &position) { showHeaderMenu(view->horizontalHeader(), position); });
        connect(view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this, view] {
            if (view == shownView() && !m_rowsGo)
                tellCurrent();
        });
        // Also what is current already: something else may have been chosen elsewhere meanwhile.
        connect(view, &QTableView::pressed, this, &HandlesPanel::tellCurrent);
        connect(view->model(), &QAbstractItemModel::modelReset, this, &HandlesPanel::refresh);
        connect(view->model(), &QAbstractItemModel::layoutChanged, this, &HandlesPanel::refresh);
        connect(view->model(), &QAbstractItemModel::rowsRemoved, this, &HandlesPanel::refresh);
    }
    for (const QAbstractItemModel *model :
         {static_cast<QAbstractItemModel *>(m_model), static_cast<QAbstractItemModel *>(m_groups->tree())}) {
        connect(model, &QAbstractItemModel::modelReset, this, [this, model] {
            if (model == shownView()->model())
                select(m_chosen);
        });
    }
    connect(m_view, &QWidget::customContextMenuRequested, this, [this](const QPoint &position) {
        tellCurrent();
        Q_EMIT contextMenuWanted(m_view->viewport()->mapToGlobal(position));
    });
    connect(m_groups, &TreeTable::contextMenuWanted, this, &HandlesPanel::contextMenuWanted);
    connect(m_view, &QTableView::activated, this, [this] { Q_EMIT activated(current()); });
    connect(m_groups, &TreeTable::handleActivated, this, &HandlesPanel::activated);
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, &HandlesPanel::tellVisibleRows);
    connect(m_model, &HandleModel::busyChanged, new BusyNote(m_view), &BusyNote::setPercent);

    m_seconds.setInterval(1000);
    connect(&m_seconds, &QTimer::timeout, m_model, &HandleModel::refreshTimes);
    connect(&m_seconds, &QTimer::timeout, this, &HandlesPanel::showSourceIfWanted);
    m_seconds.start();
    refresh();
}

// The view makes a neighbour current when the current row goes. That is not what the user has chosen: an action must
// not hit the neighbour. Connected before the selection model, which does the same on the same signals.
void HandlesPanel::watchForRowsThatGo(const QAbstractItemModel *model)
{
    const auto begin = [this] { m_rowsGo = true; };
    const auto end = [this] { m_rowsGo = false; };
    connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this, begin);
    connect(model, &QAbstractItemModel::rowsRemoved, this, end);
    connect(model, &QAbstractItemModel::layoutAboutToBeChanged, this, begin);
    connect(model, &QAbstractItemModel::layoutChanged, this, end);
}

void HandlesPanel::tellCurrent()
{
    m_chosen = current();
    Q_EMIT currentChanged(m_chosen);
}

void HandlesPanel::makeView()
{
    m_view->setModel(m_model);
    setUpHandleTable(m_view);
    m_view->setAccessibleName(tr("Call handles"));
    m_view->viewport()->installEventFilter(this);
    m_view->horizontalHeader()->setSortIndicator(int(Column::Handle), Qt::DescendingOrder);
    m_view->setSortingEnabled(true);
    m_groups->setAccessibleName(tr("Call handles in groups"));
    m_groups->sortByColumn(int(Column::Handle), Qt::DescendingOrder);
}

void HandlesPanel::makeBar()
{
    for (const Grouping grouping : allGroupings)
        m_groupings->addItem(groupingTitle(grouping));
    connect(m_groupings, &QComboBox::activated, this, [this](int index) { setGrouping(allGroupings[index]); });
    m_viewsButton->setText(tr("Views"));
    m_viewsButton->setAutoRaise(true);
    m_viewsButton->setPopupMode(QToolButton::InstantPopup);
    setPlainToolTip(m_viewsButton, tr("Filter, grouping, order and columns under a name."));
    auto *menu = new QMenu(m_viewsButton);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        fillViewsMenu(menu);
    });
    m_viewsButton->setMenu(menu);
    m_bar = new TreeBar(tr("&Group by:"), m_groupings, m_groups, this);
    m_bar->setTreeShown(false);
    m_bar->addAtEnd(m_viewsButton);

    m_stack->addWidget(m_view);
    m_stack->addWidget(m_groups);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_stack, 1);
    setFocusProxy(m_view);
}

void HandlesPanel::showHeaderMenu(QWidget *header, const QPoint &position)
{
    QMenu menu;
    fillColumnMenu(&menu);
    menu.exec(header->mapToGlobal(position));
}

HCall HandlesPanel::current() const
{
    const QModelIndex index = shownView()->currentIndex();
    if (!index.isValid())
        return {};
    return m_grouping == Grouping::None ? m_model->handleAt(index.row()) : m_groups->tree()->handleAt(index.row());
}

QList<HCall> HandlesPanel::selected() const
{
    if (m_grouping != Grouping::None)
        return m_groups->selectedHandles();
    QList<HCall> handles;
    for (const QItemSelectionRange &range : m_view->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            const HCall handle = m_model->handleAt(row);
            if (m_live->world().handle(handle))
                handles += handle;
        }
    }
    return handles;
}

QString HandlesPanel::setFilter(const QString &text)
{
    const auto filter = HandleFilter::parse(text);
    if (!filter)
        return filter.error().constFirst().sentence;
    m_filter = text.trimmed();
    m_model->setFilter(*filter);
    m_groups->tree()->setFilter(*filter);
    refresh();
    return {};
}

void HandlesPanel::setGhostTime(Microseconds time)
{
    m_model->setGhostTime(time);
    m_groups->tree()->setGhostTime(time);
}

void HandlesPanel::setFlashing(bool on)
{
    m_flasher->setEnabled(on);
    m_groups->flasher()->setEnabled(on);
}

Table HandlesPanel::values(Rows rows) const { return valuesOf(shownView(), rows); }

int HandlesPanel::rowCount(Rows rows) const { return rowCountOf(shownView(), rows); }

QList<HCall> HandlesPanel::selectedHandles() const { return selected(); }

QList<QStringList> HandlesPanel::table(Rows rows, int role) const
{
    return rowsOf(shownView(), rows == Rows::Selected, role);
}

void HandlesPanel::refresh()
{
    tellVisibleRows();
    updateNote();
}

void HandlesPanel::tellVisibleRows()
{
    if (m_grouping != Grouping::None) {
        m_model->setVisibleRows(0, -1);
        m_groups->tellVisibleRows();
        return;
    }
    const int first = m_view->rowAt(0);
    const int last = m_view->rowAt(m_view->viewport()->height() - 1);
    if (first < 0)
        m_model->setVisibleRows(0, -1);
    else
        m_model->setVisibleRows(first, last < 0 ? m_model->rowCount() - 1 : last);
}

void HandlesPanel::updateNote()
{
    EmptyNote *note = m_grouping == Grouping::None ? m_note : m_groupsNote;
    if (shownView()->model()->rowCount() > 0 || (m_grouping != Grouping::None && m_groups->tree()->isBusy()))
        note->setText({});
    else if (!m_filter.isEmpty() && m_model->totalCount() > 0)
        note->setText(tr("No handle matches the filter “%1”. %n handle(s) are hidden.", nullptr, m_model->totalCount())
                          .arg(visibleText(m_filter, 60)));
    else
        note->setText(tr("No handle yet: a call on an open line gives each application a handle of its own.") + u' '
                      + nextStep(m_live->world()));
}

void HandlesPanel::setRowHeight()
{
    for (QTableView *view : {m_view, static_cast<QTableView *>(m_groups)})
        fitRowsToFont(view);
}

void HandlesPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        setRowHeight();
    View::changeEvent(event);
}

bool HandlesPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show)
        QTimer::singleShot(0, this, &HandlesPanel::tellVisibleRows);
    return View::eventFilter(watched, event);
}

} // namespace Linescope
