// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/voidpreview.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <set>

namespace Linescope {

namespace {

struct Losses { // of one call
    quint32 owners = 0;
    quint32 handles = 0;
};

template<class Predicate>
qsizetype countCalls(const QList<DyingHandle> &handles, Predicate predicate)
{
    std::set<CallId> calls;
    for (const DyingHandle &handle : handles) {
        if (predicate(handle))
            calls.insert(handle.call);
    }
    return qsizetype(calls.size());
}

enum class LastOwner { Leaves, Drops }; // what becomes of a live call without an owner (L-18, A-7)

template<class Predicate>
VoidPreview preview(const World &world, const QList<HLine> &lines, LastOwner lastOwner, Predicate dies)
{
    VoidPreview result{lines, {}, 0};
    QHash<CallId, Losses> losses;
    world.handles().forEach([&](const Handle &handle) {
        if (!dies(handle))
            return;
        const Call *call = world.call(handle.call);
        result.handles += DyingHandle{handle.id, handle.line, world.appOf(handle), handle.call, call->state};
        result.libraryBytes += World::bytesPerHandle();
        Losses &loss = losses[handle.call];
        loss.owners += handle.privilege == Privilege::Owner ? 1 : 0;
        if (++loss.handles == call->handleCount())
            result.libraryBytes += World::bytesOf(*call);
    });
    for (DyingHandle &dying : result.handles) {
        const Call *call = world.call(dying.call);
        const Device *device = world.device(call->device);
        const Losses loss = losses.value(dying.call);
        const bool ownerless = call->owners > 0 && loss.owners == call->owners;
        const bool closeDrop = device && device->info.capFlags.testFlag(DevCapFlag::CloseDrop);
        dying.callReleased = loss.handles == call->handleCount();
        dying.callDropped = !call->isIdle()
            && ((lastOwner == LastOwner::Drops && ownerless) || (closeDrop && dying.callReleased));
    }
    std::sort(result.handles.begin(), result.handles.end(),
              [](const DyingHandle &a, const DyingHandle &b) { return a.handle < b.handle; });
    return result;
}

VoidPreview previewLines(const World &world, const QList<HLine> &lines, LastOwner lastOwner)
{
    return preview(world, lines, lastOwner, [&](const Handle &handle) { return lines.contains(handle.line); });
}

LastOwner byApp(const ServerOptions &options)
{
    return options.closeDropsSoleOwned ? LastOwner::Drops : LastOwner::Leaves;
}

template<class Predicate>
QList<HLine> linesWhere(const World &world, Predicate wanted)
{
    QList<HLine> lines;
    world.lines().forEach([&](const Line &line) {
        if (wanted(line))
            lines += line.id;
    });
    return lines;
}

} // namespace

qsizetype VoidPreview::retained() const
{
    return std::count_if(handles.begin(), handles.end(),
                         [](const DyingHandle &handle) { return handle.state == CallState::Idle; });
}

qsizetype VoidPreview::live() const { return handles.size() - retained(); }

qsizetype VoidPreview::droppedCalls() const
{
    return countCalls(handles, [](const DyingHandle &handle) { return handle.callDropped; });
}

qsizetype VoidPreview::releasedCalls() const
{
    return countCalls(handles, [](const DyingHandle &handle) { return handle.callReleased; });
}

VoidPreview previewDeallocate(const World &world, const QList<HCall> &handles)
{
    const QSet<HCall> chosen(handles.begin(), handles.end());
    return preview(world, {}, LastOwner::Leaves, [&](const Handle &handle) { return chosen.contains(handle.id); });
}

VoidPreview previewClose(const World &world, HLine line, const ServerOptions &options)
{
    return previewLines(world, linesWhere(world, [&](const Line &each) { return each.id == line; }), byApp(options));
}

VoidPreview previewShutdown(const World &world, HLineApp app, const ServerOptions &options)
{
    return previewLines(world, linesWhere(world, [&](const Line &line) { return line.app == app; }), byApp(options));
}

VoidPreview previewProviderClose(const World &world, DeviceId device)
{
    return previewLines(world, linesWhere(world, [&](const Line &line) { return line.device == device; }),
                        LastOwner::Leaves);
}

VoidPreview previewProviderEnd(const World &world, ProviderId provider)
{
    return previewLines(world,
                        linesWhere(world,
                                   [&](const Line &line) {
                                       const Device *device = world.device(line.device);
                                       return device && device->provider == provider;
                                   }),
                        LastOwner::Leaves);
}

} // namespace Linescope
