// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/reportdialog.h"

#include "support/report/reporthtml.h"
#include "support/text.h"
#include "support/theme/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

enum StepColumn { TextColumn, ResultColumn, NoteColumn, StepColumns };
constexpr ManualStep::Result results[] = {ManualStep::Result::Open, ManualStep::Result::Passed,
                                          ManualStep::Result::Failed, ManualStep::Result::Skipped};

} // namespace

ReportDialog::ReportDialog(const TestReport &report, QWidget *parent)
    : QDialog(parent)
    , m_report(report)
    , m_steps(new QTableWidget(0, StepColumns))
    , m_notes(new QPlainTextEdit)
    , m_message(makeLabel())
{
    setWindowTitle(tr("Test report"));
    setProperty("helpPage", u"console"_s);
    m_steps->setHorizontalHeaderLabels({tr("Step"), tr("Result"), tr("Note")});
    m_steps->horizontalHeader()->setSectionResizeMode(TextColumn, QHeaderView::Stretch);
    m_steps->horizontalHeader()->setSectionResizeMode(NoteColumn, QHeaderView::Stretch);
    m_steps->setAccessibleName(tr("Manual steps"));
    m_steps->setWordWrap(true);
    m_steps->setTabKeyNavigation(false);
    m_notes->setAccessibleName(tr("Notes"));
    m_notes->setPlaceholderText(tr("Notes for who reads the report"));
    m_notes->setTabChangesFocus(true);
    m_notes->setMaximumHeight(90);
    m_message->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_steps, 1);
    layout->addWidget(m_notes);
    layout->addWidget(m_message);
    layout->addWidget(makeButtons());
    showChecklist(m_report.checklist.steps.isEmpty() ? defaultChecklist() : m_report.checklist);
    resize(760, 560);
}

QWidget *ReportDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto add = [&](const QString &text, auto act) {
        auto *button = buttons->addButton(text, QDialogButtonBox::ActionRole);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, act);
    };
    add(tr("&Add step"), [this] {
        addStep({});
        m_steps->setCurrentCell(m_steps->rowCount() - 1, TextColumn);
        m_steps->editItem(m_steps->currentItem());
    });
    add(tr("&Remove step"), [this] { m_steps->removeRow(m_steps->currentRow()); });
    add(tr("&Load…"), [this] {
        const QString path = QFileDialog::getOpenFileName(this, tr("Load a checklist"), {},
                                                          tr("Checklists (*.json);;All files (*)"));
        if (!path.isEmpty())
            load(path);
    });
    add(tr("&Save checklist…"), [this] { ask(tr("Save the checklist"), u"checklist.json"_s, u"JSON (*.json)"_s); });
    add(tr("&HTML…"), [this] { ask(tr("Save the report"), u"report.html"_s, u"HTML (*.html)"_s); });
    add(tr("&PDF…"), [this] { ask(tr("Save the report"), u"report.pdf"_s, u"PDF (*.pdf)"_s); });
    add(tr("&JUnit…"), [this] { ask(tr("Save the report"), u"report.xml"_s, u"JUnit XML (*.xml)"_s); });
    return buttons;
}

void ReportDialog::ask(const QString &title, const QString &name, const QString &filter)
{
    const QString path = QFileDialog::getSaveFileName(this, title, name, filter);
    if (!path.isEmpty())
        save(path);
}

// ---- the checklist ----

void ReportDialog::showChecklist(const Checklist &checklist)
{
    m_report.checklist.title = checklist.title;
    m_steps->setRowCount(0);
    for (const ManualStep &step : checklist.steps)
        addStep(step);
    m_steps->resizeRowsToContents();
}

void ReportDialog::addStep(const ManualStep &step)
{
    const int row = m_steps->rowCount();
    m_steps->insertRow(row);
    m_steps->setItem(row, TextColumn, new QTableWidgetItem(visibleText(step.text, 4000)));
    m_steps->setItem(row, NoteColumn, new QTableWidgetItem(visibleText(step.note, 4000)));
    auto *result = new QComboBox;
    result->addItems({tr("not done"), tr("✔ passed"), tr("✘ failed"), tr("– skipped")});
    result->setCurrentIndex(int(std::ranges::find(results, step.result) - std::begin(results)));
    result->setAccessibleName(tr("Result of step %1").arg(row + 1));
    m_steps->setCellWidget(row, ResultColumn, result);
}

TestReport ReportDialog::report() const
{
    TestReport report = m_report;
    report.checklist.steps.clear();
    for (int row = 0; row < m_steps->rowCount(); ++row) {
        const auto *result = qobject_cast<const QComboBox *>(m_steps->cellWidget(row, ResultColumn));
        report.checklist.steps.append({m_steps->item(row, TextColumn)->text(), results[result->currentIndex()],
                                       m_steps->item(row, NoteColumn)->text()});
    }
    report.notes = m_notes->toPlainText();
    return report;
}

Checklist ReportDialog::defaultChecklist()
{
    const QString language = QLocale().language() == QLocale::French ? u"fr"_s : u"en"_s;
    QFile file(u":/checklists/provider.%1.json"_s.arg(language));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return Checklist::fromJson(file.readAll()).value_or(Checklist());
}

// ---- files ----

QString ReportDialog::message() const { return m_message->text(); }

void ReportDialog::tell(const QString &sentence, bool good) const
{
    m_message->setText(visibleText(sentence));
    setTextColor(m_message, good ? palette().color(QPalette::WindowText) : toneColor(Tone::Bad, palette()));
}

void ReportDialog::load(const QString &path)
{
    constexpr qint64 most = 1024 * 1024 + 1; // one byte more than there may be: the limit speaks
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tell(tr("%1 cannot be read: %2").arg(path, file.errorString()), false);
    const auto checklist = Checklist::fromJson(file.read(most));
    if (!checklist)
        return tell(checklist.error(), false);
    showChecklist(*checklist);
    tell(tr("The checklist has %n step(s).", nullptr, int(checklist->steps.size())), true);
}

void ReportDialog::save(const QString &path) const
{
    const TestReport report = this->report();
    if (path.endsWith(".pdf"_L1)) {
        const QString wrong = writePdf(report, path);
        return tell(wrong.isEmpty() ? tr("Written: %1").arg(path) : wrong, wrong.isEmpty());
    }
    const QByteArray bytes = path.endsWith(".html"_L1) ? toHtml(report).toUtf8()
        : path.endsWith(".xml"_L1)                     ? toJUnit(report)
                                                       : report.checklist.toJson();
    QSaveFile file(path);
    const bool good = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    tell(good ? tr("Written: %1").arg(path) : tr("%1 cannot be written: %2").arg(path, file.errorString()), good);
}

} // namespace Linescope
