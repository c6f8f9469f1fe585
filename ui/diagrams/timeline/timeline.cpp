// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagrams/timeline/timeline.h"

#include "diagrams/timeline/timelinetext.h"
#include "panels/emptynote.h"
#include "panels/nextstep.h"
#include "support/text.h"

#include <QEvent>
#include <QScrollBar>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace Linescope {

namespace {

constexpr int nowMargin = 70; // room for what has just happened
constexpr double startPerPixel = 100'000;

} // namespace

Timeline::Timeline(LiveWorld *live, CallHistory *history, const Clock *clock, QWidget *parent)
    : Diagram(parent)
    , m_live(live)
    , m_clock(clock)
    , m_model(new TimelineModel(live, history, this))
    , m_layout(m_model)
    , m_note(new EmptyNote(this))
    , m_nowButton(new QToolButton(viewport()))
    , m_frozen(live->isPaused() ? clock->now() : 0)
    , m_nowMargin(nowMargin)
{
    setAccessibleName(tr("Timeline of calls and handles"));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_view.scale.setPerPixel(startPerPixel);
    makeNowButton();
    m_frame.setSingleShot(true);
    connect(&m_frame, &QTimer::timeout, this, &Timeline::refresh);
    connect(live, &LiveWorld::pausedChanged, this, [this](bool paused) {
        m_frozen = paused ? m_clock->now() : 0;
        if (isVisible())
            refresh();
    });
    updateMetrics();
    refresh();
}

void Timeline::makeNowButton()
{
    m_nowButton->setText(tr("Jump to now"));
    m_nowButton->setAccessibleName(m_nowButton->text());
    setPlainToolTip(m_nowButton, tr("Show the present again and move along with it (End)."));
    m_nowButton->setCursor(Qt::ArrowCursor);
    m_nowButton->hide();
    connect(m_nowButton, &QToolButton::clicked, this, &Timeline::jumpToNow);
}

void Timeline::refresh()
{
    m_view.now = m_frozen ? m_frozen : m_clock->now();
    m_model->update();
    if (m_following)
        m_view.scale.pin(m_view.now, m_view.scale.x() + m_view.scale.width() - m_nowMargin);
    arrange(m_model->revision() != m_shownRevision);
    m_shownRevision = m_model->revision();
    updateNote();
    scheduleFrame();
}

// As often as now moves by a pixel.
void Timeline::scheduleFrame()
{
    if (!isVisible() || m_frozen)
        return m_frame.stop();
    m_frame.start(int(std::clamp(m_view.scale.perPixel() / 1000, 33.0, 1000.0)));
}

void Timeline::arrange(bool lanesMoved)
{
    if (lanesMoved || m_layout.quietHidden()) {
        const size_t first = m_layout.laneAt(m_view.scroll);
        const bool anchored = m_view.scroll > 0 && first < m_layout.lanes().size();
        // The lanes of before may be gone: only their keys may be asked for, and these are in the parts.
        const quint32 key = anchored && !m_parts.empty() ? m_parts.front().lane : 0;
        const int offset = anchored ? m_view.scroll - m_layout.top(first) : 0;
        m_layout.arrange(m_view);
        updateScrollBar();
        if (key != 0)
            keepInPlace(key, offset);
    }
    collect();
}

void Timeline::keepInPlace(quint32 lane, int offset)
{
    const int index = m_layout.indexOf(lane);
    if (index >= 0)
        verticalScrollBar()->setValue(m_layout.top(size_t(index)) + offset);
}

void Timeline::updateScrollBar()
{
    const int page = std::max(0, viewport()->height() - m_layout.metrics().axis);
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(m_layout.metrics().bar + m_layout.metrics().track);
    verticalScrollBar()->setRange(0, std::max(0, m_layout.contentHeight() - page));
    m_view.scroll = verticalScrollBar()->value();
}

// The current item keeps being the current one, wherever it has moved to.
void Timeline::collect()
{
    const int current = currentItem();
    const auto before = std::exchange(m_parts, m_layout.parts(m_view));
    if (current >= 0 && current < int(before.size())) {
        const auto same = std::find_if(m_parts.begin(), m_parts.end(),
                                       [&](const TimelinePart &part) { return part.isSame(before[size_t(current)]); });
        setCurrentIndex(same == m_parts.end() ? -1 : int(same - m_parts.begin()));
    }
    itemsMoved();
}

void Timeline::updateNote()
{
    if (m_model->blockCount() > 0)
        m_note->setText({});
    else if (m_model->leaksOnly())
        m_note->setText(tr("No leak: of every call that is over, all handles have been given back."));
    else
        m_note->setText(tr("No call yet: each call appears here as a bar when it begins.") + u' '
                        + nextStep(m_live->world()));
}

void Timeline::updateMetrics()
{
    m_layout.setMetrics(TimelineMetrics::of(font(), viewport()->width()));
    m_note->setTop(m_layout.metrics().axis);
    m_view.height = viewport()->height();
    const int head = m_layout.metrics().head;
    m_view.scale.setArea(head, viewport()->width() - head);
}

void Timeline::setLanes(TimelineModel::Lanes lanes)
{
    if (lanes == m_model->lanes())
        return;
    m_model->setLanes(lanes);
    m_parts.clear(); // the keys mean something else now
    verticalScrollBar()->setValue(0);
    refresh();
    select(m_selection);
}

void Timeline::setLeaksOnly(bool leaksOnly)
{
    m_model->setLeaksOnly(leaksOnly);
    m_parts.clear();
    refresh();
}

void Timeline::setQuietLanesHidden(bool hidden)
{
    m_layout.setQuietHidden(hidden);
    m_shownRevision = 0;
    refresh();
}

void Timeline::zoomIn() { zoom(0.7, m_following ? m_view.scale.xOf(m_view.now) : viewport()->width() / 2.0); }

void Timeline::zoomOut() { zoom(1 / 0.7, m_following ? m_view.scale.xOf(m_view.now) : viewport()->width() / 2.0); }

void Timeline::zoom(double factor, double x)
{
    m_view.scale.zoom(factor, x);
    // Now keeps being followed at the place it has come to, unless that is out of sight.
    const double margin = m_view.scale.x() + m_view.scale.width() - m_view.scale.xOf(m_view.now);
    if (m_following && margin >= 0 && margin <= m_view.scale.width())
        m_nowMargin = int(margin);
    else
        noteFollowing(false);
    arrange(false);
    scheduleFrame();
}

void Timeline::pan(int pixels)
{
    TimeScale &scale = m_view.scale;
    scale.setLeft(scale.timeAt(scale.x() + pixels));
    const Microseconds earliest = m_model->earliest();
    if (earliest != Forever) // something stays in sight
        scale.setLeft(std::max(scale.left(), earliest - Microseconds(scale.width() * scale.perPixel() * 0.9)));
    const bool atNow = pixels > 0 && scale.xOf(m_view.now) <= scale.x() + scale.width() - nowMargin;
    if (atNow)
        return jumpToNow();
    if (pixels < 0)
        noteFollowing(false);
    arrange(false);
}

void Timeline::goToBeginning()
{
    const Microseconds earliest = m_model->earliest();
    if (earliest == Forever)
        return;
    noteFollowing(false);
    m_view.scale.pin(earliest, m_view.scale.x() + 20);
    arrange(false);
}

void Timeline::fitAll()
{
    refresh();
    const Microseconds earliest = m_model->earliest();
    if (earliest != Forever)
        m_view.scale.setPerPixel(double(m_view.now - earliest) / std::max(1, m_view.scale.width() - nowMargin - 20));
    jumpToNow();
}

void Timeline::jumpToNow()
{
    m_nowMargin = nowMargin;
    noteFollowing(true);
    refresh();
}

void Timeline::setFollowing(bool following) { following ? jumpToNow() : noteFollowing(false); }

void Timeline::noteFollowing(bool following)
{
    if (following == m_following)
        return;
    m_following = following;
    m_nowButton->setVisible(!following);
    placeNowButton();
    Q_EMIT followingChanged(following);
}

void Timeline::placeNowButton()
{
    m_nowButton->adjustSize();
    m_nowButton->move(viewport()->width() - m_nowButton->width() - 14,
                      viewport()->height() - m_nowButton->height() - 10);
}

void Timeline::select(const Selection &selection)
{
    m_selection = selection;
    const CallRecord *record = m_model->history().record(selection.call);
    if (!record) {
        const quint32 key = lanes() == TimelineModel::Lanes::Lines ? selection.device.value
            : lanes() == TimelineModel::Lanes::Apps                ? selection.app.value
                                                                   : 0;
        const auto [y, height] = m_layout.spanOf(key, {});
        scrollTo(y, height);
    }
    for (const quint32 key : record ? m_model->lanesOf(*record) : std::vector<quint32>()) {
        const TimelineLane *lane = m_model->lane(key);
        const TimelineBlock *block = lane ? lane->block(selection.call) : nullptr;
        const bool holds = lanes() != TimelineModel::Lanes::Apps || selection.handle.isNull()
            || std::any_of(record->holders.begin(), record->holders.end(), [&](const CallHolder &holder) {
                               return holder.handle == selection.handle && holder.app.value == key;
                           });
        if (!block || !holds)
            continue;
        const Microseconds end = std::min(block->end, m_view.now);
        if (end < m_view.scale.left() || block->begin > m_view.scale.right()) {
            noteFollowing(false);
            m_view.scale.pin(block->begin, m_view.scale.x() + m_view.scale.width() / 4.0);
            arrange(false);
        }
        const auto [y, height] = m_layout.spanOf(key, selection.call);
        scrollTo(y, height);
        break;
    }
    viewport()->update();
}

void Timeline::scrollTo(int y, int height)
{
    QScrollBar *bar = verticalScrollBar();
    if (height <= 0)
        return;
    if (y < bar->value())
        bar->setValue(y);
    else if (y + height > bar->value() + bar->pageStep())
        bar->setValue(y + height - bar->pageStep());
}

} // namespace Linescope
