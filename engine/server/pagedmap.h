// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// From names that somebody else chooses to our Ids. Most count up from 1: theirs lie in the pages of a flat directory,
// one word each, found without hashing. A page is only made while the pages are well filled; names that are scattered
// lie in a QHash. So memory stays in proportion to what is in here, whatever the names are.
#pragma once

#include <QHash>

#include <array>
#include <memory>
#include <vector>

namespace Linescope {

template<class Name, class Value> // both an Id; no value is none
class PagedMap {
public:
    qsizetype size() const { return m_paged + m_scattered.size(); }

    // None if there is nothing under that name.
    Value value(Name name) const
    {
        const size_t page = name.value / PageSize;
        if (page < m_pages.size() && m_pages[page]) {
            if (const Value value = m_pages[page]->values[name.value % PageSize]; !value.isNull())
                return value;
        }
        return m_scattered.isEmpty() ? Value() : m_scattered.value(name);
    }
    bool contains(Name name) const { return !value(name).isNull(); }

    void insert(Name name, Value value)
    {
        remove(name);
        Page *page = pageFor(name);
        if (!page) {
            m_scattered.insert(name, value);
            return;
        }
        page->values[name.value % PageSize] = value;
        ++page->used;
        ++m_paged;
    }

    void remove(Name name)
    {
        const size_t number = name.value / PageSize;
        Page *page = number < m_pages.size() ? m_pages[number].get() : nullptr;
        if (!page || page->values[name.value % PageSize].isNull()) {
            m_scattered.remove(name);
            return;
        }
        page->values[name.value % PageSize] = {};
        --m_paged;
        if (--page->used == 0) {
            m_pages[number].reset();
            --m_pageCount;
        }
    }

    void clear() { *this = {}; }

    // Room for names in pages, taken or not: at most PageSize * (size() / 64 + 4).
    qsizetype room() const { return m_pageCount * PageSize; }

    static constexpr quint32 PageSize = 256;

private:
    static constexpr size_t MostPages = 65'536; // 512 KiB of directory
    struct Page {
        std::array<Value, PageSize> values = {};
        quint32 used = 0;
    };

    Page *pageFor(Name name)
    {
        const size_t number = name.value / PageSize;
        if (number < m_pages.size() && m_pages[number])
            return m_pages[number].get();
        if (number >= MostPages || m_pageCount > size() / 64 + 3)
            return nullptr;
        if (number >= m_pages.size())
            m_pages.resize(number + 1);
        ++m_pageCount;
        return (m_pages[number] = std::make_unique<Page>()).get();
    }

    std::vector<std::unique_ptr<Page>> m_pages; // by name.value / PageSize
    qsizetype m_pageCount = 0;
    qsizetype m_paged = 0; // names in pages
    QHash<Name, Value> m_scattered;
};

} // namespace Linescope
