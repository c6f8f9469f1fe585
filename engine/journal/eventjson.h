// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Events as JSON, one object a line: the public interface of linescopectl and of journal files, "journal/1", described
// in resources/help/linescopectl.md. Constants are TAPI's names without prefix, ids the short names, fields that do not
// apply absent.
#pragma once

#include "journal/jsondocument.h"
#include "journal/masking.h"
#include "world/event.h"
#include "world/snapshot.h"
#include "world/world.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>

#include <tl/expected.hpp>

namespace Linescope {

constexpr qsizetype longestJournalLine = 1024 * 1024; // bytes

// {"linescope":"journal/1","source":...,"started":...,"clock":"monotonic+utc"}
QByteArray journalHeader(const QString &source, Microseconds started);
// {"event":"summary","calls":n,"handles":n,"retained":n,"voided":n,"findings":n,"dropped":n}: all calls and handles
// that there were, the handles that are retained now, those that became void, the events lost to a slow reader.
QByteArray journalSummary(const World &world, quint64 dropped);

// What begins a snapshot: the numbers that no record of it tells. `records` lines follow, each an event with that seq
// and the time at which it came to be so; together they are the World (world/snapshot.h).
QByteArray snapshotHeader(const WorldOrigin &origin, qsizetype records);

// "callState": what `event` says in the line.
const char *eventName(const EventPayload &payload);

// One line without the line feed: seq, t, event, then the event's own fields. No raw control byte leaves (threat 5).
QByteArray toJsonLine(const Event &event, Masking masking = Masking::None);
// The event a line says: every event that toJsonLine() writes without masking comes back equal, save that half a
// character (a lone surrogate) has become U+FFFD. Any bytes give an event or, for people, what is wrong with them: what
// is no journal/1, longer than 1 MiB, deeper than 64, or holds a text longer than 64 KiB is refused.
tl::expected<Event, QString> fromJsonLine(QByteArrayView line);
// The two halves of it, for those who look at the object first. `document` may have been used for other lines.
tl::expected<void, QString> readLine(JsonDocument &document, QByteArrayView line);
tl::expected<Event, QString> eventFrom(JsonDocument &document);

// The same as an object; for tests and single events, it parses the line.
QJsonObject toJson(const Event &event, Masking masking = Masking::None);

} // namespace Linescope
