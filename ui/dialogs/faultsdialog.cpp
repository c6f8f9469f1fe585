// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/faultsdialog.h"

#include "provider/faulttext.h"
#include "support/faultwords.h"
#include "support/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace Linescope {

namespace {

constexpr const char *lossy = "drop:0.05,duplicate:0.05,reorder:0.1,noCompletion:0.05";
constexpr const char *slow = "delay:0.5:300ms,slowCompletion:0.5:5s,stall:0.01:5s";
constexpr const char *twelve = "delay:0.05:1s,drop:0.02,duplicate:0.02,reorder:0.05,slowCompletion:0.2:5s,"
                               "noCompletion:0.1,wrongState:0.05,lineCloseStorm:0.01:x1,stall:0.01:3s,die:0.005:x1,"
                               "nullHandle:0.05,noMemory:0.1";

template<class Box>
Box *makeNumber(double least, double most, const QString &suffix)
{
    auto *box = new Box;
    box->setRange(least, most);
    box->setSuffix(suffix);
    return box;
}

} // namespace

FaultsDialog::FaultsDialog(const QString &provider, const QList<Fault> &faults, const QList<Line> &lines,
                           QWidget *parent)
    : QDialog(parent)
{
    setProperty("helpPage", QStringLiteral("faults"));
    setWindowTitle(tr("Inject faults"));
    auto *column = new QVBoxLayout(this);
    auto *about = makeLabel(
        tr("What is to go wrong between %1 and the engine. Each fault that happens is told in the message log.")
            .arg(visibleText(provider, 60)));
    about->setWordWrap(true);
    column->addWidget(about);
    addPresets(column);
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(makeRows(lines));
    area->setMinimumWidth(area->widget()->sizeHint().width() + area->verticalScrollBar()->sizeHint().width());
    column->addWidget(area, 1);
    addButtons(column);
    fillIn(faults);
    m_rows.front().on->setFocus();
    resize(sizeHint().width(), area->widget()->sizeHint().height() + 160);
}

void FaultsDialog::addPresets(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->addWidget(makeLabel(tr("Fill in:")));
    const auto add = [&](const QString &text, const QString &meaning, const char *faults) {
        auto *button = new QPushButton(text);
        button->setAutoDefault(false);
        setPlainToolTip(button, meaning);
        button->setAccessibleDescription(meaning);
        connect(button, &QPushButton::clicked, this,
                [this, faults] { fillIn(faultsFromText(QString::fromLatin1(faults)).value_or(QList<Fault>())); });
        row->addWidget(button);
    };
    add(tr("&Lossy"), tr("Reports and completions are lost, doubled and out of order now and then."), lossy);
    add(tr("&Slow"), tr("Reports and completions are late; sometimes nothing comes for a while."), slow);
    add(tr("&Twelve faults"), tr("One of each kind."), twelve);
    row->addStretch();
    column->addLayout(row);
}

QWidget *FaultsDialog::makeRows(const QList<Line> &lines)
{
    auto *rows = new QWidget;
    auto *grid = new QGridLayout(rows);
    grid->setContentsMargins(0, 0, 0, 0);
    addHead(grid);
    for (int i = 0; i < FaultKinds; ++i)
        addRow(grid, FaultKind(i), lines);
    grid->setRowStretch(FaultKinds + 1, 1);
    return rows;
}

void FaultsDialog::addHead(QGridLayout *grid)
{
    const QStringList titles{tr("Fault"), tr("Chance"), tr("How often"), tr("How late"), tr("Line")};
    for (int i = 0; i < titles.size(); ++i) {
        auto *label = makeLabel(titles.at(i));
        QFont font = label->font();
        font.setBold(true);
        label->setFont(font);
        grid->addWidget(label, 0, i);
    }
}

void FaultsDialog::addRow(QGridLayout *grid, FaultKind kind, const QList<Line> &lines)
{
    const QString name = faultName(kind);
    Row row{kind,    new QCheckBox(name), makeNumber<QDoubleSpinBox>(0.1, 100, tr(" %")), new QSpinBox,
            nullptr, new QComboBox};
    row.chance->setDecimals(1);
    row.chance->setAccessibleName(tr("%1: chance in percent").arg(name));
    row.times->setRange(0, 999'999'999);
    row.times->setSpecialValueText(tr("without end"));
    row.times->setSuffix(tr(" ×", "how many times"));
    row.times->setAccessibleName(tr("%1: how often").arg(name));
    if (takesTime(kind)) {
        row.delay = makeNumber<QDoubleSpinBox>(0.001, double(LongestFault) / 1e6, tr(" s", "seconds"));
        row.delay->setDecimals(3);
        row.delay->setAccessibleName(tr("%1: how late").arg(name));
    }
    row.line->addItem(tr("all lines"), 0u);
    for (const Line &line : lines)
        row.line->addItem(visibleText(line.name, 40), line.line.value);
    row.line->setAccessibleName(tr("%1: line").arg(name));
    row.line->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    row.line->setMinimumContentsLength(10);
    setPlainToolTip(row.on, faultMeaning(kind));
    row.on->setAccessibleDescription(faultMeaning(kind));

    int column = 0;
    for (QWidget *widget : std::initializer_list<QWidget *>{row.on, row.chance, row.times, row.delay, row.line}) {
        if (widget) {
            grid->addWidget(widget, int(kind) + 1, column);
            if (widget != row.on) {
                widget->setEnabled(false);
                connect(row.on, &QCheckBox::toggled, widget, &QWidget::setEnabled);
            }
        }
        ++column;
    }
    m_rows.push_back(row);
}

void FaultsDialog::addButtons(QVBoxLayout *column)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Apply | QDialogButtonBox::Reset | QDialogButtonBox::Cancel);
    QPushButton *apply = buttons->button(QDialogButtonBox::Apply);
    apply->setText(tr("&Apply"));
    apply->setDefault(true);
    QPushButton *clear = buttons->button(QDialogButtonBox::Reset);
    clear->setText(tr("&Clear all"));
    clear->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    connect(apply, &QPushButton::clicked, this, &QDialog::accept);
    connect(clear, &QPushButton::clicked, this, [this] {
        fillIn({});
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
}

// The first fault of a kind has the row; others of it stay as they are.
void FaultsDialog::fillIn(const QList<Fault> &faults)
{
    for (Row &row : m_rows) {
        row.others.clear();
        for (const Fault &fault : faults) {
            if (fault.kind == row.kind)
                row.others.append(fault);
        }
        row.on->setChecked(!row.others.isEmpty());
        fillIn(row, row.others.isEmpty() ? usualFault(row.kind) : row.others.takeFirst());
    }
}

void FaultsDialog::fillIn(Row &row, const Fault &fault)
{
    row.chance->setValue(fault.chance * 100);
    row.times->setValue(int(std::min<quint32>(fault.times, quint32(row.times->maximum()))));
    if (row.delay)
        row.delay->setValue(double(fault.delay) / 1e6);
    if (row.line->findData(fault.line.value) < 0) // it may have gone
        row.line->addItem(shortName(fault.line), fault.line.value);
    row.line->setCurrentIndex(row.line->findData(fault.line.value));
}

Fault FaultsDialog::faultOf(const Row &row)
{
    Fault fault = usualFault(row.kind);
    fault.chance = row.chance->value() / 100;
    fault.times = quint32(row.times->value());
    if (row.delay)
        fault.delay = Microseconds(std::llround(row.delay->value() * 1e6));
    fault.line = {row.line->currentData().toUInt()};
    return fault;
}

QList<Fault> FaultsDialog::faults() const
{
    QList<Fault> faults;
    for (const Row &row : m_rows) {
        if (row.on->isChecked())
            faults += QList<Fault>{faultOf(row)} + row.others;
    }
    return faults;
}

} // namespace Linescope
