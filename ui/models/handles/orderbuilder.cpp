// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/handles/orderbuilder.h"

#include <algorithm>
#include <bit>

namespace Linescope {

OrderBuilder::OrderBuilder(ViewOrder::TextOf textOf) { m_order.clear(std::move(textOf)); }

bool OrderBuilder::isLess(const Entry &a, const Entry &b)
{
    if (a.key != b.key)
        return a.key < b.key;
    const int order = a.text.compare(b.text);
    return order != 0 ? order < 0 : a.item < b.item;
}

bool OrderBuilder::step(size_t entries)
{
    switch (m_phase) {
    case Phase::Runs:
        for (size_t sorted = 0; sorted < entries && m_phase == Phase::Runs; sorted += RunLength)
            sortRun();
        break;
    case Phase::Merging:
        mergeSome(entries);
        break;
    case Phase::Filling:
        fillSome(entries);
        break;
    case Phase::Ready:
        break;
    }
    return m_phase == Phase::Ready;
}

void OrderBuilder::sortRun()
{
    const auto begin = m_entries.begin();
    const size_t end = std::min(m_next + RunLength, m_entries.size());
    std::sort(begin + std::ptrdiff_t(m_next), begin + std::ptrdiff_t(end), isLess);
    m_handled += end - m_next;
    m_next = end;
    if (end == m_entries.size())
        startMerging(RunLength);
}

void OrderBuilder::startMerging(size_t width)
{
    m_width = width;
    m_next = 0;
    m_rightEnd = 0;
    m_left = m_leftEnd = m_right = 0;
    if (width < m_entries.size()) {
        m_phase = Phase::Merging;
        m_merged.reserve(m_entries.size());
    } else {
        m_phase = Phase::Filling;
        m_merged = {};
    }
}

void OrderBuilder::mergeSome(size_t count)
{
    const size_t size = m_entries.size();
    for (; count > 0 && m_merged.size() < size; --count) {
        if (m_merged.size() == m_rightEnd) { // the next two runs
            m_left = m_rightEnd;
            m_leftEnd = std::min(m_left + m_width, size);
            m_right = m_leftEnd;
            m_rightEnd = std::min(m_right + m_width, size);
        }
        const bool takesRight = m_left == m_leftEnd
            || (m_right < m_rightEnd && isLess(m_entries[m_right], m_entries[m_left]));
        m_merged.push_back(std::move(m_entries[takesRight ? m_right++ : m_left++]));
        ++m_handled;
    }
    if (m_merged.size() < size)
        return;
    std::swap(m_entries, m_merged);
    m_merged.clear();
    startMerging(m_width * 2);
}

void OrderBuilder::fillSome(size_t count)
{
    std::vector<ViewOrder::Entry> entries;
    const size_t end = std::min(m_next + count, m_entries.size());
    entries.reserve(end - m_next);
    for (; m_next < end; ++m_next)
        entries.push_back({m_entries[m_next].key, m_entries[m_next].item});
    m_order.append(entries);
    m_handled += entries.size();
    if (end == m_entries.size()) {
        m_phase = Phase::Ready;
        m_entries = {};
    }
}

size_t OrderBuilder::passes() const
{
    const size_t runs = (m_entries.size() + RunLength - 1) / RunLength;
    return 2 + (runs > 1 ? size_t(std::bit_width(runs - 1)) : 0);
}

double OrderBuilder::progress() const
{
    return m_phase == Phase::Ready ? 1 : double(m_handled) / double(std::max(size_t(1), passes() * m_entries.size()));
}

} // namespace Linescope
