// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/journaltraffic.h"

namespace Linescope {

tl::expected<std::unique_ptr<TrafficSource>, QString> JournalTraffic::open(const QString &path)
{
    auto file = JournalFile::open(path);
    if (!file)
        return tl::unexpected(file.error());
    return std::make_unique<JournalTraffic>(std::move(*file));
}

tl::expected<std::optional<RecordedTraffic>, QString> JournalTraffic::next()
{
    while (m_waiting.empty()) {
        const auto event = m_file->reader().next();
        if (const std::optional<World> snapshot = m_file->reader().takeSnapshot())
            tell(*snapshot);
        if (event && *event)
            take(**event);
        else if (!event)
            return tl::unexpected(event.error());
        else if (m_waiting.empty())
            return std::nullopt;
    }
    RecordedTraffic first = std::move(m_waiting.front());
    m_waiting.pop_front();
    return first;
}

// What has not been told yet: all of it at the beginning, the rest after a gap.
void JournalTraffic::tell(const World &world)
{
    for (const Device &device : world.devices()) {
        if (device.id.isNull() || device.removed)
            continue;
        if (m_lines.insert({device.provider, device.driver.value}).second)
            m_waiting.push_back(
                {world.time(), device.provider,
                 Report(Reports::DeviceAdded{device.driver, std::make_shared<const DeviceInfo>(device.info)})});
        if (device.opens > 0)
            m_waiting.push_back({world.time(), device.provider, Command(Commands::OpenLine{device.driver})});
    }
    std::vector<const Call *> calls;
    world.calls().forEach([&](const Call &call) { calls.push_back(&call); });
    std::sort(calls.begin(), calls.end(), [](const Call *a, const Call *b) { return a->id < b->id; });
    for (const Call *call : calls)
        tell(world, *call);
}

void JournalTraffic::tell(const World &world, const Call &call)
{
    const Device *const device = world.device(call.device);
    if (!device || call.driver.isNull() || call.isIdle()
        || !m_calls.insert({device->provider, call.driver.value}).second)
        return;
    quint32 mode = call.mode;
    if (call.state == CallState::Conferenced) { // a provider names the parent by its own name (V-39)
        const Call *const parent = world.call({call.mode});
        mode = parent ? parent->driver.value : 0;
    }
    m_waiting.push_back({world.time(), device->provider,
                         Report(Reports::NewCall{device->driver, call.driver, call.info, call.providerBytes})});
    m_waiting.push_back(
        {world.time(), device->provider, Report(Reports::CallState{call.driver, call.state, mode, {}})});
}

void JournalTraffic::take(const Event &event)
{
    if (const auto *report = std::get_if<Events::ReportReceived>(&event.payload)) {
        note(report->provider, report->report);
        m_waiting.push_back({event.time, report->provider, report->report});
    } else if (const auto *command = std::get_if<Events::CommandSent>(&event.payload)) {
        m_waiting.push_back({event.time, command->provider, command->command});
    }
}

void JournalTraffic::note(ProviderId provider, const Report &report)
{
    if (const auto *device = std::get_if<Reports::DeviceAdded>(&report))
        m_lines.insert({provider, device->line.value});
    else if (const auto *call = std::get_if<Reports::NewCall>(&report))
        m_calls.insert({provider, call->call.value});
    else if (const auto *completion = std::get_if<Reports::Completion>(&report))
        m_calls.insert({provider, completion->call.value});
}

} // namespace Linescope
