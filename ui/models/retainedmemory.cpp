// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/retainedmemory.h"

#include <QHash>

#include <algorithm>

namespace Linescope {

namespace {

// By slot of the application, which is quick to find.
struct AppSums {
    HLineApp app;
    quint32 handles = 0;
    quint64 libraryBytes = 0;
    quint64 providerBytes = 0;
};

void addCall(std::vector<AppSums> &sums, RetainedMemory &result, const World &world, const Call &call)
{
    const quint32 holders = call.handleCount();
    const quint32 library = World::bytesOf(call);
    quint32 index = 0;
    HCall oldest;
    HLineApp oldestApp;
    world.forEachHandle(call, [&](const Handle &handle) {
        const HLineApp app = world.appOf(handle);
        const quint32 slot = world.apps().slotOf(app);
        if (slot >= sums.size())
            return;
        AppSums &sum = sums[slot];
        sum.app = app;
        ++sum.handles;
        const auto share = [&](quint32 bytes) { return bytes / holders + (index < bytes % holders ? 1 : 0); };
        sum.libraryBytes += World::bytesPerHandle() + share(library);
        sum.providerBytes += share(call.providerBytes);
        ++index;
        oldest = handle.id; // the newest comes first
        oldestApp = app;
    });
    ++result.calls;
    result.callsNotReported += call.providerBytes == 0 ? 1 : 0;
    if (result.oldest.isNull() || call.stateSince < result.oldestSince) {
        result.oldest = oldest;
        result.oldestApp = oldestApp;
        result.oldestSince = call.stateSince;
    }
}

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
    RetainedMemory result;
    if (world.totals().retainedCalls == 0)
        return result;
    std::vector<AppSums> sums(world.apps().slotCount());
    world.calls().forEach([&](const Call &call) {
        if (call.isIdle() && call.handleCount() > 0)
            addCall(sums, result, world, call);
    });
    result.shares = byName(sums, world);
    return result;
}

} // namespace Linescope
