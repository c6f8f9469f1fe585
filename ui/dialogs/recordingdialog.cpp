// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/recordingdialog.h"

#include "support/text.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

constexpr qint64 MiB = 1024 * 1024;

} // namespace

RecordingDialog::RecordingDialog(const RecordingOptions &last, QWidget *parent)
    : FormDialog(tr("Record"), tr("&Record"), parent)
    , m_last(last)
    , m_file(new QLineEdit(last.file))
    , m_compressed(new QCheckBox(tr("&Compressed, about a twentieth of the size")))
    , m_masked(new QCheckBox(tr("&Mask numbers and names of people")))
    , m_rolls(new QCheckBox(tr("Begin a &new file when one is full")))
    , m_megabytes(new QSpinBox)
    , m_keep(new QSpinBox)
{
    setProperty("helpPage", u"recordings"_s);
    auto *browse = new QPushButton(tr("&Browse…"));
    auto *file = new QWidget;
    auto *row = new QHBoxLayout(file);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_file, 1);
    row->addWidget(browse);
    m_file->setMinimumWidth(36 * fontMetrics().averageCharWidth());
    m_file->setAccessibleName(tr("File"));
    m_megabytes->setRange(1, 100'000);
    m_megabytes->setSuffix(tr(" MiB"));
    m_megabytes->setValue(last.rollAt > 0 ? int(std::clamp<qint64>(last.rollAt / MiB, 1, 100'000)) : 100);
    m_keep->setRange(0, 10'000);
    m_keep->setSpecialValueText(tr("all of them"));
    m_keep->setValue(last.keepFiles);
    m_compressed->setChecked(last.compressed);
    m_masked->setChecked(last.masking == Masking::Mask);
    m_rolls->setChecked(last.rollAt > 0);
    form()->addRow(tr("&File:"), file);
    form()->addRow(m_compressed);
    form()->addRow(m_masked);
    form()->addRow(m_rolls);
    form()->addRow(tr("A file is full &at:"), m_megabytes);
    form()->addRow(tr("Files &kept:"), m_keep);
    connect(browse, &QPushButton::clicked, this, &RecordingDialog::browse);
    connect(m_file, &QLineEdit::textChanged, this, &RecordingDialog::check);
    connect(m_compressed, &QCheckBox::toggled, this, &RecordingDialog::followCompression);
    connect(m_rolls, &QCheckBox::toggled, this, &RecordingDialog::check);
    check();
}

void RecordingDialog::browse()
{
    const QString name = QFileDialog::getSaveFileName(this, tr("Record to"), m_file->text(),
                                                      tr("Recordings (*.jsonl *.jsonl.gz)"));
    if (!name.isEmpty())
        m_file->setText(name);
}

// A name says what is in the file.
void RecordingDialog::followCompression()
{
    QString name = m_file->text();
    const bool ends = name.endsWith(u".gz"_s);
    if (m_compressed->isChecked() && !ends && !name.isEmpty())
        name += u".gz"_s;
    else if (!m_compressed->isChecked() && ends)
        name.chop(3);
    m_file->setText(name);
}

QString RecordingDialog::problem() const
{
    const QString name = m_file->text().trimmed();
    if (name.isEmpty())
        return tr("Say which file to write.");
    const QFileInfo file(name);
    if (file.isDir())
        return tr("This is a folder: add the name of a file.");
    if (!file.absoluteDir().exists())
        return tr("There is no folder %1.").arg(visibleText(file.absolutePath(), 100));
    if (!QFileInfo(file.absolutePath()).isWritable())
        return tr("You may not write to the folder %1.").arg(visibleText(file.absolutePath(), 100));
    return {};
}

void RecordingDialog::check()
{
    for (QWidget *widget : {static_cast<QWidget *>(m_megabytes), static_cast<QWidget *>(m_keep)}) {
        widget->setEnabled(m_rolls->isChecked());
        if (QWidget *label = form()->labelForField(widget))
            label->setEnabled(m_rolls->isChecked());
    }
    setProblem(problem());
}

RecordingOptions RecordingDialog::options() const
{
    RecordingOptions options = m_last;
    options.file = QFileInfo(m_file->text().trimmed()).absoluteFilePath();
    options.compressed = m_compressed->isChecked();
    options.masking = m_masked->isChecked() ? Masking::Mask : Masking::None;
    options.rollAt = m_rolls->isChecked() ? m_megabytes->value() * MiB : 0;
    options.keepFiles = m_rolls->isChecked() ? m_keep->value() : 0;
    return options;
}

} // namespace Linescope
