// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/tables/handletable.h"

#include "models/handles/handlemodel.h"

#include <QHeaderView>
#include <QMetaEnum>
#include <QTableView>

namespace Linescope {

void fitRowsToFont(QTableView *view)
{
    view->verticalHeader()->setDefaultSectionSize(view->fontMetrics().height() + 10);
}

void setUpHandleTable(QTableView *view)
{
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view->setShowGrid(false);
    view->setAlternatingRowColors(true);
    view->setWordWrap(false);
    view->setTabKeyNavigation(false);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->verticalHeader()->hide();
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    fitRowsToFont(view);
    view->setContextMenuPolicy(Qt::CustomContextMenu);
    view->setFrameShape(QFrame::NoFrame);
    auto *header = view->horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setMinimumSectionSize(30);
}

static QList<int> shownColumns(const QTableView *view)
{
    QList<int> columns;
    const auto *header = view->horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int column = header->logicalIndex(visual);
        if (!view->isColumnHidden(column))
            columns += column;
    }
    return columns;
}

QList<QStringList> rowsOf(const QTableView *view, bool onlySelected, int role)
{
    const QAbstractItemModel *model = view->model();
    const QList<int> columns = shownColumns(view);
    QStringList titles;
    for (const int column : columns)
        titles += model->headerData(column, Qt::Horizontal).toString();
    QList<QStringList> rows{titles};
    for (int row = 0; row < model->rowCount(); ++row) {
        if (onlySelected && !view->selectionModel()->isRowSelected(row))
            continue;
        QStringList cells;
        for (const int column : columns)
            cells += model->index(row, column).data(role).toString();
        rows += cells;
    }
    return rows;
}

int rowCountOf(const QTableView *view, Rows rows)
{
    if (rows == Rows::All)
        return view->model()->rowCount();
    int count = 0;
    for (const QItemSelectionRange &range : view->selectionModel()->selection())
        count += range.height();
    return count;
}

Table valuesOf(const QTableView *view, Rows rows)
{
    const QList<int> columns = shownColumns(view);
    QStringList keys;
    for (const int column : columns)
        keys += columnKey(QMetaEnum::fromType<HandleModel::Column>(), column);
    QList<int> wanted;
    for (int row = 0; row < view->model()->rowCount(); ++row) {
        if (rows == Rows::All || view->selectionModel()->isRowSelected(row))
            wanted += row;
    }
    return tableOf(*view->model(), columns, wanted, HandleModel::ExportRole, keys);
}

} // namespace Linescope
