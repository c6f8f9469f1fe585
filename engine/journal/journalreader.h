// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A journal read back, event by event: "journal/1" as journal/eventjson.h writes it. Memory is bounded by one line.
#pragma once

#include "journal/eventjson.h"

#include <QCoreApplication>
#include <QIODevice>

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

// Errors are sentences for people and name the line. Any thread, one at a time.
class JournalReader {
    Q_DECLARE_TR_FUNCTIONS(Linescope::JournalReader)

public:
    // `device` is open for reading and outlives the reader.
    explicit JournalReader(QIODevice *device);

    // First of all.
    tl::expected<JournalHeader, QString> readHeader();
    // The next event; none at the end. Their numbers only ever rise; there are holes where events were filtered or
    // dropped. Not to be called again after an error.
    tl::expected<std::optional<Event>, QString> next();

    // After the end: what the summary says. None in a journal whose writer was cut off.
    const std::optional<JournalSummary> &summary() const { return m_summary; }
    // After the end: the last line was only begun, and was left out.
    bool isTruncated() const { return m_truncated; }

private:
    tl::expected<std::optional<QByteArray>, QString> nextLine();
    tl::expected<std::optional<Event>, QString> readEnd(const QJsonObject &object);
    tl::unexpected<QString> failed(const QString &error) const;

    QIODevice *m_device;
    std::optional<JournalSummary> m_summary;
    qint64 m_line = 0;
    quint64 m_seq = 0;
    bool m_unended = false; // the line that was read last has no line feed
    bool m_truncated = false;
};

} // namespace Linescope
