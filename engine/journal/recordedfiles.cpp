// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/recordedfiles.h"

#include "journal/eventjson.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

constexpr qsizetype enough = 64 * 1024; // of text for the sink

// "call.jsonl.gz": "call" and ".jsonl.gz".
std::pair<QString, QString> parted(const QString &name)
{
    const qsizetype point = name.indexOf(u'.', 1);
    return point < 0 ? std::pair(name, QString()) : std::pair(name.left(point), name.mid(point));
}

// The highest number of a file of that name.
int lastNumber(const QFileInfo &file)
{
    const auto [base, suffix] = parted(file.fileName());
    int last = 0;
    const QStringList names = file.dir().entryList(QDir::Files | QDir::Hidden);
    for (const QString &name : names) {
        if (!name.startsWith(base + u'-') || !name.endsWith(suffix))
            continue;
        last = std::max(last, name.sliced(base.size() + 1).chopped(suffix.size()).toInt());
    }
    return last;
}

} // namespace

RecordedFiles::RecordedFiles(const RecordingOptions &options)
    : m_options(options)
{
}

bool RecordedFiles::open() { return openNext(); }

// Tried again and again until it succeeds; the file keeps its name.
bool RecordedFiles::openNext()
{
    m_sink = std::make_unique<JournalSink>(m_options.compressed);
    const QString name = m_options.rollAt > 0 ? nextName() : m_options.file;
    if (!m_sink->open(name)) {
        m_error = m_sink->error();
        return false;
    }
    m_error.clear();
    ++m_files;
    if (m_names.isEmpty() || m_names.constLast() != name)
        m_names.append(name);
    m_textSize = 0;
    writeHead();
    removeOldest();
    return flush();
}

QString RecordedFiles::nextName()
{
    const QFileInfo file(m_options.file);
    if (m_number == 0)
        m_number = lastNumber(file) + 1;
    const auto [base, suffix] = parted(file.fileName());
    return file.dir().filePath(u"%1-%2%3"_s.arg(base).arg(m_number, 4, 10, QChar(u'0')).arg(suffix));
}

void RecordedFiles::writeHead()
{
    const Microseconds started = m_world.seq() > 0 ? m_world.time() : m_begun;
    append(journalHeader(m_options.source, started));
    if (m_world.seq() > 0)
        writeSnapshot();
    m_headSize = m_textSize;
}

void RecordedFiles::writeSnapshot()
{
    qsizetype records = 0;
    forEachRecord(m_world, [&](const Event &) { ++records; });
    append(snapshotHeader(originOf(m_world), records));
    forEachRecord(m_world, [&](const Event &record) { append(toJsonLine(record, m_options.masking)); });
}

void RecordedFiles::append(const QByteArray &line)
{
    m_text += line;
    m_text += '\n';
    m_textSize += line.size() + 1;
    if (m_text.size() >= enough)
        spill();
}

void RecordedFiles::spill()
{
    m_sink->write(m_text);
    m_text.clear();
    if (!m_sink->error().isEmpty())
        m_error = m_sink->error();
}

void RecordedFiles::write(const Event &event)
{
    if (event.seq <= m_world.seq()) // the World of a snapshot may be ahead of the batches
        return;
    m_world.apply(event);
    if (m_isRolling || !m_sink->isOpen()) { // the next file will begin with what came of it
        ++m_dropped;
        return;
    }
    append(toJsonLine(event, m_options.masking));
    ++m_events;
    const qint64 size = m_sink->size() + (m_options.compressed ? 0 : m_text.size());
    if (m_options.rollAt > 0 && size >= m_options.rollAt && m_textSize >= 2 * m_headSize)
        roll();
}

void RecordedFiles::goOn(const World &world, bool afterGap)
{
    if (afterGap)
        m_dropped += world.seq() - m_world.seq();
    m_world = world;
    writeSnapshot();
    m_headSize = m_textSize;
}

void RecordedFiles::roll()
{
    m_isRolling = true;
    append(journalSummary(m_world, m_dropped));
    spill();
    finishRolling();
}

bool RecordedFiles::finishRolling()
{
    if (!m_sink->close()) {
        m_error = m_sink->error();
        return false;
    }
    m_isRolling = false;
    m_closedBytes += m_sink->size();
    ++m_number;
    return openNext();
}

void RecordedFiles::removeOldest()
{
    while (m_options.keepFiles > 0 && m_names.size() > m_options.keepFiles)
        QFile::remove(m_names.takeFirst());
}

bool RecordedFiles::isGone() const { return m_sink->isOpen() && !QFileInfo::exists(m_sink->path()); }

bool RecordedFiles::flush()
{
    if (m_isRolling)
        return finishRolling();
    if (!m_sink->isOpen())
        return openNext();
    if (isGone())
        return replaceFile();
    m_error.clear();
    spill();
    if (!m_sink->flush())
        m_error = m_sink->error();
    return isWell();
}

bool RecordedFiles::replaceFile()
{
    const QString name = m_sink->path();
    m_text.clear(); // the snapshot has what came of it
    m_sink.reset();
    if (!openNext())
        return false;
    m_error = tr("%1 was removed. A new file goes on from there.").arg(name); // told once
    return true;
}

void RecordedFiles::close()
{
    m_active = false;
    if (!m_sink->isOpen())
        return;
    append(journalSummary(m_world, m_dropped));
    spill();
    if (!m_sink->close())
        m_error = m_sink->error();
}

RecordingStatus RecordedFiles::status() const
{
    return {m_active,  m_sink ? m_sink->path() : m_options.file,      m_files, m_events,
            m_dropped, m_closedBytes + (m_sink ? m_sink->size() : 0), m_error};
}

} // namespace Linescope
