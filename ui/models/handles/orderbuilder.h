// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sorts many entries into a ViewOrder in small steps, so that nobody waits for the whole. The entries are values: what
// becomes of their items meanwhile is up to whoever builds.
#pragma once

#include "models/handles/vieworder.h"
#include "models/slicedsort.h"
#include "models/textstore.h"

namespace Linescope {

class OrderBuilder {
public:
    struct Entry {
        quint64 key = 0;
        ViewOrder::Item item = 0;
        QString text; // decides between equal keys; the key is its beginning
    };

    // The order has these texts from then on; empty for keys that say everything.
    explicit OrderBuilder(ViewOrder::TextOf textOf = {});

    void reserve(size_t entries) { m_sort.reserve(entries); }
    void add(const Entry &entry) { m_sort.add({entry.key, entry.item, m_texts.keep(entry.text)}); }

    // Once all are there, until it says that the order is ready. Each step is about as long as the number of entries.
    bool step(size_t entries);
    double progress() const; // 0 to 1
    ViewOrder takeOrder() { return std::move(m_order); }

private:
    struct Kept {
        quint64 key = 0;
        ViewOrder::Item item = 0;
        QStringView text;
    };
    struct Less {
        bool operator()(const Kept &a, const Kept &b) const;
    };
    void fillSome(size_t count);

    enum class Phase { Sorting, Filling, Ready };

    Phase m_phase = Phase::Sorting;
    TextStore m_texts;
    SlicedSort<Kept, Less> m_sort;
    std::vector<Kept> m_sorted;
    size_t m_filled = 0;
    ViewOrder m_order;
};

} // namespace Linescope
