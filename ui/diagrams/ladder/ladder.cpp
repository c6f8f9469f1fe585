// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagrams/ladder/ladder.h"

#include "diagrams/ladder/laddertext.h"
#include "models/liveworld.h"
#include "support/format.h"
#include "support/text.h"
#include "support/theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace Linescope {

Ladder::Ladder(const LiveWorld *live, const LadderModel *model, QWidget *parent)
    : Diagram(parent)
    , m_live(live)
    , m_model(model)
    , m_rows(model)
{
    setAccessibleName(tr("Ladder"));
    setLayoutDirection(Qt::LeftToRight); // from application to provider, whatever the language
    connect(model, &LadderModel::reset, this, [this] { m_rows.invalidate(); });
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, &Ladder::followUser);
    const auto want = [this] {
        if (const quint64 seq = messageFor(m_currentSeq); seq != 0)
            Q_EMIT messageWanted(seq);
    };
    connect(this, &Diagram::chosen, this, want);
    arrange();
}

Ladder::~Ladder() = default;

void Ladder::setCall(CallId call)
{
    if (call == m_call)
        return;
    m_call = call;
    if (m_related && m_rows.calls().contains(call)) { // one of those that are shown: stay where we are
        refresh();
        return;
    }
    m_currentSeq = 0;
    refresh();
    verticalScrollBar()->setValue(m_follow ? verticalScrollBar()->maximum() : 0);
}

void Ladder::setRelatedShown(bool shown)
{
    m_related = shown;
    refresh();
}

void Ladder::setAbsoluteTime(bool absolute)
{
    m_absolute = absolute;
    viewport()->update();
}

void Ladder::setKindShown(LadderKind kind, bool shown)
{
    m_rows.setKinds(shown ? m_rows.kinds() | bitOf(kind) : m_rows.kinds() & ~bitOf(kind));
    refresh();
}

void Ladder::setLaneShown(quint32 lane, bool shown)
{
    QSet<quint32> hidden = m_rows.hiddenLanes();
    if (shown)
        hidden.remove(lane);
    else
        hidden.insert(lane);
    setHiddenLanes(hidden);
}

void Ladder::setHiddenLanes(const QSet<quint32> &lanes)
{
    if (lanes == m_rows.hiddenLanes())
        return;
    m_rows.setHiddenLanes(lanes);
    refresh();
}

void Ladder::setFollowing(bool follow)
{
    if (follow)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    if (follow == m_follow)
        return;
    m_follow = follow;
    Q_EMIT followingChanged(follow);
}

// Who scrolls up reads; who scrolls to the end wants to see what comes.
void Ladder::followUser()
{
    m_follow = verticalScrollBar()->sliderPosition() >= verticalScrollBar()->maximum();
    Q_EMIT followingChanged(m_follow);
}

void Ladder::setZoom(double zoom)
{
    const double bounded = std::clamp(zoom, LeastZoom, GreatestZoom);
    if (qFuzzyCompare(bounded, m_zoom))
        return;
    const size_t first = firstVisible();
    m_zoom = bounded;
    arrange();
    verticalScrollBar()->setValue(m_follow ? verticalScrollBar()->maximum() : int(m_geometry.top(m_rows, first)));
}

void Ladder::refresh()
{
    QList<CallId> calls;
    if (!m_call.isNull())
        calls = m_related ? m_model->related(m_call) : QList<CallId>{m_call};
    m_rows.setCalls(calls);
    const std::vector<LadderLane> lanes = m_rows.lanes();
    if (m_rows.refresh(m_live->world()))
        arrange();
    if (lanes != m_rows.lanes())
        Q_EMIT lanesChanged();
    if (const QString empty = emptyText(); empty != accessibleDescription())
        setAccessibleDescription(empty);
}

QFont Ladder::scaledFont() const
{
    QFont scaled = font();
    if (scaled.pointSizeF() > 0)
        scaled.setPointSizeF(scaled.pointSizeF() * m_zoom);
    else
        scaled.setPixelSize(int(std::lround(scaled.pixelSize() * m_zoom)));
    return scaled;
}

void Ladder::arrange()
{
    m_geometry.update(m_rows, scaledFont(), viewport()->width());
    const QRectF visible = area();
    horizontalScrollBar()->setRange(0, std::max(0, int(m_geometry.width()) - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(30);
    verticalScrollBar()->setRange(0, std::max(0, int(std::ceil(scrollEnd()))));
    verticalScrollBar()->setPageStep(std::max(1, int(visible.height())));
    verticalScrollBar()->setSingleStep(int(m_geometry.rowHeight()));
    if (m_follow)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    itemsMoved();
    markCurrent();
}

// A little farther than needed, so that at the end, too, a whole row is the first one.
double Ladder::scrollEnd() const
{
    const double least = m_geometry.height() - area().height();
    const size_t next = m_geometry.rowAt(m_rows, least) + 1;
    if (least <= 0 || next >= m_rows.rows().size())
        return least;
    const double gap = m_rows.rows()[next].gap > 0 ? m_geometry.gapHeight() : 0;
    return m_geometry.top(m_rows, next) - gap;
}

QRectF Ladder::area() const
{
    const double head = m_geometry.headHeight();
    return {0, head, double(viewport()->width()), std::max(0.0, viewport()->height() - head - legendHeight())};
}

double Ladder::legendHeight() const
{
    const double height = m_geometry.legendHeight(viewport()->width());
    return height > viewport()->height() / 8.0 ? 0 : height;
}

LadderGeometry Ladder::wholeGeometry() const
{
    LadderGeometry geometry;
    const double lane = std::ceil(m_geometry.metrics().averageCharWidth() * 44);
    geometry.update(
        m_rows, scaledFont(),
        std::max(double(viewport()->width()), m_geometry.timeWidth() + lane * double(m_geometry.lanes().size())));
    return geometry;
}

QString Ladder::emptyText() const
{
    if (m_call.isNull())
        return tr("Choose a call or a handle to see what applications, engine and provider said to each other about "
                  "it.");
    if (!m_rows.rows().empty())
        return {};
    if (m_rows.missing() > 0)
        return tr("What was said about %1 is not kept any more.").arg(shortName(m_call));
    return m_model->call(m_call) && !m_model->stepsOf(*m_model->call(m_call)).empty()
        ? tr("Everything about %1 is hidden: show more lanes or kinds.").arg(shortName(m_call))
        : tr("Nothing has been said about %1 since Linescope began to watch.").arg(shortName(m_call));
}

// ---- painting ----

void Ladder::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), palette().base());
    if (const QString empty = emptyText(); !empty.isEmpty()) {
        painter.setPen(toneColor(Tone::Muted, palette()));
        painter.drawText(viewport()->rect().adjusted(24, 8, -24, -8), Qt::AlignCenter | Qt::TextWordWrap, empty);
        return;
    }
    const QRectF visible = area();
    const double x = horizontalScrollBar()->value();
    const double from = verticalScrollBar()->value();
    LadderPainter ladder(&painter, m_rows, m_geometry, palette());
    ladder.setAbsoluteTime(m_absolute);
    ladder.setCurrent(m_currentSeq);
    ladder.setVisible(x + m_geometry.timeWidth(), x + visible.width());
    painter.setClipRect(visible);
    painter.translate(-x, visible.top() - from);
    ladder.paintContent(from, from + visible.height());
    painter.resetTransform();
    painter.translate(0, visible.top() - from);
    ladder.paintTimes(from, from + visible.height());
    painter.resetTransform();
    painter.setClipping(false);
    painter.translate(-x, 0);
    ladder.paintHeads();
    painter.resetTransform();
    if (legendHeight() > 0)
        ladder.paintLegend({0, visible.bottom(), visible.width(), legendHeight()});
}

QSizeF Ladder::pictureSize() const
{
    const LadderGeometry geometry = wholeGeometry();
    return {geometry.width(), geometry.headHeight() + geometry.height() + geometry.legendHeight(geometry.width())};
}

void Ladder::paintPicture(QPainter *painter) const { paintWhole(painter, palette()); }

void Ladder::paintOnPaper(QPainter *painter) const { paintWhole(painter, lightPalette()); }

void Ladder::paintWhole(QPainter *painter, const QPalette &colors) const
{
    const LadderGeometry geometry = wholeGeometry();
    const double head = geometry.headHeight();
    const double height = geometry.height();
    painter->save();
    LadderPainter ladder(painter, m_rows, geometry, colors);
    ladder.setAbsoluteTime(m_absolute);
    ladder.paintHeads();
    ladder.paintLegend({0, head + height, geometry.width(), geometry.legendHeight(geometry.width())});
    painter->translate(0, head);
    ladder.paintContent(0, height);
    ladder.paintTimes(0, height);
    painter->restore();
}

QString Ladder::pictureText() const { return ladderPlainText(m_rows); }

QString Ladder::toMermaid() const { return ladderMermaid(m_rows); }

QString Ladder::toPlantUml() const { return ladderPlantUml(m_rows); }

void Ladder::resizeEvent(QResizeEvent *event)
{
    const size_t row = m_rows.rowAt(m_currentSeq);
    const bool isRead = !m_follow && currentItem() >= 0;
    Diagram::resizeEvent(event);
    arrange();
    if (isRead && row < m_rows.rows().size())
        scrollTo(row);
}

void Ladder::changeEvent(QEvent *event)
{
    Diagram::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        arrange();
    if (event->type() == QEvent::PaletteChange)
        viewport()->update();
}

void Ladder::scrollContentsBy(int, int)
{
    itemsMoved();
    markCurrent();
}

} // namespace Linescope
