// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/diagrams/timelinelegend.h"

#include "diagrams/timeline/timelinelayout.h"
#include "diagrams/timeline/timelinemarks.h"
#include "panels/inspector/callfacts.h"
#include "support/theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

namespace Linescope {

namespace {

constexpr int margin = 8;
constexpr int gap = 6;
constexpr int between = 16;
constexpr int designHeight = 12; // of signs whose width is said

} // namespace

TimelineLegend::TimelineLegend(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    addStates();
    addHandles();
    addMarks();
    QStringList texts;
    for (const Entry &entry : m_entries)
        texts += entry.text;
    setAccessibleName(tr("Legend"));
    setAccessibleDescription(texts.join(QStringLiteral(", ")));
}

// States of one colour are one entry.
void TimelineLegend::addStates()
{
    using S = CallState;
    const std::vector<std::vector<S>> groups{{S::Offering, S::Accepted},
                                             {S::DialTone, S::Dialing, S::Proceeding},
                                             {S::Ringback},
                                             {S::Connected, S::Conferenced},
                                             {S::OnHold},
                                             {S::Busy, S::SpecialInfo},
                                             {S::Disconnected},
                                             {S::Unknown}};
    for (const std::vector<S> &group : groups) {
        QStringList words;
        for (const S state : group)
            words += stateText(state);
        const S state = group.front();
        m_entries.push_back({words.join(QStringLiteral(", ")), [this, state](QPainter *painter, const QRect &rect) {
                                 painter->fillRect(rect, stateStyle(state, palette()).background);
                             }});
    }
    m_entries.push_back(
        {tr("%1: the call is over").arg(stateText(S::Idle)), [this](QPainter *painter, const QRect &rect) {
             painter->fillRect(QRect(rect.left(), rect.center().y() - 1, rect.width(), 3),
                               stateStyle(CallState::Idle, palette()).background);
         }});
}

void TimelineLegend::addHandles()
{
    m_entries.push_back({tr("handle, live"), [this](QPainter *painter, const QRect &rect) {
                             painter->fillRect(rect.adjusted(0, 2, 0, -2), toneColor(Tone::HandleBar, palette()));
                         }});
    m_entries.push_back({tr("handle, retained: call over, not given back"),
                         [this](QPainter *painter, const QRect &rect) { paintRetained(painter, rect, palette()); }});
}

void TimelineLegend::addMarks()
{
    const auto add = [this](TimelineMark mark, const QString &text) {
        m_entries.push_back(
            {text, [this, mark](QPainter *painter, const QRect &rect) { paintMark(painter, mark, rect, palette()); },
             12});
    };
    for (const VoidReason reason :
         {VoidReason::Deallocated, VoidReason::LineClosedByApp, VoidReason::LineClosedByProvider,
          VoidReason::DeviceRemoved, VoidReason::AppShutdown, VoidReason::AppCrashed})
        add(markOf(reason), reasonText(reason));
    add(TimelineMark::Down, tr("out of service"));
    add(TimelineMark::Up, tr("in service again"));
}

// Of the present font: one of its own would not follow when that grows.
QFontMetrics TimelineLegend::metrics() const { return QFontMetrics(smallFont(font())); }

QSize TimelineLegend::signSize(const Entry &entry) const
{
    const int height = metrics().height() - 1;
    return {entry.signWidth * height / designHeight, height};
}

int TimelineLegend::widthOf(const Entry &entry) const
{
    return signSize(entry).width() + gap + metrics().horizontalAdvance(entry.text);
}

int TimelineLegend::flow(int width, const std::function<void(const Entry &, const QPoint &)> &place) const
{
    const int line = metrics().height() + 3;
    QPoint at(margin, 3);
    for (const Entry &entry : m_entries) {
        if (at.x() > margin && at.x() + widthOf(entry) > width - margin)
            at = QPoint(margin, at.y() + line);
        place(entry, at);
        at.rx() += widthOf(entry) + between;
    }
    return at.y() + line + 2;
}

int TimelineLegend::heightForWidth(int width) const
{
    return flow(width, [](const Entry &, const QPoint &) {});
}

QSize TimelineLegend::sizeHint() const { return {800, heightForWidth(std::max(120, width()))}; }

void TimelineLegend::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

void TimelineLegend::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateGeometry();
}

void TimelineLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(smallFont(font()));
    const int line = metrics().height() + 3;
    flow(width(), [&](const Entry &entry, const QPoint &at) {
        const QSize size = signSize(entry);
        const QRect sign(QPoint(at.x(), at.y() + (line - size.height()) / 2), size);
        const QRect words(sign.right() + 1 + gap, at.y(), widthOf(entry) - size.width() - gap, line);
        entry.paintSign(&painter, QStyle::visualRect(layoutDirection(), rect(), sign));
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), words),
                         Qt::AlignCenter | Qt::TextSingleLine | Qt::TextDontClip, entry.text);
    });
}

} // namespace Linescope
