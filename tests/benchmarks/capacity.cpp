// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "capacity.h"

#include <cmath>

namespace Linescope::Benchmark {

namespace {

constexpr double frameTime = 16e6; // ns
constexpr int framesPerSize = 100;
constexpr int sizesTried = 5;
constexpr int maxChanges = 4'000'000;

double timeOf(const FrameContender &contender, int changes)
{
    contender.prepare(changes);
    const qint64 start = threadCpuTime();
    contender.frame();
    return double(threadCpuTime() - start);
}

double percentile99(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[size_t(std::ceil(double(values.size()) * 0.99)) - 1];
}

class Search {
public:
    // Doubles until it is too much. The first frames also warm caches up.
    explicit Search(const FrameContender *contender)
        : m_contender(contender)
    {
        int changes = 1;
        const auto fits = [&] {
            return median({timeOf(*contender, changes), timeOf(*contender, changes), timeOf(*contender, changes)})
                <= frameTime;
        };
        while (changes < maxChanges && fits())
            changes *= 2;
        m_tooMany = changes;
        m_enough = changes / 4; // the slowest of 100 may be much slower than most
        chooseSize();
    }
    void frame()
    {
        if (!isDone())
            m_times.push_back(timeOf(*m_contender, m_changes));
    }
    void decide()
    {
        if (isDone())
            return;
        const double time = percentile99(std::exchange(m_times, {}));
        if (m_changes == 1)
            m_part = std::min(1.0, frameTime / time);
        (time <= frameTime ? m_enough : m_tooMany) = m_changes;
        chooseSize();
    }
    double result() const { return m_enough > 0 ? m_enough : m_part; }

private:
    bool isDone() const { return m_tooMany - m_enough <= 1; }
    void chooseSize()
    {
        const double middle = m_enough > 0 ? std::sqrt(double(m_enough) * m_tooMany) : m_tooMany / 2.0;
        m_changes = std::clamp(int(middle), m_enough + 1, std::max(m_tooMany - 1, m_enough + 1));
    }

    const FrameContender *m_contender;
    int m_enough = 0;
    int m_tooMany = 0;
    int m_changes = 0;
    double m_part = 0;
    std::vector<double> m_times;
};

} // namespace

std::vector<double> changesPerFrame(const std::vector<FrameContender> &contenders)
{
    std::vector<Search> searches;
    for (const FrameContender &contender : contenders)
        searches.emplace_back(&contender);
    for (int size = 0; size < sizesTried; ++size) {
        for (int frame = 0; frame < framesPerSize; ++frame) {
            for (Search &search : searches)
                search.frame();
        }
        for (Search &search : searches)
            search.decide();
    }
    std::vector<double> results;
    for (const Search &search : searches)
        results.push_back(search.result());
    return results;
}

} // namespace Linescope::Benchmark
