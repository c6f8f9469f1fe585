// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the source of a call or a line said of it, a row each, oldest first: when, which event, what followed, by which
// rules. Masked as the window is.
#pragma once

#include "journal/masker.h"
#include "provider/provenance.h"

#include <QAbstractTableModel>

namespace Linescope {

class ProvenanceModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Column { Time, Event, Effect, Rules, Count };
    Q_ENUM(Column)

    using QAbstractTableModel::QAbstractTableModel;

    // Rows that are the same stay as they are.
    void setProvenance(const Provenance &provenance, const Masker &masker);
    const ProvenanceStep &step(int row) const { return m_shown.steps.at(row); }
    quint32 leftOut() const { return m_shown.leftOut; }
    // Steps before that row are not kept.
    bool isBehindGap(int row) const { return m_shown.leftOut > 0 && row == m_shown.firstSteps; }
    int stateRow() const;             // that of the step that led to the state of now; -1: none did
    QString stateText(int row) const; // "CONNECTED ACTIVE": that step's
    QString details(int row) const;   // all of a step, in lines

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void setGap(quint32 leftOut, qsizetype firstSteps);
    void removeSteps(int first, int count);
    QString text(const ProvenanceStep &step, Column column) const;

    Provenance m_shown;
};

} // namespace Linescope
