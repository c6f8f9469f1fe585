// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/exportdialog.h"

#include "support/text.h"
#include "support/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace Linescope {

QString formatName(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Csv:
        return ExportDialog::tr("CSV, for spreadsheets");
    case ExportFormat::Json:
        return ExportDialog::tr("JSON, for programs");
    case ExportFormat::Svg:
        return ExportDialog::tr("SVG picture");
    case ExportFormat::Png:
        return ExportDialog::tr("PNG picture");
    case ExportFormat::Pdf:
        return ExportDialog::tr("PDF document");
    }
    return {};
}

QString formatSuffix(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Csv:
        return QStringLiteral("csv");
    case ExportFormat::Json:
        return QStringLiteral("json");
    case ExportFormat::Svg:
        return QStringLiteral("svg");
    case ExportFormat::Png:
        return QStringLiteral("png");
    case ExportFormat::Pdf:
        return QStringLiteral("pdf");
    }
    return {};
}

ExportDialog::ExportDialog(const QList<ExportFormat> &formats, int rows, int selected, const ExportChoice &last,
                           QWidget *parent)
    : QDialog(parent)
    , m_rowCount(rows)
    , m_selectedCount(selected)
    , m_hasPicture(formats.contains(ExportFormat::Svg))
    , m_form(new QFormLayout)
    , m_format(new QComboBox)
    , m_rows(new QComboBox)
    , m_cells(new QComboBox)
    , m_scale(new QComboBox)
    , m_mask(new QCheckBox(tr("&Mask numbers and names of people")))
    , m_hint(makeLabel())
{
    setProperty("helpPage", QStringLiteral("export"));
    setWindowTitle(tr("Export"));
    for (const ExportFormat format : formats)
        m_format->addItem(formatName(format), int(format));
    m_rows->addItem(tr("All %n row(s)", nullptr, rows), int(Rows::All));
    if (selected > 0)
        m_rows->addItem(tr("The %n selected row(s)", nullptr, selected), int(Rows::Selected));
    m_cells->addItem(tr("Safe in spreadsheets"), int(CsvMode::SpreadsheetSafe));
    m_cells->addItem(tr("Raw"), int(CsvMode::Raw));
    for (const int scale : {1, 2, 4})
        m_scale->addItem(tr("%1×").arg(scale), scale);

    const auto choose = [](QComboBox *box, int value) { box->setCurrentIndex(std::max(0, box->findData(value))); };
    choose(m_format, int(last.format));
    choose(m_rows, selected > 1 ? int(Rows::Selected) : int(Rows::All));
    choose(m_cells, int(last.csv));
    choose(m_scale, last.scale);
    m_mask->setChecked(last.masking == Masking::Mask);

    m_form->addRow(tr("&Format:"), m_format);
    m_form->addRow(tr("&Rows:"), m_rows);
    m_form->addRow(tr("&Cells:"), m_cells);
    m_form->addRow(tr("&Size:"), m_scale);
    m_form->addRow(m_mask);
    m_hint->setWordWrap(true);
    m_hint->setMinimumHeight(3 * m_hint->fontMetrics().lineSpacing());
    m_hint->setAlignment(Qt::AlignTop);
    setTextColor(m_hint, toneColor(Tone::Muted, palette()));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Save)->setText(tr("&Save as…"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(m_form);
    layout->addWidget(m_hint);
    layout->addWidget(buttons);
    layout->setSizeConstraint(QLayout::SetMinimumSize);
    setMinimumWidth(380);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::updateQuestions);
    connect(m_cells, &QComboBox::currentIndexChanged, this, &ExportDialog::updateQuestions);
    updateQuestions();
}

ExportFormat ExportDialog::format() const { return ExportFormat(m_format->currentData().toInt()); }

// What does not matter for the format stays in its place, greyed: nothing jumps.
void ExportDialog::updateQuestions()
{
    const auto enable = [this](QWidget *field, bool enabled) {
        field->setEnabled(enabled);
        if (QWidget *label = m_form->labelForField(field))
            label->setEnabled(enabled);
    };
    const bool csv = format() == ExportFormat::Csv;
    const bool rows = csv || format() == ExportFormat::Json || (format() == ExportFormat::Pdf && !m_hasPicture);
    enable(m_rows, rows && m_selectedCount > 0);
    enable(m_cells, csv);
    enable(m_mask, rows);
    enable(m_scale, format() == ExportFormat::Png);
    if (csv && m_cells->currentData().toInt() == int(CsvMode::SpreadsheetSafe))
        m_hint->setText(
            tr("An apostrophe goes before every cell that a spreadsheet could take for a formula, telephone "
               "numbers with + among them."));
    else if (csv)
        m_hint->setText(
            tr("Cells exactly as they are. Do not open such a file in a spreadsheet: a caller's name can be "
               "a formula."));
    else if (!rows)
        m_hint->setText(tr("A picture shows what is on screen. Numbers and names in it are not masked."));
    else
        m_hint->setText({});
}

ExportChoice ExportDialog::choice() const
{
    ExportChoice choice;
    choice.format = format();
    choice.rows = m_rows->isEnabled() ? Rows(m_rows->currentData().toInt()) : Rows::All;
    choice.csv = CsvMode(m_cells->currentData().toInt());
    choice.scale = m_scale->currentData().toInt();
    choice.masking = m_mask->isChecked() ? Masking::Mask : Masking::None;
    return choice;
}

} // namespace Linescope
