// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The live table: a new order and a new filter against a QSortFilterProxyModel over kept texts, and for how long
// nothing is painted meanwhile.
//
//   QT_QPA_PLATFORM=offscreen tests/benchmarks/bench_filter [ROWS ...]

#include "benchmark.h"
#include "conventionaltable.h"
#include "livetable.h"
#include "turns.h"

#include <QApplication>
#include <QElapsedTimer>

using namespace Linescope;
using namespace Linescope::Benchmark;

namespace {

using Column = HandleModel::Column;

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

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setStyle(u"Fusion"_s);
    for (const int rows : rowCounts({10'000, 100'000, 1'000'000})) { // told as soon as it is known
        MarkdownTable results({u"figure"_s, u"ours, ms"_s, u"proxy, ms"_s, u"ratio"_s, u"goal"_s, u"reached"_s});
        HandleScene scene{quint32(rows)};
        orders(results, scene, rows);
    }
    return 0;
}
