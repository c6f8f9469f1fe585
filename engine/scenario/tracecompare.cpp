// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenario/tracecompare.h"

#include <QJsonArray>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

namespace {

using Kind = TraceDifference::Kind;

// E. W. Myers: An O(ND) difference algorithm (1986), greedy and forward; the furthest points of every D are kept to
// find the way back.
class Myers {
public:
    Myers(const std::vector<int> &left, const std::vector<int> &right, int most)
        : m_left(left)
        , m_right(right)
        , m_most(most)
    {
    }

    // False: there are more differences than that.
    bool run(std::vector<TraceDifference> &rows)
    {
        const int n = int(m_left.size());
        const int m = int(m_right.size());
        const int limit = std::min(n + m, m_most);
        std::vector<int> furthest(size_t(2 * limit + 3), 0);
        const auto at = [limit](int k) { return size_t(k + limit + 1); };
        for (int d = 0; d <= limit; ++d) {
            m_steps.emplace_back(furthest.begin() + limit + 1 - d, furthest.begin() + limit + 2 + d);
            for (int k = -d; k <= d; k += 2) {
                const bool down = k == -d || (k != d && furthest[at(k - 1)] < furthest[at(k + 1)]);
                int x = down ? furthest[at(k + 1)] : furthest[at(k - 1)] + 1;
                while (x < n && x - k < m && m_left[size_t(x)] == m_right[size_t(x - k)])
                    ++x;
                furthest[at(k)] = x;
                if (x >= n && x - k >= m) {
                    goBack(d, rows);
                    return true;
                }
            }
        }
        return false;
    }

private:
    // m_steps[d]: the furthest x of diagonals -d .. d before step d.
    void goBack(int last, std::vector<TraceDifference> &rows) const
    {
        int x = int(m_left.size());
        int y = int(m_right.size());
        for (int d = last; d >= 0; --d) {
            const std::vector<int> &before = m_steps[size_t(d)];
            const auto furthest = [&](int k) { return before[size_t(k + d)]; };
            const int k = x - y;
            const bool down = d > 0 && (k == -d || (k != d && furthest(k - 1) < furthest(k + 1)));
            const int fromX = d == 0 ? 0 : (down ? furthest(k + 1) : furthest(k - 1));
            const int fromY = d == 0 ? 0 : fromX - (down ? k + 1 : k - 1);
            const int startX = d == 0 ? 0 : (down ? fromX : fromX + 1);
            while (x > startX)
                rows.push_back({Kind::Same, --x, --y});
            if (d > 0 && down)
                rows.push_back({Kind::OnlyRight, -1, fromY});
            else if (d > 0)
                rows.push_back({Kind::OnlyLeft, fromX, -1});
            x = fromX;
            y = fromY;
        }
        std::reverse(rows.begin(), rows.end());
    }

    const std::vector<int> &m_left;
    const std::vector<int> &m_right;
    const int m_most;
    std::vector<std::vector<int>> m_steps;
};

// Rows as numbers: equal rows, equal numbers.
class Numbers {
public:
    std::vector<int> of(const Trace &trace, qsizetype from, qsizetype to)
    {
        std::vector<int> numbers;
        for (qsizetype i = from; i < to; ++i)
            numbers.push_back(*m_numbers.emplace(trace.at(i).text, int(m_numbers.size())));
        return numbers;
    }

private:
    struct Table : QHash<QString, int> {
        iterator emplace(const QString &text, int number)
        {
            const auto found = find(text);
            return found == end() ? insert(text, number) : found;
        }
    };
    Table m_numbers;
};

// Rows of one kind that stand in each other's place are one row that has changed.
void pairUp(TraceComparison &comparison)
{
    QList<TraceDifference> paired;
    const QList<TraceDifference> &rows = comparison.rows;
    for (qsizetype i = 0; i < rows.size();) {
        if (rows.at(i).kind == Kind::Same) {
            paired.append(rows.at(i++));
            continue;
        }
        QList<qsizetype> left;
        QList<qsizetype> right;
        for (; i < rows.size() && rows.at(i).kind != Kind::Same; ++i)
            rows.at(i).kind == Kind::OnlyLeft ? left.append(rows.at(i).left) : right.append(rows.at(i).right);
        qsizetype l = 0;
        qsizetype r = 0;
        while (l < left.size() && r < right.size()) {
            const QString kind = comparison.left.at(left.at(l)).kind;
            const auto begin = right.begin() + r;
            const auto same = std::find_if(begin, std::min(begin + 32, right.end()),
                                           [&](qsizetype row) { return comparison.right.at(row).kind == kind; });
            if (same == right.end() || comparison.right.at(*same).kind != kind) {
                paired.append({Kind::OnlyLeft, left.at(l++), -1});
                continue;
            }
            for (; right.begin() + r < same; ++r)
                paired.append({Kind::OnlyRight, -1, right.at(r)});
            paired.append({Kind::Changed, left.at(l++), right.at(r++)});
        }
        for (; l < left.size(); ++l)
            paired.append({Kind::OnlyLeft, left.at(l), -1});
        for (; r < right.size(); ++r)
            paired.append({Kind::OnlyRight, -1, right.at(r)});
    }
    comparison.rows = paired;
}

} // namespace

qsizetype TraceComparison::differences() const
{
    return std::count_if(rows.begin(), rows.end(), [](const TraceDifference &row) { return row.kind != Kind::Same; });
}

TraceComparison compare(const Trace &left, const Trace &right, int most)
{
    TraceComparison comparison{left, right, {}, false};
    qsizetype begin = 0;
    qsizetype leftEnd = left.size();
    qsizetype rightEnd = right.size();
    while (begin < std::min(leftEnd, rightEnd) && left.at(begin) == right.at(begin))
        ++begin;
    while (leftEnd > begin && rightEnd > begin && left.at(leftEnd - 1) == right.at(rightEnd - 1)) {
        --leftEnd;
        --rightEnd;
    }
    for (qsizetype i = 0; i < begin; ++i)
        comparison.rows.append({Kind::Same, i, i});
    Numbers numbers;
    const std::vector<int> leftPart = numbers.of(left, begin, leftEnd);
    const std::vector<int> rightPart = numbers.of(right, begin, rightEnd);
    std::vector<TraceDifference> rows;
    if (Myers(leftPart, rightPart, most).run(rows)) {
        for (const TraceDifference &row : rows)
            comparison.rows.append(
                {row.kind, row.left < 0 ? -1 : row.left + begin, row.right < 0 ? -1 : row.right + begin});
    } else {
        comparison.cut = true;
        for (qsizetype i = begin; i < leftEnd; ++i)
            comparison.rows.append({Kind::OnlyLeft, i, -1});
        for (qsizetype i = begin; i < rightEnd; ++i)
            comparison.rows.append({Kind::OnlyRight, -1, i});
    }
    pairUp(comparison);
    for (qsizetype i = leftEnd; i < left.size(); ++i)
        comparison.rows.append({Kind::Same, i, i - leftEnd + rightEnd});
    return comparison;
}

} // namespace Linescope::Scenarios
