// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/closepreview.h"

#include <QHash>

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

ClosePreview preview(const World &world, const QList<HLine> &lines, bool byProvider)
{
    ClosePreview result{lines, {}};
    QHash<CallId, Losses> losses;
    world.handles().forEach([&](const Handle &handle) {
        if (!lines.contains(handle.line))
            return;
        const Call *call = world.call(handle.call);
        result.handles += DyingHandle{handle.id, handle.line, world.appOf(handle), handle.call, call->state};
        Losses &loss = losses[handle.call];
        ++loss.handles;
        loss.owners += handle.privilege == Privilege::Owner ? 1 : 0;
    });
    for (DyingHandle &dying : result.handles) {
        const Call *call = world.call(dying.call);
        const Device *device = world.device(call->device);
        const Losses loss = losses.value(dying.call);
        const bool ownerless = call->owners > 0 && loss.owners == call->owners;
        const bool closeDrop = device && device->info.capFlags.testFlag(DevCapFlag::CloseDrop);
        dying.callReleased = loss.handles == call->handleCount();
        dying.callDropped = !call->isIdle() && ((!byProvider && ownerless) || (closeDrop && dying.callReleased));
    }
    std::sort(result.handles.begin(), result.handles.end(),
              [](const DyingHandle &a, const DyingHandle &b) { return a.handle < b.handle; });
    return result;
}

} // namespace

qsizetype ClosePreview::retained() const
{
    return std::count_if(handles.begin(), handles.end(),
                         [](const DyingHandle &handle) { return handle.state == CallState::Idle; });
}

qsizetype ClosePreview::live() const { return handles.size() - retained(); }

qsizetype ClosePreview::droppedCalls() const
{
    return countCalls(handles, [](const DyingHandle &handle) { return handle.callDropped; });
}

qsizetype ClosePreview::releasedCalls() const
{
    return countCalls(handles, [](const DyingHandle &handle) { return handle.callReleased; });
}

ClosePreview previewClose(const World &world, HLine line)
{
    return preview(world, world.line(line) ? QList<HLine>{line} : QList<HLine>(), false);
}

ClosePreview previewProviderClose(const World &world, DeviceId device)
{
    QList<HLine> lines;
    world.lines().forEach([&](const Line &line) {
        if (line.device == device)
            lines += line.id;
    });
    return preview(world, lines, true);
}

} // namespace Linescope
