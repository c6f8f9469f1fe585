// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/retainedmemory.h"

#include <QHash>

#include <algorithm>

namespace Linescope {

namespace {

struct AppSums {
    HLineApp app;
    quint32 handles = 0;
    quint64 libraryBytes = 0;
    quint64 providerBytes = 0;
};

class Walk {
public:
    explicit Walk(const World &world)
        : m_world(world)
        , m_sums(world.apps().slotCount())
    {
        world.lines().forEach([&](const Line &line) {
            if (line.id.value >= m_slotOfLine.size())
                m_slotOfLine.resize(line.id.value + 1, NoSlot);
            m_slotOfLine[line.id.value] = world.apps().slotOf(line.app);
        });
        world.apps().forEach([&](const App &app) { m_sums[world.apps().slotOf(app.id)].app = app.id; });
    }

    RetainedMemory result;

    void add(const Call &call)
    {
        const quint32 holders = call.handleCount();
        const quint32 library = World::bytesOf(call);
        quint32 index = 0;
        HCall oldest;
        HLineApp oldestApp;
        m_world.forEachHandle(call, [&](const Handle &handle) {
            const quint32 slot = handle.line.value < m_slotOfLine.size() ? m_slotOfLine[handle.line.value] : NoSlot;
            if (slot == NoSlot)
                return;
            AppSums &sum = m_sums[slot];
            ++sum.handles;
            sum.libraryBytes += World::bytesPerHandle() + share(library, holders, index);
            sum.providerBytes += share(call.providerBytes, holders, index);
            ++index;
            oldest = handle.id; // the newest comes first
            oldestApp = sum.app;
        });
        ++result.calls;
        result.callsNotReported += call.providerBytes == 0 ? 1 : 0;
        if (result.oldest.isNull() || call.stateSince < result.oldestSince) {
            result.oldest = oldest;
            result.oldestApp = oldestApp;
            result.oldestSince = call.stateSince;
        }
    }
    const std::vector<AppSums> &sums() const { return m_sums; }

private:
    static constexpr quint32 NoSlot = SlotTable<HLineApp, App>::NoSlot;

    // Of what cannot be divided, the newest handles have one byte more.
    static quint32 share(quint32 bytes, quint32 holders, quint32 index)
    {
        return holders == 1 ? bytes : bytes / holders + (index < bytes % holders ? 1 : 0);
    }

    const World &m_world;
    std::vector<AppSums> m_sums;       // by slot of the application
    std::vector<quint32> m_slotOfLine; // of the application, by the number of the HLINE
};

std::vector<MemoryShare> byName(const std::vector<AppSums> &sums, const World &world)
{
    std::vector<MemoryShare> shares;
    QHash<QString, size_t> known;
    QHash<size_t, quint64> most;
    for (const AppSums &sum : sums) {
        if (sum.handles == 0)
            continue;
        const QString name = world.app(sum.app)->name;
        const auto it = known.constFind(name);
        const size_t index = it == known.cend() ? shares.size() : *it;
        if (it == known.cend()) {
            known.insert(name, index);
            shares.push_back({name, sum.app, 0, 0, 0});
        }
        MemoryShare &share = shares[index];
        share.handles += sum.handles;
        share.libraryBytes += sum.libraryBytes;
        share.providerBytes += sum.providerBytes;
        quint64 &largest = most[index];
        if (sum.libraryBytes + sum.providerBytes > largest) {
            largest = sum.libraryBytes + sum.providerBytes;
            share.app = sum.app;
        }
    }
    std::sort(shares.begin(), shares.end(), [](const MemoryShare &a, const MemoryShare &b) {
        return a.bytes() != b.bytes() ? a.bytes() > b.bytes() : a.name < b.name;
    });
    return shares;
}

} // namespace

RetainedMemory retainedMemory(const World &world)
{
    if (world.totals().retainedCalls == 0)
        return {};
    Walk walk(world);
    world.calls().forEach([&](const Call &call) {
        if (call.isIdle() && call.handleCount() > 0)
            walk.add(call);
    });
    walk.result.shares = byName(walk.sums(), world);
    return walk.result;
}

} // namespace Linescope
