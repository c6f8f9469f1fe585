// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/checks/findingspanel.h"

#include "delegates/findingdelegate.h"
#include "models/findings/findingsfilter.h"
#include "models/liveworld.h"
#include "panels/checks/findingdetails.h"
#include "panels/emptynote.h"
#include "panels/flowlayout.h"
#include "support/export/tableexport.h"
#include "support/settings/viewstate.h"
#include "support/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QInputDialog>
#include <QLineEdit>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>
#include <climits>
#include <utility>

using namespace Qt::StringLiterals;

namespace Linescope {

FindingsPanel::FindingsPanel(LiveWorld *live, SharedSelection *selection, std::function<QString(quint64)> describe,
                             QWidget *parent)
    : View(parent)
    , m_live(live)
    , m_selection(selection)
    , m_model(new FindingsModel(live, 10'000, this))
    , m_filter(new FindingsFilter(this))
    , m_view(new QTreeView)
    , m_note(new EmptyNote(m_view))
    , m_details(new FindingDetails(std::move(describe)))
    , m_grouping(new QComboBox)
    , m_severity(new QComboBox)
    , m_words(new QLineEdit)
    , m_mutedShown(new QCheckBox(tr("Muted, too")))
{
    m_filter->setSourceModel(m_model);
    setUpView();
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(m_view);
    splitter->addWidget(m_details);
    splitter->setStretchFactor(0, 1);
    splitter->setCollapsible(0, false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(makeBar());
    column->addWidget(splitter, 1);
    setFocusProxy(m_view);
    connect(m_model, &FindingsModel::countsChanged, this, [this] {
        if (!std::exchange(m_counted, true))
            Q_EMIT summaryChanged();
    });
    connect(m_details, &FindingDetails::momentWanted, this, [this] {
        if (const auto *item = current())
            Q_EMIT momentWanted(item->finding.evidence.event);
    });
    connect(m_details, &FindingDetails::messageWanted, this, [this] {
        if (const auto *item = current())
            Q_EMIT messageWanted(item->finding.evidence.event);
    });
    connect(m_details, &FindingDetails::subjectWanted, this, &FindingsPanel::chooseSubject);
    connect(m_details, &FindingDetails::muteWanted, this, &FindingsPanel::toggleMuted);
    updateNote();
}

QWidget *FindingsPanel::makeBar()
{
    m_grouping->addItems({tr("By rule"), tr("By subject")});
    m_grouping->setAccessibleName(tr("What findings are grouped by"));
    m_severity->addItem(tr("All findings"), int(Severity::Info));
    m_severity->addItem(tr("Warnings and violations"), int(Severity::Warning));
    m_severity->addItem(tr("Violations"), int(Severity::Violation));
    m_severity->setAccessibleName(tr("Severity shown"));
    m_words->setPlaceholderText(tr("Find in findings"));
    m_words->setAccessibleName(tr("Find in findings"));
    m_words->setClearButtonEnabled(true);
    m_words->setMaximumWidth(19 * fontMetrics().height());
    setPlainToolTip(m_mutedShown, tr("Shows findings of rules that you have muted, with the reason."));
    connect(m_grouping, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_model->setGrouping(FindingGrouping(index));
        updateView();
    });
    connect(m_severity, &QComboBox::currentIndexChanged, this, [this] {
        m_filter->setLeast(Severity(m_severity->currentData().toInt()));
        updateView();
    });
    connect(m_words, &QLineEdit::textChanged, this, [this](const QString &words) {
        m_filter->setWords(words);
        updateView();
    });
    connect(m_mutedShown, &QCheckBox::toggled, this, [this](bool on) {
        m_filter->setMutedShown(on);
        updateView();
    });
    auto *bar = new QWidget;
    auto *row = new FlowLayout(bar);
    row->setContentsMargins(6, 3, 6, 1);
    for (QWidget *widget : {static_cast<QWidget *>(m_grouping), static_cast<QWidget *>(m_severity),
                            static_cast<QWidget *>(m_words), static_cast<QWidget *>(m_mutedShown)})
        row->addWidget(widget);
    return bar;
}

void FindingsPanel::setUpView()
{
    m_view->setModel(m_filter);
    m_view->setItemDelegate(new FindingDelegate(m_view));
    m_view->setUniformRowHeights(true);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(int(FindingsModel::Column::Severity), Qt::DescendingOrder);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setAllColumnsShowFocus(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setAccessibleName(tr("Findings"));
    m_view->header()->setStretchLastSection(true);
    const int letter = fontMetrics().averageCharWidth();
    const int letters[] = {42, 13, 8, 17, 38};
    for (int column = 0; column < int(FindingsModel::Column::All); ++column)
        m_view->header()->resizeSection(column, letters[column] * letter);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &FindingsPanel::follow);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &FindingsPanel::follow);
    connect(m_view, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (index.parent().isValid()) // a group opens and closes
            chooseSubject();
    });
}

const FindingsModel::Item *FindingsPanel::current() const
{
    return m_model->item(m_filter->mapToSource(m_view->currentIndex()));
}

void FindingsPanel::follow()
{
    const FindingsModel::Item *item = current();
    const QString rule = item ? QString::fromLatin1(item->finding.rule) : QString();
    m_details->show(item, m_model->muted().value(rule), m_model->muted().contains(rule));
}

void FindingsPanel::chooseSubject()
{
    if (const auto *item = current())
        m_selection->set(selectionOf(item->finding.subject));
}

void FindingsPanel::toggleMuted()
{
    const auto *item = current();
    if (!item)
        return;
    const QString rule = QString::fromLatin1(item->finding.rule);
    MutedRules muted = m_model->muted();
    if (muted.remove(rule) == 0) {
        bool accepted = false;
        const QString reason = QInputDialog::getText(this, tr("Mute %1").arg(rule),
                                                     tr("Why findings of this rule do not matter here:"),
                                                     QLineEdit::Normal, {}, &accepted)
                                   .trimmed();
        if (!accepted)
            return;
        muted.insert(rule, reason.isEmpty() ? tr("no reason given") : reason.left(500));
    }
    m_model->setMuted(muted);
    Q_EMIT mutedChanged(muted);
    follow();
    updateView();
}

QString FindingsPanel::summary() const
{
    QStringList parts;
    if (const quint64 count = m_model->count(Severity::Violation); count > 0)
        parts += tr("%n violation(s)", nullptr, int(std::min<quint64>(count, INT_MAX)));
    if (const quint64 count = m_model->count(Severity::Warning); count > 0)
        parts += tr("%n warning(s)", nullptr, int(std::min<quint64>(count, INT_MAX)));
    return parts.join(u", "_s);
}

QString FindingsPanel::badge() const
{
    constexpr quint64 most = 999;
    const quint64 count = m_model->count(Severity::Violation) + m_model->count(Severity::Warning);
    if (count > most)
        return QString::number(most) + u'+';
    return count == 0 ? QString() : QString::number(count);
}

void FindingsPanel::updateNote()
{
    if (m_filter->rowCount() > 0)
        m_note->setText({});
    else if (m_model->rowCount() > 0)
        m_note->setText(
            tr("No finding matches. To see more, clear the search, choose all findings or show muted ones."));
    else
        m_note->setText(
            tr("Nothing has been found: whatever providers and applications did so far is within the rules. "
               "Findings appear here by themselves."));
}

void FindingsPanel::updateView()
{
    updateNote();
    if (!m_words->text().isEmpty())
        m_view->expandAll();
}

void FindingsPanel::refresh()
{
    m_counted = false;
    updateNote();
}

QList<QStringList> FindingsPanel::table(Rows rows, int role) const
{
    QList<QStringList> lines;
    QStringList header{tr("Rule")};
    for (int column = 0; column < m_model->columnCount(); ++column) {
        if (column != int(FindingsModel::Column::Count))
            header += m_model->headerData(column, Qt::Horizontal).toString();
    }
    lines += header;
    const int wanted = role == Qt::DisplayRole ? role : int(FindingsModel::SortRole);
    for (int group = 0; group < m_filter->rowCount(); ++group) {
        const QModelIndex parent = m_filter->index(group, 0);
        for (int row = 0; row < m_filter->rowCount(parent); ++row) {
            const QModelIndex first = m_filter->index(row, 0, parent);
            const auto *item = m_model->item(m_filter->mapToSource(first));
            if (rows == Rows::Selected && !m_view->selectionModel()->isSelected(first))
                continue;
            QStringList line{QString::fromLatin1(item->finding.rule), visibleText(item->finding.subject)};
            for (int column = 1; column < m_filter->columnCount(); ++column) {
                if (column != int(FindingsModel::Column::Count))
                    line += first.siblingAtColumn(column).data(wanted).toString();
            }
            lines += line;
        }
    }
    return lines;
}

QByteArray FindingsPanel::saveState() const
{
    ViewState state;
    state.set(u"grouping"_s, m_grouping->currentIndex());
    state.set(u"severity"_s, m_severity->currentIndex());
    state.set(u"muted"_s, m_mutedShown->isChecked());
    return state.bytes();
}

void FindingsPanel::restoreState(const QByteArray &bytes)
{
    const ViewState state(bytes);
    m_grouping->setCurrentIndex(state.whole(u"grouping"_s, 0, 1, m_grouping->currentIndex()));
    m_severity->setCurrentIndex(state.whole(u"severity"_s, 0, 2, m_severity->currentIndex()));
    m_mutedShown->setChecked(state.flag(u"muted"_s, m_mutedShown->isChecked()));
}

void FindingsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        m_words->setMaximumWidth(19 * fontMetrics().height());
    View::changeEvent(event);
}

} // namespace Linescope
