// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which faults a provider is to have: a row for each kind with its chance, how often, how late and on which line.
#pragma once

#include "provider/faults.h"

#include <QDialog>
#include <QString>

#include <vector>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QSpinBox;
class QVBoxLayout;

namespace Linescope {

class FaultsDialog : public QDialog {
    Q_OBJECT

public:
    struct Line {
        DriverLine line;
        QString name;
    };

    // The faults there are, and the lines that one can be about.
    FaultsDialog(const QString &provider, const QList<Fault> &faults, const QList<Line> &lines,
                 QWidget *parent = nullptr);

    QList<Fault> faults() const;

private:
    struct Row {
        FaultKind kind;
        QCheckBox *on;
        QDoubleSpinBox *chance;
        QSpinBox *times;
        QDoubleSpinBox *delay = nullptr; // none: takes no time
        QComboBox *line;
        QList<Fault> others = {}; // of the same kind
    };

    void addPresets(QVBoxLayout *column);
    QWidget *makeRows(const QList<Line> &lines);
    void addHead(QGridLayout *grid);
    void addRow(QGridLayout *grid, FaultKind kind, const QList<Line> &lines);
    void addButtons(QVBoxLayout *column);
    void fillIn(const QList<Fault> &faults);
    static void fillIn(Row &row, const Fault &fault);
    static Fault faultOf(const Row &row);

    std::vector<Row> m_rows;
};

} // namespace Linescope
