// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagrams/statemap/statemap.h"

#include "diagrams/statemap/statemappainter.h"
#include "filter/filtercompletion.h"
#include "models/callhistory.h"
#include "support/theme/theme.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace Linescope {

namespace {

constexpr Microseconds TravelTime = 700'000;
constexpr int FrameTime = 33; // ms
constexpr size_t MaxLights = 24;

} // namespace

StateMap::StateMap(const StateCounts *counts, const CallHistory *history, const Clock *clock, QWidget *parent)
    : Diagram(parent)
    , m_counts(counts)
    , m_history(history)
    , m_clock(clock)
{
    setAccessibleName(tr("State map"));
    m_motion.setInterval(FrameTime);
    connect(&m_motion, &QTimer::timeout, this, &StateMap::moveLights);
    connect(this, &Diagram::chosen, this, [this] { choose(currentItem()); });
    m_scene = makeStateMapScene(*m_counts, nullptr, {}, m_clock->now());
}

void StateMap::setCall(CallId call)
{
    if (call == m_call)
        return;
    m_call = call;
    lookAgain();
}

void StateMap::setAnimated(bool animated)
{
    m_animated = animated;
    if (!animated)
        putLightsOut();
}

void StateMap::putLightsOut()
{
    m_lights.clear();
    m_motion.stop();
    viewport()->update();
}

void StateMap::setFrozen(bool frozen)
{
    if (frozen == m_frozen.has_value())
        return;
    m_frozen = frozen ? std::optional(m_clock->now()) : std::nullopt;
    putLightsOut(); // they would stand still on their way
}

void StateMap::refresh()
{
    startLights();
    lookAgain();
}

void StateMap::lookAgain()
{
    StateMapScene scene = makeStateMapScene(*m_counts, m_history->record(m_call), m_pointedAt, now());
    if (scene == m_scene)
        return;
    m_scene = std::move(scene);
    m_image = {};
    itemsMoved();
}

QSizeF StateMap::sheet() const
{
    return QSizeF(viewport()->size()).expandedTo(StateMapPainter::leastSheet(font()).toSize());
}

QPointF StateMap::offset() const
{
    return {double(horizontalScrollBar()->value()), double(verticalScrollBar()->value())};
}

StateMapPainter StateMap::makePainter() const { return {m_scene, sheet(), font(), palette()}; }

std::vector<DiagramItem> StateMap::items() const
{
    const StateMapPainter parts = makePainter();
    std::vector<DiagramItem> items;
    for (const StateMapNode &node : m_scene.nodes)
        items.push_back({parts.node(node.state).translated(-offset()),
                         tr("%1, %n call(s)", nullptr, int(node.count)).arg(stateText(node.state)),
                         describe(node, *m_counts),
                         {}});
    for (size_t i = 0; i < m_scene.arrows.size(); ++i) {
        const StateMapArrow &arrow = m_scene.arrows[i];
        if (!arrow.isWarning())
            continue;
        DiagramItem item;
        item.rect = parts.labels()[i].translated(-offset());
        item.description = describe(arrow);
        item.name = item.description.section(u'\n', 0, 0);
        item.selection.call = arrow.lastCall;
        items.push_back(item);
    }
    return items;
}

void StateMap::choose(int index)
{
    if (index < 0 || size_t(index) >= m_scene.nodes.size())
        return;
    const CallState state = m_scene.nodes[size_t(index)].state;
    Q_EMIT filterWanted(filterTerm(FilterKey::State, stateText(state).toLower()));
}

void StateMap::paintPicture(QPainter *painter) const
{
    if (painter->device() == viewport())
        paintViewport(painter);
    else
        makePainter().paint(painter);
}

void StateMap::paintOnPaper(QPainter *painter) const
{
    StateMapPainter(m_scene, sheet(), font(), lightPalette()).paint(painter);
}

// The scene is painted when it changes; lights travel over its image.
void StateMap::paintViewport(QPainter *painter) const
{
    const StateMapPainter parts = makePainter();
    const double ratio = devicePixelRatioF();
    const QSize size = (sheet() * ratio).toSize();
    if (m_image.size() != size || m_image.devicePixelRatio() != ratio) {
        m_image = QPixmap(size);
        m_image.setDevicePixelRatio(ratio);
        QPainter onImage(&m_image);
        parts.paint(&onImage);
    }
    painter->save();
    painter->translate(-offset());
    painter->drawPixmap(0, 0, m_image);
    const Microseconds time = now();
    for (const Light &light : m_lights)
        parts.paintLight(painter, light.from, light.to,
                         std::clamp(double(time - light.since) / double(TravelTime), 0.0, 1.0));
    if (m_pointedAt)
        parts.paintPointed(painter, *m_pointedAt);
    painter->restore();
}

// One light for each way that was taken since the last time, not for each call.
void StateMap::startLights()
{
    const std::vector<StateFlow> &flows = m_counts->flows();
    const size_t known = m_seen.size();
    m_seen.resize(flows.size());
    const Microseconds time = now();
    for (size_t i = 0; i < flows.size(); ++i) {
        const StateFlow &flow = flows[i];
        const bool happened = std::exchange(m_seen[i], flow.total) != flow.total && time - flow.last < 1'000'000;
        const bool isOnItsWay = std::any_of(m_lights.begin(), m_lights.end(), [&](const Light &light) {
            return light.from == flow.from && light.to == flow.to;
        });
        if (m_animated && !m_frozen && isVisible() && happened && (i < known || known > 0 || flow.total > 0)
            && flow.from && flow.from != flow.to && !isOnItsWay && m_lights.size() < MaxLights)
            m_lights.push_back({*flow.from, flow.to, time});
    }
    if (!m_lights.empty() && !m_motion.isActive())
        m_motion.start();
}

void StateMap::moveLights()
{
    const Microseconds time = now();
    std::erase_if(m_lights, [time](const Light &light) { return time - light.since >= TravelTime; });
    if (m_lights.empty() || !isVisible()) {
        m_lights.clear();
        m_motion.stop();
    }
    viewport()->update();
}

void StateMap::point(std::optional<CallState> state)
{
    if (state == m_pointedAt)
        return;
    m_pointedAt = state;
    lookAgain();
    viewport()->update();
}

void StateMap::mouseMoveEvent(QMouseEvent *event)
{
    const StateMapPainter parts = makePainter();
    std::optional<CallState> state;
    for (const StateMapNode &node : m_scene.nodes) {
        if (parts.node(node.state).contains(event->position() + offset()))
            state = node.state;
    }
    viewport()->setCursor(state ? Qt::PointingHandCursor : Qt::ArrowCursor);
    point(state);
}

bool StateMap::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        point({});
    return Diagram::viewportEvent(event);
}

void StateMap::updateScrollBars()
{
    const QSize room = viewport()->size();
    const QSize all = sheet().toSize();
    horizontalScrollBar()->setRange(0, std::max(0, all.width() - room.width()));
    horizontalScrollBar()->setPageStep(room.width());
    verticalScrollBar()->setRange(0, std::max(0, all.height() - room.height()));
    verticalScrollBar()->setPageStep(room.height());
}

void StateMap::resizeEvent(QResizeEvent *event)
{
    Diagram::resizeEvent(event);
    updateScrollBars();
}

void StateMap::scrollContentsBy(int, int) { itemsMoved(); }

void StateMap::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::LanguageChange) {
        m_image = {};
        updateScrollBars();
        itemsMoved();
    }
    Diagram::changeEvent(event);
}

} // namespace Linescope
