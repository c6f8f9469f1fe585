// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Asks how a view is to be exported: as what, which rows, how large, for whom.
#pragma once

#include "panels/view.h"
#include "support/export/csv.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;

namespace Linescope {

enum class ExportFormat { Csv, Json, Svg, Png, Pdf };

QString formatName(ExportFormat format);   // for people: "CSV table"
QString formatSuffix(ExportFormat format); // "csv"

struct ExportChoice {
    ExportFormat format = ExportFormat::Csv;
    Rows rows = Rows::All;
    CsvMode csv = CsvMode::SpreadsheetSafe;
    Masking masking = Masking::None;
    int scale = 2; // of images
    friend bool operator==(const ExportChoice &, const ExportChoice &) = default;
};

class ExportDialog : public QDialog {
    Q_OBJECT

public:
    // What there is to export decides what is asked; `selected` rows, 0 for none.
    ExportDialog(const QList<ExportFormat> &formats, int rows, int selected, const ExportChoice &last,
                 QWidget *parent = nullptr);

    ExportChoice choice() const;

private:
    ExportFormat format() const;
    void updateQuestions();

    int m_rowCount;
    int m_selectedCount;
    bool m_hasPicture;
    QFormLayout *m_form;
    QComboBox *m_format;
    QComboBox *m_rows;
    QComboBox *m_cells;
    QComboBox *m_scale;
    QCheckBox *m_mask;
    QLabel *m_hint;
};

} // namespace Linescope
