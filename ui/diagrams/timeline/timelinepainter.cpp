// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagrams/timeline/timelinepainter.h"

#include "diagrams/timeline/timelinetext.h"
#include "panels/inspector/callfacts.h"
#include "support/text.h"

#include <QPainter>

#include <cmath>

namespace Linescope {

namespace {

constexpr int textMargin = 5;
constexpr int minTextWidth = 2 * textMargin + 8;
constexpr int lettersPerTick = 15;
constexpr int hatchInSight = 16; // beside the words on it

} // namespace

QRect TimelinePainter::body() const
{
    return QRect(m_metrics.head, m_metrics.axis, size.width() - m_metrics.head, size.height() - m_metrics.axis);
}

void TimelinePainter::paint(QPainter *painter)
{
    m_painter = painter;
    m_painter->setLayoutDirection(Qt::LeftToRight); // as time goes, whatever the language
    m_small = smallFont(font);
    m_metrics = layout.metrics();
    m_ticks = view.scale.ticks(lettersPerTick * QFontMetrics(font).averageCharWidth());
    for (size_t bit = 0; bit < m_styles.size(); ++bit)
        m_styles[bit] = stateStyle(CallState(1U << bit), palette);
    m_handleColor = toneColor(Tone::HandleBar, palette);
    painter->save();
    painter->setFont(font);
    painter->fillRect(QRect(QPoint(), size), palette.color(QPalette::Base));
    painter->setClipRect(body());
    painter->setBrushOrigin(int(-(view.scale.left() / qint64(view.scale.perPixel())) % 8), 0); // hatching moves along
    paintLanes();
    paintGrid();
    for (const TimelinePart &part : parts) {
        if (part.kind == TimelinePart::Kind::Moment)
            paintMomentLine(part);
    }
    for (const TimelinePart &part : parts) {
        if (part.kind == TimelinePart::Kind::Call)
            paintCall(part);
        else if (part.kind == TimelinePart::Kind::Handle)
            paintHandle(part);
    }
    for (const TimelinePart &part : parts) {
        if (part.kind == TimelinePart::Kind::Moment)
            paintMoment(part);
        else if (part.kind != TimelinePart::Kind::Lane && isChosen(part))
            paintChosen(part);
    }
    paintNow();
    painter->setClipping(false);
    paintHeads();
    paintAxis();
    painter->restore();
}

bool TimelinePainter::paintText(const QString &text, bool isSmall, const QRect &rect, const QColor &color)
{
    // A cheap guess first: most bars are much too small for any text.
    if (rect.width() < minTextWidth)
        return false;
    const QStaticText &laidOut = isSmall ? smallTexts.laidOut(text, m_small) : texts.laidOut(text, font);
    const QSizeF needed = laidOut.size();
    if (needed.width() + 2 * textMargin > rect.width())
        return false;
    m_painter->setFont(isSmall ? m_small : font);
    m_painter->setPen(color);
    m_painter->drawStaticText(QPointF(rect.x() + textMargin, rect.y() + (rect.height() - needed.height()) / 2),
                              laidOut);
    return true;
}

void TimelinePainter::paintLanes()
{
    const QColor border = toneColor(Tone::CardBorder, palette);
    for (const TimelinePart &part : parts) {
        if (part.kind != TimelinePart::Kind::Lane)
            continue;
        const size_t index = part.position;
        const QRect rect(m_metrics.head, part.rect.top(), size.width() - m_metrics.head, part.rect.height());
        if (index % 2 == 1)
            m_painter->fillRect(rect, palette.color(QPalette::AlternateBase));
        m_painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), border);
        const int top = m_metrics.axis + layout.top(index) - view.scroll;
        paintOutages(*layout.lanes()[index], top, layout.height(index));
    }
}

void TimelinePainter::paintOutages(const TimelineLane &lane, int top, int height)
{
    if (model.lanes() != TimelineModel::Lanes::Lines)
        return;
    QColor tint = toneColor(Tone::Bad, palette);
    tint.setAlpha(40);
    const auto shade = [&](Microseconds from, Microseconds to) {
        const int x = view.scale.pixelOf(from);
        m_painter->fillRect(QRect(x, top, view.scale.pixelOf(to) - x, height - 1), tint);
    };
    Microseconds down = 0;
    for (const TimelineMoment &moment : model.moments(lane.key())) {
        if (moment.kind == TimelineMoment::Kind::OutOfService && down == 0) {
            down = moment.time;
        } else if (moment.kind == TimelineMoment::Kind::InService && down != 0) {
            shade(down, moment.time);
            down = 0;
        }
    }
    if (down != 0)
        shade(down, view.now);
}

void TimelinePainter::paintGrid()
{
    const int nowX = view.scale.pixelOf(view.now);
    if (nowX < size.width()) { // what is to come
        QColor shade = palette.color(QPalette::Window);
        shade.setAlpha(170);
        m_painter->fillRect(QRect(nowX, m_metrics.axis, size.width() - nowX, size.height()), shade);
    }
    if (model.blockCount() == 0)
        return; // there are words instead
    QColor line = toneColor(Tone::CardBorder, palette);
    line.setAlpha(110);
    for (const TimeScale::Tick &tick : m_ticks) {
        QColor color = tick.day ? toneColor(Tone::Muted, palette) : line;
        m_painter->fillRect(QRect(view.scale.pixelOf(tick.time), m_metrics.axis, 1, size.height()), color);
    }
}

void TimelinePainter::paintCall(const TimelinePart &part)
{
    const CallRecord *record = model.history().record(part.call);
    if (!record || record->steps.empty())
        return;
    paintSteps(part, *record, record->released ? record->released : view.now);
    paintSeam(part);
}

void TimelinePainter::paintSteps(const TimelinePart &part, const CallRecord &record, Microseconds end)
{
    const int last = part.rect.right() + 1;
    const auto clipped = [&](Microseconds time) {
        return std::clamp(view.scale.pixelOf(time), part.rect.left(), last);
    };
    const int first = clipped(record.steps.front().time);
    if (first > part.rect.left()) // before the window watched
        m_painter->fillRect(
            QRect(part.rect.left(), part.rect.top() + part.rect.height() / 2 - 2, first - part.rect.left(), 4),
            toneColor(Tone::Hatch, palette));
    for (size_t i = 0; i < record.steps.size(); ++i) {
        const CallStep &step = record.steps[i];
        const int x = clipped(step.time);
        const int next = i + 1 < record.steps.size() ? clipped(record.steps[i + 1].time) : clipped(end);
        if (next <= x && !(i == 0 && part.rect.width() == 1))
            continue;
        const StateStyle &style = styleOf(step.state);
        QRect rect(x, part.rect.top(), std::max(1, next - x), part.rect.height());
        if (step.state == CallState::Idle) { // over: no more than a line
            m_painter->fillRect(QRect(x, rect.center().y() - 1, rect.width(), 3), style.background);
            continue;
        }
        m_painter->fillRect(rect, style.background);
        if (rect.right() + 1 < last && rect.width() > 3) // a seam between two states
            m_painter->fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), palette.color(QPalette::Base));
        rect.setLeft(std::max(rect.left(), m_metrics.head)); // words stay in sight
        if (rect.width() < minTextWidth)
            continue;
        const QString word = stateText(step.state);
        if (rect.width() > 150
            && paintText(word + QStringLiteral("  ") + shortName(record.id) + QStringLiteral("  ") + parties(record),
                         false, rect, style.text))
            continue;
        if (!paintText(word, false, rect, style.text))
            paintText(word, true, rect, style.text);
    }
}

// Between two calls that touch.
void TimelinePainter::paintSeam(const TimelinePart &part)
{
    if (part.room - part.rect.right() <= 2 && part.rect.width() > 6)
        m_painter->fillRect(QRect(part.rect.right() - 1, part.rect.top(), 2, part.rect.height()),
                            palette.color(QPalette::Base));
}

void TimelinePainter::paintHandle(const TimelinePart &part)
{
    const CallRecord *record = model.history().record(part.call);
    if (!record || part.index >= record->holders.size())
        return;
    const CallHolder &holder = record->holders[part.index];
    const Microseconds idle = TimelineModel::idleSince(*record);
    const int end = part.rect.right() + 1;
    const int idleX = idle == 0 ? end : std::clamp(view.scale.pixelOf(idle), part.rect.left(), end);
    QRect live = part.rect;
    live.setRight(idleX - 1);
    if (live.width() > 0)
        m_painter->fillRect(live, m_handleColor);
    if (idleX < end)
        paintRetained(m_painter, QRect(idleX, part.rect.top(), end - idleX, part.rect.height()), palette);
    paintSeam(part);
    if (part.rect.width() < 3 && part.room - end < m_metrics.mark)
        return;
    if (holder.until != 0 && part.room - end >= m_metrics.mark + 2)
        paintSign(markOf(holder.reason),
                  QRect(end + 1, part.rect.center().y() - m_metrics.mark / 2, m_metrics.mark, m_metrics.mark));
    paintHandleTexts(part, holder, idleX);
}

void TimelinePainter::paintHandleTexts(const TimelinePart &part, const CallHolder &holder, int idleX)
{
    const int end = part.rect.right() + 1;
    QRect live = part.rect;
    live.setRight(idleX - 1);
    live.setLeft(std::max(live.left(), m_metrics.head));
    bool named = false;
    if (live.width() > 30) {
        const QString name = visibleText(holder.appName, 40);
        const QColor color = styleOf(CallState::Unknown).text;
        named = paintText(name + u' ' + shortName(holder.handle), true, live, color)
            || paintText(name, true, live, color) || paintText(shortName(holder.handle), true, live, color);
    }
    if (end - idleX > 30) {
        const Microseconds until = holder.until ? holder.until : view.now;
        const CallRecord *record = model.history().record(part.call);
        const Microseconds since = std::max(TimelineModel::idleSince(*record), holder.since);
        QString text = retainedText(until - since);
        if (!named)
            text = visibleText(holder.appName, 40) + u' ' + shortName(holder.handle) + QStringLiteral("  ") + text;
        const QRect rect(std::max(idleX, m_metrics.head) + 3, part.rect.top(),
                         end - std::max(idleX, m_metrics.head) - 6, part.rect.height());
        const int needed = int(std::ceil(smallTexts.laidOut(text, m_small).size().width())) + 2 * textMargin;
        if (needed + hatchInSight <= rect.width()) {
            const StateStyle style = retainedStyle(palette);
            m_painter->fillRect(QRect(rect.left(), rect.top() + 1, needed, rect.height() - 2), style.background);
            paintText(text, true, rect, style.text);
        }
    }
    if (holder.until != 0 && part.room - end > 60) {
        const QRect after(end + m_metrics.mark, part.rect.top(), part.room - end - m_metrics.mark, part.rect.height());
        const QString name = visibleText(holder.appName, 40) + u' ' + shortName(holder.handle) + QStringLiteral(", ");
        const QColor color = toneColor(Tone::Muted, palette);
        if (!paintText((named ? QString() : name) + reasonText(holder.reason), true, after, color))
            paintText(reasonText(holder.reason), true, after, color);
    }
}

void TimelinePainter::paintChosen(const TimelinePart &part)
{
    m_painter->setBrush(Qt::NoBrush);
    m_painter->setPen(QPen(palette.color(QPalette::Base), 1));
    m_painter->drawRect(part.rect.adjusted(0, 0, -1, -1));
    m_painter->setPen(QPen(palette.color(QPalette::Highlight), 2));
    m_painter->drawRect(part.rect.adjusted(-1, -1, 1, 1));
}

} // namespace Linescope
