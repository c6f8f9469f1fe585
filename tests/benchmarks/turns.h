// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What takes several turns of the event loop: how long each of them is, and rows of tables about it.
#pragma once

#include "benchmark.h"
#include "livetable.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace Linescope::Benchmark {

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

inline void compare(MarkdownTable &results, const QString &name, const Figure &theirs, const Figure &ours, double least)
{
    const double value = ratio(theirs, ours);
    results.addRow({name, number(ours.median() / 1e6), number(theirs.median() / 1e6), number(value),
                    least > 0 ? u"≥ %1"_s.arg(least) : u"—"_s, least > 0 ? goal(value >= least) : u"—"_s});
}

inline void addTurn(MarkdownTable &results, const QString &name, double ms, double most)
{
    results.addRow({name, number(ms), u"—"_s, u"—"_s, u"≤ %1 ms"_s.arg(most), goal(ms <= most)});
}

} // namespace Linescope::Benchmark
