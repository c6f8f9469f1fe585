// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where the call log is kept and for how long. Never holds a password: that is given beside it.
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace Linescope {

struct CallLogSettings {
    enum class Backend : quint8 { Sqlite, Postgres };

    static constexpr quint16 PostgresPort = 5432;
    static constexpr int MaxKeepDays = 36'500;
    static constexpr int MinWaiting = 100;
    static constexpr int MaxWaiting = 1'000'000;
    static constexpr int MaxText = 500; // characters of each

    Backend backend = Backend::Sqlite;
    QString file; // SQLite
    QString host; // PostgreSQL: a name, or the folder of its socket, which begins with '/'
    quint16 port = PostgresPort;
    QString database;
    QString user;
    QString authority;     // file of the certificates that the server's may come from; empty: the system's
    bool insecure = false; // to another machine without TLS, where everybody on the way can read along
    int keepDays = 0;      // calls that ended before are deleted; 0: none is
    bool masked = false;   // numbers and names are masked before they are written

    // Ended calls that wait for the database: their handles are kept until then. Beyond that the oldest is given up.
    qsizetype mostWaiting = 100'000;
    qsizetype groupRows = 200;                 // so many rows share a commit at most
    std::chrono::milliseconds groupDelay{200}; // a row waits so long for others

    friend bool operator==(const CallLogSettings &, const CallLogSettings &) = default;
};

// For people and as the name of its password: "postgresql://user@host:5432/database", or the name of the file.
QString callLogPlace(const CallLogSettings &settings);
// The same the other way: a text that is no such address is the name of a file. None for an address without host,
// database or user, with a port that is none, or with a password, which has no place there.
std::optional<CallLogSettings> callLogAt(const QString &place);

} // namespace Linescope
