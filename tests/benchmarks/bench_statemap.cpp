// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the state map and the memory page cost with 100,000 calls: a batch of changes counted, a paint, a second's
// measurement. Goals: a paint within a frame (16 ms), a measurement below 5 ms.

#include "benchmark.h"
#include "diagrams/statemap.h"
#include "models/callhistory.h"
#include "models/retainedmemory.h"
#include "models/statecounts.h"

#include <QApplication>
#include <QPixmap>

using namespace Linescope;
using namespace Linescope::Benchmark;

namespace {

constexpr quint32 Calls = 100'000;

// One line, one application; every call is IDLE and held.
class Story {
public:
    Story()
    {
        add(Events::ProviderState{{1}, true, u"pbx"_s, {}});
        add(Events::DeviceAdded{{1}, {1}, {1}, std::make_shared<const DeviceInfo>()});
        add(Events::AppInitialized{{1}, std::make_shared<const Requests::InitializeEx>()});
        Events::LineOpened line;
        line.line = {1};
        line.app = {1};
        line.device = {1};
        add(line);
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
    void tell()
    {
        feed.push(std::exchange(m_batch, {}), m_world);
        live.advanceNow();
    }

    ManualClock clock;
    EventFeed feed{10'000'000};
    LiveWorld live{&feed};

private:
    template<class Payload>
    void add(const Payload &payload)
    {
        const Event event{m_world.seq() + 1, clock.now(), payload};
        m_world.apply(event);
        m_batch.append(event);
    }

    World m_world;
    EventBatch m_batch;
    quint32 m_more = 0;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    Story story;
    CallHistory history(&story.live);
    StateCounts counts(&story.live);
    StateMap map(&counts, &history, &story.clock);
    map.resize(1200, 800);
    QPixmap picture(map.size());
    const auto figures = interleaved({
        {u"state map: paint"_s, 1, [&] { map.render(&picture); },
         [&] {
             story.begin(100);
             story.tell();
             map.refresh();
         }},
        {u"state map: refresh, nothing painted"_s, 1, [&] { map.refresh(); }, {}},
        {u"memory: measurement"_s, 1, [&] { keep(retainedMemory(story.live.world())); }, {}},
    });
    MarkdownTable table({u"100,000 calls"_s, u"ms"_s, u"goal"_s, u"reached"_s});
    const double goals[] = {16, 1, 5};
    for (size_t i = 0; i < figures.size(); ++i)
        table.addRow({figures[i].name, number(figures[i].median() / 1e6), u"≤ %1"_s.arg(goals[i]),
                      goal(figures[i].median() / 1e6 <= goals[i])});
    return 0;
}
