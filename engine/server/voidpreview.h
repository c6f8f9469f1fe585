// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an action would void, worked out from a World before anything is done (G-7, G-8). Without state; any thread.
#pragma once

#include "server/serveroptions.h"
#include "world/world.h"

#include <QList>

namespace Linescope {

struct DyingHandle {
    HCall handle;
    HLine line;
    HLineApp app;
    CallId call;
    CallState state = CallState::Unknown;
    bool callDropped = false;  // the call is live and will be hung up (L-18, H-26)
    bool callReleased = false; // the call's last handle: the provider's record goes, too (H-24)
    friend bool operator==(const DyingHandle &, const DyingHandle &) = default;
};

struct VoidPreview {
    QList<HLine> lines; // HLINEs that close
    QList<DyingHandle> handles;
    quint64 libraryBytes = 0; // that the engine gets back

    qsizetype retained() const;
    qsizetype live() const;
    qsizetype droppedCalls() const;
    qsizetype releasedCalls() const;
};

// lineDeallocateCall for each handle (H-20..H-26).
VoidPreview previewDeallocate(const World &world, const QList<HCall> &handles);
// lineClose by the application that opened it (L-15..L-21).
VoidPreview previewClose(const World &world, HLine line, const ServerOptions &options = {});
// lineShutdown, or the application's death: all its lines close (L-40, L-42, L-43).
VoidPreview previewShutdown(const World &world, HLineApp app, const ServerOptions &options = {});
// LINE_CLOSE by the provider, or LINE_REMOVE: every application loses the line (L-28).
VoidPreview previewProviderClose(const World &world, DeviceId device);
// The same for all lines of a provider that goes.
VoidPreview previewProviderEnd(const World &world, ProviderId provider);

} // namespace Linescope
