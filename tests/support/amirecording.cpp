// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "amirecording.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

QString folder() { return QStringLiteral(LINESCOPE_TEST_DATA "/ami"); }

// "S 1.234 text" is what the server sent.
AmiRecording::Line lineOf(const QByteArray &record)
{
    const qsizetype text = record.indexOf(' ', 2);
    return {record.startsWith('S'), text < 0 ? QByteArray() : record.sliced(text + 1), false};
}

} // namespace

QList<AmiRecording> AmiRecording::read(const QString &name)
{
    QFile file(QDir(folder()).filePath(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<AmiRecording> connections;
    bool lineFeedOnly = false;
    while (!file.atEnd()) {
        QByteArray record = file.readLine();
        record.chop(record.endsWith('\n') ? 1 : 0);
        if (record.startsWith("# connection")) {
            connections.emplace_back();
        } else if (record.startsWith('!')) {
            lineFeedOnly = true;
        } else if ((record.startsWith("S ") || record.startsWith("C ")) && !connections.isEmpty()) {
            Line line = lineOf(record);
            line.lineFeedOnly = std::exchange(lineFeedOnly, false);
            connections.last().lines << line;
        }
    }
    return connections;
}

QStringList AmiRecording::all() { return QDir(folder()).entryList({u"a*.txt"_s}, QDir::Files, QDir::Name); }

QByteArray AmiRecording::serverBytes() const
{
    QByteArray bytes;
    for (const Line &line : lines) {
        if (line.fromServer)
            bytes += line.text + (line.lineFeedOnly ? "\n" : "\r\n");
    }
    return bytes;
}

QList<AmiRecording::Block> AmiRecording::blocks() const
{
    QList<Block> blocks;
    Block server{true, {}}, client{false, {}};
    for (const Line &line : lines) {
        Block &open = line.fromServer ? server : client;
        const bool isBanner = line.fromServer && blocks.isEmpty() && open.lines.isEmpty();
        if (!line.text.isEmpty())
            open.lines << line.text;
        if ((line.text.isEmpty() || isBanner) && !open.lines.isEmpty()) {
            blocks << open;
            open.lines.clear();
        }
    }
    return blocks;
}

QByteArray AmiRecording::Block::value(const QByteArray &key) const
{
    for (const QByteArray &line : lines) {
        if (line.size() > key.size() && line.startsWith(key) && line[key.size()] == ':')
            return line.mid(key.size() + 2);
    }
    return {};
}

QByteArray AmiRecording::Block::bytes() const
{
    QByteArray bytes;
    for (const QByteArray &line : lines)
        bytes += line + "\r\n";
    return bytes + "\r\n";
}

} // namespace Linescope
