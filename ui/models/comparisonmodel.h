// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Two traces side by side as a table: the sign of the difference, the left row, the right row.
#pragma once

#include "scenario/tracecompare.h"

#include <QAbstractTableModel>

namespace Linescope {

class ComparisonModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Column { Sign, Left, Right, Count };
    static constexpr int KindRole = Qt::UserRole; // int(Scenarios::TraceDifference::Kind)

    using QAbstractTableModel::QAbstractTableModel;

    void setComparison(const Scenarios::TraceComparison &comparison);
    const Scenarios::TraceComparison &comparison() const { return m_comparison; }
    // The first row after that one (before it, if `step` is -1) that is different, round the end; -1: there is none.
    int nextDifference(int row, int step = 1) const;
    static QString kindText(Scenarios::TraceDifference::Kind kind);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    Scenarios::TraceComparison m_comparison;
};

} // namespace Linescope
