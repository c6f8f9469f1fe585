// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "smallworld/picture.h"

#include "smallworld/choices.h"

#include <algorithm>
#include <bit>

namespace Linescope::SmallWorld {

namespace {

// 1, 2, 3 ...; 0: none, or not in the list any more.
template<class T>
size_t placeIn(const std::vector<T> &list, T id)
{
    const auto found = std::find(list.begin(), list.end(), id);
    return id.isNull() || found == list.end() ? 0 : size_t(found - list.begin()) + 1;
}

template<class Enum>
size_t bitNumber(Enum value)
{
    return size_t(std::countr_zero(quint32(value)));
}

} // namespace

Picture::Picture(const Reference::Model &model, const Pass &pass)
    : m_model(model)
    , m_pass(pass)
{
    text.reserve(64);
    arrange();
    describe();
}

void Picture::arrange()
{
    apps.resize(size_t(m_pass.applications));
    for (const auto &[id, app] : m_model.apps)
        apps[size_t(roleNamed(app.module))] = id;
    for (const auto &[id, device] : m_model.devices) {
        if (!device.removed)
            devices.push_back(id);
    }
    for (const auto &[id, line] : m_model.lines)
        lines.push_back(id);
    const auto lineRank = [this](HLine id) {
        const Reference::Line &line = m_model.lines.at(id);
        return std::tuple(line.device, isOrdered(line) ? 0 : 1, isOrdered(line) ? int(id.value) : roleOf(line.app));
    };
    std::sort(lines.begin(), lines.end(), [&](HLine a, HLine b) { return lineRank(a) < lineRank(b); });
    for (const auto &[id, call] : m_model.calls)
        calls.push_back(id);
    const auto callRank = [this](CallId id) { return std::pair(m_model.calls.at(id).device, id); };
    std::sort(calls.begin(), calls.end(), [&](CallId a, CallId b) { return callRank(a) < callRank(b); });
    for (const auto &[id, handle] : m_model.handles)
        handles.push_back(id);
    const auto handleRank = [this](HCall id) {
        const Reference::Handle &handle = m_model.handles.at(id);
        return std::pair(placeIn(lines, handle.line), handle.age);
    };
    std::sort(handles.begin(), handles.end(), [&](HCall a, HCall b) { return handleRank(a) < handleRank(b); });
    for (const auto &[id, waiting] : m_model.pending)
        requests.push_back(id);
}

// Of those that can never own a call nor have two of them made the order of opening decides nothing that shows.
bool Picture::isOrdered(const Reference::Line &line) const
{
    return line.privileges.testFlag(Privilege::Owner) || m_pass.parts.testFlag(Part::OrdersHandles)
        || (m_pass.requests > 1 && m_pass.parts.testFlag(Part::MakesCalls));
}

int Picture::roleOf(HLineApp app) const { return int(placeIn(apps, app)); }

void Picture::describe()
{
    for (HLineApp app : apps)
        put(app.isNull() ? 0 : 1);
    put(m_model.providers.begin()->second.up ? 1 : 0);
    for (DeviceId id : devices) {
        const Reference::Device &device = m_model.devices.at(id);
        put((device.open ? 1 : 0) | (device.known ? 2 : 0) | (device.info.inService ? 4 : 0));
    }
    describeLines();
    describeCalls();
    describeHandles();
    describeRequests();
    if (m_pass.parts.testFlag(Part::SpeaksTooLate))
        describeWhatIsOver();
    if (m_pass.parts.testFlag(Part::KeepsMessages))
        describeQueues();
}

void Picture::describeLines()
{
    put('L');
    for (HLine id : lines) {
        const Reference::Line &line = m_model.lines.at(id);
        put(size_t(roleOf(line.app)));
        put(placeIn(devices, line.device));
    }
    if (!m_pass.parts.testFlag(Part::Registers))
        return;
    for (HLineApp app : apps) { // which of its lines came first
        const auto first = std::find_if(m_model.lines.begin(), m_model.lines.end(),
                                        [&](const auto &line) { return line.second.app == app; });
        put(first == m_model.lines.end() ? 0 : placeIn(lines, first->first));
    }
}

void Picture::describeCalls()
{
    put('C');
    for (CallId id : calls) {
        const Reference::Call &call = m_model.calls.at(id);
        put(placeIn(devices, call.device));
        put((call.shown ? 1 : 0) | (call.stated ? 2 : 0));
        put(bitNumber(call.state));
        put(placeIn(calls, call.parent));
        put(call.info.origin == 0 ? 0 : bitNumber(call.info.origin) + 1);
        put(call.info.appName.isEmpty() ? 0 : size_t(roleNamed(call.info.appName)) + 1);
    }
}

void Picture::describeHandles()
{
    put('H');
    for (HCall id : handles) {
        const Reference::Handle &handle = m_model.handles.at(id);
        put(placeIn(lines, handle.line));
        put(placeIn(calls, handle.call));
        put((handle.privilege == Privilege::Owner ? 1 : 0) | (handle.fresh ? 2 : 0));
        if (m_pass.parts.testFlag(Part::OrdersHandles))
            put(placeIn(m_model.handlesOf(handle.call), id));
    }
}

void Picture::describeRequests()
{
    put('R');
    for (RequestId id : requests) {
        const Reference::Pending &waiting = m_model.pending.at(id);
        put(m_model.apps.count(waiting.app));
        put(placeIn(lines, waiting.line));
        put(placeIn(devices, waiting.device));
        put(placeIn(calls, waiting.call));
        put(placeIn(handles, waiting.handle));
        put(waiting.creates.size());
        for (const Reference::NewCall &made : waiting.creates) {
            put(bitNumber(made.info.origin));
            put(size_t(std::distance(m_model.calls.begin(), m_model.calls.lower_bound(made.call)))); // older ones
        }
        put(waiting.abandoned ? 1 : 0);
        put(placeIn(apps, waiting.claimedBy));
    }
}

// What the engine remembers of lines and calls that are over, for what the provider says of them before it knows.
void Picture::describeWhatIsOver()
{
    put('O');
    const Reference::Provider &provider = m_model.providers.begin()->second;
    for (int number = 1; number <= m_pass.calls; ++number)
        put(provider.closed.count(callNamed(number)));
    for (CallId id : calls)
        put(m_model.calls.at(id).driver.value - callNamed(0).value);
    for (DeviceId id : devices)
        put(m_model.devices.at(id).closedBy > 0 ? 1 : 0);
}

void Picture::describeQueues()
{
    put('Q');
    for (HLineApp app : apps) {
        put('q');
        if (app.isNull())
            continue;
        for (const Reference::QueuedMessage &queued : m_model.apps.at(app).queue) {
            const LineMessage &message = queued.message;
            const bool isNew = message.id == MessageId::AppNewCall;
            put(size_t(message.id));
            put(placeIn(lines, HLine::fromHandle(message.device)));
            put(placeIn(handles, HCall::fromHandle(isNew ? message.param2 : message.device)));
            put(placeIn(lines, queued.line));
        }
    }
}

} // namespace Linescope::SmallWorld
