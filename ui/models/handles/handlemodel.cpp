// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/handles/handlemodel.h"

#include "models/handles/handlecolumns.h"
#include "models/handles/handlepass.h"
#include "support/text.h"

#include <QCoreApplication>

namespace Linescope {

HandleModel::HandleModel(LiveWorld *live, Clock *clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_live(live)
    , m_clock(live, clock)
    , m_sortColumn(&columnSpec(Column::Handle))
    , m_work([this](size_t handles) { return m_pass->step(handles, now()); }, [this] { return m_pass->percent(); },
             this)
    , m_ghosts(live, clock, DefaultGhostTime, MaxGhosts)
{
    connect(live, &LiveWorld::reset, this, &HandleModel::reset);
    connect(live, &LiveWorld::aboutToVoid, this, &HandleModel::keepGhost);
    connect(live, &LiveWorld::advanced, this, &HandleModel::advance);
    connect(&m_ghosts, &GhostKeeper::ended, this, &HandleModel::ghostsEnd);
    connect(&m_work, &SlicedWork::finished, this, &HandleModel::endPass);
    connect(&m_work, &SlicedWork::busyChanged, this, &HandleModel::busyChanged);
    reset();
}

HandleModel::~HandleModel() = default;

QString HandleModel::title(Column column)
{
    return QCoreApplication::translate("Linescope::HandleModel", columnSpec(column).title);
}

HCall HandleModel::handleAt(int row) const
{
    return row >= 0 && row < places() ? HCall{itemAt(flipped(row))} : HCall();
}

int HandleModel::rowOf(HCall handle) const
{
    const int place = placeOf(handle.value);
    return place < 0 ? -1 : flipped(place);
}

Life HandleModel::lifeOf(HCall handle) const
{
    const HandleRow row = rowFor(handle.value);
    return row.handle ? row.life() : Life::Void;
}

void HandleModel::setVisibleRows(int first, int last)
{
    m_firstVisible = std::max(first, 0);
    m_lastVisible = last;
}

void HandleModel::refreshTimes()
{
    takeDue();
    const int last = std::min(m_lastVisible, places() - 1);
    if (m_firstVisible <= last && !m_live->isPaused())
        Q_EMIT dataChanged(index(m_firstVisible, int(Column::InState)), index(last, int(Column::Age)));
}

int HandleModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : places(); }

int HandleModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(Column::Count); }

// The index says which handle it means, so that the cells of a row need not look for it again.
QModelIndex HandleModel::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column, quintptr(itemAt(flipped(row)))) : QModelIndex();
}

QVariant HandleModel::data(const QModelIndex &index, int role) const
{
    QModelRoleData data(role);
    multiData(index, data);
    return data.data();
}

void HandleModel::multiData(const QModelIndex &index, QModelRoleDataSpan roles) const
{
    HandleRow row;
    if (checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        row = rowFor(Item(index.internalId()));
    for (QModelRoleData &data : roles) {
        if (row.handle)
            data.setData(value(columnSpec(Column(index.column())), row, data.role()));
        else
            data.clearData(); // no such cell, or the handle has gone in this batch and its row is on the way out
    }
}

QVariant HandleModel::value(const ColumnSpec &spec, const HandleRow &row, int role)
{
    switch (role) {
    case Qt::DisplayRole:
        return visibleText(spec.text(row));
    case Qt::ToolTipRole:
        return toolTipText(spec.toolTip(row));
    case Qt::AccessibleTextRole:
        return accessibleText(spec, row);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (spec.rightAligned ? Qt::AlignRight : Qt::AlignLeft));
    case SortRole:
        return spec.sortText ? QVariant(spec.sortText(row)) : QVariant(spec.key(row));
    case LifeRole:
        return int(row.life());
    case StateRole:
        return int(row.call->state);
    case HandleRole:
        return row.handle->id.value;
    case ExportRole:
        return spec.exported(row);
    default:
        return {};
    }
}

QString HandleModel::accessibleText(const ColumnSpec &spec, const HandleRow &row)
{
    const QString text = visibleText(spec.text(row));
    if (spec.column != Column::State || row.life() == Life::Live)
        return text;
    return row.life() == Life::Retained ? tr("%1, retained").arg(text) : tr("%1, void").arg(text);
}

QVariant HandleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= int(Column::Count))
        return {};
    const ColumnSpec &spec = columnSpec(Column(section));
    if (role == Qt::DisplayRole)
        return title(spec.column);
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (spec.rightAligned ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}

Qt::ItemFlags HandleModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemNeverHasChildren : Qt::NoItemFlags;
}

HandleRow HandleModel::rowFor(Item item) const
{
    const World &world = m_live->world();
    if (const Handle *handle = world.handle({item}))
        return {&world, handle, &world.calls().at(handle->callSlot), nullptr, now()};
    if (const Ghost *ghost = m_ghosts.find({item}))
        return {&world, &ghost->handle, &ghost->call, ghost, ghost->since};
    return {};
}

ViewOrder::Entry HandleModel::entryFor(Item item) const { return {m_sortColumn->key(rowFor(item)), item}; }

ViewOrder::TextOf HandleModel::textOf(const ColumnSpec *spec) const
{
    if (!spec->sortText)
        return {};
    return [this, spec](Item item) { return spec->sortText(rowFor(item)); };
}

bool HandleModel::passes(const Handle &handle) const
{
    return m_filter.isEmpty() || m_filter.matches(m_live->world(), handle, now());
}

} // namespace Linescope
