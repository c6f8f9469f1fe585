// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Recordings of real Manager Interfaces: tests/data/ami, whose README.md tells the format.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace Linescope {

// One TCP connection of a recording.
struct AmiRecording {
    struct Line {
        bool fromServer = true;
        QByteArray text; // without line end
        bool lineFeedOnly = false;
    };
    QList<Line> lines;

    QByteArray serverBytes() const; // exactly as they came
    // A message or action of either side, in order; the banner is a message of one line.
    struct Block {
        bool fromServer = true;
        QList<QByteArray> lines;
        QByteArray value(const QByteArray &key) const; // of the first such line
        QByteArray bytes() const;                      // with CR LF and the empty line
    };
    QList<Block> blocks() const;

    // The connections of "a16-sip-call-hold.txt"; none if there is no such file.
    static QList<AmiRecording> read(const QString &name);
    // The names of all recordings, sorted.
    static QStringList all();
};

} // namespace Linescope
