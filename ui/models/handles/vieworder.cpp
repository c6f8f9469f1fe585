// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/handles/vieworder.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace Linescope {

namespace {

bool keyThenItem(const ViewOrder::Entry &a, const ViewOrder::Entry &b)
{
    return a.key != b.key ? a.key < b.key : a.item < b.item;
}

} // namespace

quint64 ViewOrder::textKey(QStringView text)
{
    quint64 key = 0;
    for (qsizetype i = 0; i < 4; ++i)
        key = key << 16 | (i < text.size() ? text[i].unicode() : 0);
    return key;
}

void ViewOrder::clear(TextOf textOf)
{
    m_textOf = std::move(textOf);
    assign({});
}

void ViewOrder::assign(std::vector<Entry> entries)
{
    sort(entries);
    fill(entries);
}

void ViewOrder::fill(const std::vector<Entry> &entries)
{
    m_chunks.clear();
    m_freeChunks.clear();
    m_order.clear();
    m_chunkOf.clear();
    m_size = 0;
    append(entries);
}

void ViewOrder::append(const std::vector<Entry> &entries)
{
    m_size += int(entries.size());
    constexpr size_t Filling = MaxChunk * 3 / 4; // leaves room, so that the next inserts do not split them all
    for (size_t first = 0; first < entries.size(); first += Filling) {
        const quint32 number = newChunk();
        m_order.push_back(number);
        Chunk &chunk = *m_chunks[number];
        chunk.size = int(std::min(Filling, entries.size() - first));
        for (int i = 0; i < chunk.size; ++i) {
            const Entry &entry = entries[first + size_t(i)];
            chunk.keys[size_t(i)] = entry.key;
            chunk.items[size_t(i)] = entry.item;
            m_chunkOf.set(entry.item, number);
        }
    }
    rebuildCounts();
}

void ViewOrder::insert(const Entry &entry)
{
    Q_ASSERT(!contains(entry.item));
    if (m_order.empty()) {
        m_order.push_back(newChunk());
        rebuildCounts();
    }
    Place place = lowerBound(entry);
    if (m_chunks[m_order[size_t(place.position)]]->size == MaxChunk) {
        split(place.position);
        place = lowerBound(entry);
    }
    const quint32 number = m_order[size_t(place.position)];
    Chunk &chunk = *m_chunks[number];
    std::move_backward(&chunk.keys[size_t(place.offset)], &chunk.keys[0] + chunk.size, &chunk.keys[0] + chunk.size + 1);
    std::move_backward(&chunk.items[size_t(place.offset)], &chunk.items[0] + chunk.size,
                       &chunk.items[0] + chunk.size + 1);
    chunk.keys[size_t(place.offset)] = entry.key;
    chunk.items[size_t(place.offset)] = entry.item;
    ++chunk.size;
    ++m_size;
    m_chunkOf.set(entry.item, number);
    addToCounts(place.position, 1);
}

bool ViewOrder::remove(Item item)
{
    const quint32 number = m_chunkOf.get(item);
    if (number == NoChunk)
        return false;
    Chunk &chunk = *m_chunks[number];
    const int offset = offsetOf(chunk, item);
    std::move(&chunk.keys[size_t(offset)] + 1, &chunk.keys[0] + chunk.size, &chunk.keys[size_t(offset)]);
    std::move(&chunk.items[size_t(offset)] + 1, &chunk.items[0] + chunk.size, &chunk.items[size_t(offset)]);
    --chunk.size;
    --m_size;
    m_chunkOf.set(item, NoChunk);
    addToCounts(chunk.position, -1);
    if (chunk.size == 0)
        removeChunk(chunk.position);
    return true;
}

ViewOrder::Item ViewOrder::at(int row) const { return entry(row).item; }

ViewOrder::Entry ViewOrder::entry(int row) const { return entryAt(placeOf(row)); }

ViewOrder::Place ViewOrder::placeOf(int row) const
{
    Q_ASSERT(row >= 0 && row < m_size);
    size_t position = 0;
    for (size_t step = std::bit_floor(m_counts.size() - 1); step != 0; step /= 2) {
        if (position + step < m_counts.size() && m_counts[position + step] <= row) {
            position += step;
            row -= m_counts[position];
        }
    }
    return {int(position), row};
}

void ViewOrder::insert(std::vector<Entry> added)
{
    if (!isMany(added.size())) {
        for (const Entry &entry : added)
            insert(entry);
        return;
    }
    if (m_textOf) { // the sort asks for each text once, a merge would for every comparison
        const std::vector<Entry> kept = entries();
        added.insert(added.end(), kept.begin(), kept.end());
        assign(std::move(added));
        return;
    }
    sort(added);
    const std::vector<Entry> kept = entries();
    std::vector<Entry> all(kept.size() + added.size());
    std::merge(kept.begin(), kept.end(), added.begin(), added.end(), all.begin(), keyThenItem);
    fill(all);
}

void ViewOrder::remove(const std::vector<Item> &items)
{
    if (!isMany(items.size())) {
        for (const Item item : items)
            remove(item);
        return;
    }
    for (const Item item : items)
        m_chunkOf.set(item, NoChunk);
    for (const quint32 number : m_order)
        compact(*m_chunks[number]);
    std::erase_if(m_order, [this](quint32 number) {
        if (m_chunks[number]->size == 0)
            m_freeChunks.push_back(number);
        return m_chunks[number]->size == 0;
    });
    rebuildCounts();
    m_size = countBefore(int(m_order.size()));
}

void ViewOrder::compact(Chunk &chunk) const
{
    size_t kept = 0;
    for (size_t i = 0; i < size_t(chunk.size); ++i) {
        chunk.keys[kept] = chunk.keys[i];
        chunk.items[kept] = chunk.items[i];
        kept += contains(chunk.items[i]);
    }
    chunk.size = int(kept);
}

std::vector<ViewOrder::Entry> ViewOrder::entries() const
{
    std::vector<Entry> all;
    all.reserve(size_t(m_size));
    for (const quint32 number : m_order) {
        const Chunk &chunk = *m_chunks[number];
        for (size_t i = 0; i < size_t(chunk.size); ++i)
            all.push_back({chunk.keys[i], chunk.items[i]});
    }
    return all;
}

std::vector<ViewOrder::Item> ViewOrder::items() const
{
    std::vector<Item> all;
    all.reserve(size_t(m_size));
    for (const quint32 number : m_order) {
        const Chunk &chunk = *m_chunks[number];
        all.insert(all.end(), chunk.items.begin(), chunk.items.begin() + chunk.size);
    }
    return all;
}

int ViewOrder::rowOf(Item item) const
{
    const quint32 number = m_chunkOf.get(item);
    if (number == NoChunk)
        return -1;
    const Chunk &chunk = *m_chunks[number];
    return countBefore(chunk.position) + offsetOf(chunk, item);
}

int ViewOrder::insertionRow(const Entry &entry) const
{
    if (m_order.empty())
        return 0;
    const Place place = lowerBound(entry);
    return countBefore(place.position) + place.offset;
}

void ViewOrder::sort(std::vector<Entry> &entries) const
{
    std::sort(entries.begin(), entries.end(), keyThenItem);
    if (!m_textOf)
        return;
    // Texts are costly to ask for: once each, and only where the key leaves a doubt.
    std::vector<std::pair<QString, Item>> texts;
    for (auto first = entries.begin(); first != entries.end();) {
        const auto last = std::find_if(first, entries.end(), [&](const Entry &e) { return e.key != first->key; });
        if (last - first > 1) {
            texts.clear();
            std::for_each(first, last, [&](const Entry &e) { texts.emplace_back(m_textOf(e.item), e.item); });
            std::sort(texts.begin(), texts.end());
            std::transform(texts.begin(), texts.end(), first, [key = first->key](const auto &text) {
                return Entry{key, text.second};
            });
        }
        first = last;
    }
}

ViewOrder::Place ViewOrder::lowerBound(const Entry &entry) const
{
    QString text;
    bool asked = false;
    const auto isBefore = [&](const Entry &other) { // other < entry
        if (other.key != entry.key || !m_textOf)
            return keyThenItem(other, entry);
        if (!std::exchange(asked, true))
            text = m_textOf(entry.item);
        const int order = m_textOf(other.item).compare(text);
        return order != 0 ? order < 0 : other.item < entry.item;
    };
    // The last chunk that begins before the entry, or the first chunk.
    int low = 0;
    for (int high = int(m_order.size()); high - low > 1;) {
        const int middle = (low + high) / 2;
        (isBefore(entryAt({middle, 0})) ? low : high) = middle;
    }
    int first = 0;
    for (int last = m_chunks[m_order[size_t(low)]]->size; first < last;) {
        const int middle = (first + last) / 2;
        if (isBefore(entryAt({low, middle})))
            first = middle + 1;
        else
            last = middle;
    }
    return {low, first};
}

ViewOrder::Entry ViewOrder::entryAt(Place place) const
{
    const Chunk &chunk = *m_chunks[m_order[size_t(place.position)]];
    return {chunk.keys[size_t(place.offset)], chunk.items[size_t(place.offset)]};
}

int ViewOrder::offsetOf(const Chunk &chunk, Item item) const
{
    return int(std::find(chunk.items.begin(), chunk.items.begin() + chunk.size, item) - chunk.items.begin());
}

void ViewOrder::addToCounts(int position, int difference)
{
    for (size_t i = size_t(position) + 1; i < m_counts.size(); i += i & (~i + 1))
        m_counts[i] += difference;
}

int ViewOrder::countBefore(int position) const
{
    int count = 0;
    for (size_t i = size_t(position); i != 0; i &= i - 1)
        count += m_counts[i];
    return count;
}

void ViewOrder::rebuildCounts()
{
    m_counts.assign(m_order.size() + 1, 0);
    for (size_t i = 1; i < m_counts.size(); ++i) {
        Chunk &chunk = *m_chunks[m_order[i - 1]];
        chunk.position = int(i) - 1;
        m_counts[i] += chunk.size;
        const size_t next = i + (i & (~i + 1));
        if (next < m_counts.size())
            m_counts[next] += m_counts[i];
    }
}

quint32 ViewOrder::newChunk()
{
    if (m_freeChunks.empty()) {
        m_chunks.push_back(std::make_unique<Chunk>());
        return quint32(m_chunks.size()) - 1;
    }
    const quint32 number = m_freeChunks.back();
    m_freeChunks.pop_back();
    m_chunks[number]->size = 0;
    return number;
}

void ViewOrder::split(int position)
{
    const quint32 number = newChunk();
    Chunk &right = *m_chunks[number];
    Chunk &left = *m_chunks[m_order[size_t(position)]];
    // Running numbers come in order: what is appended leaves a full chunk behind, not a half one.
    const int kept = size_t(position) + 1 == m_order.size() ? MaxChunk * 7 / 8 : MaxChunk / 2;
    right.size = left.size - kept;
    std::copy_n(&left.keys[size_t(kept)], right.size, right.keys.begin());
    std::copy_n(&left.items[size_t(kept)], right.size, right.items.begin());
    left.size = kept;
    for (int i = 0; i < right.size; ++i)
        m_chunkOf.set(right.items[size_t(i)], number);
    m_order.insert(m_order.begin() + position + 1, number);
    rebuildCounts();
}

void ViewOrder::removeChunk(int position)
{
    m_freeChunks.push_back(m_order[size_t(position)]);
    m_order.erase(m_order.begin() + position);
    rebuildCounts();
}

quint32 ViewOrder::Directory::get(Item item) const
{
    const size_t page = item / PageSize;
    return page < m_pages.size() && m_pages[page] ? m_pages[page]->chunks[item % PageSize] : NoChunk;
}

void ViewOrder::Directory::set(Item item, quint32 chunk)
{
    const size_t number = item / PageSize;
    if (number >= m_pages.size())
        m_pages.resize(number + 1);
    auto &page = m_pages[number];
    if (!page) {
        page = std::make_unique<Page>();
        page->chunks.fill(NoChunk);
        page->used = 0;
    }
    quint32 &entry = page->chunks[item % PageSize];
    page->used += quint32(chunk != NoChunk) - quint32(entry != NoChunk);
    entry = chunk;
    if (page->used == 0)
        page.reset();
}

} // namespace Linescope
