// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What stands around and over the bars of the timeline: heads of lanes, axis, marks, now.

#include "diagrams/timeline/timelinepainter.h"
#include "diagrams/timeline/timelinetext.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPaintEngine>
#include <QPainter>

namespace Linescope {

namespace {

constexpr int margin = 10;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Linescope::Timeline)
};

} // namespace

void TimelinePainter::paintMoment(const TimelinePart &part)
{
    const auto &moments = model.moments(part.lane);
    if (part.index < moments.size())
        paintSign(markOf(moments[part.index].kind), part.rect);
}

void TimelinePainter::paintMomentLine(const TimelinePart &part)
{
    const auto &moments = model.moments(part.lane);
    if (part.index >= moments.size())
        return;
    const int bottom = m_metrics.axis + layout.top(part.position) + layout.height(part.position) - view.scroll;
    const TimelineMark mark = markOf(moments[part.index].kind);
    QColor color = markColor(mark, palette);
    if (mark == TimelineMark::Square || mark == TimelineMark::Ring)
        color.setAlpha(80); // every day's doing
    m_painter->setPen(QPen(color, 1, Qt::DashLine));
    m_painter->drawLine(part.rect.center().x(), part.rect.bottom() + 1, part.rect.center().x(), bottom - 2);
}

// There may be thousands: on screen each sign is drawn once and copied.
void TimelinePainter::paintSign(TimelineMark mark, const QRect &rect)
{
    if (m_painter->paintEngine()->type() != QPaintEngine::Raster)
        return paintMark(m_painter, mark, rect, palette);
    QPixmap &sign = m_signs[size_t(mark)];
    if (sign.isNull()) {
        const qreal ratio = m_painter->device()->devicePixelRatioF();
        sign = QPixmap((QSizeF(rect.size()) * ratio).toSize());
        sign.setDevicePixelRatio(ratio);
        sign.fill(Qt::transparent);
        QPainter painter(&sign);
        paintMark(&painter, mark, QRectF(QPointF(), rect.size()), palette);
    }
    m_painter->drawPixmap(rect.topLeft(), sign);
}

bool TimelinePainter::isChosen(const TimelinePart &part) const
{
    if (part.kind == TimelinePart::Kind::Handle)
        return part.handle == selection.handle;
    if (part.kind == TimelinePart::Kind::Call)
        return part.call == selection.call;
    switch (model.lanes()) {
    case TimelineModel::Lanes::Lines:
        return selection.device.value == part.lane;
    case TimelineModel::Lanes::Calls:
        return selection.call.value == part.lane;
    case TimelineModel::Lanes::Apps:
        return selection.app.value == part.lane;
    }
    return false;
}

void TimelinePainter::paintNow()
{
    const int x = view.scale.pixelOf(view.now);
    m_painter->fillRect(QRect(x, m_metrics.axis, 2, size.height()), palette.color(QPalette::Highlight));
}

void TimelinePainter::paintHeads()
{
    const QRect column(0, m_metrics.axis, m_metrics.head, size.height() - m_metrics.axis);
    m_painter->fillRect(column, palette.color(QPalette::Window));
    m_painter->setClipRect(column);
    for (const TimelinePart &part : parts) {
        if (part.kind == TimelinePart::Kind::Lane)
            paintHead(part);
    }
    m_painter->setClipping(false);
    m_painter->fillRect(QRect(m_metrics.head - 1, 0, 1, size.height()), toneColor(Tone::CardBorder, palette));
}

// The head of a tall lane stays in sight as long as the lane does.
void TimelinePainter::paintHead(const TimelinePart &part)
{
    const size_t index = part.position;
    const TimelineLane &lane = *layout.lanes()[index];
    const bool chosen = isChosen(part);
    if (chosen)
        m_painter->fillRect(QRect(0, part.rect.top(), 4, part.rect.height() - 1), palette.color(QPalette::Highlight));
    m_painter->fillRect(QRect(0, part.rect.bottom(), part.rect.width(), 1), toneColor(Tone::CardBorder, palette));

    const int lines = lane.isEmpty() ? 1 : 2;
    const int bottom = m_metrics.axis + layout.top(index) + layout.height(index) - view.scroll;
    const int top = std::min(part.rect.top(), bottom - 2 * m_metrics.pad - lines * m_metrics.text) + m_metrics.pad;
    const QRect first(margin, top, m_metrics.head - 2 * margin, m_metrics.text);
    QFont bold = font;
    bold.setBold(!lane.isEmpty());
    m_painter->setFont(bold);
    m_painter->setPen(lane.isEmpty() ? toneColor(Tone::Muted, palette) : palette.color(QPalette::WindowText));
    m_painter->drawText(first, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                        QFontMetrics(bold).elidedText(laneName(model, lane), Qt::ElideMiddle, first.width()));
    if (lane.isEmpty())
        return;

    const LaneDetail detail = laneDetail(model, lane);
    QRect second = first.translated(0, m_metrics.text);
    const QFontMetrics small(m_small);
    m_painter->setFont(m_small);
    if (detail.retained > 0) {
        const QString text = Words::tr("%n retained", nullptr, int(detail.retained));
        const int width = std::min(small.horizontalAdvance(text) + 12, second.width());
        const QRect badge(second.right() - width + 1, second.top() + 1, width, second.height() - 2);
        const StateStyle style = retainedStyle(palette);
        m_painter->setRenderHint(QPainter::Antialiasing);
        m_painter->setPen(Qt::NoPen);
        m_painter->setBrush(style.background);
        m_painter->drawRoundedRect(badge, badge.height() / 2.0, badge.height() / 2.0);
        m_painter->setRenderHint(QPainter::Antialiasing, false);
        m_painter->setPen(style.text);
        m_painter->drawText(badge, Qt::AlignCenter | Qt::TextSingleLine,
                            small.elidedText(text, Qt::ElideRight, badge.width() - 6));
        second.setRight(badge.left() - 4);
    }
    m_painter->setPen(toneColor(Tone::Muted, palette));
    m_painter->drawText(second, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                        small.elidedText(detail.text, Qt::ElideRight, second.width()));
}

void TimelinePainter::paintAxis()
{
    const QRect axis(0, 0, size.width(), m_metrics.axis);
    m_painter->fillRect(axis, palette.color(QPalette::Window));
    m_painter->fillRect(QRect(0, axis.bottom(), axis.width(), 1), toneColor(Tone::CardBorder, palette));
    const QColor muted = toneColor(Tone::Muted, palette);
    m_painter->setFont(font);
    m_painter->setPen(muted);
    m_painter->drawText(QRect(margin, m_metrics.axis - m_metrics.text - 4, m_metrics.head - 2 * margin, m_metrics.text),
                        Qt::AlignLeft | Qt::AlignVCenter, lanesTitle(model.lanes()));

    m_painter->setClipRect(QRect(m_metrics.head, 0, size.width() - m_metrics.head, m_metrics.axis));
    const QFontMetrics metrics(font);
    const int timeY = m_metrics.axis - m_metrics.text - 4;
    const int nowX = view.scale.pixelOf(view.now);
    const QString now = Words::tr("now");
    const QRect nowRect(nowX - metrics.horizontalAdvance(now) / 2 - 7, timeY, metrics.horizontalAdvance(now) + 14,
                        m_metrics.text + 1);
    int dayEnd = size.width(); // the day on the left makes room for the next one
    for (auto tick = m_ticks.rbegin(); tick != m_ticks.rend(); ++tick) {
        const int x = view.scale.pixelOf(tick->time);
        m_painter->fillRect(QRect(x, axis.bottom() - (tick->day ? axis.height() : 4), 1, tick->day ? axis.height() : 4),
                            muted);
        const int width = metrics.horizontalAdvance(tick->text);
        const QRect rect(x - width / 2, timeY, width, m_metrics.text);
        if (rect.left() < m_metrics.head || rect.adjusted(-6, 0, 6, 0).intersects(nowRect))
            continue;
        m_painter->setPen(palette.color(QPalette::WindowText));
        m_painter->drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, tick->text);
        if (tick->day && x > m_metrics.head) {
            const QString day = TimeScale::dayText(tick->time);
            m_painter->setPen(muted);
            m_painter->drawText(QRect(x + 5, 2, std::max(0, dayEnd - x - 10), m_metrics.text),
                                Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, day);
            dayEnd = x;
        }
    }
    m_painter->setPen(muted);
    const QRect dayRect(m_metrics.head + 5, 2, std::max(0, dayEnd - m_metrics.head - 10), m_metrics.text);
    m_painter->drawText(dayRect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                        metrics.elidedText(TimeScale::dayText(view.scale.left()), Qt::ElideRight, dayRect.width()));
    m_painter->setRenderHint(QPainter::Antialiasing);
    m_painter->setPen(Qt::NoPen);
    m_painter->setBrush(palette.color(QPalette::Highlight));
    m_painter->drawRoundedRect(nowRect, 4, 4);
    m_painter->setPen(palette.color(QPalette::HighlightedText));
    m_painter->drawText(nowRect, Qt::AlignCenter | Qt::TextSingleLine, now);
    m_painter->setRenderHint(QPainter::Antialiasing, false);
    m_painter->setClipping(false);
}

} // namespace Linescope
