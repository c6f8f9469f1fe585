// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The tables that a Qt program usually has, showing what HandleModel shows: items, or kept texts behind a proxy.
#pragma once

#include "models/handles/handlemodel.h"

#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTableView>

#include <array>
#include <vector>

namespace Linescope::Benchmark {

// An item per cell, three of which change with the state. Handles are numbered from 1, each on the call of its number.
class StandardTable {
public:
    explicit StandardTable(const World &world);
    void apply(const EventBatch &batch);

private:
    QStandardItemModel m_model;
    QTableView m_view;
};

// Texts and what they are sorted by, kept for each row; tells of every change at once.
class TextModel : public QAbstractTableModel {
    Q_OBJECT

public:
    explicit TextModel(const HandleModel &rows);
    void apply(const EventBatch &batch);
    const QString &text(int row, HandleModel::Column column) const { return m_rows[size_t(row)].texts[size_t(column)]; }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex &) const override { return int(Columns); }
    QVariant data(const QModelIndex &index, int role) const override;

private:
    static constexpr size_t Columns = size_t(HandleModel::Column::Count);
    struct Row {
        std::array<QString, Columns> texts;
        std::array<QVariant, Columns> keys;
    };
    std::vector<Row> m_rows; // by handle
};

// QSortFilterProxyModel over a TextModel, in a view: sorts and filters by itself as rows change.
class ProxyTable {
public:
    explicit ProxyTable(const HandleModel &rows);
    void apply(const EventBatch &batch);
    void sort(HandleModel::Column column, Qt::SortOrder order = Qt::AscendingOrder);
    void unsort();                    // back to the order of the handles, not by sorting
    void filter(const QString &text); // in any column
    void filterByExpression(bool on); // state:connected (caller:99 or app:"app 3")
    int rowCount() const { return m_proxy.rowCount(); }

private:
    struct Proxy : QSortFilterProxyModel {
        bool expression = false;
        using QSortFilterProxyModel::invalidateFilter;
        bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    };
    TextModel m_model;
    Proxy m_proxy;
    QTableView m_view;
};

} // namespace Linescope::Benchmark
