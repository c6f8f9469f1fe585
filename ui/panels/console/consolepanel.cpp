// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/console/consolepanel.h"

#include "mainwindow/operations.h"
#include "models/liveworld.h"
#include "panels/console/errorwords.h"
#include "support/text.h"
#include "support/theme/theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QSplitter>
#include <QTreeView>

namespace Linescope {

namespace {

constexpr int mostOffered = 200; // handles in a list
constexpr int mostVoid = 50;

} // namespace

ConsolePanel::ConsolePanel(Operations *operations, LiveWorld *live, SharedSelection *selection, Clock *clock,
                           QWidget *parent)
    : View(parent)
    , m_operations(operations)
    , m_live(live)
    , m_selection(selection)
    , m_clock(clock)
    , m_history(new ConsoleHistory(this))
{
    m_splitter = new QSplitter(Qt::Horizontal);
    m_splitter->addWidget(makeQuestion());
    m_splitter->addWidget(makeAnswers());
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    setProperty("helpPage", QStringLiteral("console"));

    connect(m_form, &RequestForm::changed, this, &ConsolePanel::updateProblem);
    connect(m_app, &QComboBox::currentTextChanged, this, &ConsolePanel::updateProblem);
    connect(m_history, &ConsoleHistory::callChanged, this, [this](int row) {
        if (m_table->currentIndex().row() == row)
            showCall(row);
    });
    connect(m_live, &LiveWorld::aboutToVoid, this, &ConsolePanel::noteVoid);
    connect(m_live, &LiveWorld::reset, this, [this] { m_void.clear(); });
    refresh();
    updateProblem();
}

// Side by side where there is room for both.
void ConsolePanel::resizeEvent(QResizeEvent *event)
{
    const bool narrow = width() < 52 * fontMetrics().averageCharWidth() * 2;
    m_splitter->setOrientation(narrow ? Qt::Vertical : Qt::Horizontal);
    View::resizeEvent(event);
}

// ---- what there is ----

void ConsolePanel::noteVoid(const Event &event)
{
    if (const auto *gone = std::get_if<Events::HandleVoided>(&event.payload))
        m_void.prepend(shortName(gone->handle));
    while (m_void.size() > mostVoid)
        m_void.removeLast();
}

QString ConsolePanel::appLabel(HLineApp id) const
{
    const App *app = m_live->world().app(id);
    return shortName(id) + QLatin1Char(' ') + visibleText(app ? app->name : QString(), 40);
}

RequestForm::Offers ConsolePanel::offers() const
{
    RequestForm::Offers offers;
    const World &world = m_live->world();
    const auto add = [](QStringList &list, const QString &name) {
        if (list.size() < mostOffered && !list.contains(name))
            list.append(name);
    };
    if (const HCall chosen = m_selection->current().handle; !chosen.isNull()) // the likeliest
        add(offers.calls, shortName(chosen));
    world.lines().forEach([&](const Line &line) { add(offers.lines, shortName(line.id)); });
    world.handles().forEach([&](const Handle &handle) { add(offers.calls, shortName(handle.id)); });
    for (const QString &name : m_void)
        add(offers.calls, name);
    for (const Device &device : world.devices()) {
        if (!device.removed)
            add(offers.devices, QString::number(device.id.value));
    }
    return offers;
}

void ConsolePanel::refresh()
{
    QStringList apps;
    m_live->world().apps().forEach([&](const App &app) { apps.append(appLabel(app.id)); });
    QStringList shown;
    for (int i = 0; i < m_app->count(); ++i)
        shown.append(m_app->itemText(i));
    if (shown != apps) {
        const QString text = m_app->currentText();
        const QSignalBlocker blocker(m_app);
        m_app->clear();
        m_app->addItems(apps);
        const bool follows = (text.isEmpty() || !appFrom(text) || shown.contains(text)) && !apps.contains(text);
        m_app->setCurrentText(follows && !m_app->lineEdit()->hasFocus() ? apps.value(apps.size() - 1) : text);
    }
    m_form->setOffers(offers());
    updateProblem();
}

QList<QStringList> ConsolePanel::table(Rows rows, int role) const
{
    QList<QStringList> table;
    if (m_history->rowCount() == 0)
        return table;
    const auto line = [&](auto cell) {
        QStringList cells;
        for (int column = 0; column < m_history->columnCount(); ++column)
            cells.append(cell(column));
        table.append(cells);
    };
    line([&](int column) { return m_history->headerData(column, Qt::Horizontal).toString(); });
    for (int row = 0; row < m_history->rowCount(); ++row) {
        if (rows == Rows::All || row == m_table->currentIndex().row())
            line([&](int column) {
                Q_UNUSED(role)
                return m_history->index(row, column).data().toString();
            });
    }
    return table;
}

// ---- what is done ----

QString ConsolePanel::problemText() const { return m_problem->text(); }

QString ConsolePanel::resultText() const { return m_result->toPlainText(); }

// Only what is no value at all cannot be run: what is wrong with a value the engine says.
void ConsolePanel::updateProblem()
{
    const auto request = m_form->request();
    QString problem = request ? QString() : request.error();
    if (!appFrom(m_app->currentText()))
        problem = tr("An application is A1, 0x10000001, or nothing.");
    if (m_live->isAway())
        problem = tr("You look at the past: nothing can be done there. Go back to live first.");
    m_problem->setText(visibleText(problem));
    m_problem->setVisible(!problem.isEmpty());
    setTextColor(m_problem, toneColor(Tone::Bad, palette()));
    m_run->setEnabled(problem.isEmpty());
    m_again->setEnabled(m_history->rowCount() > 0 && !m_live->isAway());
}

void ConsolePanel::run()
{
    if (m_live->isAway())
        return;
    const auto request = m_form->request();
    const auto app = appFrom(m_app->currentText());
    if (request && app)
        run(*app, *request, m_times->value());
}

void ConsolePanel::runAgain()
{
    const int row = m_table->currentIndex().row();
    if (row < 0 || m_live->isAway())
        return;
    const ConsoleCall call = m_history->at(row);
    m_form->setRequest(call.request);
    run(call.app, call.request, call.times);
}

void ConsolePanel::run(HLineApp app, const Request &request, int times)
{
    ConsoleCall call;
    call.time = m_clock->now();
    call.app = app;
    call.request = request;
    call.callText = callText(request);
    call.times = times;
    const quint64 number = m_history->add(call);
    m_table->setCurrentIndex(m_history->index(m_history->rowCount() - 1, 0));
    const QPointer<ConsoleHistory> history(m_history);
    for (int i = 0; i < times; ++i)
        m_operations->run(
            app, request,
            [history, number](const Outcome &outcome) {
                if (history)
                    history->returned(number, outcome);
            },
            [history, number](LineError result) {
                if (history)
                    history->replied(number, result);
            });
}

void ConsolePanel::showCall(int row)
{
    if (row < 0)
        return;
    const ConsoleCall &call = m_history->at(row);
    QStringList lines{call.callText, ConsoleHistory::resultText(call)};
    if (call.failed > 0)
        lines.append(errorText(call.error));
    if (!call.value.isEmpty())
        lines.append(call.value);
    if (call.isAsynchronous)
        lines.append(tr("LINE_REPLY: %1").arg(ConsoleHistory::replyText(call)));
    if (call.failedReplies > 0)
        lines.append(errorText(call.replyError));
    for (QString &line : lines) {
        QStringList parts = line.split(QLatin1Char('\n'));
        for (QString &part : parts)
            part = visibleText(part);
        line = parts.join(QLatin1Char('\n'));
    }
    m_result->setPlainText(lines.join(QLatin1Char('\n')));
}

} // namespace Linescope
