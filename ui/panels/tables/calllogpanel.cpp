// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the panel is made and follows the log. What is done to the log is in calllogpanel_acts.cpp, what is
// shown in calllogpanel_filters.cpp.
#include "panels/tables/calllogpanel.h"

#include "models/calllogmodel.h"
#include "models/liveworld.h"
#include "panels/emptynote.h"
#include "panels/emptyoffer.h"
#include "panels/tables/columnsharing.h"
#include "support/text.h"
#include "support/theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <chrono>

namespace Linescope {

namespace {

// Texts from outside, in their own direction; a damaged row is told by colour beside its tooltip.
class LogDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->text = visibleText(option->text);
        if (!index.data(CallLogModel::DamagedRole).toBool())
            return;
        option->palette.setColor(QPalette::Text, toneColor(Tone::Bad, option->palette));
        option->font.setStrikeOut(true);
    }
};

QList<ColumnSharing::Wish> wishes()
{
    using Column = CallLogModel::Column;
    QList<ColumnSharing::Wish> all(int(Column::Count), {110, 60});
    all[int(Column::Began)] = {150, 150};
    all[int(Column::Direction)] = {80, 60};
    all[int(Column::Caller)] = {190, 110};
    all[int(Column::Called)] = {180, 70, true};
    all[int(Column::Talked)] = {95, 90};
    all[int(Column::Cause)] = {60, 50};
    return all;
}

} // namespace

CallLogPanel::CallLogPanel(LiveWorld *live, QWidget *parent)
    : View(parent)
    , m_live(live)
    , m_model(new CallLogModel(this))
    , m_stack(new QStackedWidget)
    , m_offer(new EmptyOffer(tr("Settings of the call log…")))
    , m_view(new QTableView)
    , m_note(new EmptyNote(m_view))
    , m_search(new QLineEdit)
    , m_totals(makeLabel())
    , m_news(new QPushButton)
    , m_more(new QToolButton)
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(makeBar());
    column->addWidget(m_view, 1);
    m_stack->addWidget(page);
    m_stack->addWidget(m_offer);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
    setUpView();
    setFocusProxy(m_view);
    m_offer->setText(
        tr("The call log is off. When it is on, Linescope writes every call that ends to a database, where "
           "you can search for it later."));
    m_typing.setSingleShot(true);
    m_typing.setInterval(std::chrono::milliseconds(300));
    m_reload.setSingleShot(true);
    m_reload.setInterval(std::chrono::seconds(1));
    connect(&m_typing, &QTimer::timeout, this, &CallLogPanel::applyFilters);
    connect(&m_reload, &QTimer::timeout, this, &CallLogPanel::showNews);
    connect(m_offer, &EmptyOffer::taken, this, &CallLogPanel::settingsWanted);
    connect(m_model, &CallLogModel::changed, this, [this] {
        fillChoices();
        showState();
    });
    connect(m_live, &LiveWorld::maskingChanged, this, [this] { m_model->setMasker(m_live->masker()); });
    m_model->setMasker(m_live->masker());
    showState();
}

void CallLogPanel::setService(CallLogService *service)
{
    if (m_service)
        disconnect(m_service, nullptr, this, nullptr);
    m_service = service;
    if (service)
        connect(service, &CallLogService::statusChanged, this, &CallLogPanel::statusChanged);
    m_writtenSeen = service ? service->status().written : 0;
    m_model->setService(service);
}

void CallLogPanel::setUpView()
{
    m_view->setModel(m_model);
    m_view->setItemDelegate(new LogDelegate(m_view));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setAccessibleName(tr("Call log"));
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->horizontalHeader()->setSortIndicator(int(CallLogModel::Column::Began), Qt::DescendingOrder);
    m_view->setSortingEnabled(true);
    m_columns = new ColumnSharing(m_view, wishes());
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (m_isStale)
            m_reload.start();
    });
    fitToFont();
}

void CallLogPanel::fitToFont()
{
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    m_search->setFixedWidth(10 * fontMetrics().height());
}

void CallLogPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        fitToFont();
    View::changeEvent(event);
}

void CallLogPanel::showEvent(QShowEvent *event)
{
    View::showEvent(event);
    if (m_isStale)
        showNews();
}

void CallLogPanel::statusChanged()
{
    const CallLogStatus status = m_service ? m_service->status() : CallLogStatus();
    const bool isNew = status.written != m_writtenSeen;
    const bool hasNoRows = m_model->rowCount() == 0;
    m_writtenSeen = status.written;
    const bool isReady = status.state == CallLogStatus::State::Fine && !m_wasFine;
    m_wasFine = status.state == CallLogStatus::State::Fine;
    m_isStale = m_isStale || isNew || hasNoRows;
    if (isReady)
        showNews();
    else if (m_isStale && !m_reload.isActive())
        m_reload.start();
    showState();
}

// Rows must not move under somebody who has chosen one: they are told that there are more.
void CallLogPanel::showNews()
{
    const bool mayMove = !m_view->selectionModel()->hasSelection();
    m_news->setText(tr("Show new calls"));
    m_news->setVisible(m_isStale && !mayMove);
    if (!isVisible() || !m_isStale || !mayMove)
        return;
    m_model->reload();
}

void CallLogPanel::refresh()
{
    if (m_isStale && isVisible() && !m_reload.isActive())
        m_reload.start();
}

void CallLogPanel::showState()
{
    const bool isOn = m_service && m_service->isOn();
    m_stack->setCurrentIndex(isOn ? 0 : 1);
    setFocusProxy(isOn ? static_cast<QWidget *>(m_view) : m_offer);
    if (m_model->isLoading()) {
        m_isStale = false;
        m_news->hide();
    }
    m_totals->setText(isOn ? totalsText() : QString());
    m_note->setText(noteText());
}

QString CallLogPanel::totalsText() const
{
    const CallLogTotals &totals = m_model->totals();
    return tr("%1, %2, %3")
        .arg(tr("%n call(s)", "in the log", int(totals.calls)),
             tr("%n answered", "calls in the log", int(totals.answered)),
             tr("%n minute(s) talked", "in the log", int(totals.talked / 60'000'000)));
}

QString CallLogPanel::noteText() const
{
    if (!m_service || !m_service->isOn() || m_model->rowCount() > 0)
        return {};
    if (m_service->status().state == CallLogStatus::State::Troubled)
        return visibleText(m_service->status().trouble.words);
    if (!m_model->problem().isEmpty() && !m_model->isLoading())
        return visibleText(m_model->problem());
    if (m_model->isLoading() || m_service->status().state == CallLogStatus::State::Opening)
        return tr("The call log is being read…");
    if (CallLogQuery any = m_model->query(); any.search.isEmpty() && any.since == 0 && any.device.isEmpty()
        && any.disconnectMode.isEmpty() && any.direction == CallLogQuery::Direction::All
        && any.result == CallLogQuery::Result::All)
        return tr("No call has ended yet. As soon as one has, and its record is written, it appears here.");
    return tr("No call matches. To see more, clear the search or choose all in the lists above.");
}

QByteArray CallLogPanel::saveState() const { return m_columns->saveState(); }

void CallLogPanel::restoreState(const QByteArray &state)
{
    if (m_columns->restoreState(state)
        && m_view->horizontalHeader()->hiddenSectionCount() == int(CallLogModel::Column::Count))
        m_view->setColumnHidden(0, false);
}

} // namespace Linescope
