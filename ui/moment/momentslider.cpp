// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "moment/momentslider.h"

#include "support/format.h"
#include "support/text.h"
#include "support/theme/theme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QStyleOptionSlider>

#include <algorithm>
#include <cstdlib>

namespace Linescope {

namespace {

Tone toneOf(MomentMark::Kind kind)
{
    switch (kind) {
    case MomentMark::Kind::Warning:
        return Tone::Attention;
    case MomentMark::Kind::Violation:
        return Tone::Bad;
    case MomentMark::Kind::Bookmark:
        return Tone::Link;
    }
    return Tone::Muted;
}

// No two kinds have the same shape.
QPainterPath shapeOf(MomentMark::Kind kind, const QRectF &box)
{
    QPainterPath path;
    if (kind == MomentMark::Kind::Bookmark) {
        path.addPolygon(QPolygonF({box.topLeft(),
                                   box.topRight(),
                                   box.bottomRight(),
                                   {box.center().x(), box.bottom() - box.height() / 3},
                                   box.bottomLeft()}));
    } else {
        path.addPolygon(QPolygonF({{box.center().x(), box.top()}, box.bottomRight(), box.bottomLeft()}));
    }
    path.closeSubpath();
    return path;
}

} // namespace

MomentSlider::MomentSlider(QWidget *parent)
    : QSlider(Qt::Horizontal, parent)
{
    setRange(0, Steps);
    setSingleStep(Steps / 500);
    setPageStep(Steps / 20);
    setMouseTracking(true);
    connect(this, &QAbstractSlider::valueChanged, this, [this] { Q_EMIT timeChosen(time()); });
}

void MomentSlider::setSpan(Microseconds first, Microseconds last)
{
    const Microseconds shown = time();
    m_first = first;
    m_last = std::max(first, last);
    setTime(shown);
    update();
}

void MomentSlider::setTime(Microseconds time)
{
    const QSignalBlocker blocker(this);
    setValue(valueAt(time));
    update();
}

void MomentSlider::setMarks(const QList<MomentMark> &marks)
{
    if (marks == m_marks)
        return;
    m_marks = marks;
    update();
}

Microseconds MomentSlider::timeAt(int value) const
{
    return m_first + Microseconds(double(m_last - m_first) * double(value) / Steps);
}

int MomentSlider::valueAt(Microseconds time) const
{
    if (m_last <= m_first)
        return 0;
    return int(std::clamp(double(time - m_first) / double(m_last - m_first), 0.0, 1.0) * Steps);
}

int MomentSlider::markHeight() const { return std::max(6, fontMetrics().height() / 2); }

// As the style places the middle of the handle.
int MomentSlider::xOf(Microseconds time) const
{
    const int handle = style()->pixelMetric(QStyle::PM_SliderLength, nullptr, this);
    return handle / 2
        + QStyle::sliderPositionFromValue(0, Steps, valueAt(time), width() - handle,
                                          layoutDirection() == Qt::RightToLeft);
}

int MomentSlider::valueOfX(int x) const
{
    const int handle = style()->pixelMetric(QStyle::PM_SliderLength, nullptr, this);
    return QStyle::sliderValueFromPosition(0, Steps, x - handle / 2, width() - handle,
                                           layoutDirection() == Qt::RightToLeft);
}

const MomentMark *MomentSlider::markAt(const QPoint &position) const
{
    if (position.y() > markHeight() + 2)
        return nullptr;
    const MomentMark *nearest = nullptr;
    int distance = markHeight();
    for (const MomentMark &mark : m_marks) {
        const int away = std::abs(xOf(mark.time) - position.x());
        if (away < distance) {
            distance = away;
            nearest = &mark;
        }
    }
    return nearest;
}

QString MomentSlider::textAt(const QPoint &position) const
{
    const MomentMark *mark = markAt(position);
    return mark ? timeText(mark->time) + QStringLiteral("  ") + visibleText(mark->text)
                : timeText(timeAt(valueOfX(position.x())));
}

void MomentSlider::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QSlider::mousePressEvent(event);
    event->accept();
    if (const MomentMark *mark = markAt(event->position().toPoint()))
        Q_EMIT markChosen(mark->seq);
    else
        setValue(valueOfX(int(event->position().x())));
}

void MomentSlider::mouseMoveEvent(QMouseEvent *event)
{
    setCursor(markAt(event->position().toPoint()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (event->buttons() & Qt::LeftButton)
        setValue(valueOfX(int(event->position().x())));
}

bool MomentSlider::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QSlider::event(event);
    auto *help = static_cast<QHelpEvent *>(event);
    showPlainToolTip(help->globalPos(), textAt(help->pos()), this);
    return true;
}

void MomentSlider::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const int height = markHeight();
    int lastX[3] = {-100, -100, -100}; // by kind: what lies on another one cannot be seen
    for (const MomentMark &mark : m_marks) {
        const int x = xOf(mark.time);
        if (int &last = lastX[size_t(mark.kind)]; std::abs(x - last) >= 2) {
            last = x;
            painter.setBrush(toneColor(toneOf(mark.kind), palette()));
            painter.drawPath(shapeOf(mark.kind, QRectF(x - height / 2.0, 0, height, height)));
        }
    }
    QStyleOptionSlider option;
    initStyleOption(&option);
    option.rect.setTop(height + 1);
    option.subControls = QStyle::SC_SliderGroove | QStyle::SC_SliderHandle;
    painter.translate(0, 0);
    style()->drawComplexControl(QStyle::CC_Slider, &option, &painter, this);
}

QSize MomentSlider::sizeHint() const { return QSlider::sizeHint() + QSize(200, markHeight() + 1); }

QSize MomentSlider::minimumSizeHint() const { return QSlider::minimumSizeHint() + QSize(0, markHeight() + 1); }

} // namespace Linescope
