// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rows of a big live table in their order: an order-statistic list (sorted chunks, a Fenwick tree over their sizes,
// a directory from item to chunk). Row to item, item to row, insert and remove are logarithmic at worst and allocate
// nothing but a chunk now and then.
//
// Entries are ordered by key, then by text (if the order has texts), then by item. The key of an entry is kept here, so
// it is found again whatever became of the item; texts are asked for, so before something is inserted every item whose
// text has changed must have been removed.
#pragma once

#include <QString>

#include <array>
#include <functional>
#include <memory>
#include <vector>

namespace Linescope {

class ViewOrder {
public:
    using Item = quint32;
    struct Entry {
        quint64 key = 0;
        Item item = 0;
    };
    using TextOf = std::function<QString(Item)>;

    // The first four code units of a text: a key that agrees with the order of the texts.
    static quint64 textKey(QStringView text);

    // Empties the order. `textOf` is empty for keys that say everything.
    void clear(TextOf textOf = {});
    // Replaces all entries; any order, each item once.
    void assign(std::vector<Entry> entries);
    void insert(const Entry &entry); // the item must not be there
    bool remove(Item item);          // false if it was not there
    // Many at once: one pass over everything when that is cheaper.
    void insert(std::vector<Entry> entries);
    void remove(const std::vector<Item> &items);
    // Behind the last one: entries in their order, all of them greater.
    void append(const std::vector<Entry> &sorted);

    int size() const { return m_size; }
    Item at(int row) const;
    Entry entry(int row) const;
    int rowOf(Item item) const; // -1 if it is not there
    bool contains(Item item) const { return m_chunkOf.get(item) != NoChunk; }
    std::vector<Item> items() const; // in their order
    template<class F>
    void forEachItem(F f) const // by their numbers, whatever their order: as fast as it gets
    {
        m_chunkOf.forEach(f);
    }
    int insertionRow(const Entry &entry) const;   // the row that insert() would give it
    void sort(std::vector<Entry> &entries) const; // as this order has them

private:
    static constexpr int MaxChunk = 512;
    static constexpr quint32 NoChunk = 0xffffffff;

    struct Chunk {
        int position = 0; // in m_order
        int size = 0;
        std::array<quint64, MaxChunk> keys; // apart from the items: a scan for an item reads 2 KiB, not 8
        std::array<Item, MaxChunk> items;
    };

    // Item to chunk, in pages, since items are running numbers.
    class Directory {
    public:
        quint32 get(Item item) const;
        void set(Item item, quint32 chunk);
        void clear() { m_pages.clear(); }
        template<class F>
        void forEach(F f) const
        {
            for (size_t number = 0; number < m_pages.size(); ++number) {
                for (quint32 i = 0; m_pages[number] && i < PageSize; ++i) {
                    if (m_pages[number]->chunks[i] != NoChunk)
                        f(Item(number * PageSize + i));
                }
            }
        }

    private:
        static constexpr quint32 PageSize = 1024;
        struct Page {
            std::array<quint32, PageSize> chunks;
            quint32 used = 0;
        };
        std::vector<std::unique_ptr<Page>> m_pages;
    };

    struct Place {
        int position = 0; // of the chunk in m_order
        int offset = 0;   // in the chunk
    };

    Place placeOf(int row) const;
    Place lowerBound(const Entry &entry) const;
    Entry entryAt(Place place) const;
    std::vector<Entry> entries() const;
    void fill(const std::vector<Entry> &sorted);
    bool isMany(size_t changes) const { return changes > 64 && changes > size_t(m_size) / 16; }
    int offsetOf(const Chunk &chunk, Item item) const;
    void compact(Chunk &chunk) const; // keeps what the directory still knows
    void addToCounts(int position, int difference);
    int countBefore(int position) const;
    void rebuildCounts();
    quint32 newChunk();
    void split(int position);
    void removeChunk(int position);

    TextOf m_textOf;
    int m_size = 0;
    std::vector<std::unique_ptr<Chunk>> m_chunks; // stable numbers; freed ones are used again
    std::vector<quint32> m_freeChunks;
    std::vector<quint32> m_order; // chunk numbers in the order of the rows
    std::vector<int> m_counts;    // Fenwick tree over m_order
    Directory m_chunkOf;
};

} // namespace Linescope
