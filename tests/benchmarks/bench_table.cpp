// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The live table: what a frame of changes costs on the GUI thread, against World::apply alone, against
// QStandardItemModel showing the same, and against a full repaint. Run offscreen: QT_QPA_PLATFORM=offscreen.

#include "benchmark.h"
#include "conventionaltable.h"
#include "livetable.h"

#include <QApplication>

using namespace Linescope;
using namespace Linescope::Benchmark;

namespace {

void costOfChanges(MarkdownTable &results, int rows, int changes)
{
    HandleScene scene{quint32(rows)};
    World bare = scene.world();
    LiveTable table(&scene);
    LiveTable byState(&scene);
    byState.model().sort(int(HandleModel::Column::State));
    byState.settle();
    StandardTable standard(scene.world());
    EventBatch batch;
    const auto prepare = [&] {
        scene.changes(changes);
        batch = scene.takeBatch();
        table.push(batch);
        byState.push(batch);
    };
    const auto figures = interleaved({{u"World::apply"_s, double(changes), [&] { bare.apply(batch); }, prepare},
                                      {u"our table"_s, double(changes), [&] { table.frame(); }, {}},
                                      {u"our table, sorted by state"_s, double(changes), [&] { byState.frame(); }, {}},
                                      {u"QStandardItemModel"_s, double(changes), [&] { standard.apply(batch); }, {}}},
                                     9);
    const double toItems = ratio(figures[3], figures[1]);
    const double toEngine = ratio(figures[1], figures[0]);
    const QString itemsGoal = rows >= 100'000 ? u"≥ 20"_s : u"≥ 5"_s;
    const QString engineGoal = changes < 100'000 && rows >= 100'000 ? u"—"_s : rows >= 100'000 ? u"≤ 4"_s : u"≤ 18"_s;
    const QString name = u"%1 rows, %2 changes per frame"_s.arg(count(rows), count(changes));
    results.addRow({name + u": QStandardItemModel / ours"_s, number(figures[3].median()), number(figures[1].median()),
                    number(toItems), itemsGoal, goal(toItems >= (rows >= 100'000 ? 20 : 5))});
    results.addRow({name + u": ours / World::apply"_s, number(figures[1].median()), number(figures[0].median()),
                    number(toEngine), engineGoal,
                    engineGoal == u"—"_s ? u"—"_s : goal(toEngine <= (rows >= 100'000 ? 4 : 18))});
    results.addRow({name + u": sorted by state / by handle"_s, number(figures[2].median()), number(figures[1].median()),
                    number(ratio(figures[2], figures[1])), u"—"_s, u"—"_s});
}

void churn(MarkdownTable &results, int rows)
{
    HandleScene scene{quint32(rows)};
    LiveTable table(&scene);
    table.model().setGhostTime(0);
    table.model().sort(int(HandleModel::Column::Parties));
    table.settle();
    const auto replaceHundred = [&] {
        for (int i = 0; i < 100; ++i)
            scene.ends(scene.any());
        for (int i = 0; i < 100; ++i)
            scene.starts();
        table.push(scene.takeBatch());
    };
    const auto figures = interleaved({{u"full repaint"_s, 1, [&] { repaint(&table.view()); }, {}},
                                      {u"100 calls end, 100 start"_s, 1, [&] { table.frame(); }, replaceHundred}},
                                     15);
    const double value = ratio(figures[1], figures[0]);
    results.addRow({u"%1 rows sorted by parties, 100 calls end and 100 start / full repaint"_s.arg(count(rows)),
                    number(figures[1].median()), number(figures[0].median()), number(value), u"≤ 2.5"_s,
                    goal(value <= 2.5)});
}

void lineClose(MarkdownTable &results, int rows, int handles, bool ghosts)
{
    HandleScene scene{quint32(rows)};
    LiveTable table(&scene);
    if (!ghosts)
        table.model().setGhostTime(0);
    table.model().sort(int(HandleModel::Column::State), Qt::DescendingOrder);
    table.model().setFilter(HandleFilter::parse(u"app:app"_s).value());
    table.settle();
    const auto prepare = [&] {
        const HLine line = scene.opens(handles);
        table.push(scene.takeBatch());
        table.frame();
        scene.closes(line);
        table.push(scene.takeBatch());
    };
    const auto figures = interleaved({{u"close"_s, 1, [&] { table.frame(); }, prepare}}, 9);
    const double ms = figures[0].median() / 1e6;
    results.addRow({u"line with %1 handles closes, %2 rows, sorted and filtered%3, ms"_s.arg(
                        count(handles), count(rows), ghosts ? u", with ghosts"_s : QString()),
                    number(figures[0].median()), u"—"_s, number(ms), u"≤ 50 ms"_s, goal(ms <= 50)});
}

void painting(MarkdownTable &results)
{
    HandleScene scene{10'000};
    LiveTable ours(&scene);
    QTableView plain;
    setUp(&plain, &ours.model());
    const auto figures = interleaved(
        {{u"default delegate"_s, 1, [&] { repaint(&plain); }, {}}, {u"ours"_s, 1, [&] { repaint(&ours.view()); }, {}}},
        15);
    const double value = ratio(figures[0], figures[1]);
    results.addRow({u"full repaint, QStyledItemDelegate / ours"_s, number(figures[0].median()),
                    number(figures[1].median()), number(value), u"≥ 2"_s, goal(value >= 2)});
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setStyle(u"Fusion"_s);
    MarkdownTable results({u"figure"_s, u"ns"_s, u"baseline ns"_s, u"ratio"_s, u"goal"_s, u"reached"_s});
    costOfChanges(results, 10'000, 10'000);
    costOfChanges(results, 100'000, 10'000);
    costOfChanges(results, 100'000, 100'000);
    churn(results, 10'000);
    churn(results, 100'000);
    churn(results, 1'000'000);
    lineClose(results, 20'000, 10'000, false);
    lineClose(results, 100'000, 10'000, false);
    lineClose(results, 100'000, 10'000, true);
    painting(results);
    return 0;
}
