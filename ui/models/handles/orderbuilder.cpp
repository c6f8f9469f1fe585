// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/handles/orderbuilder.h"

#include <algorithm>

namespace Linescope {

OrderBuilder::OrderBuilder(ViewOrder::TextOf textOf) { m_order.clear(std::move(textOf)); }

bool OrderBuilder::Less::operator()(const Kept &a, const Kept &b) const
{
    if (a.key != b.key)
        return a.key < b.key;
    const int order = a.text.compare(b.text);
    return order != 0 ? order < 0 : a.item < b.item;
}

bool OrderBuilder::step(size_t entries)
{
    switch (m_phase) {
    case Phase::Sorting:
        if (m_sort.step(entries)) {
            m_sorted = m_sort.take();
            m_phase = Phase::Filling;
        }
        break;
    case Phase::Filling:
        fillSome(entries);
        break;
    case Phase::Ready:
        break;
    }
    return m_phase == Phase::Ready;
}

void OrderBuilder::fillSome(size_t count)
{
    std::vector<ViewOrder::Entry> entries;
    const size_t end = std::min(m_filled + count, m_sorted.size());
    entries.reserve(end - m_filled);
    for (; m_filled < end; ++m_filled)
        entries.push_back({m_sorted[m_filled].key, m_sorted[m_filled].item});
    m_order.append(entries);
    if (end == m_sorted.size()) {
        m_phase = Phase::Ready;
        m_sorted = std::vector<Kept>();
    }
}

double OrderBuilder::progress() const
{
    switch (m_phase) {
    case Phase::Sorting:
        return 0.9 * m_sort.progress();
    case Phase::Filling:
        return 0.9 + 0.1 * double(m_filled) / double(std::max(size_t(1), m_sorted.size()));
    case Phase::Ready:
        break;
    }
    return 1;
}

} // namespace Linescope
