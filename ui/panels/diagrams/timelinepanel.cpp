// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/diagrams/timelinepanel.h"

#include "diagrams/timeline/timeline.h"
#include "panels/diagrams/timelinelegend.h"
#include "panels/flowlayout.h"
#include "support/settings/viewstate.h"
#include "support/text.h"
#include "support/theme/icons.h"

#include <QComboBox>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace Linescope {

TimelinePanel::TimelinePanel(LiveWorld *live, CallHistory *history, SharedSelection *selection, const Clock *clock,
                             QWidget *parent)
    : View(parent)
    , m_timeline(new Timeline(live, history, clock))
    , m_legend(new TimelineLegend)
    , m_lanes(new QComboBox)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(m_timeline, 1);
    setFocusProxy(m_timeline);
    column->addWidget(m_legend);

    connect(m_timeline, &Diagram::chosen, selection,
            [selection](const DiagramItem &item) { selection->set(item.selection); });
    connect(m_timeline, &Diagram::activated, this, [this](const DiagramItem &item) {
        if (!item.selection.handle.isNull())
            Q_EMIT handleActivated(item.selection.handle);
    });
    connect(selection, &SharedSelection::changed, m_timeline, &Timeline::select);
    connect(m_timeline, &Timeline::followingChanged, m_follow, &QToolButton::setChecked);
}

QToolButton *TimelinePanel::makeButton(const QString &icon, const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setIcon(themedIcon(icon));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(text);
    setPlainToolTip(button, toolTip);
    return button;
}

QToolButton *TimelinePanel::makeToggle(const QString &name, const QString &text, const QString &toolTip)
{
    auto *button = makeButton({}, text, toolTip);
    button->setObjectName(name);
    button->setCheckable(true);
    return button;
}

QWidget *TimelinePanel::makeBar()
{
    m_lanes->addItem(tr("Lines"), int(TimelineModel::Lanes::Lines));
    m_lanes->addItem(tr("Calls"), int(TimelineModel::Lanes::Calls));
    m_lanes->addItem(tr("Applications"), int(TimelineModel::Lanes::Apps));
    m_lanes->setAccessibleName(tr("What each lane stands for"));
    connect(m_lanes, &QComboBox::currentIndexChanged, this,
            [this] { m_timeline->setLanes(TimelineModel::Lanes(m_lanes->currentData().toInt())); });
    auto *label = makeLabel(tr("Lane per"));
    label->setBuddy(m_lanes);

    auto *out = makeButton(QStringLiteral("zoom-out"), tr("Zoom out"), tr("See more time (-, or the wheel)."));
    auto *in = makeButton(QStringLiteral("zoom-in"), tr("Zoom in"), tr("See more detail (+, or the wheel)."));
    auto *fit = makeButton(QStringLiteral("zoom-fit"), tr("Fit all"), tr("See everything from the first call (0)."));
    connect(out, &QToolButton::clicked, m_timeline, &Timeline::zoomOut);
    connect(in, &QToolButton::clicked, m_timeline, &Timeline::zoomIn);
    connect(fit, &QToolButton::clicked, m_timeline, &Timeline::fitAll);

    m_follow = makeButton(QStringLiteral("follow"), tr("Follow"), tr("Move along with the present (End)."));
    m_follow->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_follow->setCheckable(true);
    m_follow->setChecked(true);
    connect(m_follow, &QToolButton::clicked, m_timeline, &Timeline::setFollowing);

    m_quiet = makeToggle(QStringLiteral("quiet"), tr("Hide quiet lanes"),
                         tr("Leave out lanes that have no bar in the time shown."));
    connect(m_quiet, &QToolButton::toggled, m_timeline, &Timeline::setQuietLanesHidden);
    m_leaks = makeToggle(QStringLiteral("leaks"), tr("Leaks only"),
                         tr("Only calls that are over while an application still holds a handle of them."));
    connect(m_leaks, &QToolButton::toggled, m_timeline, &Timeline::setLeaksOnly);
    m_showLegend = makeToggle(QStringLiteral("legend"), tr("Legend"), tr("What colours, hatching and marks mean."));
    m_showLegend->setChecked(true);
    connect(m_showLegend, &QToolButton::toggled, this, &TimelinePanel::updateLegend);

    auto *bar = new QWidget;
    auto *row = new FlowLayout(bar);
    row->setContentsMargins(8, 3, 8, 3);
    row->setSpacing(4);
    for (QWidget *widget : std::initializer_list<QWidget *>{label, m_lanes, out, in, fit, m_follow, m_quiet, m_leaks})
        row->addWidget(widget);
    row->addStretch();
    row->addWidget(m_showLegend);
    return bar;
}

// Not where it would take the place of what it explains.
void TimelinePanel::updateLegend()
{
    m_legend->setVisible(m_showLegend->isChecked() && m_legend->heightForWidth(width()) <= height() / 3);
}

void TimelinePanel::resizeEvent(QResizeEvent *event)
{
    updateLegend();
    View::resizeEvent(event);
}

void TimelinePanel::refresh() { m_timeline->refresh(); }

const Picture *TimelinePanel::picture() const { return m_timeline; }

QByteArray TimelinePanel::saveState() const
{
    ViewState state;
    state.set(QStringLiteral("lanes"), m_lanes->currentIndex());
    state.set(QStringLiteral("perPixel"), m_timeline->scale().perPixel());
    for (const QToolButton *toggle : {m_quiet, m_leaks, m_showLegend})
        state.set(toggle->objectName(), toggle->isChecked());
    return state.bytes();
}

void TimelinePanel::restoreState(const QByteArray &bytes)
{
    const ViewState state(bytes);
    m_lanes->setCurrentIndex(state.whole(QStringLiteral("lanes"), 0, m_lanes->count() - 1, m_lanes->currentIndex()));
    m_timeline->setPerPixel(state.number(QStringLiteral("perPixel"), TimeScale::MinPerPixel, TimeScale::MaxPerPixel,
                                         m_timeline->scale().perPixel()));
    for (QToolButton *toggle : {m_quiet, m_leaks, m_showLegend})
        toggle->setChecked(state.flag(toggle->objectName(), toggle->isChecked()));
}

void TimelinePanel::setLanes(TimelineModel::Lanes lanes) { m_lanes->setCurrentIndex(m_lanes->findData(int(lanes))); }

} // namespace Linescope
