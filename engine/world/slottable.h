// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Records of one kind in a row of chunks: a slot per record, freed slots are used again, and a directory from the
// running number of an Id to its slot. Look-up is a few array accesses; ids are never reused (O-16). Chunks never move:
// growing copies nothing and leaves less than one chunk unused. References stay valid until their record is removed.
#pragma once

#include "tapi/ids.h"

#include <array>
#include <bit>
#include <memory>
#include <vector>

namespace Linescope {

template<class IdType, class Record> // Record has a member `IdType id`, none in a free slot
class SlotTable {
public:
    SlotTable() = default;
    SlotTable(SlotTable &&) noexcept = default;
    SlotTable &operator=(SlotTable &&) noexcept = default;
    SlotTable(const SlotTable &other) { *this = other; }
    SlotTable &operator=(const SlotTable &other)
    {
        if (this == &other)
            return *this;
        m_chunks = copyOf(other.m_chunks);
        m_pages = copyOf(other.m_pages);
        m_free = other.m_free;
        m_slotCount = other.m_slotCount;
        m_size = other.m_size;
        return *this;
    }

    static constexpr quint32 NoSlot = 0xffffffff;

    quint32 slotOf(IdType id) const
    {
        const size_t page = id.value / PageSize;
        if (id.isNull() || page >= m_pages.size() || !m_pages[page])
            return NoSlot;
        return m_pages[page]->slots[id.value % PageSize];
    }
    const Record *find(IdType id) const
    {
        const quint32 slot = slotOf(id);
        return slot == NoSlot ? nullptr : &at(slot);
    }
    Record *find(IdType id) { return const_cast<Record *>(std::as_const(*this).find(id)); }
    bool contains(IdType id) const { return slotOf(id) != NoSlot; }

    const Record &at(quint32 slot) const { return (*m_chunks[slot / ChunkSize])[slot % ChunkSize]; }
    Record &at(quint32 slot) { return (*m_chunks[slot / ChunkSize])[slot % ChunkSize]; }
    quint32 slotCount() const { return m_slotCount; } // slots in use or free

    qsizetype size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }

    quint32 insert(Record record)
    {
        const IdType id = record.id;
        const quint32 slot = takeSlot();
        at(slot) = std::move(record);
        const size_t page = id.value / PageSize;
        if (page >= m_pages.size())
            m_pages.resize(page + 1);
        if (!m_pages[page])
            m_pages[page] = std::make_unique<Page>();
        m_pages[page]->slots[id.value % PageSize] = slot;
        ++m_pages[page]->used;
        ++m_size;
        return slot;
    }

    void remove(IdType id)
    {
        const quint32 slot = slotOf(id);
        if (slot == NoSlot)
            return;
        auto &page = m_pages[id.value / PageSize];
        page->slots[id.value % PageSize] = NoSlot;
        if (--page->used == 0)
            page.reset();
        at(slot) = Record();
        m_free.push_back(slot);
        --m_size;
    }

    // Calls f(record) for every record, in the order of the slots.
    template<class F>
    void forEach(F f) const
    {
        for (quint32 slot = 0; slot < m_slotCount; ++slot) {
            if (!at(slot).id.isNull())
                f(at(slot));
        }
    }

    // Memory for one more record: the record, its entry in the directory.
    static constexpr quint32 bytesPerRecord() { return sizeof(Record) + sizeof(quint32); }

    // The same records, wherever they lie.
    friend bool operator==(const SlotTable &a, const SlotTable &b)
    {
        if (a.m_size != b.m_size)
            return false;
        bool same = true;
        a.forEach([&](const Record &record) {
            const Record *other = b.find(record.id);
            same = same && other && *other == record;
        });
        return same;
    }

private:
    static constexpr quint32 ChunkSize = std::bit_floor(quint32(8192 / sizeof(Record)));
    using Chunk = std::array<Record, ChunkSize>;

    static constexpr quint32 PageSize = 1024;
    struct Page {
        Page() { slots.fill(NoSlot); }
        std::array<quint32, PageSize> slots;
        quint32 used = 0;
    };

    template<class Part>
    static std::vector<std::unique_ptr<Part>> copyOf(const std::vector<std::unique_ptr<Part>> &parts)
    {
        std::vector<std::unique_ptr<Part>> result;
        result.reserve(parts.size());
        for (const auto &part : parts)
            result.push_back(part ? std::make_unique<Part>(*part) : nullptr);
        return result;
    }
    quint32 takeSlot()
    {
        if (!m_free.empty()) {
            const quint32 slot = m_free.back();
            m_free.pop_back();
            return slot;
        }
        if (m_slotCount == m_chunks.size() * ChunkSize)
            m_chunks.push_back(std::make_unique<Chunk>());
        return m_slotCount++;
    }

    std::vector<std::unique_ptr<Chunk>> m_chunks;
    std::vector<std::unique_ptr<Page>> m_pages; // by id.value / PageSize
    std::vector<quint32> m_free;
    quint32 m_slotCount = 0;
    qsizetype m_size = 0;
};

} // namespace Linescope
