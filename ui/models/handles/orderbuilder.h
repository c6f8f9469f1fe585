// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sorts many entries into a ViewOrder in small steps, so that nobody waits for the whole. The entries are values: what
// becomes of their items meanwhile is up to whoever builds.
#pragma once

#include "models/handles/vieworder.h"

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

    void reserve(size_t entries) { m_entries.reserve(entries); }
    void add(Entry entry) { m_entries.push_back(std::move(entry)); }
    size_t size() const { return m_entries.size(); }

    // Once all are there, until it says that the order is ready. Each step is about as long as the number of entries.
    bool step(size_t entries);
    double progress() const; // 0 to 1
    ViewOrder takeOrder() { return std::move(m_order); }

private:
    static bool isLess(const Entry &a, const Entry &b);
    void sortRun();
    void mergeSome(size_t count);
    void startMerging(size_t width);
    void fillSome(size_t count);
    size_t passes() const;

    static constexpr size_t RunLength = 1024;
    enum class Phase { Runs, Merging, Filling, Ready };

    Phase m_phase = Phase::Runs;
    std::vector<Entry> m_entries;
    std::vector<Entry> m_merged;
    size_t m_next = 0;  // of m_entries: to be sorted or filled in
    size_t m_width = 0; // of the runs that are being merged
    // The two runs at work, and how far each of them is.
    size_t m_left = 0;
    size_t m_leftEnd = 0;
    size_t m_right = 0;
    size_t m_rightEnd = 0;
    size_t m_handled = 0; // entries, counted again in every pass
    ViewOrder m_order;
};

} // namespace Linescope
