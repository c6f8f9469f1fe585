// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Figures and moments as people read them, in the units they have chosen.
#pragma once

#include "tapi/clock.h"

#include <QString>

namespace Linescope {

enum class ByteUnit { Binary, Decimal, Bytes }; // "3.4 KiB", "3.5 kB", "3,482 B"
enum class TimeStyle { Clock, SinceStart };     // "10:41:07.112", "+0:12:05.112"

struct Formats {
    ByteUnit bytes = ByteUnit::Binary;
    TimeStyle times = TimeStyle::Clock;
    friend bool operator==(const Formats &, const Formats &) = default;
};
// For the whole program. `start` is what times are told from with SinceStart.
void setFormats(const Formats &formats);
void setTimeStart(Microseconds start);

QString bytesText(quint64 bytes);
struct ByteScale {
    double unit = 1; // in bytes
    QString name;    // "KiB", in the language of the locale
};
ByteScale byteScale(quint64 most);   // so that figures up to `most` have few digits
QString timeText(Microseconds time); // to the millisecond, local time; empty for 0

} // namespace Linescope
