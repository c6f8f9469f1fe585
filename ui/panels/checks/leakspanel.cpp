// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/checks/leakspanel.h"

#include "checks/leaktext.h"
#include "models/leaks/leakmodel.h"
#include "models/liveworld.h"
#include "panels/emptynote.h"
#include "panels/flowlayout.h"
#include "support/format.h"
#include "support/text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSet>
#include <QTreeView>
#include <QVBoxLayout>

namespace Linescope {

LeaksPanel::LeaksPanel(LiveWorld *live, SharedSelection *selection, Clock *clock, QWidget *parent)
    : View(parent)
    , m_live(live)
    , m_selection(selection)
    , m_clock(clock)
    , m_tracker(std::make_unique<LeakTracker>())
    , m_model(new LeakModel(this))
    , m_view(new QTreeView)
    , m_note(new EmptyNote(m_view))
    , m_summary(makeLabel())
    , m_copy(new QPushButton(tr("Cop&y report")))
{
    setUpView();
    setPlainToolTip(m_copy, tr("The whole report as plain text, for a mail to the author of the application."));
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
    auto *bar = new QWidget;
    auto *row = new FlowLayout(bar);
    row->setContentsMargins(6, 3, 6, 1);
    row->addWidget(m_copy);
    row->addWidget(m_summary);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(bar);
    column->addWidget(m_view, 1);
    setFocusProxy(m_view);
    connect(live, &LiveWorld::aboutToAdvance, this, &LeaksPanel::note);
    connect(live, &LiveWorld::reset, this, &LeaksPanel::beginAnew);
}

LeaksPanel::~LeaksPanel() = default;

void LeaksPanel::setUpView()
{
    m_view->setModel(m_model);
    m_view->setUniformRowHeights(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setAllColumnsShowFocus(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setAccessibleName(tr("Leaks"));
    const int letter = fontMetrics().averageCharWidth();
    const int letters[] = {34, 10, 12, 15, 10, 40};
    for (int column = 0; column < int(LeakModel::Column::Count); ++column)
        m_view->header()->resizeSection(column, letters[column] * letter);
    connect(m_view, &QTreeView::activated, this, &LeaksPanel::chooseCurrent);
}

// Events that the session's tracker has seen come again when the views begin anew.
void LeaksPanel::note(const EventBatch &batch)
{
    if (m_live->isAway()) {
        if (m_pastTracker)
            m_pastTracker->see(batch);
        return;
    }
    for (const Event &event : batch) {
        if (event.seq > m_lastSeq)
            m_tracker->see(event);
    }
    m_lastSeq = std::max(m_lastSeq, batch.constLast().seq);
}

void LeaksPanel::beginAnew() { m_pastTracker = m_live->isAway() ? std::make_unique<LeakTracker>() : nullptr; }

LeakReport LeaksPanel::report() const
{
    const LeakTracker &tracker = m_pastTracker ? *m_pastTracker : *m_tracker;
    return tracker.report(m_live->world(), m_clock->now());
}

QString LeaksPanel::text() const { return toLines(report()).join(u'\n'); }

void LeaksPanel::refresh()
{
    if (isVisible())
        show(report());
}

void LeaksPanel::showEvent(QShowEvent *event)
{
    show(report());
    View::showEvent(event);
}

void LeaksPanel::show(const LeakReport &report)
{
    QSet<QString> closed; // a report opens what it names, but for what the user has closed
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        if (!m_view->isExpanded(index))
            closed += index.data(LeakModel::KeyRole).toString();
    }
    const QString current = m_view->currentIndex().data(LeakModel::KeyRole).toString();
    m_model->setReport(report, m_live->world());
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        m_view->setExpanded(index, !closed.contains(index.data(LeakModel::KeyRole).toString()));
    }
    if (!current.isEmpty() && !m_view->currentIndex().isValid()) {
        const QModelIndexList found = m_model->match(m_model->index(0, 0), LeakModel::KeyRole, current, 1,
                                                     Qt::MatchExactly | Qt::MatchRecursive);
        if (!found.isEmpty())
            m_view->setCurrentIndex(found.constFirst());
    }
    quint64 bytes = 0;
    quint32 handles = 0;
    for (const AppLeaks &app : report.apps) {
        bytes += app.engineBytes + app.providerBytes;
        handles += app.retained;
    }
    m_summary->setText(
        report.apps.isEmpty()
            ? QString()
            : tr("%n handle(s) of calls that are over, %1.", nullptr, int(handles)).arg(bytesText(bytes)));
    m_copy->setEnabled(!report.isClean());
    m_note->setText(report.isClean() ? tr("Nobody keeps a call that is over, every live call has an owner, and every "
                                          "request has its answer.")
                                     : QString());
}

void LeaksPanel::chooseCurrent()
{
    const Selection about = m_model->selection(m_view->currentIndex());
    if (!about.isEmpty())
        m_selection->set(about);
}

QList<QStringList> LeaksPanel::table(Rows rows, int role) const
{
    QList<QStringList> lines;
    QStringList header;
    for (int column = 0; column < m_model->columnCount(); ++column)
        header += m_model->headerData(column, Qt::Horizontal).toString();
    lines += header;
    const int wanted = role == Qt::DisplayRole ? role : int(LeakModel::SortRole);
    const auto add = [&](const QModelIndex &first) {
        if (rows == Rows::Selected && !m_view->selectionModel()->isRowSelected(first.row(), first.parent()))
            return;
        QStringList line;
        for (int column = 0; column < m_model->columnCount(); ++column)
            line += first.siblingAtColumn(column).data(wanted).toString();
        lines += line;
    };
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex group = m_model->index(row, 0);
        add(group);
        for (int child = 0; child < m_model->rowCount(group); ++child)
            add(m_model->index(child, 0, group));
    }
    return lines;
}

} // namespace Linescope
