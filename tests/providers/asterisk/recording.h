// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The recordings of tests/data/ami: what the server sent, when.
#pragma once

#include <QDir>
#include <QFile>

#include <utility>

namespace Linescope::Test {

inline QString dataFile(const QString &name) { return QDir(QStringLiteral(LINESCOPE_TEST_DATA "/ami")).filePath(name); }

struct TimedMessage {
    double time = 0; // seconds since the connection was made
    QList<QByteArray> lines;
};

inline QList<TimedMessage> readRecording(const QString &name)
{
    QFile file(dataFile(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<TimedMessage> messages;
    TimedMessage message;
    while (!file.atEnd()) {
        QByteArray record = file.readLine();
        record.chop(1);
        if (!record.startsWith("S "))
            continue;
        const qsizetype space = record.indexOf(' ', 2);
        const QByteArray text = space < 0 ? QByteArray() : record.sliced(space + 1);
        message.time = (space < 0 ? record.sliced(2) : record.sliced(2, space - 2)).toDouble();
        if (!text.isEmpty() && !text.startsWith("Asterisk Call Manager/"))
            message.lines << text;
        else if (!message.lines.isEmpty())
            messages << std::exchange(message, {});
    }
    return messages;
}

inline QStringList recordings()
{
    return QDir(QStringLiteral(LINESCOPE_TEST_DATA "/ami")).entryList({QStringLiteral("a*.txt")}, QDir::Files);
}

} // namespace Linescope::Test
