// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/inspector/mappingpanel.h"

#include "models/liveworld.h"
#include "models/provenancemodel.h"
#include "panels/emptynote.h"
#include "panels/tables/columnsharing.h"
#include "panels/tables/handletable.h"
#include "support/format.h"
#include "support/settings/viewstate.h"
#include "support/text.h"
#include "tapi/names.h"

#include <QClipboard>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

QList<ColumnSharing::Wish> wishes()
{
    QList<ColumnSharing::Wish> all(int(ProvenanceModel::Column::Count), {150, 90});
    all[int(ProvenanceModel::Column::Time)] = {112, 100};
    all[int(ProvenanceModel::Column::Effect)] = {230, 120, true};
    return all;
}

QToolButton *makeButton(const QString &text, const QString &what)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setFocusPolicy(Qt::StrongFocus);
    setPlainToolTip(button, what);
    return button;
}

} // namespace

MappingPanel::MappingPanel(LiveWorld *live, const Clock *clock, QWidget *parent)
    : View(parent)
    , m_live(live)
    , m_clock(clock)
    , m_model(new ProvenanceModel(this))
    , m_view(new QTableView)
    , m_note(new EmptyNote(m_view))
    , m_details(new QPlainTextEdit)
    , m_summary(makeLabel())
    , m_copy(makeButton(tr("Copy"), tr("Copy all steps with their events, masked if the window is.")))
{
    setUpView();
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->addWidget(m_view);
    splitter->addWidget(m_details);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setCollapsible(0, false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(makeBar());
    layout->addWidget(splitter, 1);
    setFocusProxy(m_view);
    fitToFont();
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (!m_choosing)
            m_choosesLast = m_view->currentIndex().row() == m_model->stateRow();
        showStep();
    });
    // What was shown has other numbers and names now; it is asked for anew.
    connect(m_live, &LiveWorld::maskingChanged, this, &MappingPanel::showSubject);
    showSubject();
}

void MappingPanel::setUpView()
{
    m_view->setModel(m_model);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setAccessibleName(tr("What the source said"));
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_columns = new ColumnSharing(m_view, wishes());
    m_details->setReadOnly(true);
    m_details->setUndoRedoEnabled(false);
    m_details->setTabChangesFocus(true);
    m_details->setFrameShape(QFrame::NoFrame);
    m_details->setAccessibleName(tr("The step that is chosen"));
    m_details->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    QFont fixed;
    fixed.setFamilies(QFontDatabase::systemFont(QFontDatabase::FixedFont).families());
    m_details->setFont(fixed); // the size is that of everything else
}

QWidget *MappingPanel::makeBar()
{
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *rules = makeButton(tr("All rules"), tr("The table of all rules, in the help."));
    connect(m_copy, &QToolButton::clicked, this, &MappingPanel::copyAll);
    connect(rules, &QToolButton::clicked, this, &MappingPanel::rulesWanted);
    auto *bar = new QWidget;
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(6, 3, 6, 1);
    row->addWidget(m_summary, 1);
    row->addWidget(m_copy);
    row->addWidget(rules);
    return bar;
}

void MappingPanel::fitToFont() { m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6); }

void MappingPanel::follow(const Selection &selection)
{
    std::optional<Subject> chosen;
    if (!selection.call.isNull())
        chosen = selection.call;
    else if (!selection.device.isNull())
        chosen = selection.device;
    if (chosen == m_subject || (!chosen && !selection.isEmpty()))
        return;
    m_subject = chosen;
    showSubject();
}

// Another one, or the same with other names.
void MappingPanel::showSubject()
{
    ++m_asked;
    m_waiting = m_isGone = m_wasAnswered = false;
    {
        const QScopedValueRollback choosing(m_choosing, true);
        m_model->setProvenance({}, {});
    }
    m_choosesLast = true;
    showStep();
    showNote();
    refresh();
}

void MappingPanel::refresh()
{
    if (m_live->isPaused() && m_wasAnswered)
        return;
    // Docks that lie behind others are visible to Qt, but have no place.
    if (!isVisible() || visibleRegion().isEmpty() || !m_subject || m_waiting || !m_ask)
        return;
    m_waiting = true;
    m_ask(*m_subject, [panel = QPointer(this), asked = m_asked](const std::optional<Provenance> &provenance) {
        if (panel && panel->m_asked == asked)
            panel->take(provenance);
    });
}

// What has gone stays as it was told last.
void MappingPanel::take(const std::optional<Provenance> &provenance)
{
    m_waiting = false;
    m_wasAnswered = true;
    m_isGone = !provenance;
    const QScopedValueRollback choosing(m_choosing, true);
    if (provenance)
        m_model->setProvenance(untilNow(*provenance), m_live->masker());
    const int row = m_model->stateRow();
    if (m_choosesLast && row >= 0 && row != m_view->currentIndex().row()) {
        m_view->selectRow(row);
        m_view->scrollTo(m_view->currentIndex());
    }
    showStep();
    showNote();
}

// At a moment that is over, what came later has not come yet.
Provenance MappingPanel::untilNow(Provenance provenance) const
{
    if (m_live->isAway())
        provenance.steps.removeIf([now = m_clock->now()](const ProvenanceStep &step) { return step.time > now; });
    // Nobody knows which of those that are not kept had come.
    if (m_live->isAway() && provenance.leftOut > 0 && provenance.steps.size() <= provenance.firstSteps)
        provenance.steps.clear();
    return provenance;
}

void MappingPanel::showStep()
{
    const int row = m_view->currentIndex().row();
    const QString text = row < 0 ? QString() : m_model->details(row);
    if (m_details->toPlainText() != text)
        m_details->setPlainText(text);
}

QString MappingPanel::details() const { return m_details->toPlainText(); }

QString MappingPanel::summary() const { return m_summary->text(); }

void MappingPanel::showNote()
{
    const bool isEmpty = m_model->rowCount() == 0;
    m_copy->setEnabled(!isEmpty);
    if (!isEmpty)
        m_note->setText({});
    else if (!m_subject)
        m_note->setText(
            tr("Choose a handle, a call or a line: what its server said of it appears here, and by which rule"
               " that became its state."));
    else if (!m_wasAnswered)
        m_note->setText(tr("Asking the source…"));
    else
        m_note->setText(
            tr("Nothing is known of how this came about. An Asterisk tells it, as long as the call or the line"
               " is there; the simulator and recordings do not."));
    const int row = m_model->stateRow();
    QStringList words;
    if (row >= 0) {
        const ProvenanceStep &step = m_model->step(row);
        const QString state = m_model->stateText(row);
        words += step.event.isEmpty()
            ? tr("%1: %2 by the rule %3, without an event (%4).", "call or line, state, rule, time")
                  .arg(subjectName(), state, step.stateRule, timeText(step.time))
            : tr("%1: %2 because of %3, by the rule %4 (%5).", "call or line, state, event, rule, time")
                  .arg(subjectName(), state, visibleText(step.event), step.stateRule, timeText(step.time));
    }
    if (m_model->leftOut() > 0)
        words += tr("%n step(s) after the first ones are not kept.", nullptr, int(m_model->leftOut()));
    if (m_isGone && !isEmpty)
        words += std::holds_alternative<CallId>(*m_subject) ? tr("The call has gone.") : tr("The line has gone.");
    m_summary->setText(words.join(u"  "_s));
    setPlainToolTip(m_summary, m_summary->text());
}

// "C17", "D3 PJSIP/101".
QString MappingPanel::subjectName() const
{
    if (const auto *call = std::get_if<CallId>(&*m_subject))
        return shortName(*call);
    const DeviceId id = std::get<DeviceId>(*m_subject);
    const Device *device = m_live->world().device(id);
    return device ? shortName(id) + u' ' + visibleText(device->info.name) : shortName(id);
}

void MappingPanel::copyAll() const
{
    QStringList steps{m_summary->text()};
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->isBehindGap(row))
            steps += u"…"_s;
        steps += m_model->details(row);
    }
    QGuiApplication::clipboard()->setText(steps.join(u"\n\n"_s) + u'\n');
}

bool MappingPanel::hasTable() const { return m_model->rowCount() > 0; }

QList<QStringList> MappingPanel::table(Rows rows, int role) const
{
    return rowsOf(m_view, rows == Rows::Selected, role);
}

QByteArray MappingPanel::saveState() const { return m_columns->saveState(); }

void MappingPanel::restoreState(const QByteArray &state) { (void)m_columns->restoreState(state); }

void MappingPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        fitToFont();
    View::changeEvent(event);
}

void MappingPanel::showEvent(QShowEvent *event)
{
    View::showEvent(event);
    refresh();
}

} // namespace Linescope
