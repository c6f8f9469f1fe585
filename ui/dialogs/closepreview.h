// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What closing a line would do, worked out from the World before anything is done (G-7, G-8).
#pragma once

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

struct ClosePreview {
    QList<HLine> lines; // HLINEs that close
    QList<DyingHandle> handles;

    qsizetype retained() const;
    qsizetype live() const;
    qsizetype droppedCalls() const;
    qsizetype releasedCalls() const;
};

// lineClose by the application that opened it (L-15..L-21).
ClosePreview previewClose(const World &world, HLine line);
// LINE_CLOSE by the provider: every application loses the line (L-28).
ClosePreview previewProviderClose(const World &world, DeviceId device);

} // namespace Linescope
