// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conventionaltable.h"

#include "livetable.h"
#include "models/handles/handlecolumns.h"
#include "tapi/names.h"

#include <QSet>

namespace Linescope::Benchmark {

using Column = HandleModel::Column;

namespace {

QString inState(Microseconds time) { return toDurationString(time % 1'000_s); }

} // namespace

StandardTable::StandardTable(const World &world)
{
    m_model.setColumnCount(int(Column::Count));
    world.handles().forEach([&](const Handle &handle) {
        QList<QStandardItem *> row;
        for (int column = 0; column < int(Column::Count); ++column)
            row += new QStandardItem(column == 0 ? nameOf(world.call(handle.call)->state) : u"text"_s);
        m_model.appendRow(row);
    });
    setUp(&m_view, &m_model);
}

void StandardTable::apply(const EventBatch &batch)
{
    for (const Event &event : batch) {
        const auto &e = std::get<Events::CallState>(event.payload);
        const int row = int(e.call.value) - 1;
        m_model.item(row, int(Column::State))->setText(nameOf(e.state));
        m_model.item(row, int(Column::Line))->setForeground(QColor(int(e.state) & 0xff, 0, 0));
        m_model.item(row, int(Column::InState))->setText(inState(event.time));
    }
    showFrame();
}

// Equal texts are kept once, as a program that cares would do.
TextModel::TextModel(const HandleModel &rows)
    : m_rows(size_t(rows.rowCount()))
{
    QSet<QString> texts;
    for (int i = 0; i < rows.rowCount(); ++i) {
        Row &row = m_rows[size_t(i)];
        for (size_t column = 0; column < Columns; ++column) {
            const QModelIndex cell = rows.index(i, int(column));
            row.texts[column] = *texts.insert(cell.data().toString());
            row.keys[column] = cell.data(HandleModel::SortRole);
        }
    }
}

QVariant TextModel::data(const QModelIndex &index, int role) const
{
    const Row &row = m_rows[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.texts[size_t(index.column())];
    case HandleModel::SortRole:
        return row.keys[size_t(index.column())];
    default:
        return {};
    }
}

void TextModel::apply(const EventBatch &batch)
{
    for (const Event &event : batch) {
        const auto &e = std::get<Events::CallState>(event.payload);
        const int number = int(e.call.value) - 1;
        Row &row = m_rows[size_t(number)];
        row.texts[size_t(Column::State)] = nameOf(e.state);
        row.keys[size_t(Column::State)] = quint64(e.state);
        row.texts[size_t(Column::InState)] = inState(event.time);
        row.keys[size_t(Column::InState)] = durationKey(event.time);
        Q_EMIT dataChanged(index(number, int(Column::State)), index(number, int(Column::InState)));
    }
}

ProxyTable::ProxyTable(const HandleModel &rows)
    : m_model(rows)
{
    m_proxy.setSourceModel(&m_model);
    m_proxy.setSortRole(HandleModel::SortRole);
    m_proxy.setFilterKeyColumn(-1);
    m_proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    setUp(&m_view, &m_proxy);
}

void ProxyTable::apply(const EventBatch &batch)
{
    m_model.apply(batch);
    showFrame();
}

void ProxyTable::sort(Column column, Qt::SortOrder order)
{
    m_proxy.sort(int(column), order);
    showFrame();
}

void ProxyTable::unsort()
{
    m_proxy.sort(-1);
    showFrame();
}

void ProxyTable::filter(const QString &text)
{
    m_proxy.expression = false;
    m_proxy.setFilterFixedString(text);
    showFrame();
}

void ProxyTable::filterByExpression(bool on)
{
    m_proxy.expression = on;
    m_proxy.invalidateFilter();
    showFrame();
}

bool ProxyTable::Proxy::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (!expression)
        return QSortFilterProxyModel::filterAcceptsRow(row, parent);
    const auto *model = qobject_cast<const TextModel *>(sourceModel());
    const QString &parties = model->text(row, Column::Parties);
    return model->text(row, Column::State) == u"CONNECTED"_s
        && (QStringView(parties).left(parties.indexOf(u'→')).contains(u"99"_s)
            || model->text(row, Column::App).contains(u"app 3"_s, Qt::CaseInsensitive));
}

} // namespace Linescope::Benchmark
