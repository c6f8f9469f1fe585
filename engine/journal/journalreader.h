// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A journal read back, event by event: "journal/1" as journal/eventjson.h writes it. Memory is bounded by one line.
//
// A recording that began in the middle of a session, or went on after a gap, has a snapshot of the World there. Whoever
// builds a World has to ask for it: either advance() does all, or takeSnapshot() after every next().
#pragma once

#include "journal/eventjson.h"

#include <QCoreApplication>
#include <QIODevice>

#include <memory>
#include <optional>

namespace Linescope {

struct JournalHeader {
    QString source;
    Microseconds started = 0;
    friend bool operator==(const JournalHeader &, const JournalHeader &) = default;
};

// The numbers of the last line; see journalSummary().
struct JournalSummary {
    qint64 calls = 0;
    qint64 handles = 0;
    qint64 retained = 0;
    qint64 voided = 0;
    qint64 findings = 0;
    qint64 dropped = 0;
    friend bool operator==(const JournalSummary &, const JournalSummary &) = default;
};

// Where a line begins: enough to go on reading there.
struct JournalPlace {
    qint64 offset = 0; // bytes of text
    qint64 line = 0;   // lines before it
    quint64 seq = 0;   // of the event before it
};

// Errors are sentences for people and name the line. Any thread, one at a time.
class JournalReader {
    Q_DECLARE_TR_FUNCTIONS(Linescope::JournalReader)

public:
    // `device` is open for reading, at its beginning, and outlives the reader. Nobody else reads from it.
    explicit JournalReader(QIODevice *device);

    // First of all.
    tl::expected<JournalHeader, QString> readHeader();
    // The next event; none at the end. Their numbers only ever rise; there are holes where events were filtered or
    // dropped. Not to be called again after an error.
    tl::expected<std::optional<Event>, QString> next();
    // The World that takes the place of the one built so far, before the event that next() has just returned (or the
    // end) applies; mostly none.
    std::optional<World> takeSnapshot();
    // The next event, applied; none at the end, with the World that is true there.
    tl::expected<std::optional<Event>, QString> advance(World &world);

    // Builds the World up to that event, or the last one before it, quicker than advance() in turn: lines of events
    // that change no World are not looked at, so this is for journals that have been read once.
    tl::expected<void, QString> advanceTo(quint64 seq, World &world);

    // Where the next line begins. Not in the middle of a snapshot, since next() reads those as a whole.
    JournalPlace place() const { return {m_offset, m_line, m_seq}; }
    // To a place() of this journal. False when the device cannot.
    bool seek(const JournalPlace &place);

    // After the end: what the summary says. None in a journal whose writer was cut off.
    const std::optional<JournalSummary> &summary() const { return m_summary; }
    // After the end: the last line was only begun, and was left out.
    bool isTruncated() const { return m_truncated; }

private:
    using Line = tl::expected<std::optional<QByteArrayView>, QString>;

    Line nextLine();
    void putBack(const JournalPlace &before);
    bool readMore();
    tl::expected<bool, QString> readObject();
    tl::expected<Event, QString> eventFromDocument();
    tl::expected<bool, QString> readSnapshot();
    tl::expected<std::optional<Event>, QString> readEnd();
    tl::unexpected<QString> failed(const QString &error) const;

    QIODevice *m_device;
    QByteArray m_buffer;
    qsizetype m_begin = 0; // of what has not been read of the buffer
    qsizetype m_end = 0;
    JsonDocument m_document;
    std::optional<World> m_snapshot;
    std::optional<JournalSummary> m_summary;
    qint64 m_offset = 0;
    qint64 m_line = 0;
    quint64 m_seq = 0;
    bool m_unended = false; // the line that was read last has no line feed
    bool m_truncated = false;
};

} // namespace Linescope
