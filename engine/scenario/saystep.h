// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// {"say": ...}: a caption, and what a demonstration shows beside it.
#pragma once

#include "scenario/decoder.h"

#include <optional>

namespace Linescope::Scenarios {

struct SayStep {
    QString text;
    std::optional<Microseconds> hold; // how long it is to be seen; none: as long as its text needs
    QString about;                    // name of a handle, a line or an application; may be empty
    QString view;                     // of a window, "timeline"; may be empty
};

// The text in that language ("fr"), else in English.
SayStep decodeSay(Decoder &decoder, const QJsonObject &json, const QString &language);

} // namespace Linescope::Scenarios
