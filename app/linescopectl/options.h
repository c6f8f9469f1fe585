// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the command line asks for.
#pragma once

#include "calllog/calllogsettings.h"
#include "filter/handlefilter.h"
#include "journal/masking.h"
#include "server/telephonyserver.h"
#include "tapi/clock.h"

#include <QCoreApplication>
#include <QMap>
#include <QStringList>

#include <optional>

namespace Linescope {

enum class ExitStatus {
    Fine = 0,
    Failed = 1, // an expectation failed or a finding reached the level
    Usage = 2,
    Unreachable = 3, // the source
};

// A sentence that says what is wrong; of a filter also the text itself, and where.
struct UsageError {
    UsageError(const QString &sentence) // NOLINT: every sentence is one
        : sentence(sentence)
    {
    }

    QString sentence;
    QString filter;
    FilterErrors places;

    // The filter, and under it carets where it is wrong; empty if it is not about a filter. Fit for a terminal.
    QStringList picture() const;
};

struct Options {
    Q_DECLARE_TR_FUNCTIONS(Linescope::Options)

public:
    enum class Command { Watch, Run, Replay, Check, Audit, Version, Help };

    Command command = Command::Watch;
    QString source;       // empty: the scenarios say it
    ServerOptions engine; // --engine, its switches
    bool json = false;
    Masking masking = Masking::None;
    std::optional<Microseconds> duration; // ends by itself after that
    std::optional<quint64> calls;         // ends when so many have been created and ended
    QString filterText;
    HandleFilter filter;
    QStringList scenarios; // files
    QString junitFile;
    QString journalFile;
    bool compressed = false; // the journal of a watch
    qint64 rollAt = 0;       // bytes
    int keepFiles = 0;
    std::optional<CallLogSettings> log; // calls that end are written there
    QString recording;                  // to replay, until the end or
    std::optional<quint64> atSeq;
    std::optional<Microseconds> atTime;
    std::optional<Microseconds> atOffset; // after its beginning
    bool csv = false;
    QString golden;                                       // file or folder of kept traces
    bool updateGolden = false;                            // they are written, not compared with
    QString against;                                      // a second source
    std::optional<Severity> failOn = Severity::Violation; // check: the level that makes it fail; none: never
    QMap<QString, QString> muted;                         // check: reasons by rule
    QString auditFile;
    bool leaks = false; // a leak report in the end

    // Arguments without the program's name; or what is wrong with them.
    static tl::expected<Options, UsageError> parse(const QStringList &arguments);
    static QString usage();
};

// "500ms", "30s", "5m", "1h".
std::optional<Microseconds> parseDuration(const QString &text);
// "64K", "100M", "2G", from 64K on: bytes.
std::optional<qint64> parseSize(const QString &text);

} // namespace Linescope
