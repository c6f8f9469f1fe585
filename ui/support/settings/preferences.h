// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the user can choose in the settings dialog: one value that goes in and comes out.
#pragma once

#include "calllog/calllogsettings.h"
#include "checks/leakalarm.h"
#include "journal/masker.h"
#include "support/format.h"
#include "support/theme/appearance.h"

#include <QFlags>
#include <QString>

class QSettings;

namespace Linescope {

// Acts that cannot be undone, and ask first unless the user has had enough of that.
enum class Destructive : quint8 { CloseLine = 0x1, Drop = 0x2, DeallocateMany = 0x4, Disconnect = 0x8 };
Q_DECLARE_FLAGS(Destructives, Destructive)
Q_DECLARE_OPERATORS_FOR_FLAGS(Destructives)

struct Preferences {
    static constexpr int MaxGhostSeconds = 3600;
    static constexpr int MaxAlarmApps = 100;
    static constexpr qsizetype MaxAppName = 1000;

    Appearance appearance;
    QString language;     // "en", "fr"; empty: the system's
    int ghostSeconds = 5; // void handles stay on screen for so long
    bool flash = true;    // cells that change light up for a moment
    Formats formats;
    Destructives confirmed = Destructive::CloseLine | Destructive::Drop | Destructive::DeallocateMany
        | Destructive::Disconnect;
    MaskingChoice masking;
    AlarmLimits alarms = {{3'600_s, 1'000, 16 << 20}, {}};
    bool trayIcon = true;
    bool notify = true; // by the tray icon, when an alarm fires
    bool keepCallLog = false;
    CallLogSettings callLog; // without a file: in the user's folder for data
    friend bool operator==(const Preferences &, const Preferences &) = default;
};

// Whatever was out of bounds is within.
Preferences clamped(Preferences preferences);

// What a file does not say, or says wrongly, is as by default.
Preferences readPreferences(QSettings &file);
void writePreferences(QSettings &file, const Preferences &preferences);

} // namespace Linescope
