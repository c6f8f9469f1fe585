// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/diagrams/memorypanel.h"

#include "diagrams/memorychart.h"
#include "filter/filtercompletion.h"
#include "models/holdersmodel.h"
#include "panels/emptynote.h"
#include "panels/flowlayout.h"
#include "panels/inspector/factgrid.h"
#include "support/format.h"
#include "support/settings/viewstate.h"
#include "support/text.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QStyledItemDelegate>
#include <QTableView>

#include <climits>
#include <cmath>

namespace Linescope {

namespace {

constexpr Microseconds Minute = 60'000'000;
constexpr int LettersPerSide = 34;

// In a mirrored window "136 B" would be "B 136".
class FigureDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        constexpr QChar leftToRightMark(0x200e);
        if (!option->text.isEmpty() && option->text.front().isDigit())
            option->text.prepend(leftToRightMark);
    }
};

} // namespace

MemoryPanel::MemoryPanel(const LiveWorld *live, SharedSelection *selection, Clock *clock, QWidget *parent)
    : View(parent)
    , m_live(live)
    , m_selection(selection)
    , m_clock(live, clock)
    , m_history(live, clock)
    , m_chart(new MemoryChart(&m_history))
    , m_holders(new HoldersModel(this))
    , m_span(new QComboBox)
    , m_stacking(new QComboBox)
    , m_figures(new FactGrid)
    , m_oldest(new QPushButton)
    , m_table(new QTableView)
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight))
{
    auto *content = new QWidget;
    content->setLayout(m_layout);
    auto *area = new QScrollArea; // a low view would squeeze it all
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidgetResizable(true);
    area->setWidget(content);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(area);
    m_layout->setContentsMargins(6, 4, 6, 4);
    m_layout->addWidget(makeChartSide(), 3);
    m_layout->addWidget(makeFigureSide(), 1);
    setFocusProxy(m_chart);
    connect(m_span, &QComboBox::currentIndexChanged, this, [this] {
        m_chart->setSpan(m_span->currentData().toLongLong());
        refresh();
    });
    connect(m_stacking, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_chart->setStacking(MemoryStacking(index));
        refresh();
    });
    connect(m_oldest, &QPushButton::clicked, this, &MemoryPanel::selectOldest);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) { showHolder(index.row()); });
    refresh();
}

QWidget *MemoryPanel::makeChartSide()
{
    m_span->addItem(tr("Last 10 minutes"), 10 * Minute);
    m_span->addItem(tr("Last hour"), 60 * Minute);
    m_span->addItem(tr("Last 24 hours"), 24 * 60 * Minute);
    m_span->setAccessibleName(tr("Time shown"));
    m_stacking->addItems({tr("By application"), tr("Library and provider")});
    m_stacking->setAccessibleName(tr("What is stacked"));
    setPlainToolTip(m_stacking,
                    tr("The record of a call belongs to all who hold the call. By application, it is split evenly "
                       "among their handles; a handle's own record is its application's."));
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    auto *bar = new QWidget;
    auto *row = new FlowLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_span);
    row->addWidget(m_stacking);
    column->addWidget(bar);
    column->addWidget(m_chart, 1);
    return side;
}

QWidget *MemoryPanel::makeFigureSide()
{
    m_table->setModel(m_holders);
    m_table->setItemDelegate(new FigureDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (const int column : {1, 2}) // a row per application: few
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setAccessibleName(tr("Who holds most"));
    m_table->setMinimumHeight(90);
    fitToFont();
    setPlainToolTip(m_table, tr("Double-click an application to see its retained handles in the table."));
    auto *note = new EmptyNote(m_table);
    note->setText(tr("Nobody holds a call that is over."));
    const auto updateNote = [this, note] {
        note->setText(m_holders->rowCount() > 0 ? QString() : tr("Nobody holds a call that is over."));
    };
    connect(m_holders, &QAbstractItemModel::rowsInserted, note, updateNote);
    connect(m_holders, &QAbstractItemModel::rowsRemoved, note, updateNote);
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_figures);
    column->addWidget(m_oldest);
    column->addWidget(m_table, 1);
    return side;
}

void MemoryPanel::refresh()
{
    m_chart->refresh(m_clock.now());
    m_holders->setShares(m_history.now().shares);
    refreshFigures();
    refreshOldest();
}

QString MemoryPanel::providerText() const
{
    const Totals &totals = m_live->world().totals();
    const RetainedMemory &now = m_history.now();
    if (totals.retainedProviderBytes == 0)
        return totals.retainedCalls == 0 ? bytesText(0) : tr("not reported");
    const QString bytes = bytesText(totals.retainedProviderBytes);
    return now.callsNotReported == 0
        ? bytes
        : tr("%1, not reported for %n call(s)", nullptr, int(now.callsNotReported)).arg(bytes);
}

QString MemoryPanel::growthText() const
{
    const std::optional<double> growth = m_history.growthPerHour();
    if (!growth)
        return tr("too early to tell");
    if (std::abs(*growth) < 1)
        return tr("steady");
    const QString bytes = bytesText(quint64(std::abs(*growth)));
    return *growth > 0 ? tr("+%1 per hour").arg(bytes) : tr("−%1 per hour").arg(bytes);
}

void MemoryPanel::refreshFigures()
{
    const Totals &totals = m_live->world().totals();
    m_figures->setFacts({{tr("Retained now"), bytesText(totals.retainedLibraryBytes + totals.retainedProviderBytes)},
                         {tr("Library"), bytesText(totals.retainedLibraryBytes)},
                         {tr("Provider"), providerText()},
                         {tr("Handles"), QLocale().toString(totals.retainedHandles)},
                         {tr("Growth"), growthText()},
                         {tr("Judged by"), tr("the last %1").arg(toDurationString(m_history.growthSpan()))}});
}

void MemoryPanel::refreshOldest()
{
    const RetainedMemory &memory = m_history.now();
    const Handle *handle = m_live->world().handle(memory.oldest);
    m_oldest->setEnabled(handle);
    if (!handle) {
        m_oldest->setText(tr("No handle is retained"));
        setPlainToolTip(m_oldest, {});
        return;
    }
    const App *app = m_live->world().app(memory.oldestApp);
    m_oldest->setText(menuText(tr("Oldest: %1 of %2, %3", "handle, application, how long")
                                   .arg(shortName(memory.oldest), visibleText(app ? app->name : QString(), 24),
                                        toDurationString(m_clock.now() - memory.oldestSince))));
    setPlainToolTip(m_oldest, tr("The handle whose call has been over for the longest time. Click to select it."));
}

void MemoryPanel::selectOldest()
{
    Selection chosen;
    chosen.handle = m_history.now().oldest;
    m_selection->set(chosen);
}

void MemoryPanel::showHolder(int row)
{
    const MemoryShare &share = m_holders->share(row);
    Q_EMIT filterWanted(filterTerm(FilterKey::App, share.name, shortName(share.app)) + QStringLiteral(" retained"));
}

const Picture *MemoryPanel::picture() const { return m_chart; }

QList<QStringList> MemoryPanel::table(Rows rows, int role) const
{
    QList<QStringList> result;
    QStringList line;
    for (int column = 0; column < m_holders->columnCount(); ++column)
        line += m_holders->headerData(column, Qt::Horizontal).toString();
    result += line;
    for (int row = 0; row < m_holders->rowCount(); ++row) {
        if (rows == Rows::Selected && !m_table->selectionModel()->isRowSelected(row))
            continue;
        line.clear();
        for (int column = 0; column < m_holders->columnCount(); ++column)
            line +=
                m_holders->index(row, column).data(role == Qt::DisplayRole ? role : HoldersModel::SortRole).toString();
        result += line;
    }
    return result;
}

QByteArray MemoryPanel::saveState() const
{
    ViewState state;
    state.set(QStringLiteral("minutes"), m_span->currentData().toLongLong() / Minute);
    state.set(QStringLiteral("stacking"), m_stacking->currentIndex());
    return state.bytes();
}

void MemoryPanel::restoreState(const QByteArray &bytes)
{
    const ViewState state(bytes);
    const int span = m_span->findData(state.whole(QStringLiteral("minutes"), 0, INT_MAX, 0) * Minute);
    m_span->setCurrentIndex(span < 0 ? m_span->currentIndex() : span);
    m_stacking->setCurrentIndex(
        state.whole(QStringLiteral("stacking"), 0, m_stacking->count() - 1, m_stacking->currentIndex()));
}

void MemoryPanel::fitToFont()
{
    m_table->setMinimumWidth(fontMetrics().averageCharWidth() * LettersPerSide);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
}

// Side by side, or one above the other where that is too narrow.
void MemoryPanel::resizeEvent(QResizeEvent *event)
{
    const bool isLow = height() < 30 * fontMetrics().height();
    const bool isWide = width() >= (isLow ? 2 : 3) * m_table->minimumWidth();
    m_layout->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    View::resizeEvent(event);
}

void MemoryPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        fitToFont();
    View::changeEvent(event);
}

void MemoryPanel::showEvent(QShowEvent *event)
{
    refresh();
    View::showEvent(event);
}

} // namespace Linescope
