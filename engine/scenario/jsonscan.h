// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A look at the bytes of a JSON file before any memory is spent on them.
#pragma once

#include <QByteArray>
#include <QCoreApplication>

namespace Linescope::Scenarios {

struct JsonLimits {
    Q_DECLARE_TR_FUNCTIONS(Linescope::Scenarios)

public:
    qsizetype bytes = 16 * 1024 * 1024;
    int depth = 64;
    qsizetype stringBytes = 64 * 1024;
    qsizetype values = 1'000'000; // objects, arrays and members
    qsizetype members = 256;      // of one object

    // Empty if the file is within the limits; else why not, and where.
    QString complaint(QByteArrayView json) const;
};

// "line 3, column 14", both counted from 1.
QString placeOf(QByteArrayView json, qsizetype offset);

} // namespace Linescope::Scenarios
