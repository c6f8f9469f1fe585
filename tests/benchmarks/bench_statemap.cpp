// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the state map and the memory page cost with 100,000 calls, each beside the plain way to do the same: a
// QGraphicsScene with the same nodes and arrows, counting all calls anew, adding up all handles. Goals: a paint within
// a frame (16 ms), a measurement below 5 ms. QT_QPA_PLATFORM=offscreen

#include "benchmark.h"
#include "diagrams/statemap/statemap.h"
#include "diagrams/statemap/statemappainter.h"
#include "eventmaker.h"
#include "models/callhistory.h"
#include "models/retainedmemory.h"
#include "models/statecounts.h"
#include "support/theme/theme.h"

#include <QApplication>
#include <QGraphicsPathItem>
#include <QGraphicsView>
#include <QImage>
#include <QPainter>
#include <QPixmap>

#include <memory>

using namespace Linescope;
using namespace Linescope::Benchmark;

namespace {

constexpr quint32 Calls = 100'000;

// One line, one application; every call is IDLE and held.
class Story : public EventMaker {
public:
    Story()
    {
        addProvider(u"pbx"_s);
        addDevice({1}, {});
        addApp({1}, {});
        openLine({1}, {1}, {1});
        for (quint32 i = 1; i <= Calls; ++i) {
            add(Events::CallCreated{{i}, {1}, {i}, 0, {}});
            add(Events::CallState{{i}, CallState::Offering, CallState::Unknown, 0});
            add(Events::HandleCreated{{i}, {i}, {1}, {1}, Privilege::Owner, World::bytesPerHandle()});
            add(Events::CallState{{i}, CallState::Idle, CallState::Offering, 0});
        }
        tell();
    }
    // Each an arrival: new, OFFERING, CONNECTED.
    void begin(quint32 calls)
    {
        for (quint32 i = 0; i < calls; ++i) {
            const CallId id{Calls + ++m_more};
            add(Events::CallCreated{id, {1}, {id.value}, 0, {}});
            add(Events::CallState{id, CallState::Offering, CallState::Unknown, 0});
            add(Events::CallState{id, CallState::Connected, CallState::Offering, 0});
        }
    }
    void tell() { EventMaker::tell(&feed, &live); }

    EventFeed feed{10'000'000};
    LiveWorld live{&feed};

private:
    quint32 m_more = 0;
};

// The conventional map: an item for each node, its word, its figure, each arrow and its figure.
class ItemMap {
public:
    explicit ItemMap(const StateMap &map)
    {
        const StateMapPainter parts(map.scene(), map.size(), map.font(), map.palette());
        for (const StateMapArrow &arrow : map.scene().arrows) {
            m_scene.addPath(parts.curve(arrow).path(), QPen(map.palette().color(QPalette::WindowText), 2));
            m_flows.push_back(m_scene.addSimpleText({}));
            m_flows.back()->setPos(parts.curve(arrow).at(0.5));
        }
        for (const StateMapNode &node : map.scene().nodes) {
            const QRectF rect = parts.node(node.state);
            m_scene.addRect(rect, QPen(), stateStyle(node.state, map.palette()).background);
            m_scene.addSimpleText(stateText(node.state))->setPos(rect.topLeft());
            m_counts.push_back(m_scene.addSimpleText({}));
            m_counts.back()->setPos(rect.center());
        }
        m_view.setScene(&m_scene);
        m_view.setSceneRect(0, 0, map.width() - 4, map.height() - 4);
        m_view.setRenderHint(QPainter::Antialiasing);
        m_view.resize(map.size());
        m_view.show();
        QApplication::processEvents();
    }
    void show(const StateMapScene &scene)
    {
        for (size_t i = 0; i < std::min(scene.arrows.size(), m_flows.size()); ++i)
            m_flows[i]->setText(QString::number(scene.arrows[i].lastMinute));
        for (size_t i = 0; i < m_counts.size(); ++i)
            m_counts[i]->setText(QString::number(scene.nodes[i].count));
    }
    void paint(QPixmap *picture) { m_view.viewport()->render(picture); }

private:
    QGraphicsScene m_scene;
    QGraphicsView m_view;
    std::vector<QGraphicsSimpleTextItem *> m_flows;
    std::vector<QGraphicsSimpleTextItem *> m_counts;
};

using Counts = std::array<quint32, CallStateCount>;

// What counting costs whoever looks at all calls.
Counts counted(const World &world)
{
    Counts counts = {};
    world.calls().forEach([&](const Call &call) { ++counts[indexOf(call.state)]; });
    return counts;
}

// The least that a measurement can be: a walk over all handles and their calls.
quint64 addedUp(const World &world)
{
    quint64 bytes = 0;
    world.handles().forEach([&](const Handle &handle) {
        if (world.call(handle.call)->isIdle())
            bytes += World::bytesPerHandle();
    });
    return bytes;
}

bool isPainted(const QPixmap &picture)
{
    const QImage image = picture.toImage();
    int different = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            different += image.pixel(x, y) != image.pixel(0, 0);
    }
    return different > 1000;
}

// Ours beside the plain way; the goal is ours alone.
void addRow(MarkdownTable &table, const Figure &ours, const Figure &plain, double wanted)
{
    const double ms = ours.median() / 1e6;
    table.addRow({ours.name, number(ms), plain.name, number(plain.median() / 1e6), number(ratio(plain, ours)),
                  wanted > 0 ? u"≤ %1 ms"_s.arg(wanted) : u"—"_s, wanted > 0 ? goal(ms <= wanted) : u"—"_s});
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    Story story;
    CallHistory history(&story.live);
    StateCounts counts(&story.live);
    StateMap map(&counts, &history, &story.clock);
    map.resize(1200, 800);
    const auto happens = [](Story &where) {
        where.begin(100);
        where.tell();
    };
    happens(story);
    map.refresh();
    ItemMap items(map);
    QPixmap picture(map.size());
    QPixmap plainPicture(map.size());
    const auto painted = interleaved({
        {u"state map: paint"_s, 1, [&] { map.render(&picture); },
         [&] {
             happens(story);
             map.refresh();
         }},
        {u"QGraphicsScene"_s, 1, [&] { items.paint(&plainPicture); }, [&] { items.show(map.scene()); }},
    });
    mustBeRight(isPainted(picture) && isPainted(plainPicture), "nothing was painted");

    // 300 changes: counted as they come, or all calls counted after them.
    const auto asTheyCome = std::make_unique<Story>();
    StateCounts kept(&asTheyCome->live);
    const auto afterThem = std::make_unique<Story>();
    Counts anew = {};
    const auto followed = interleaved({
        {u"state map: 300 changes counted as they come"_s, 1, [&] { asTheyCome->tell(); },
         [&] { asTheyCome->begin(100); }},
        {u"all calls counted after 300 changes"_s, 1,
         [&] {
             afterThem->tell();
             anew = counted(afterThem->live.world());
         },
         [&] { afterThem->begin(100); }},
        {u"state map: refresh, nothing changed"_s, 1, [&] { map.refresh(); }, {}},
        {u"all calls counted"_s, 1, [&] { keep(counted(story.live.world())); }, {}},
    });
    for (size_t i = 0; i < CallStateCount; ++i)
        mustBeRight(kept.count(stateAt(i)) == anew[i], "the counts differ");

    RetainedMemory memory;
    quint64 handleBytes = 0;
    const auto measured = interleaved({
        {u"memory: measurement"_s, 1, [&] { memory = retainedMemory(story.live.world()); }, {}},
        {u"all handles added up"_s, 1, [&] { handleBytes = addedUp(story.live.world()); }, {}},
    });
    mustBeRight(memory.calls == Calls && handleBytes == quint64(Calls) * World::bytesPerHandle(),
                "not all are retained");

    MarkdownTable table(
        {u"100,000 calls"_s, u"ms"_s, u"the plain way"_s, u"ms"_s, u"plain / ours"_s, u"goal"_s, u"reached"_s});
    addRow(table, painted[0], painted[1], 16);
    addRow(table, followed[0], followed[1], 0);
    addRow(table, followed[2], followed[3], 1);
    addRow(table, measured[0], measured[1], 5);
    return 0;
}
