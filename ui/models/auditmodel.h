// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The audit log as a table: an act a row with what came of it, the latest first; in between, that the file was not as
// it had been left. Masked as the window is.
#pragma once

#include "audit/auditrow.h"
#include "journal/masker.h"

#include <QAbstractTableModel>

#include <deque>
#include <optional>
#include <vector>

namespace Linescope {

class AuditModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Column { Time, User, App, Function, Line, Call, Details, Result, Count };
    Q_ENUM(Column)

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const std::deque<AuditRow> &rows, const Masker &masker);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Entry {
        AuditRow row; // an act or a loss
        std::optional<LineError> result;
    };

    QString text(const Entry &entry, Column column) const;
    QString actText(const Entry &entry, const AuditedAct &act, Column column) const;
    QString callText(const AuditedAct &act) const;
    QString detailsOf(const AuditedAct &act) const;

    std::vector<Entry> m_entries; // the oldest first
    Masker m_masker;
};

} // namespace Linescope
