// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/tables/treetable.h"

#include "delegates/treedelegate.h"
#include "panels/busynote.h"
#include "panels/tables/columnsharing.h"
#include "panels/tables/flasher.h"
#include "panels/tables/handletable.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

namespace Linescope {

namespace {

using Column = HandleTree::Column;

// At their least, the columns of groups of one level fit into a window of 1280 pixels.
QList<ColumnSharing::Wish> wishes(int levels)
{
    QList<ColumnSharing::Wish> all(int(Column::Count), {90, 60});
    all[int(Column::State)] = {160, 140};
    all[int(Column::Handle)] = {210, 72 + 16 * levels};
    all[int(Column::Call)] = {52, 44};
    all[int(Column::App)] = {110, 60};
    all[int(Column::Line)] = {90, 60};
    all[int(Column::Privilege)] = {140, 74};
    all[int(Column::Parties)] = {190, 90, true};
    all[int(Column::InState)] = {64, 50};
    all[int(Column::Age)] = {64, 52};
    all[int(Column::Bytes)] = {76, 58};
    all[int(Column::Source)] = {170, 130};
    return all;
}

} // namespace

TreeTable::TreeTable(LiveWorld *live, Clock *clock, int levels, QWidget *parent)
    : QTableView(parent)
    , m_live(live)
    , m_tree(new HandleTree(live, clock, this))
{
    m_tree->setActive(false);
    setModel(m_tree);
    setUp();
    m_columns = new ColumnSharing(this, wishes(levels));
    auto *delegate = new TreeDelegate(this);
    setItemDelegate(delegate);
    m_flasher = new Flasher(live, clock, this, delegate, [this](HCall handle) { return m_tree->rowOf(handle); });

    connect(this, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &position) { Q_EMIT contextMenuWanted(viewport()->mapToGlobal(position)); });
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TreeTable::currentRowChanged);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &TreeTable::tellVisibleRows);
    m_seconds.setInterval(1000);
    connect(&m_seconds, &QTimer::timeout, m_tree, &HandleTree::refreshTimes);
    connect(m_tree, &HandleTree::busyChanged, new BusyNote(this), &BusyNote::setPercent);
    m_hidden.setSingleShot(true);
    m_hidden.setInterval(0);
    connect(&m_hidden, &QTimer::timeout, m_tree, [this] { m_tree->setActive(isVisible()); });
    m_settled.setSingleShot(true);
    m_settled.setInterval(0);
    connect(&m_settled, &QTimer::timeout, this, &TreeTable::tellVisibleRows);
}

void TreeTable::setUp()
{
    setUpHandleTable(this);
    auto *header = horizontalHeader();
    header->moveSection(header->visualIndex(int(Column::Handle)), 0);
    header->setSortIndicator(int(Column::Handle), Qt::AscendingOrder);
    setSortingEnabled(true);
}

Selection TreeTable::current() const
{
    return currentIndex().isValid() ? m_tree->selectionAt(currentIndex().row()) : Selection();
}

QList<HCall> TreeTable::selectedHandles() const
{
    QList<HCall> handles;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            const HCall handle = m_tree->handleAt(row);
            if (m_live->world().handle(handle))
                handles += handle;
        }
    }
    return handles;
}

void TreeTable::selectRowAt(int row)
{
    if (row < 0)
        clearSelection();
    else if (row != currentIndex().row() || !selectionModel()->isRowSelected(row))
        setCurrentIndex(m_tree->index(row, currentIndex().isValid() ? currentIndex().column() : int(Column::Handle)));
}

void TreeTable::tellVisibleRows()
{
    const int first = rowAt(0);
    const int last = rowAt(viewport()->height() - 1);
    if (first < 0 || !isVisible())
        m_tree->setVisibleRows(0, -1);
    else
        m_tree->setVisibleRows(first, last < 0 ? m_tree->rowCount() - 1 : last);
}

QList<QStringList> TreeTable::rows(bool onlySelected, int role) const { return rowsOf(this, onlySelected, role); }

void TreeTable::keyPressEvent(QKeyEvent *event)
{
    const bool toLeft = layoutDirection() == Qt::RightToLeft;
    const bool plain = !(event->modifiers() & ~Qt::KeypadModifier);
    const int row = currentIndex().row();
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (plain && ((event->key() == Qt::Key_Left) != toLeft ? goOut() : goIn()))
            return;
        break;
    case Qt::Key_Asterisk:
        m_tree->expandAll();
        return;
    case Qt::Key_Slash:
        m_tree->collapseAll();
        return;
    case Qt::Key_Plus:
    case Qt::Key_Minus:
        m_tree->setExpanded(row, event->key() == Qt::Key_Plus);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (plain && row >= 0) {
            activateRow(row);
            return;
        }
        break;
    default:
        break;
    }
    QTableView::keyPressEvent(event);
}

// False: a key for the table's own use, which is to scroll sideways.
bool TreeTable::goOut()
{
    const int row = currentIndex().row();
    if (row < 0)
        return false;
    if (m_tree->isExpanded(row))
        m_tree->setExpanded(row, false);
    else if (const int parent = m_tree->parentRow(row); parent >= 0)
        selectRowAt(parent);
    else
        return false;
    return true;
}

bool TreeTable::goIn()
{
    const int row = currentIndex().row();
    if (row < 0 || !m_tree->isGroup(row))
        return false;
    if (m_tree->isExpanded(row))
        selectRowAt(row + 1);
    else
        m_tree->setExpanded(row, true);
    return true;
}

void TreeTable::activateRow(int row)
{
    if (m_tree->isGroup(row))
        m_tree->setExpanded(row, !m_tree->isExpanded(row));
    else
        Q_EMIT handleActivated(m_tree->handleAt(row));
}

void TreeTable::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.isValid() && m_tree->isGroup(index.row())) {
        const QRect cell = visualRect(index.siblingAtColumn(int(Column::Handle)));
        const int depth = index.data(HandleTree::DepthRole).toInt();
        if (TreeDelegate::markRect(cell, depth, layoutDirection()).contains(event->position().toPoint())) {
            m_tree->setExpanded(index.row(), !m_tree->isExpanded(index.row()));
            return;
        }
    }
    QTableView::mousePressEvent(event);
}

void TreeTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.isValid())
        activateRow(index.row());
    else
        QTableView::mouseDoubleClickEvent(event);
}

void TreeTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    m_settled.start();
}

void TreeTable::showEvent(QShowEvent *event)
{
    m_tree->setActive(true);
    m_seconds.start();
    m_settled.start();
    QTableView::showEvent(event);
}

void TreeTable::hideEvent(QHideEvent *event)
{
    // Later: while a window is being destroyed nobody should hear of rows that go.
    m_hidden.start();
    m_seconds.stop();
    QTableView::hideEvent(event);
}

} // namespace Linescope
