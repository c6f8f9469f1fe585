// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// ConsolePanel: its widgets.

#include "panels/console/consolepanel.h"

#include "panels/emptynote.h"
#include "support/text.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QSplitter>
#include <QTreeView>

namespace Linescope {

namespace {

constexpr int most = 10'000; // times

QPushButton *makeButton(const QString &text, const QString &toolTip)
{
    auto *button = new QPushButton(text);
    setPlainToolTip(button, toolTip);
    button->setAccessibleDescription(toolTip);
    button->setAutoDefault(false);
    return button;
}

} // namespace

QWidget *ConsolePanel::makeQuestion()
{
    m_app = new QComboBox;
    m_app->setEditable(true);
    m_app->setInsertPolicy(QComboBox::NoInsert);
    m_app->setAccessibleName(tr("Application"));
    m_app->lineEdit()->setAccessibleName(m_app->accessibleName());
    m_app->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_app->setMinimumContentsLength(14);
    m_app->lineEdit()->setPlaceholderText(tr("A1, 0x10000001 or empty"));
    auto *appLabel = makeLabel(tr("&As:"));
    appLabel->setBuddy(m_app);
    auto *newApp = makeButton(tr("&New…"),
                              tr("Start a virtual application with its own API version, media and habits."));
    auto *endApp = makeButton(tr("&End"), tr("Shut this application down."));
    connect(newApp, &QPushButton::clicked, this, &ConsolePanel::newAppWanted);
    connect(endApp, &QPushButton::clicked, this,
            [this] { Q_EMIT endAppWanted(appFrom(m_app->currentText()).value_or(HLineApp())); });
    auto *apps = new QHBoxLayout;
    apps->addWidget(appLabel);
    apps->addWidget(m_app, 1);
    apps->addWidget(newApp);
    apps->addWidget(endApp);

    m_form = new RequestForm;
    m_problem = makeLabel();
    m_problem->setWordWrap(true);
    m_times = new QSpinBox;
    m_times->setRange(1, most);
    m_times->setSuffix(tr(" ×"));
    m_times->setAccessibleName(tr("How many times"));
    m_run = makeButton(tr("&Run"), tr("Call the function as this application."));
    connect(m_run, &QPushButton::clicked, this, qOverload<>(&ConsolePanel::run));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_run, 1);
    buttons->addWidget(m_times);

    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->addLayout(apps);
    column->addWidget(m_form);
    column->addWidget(m_problem);
    column->addLayout(buttons);
    column->addStretch();
    auto *area = new QScrollArea;
    area->setWidget(inside);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setMinimumWidth(std::min(260, inside->minimumSizeHint().width() + 20));
    area->setFocusPolicy(Qt::NoFocus);
    return area;
}

QWidget *ConsolePanel::makeAnswers()
{
    m_table = new QTreeView;
    m_table->setModel(m_history);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAlternatingRowColors(true);
    m_table->setAccessibleName(tr("What was called"));
    m_table->header()->setStretchLastSection(true);
    const int character = fontMetrics().averageCharWidth();
    const std::pair<ConsoleHistory::Column, int> widths[] = {{ConsoleHistory::Column::Time, 14},
                                                             {ConsoleHistory::Column::Application, 5},
                                                             {ConsoleHistory::Column::Call, 22},
                                                             {ConsoleHistory::Column::Result, 24},
                                                             {ConsoleHistory::Column::Number, 13}};
    for (const auto &[column, characters] : widths)
        m_table->setColumnWidth(int(column), characters * character);
    setFocusProxy(m_table);
    auto *empty = new EmptyNote(m_table);
    empty->setText(tr("Nothing has been called yet. Choose an application and a function, then Run."));
    connect(m_history, &QAbstractItemModel::rowsInserted, this, [this, empty] {
        empty->setText({});
        m_again->setEnabled(true);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) { showCall(index.row()); });
    connect(m_table, &QTreeView::activated, this, &ConsolePanel::runAgain);

    m_result = new QPlainTextEdit;
    m_result->setReadOnly(true);
    m_result->setAccessibleName(tr("Result"));
    m_result->setPlaceholderText(tr("The result of the chosen call."));
    m_result->setTabChangesFocus(true);
    m_again = makeButton(tr("Run a&gain"), tr("Call the chosen function once more with the same arguments."));
    m_again->setEnabled(false);
    connect(m_again, &QPushButton::clicked, this, &ConsolePanel::runAgain);
    auto *save = makeButton(tr("Save as &scenario…"),
                            tr("Write the whole session as a scenario file: what was called, what the providers "
                               "reported, and what came of it as what is expected."));
    connect(save, &QPushButton::clicked, this, &ConsolePanel::saveScenario);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_again);
    buttons->addStretch();
    buttons->addWidget(save);

    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(m_table);
    splitter->addWidget(m_result);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({300, 130});
    m_table->setMinimumHeight(60);
    m_result->setMinimumHeight(40);
    splitter->setChildrenCollapsible(false);
    auto *answers = new QWidget;
    auto *column = new QVBoxLayout(answers);
    column->addWidget(splitter, 1);
    column->addLayout(buttons);
    return answers;
}

} // namespace Linescope
