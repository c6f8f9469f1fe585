// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the simulator simulates. All of it, so that equal settings and an equal clock give an equal journal.
#pragma once

#include <QCoreApplication>
#include <QString>
#include <QUrl>

#include <tl/expected.hpp>

namespace Linescope {

struct SimulatorSettings {
    Q_DECLARE_TR_FUNCTIONS(Linescope::SimulatorSettings)

public:
    static constexpr int MaxLines = 10'000;

    int lines = 6;
    quint32 seed = 1;
    double callsPerMinute = 12; // over all lines, on average; 0: none come by themselves
    bool automatic = true;      // calls come and go by themselves
    int callsUpAtStart = 2;     // found when the lines are opened (L-45)
    double timeScale = 1;       // 10: ten times as fast

    // "simulator:?lines=4&seed=7&rate=20&automatic=1&up=2&speed=1", every key optional; or a sentence that says which
    // key is wrong and what it may be. `apps` and `faults` belong to the program that reads the URL and are passed
    // over.
    static tl::expected<SimulatorSettings, QString> fromUrl(const QUrl &url);

    friend bool operator==(const SimulatorSettings &, const SimulatorSettings &) = default;
};

} // namespace Linescope
