// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "linescopectl/replay.h"

#include "journal/journalfile.h"
#include "linescopectl/terminal.h"
#include "linescopectl/wording.h"
#include "tapi/names.h"

#include <algorithm>
#include <tuple>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

// Every handle, live ones before retained ones, what changed last first.
QList<QStringList> handleRows(const World &world, const Wording &wording)
{
    std::vector<const Handle *> handles;
    world.handles().forEach([&](const Handle &handle) {
        if (world.call(handle.call))
            handles.push_back(&handle);
    });
    const auto key = [&](const Handle *handle) {
        const Call &call = *world.call(handle->call);
        return std::tuple(call.isIdle(), -call.stateSince, handle->id);
    };
    std::sort(handles.begin(), handles.end(), [&](const Handle *a, const Handle *b) { return key(a) < key(b); });
    QList<QStringList> rows;
    for (const Handle *handle : handles) {
        const Call &call = *world.call(handle->call);
        rows.append({call.isIdle() ? Wording::tr("IDLE retained") : wording.state(call.state, call.mode),
                     shortName(handle->id), shortName(call.id), wording.app(world, world.appOf(*handle)),
                     wording.device(world, call.device), nameOf(handle->privilege),
                     toDurationString(world.time() - call.stateSince),
                     QString::number(World::bytesOf(call) + World::bytesPerHandle()), wording.parties(call)});
    }
    return rows;
}

QStringList titles()
{
    return {Wording::tr("State"),    Wording::tr("Handle"), Wording::tr("Call"),
            Wording::tr("App"),      Wording::tr("Line"),   Wording::tr("Privilege"),
            Wording::tr("In state"), Wording::tr("Bytes"),  Wording::tr("Caller → called")};
}

QByteArray asTable(const QList<QStringList> &rows)
{
    QList<int> widths(rows.constFirst().size(), 0);
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths.at(i), columnsOf(row.at(i)));
    }
    QString text;
    for (const QStringList &row : rows) {
        QString line;
        for (qsizetype i = 0; i < row.size(); ++i)
            line += row.at(i) + QString(widths.at(i) - columnsOf(row.at(i)) + 2, u' ');
        while (line.endsWith(u' '))
            line.chop(1);
        text += line + u'\n';
    }
    return text.toUtf8();
}

// As a spreadsheet wants it: what could be a formula is made a text (threat 6).
QByteArray asCsv(const QList<QStringList> &rows)
{
    const auto cell = [](const QString &text) {
        const bool isRisky = !text.isEmpty() && u"=+-@\t\r'"_s.contains(text.front());
        return u'"' + (isRisky ? u"'"_s : QString()) + QString(text).replace(u'"', u"\"\""_s) + u'"';
    };
    QString csv;
    for (const QStringList &row : rows) {
        QStringList cells;
        std::transform(row.begin(), row.end(), std::back_inserter(cells), cell);
        csv += cells.join(u',') + u"\r\n"_s;
    }
    return csv.toUtf8();
}

// One run of `linescopectl replay`.
class Replay {
public:
    Replay(const Options &options, JournalFile &file)
        : m_options(options)
        , m_file(file)
    {
    }

    ExitStatus run()
    {
        print(journalHeader(m_file.header().source, m_file.header().started));
        JournalReader &reader = m_file.reader();
        bool whole = true;
        while (whole) {
            const auto event = reader.next();
            if (std::optional<World> snapshot = reader.takeSnapshot()) {
                if (isBeyond(snapshot->seq(), snapshot->time()))
                    break;
                m_world = std::move(*snapshot);
                printSnapshot();
            }
            if (!event)
                m_problem = event.error();
            if (!event || !*event || isBeyond((*event)->seq, (*event)->time))
                break;
            m_begun = m_begun.value_or((*event)->time);
            m_world.apply(**event);
            print(toJsonLine(**event, m_options.masking));
        }
        finish(reader);
        return m_problem.isEmpty() ? ExitStatus::Fine : ExitStatus::Usage;
    }

private:
    bool isBeyond(quint64 seq, Microseconds time)
    {
        m_isCut = (m_options.atSeq && seq > *m_options.atSeq) || (m_options.atTime && time > *m_options.atTime)
            || (m_options.atOffset && m_begun && time > *m_begun + *m_options.atOffset);
        return m_isCut;
    }

    void print(const QByteArray &line)
    {
        if (m_options.json)
            writeAll(STDOUT_FILENO, line + '\n');
    }
    void printSnapshot()
    {
        m_begun = m_begun.value_or(m_world.time());
        if (!m_options.json)
            return;
        qsizetype records = 0;
        forEachRecord(m_world, [&](const Event &) { ++records; });
        print(snapshotHeader(originOf(m_world), records));
        forEachRecord(m_world, [this](const Event &record) { print(toJsonLine(record, m_options.masking)); });
    }

    void finish(const JournalReader &reader)
    {
        const quint64 dropped = reader.summary() ? quint64(reader.summary()->dropped) : 0;
        print(journalSummary(m_world, dropped));
        if (!m_options.json)
            writeAll(STDOUT_FILENO, page(dropped));
        if (!m_problem.isEmpty())
            sayError(Options::tr("%1: %2").arg(m_file.path(), m_problem));
        else if (!m_isCut && !reader.summary())
            sayError(Options::tr("%1 was cut off; this is what there is of it.").arg(m_file.path()));
    }

    QByteArray page(quint64 dropped) const
    {
        const Wording wording(m_options.masking);
        const QList<QStringList> rows = QList<QStringList>{titles()} + handleRows(m_world, wording);
        if (m_options.csv)
            return asCsv(rows);
        const QString moment = m_world.seq() == 0
            ? Options::tr("Before the first event")
            : Options::tr("After event #%1, %2").arg(m_world.seq()).arg(toIsoString(m_world.time()));
        return (moment + u'\n').toUtf8() + asTable(rows) + (wording.summary(m_world, dropped) + u'\n').toUtf8();
    }

    const Options &m_options;
    JournalFile &m_file;
    World m_world;
    std::optional<Microseconds> m_begun;
    QString m_problem;
    bool m_isCut = false;
};

} // namespace

ExitStatus replayJournal(const Options &options)
{
    const auto file = JournalFile::open(options.recording);
    if (!file) {
        sayError(file.error());
        return ExitStatus::Usage;
    }
    return Replay(options, **file).run();
}

} // namespace Linescope
