// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/tables/messagespanel.h"

#include "delegates/messagedelegate.h"
#include "models/liveworld.h"
#include "models/messagemodel.h"
#include "panels/emptynote.h"
#include "panels/nextstep.h"
#include "panels/tables/columnsharing.h"
#include "panels/tables/handletable.h"
#include "support/text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMetaEnum>
#include <QTableView>
#include <QToolButton>

#include <utility>

namespace Linescope {

namespace {

constexpr int ColumnCount = int(MessageModel::Column::Count);

QList<ColumnSharing::Wish> wishes()
{
    QList<ColumnSharing::Wish> all(ColumnCount, {300, 120, true});
    all[int(MessageModel::Column::Time)] = {112, 100};
    all[int(MessageModel::Column::App)] = {140, 70};
    all[int(MessageModel::Column::What)] = {168, 100};
    return all;
}

} // namespace

MessagesPanel::MessagesPanel(LiveWorld *live, QWidget *parent)
    : View(parent)
    , m_live(live)
    , m_model(new MessageModel(live, 10'000, this))
    , m_view(new QTableView)
    , m_note(new EmptyNote(m_view))
    , m_app(new QComboBox)
    , m_filter(new QLineEdit)
    , m_pause(new QToolButton)
    , m_dropped(makeLabel())
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(makeBar());
    layout->addWidget(m_view);
    setUpView();
    connect(m_live, &LiveWorld::reset, this, [this] { m_appsChanged = true; });
    connect(m_live, &LiveWorld::advanced, this,
            [this] { m_appsChanged = m_appsChanged || m_live->netEffect().linesOrAppsChanged(); });
    refreshNow();
}

void MessagesPanel::setUpView()
{
    m_view->setModel(m_model);
    m_view->setItemDelegate(new MessageDelegate(m_view));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    fitToFont();
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view->horizontalHeader(), &QWidget::customContextMenuRequested, this, &MessagesPanel::showColumnMenu);
    m_columns = new ColumnSharing(m_view, wishes());
    m_view->setAccessibleName(tr("Messages"));
    m_view->setFrameShape(QFrame::NoFrame);
}

void MessagesPanel::showDefaultColumns()
{
    for (int column = 0; column < ColumnCount; ++column)
        m_view->setColumnHidden(column, false);
    m_columns->reset();
}

// One stays, or there would be no header left to bring the others back with.
void MessagesPanel::setColumnShown(int column, bool shown)
{
    if (shown || m_view->horizontalHeader()->hiddenSectionCount() + 1 < ColumnCount)
        m_view->setColumnHidden(column, !shown);
}

void MessagesPanel::showColumnMenu(const QPoint &position)
{
    QMenu menu;
    const auto *header = m_view->horizontalHeader();
    const bool isLast = header->hiddenSectionCount() + 1 == ColumnCount;
    for (int column = 0; column < ColumnCount; ++column) {
        auto *action = menu.addAction(menuText(m_model->headerData(column, Qt::Horizontal).toString()));
        action->setCheckable(true);
        action->setChecked(!m_view->isColumnHidden(column));
        action->setEnabled(!action->isChecked() || !isLast);
        connect(action, &QAction::toggled, this, [this, column](bool on) { setColumnShown(column, on); });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("&Default columns")), &QAction::triggered, this, &MessagesPanel::showDefaultColumns);
    menu.exec(header->mapToGlobal(position));
}

QByteArray MessagesPanel::saveState() const { return m_columns->saveState(); }

void MessagesPanel::restoreState(const QByteArray &bytes)
{
    if (m_columns->restoreState(bytes) && m_view->horizontalHeader()->hiddenSectionCount() == ColumnCount)
        setColumnShown(int(MessageModel::Column::What), true);
}

QWidget *MessagesPanel::makeBar()
{
    m_app->setAccessibleName(tr("Application whose messages are shown"));
    m_app->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_app, &QComboBox::activated, this,
            [this] { m_model->setAppFilter(HLineApp{m_app->currentData().toUInt()}); });

    m_filter->setPlaceholderText(tr("Find in messages"));
    m_filter->setAccessibleName(tr("Find in messages"));
    m_filter->setClearButtonEnabled(true);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_wantedHasGone = false;
        m_model->setTextFilter(text);
        refreshNow();
    });

    m_pause->setText(tr("Hold"));
    setPlainToolTip(m_pause, tr("Keep the rows where they are; the log goes on and shows the rest afterwards."));
    m_pause->setAccessibleName(tr("Hold the message log"));
    m_pause->setCheckable(true);
    m_pause->setFocusPolicy(Qt::StrongFocus);
    connect(m_pause, &QToolButton::toggled, m_model, &MessageModel::setPaused);

    auto *clear = new QToolButton;
    clear->setText(tr("Clear"));
    setPlainToolTip(clear, tr("Forget the messages shown so far."));
    clear->setAccessibleName(tr("Clear the message log"));
    clear->setFocusPolicy(Qt::StrongFocus);
    connect(clear, &QToolButton::clicked, m_model, &MessageModel::clear);

    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(6, 3, 6, 1);
    row->addWidget(m_app);
    row->addWidget(m_filter, 1);
    row->addWidget(m_pause);
    row->addWidget(clear);
    row->addStretch();
    row->addWidget(m_dropped);
    return bar;
}

void MessagesPanel::fitToFont()
{
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    m_filter->setMaximumWidth(19 * fontMetrics().height());
}

void MessagesPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        fitToFont();
    View::changeEvent(event);
}

void MessagesPanel::showApp(HLineApp app)
{
    refreshApps();
    m_app->setCurrentIndex(std::max(0, m_app->findData(app.value)));
    m_model->setAppFilter(app);
}

bool MessagesPanel::showMessage(quint64 eventSeq)
{
    m_wantedHasGone = !m_model->contains(eventSeq);
    if (!m_wantedHasGone && m_model->rowOf(eventSeq) < 0) {
        m_pause->setChecked(false);
        m_filter->clear();
        showApp({});
    }
    const int row = m_model->rowOf(eventSeq);
    if (row >= 0) {
        m_view->selectRow(row);
        m_view->scrollTo(m_model->index(row, 0), QAbstractItemView::PositionAtCenter);
    } else {
        m_view->clearSelection();
    }
    refreshNow();
    return row >= 0;
}

void MessagesPanel::refreshApps()
{
    if (!std::exchange(m_appsChanged, false))
        return;
    QList<std::pair<QString, quint32>> apps{{tr("All applications"), 0}};
    m_live->world().apps().forEach([&](const App &app) { apps.emplaceBack(visibleText(app.name, 40), app.id.value); });
    bool same = apps.size() == m_app->count();
    for (int i = 0; same && i < m_app->count(); ++i)
        same = m_app->itemData(i).toUInt() == apps.at(i).second && m_app->itemText(i) == apps.at(i).first;
    if (same)
        return;
    const QVariant current = m_app->currentData();
    m_app->clear();
    for (const auto &[name, id] : apps)
        m_app->addItem(name, id);
    m_app->setCurrentIndex(std::max(0, m_app->findData(current)));
    // The application that was shown has gone: its messages stay in the log, among all.
    if (m_app->currentData() != current)
        m_model->setAppFilter({});
}

int MessagesPanel::rowCount(Rows rows) const { return rowCountOf(m_view, rows); }

QList<QStringList> MessagesPanel::table(Rows rows, int role) const
{
    return rowsOf(m_view, rows == Rows::Selected, role);
}

void MessagesPanel::showEvent(QShowEvent *event)
{
    refreshNow();
    View::showEvent(event);
}

void MessagesPanel::refresh()
{
    if (isVisible())
        refreshNow();
}

void MessagesPanel::refreshNow()
{
    refreshApps();
    if (m_wantedHasGone)
        m_dropped->setText(tr("That message is not in the log any more."));
    else
        m_dropped->setText(m_model->dropped() == 0 ? QString()
                                                   : tr("%n older message(s) dropped", nullptr,
                                                        int(qMin(m_model->dropped(), quint64(INT_MAX)))));
    if (m_model->rowCount() > 0)
        m_note->setText({});
    else if (m_model->totalCount() > 0)
        m_note->setText(tr("No message matches. To see more, clear the search or choose all applications."));
    else
        m_note->setText(tr("No message yet: what applications, engine and providers say to each other appears here.")
                        + u' ' + nextStep(m_live->world()));
}

} // namespace Linescope
