// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "handlescene.h"

#include <iterator>
#include <vector>

namespace Linescope::Benchmark {

namespace {

constexpr quint32 apps = 10;
constexpr CallState states[] = {CallState::Offering, CallState::Connected, CallState::OnHold, CallState::Connected,
                                CallState::Disconnected};

} // namespace

HandleScene::HandleScene(quint32 handles, quint32 handlesPerCall)
    : EventMaker(10_us)
    , m_handlesPerCall(handlesPerCall)
{
    addProvider(u"Simulator"_s);
    for (quint32 i = 1; i <= apps; ++i)
        addApp({i}, u"app %1"_s.arg(i));
    for (quint32 i = 1; i <= Devices; ++i) {
        addDevice({i}, u"PJSIP/%1"_s.arg(100 + i));
        for (quint32 n = 0; n < handlesPerCall; ++n)
            openLine({++m_lastLine}, {1 + m_lastLine % apps}, {i});
    }
    for (quint32 i = 0; i < handles / handlesPerCall; ++i)
        starts();
}

void HandleScene::starts()
{
    const quint32 device = m_lastCall % Devices;
    startsOn({device + 1}, {device * m_handlesPerCall + 1}, m_handlesPerCall);
}

void HandleScene::startsOn(DeviceId device, HLine firstLine, quint32 handles)
{
    CallInfo info;
    info.callerId = u"+33 1 70 %1"_s.arg(m_random.bounded(100000));
    info.calledId = u"%1"_s.arg(100 + device.value);
    const CallId call{++m_lastCall};
    add(Events::CallCreated{call, device, {call.value}, 0, PackedCallInfo(info)});
    add(Events::CallState{call, states[call.value % std::size(states)], CallState::Unknown, 0});
    for (quint32 i = 0; i < handles; ++i)
        addHandle(call, {firstLine.value + i});
}

void HandleScene::addHandle(CallId call, HLine line)
{
    add(Events::HandleCreated{
        {++m_lastHandle}, call, line, world().line(line)->app, Privilege::Owner, World::bytesPerHandle()});
}

void HandleScene::ends(CallId id)
{
    const Call call = *world().call(id);
    std::vector<Handle> handles;
    world().forEachHandle(call, [&](const Handle &handle) { handles.push_back(handle); });
    for (const Handle &handle : handles)
        add(Events::HandleVoided{handle.id, id, handle.line, world().appOf(handle), VoidReason::Deallocated, false, 0});
    add(Events::CallReleased{id, call.device});
}

CallId HandleScene::any()
{
    for (;;) {
        const Call &call = world().calls().at(m_random.bounded(world().calls().slotCount()));
        if (!call.id.isNull())
            return call.id;
    }
}

void HandleScene::changes(int count)
{
    for (int i = 0; i < count; ++i) {
        const CallId call = any();
        add(Events::CallState{call, states[m_random.bounded(quint32(std::size(states)))], world().call(call)->state,
                              0});
    }
}

HLine HandleScene::opens(int calls)
{
    const HLine line{++m_lastLine};
    openLine(line, {1 + line.value % apps}, {1});
    for (int i = 0; i < calls; ++i)
        startsOn({1}, line, 1);
    return line;
}

void HandleScene::closes(HLine id)
{
    std::vector<CallId> calls;
    world().handles().forEach([&](const Handle &handle) {
        if (handle.line == id)
            calls.push_back(handle.call);
    });
    for (const CallId call : calls)
        ends(call);
    const Line line = *world().line(id);
    add(Events::LineClosed{id, line.app, line.device, LineCloseReason::Provider, {}});
}

} // namespace Linescope::Benchmark
