// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Events as JSON, one object a line: the public interface of linescopectl and of journal files, "journal/1". Constants
// are TAPI's names without prefix, ids the short names, fields that do not apply absent.
#pragma once

#include "world/event.h"
#include "world/world.h"

#include <QByteArray>
#include <QJsonObject>

namespace Linescope {

// How much of outside text is shown: numbers and names with all but the last two characters replaced.
enum class Masking { None, Mask };
QString masked(const QString &text);

// {"linescope":"journal/1","source":...,"started":...,"clock":"monotonic+utc"}
QByteArray journalHeader(const QString &source, Microseconds started);
// {"event":"summary","calls":n,...}
QByteArray journalSummary(const World &world, quint64 dropped);

QJsonObject toJson(const Event &event, Masking masking = Masking::None);
// One line without the line feed; escapes everything that is not printable ASCII or plain text (no raw control bytes).
QByteArray toJsonLine(const Event &event, Masking masking = Masking::None);

} // namespace Linescope
