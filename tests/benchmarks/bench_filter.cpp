// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The live table: a new order and a new filter against a QSortFilterProxyModel over kept texts, and for how long
// nothing is painted meanwhile, also while groups are made.
//
//   QT_QPA_PLATFORM=offscreen tests/benchmarks/bench_filter [ROWS ...]

#include "benchmark.h"
#include "conventionaltable.h"
#include "livetable.h"
#include "models/handles/handletree.h"

#include <QApplication>
#include <QElapsedTimer>

using namespace Linescope;
using namespace Linescope::Benchmark;

namespace {

using Column = HandleModel::Column;

// What a turn of the event loop takes at most, ms of CPU: so long nothing is painted and no key is heard.
class LongestTurn {
public:
    template<class Turn>
    void measure(Turn turn)
    {
        const qint64 start = threadCpuTime();
        turn();
        m_longest = std::max(m_longest, double(threadCpuTime() - start) / 1e6);
    }
    double take() { return std::exchange(m_longest, 0); }

private:
    double m_longest = 0;
};

// Starts something and goes on until the rows are there.
template<class Model, class Start>
void finish(const Model &model, LongestTurn *longest, Start start)
{
    longest->measure(start);
    while (model.isBusy())
        longest->measure([] { QCoreApplication::processEvents(); });
    longest->measure(showFrame);
}

// How long the user waits before anything is said of it.
class Progress {
public:
    explicit Progress(HandleModel *model)
    {
        QObject::connect(model, &HandleModel::busyChanged, &m_context, [this](int percent) {
            if (percent >= 0 && m_toldAfter < 0)
                m_toldAfter = m_time.elapsed();
        });
    }
    void start()
    {
        m_time.start();
        m_toldAfter = -1;
    }
    // The longest time without a word, ms.
    void end() { m_silence = std::max(m_silence, double(m_toldAfter < 0 ? m_time.elapsed() : m_toldAfter)); }
    double silence() const { return m_silence; }

private:
    QObject m_context;
    QElapsedTimer m_time;
    qint64 m_toldAfter = -1;
    double m_silence = 0;
};

void compare(MarkdownTable &results, const QString &name, const Figure &theirs, const Figure &ours, double least)
{
    const double value = ratio(theirs, ours);
    results.addRow({name, number(ours.median() / 1e6), number(theirs.median() / 1e6), number(value),
                    least > 0 ? u"≥ %1"_s.arg(least) : u"—"_s, least > 0 ? goal(value >= least) : u"—"_s});
}

void addTurn(MarkdownTable &results, const QString &name, double ms, double most)
{
    results.addRow({name, number(ms), u"—"_s, u"—"_s, u"≤ %1 ms"_s.arg(most), goal(ms <= most)});
}

void orders(MarkdownTable &results, HandleScene &scene, int rows)
{
    LiveTable table(&scene);
    table.model().setGhostTime(0);
    ProxyTable proxy(table.model());
    LongestTurn longest;
    Progress progress(&table.model());
    const auto sort = [&](Column column) {
        progress.start();
        finish(table.model(), &longest, [&] { table.model().sort(int(column), Qt::DescendingOrder); });
        progress.end();
    };
    const auto filter = [&](const QString &text) {
        progress.start();
        finish(table.model(), &longest, [&] { table.model().setFilter(HandleFilter::parse(text).value()); });
        progress.end();
    };
    const QString name = u"%1 rows, "_s.arg(count(rows));
    for (const Column column : {Column::State, Column::Age, Column::Parties}) {
        const auto figures = interleaved({
            {u"ours"_s, 1, [&] { sort(column); },
             [&] { finish(table.model(), &longest, [&] { table.model().sort(-1); }); }},
            {u"proxy"_s, 1, [&] { proxy.sort(column, Qt::DescendingOrder); }, [&] { proxy.unsort(); }},
        });
        compare(results, name + u"sorted by %1, QSortFilterProxyModel / ours"_s.arg(HandleModel::title(column)),
                figures[1], figures[0], 5);
    }
    addTurn(results, name + u"longest turn of the event loop while sorting, ms"_s, longest.take(), 100);
    table.model().sort(-1);
    table.settle();
    proxy.unsort();

    const auto mustAgree = [&] {
        mustBeRight(table.model().rowCount() == proxy.rowCount(), "the two filters keep different rows");
    };
    const QString expression = u"state:connected (caller:99 or app:\"app 3\")"_s;
    const QString text = u"pjsip/17"_s; // in names of lines alone: numbers and times are looked at differently
    const auto figures = interleaved({{u"ours, text"_s, 1, [&] { filter(text); }, [&] { filter({}); }},
                                      {u"proxy, text"_s, 1, [&] { proxy.filter(text); }, [&] { proxy.filter({}); }},
                                      {u"ours, expression"_s, 1, [&] { filter(expression); }, [&] { filter({}); }},
                                      {u"proxy, expression"_s, 1, [&] { proxy.filterByExpression(true); },
                                       [&] { proxy.filterByExpression(false); }}});
    filter(text);
    proxy.filter(text);
    mustAgree();
    filter(expression);
    proxy.filter({});
    proxy.filterByExpression(true);
    mustAgree();
    compare(results, name + u"text filter, QSortFilterProxyModel / ours"_s, figures[1], figures[0], 4);
    compare(results, name + u"filter expression, QSortFilterProxyModel / ours"_s, figures[3], figures[2], 0);
    addTurn(results, name + u"longest turn of the event loop while filtering, ms"_s, longest.take(), 100);
    addTurn(results, name + u"longest time without a word about progress, ms"_s, progress.silence(),
            SlicedWork::BusyAfter + 100);
}

void groups(MarkdownTable &results, HandleScene &scene, int rows)
{
    EventFeed feed{1 << 24};
    LiveWorld live(&feed);
    HandleTree tree(&live, SystemClock::instance());
    scene.tell(&feed, &live);
    QTableView view;
    setUp(&view, &tree);
    LongestTurn longest;
    const QString name = u"%1 rows, "_s.arg(count(rows));
    const auto add = [&](const QString &what, const std::function<void()> &start) {
        QElapsedTimer time;
        time.start();
        finish(tree, &longest, start);
        results.addRow({name + what, number(double(time.elapsed())), u"—"_s, u"—"_s, u"—"_s, u"—"_s});
    };
    add(u"grouped by application"_s, [&] { tree.setLevels(levelsOf(Grouping::App)); });
    add(u"grouped by state"_s, [&] { tree.setLevels(levelsOf(Grouping::State)); });
    add(u"grouped by line and call"_s, [&] { tree.setLevels({GroupLevel::Line, GroupLevel::Call}); });
    addTurn(results, name + u"longest turn of the event loop while grouping, ms"_s, longest.take(), 100);
    add(u"groups sorted by parties"_s, [&] { tree.sort(int(Column::Parties), Qt::DescendingOrder); });
    addTurn(results, name + u"longest turn of the event loop while groups are sorted, ms"_s, longest.take(), 100);
    add(u"groups filtered"_s, [&] { tree.setFilter(HandleFilter::parse(u"state:connected"_s).value()); });
    addTurn(results, name + u"longest turn of the event loop while groups are filtered, ms"_s, longest.take(), 100);
    longest.measure([&] { tree.setActive(false); });
    add(u"shown again"_s, [&] { tree.setActive(true); });
    addTurn(results, name + u"longest turn of the event loop while groups are shown again, ms"_s, longest.take(), 100);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setStyle(u"Fusion"_s);
    for (const int rows : rowCounts({10'000, 100'000, 1'000'000})) { // told as soon as it is known
        MarkdownTable results({u"figure"_s, u"ours, ms"_s, u"proxy, ms"_s, u"ratio"_s, u"goal"_s, u"reached"_s});
        HandleScene scene{quint32(rows)};
        orders(results, scene, rows);
        groups(results, scene, rows);
    }
    return 0;
}
