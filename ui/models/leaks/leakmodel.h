// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A leak report as a tree: who > where from; calls and requests that have no end, by kind.
#pragma once

#include "checks/leakreport.h"
#include "support/selection.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace Linescope {

class LeakModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum class Column { What, Handles, Bytes, Since, Growth, Details, Count };
    Q_ENUM(Column)

    enum Role {
        SortRole = Qt::UserRole, // plain values
        KeyRole,                 // QString: the same row in the next report
    };

    using QAbstractItemModel::QAbstractItemModel;
    ~LeakModel() override;

    void setReport(const LeakReport &report, const World &world); // a reset, unless nothing has changed
    const LeakReport &report() const { return m_report; }
    Selection selection(const QModelIndex &index) const; // what the row is about; empty for headings

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        QString key;
        QString what;
        qint64 handles = -1; // -1: does not apply, and so on
        qint64 bytes = -1;
        Microseconds since = 0;
        std::optional<qint64> growth;
        QString details;
        Selection about;
        int group = -1; // the row of its group; -1: it is one
        std::vector<std::unique_ptr<Row>> rows;
    };

    Row &addGroup(Row row);
    void addApp(const AppLeaks &app, const World &world);
    void addCalls(const World &world);
    void addRequests(const World &world);
    const Row *rowOf(const QModelIndex &index) const;

    LeakReport m_report;
    std::vector<std::unique_ptr<Row>> m_groups;
};

} // namespace Linescope
