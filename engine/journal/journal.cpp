// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/journal.h"

#include <algorithm>
#include <array>
#include <limits>

namespace Linescope {

namespace {

qsizetype heap(const QString &text) { return text.capacity() == 0 ? 0 : (text.capacity() + 1) * 2 + 16; }

qsizetype heap(const DeviceInfo &info) { return qsizetype(sizeof info) + heap(info.name) + heap(info.stateText); }

qsizetype heap(const Report &report)
{
    return std::visit(Overload{
                          [](const Reports::DeviceAdded &r) { return heap(*r.info); },
                          [](const Reports::DeviceState &r) { return heap(r.text); },
                          [](const Reports::LineClose &r) { return heap(r.text); },
                          [](const Reports::NewCall &r) { return r.info.heapBytes(); },
                          [](const Reports::CallInfo &r) { return r.info.heapBytes(); },
                          [](const auto &) { return qsizetype(0); },
                      },
                      report);
}

qsizetype heap(const Request &request)
{
    return std::visit(Overload{
                          [](const Requests::InitializeEx &r) { return heap(r.appName) + heap(r.moduleName); },
                          [](const Requests::MakeCall &r) {
                              return heap(r.destAddress) + heap(r.params.displayableAddress)
                                  + heap(r.params.calledParty) + heap(r.params.comment);
                          },
                          [](const Requests::Handoff &r) { return heap(r.fileName); },
                          [](const auto &) { return qsizetype(0); },
                      },
                      request);
}

// What is trivial to destroy holds no memory of its own: most events, known without a look inside.
template<class Variant>
bool isPlain(const Variant &value)
{
    static constexpr auto plain = []<size_t... I>(std::index_sequence<I...>)
    {
        return std::array{std::is_trivially_destructible_v<std::variant_alternative_t<I, Variant>>...};
    }
    (std::make_index_sequence<std::variant_size_v<Variant>>());
    return plain[value.index()];
}

bool isPlain(const Event &event)
{
    if (const auto *received = std::get_if<Events::ReportReceived>(&event.payload))
        return isPlain(received->report);
    return isPlain(event.payload);
}

} // namespace

qsizetype byteSize(const Event &event)
{
    if (isPlain(event))
        return qsizetype(sizeof event);
    // Shared strings are counted with every event that holds them: an upper bound, never too little.
    return qsizetype(sizeof event)
        + std::visit(Overload{
                         [](const Events::ProviderState &e) { return heap(e.name) + heap(e.text); },
                         [](const Events::AppInitialized &e) {
                             return qsizetype(sizeof *e.request) + heap(e.request->appName)
                                 + heap(e.request->moduleName);
                         },
                         [](const Events::DeviceAdded &e) { return heap(*e.info); },
                         [](const Events::DeviceState &e) { return heap(e.text); },
                         [](const Events::LineClosed &e) { return heap(e.text); },
                         [](const Events::CallCreated &e) { return e.info.heapBytes(); },
                         [](const Events::CallInfo &e) { return e.info.heapBytes(); },
                         [](const Events::RequestMade &e) { return qsizetype(sizeof(Request)) + heap(*e.request); },
                         [](const Events::ReportReceived &e) { return heap(e.report); },
                         [](const Events::CommandSent &e) {
                             const auto *makeCall = std::get_if<Commands::MakeCall>(&e.command);
                             return makeCall ? heap(makeCall->destAddress) : 0;
                         },
                         [](const Events::FindingRaised &e) {
                             return qsizetype(sizeof *e.finding) + heap(e.finding->subject) + heap(e.finding->text);
                         },
                         [](const auto &) { return qsizetype(0); },
                     },
                     event.payload);
}

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
    const auto size = quint32(std::min<qsizetype>(byteSize(event), std::numeric_limits<quint32>::max()));
    while (m_size > 0 && m_bytes + size > m_capacity)
        dropOldest();
    if (m_size == m_ring.size())
        grow();
    const size_t end = (m_head + m_size) & (m_ring.size() - 1);
    m_ring[end] = event;
    m_sizes[end] = size;
    ++m_size;
    m_bytes += size;
}

void Journal::dropOldest()
{
    m_bytes -= m_sizes[m_head];
    if (m_sizes[m_head] > sizeof(Event)) // it holds memory beside its place in the ring
        m_ring[m_head] = Event();
    m_head = (m_head + 1) & (m_ring.size() - 1);
    --m_size;
    ++m_dropped;
}

void Journal::grow()
{
    std::vector<Event> bigger(m_ring.empty() ? 1024 : m_ring.size() * 2);
    std::vector<quint32> sizes(bigger.size());
    for (size_t i = 0; i < m_size; ++i) {
        const size_t from = (m_head + i) & (m_ring.size() - 1);
        bigger[i] = std::move(m_ring[from]);
        sizes[i] = m_sizes[from];
    }
    m_ring = std::move(bigger);
    m_sizes = std::move(sizes);
    m_head = 0;
}

} // namespace Linescope
