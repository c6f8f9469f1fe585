// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/diagrams/statemappanel.h"

#include "diagrams/statemap/statemap.h"
#include "panels/nextstep.h"
#include "support/settings/viewstate.h"
#include "support/text.h"
#include "support/theme/theme.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>

namespace Linescope {

StateMapPanel::StateMapPanel(const LiveWorld *live, const CallHistory *history, SharedSelection *selection,
                             const Clock *clock, QWidget *parent)
    : View(parent)
    , m_live(live)
    , m_history(history)
    , m_selection(selection)
    , m_counts(live)
    , m_map(new StateMap(&m_counts, history, clock, this))
    , m_title(makeLabel(QString(), this))
    , m_lights(new QCheckBox(tr("Moving &lights"), this))
    , m_top(new QBoxLayout(QBoxLayout::LeftToRight))
{
    m_lights->setChecked(true);
    setPlainToolTip(m_lights, tr("Show a light on an arrow when a call goes that way."));
    m_title->setWordWrap(true);
    m_title->setAccessibleName(tr("Way of the selected call"));
    m_top->setContentsMargins(8, 4, 8, 0);
    m_top->addWidget(m_title, 1);
    m_top->addWidget(m_lights);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(m_top);
    layout->addWidget(m_map, 1);
    setFocusProxy(m_map);
    connect(m_lights, &QCheckBox::toggled, m_map, &StateMap::setAnimated);
    connect(m_map, &StateMap::filterWanted, this, &StateMapPanel::filterWanted);
    connect(m_map, &Diagram::chosen, this, [this](const DiagramItem &item) {
        if (!item.selection.isEmpty())
            m_selection->set(item.selection);
    });
    connect(selection, &SharedSelection::changed, this, &StateMapPanel::follow);
    connect(live, &LiveWorld::pausedChanged, m_map, &StateMap::setFrozen);
    m_map->setFrozen(live->isPaused());
    follow(selection->current());
}

const Picture *StateMapPanel::picture() const { return m_map; }

QByteArray StateMapPanel::saveState() const
{
    ViewState state;
    state.set(QStringLiteral("lights"), m_lights->isChecked());
    return state.bytes();
}

void StateMapPanel::restoreState(const QByteArray &state)
{
    m_lights->setChecked(ViewState(state).flag(QStringLiteral("lights"), m_lights->isChecked()));
}

// A handle that is void tells its call no more; the way of the call stays as long as the handle is selected.
void StateMapPanel::follow(const Selection &selection)
{
    const Handle *handle = m_live->world().handle(selection.handle);
    if (handle)
        m_map->setCall(handle->call);
    else if (!selection.call.isNull() || selection.handle.isNull())
        m_map->setCall(selection.call);
    refreshTitle();
}

void StateMapPanel::refreshTitle()
{
    const CallRecord *record = m_history->record(m_map->call());
    if (record)
        m_title->setText(describePath(*record, m_map->now()));
    else if (m_live->world().calls().isEmpty())
        m_title->setText(tr("No call yet.") + u' ' + nextStep(m_live->world()));
    else
        m_title->setText(tr("Select a call to see its way. Point at a state to see what usually follows."));
}

void StateMapPanel::refresh()
{
    m_counts.advanceTo(m_map->now());
    m_map->refresh();
    refreshTitle();
}

// Words beside the check box, or above it where that leaves too little for them.
void StateMapPanel::resizeEvent(QResizeEvent *event)
{
    const bool isWide = width() >= 2 * m_lights->sizeHint().width() + 12 * fontMetrics().height();
    m_top->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    View::resizeEvent(event);
}

void StateMapPanel::showEvent(QShowEvent *event)
{
    refresh();
    View::showEvent(event);
}

QList<QStringList> StateMapPanel::table(Rows, int role) const
{
    QList<QStringList> rows{{tr("State"), tr("Calls"), tr("Came in the last minute"), tr("Went in the last minute")}};
    const auto number = [role](quint32 value) {
        return role == Qt::DisplayRole ? QLocale().toString(value) : QString::number(value);
    };
    for (size_t i = 0; i < CallStateCount; ++i) {
        quint32 came = 0;
        quint32 went = 0;
        for (const StateFlow &flow : m_counts.flows()) {
            came += flow.to == stateAt(i) ? flow.lastMinute : 0;
            went += flow.from == stateAt(i) ? flow.lastMinute : 0;
        }
        rows.append({stateText(stateAt(i)), number(m_counts.count(stateAt(i))), number(came), number(went)});
    }
    return rows;
}

} // namespace Linescope
