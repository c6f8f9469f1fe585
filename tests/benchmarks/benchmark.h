// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Benchmarks compare: contenders take turns within one run, so that a busy machine slows all of them alike, and the
// figure that counts is the ratio. Time is the CPU time of the calling thread; medians of at least 7 rounds.
#pragma once

#include "cputime.h"

#include <QString>
#include <QStringList>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <vector>

namespace Linescope::Benchmark {

// Makes the compiler believe that the value is used.
template<class T>
void keep(const T &value)
{
    asm volatile("" : : "r"(&value) : "memory");
}

// The median; the mean of the two in the middle for an even number.
inline double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return (values[(values.size() - 1) / 2] + values[values.size() / 2]) / 2;
}

// A contender that does something else is no baseline: ends the program.
inline void mustBeRight(bool right, const char *what)
{
    if (!right)
        qFatal("%s", what);
}

struct Contender {
    QString name;
    double operations = 1;         // that one run() performs
    std::function<void()> run;     // timed
    std::function<void()> prepare; // before each run, not timed; may be empty
};

struct Figure {
    QString name;
    std::vector<double> perOperation; // ns of CPU per operation, one entry per round

    double median() const { return Benchmark::median(perOperation); }
    double least() const { return *std::min_element(perOperation.begin(), perOperation.end()); }
    double greatest() const { return *std::max_element(perOperation.begin(), perOperation.end()); }
};

// Runs every contender once per round, in turn. One round before the first warms caches up and is not counted.
inline std::vector<Figure> interleaved(const std::vector<Contender> &contenders, int rounds = 7)
{
    std::vector<Figure> figures;
    for (const Contender &contender : contenders)
        figures.push_back({contender.name, {}});
    for (int round = -1; round < rounds; ++round) {
        for (size_t i = 0; i < contenders.size(); ++i) {
            if (contenders[i].prepare)
                contenders[i].prepare();
            const qint64 start = threadCpuTime();
            contenders[i].run();
            const qint64 used = threadCpuTime() - start;
            if (round >= 0)
                figures[i].perOperation.push_back(double(used) / contenders[i].operations);
        }
    }
    return figures;
}

// The median over the rounds of numerator / denominator, each pair measured next to each other.
inline double ratio(const Figure &numerator, const Figure &denominator)
{
    std::vector<double> ratios;
    for (size_t i = 0; i < std::min(numerator.perOperation.size(), denominator.perOperation.size()); ++i)
        ratios.push_back(numerator.perOperation[i] / denominator.perOperation[i]);
    return median(ratios);
}

// "38.3", "1.07", "12345": three digits are enough for a figure.
inline QString number(double value) { return QString::number(value, 'f', value < 10 ? 2 : value < 100 ? 1 : 0); }

// "yes" or "NO": whether a goal was reached.
inline QString goal(bool reached) { return reached ? QStringLiteral("yes") : QStringLiteral("NO"); }

// A table on standard output, for the README.
class MarkdownTable {
public:
    explicit MarkdownTable(const QStringList &columns)
    {
        addRow(columns);
        addRow(QStringList(columns.size(), QStringLiteral("---")));
    }
    void addRow(const QStringList &cells)
    {
        m_text += QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
    }
    ~MarkdownTable()
    {
        std::fputs(qPrintable(m_text), stdout);
        std::fputc('\n', stdout);
        std::fflush(stdout);
    }
    Q_DISABLE_COPY_MOVE(MarkdownTable)

private:
    QString m_text;
};

} // namespace Linescope::Benchmark
