// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/journal.h"

#include "world/eventfields.h"

#include <algorithm>
#include <array>
#include <limits>

namespace Linescope {

namespace {

// Memory of a value beside its own size. Shared memory is counted with every value that holds it: an upper bound, never
// too little.
qsizetype heap(const QString &text) { return text.capacity() == 0 ? 0 : (text.capacity() + 1) * 2 + 16; }
qsizetype heap(const QByteArray &bytes) { return bytes.capacity() == 0 ? 0 : bytes.capacity() + 1 + 16; }
qsizetype heap(const PackedCallInfo &info) { return info.heapBytes(); }
template<class Value>
qsizetype heap(const std::shared_ptr<const Value> &shared);
template<class... Alternatives>
qsizetype heap(const std::variant<Alternatives...> &variant);
qsizetype heap(const Events::RequestMade &event);
qsizetype heap(const Events::CommandSent &event);
qsizetype heap(const Events::ReportReceived &event);

// What is trivial to destroy holds no memory, all else has a list of its members.
template<class Struct>
qsizetype heap(const Struct &value)
{
    qsizetype sum = 0;
    if constexpr (!std::is_trivially_destructible_v<Struct>)
        forEachField<Struct>([&](const auto &field) { sum += heap(value.*field.member); });
    return sum;
}

template<class Value>
qsizetype heap(const std::shared_ptr<const Value> &shared)
{
    return qsizetype(sizeof(Value)) + 16 + heap(*shared); // beside it lies the count of its holders
}

template<class... Alternatives>
qsizetype heap(const std::variant<Alternatives...> &variant)
{
    static constexpr std::array isPlain{std::is_trivially_destructible_v<Alternatives>...}; // no look inside
    return isPlain[variant.index()] ? 0 : std::visit([](const auto &value) { return heap(value); }, variant);
}

qsizetype heap(const Events::RequestMade &event) { return heap(event.request); }
qsizetype heap(const Events::CommandSent &event) { return heap(event.command); }
qsizetype heap(const Events::ReportReceived &event) { return heap(event.report); }

} // namespace

qsizetype byteSize(const Event &event) { return qsizetype(sizeof event) + heap(event.payload); }

Journal::Journal(qsizetype capacityBytes)
    : m_capacity(capacityBytes)
{
}

void Journal::append(const EventBatch &batch)
{
    for (const Event &event : batch)
        append(event);
}

void Journal::append(const Event &event)
{
    std::visit(
        [&]<class Payload>(const Payload &payload) {
            Event &place = placeFor(qsizetype(sizeof event) + heap(payload));
            place.seq = event.seq;
            place.time = event.time;
            place.payload.emplace<Payload>(payload); // an assignment would make a copy first
        },
        event.payload);
}

// At the end of the ring, when what it has to make way for is gone.
Event &Journal::placeFor(qsizetype bytes)
{
    const auto size = quint32(std::min<qsizetype>(bytes, std::numeric_limits<quint32>::max()));
    while (m_size > 0 && m_bytes + size > m_capacity)
        dropOldest();
    if (m_size == m_sizes.size())
        grow();
    const size_t end = wrapped(m_head + m_size);
    m_sizes[end] = size;
    ++m_size;
    m_bytes += size;
    return m_ring[end];
}

void Journal::dropOldest()
{
    m_bytes -= m_sizes[m_head];
    if (m_sizes[m_head] > sizeof(Event)) // it holds memory beside its place in the ring
        m_ring[m_head] = Event();
    m_head = wrapped(m_head + 1);
    --m_size;
    ++m_dropped;
}

void Journal::grow()
{
    std::vector<Event> bigger(m_ring.empty() ? 1024 : m_ring.size() * 2);
    std::vector<quint32> sizes(bigger.size());
    for (size_t i = 0; i < m_size; ++i) {
        const size_t from = wrapped(m_head + i);
        bigger[i] = std::move(m_ring[from]);
        sizes[i] = m_sizes[from];
    }
    m_ring = std::move(bigger);
    m_sizes = std::move(sizes);
    m_head = 0;
}

} // namespace Linescope
