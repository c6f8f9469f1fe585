// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/comparedialog.h"

#include "panels/emptynote.h"
#include "scenario/scenarioreader.h"
#include "support/text.h"
#include "support/theme/theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Linescope {

CompareDialog::CompareDialog(MakeProvider makeProvider, QWidget *parent)
    : QDialog(parent)
    , m_makeProvider(std::move(makeProvider))
    , m_model(new ComparisonModel(this))
    , m_message(makeLabel())
    , m_table(new QTreeView)
{
    setWindowTitle(tr("Compare two sources"));
    setProperty("helpPage", u"console"_s);
    m_message->setWordWrap(true);
    m_table->setModel(m_model);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAlternatingRowColors(true);
    m_table->setAccessibleName(tr("The two traces"));
    m_table->header()->setStretchLastSection(true);
    auto *empty = new EmptyNote(m_table);
    empty->setText(tr("Choose a scenario and two sources, then Run: what happened on each stands here side by side."));
    connect(m_model, &QAbstractItemModel::modelReset, empty,
            [this, empty] { empty->setText(m_model->rowCount() > 0 ? QString() : tr("Nothing happened on either.")); });
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(makeChoices());
    layout->addWidget(m_table, 1);
    layout->addWidget(m_message);
    layout->addWidget(makeButtons());
    resize(900, 600);
}

QComboBox *CompareDialog::makeChoice(const QString &placeholder)
{
    auto *box = new QComboBox;
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->lineEdit()->setPlaceholderText(placeholder);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return box;
}

QWidget *CompareDialog::makeChoices()
{
    auto *choices = new QWidget;
    auto *form = new QFormLayout(choices);
    form->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString &label, QComboBox *box, const QString &title, const QString &filter) {
        auto *file = new QToolButton;
        file->setText(u"…"_s);
        file->setAccessibleName(title);
        setPlainToolTip(file, title);
        file->setFocusPolicy(Qt::StrongFocus);
        connect(file, &QToolButton::clicked, this, [=, this] { browse(box, title, filter); });
        auto *row = new QHBoxLayout;
        row->addWidget(box, 1);
        row->addWidget(file);
        form->addRow(label, row);
        static_cast<QLabel *>(form->labelForField(row))->setBuddy(box);
    };
    const QString example = u"simulator:?lines=2&automatic=0&up=0"_s;
    m_scenario = makeChoice(tr("a scenario file"));
    m_left = makeChoice(tr("the scenario's own provider"));
    m_right = makeChoice(tr("the scenario's own provider"));
    for (QComboBox *side : {m_left, m_right}) {
        side->addItems({QString(), example});
        side->setCurrentIndex(0);
    }
    const QString traces = tr("Traces and recordings (*.trace *.jsonl *.json);;All files (*)");
    add(tr("&Scenario:"), m_scenario, tr("Choose a scenario"), tr("Scenarios (*.scenario.json);;All files (*)"));
    add(tr("&Left:"), m_left, tr("Choose a kept trace or a recording for the left"), traces);
    add(tr("Ri&ght:"), m_right, tr("Choose a kept trace or a recording for the right"), traces);
    return choices;
}

QWidget *CompareDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto add = [&](const QString &text, auto act) {
        auto *button = buttons->addButton(text, QDialogButtonBox::ActionRole);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, act);
        return button;
    };
    m_run = add(tr("&Run"), &CompareDialog::run);
    m_previous = add(tr("&Previous difference"), &CompareDialog::previousDifference);
    m_next = add(tr("&Next difference"), &CompareDialog::nextDifference);
    m_next->setShortcut(Qt::Key_F3);
    m_previous->setShortcut(QKeyCombination(Qt::ShiftModifier, Qt::Key_F3));
    m_export = add(tr("&Export…"), [this] {
        const QString path = QFileDialog::getSaveFileName(this, tr("Export the comparison"), u"comparison.txt"_s,
                                                          tr("Text (*.txt);;JSON (*.json)"));
        if (!path.isEmpty())
            exportTo(path);
    });
    for (QPushButton *button : {m_next, m_previous, m_export})
        button->setEnabled(false);
    return buttons;
}

void CompareDialog::browse(QComboBox *box, const QString &title, const QString &filter)
{
    const QString path = QFileDialog::getOpenFileName(this, title, {}, filter);
    if (!path.isEmpty())
        box->setCurrentText(path);
}

int CompareDialog::currentRow() const { return m_table->currentIndex().row(); }

QString CompareDialog::message() const { return m_message->text(); }

void CompareDialog::tell(const QString &sentence, bool good)
{
    m_message->setText(visibleText(sentence, 2000));
    setTextColor(m_message, good ? palette().color(QPalette::WindowText) : toneColor(Tone::Bad, palette()));
}

// ---- what is done ----

tl::expected<Scenarios::Trace, QString> CompareDialog::traceOf(const QString &side)
{
    const QString text = side.trimmed();
    if (QFileInfo(text).isFile())
        return Scenarios::readTraceFile(text);
    if (m_scenario->currentText().trimmed().isEmpty())
        return tl::unexpected(tr("Choose a scenario file first."));
    if (m_scenario->currentText().trimmed().isEmpty())
        return tl::unexpected(tr("Choose a scenario file first."));
    const auto scenario = Scenarios::readScenarioFile(m_scenario->currentText().trimmed());
    if (!scenario)
        return tl::unexpected(scenario.error().constFirst().toString());
    Scenarios::TraceMaker trace;
    Scenarios::RunOptions options;
    options.makeProvider = m_makeProvider;
    options.events = [&](const EventBatch &batch) { trace.add(batch); };
    if (!text.isEmpty()) {
        const auto made = m_makeProvider ? m_makeProvider(text, SystemClock::instance())
                                         : tl::unexpected(tr("There is no file of that name."));
        if (!made)
            return tl::unexpected(made.error());
        options.source = *made;
    }
    const Scenarios::ScenarioResult result = Scenarios::run(*scenario, options);
    if (!result.reached)
        return tl::unexpected(tr("%1 could not be reached.").arg(text));
    return trace.take();
}

void CompareDialog::run()
{
    m_run->setEnabled(false); // a source takes its time, and the window goes on meanwhile
    tell(tr("Running…"), true);
    const auto left = traceOf(m_left->currentText());
    const auto right = left ? traceOf(m_right->currentText()) : left;
    m_run->setEnabled(true);
    if (!left || !right) {
        tell(left ? right.error() : left.error(), false);
        return;
    }
    m_model->setComparison(Scenarios::compare(*left, *right));
    const int width = (m_table->viewport()->width() - 110) / 2;
    m_table->setColumnWidth(int(ComparisonModel::Column::Sign), 110);
    m_table->setColumnWidth(int(ComparisonModel::Column::Left), std::max(120, width));
    const qsizetype differences = m_model->comparison().differences();
    m_export->setEnabled(true);
    m_next->setEnabled(differences > 0);
    m_previous->setEnabled(differences > 0);
    QString sentence = differences == 0 ? tr("No difference in %n row(s).", nullptr, m_model->rowCount())
                                        : tr("%n difference(s).", nullptr, int(differences));
    if (m_model->comparison().cut)
        sentence += u' ' + tr("There are too many: a part was compared row by row.");
    tell(sentence, true);
    if (differences > 0)
        goToDifference(1);
}

void CompareDialog::goToDifference(int step)
{
    const int row = m_model->nextDifference(std::max(step < 0 ? 0 : -1, currentRow()), step);
    if (row < 0)
        return;
    const QModelIndex index = m_model->index(row, 0);
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index, QAbstractItemView::PositionAtCenter);
}

void CompareDialog::exportTo(const QString &path)
{
    const Scenarios::TraceComparison &comparison = m_model->comparison();
    QStringList lines;
    for (const QString &line : Scenarios::sideBySide(comparison, 200, -1))
        lines.append(visibleText(line, 20'000));
    const QByteArray bytes = path.endsWith(".json"_L1) ? QJsonDocument(Scenarios::toJson(comparison)).toJson()
                                                       : (lines.join(u'\n') + u'\n').toUtf8();
    QSaveFile file(path);
    const bool good = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    tell(good ? tr("Written: %1").arg(path) : tr("%1 cannot be written: %2").arg(path, file.errorString()), good);
}

} // namespace Linescope
