// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a recording is played again.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QUrl>

#include <tl/expected.hpp>

namespace Linescope {

struct ReplaySettings {
    Q_DECLARE_TR_FUNCTIONS(Linescope::ReplaySettings)

public:
    QString file;
    double speed = 1; // 4: four times as fast; 0: as fast as the engine takes it
    bool loop = false;

    // "replay:FILE?speed=4&loop=0", speed 0.01 to 1000, "max" or 0; or a sentence that says what is wrong.
    static tl::expected<ReplaySettings, QString> fromUrl(const QUrl &url);
};

} // namespace Linescope
