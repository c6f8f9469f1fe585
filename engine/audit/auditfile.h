// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The file of the audit log: rows are added at its end, never changed. Each holds the SHA-256 of itself and of the row
// before it, so that one that is altered, taken out or put elsewhere is found. How far it goes stands beside it, in
// FILE.head, so that the last rows are missed too. Whoever may write both files and makes them fit each other is found
// only by who has kept the last hash elsewhere.
//
// Several programs may write the same file at once. Rows reach the operating system before append() returns; a loss of
// power may take the latest.
#pragma once

#include "audit/auditrow.h"

#include <QList>

#include <functional>

class QFile;

namespace Linescope {

class AuditFile {
    Q_DECLARE_TR_FUNCTIONS(Linescope::AuditFile)

public:
    explicit AuditFile(const QString &path)
        : m_path(path)
    {
    }

    QString path() const { return m_path; }
    // The number it got, or a sentence: nothing was written then.
    tl::expected<quint64, QString> append(AuditRow row);

private:
    struct End { // of what is in the file
        quint64 rows = 0;
        QByteArray hash;
    };
    tl::expected<End, QString> lookAtEnd(QFile &file, AuditRow loss);
    tl::expected<End, QString> add(QFile &file, const End &end, AuditRow row);

    const QString m_path;
    qint64 m_size = -1; // of the file when `m_end` was its end
    End m_end;
};

struct AuditFlaw {
    qint64 line = 0; // in the file, from 1; 0: at its end
    QString words;   // a sentence
};

struct AuditReading {
    QString problem; // the file cannot be read: a sentence
    quint64 rows = 0;
    quint64 acts = 0;
    QByteArray lastHash;    // hexadecimal; empty: there are no rows
    QList<AuditFlaw> flaws; // the first of them
    bool isWhole() const { return problem.isEmpty() && flaws.isEmpty(); }
};

// Reads the rows that are there and checks all of them; `take` gets each that can be read. On the caller's thread; what
// is added meanwhile is not looked at. A file that does not exist has no rows, unless its head says that it had.
AuditReading readAuditFile(const QString &path, const std::function<void(const AuditRow &)> &take = {});

} // namespace Linescope
