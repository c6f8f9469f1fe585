// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sorts many values in small steps, by merging, so that nobody waits for the whole.
#pragma once

#include <algorithm>
#include <bit>
#include <utility>
#include <vector>

namespace Linescope {

template<class Value, class Less>
class SlicedSort {
public:
    void reserve(size_t values) { m_values.reserve(values); }
    void add(Value value) { m_values.push_back(std::move(value)); }

    // Once all are there, until it says that they are sorted. Each step is about as long as its number of values.
    bool step(size_t count)
    {
        if (m_width == 0) {
            for (size_t sorted = 0; sorted < count && m_width == 0; sorted += RunLength)
                sortRun();
        } else if (m_width < m_values.size()) {
            mergeSome(count);
        }
        return m_width != 0 && m_width >= m_values.size();
    }
    double progress() const // 0 to 1
    {
        const size_t runs = (m_values.size() + RunLength - 1) / RunLength;
        const size_t passes = 1 + (runs > 1 ? size_t(std::bit_width(runs - 1)) : 0);
        return double(m_handled) / double(std::max(size_t(1), passes * m_values.size()));
    }
    std::vector<Value> take() { return std::move(m_values); }

private:
    static constexpr size_t RunLength = 1024;

    void sortRun()
    {
        const auto begin = m_values.begin();
        const size_t end = std::min(m_next + RunLength, m_values.size());
        std::sort(begin + std::ptrdiff_t(m_next), begin + std::ptrdiff_t(end), Less());
        m_handled += end - m_next;
        m_next = end;
        if (end == m_values.size())
            startMerging(RunLength);
    }

    void startMerging(size_t width)
    {
        m_width = width;
        m_rightEnd = m_left = m_leftEnd = m_right = 0;
        if (width < m_values.size())
            m_merged.reserve(m_values.size());
        else
            m_merged = std::vector<Value>(); // = {} would keep the room
    }

    void mergeSome(size_t count)
    {
        const size_t size = m_values.size();
        const Less less;
        for (; count > 0 && m_merged.size() < size; --count) {
            if (m_merged.size() == m_rightEnd) { // the next two runs
                m_left = m_rightEnd;
                m_leftEnd = std::min(m_left + m_width, size);
                m_right = m_leftEnd;
                m_rightEnd = std::min(m_right + m_width, size);
            }
            const bool takesRight = m_left == m_leftEnd
                || (m_right < m_rightEnd && less(m_values[m_right], m_values[m_left]));
            m_merged.push_back(std::move(m_values[takesRight ? m_right++ : m_left++]));
            ++m_handled;
        }
        if (m_merged.size() < size)
            return;
        std::swap(m_values, m_merged);
        m_merged.clear();
        startMerging(m_width * 2);
    }

    std::vector<Value> m_values;
    std::vector<Value> m_merged;
    size_t m_next = 0;  // to be sorted
    size_t m_width = 0; // of the runs that are being merged; 0: not yet
    // The two runs at work, and how far each of them is.
    size_t m_left = 0;
    size_t m_leftEnd = 0;
    size_t m_right = 0;
    size_t m_rightEnd = 0;
    size_t m_handled = 0; // values, counted again in every pass
};

} // namespace Linescope
