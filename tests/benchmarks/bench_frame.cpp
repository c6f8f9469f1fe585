// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The live table: how many changes fit into a frame, beside a QStandardItemModel that shows the same and beside
// World::apply alone; and how many while the rows are sorted by what changes, beside a QSortFilterProxyModel.
//
//   QT_QPA_PLATFORM=offscreen tests/benchmarks/bench_frame [ROWS ...]

#include "capacity.h"
#include "conventionaltable.h"
#include "livetable.h"

#include <QApplication>

using namespace Linescope;
using namespace Linescope::Benchmark;

namespace {

using Column = HandleModel::Column;

struct Goal {
    QString text = u"—"_s;
    double least = 0;
};

void addRow(MarkdownTable &results, const QString &name, double ours, double theirs, const Goal &wanted)
{
    const double value = ours / theirs;
    results.addRow({name, number(ours), number(theirs), value < 1 ? QString::number(value, 'f', 2) : number(value),
                    wanted.text, wanted.least > 0 ? goal(value >= wanted.least) : u"—"_s});
}

Goal atLeast(double least) { return {u"≥ %1"_s.arg(least), least}; }

// Nobody's changes concern the others: each has a World of its own, and states are all that changes.
class Changes {
public:
    explicit Changes(HandleScene *scene)
        : m_scene(scene)
    {
    }
    FrameContender table(LiveTable *table)
    {
        return {[this, table](int count) {
                    m_scene->changes(count);
                    table->push(m_scene->takeBatch());
                },
                [table] { table->frame(); }};
    }
    template<class Apply>
    FrameContender batch(Apply apply)
    {
        return {[this](int count) {
                    m_scene->changes(count);
                    m_batch = m_scene->takeBatch();
                },
                [this, apply] { apply(m_batch); }};
    }

private:
    HandleScene *m_scene;
    EventBatch m_batch;
};

void fixedOrder(MarkdownTable &results, int rows)
{
    HandleScene scene{quint32(rows)};
    World bare = scene.world();
    LiveTable table(&scene);
    StandardTable standard(scene.world());
    Changes changes(&scene);
    const std::vector<double> figures = changesPerFrame({
        changes.table(&table),
        changes.batch([&](const EventBatch &batch) { bare.apply(batch); }),
        changes.batch([&](const EventBatch &batch) { standard.apply(batch); }),
    });
    addRow(results, u"%1 rows, ours / QStandardItemModel"_s.arg(count(rows)), figures[0], figures[2],
           rows >= 1'000'000     ? atLeast(20)
               : rows >= 100'000 ? atLeast(30)
                                 : Goal());
    addRow(results, u"%1 rows, ours / `World::apply` alone"_s.arg(count(rows)), figures[0], figures[1],
           rows >= 1'000'000 ? atLeast(0.5) : Goal());
}

void liveOrder(MarkdownTable &results, int rows)
{
    HandleScene scene{quint32(rows)};
    LiveTable table(&scene);
    ProxyTable proxy(table.model());
    Changes changes(&scene);
    for (const Column column : {Column::State, Column::InState}) {
        proxy.sort(column);
        table.model().sort(int(column));
        table.settle();
        const std::vector<double> figures = changesPerFrame({
            changes.table(&table),
            changes.batch([&](const EventBatch &batch) { proxy.apply(batch); }),
        });
        const QString name = u"%1 rows sorted by %2, ours / QSortFilterProxyModel"_s;
        addRow(results, name.arg(count(rows), HandleModel::title(column)), figures[0], figures[1],
               rows >= 1'000'000     ? atLeast(1000)
                   : rows >= 100'000 ? atLeast(500)
                                     : Goal());
    }
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setStyle(u"Fusion"_s);
    for (const int rows : rowCounts({100'000, 1'000'000})) { // told as soon as it is known
        MarkdownTable results({u"changes per frame, 99 % of the frames within 16 ms"_s, u"ours"_s, u"baseline"_s,
                               u"ratio"_s, u"goal"_s, u"reached"_s});
        fixedOrder(results, rows);
        liveOrder(results, rows);
    }
    return 0;
}
