// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/replay/replayprovider.h"
#include "tapi/overload.h"

namespace Linescope {

namespace {

template<class Name, class Map>
Name nameIn(Map &names, const typename Map::key_type &then, quint32 &last)
{
    if (then.second == 0)
        return {};
    Name &name = names[then];
    if (name.isNull())
        name = {++last};
    return name;
}

} // namespace

// Two providers of a recording may have used the same names.
DriverLine ReplayProvider::line(ProviderId provider, DriverLine then)
{
    return nameIn<DriverLine>(m_lineNames, {provider, then.value}, m_lastName);
}

DriverCall ReplayProvider::call(ProviderId provider, DriverCall then)
{
    return nameIn<DriverCall>(m_callNames, {provider, then.value}, m_lastName);
}

// ---- what the engine said then ----

void ReplayProvider::follow(ProviderId provider, const Command &command)
{
    const auto lineOf = [&](const CallTarget &target) { return m_calls[call(provider, target.driver)].line; };
    const auto makes = [&](RequestId request, DriverLine on) { m_requests[{provider, request.value}] = on; };
    std::visit(Overload{
                   [&](const Commands::OpenLine &c) { m_lines[line(provider, c.line)].wasOpen = true; },
                   [&](const Commands::CloseLine &c) { m_lines[line(provider, c.line)].wasOpen = false; },
                   [&](const Commands::CloseCall &c) { m_calls[call(provider, c.target.driver)].wasReleased = true; },
                   [&](const Commands::MakeCall &c) { makes(c.request, line(provider, c.line)); },
                   [&](const Commands::Unpark &c) { makes(c.request, line(provider, c.line)); },
                   [&](const Commands::Pickup &c) { makes(c.request, line(provider, c.line)); },
                   [&](const Commands::SetupConference &c) { makes(c.request, line(provider, c.line)); },
                   [&](const Commands::SetupTransfer &c) { makes(c.request, lineOf(c.target)); },
                   [&](const Commands::CompleteTransfer &c) { makes(c.request, lineOf(c.target)); },
                   [&](const Commands::PrepareAddToConference &c) { makes(c.request, lineOf(c.conference)); },
                   [](const auto &) {},
               },
               command);
}

// ---- what the provider said then ----

bool ReplayProvider::isSilent(DriverLine line) const
{
    const auto found = m_lines.find(line);
    return found != m_lines.end() && found->second.wasOpen && !found->second.isOpen;
}

bool ReplayProvider::isSilent(DriverCall call) const
{
    const auto found = m_calls.find(call);
    if (found == m_calls.end())
        return false;
    const CallLife &life = found->second;
    return life.isLeftOut || (life.isReleased && !life.wasReleased) || isSilent(life.line);
}

void ReplayProvider::say(const Report &report) { m_batch.append(report); }

// A name is one device's: the engine takes a second one for the same.
void ReplayProvider::sayDevice(ProviderId provider, Reports::DeviceAdded device)
{
    device.line = line(provider, device.line);
    const auto [holder, isNew] = m_deviceHolders.insert({device.info->name, provider});
    if (!isNew && holder->second != provider) {
        DeviceInfo info = *device.info;
        info.name += QStringLiteral(" (%1)").arg(shortName(provider));
        device.info = std::make_shared<const DeviceInfo>(info);
    }
    say(device);
}

void ReplayProvider::closeLine(DriverLine line)
{
    m_lines[line] = {};
    for (auto &[name, life] : m_calls) // an engine releases them without a word (L-28)
        life.isLeftOut = life.isLeftOut || life.line == line;
}

void ReplayProvider::sayNewCall(DriverLine line, DriverCall call, const PackedCallInfo &info, quint32 bytes)
{
    CallLife &life = m_calls[call];
    life = {line};
    life.isLeftOut = isSilent(line);
    if (life.isLeftOut)
        ++m_leftOut;
    else
        say(Reports::NewCall{line, call, info, bytes});
}

// A call that an application had asked for.
void ReplayProvider::sayMade(ProviderId provider, const Reports::Completion &completion)
{
    const auto request = m_requests.find({provider, completion.request.value});
    if (request == m_requests.end() || completion.result != LineError::None)
        return;
    for (const DriverCall made : {completion.call, completion.consult}) {
        if (!made.isNull())
            sayNewCall(request->second, call(provider, made), {}, 0);
    }
    m_requests.erase(request);
}

void ReplayProvider::say(ProviderId provider, const Report &report)
{
    const auto sayOf = [this](auto named, const Report &said) { isSilent(named) ? void(++m_leftOut) : say(said); };
    const auto aboutLine = [&](auto r) {
        r.line = line(provider, r.line);
        sayOf(r.line, r);
    };
    const auto aboutCall = [&](auto r) {
        r.call = call(provider, r.call);
        sayOf(r.call, r);
    };
    std::visit(Overload{
                   [&](const Reports::DeviceAdded &r) { sayDevice(provider, r); },
                   [&](Reports::DeviceRemoved r) {
                       r.line = line(provider, r.line);
                       say(r);
                       closeLine(r.line);
                   },
                   [&](Reports::DeviceState r) {
                       r.line = line(provider, r.line);
                       say(r);
                   },
                   [&](Reports::LineClose r) {
                       r.line = line(provider, r.line);
                       sayOf(r.line, r);
                       closeLine(r.line);
                   },
                   [&](const Reports::NewCall &r) {
                       sayNewCall(line(provider, r.line), call(provider, r.call), r.info, r.bytes);
                   },
                   [&](Reports::CallState r) {
                       if (r.state == CallState::Conferenced) // V-39: the parent
                           r.mode = call(provider, DriverCall{r.mode}).value;
                       aboutCall(r);
                   },
                   [&](const Reports::CallInfo &r) { aboutCall(r); },
                   [&](const Reports::CallBytes &r) { aboutCall(r); },
                   [&](const Reports::Completion &r) { sayMade(provider, r); },
                   [](const Reports::Generate &) {},      // answers to what nobody
                   [](const Reports::MonitorDigits &) {}, // asks for now
                   [&](const Reports::LineDevState &r) { aboutLine(r); },
                   [&](const Reports::AddressState &r) { aboutLine(r); },
                   [&](Reports::FaultInjected r) {
                       r.line = line(provider, r.line);
                       r.call = call(provider, r.call);
                       say(r);
                   },
               },
               report);
}

} // namespace Linescope
