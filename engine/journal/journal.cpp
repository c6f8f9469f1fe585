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

// What is trivial to destroy holds no memory of its own: most reports, known without a look inside.
bool isPlain(const Report &report)
{
    static constexpr auto plain = []<size_t... I>(std::index_sequence<I...>)
    {
        return std::array{std::is_trivially_destructible_v<std::variant_alternative_t<I, Report>>...};
    }
    (std::make_index_sequence<std::variant_size_v<Report>>());
    return plain[report.index()];
}

// Shared strings are counted with every event that holds them: an upper bound, never too little.
constexpr Overload heapOf{
    [](const Events::ProviderState &e) { return heap(e.name) + heap(e.text); },
    [](const Events::AppInitialized &e) {
        return qsizetype(sizeof *e.request) + heap(e.request->appName) + heap(e.request->moduleName);
    },
    [](const Events::DeviceAdded &e) { return heap(*e.info); },
    [](const Events::DeviceState &e) { return heap(e.text); },
    [](const Events::LineClosed &e) { return heap(e.text); },
    [](const Events::CallCreated &e) { return e.info.heapBytes(); },
    [](const Events::CallInfo &e) { return e.info.heapBytes(); },
    [](const Events::RequestMade &e) { return qsizetype(sizeof(Request)) + heap(*e.request); },
    [](const Events::ReportReceived &e) { return isPlain(e.report) ? qsizetype(0) : heap(e.report); },
    [](const Events::CommandSent &e) {
        const auto *makeCall = std::get_if<Commands::MakeCall>(&e.command);
        return makeCall ? heap(makeCall->destAddress) : qsizetype(0);
    },
    [](const Events::FindingRaised &e) {
        return qsizetype(sizeof *e.finding) + heap(e.finding->subject) + heap(e.finding->text);
    },
    [](const auto &) { return qsizetype(0); },
};

} // namespace

qsizetype byteSize(const Event &event) { return qsizetype(sizeof event) + std::visit(heapOf, event.payload); }

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
            Event &place = placeFor(qsizetype(sizeof event) + heapOf(payload));
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
