// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reading a journal against a bare line-by-line QJsonDocument parse of the same text; building the World from it; and
// writing it.

#include "benchmark.h"
#include "journal/journalreader.h"
#include "recordedtraffic.h"

#include <QBuffer>
#include <QJsonDocument>

using namespace Linescope;
using namespace Linescope::Benchmark;
using namespace Qt::StringLiterals;

namespace {

constexpr quint64 wanted = 100'000;

struct Recording {
    EventBatch events;
    QByteArray text;
};

Recording makeRecording()
{
    Recording journal;
    journal.text = journalHeader(u"simulator:"_s, 1'795'000'000_s) + '\n';
    Test::playTraffic({}, wanted, [&](const EventBatch &batch, const World &) { journal.events += batch; });
    for (const Event &event : std::as_const(journal.events))
        journal.text += toJsonLine(event) + '\n';
    return journal;
}

qsizetype parseWithQt(const QByteArray &text)
{
    qsizetype objects = 0;
    for (qsizetype from = 0; from < text.size();) {
        const qsizetype end = text.indexOf('\n', from);
        objects += QJsonDocument::fromJson(QByteArray::fromRawData(text.constData() + from, end - from)).isObject();
        from = end + 1;
    }
    return objects;
}

template<class Take>
qsizetype readBack(QByteArray &text, Take take)
{
    QBuffer buffer(&text);
    buffer.open(QIODevice::ReadOnly);
    JournalReader reader(&buffer);
    mustBeRight(reader.readHeader().has_value(), "no header");
    qsizetype events = 0;
    for (auto event = reader.next(); event && *event; event = reader.next()) {
        take(**event);
        ++events;
    }
    return events;
}

} // namespace

int main()
{
    Recording journal = makeRecording();
    const auto events = double(journal.events.size());
    const auto count = journal.events.size();
    const std::vector<Figure> figures = interleaved({
        {u"QJsonDocument, nothing more"_s,
         events,
         [&] { mustBeRight(parseWithQt(journal.text) == count + 1, "lines"); },
         {}},
        {u"JournalReader"_s,
         events,
         [&] { mustBeRight(readBack(journal.text, [](const Event &event) { keep(event); }) == count, "events"); },
         {}},
        {u"JournalReader and World"_s,
         events,
         [&] {
             World world;
             mustBeRight(readBack(journal.text, [&](const Event &event) { world.apply(event); }) == count, "events");
             keep(world);
         },
         {}},
        {u"toJsonLine"_s,
         events,
         [&] {
             for (const Event &event : std::as_const(journal.events))
                 keep(toJsonLine(event));
         },
         {}},
    });
    const double goalRate = std::max(300'000.0, 0.5e9 / figures[0].median());
    MarkdownTable table({u"events of %1 bytes"_s.arg(journal.text.size() / count), u"ns per event"_s,
                         u"events per second"_s, u"of QJsonDocument's speed"_s, u"goal"_s, u"reached"_s});
    for (const Figure &figure : figures) {
        const double rate = 1e9 / figure.median();
        const bool hasGoal = &figure == &figures[1];
        table.addRow({figure.name, Benchmark::number(figure.median()), QString::number(rate, 'f', 0),
                      Benchmark::number(1 / ratio(figure, figures[0])),
                      hasGoal ? u">= "_s + QString::number(goalRate, 'f', 0) : u"-"_s,
                      hasGoal ? goal(rate >= goalRate) : u"-"_s});
    }
    return 0;
}
