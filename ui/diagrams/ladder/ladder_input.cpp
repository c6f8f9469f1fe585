// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What can be pointed at, walked through and chosen.

#include "diagrams/ladder/ladder.h"

#include "support/format.h"
#include "support/text.h"

#include <QKeyEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

namespace Linescope {

size_t Ladder::firstVisible() const { return m_geometry.rowAt(m_rows, verticalScrollBar()->value()); }

size_t Ladder::endVisible() const
{
    if (m_rows.rows().empty())
        return 0;
    return m_geometry.rowAt(m_rows, verticalScrollBar()->value() + area().height()) + 1;
}

std::vector<DiagramItem> Ladder::items() const
{
    std::vector<DiagramItem> items;
    for (size_t row = firstVisible(); row < endVisible(); ++row)
        items.push_back(itemFor(row));
    return items;
}

QString Ladder::laneName(quint32 id) const
{
    for (const LadderLane &lane : m_rows.lanes()) {
        if (lane.id == id)
            return lane.tag.isEmpty() ? lane.name : tr("%1 (%2)", "name and A2").arg(lane.name, lane.tag);
    }
    return {};
}

DiagramItem Ladder::itemFor(size_t index) const
{
    const LadderRow &row = m_rows.rows()[index];
    const LadderStep *step = m_rows.step(row);
    if (!step)
        return {};
    const QRectF visible = area();
    const double top = visible.top() + m_geometry.top(m_rows, index) - verticalScrollBar()->value();
    DiagramItem item;
    item.rect = QRectF(0, top, visible.width(), m_geometry.rowHeight());
    item.name = ladderText(*step);
    QStringList lines{tr("%1, %2 s", "time of day, time since the beginning")
                          .arg(timeText(row.time), relativeTimeText(row.time - m_rows.beginning()))};
    if (row.ends.isArrow())
        lines += tr("%1 to %2").arg(laneName(row.ends.from), laneName(row.ends.to));
    else if (!row.ends.isAcross())
        lines += laneName(row.ends.from);
    lines += item.name;
    if (row.failed)
        lines += tr("This has failed.");
    item.description = lines.join(u'\n');
    const LadderSubject subject = ladderSubject(step->payload);
    item.selection.call = m_call;
    if (!subject.handles.isEmpty())
        item.selection.handle = subject.handles.first();
    else if (const auto *created = std::get_if<Events::HandleCreated>(&step->payload))
        item.selection.handle = created->handle;
    return item;
}

int Ladder::itemAt(const QPointF &position) const
{
    const QRectF visible = area();
    if (!visible.contains(position) || m_rows.rows().empty())
        return -1;
    const double y = position.y() - visible.top() + verticalScrollBar()->value();
    const size_t row = m_geometry.rowAt(m_rows, y);
    const double top = m_geometry.top(m_rows, row);
    return y >= top && y < top + m_geometry.rowHeight() ? int(row - firstVisible()) : -1;
}

quint64 Ladder::messageFor(quint64 seq) const
{
    const auto &rows = m_rows.rows();
    size_t row = m_rows.rowAt(seq);
    if (row >= rows.size() || rows[row].seq != seq)
        return 0;
    for (; row > 0 && !isInMessageLog(rows[row].kind); --row) { }
    const LadderStep *step = m_rows.step(rows[row]);
    const bool logged = step && isInMessageLog(step->kind)
        && !std::holds_alternative<Events::LineOpened>(step->payload);
    return logged ? step->seq : 0;
}

// ---- the current row ----

void Ladder::markCurrent()
{
    const auto &rows = m_rows.rows();
    const size_t row = m_rows.rowAt(m_currentSeq);
    const bool visible = m_currentSeq != 0 && row < rows.size() && rows[row].seq == m_currentSeq
        && row >= firstVisible() && row < endVisible();
    setCurrentItem(visible ? int(row - firstVisible()) : -1);
    viewport()->update();
}

void Ladder::setCurrentStep(quint64 seq)
{
    m_currentSeq = seq;
    const size_t row = m_rows.rowAt(seq);
    if (seq != 0 && row < m_rows.rows().size() && m_rows.rows()[row].seq == seq) {
        scrollTo(row);
        followUser();
    }
    markCurrent();
}

void Ladder::scrollTo(size_t row)
{
    QScrollBar *bar = verticalScrollBar();
    const double gap = m_rows.rows()[row].gap > 0 ? m_geometry.gapHeight() : 0;
    const int begin = int(m_geometry.top(m_rows, row));
    const int bottom = int(begin + m_geometry.rowHeight()) + 2;
    const int top = bar->pageStep() < bottom - begin + gap ? begin : row == 0 ? 0 : int(begin - gap);
    int value = bar->value();
    if (row + 1 == m_rows.rows().size())
        value = bar->maximum();
    else if (bottom > value + bar->pageStep())
        value = bottom - bar->pageStep();
    bar->setValue(std::min(value, top)); // where there is no room for all of it, its end goes, not its beginning
}

void Ladder::moveCurrent(qsizetype by)
{
    const auto &rows = m_rows.rows();
    if (rows.empty())
        return;
    const size_t at = m_rows.rowAt(m_currentSeq);
    const bool known = m_currentSeq != 0 && at < rows.size();
    const qsizetype from = known ? qsizetype(at) : by > 0 ? qsizetype(firstVisible()) - 1 : qsizetype(endVisible());
    const qsizetype row = std::clamp(from + by, qsizetype(0), qsizetype(rows.size()) - 1);
    setCurrentStep(rows[size_t(row)].seq);
}

void Ladder::keyPressEvent(QKeyEvent *event)
{
    const auto page = qsizetype(verticalScrollBar()->pageStep() / m_geometry.rowHeight());
    const auto all = qsizetype(m_rows.rows().size());
    const bool control = event->modifiers() & Qt::ControlModifier;
    switch (event->key()) {
    case Qt::Key_Up:
        return moveCurrent(-1);
    case Qt::Key_Down:
        return moveCurrent(1);
    case Qt::Key_PageUp:
        return moveCurrent(-std::max<qsizetype>(1, page));
    case Qt::Key_PageDown:
        return moveCurrent(std::max<qsizetype>(1, page));
    case Qt::Key_Home:
        return moveCurrent(-all - 1);
    case Qt::Key_End:
        return moveCurrent(all + 1);
    case Qt::Key_Left:
    case Qt::Key_Right:
        return horizontalScrollBar()->triggerAction(event->key() == Qt::Key_Left ? QScrollBar::SliderSingleStepSub
                                                                                 : QScrollBar::SliderSingleStepAdd);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        if (control)
            return setZoom(m_zoom * 1.15);
        break;
    case Qt::Key_Minus:
        if (control)
            return setZoom(m_zoom / 1.15);
        break;
    case Qt::Key_0:
        if (control)
            return setZoom(1);
        break;
    default:
        break;
    }
    Diagram::keyPressEvent(event);
}

void Ladder::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        const int item = itemAt(event->position());
        m_currentSeq = item < 0 ? 0 : m_rows.rows()[firstVisible() + size_t(item)].seq;
    }
    Diagram::mousePressEvent(event);
    viewport()->update();
}

void Ladder::mouseReleaseEvent(QMouseEvent *event) { event->accept(); }

void Ladder::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        setZoom(event->angleDelta().y() > 0 ? m_zoom * 1.1 : m_zoom / 1.1);
        event->accept();
        return;
    }
    Diagram::wheelEvent(event);
    followUser();
}

} // namespace Linescope
