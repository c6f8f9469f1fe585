// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Records of one kind in one flat array: a slot per record, freed slots are used again, and a directory from the
// running number of an Id to its slot. Look-up is two array accesses; ids are never reused (O-16). References stay
// valid until the next insert.
#pragma once

#include "tapi/ids.h"

#include <array>
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
        m_slots = other.m_slots;
        m_free = other.m_free;
        m_size = other.m_size;
        m_pages.clear();
        m_pages.reserve(other.m_pages.size());
        for (const auto &page : other.m_pages)
            m_pages.push_back(page ? std::make_unique<Page>(*page) : nullptr);
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
        return slot == NoSlot ? nullptr : &m_slots[slot];
    }
    Record *find(IdType id) { return const_cast<Record *>(std::as_const(*this).find(id)); }
    bool contains(IdType id) const { return slotOf(id) != NoSlot; }

    const Record &at(quint32 slot) const { return m_slots[slot]; }
    Record &at(quint32 slot) { return m_slots[slot]; }
    quint32 slotCount() const { return quint32(m_slots.size()); } // slots in use or free

    qsizetype size() const { return m_size; }
    bool isEmpty() const { return m_size == 0; }

    quint32 insert(Record record)
    {
        const IdType id = record.id;
        quint32 slot = quint32(m_slots.size());
        if (m_free.empty()) {
            m_slots.push_back(std::move(record));
        } else {
            slot = m_free.back();
            m_free.pop_back();
            m_slots[slot] = std::move(record);
        }
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
        m_slots[slot] = Record();
        m_free.push_back(slot);
        --m_size;
    }

    // Calls f(record) for every record, in the order of the slots.
    template<class F>
    void forEach(F f) const
    {
        for (const Record &record : m_slots) {
            if (!record.id.isNull())
                f(record);
        }
    }

    // Memory for one more record: the record, its entry in the directory.
    static constexpr quint32 bytesPerRecord() { return sizeof(Record) + sizeof(quint32); }

    // The same records, wherever they lie.
    friend bool operator==(const SlotTable &a, const SlotTable &b)
    {
        if (a.m_size != b.m_size)
            return false;
        for (const Record &record : a.m_slots) {
            if (record.id.isNull())
                continue;
            const Record *other = b.find(record.id);
            if (!other || !(*other == record))
                return false;
        }
        return true;
    }

private:
    static constexpr quint32 PageSize = 1024;
    struct Page {
        Page() { slots.fill(NoSlot); }
        std::array<quint32, PageSize> slots;
        quint32 used = 0;
    };

    std::vector<Record> m_slots;
    std::vector<quint32> m_free;
    std::vector<std::unique_ptr<Page>> m_pages; // by id.value / PageSize
    qsizetype m_size = 0;
};

} // namespace Linescope
