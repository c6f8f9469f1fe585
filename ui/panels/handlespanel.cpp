// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/handlespanel.h"

#include "delegates/handledelegate.h"
#include "panels/busynote.h"
#include "panels/emptynote.h"
#include "support/text.h"

#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace Linescope {

namespace {

constexpr int widths[] = {152, 126, 46, 104, 76, 82, 184, 60, 60, 56};
static_assert(std::size(widths) == size_t(HandleModel::Column::Count));

} // namespace

HandlesPanel::HandlesPanel(LiveWorld *live, Clock *clock, QWidget *parent)
    : QWidget(parent)
    , m_live(live)
    , m_model(new HandleModel(live, clock, this))
    , m_view(new QTableView(this))
    , m_note(new EmptyNote(m_view))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);

    m_view->setModel(m_model);
    m_view->setItemDelegate(new HandleDelegate(m_view));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setShowGrid(false);
    m_view->setAlternatingRowColors(true);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setAccessibleName(tr("Call handles"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->viewport()->installEventFilter(this);

    auto *header = m_view->horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setSortIndicator(int(HandleModel::Column::Handle), Qt::DescendingOrder);
    m_view->setSortingEnabled(true);
    showDefaultColumns();

    connect(header, &QWidget::customContextMenuRequested, this, [this, header](const QPoint &position) {
        QMenu menu;
        fillColumnMenu(&menu);
        menu.exec(header->mapToGlobal(position));
    });
    connect(m_view, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &position) { Q_EMIT contextMenuWanted(m_view->viewport()->mapToGlobal(position)); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { Q_EMIT currentChanged(current()); });
    connect(m_view, &QTableView::activated, this, [this] { Q_EMIT activated(current()); });
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, &HandlesPanel::tellVisibleRows);
    connect(m_model, &QAbstractItemModel::modelReset, this, &HandlesPanel::refresh);
    connect(m_model, &HandleModel::busyChanged, new BusyNote(m_view), &BusyNote::setPercent);
    connect(m_model, &QAbstractItemModel::layoutChanged, this, &HandlesPanel::refresh);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &HandlesPanel::refresh);

    m_seconds.setInterval(1000);
    connect(&m_seconds, &QTimer::timeout, m_model, &HandleModel::refreshTimes);
    m_seconds.start();
    refresh();
}

void HandlesPanel::showDefaultColumns()
{
    for (int column = 0; column < int(std::size(widths)); ++column)
        m_view->setColumnWidth(column, widths[column]);
    m_view->setColumnHidden(int(HandleModel::Column::Age), true);
}

HCall HandlesPanel::current() const
{
    const QModelIndex index = m_view->currentIndex();
    return index.isValid() ? m_model->handleAt(index.row()) : HCall();
}

QList<HCall> HandlesPanel::selected() const
{
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

void HandlesPanel::select(HCall handle)
{
    if (const int row = m_model->rowOf(handle); row >= 0)
        m_view->selectRow(row);
}

QString HandlesPanel::setFilter(const QString &text)
{
    const auto filter = HandleFilter::parse(text);
    if (!filter)
        return filter.error().constFirst().sentence;
    m_filter = text.trimmed();
    m_model->setFilter(*filter);
    refresh();
    return {};
}

QList<QStringList> HandlesPanel::table(bool onlySelected, int role) const
{
    const auto *header = m_view->horizontalHeader();
    QList<int> columns;
    QStringList titles;
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        if (m_view->isColumnHidden(column))
            continue;
        columns += column;
        titles += HandleModel::title(HandleModel::Column(column));
    }
    QList<QStringList> rows{titles};
    const auto *selection = m_view->selectionModel();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (onlySelected && !selection->isRowSelected(row))
            continue;
        QStringList cells;
        for (const int column : columns)
            cells += m_model->index(row, column).data(role).toString();
        rows += cells;
    }
    return rows;
}

void HandlesPanel::fillColumnMenu(QMenu *menu)
{
    for (int column = 0; column < int(HandleModel::Column::Count); ++column) {
        auto *action = menu->addAction(menuText(HandleModel::title(HandleModel::Column(column))));
        action->setCheckable(true);
        action->setChecked(!m_view->isColumnHidden(column));
        // One column has to stay: without any, nobody finds the header's menu again.
        action->setEnabled(column != int(HandleModel::Column::State));
        connect(action, &QAction::toggled, this, [this, column](bool on) { m_view->setColumnHidden(column, !on); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("&Default columns")), &QAction::triggered, this, [this] {
        for (int column = 0; column < int(HandleModel::Column::Count); ++column)
            m_view->setColumnHidden(column, false);
        showDefaultColumns();
    });
}

QByteArray HandlesPanel::saveColumns() const { return m_view->horizontalHeader()->saveState(); }

void HandlesPanel::restoreColumns(const QByteArray &bytes)
{
    auto *header = m_view->horizontalHeader();
    if (bytes.isEmpty() || !header->restoreState(bytes))
        return;
    m_view->setColumnHidden(int(HandleModel::Column::State), false);
    m_model->sort(header->sortIndicatorSection(), header->sortIndicatorOrder());
}

void HandlesPanel::refresh()
{
    tellVisibleRows();
    updateNote();
}

void HandlesPanel::tellVisibleRows()
{
    const int first = m_view->rowAt(0);
    const int last = m_view->rowAt(m_view->viewport()->height() - 1);
    if (first < 0)
        m_model->setVisibleRows(0, -1);
    else
        m_model->setVisibleRows(first, last < 0 ? m_model->rowCount() - 1 : last);
}

void HandlesPanel::updateNote()
{
    const World &world = m_live->world();
    if (m_model->rowCount() > 0)
        m_note->setText({});
    else if (!m_filter.isEmpty() && m_model->totalCount() > 0)
        m_note->setText(
            tr("No handle matches the filter “%1”. %n handle(s) are hidden.", nullptr, m_model->totalCount())
                .arg(visibleText(m_filter, 60)));
    else if (world.providers().empty())
        m_note->setText(
            tr("No source yet: connect to an Asterisk server, or start the simulator from the Source menu."));
    else if (world.lines().isEmpty())
        m_note->setText(tr("No handle yet: open a line as an application, and its calls appear here."));
    else
        m_note->setText(tr("No handle yet: a call on an open line gives each application a handle of its own."));
}

bool HandlesPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show)
        QTimer::singleShot(0, this, &HandlesPanel::tellVisibleRows);
    return QWidget::eventFilter(watched, event);
}

} // namespace Linescope
