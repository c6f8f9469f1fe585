// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The painted views: what a frame costs on the GUI thread, against a QGraphicsScene that shows as many rectangles.
// Run offscreen: QT_QPA_PLATFORM=offscreen. One function for each view, called by main().

#include "benchmark.h"
#include "diagrams/timeline/timeline.h"
#include "eventmaker.h"
#include "support/theme/theme.h"

#include <QApplication>
#include <QGraphicsRectItem>
#include <QGraphicsView>

#include <memory>

using namespace Linescope;
using namespace Linescope::Benchmark;

namespace {

constexpr QSize window(1920, 1080);
constexpr double frame = 16; // ms

void showFrame(QAbstractScrollArea &view)
{
    view.viewport()->update();
    for (int i = 0; i < 3; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
}

// Lines with one call after the other, each with two handles that are given back a little late.
class Traffic : public EventMaker {
public:
    Traffic(quint32 lines, quint32 calls)
    {
        addProvider(u"Simulator"_s);
        for (quint32 i = 1; i <= 2; ++i)
            addApp({i}, u"app %1"_s.arg(i));
        for (quint32 i = 1; i <= lines; ++i) {
            addDevice({i}, u"PJSIP/%1"_s.arg(100 + i));
            openLine({2 * i - 1}, {1}, {i});
            openLine({2 * i}, {2}, {i});
        }
        tell(&m_feed, &m_live);
        m_history = std::make_unique<CallHistory>(&m_live);
        for (quint32 call = 0; call < calls; ++call)
            happens(lines);
        tell(&m_feed, &m_live);
    }

    LiveWorld *live() { return &m_live; }
    CallHistory *history() { return m_history.get(); }

private:
    void happens(quint32 lines) // a call on each line at the same time
    {
        const quint32 first = m_lastCall;
        const auto forEach = [&](auto f) {
            for (quint32 line = 1; line <= lines; ++line)
                f(line, CallId{first + line}, HCall{2 * (first + line) - 1}, HCall{2 * (first + line)});
            clock.advance(200_ms);
        };
        m_lastCall += lines;
        forEach([this](quint32 line, CallId call, HCall owner, HCall monitor) {
            add(Events::CallCreated{call, {line}, {call.value}, 0, PackedCallInfo(CallInfo())});
            add(Events::HandleCreated{owner, call, {2 * line - 1}, {1}, Privilege::Owner, 44});
            add(Events::HandleCreated{monitor, call, {2 * line}, {2}, Privilege::Monitor, 44});
            add(Events::CallState{call, CallState::Offering, CallState::Unknown, 0});
        });
        for (const CallState state : {CallState::Connected, CallState::Disconnected, CallState::Idle})
            forEach([&](quint32, CallId call, HCall, HCall) {
                add(Events::CallState{call, state, world().call(call)->state, 0});
            });
        forEach([this](quint32 line, CallId call, HCall owner, HCall monitor) {
            add(Events::HandleVoided{owner, call, {2 * line - 1}, {1}, VoidReason::Deallocated, true, 0});
            add(Events::HandleVoided{monitor, call, {2 * line}, {2}, VoidReason::LineClosedByProvider, true, 0});
            add(Events::CallReleased{call, {line}});
        });
    }
    EventFeed m_feed{1 << 22};
    LiveWorld m_live{&m_feed};
    std::unique_ptr<CallHistory> m_history;
    quint32 m_lastCall = 0;
};

void timeline(MarkdownTable &results)
{
    Traffic traffic(17, 200);
    Timeline ours(traffic.live(), traffic.history(), &traffic.clock);
    ours.resize(window);
    ours.show();
    ours.fitAll();
    showFrame(ours);

    QGraphicsScene scene;
    int bars = 0;
    for (const TimelinePart &part : ours.parts()) {
        if (part.kind != TimelinePart::Kind::Call && part.kind != TimelinePart::Kind::Handle)
            continue;
        scene.addRect(part.rect, Qt::NoPen, stateStyle(CallState::Connected, ours.palette()).background);
        ++bars;
    }
    QGraphicsView theirs(&scene);
    theirs.resize(window);
    theirs.setSceneRect(0, 0, window.width() - 4, window.height() - 4);
    theirs.show();
    showFrame(theirs);

    const auto live = [&] { // time has moved by a pixel
        traffic.clock.advance(Microseconds(ours.scale().perPixel()));
        ours.refresh();
        showFrame(ours);
    };
    const auto figures = interleaved({{u"QGraphicsScene"_s, 1, [&] { showFrame(theirs); }, {}},
                                      {u"timeline"_s, 1, live, {}},
                                      {u"timeline, zoomed"_s, 1,
                                       [&] {
                                           ours.zoom(0.999, window.width() / 2.0);
                                           showFrame(ours);
                                       },
                                       [&] { ours.fitAll(); }}},
                                     15);
    const double ms = figures[1].median() / 1e6;
    const double zoomed = figures[2].median() / 1e6;
    const double value = ratio(figures[0], figures[1]);
    results.addRow({u"timeline, %1 bars in sight, time moves on, ms"_s.arg(bars), number(ms),
                    number(figures[0].median() / 1e6), number(value), u"<= 16 ms"_s, goal(ms <= frame)});
    results.addRow({u"timeline, %1 bars in sight, zoomed, ms"_s.arg(bars), number(zoomed),
                    number(figures[0].median() / 1e6), number(ratio(figures[0], figures[2])), u"<= 16 ms"_s,
                    goal(zoomed <= frame)});
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setStyle(u"Fusion"_s);
    MarkdownTable results(
        {u"figure"_s, u"ours"_s, u"QGraphicsScene"_s, u"QGraphicsScene / ours"_s, u"goal"_s, u"reached"_s});
    timeline(results);
    return 0;
}
