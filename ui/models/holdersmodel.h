// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The applications that hold memory of calls that are over, the largest first.
#pragma once

#include "models/retainedmemory.h"

#include <QAbstractTableModel>

namespace Linescope {

class HoldersModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Column { Name, Handles, Bytes, Count };
    static constexpr int SortRole = Qt::UserRole; // the plain value

    using QAbstractTableModel::QAbstractTableModel;

    void setShares(const std::vector<MemoryShare> &shares);
    const MemoryShare &share(int row) const { return m_shares[size_t(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<MemoryShare> m_shares;
};

} // namespace Linescope
