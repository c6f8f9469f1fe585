// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/virtualapp.h"

#include <limits>

namespace Linescope {

namespace {

constexpr Microseconds never = std::numeric_limits<Microseconds>::max();

} // namespace

VirtualApp::VirtualApp(TelephonyServer *server, const AppHabits &habits, QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_habits(habits)
{
    Requests::InitializeEx request;
    request.appName = habits.name;
    request.apiVersion = habits.apiVersion;
    request.monitor = habits.monitor;
    const Outcome outcome = server->execute({}, request);
    if (!outcome.ok())
        return;
    m_id = std::get<HLineApp>(outcome.value);
    connect(server, &TelephonyServer::advanced, this, &VirtualApp::advance);
    openMissingLines();
}

VirtualApp::~VirtualApp()
{
    if (m_server && m_server->world().app(m_id))
        m_server->execute(m_id, Requests::Shutdown());
}

void VirtualApp::advance(const EventBatch &batch)
{
    bool linesChanged = false;
    for (const Event &event : batch) {
        if (std::holds_alternative<Events::DeviceAdded>(event.payload)) {
            linesChanged = true;
        } else if (const auto *state = std::get_if<Events::DeviceState>(&event.payload)) {
            if (state->inService && m_notBefore.value(state->device) != never)
                m_notBefore.remove(state->device);
            linesChanged = true;
        } else if (const auto *closed = std::get_if<Events::LineClosed>(&event.payload)) {
            if (closed->app == m_id)
                lineClosed(*closed);
        }
    }
    // What is done here comes back here, after this batch: one thing after the other.
    if (!m_server->world().app(m_id))
        return;
    readMessages();
    if (linesChanged)
        openMissingLines();
}

// A line that was closed on purpose stays closed; one that the provider closed is tried again after a while.
void VirtualApp::lineClosed(const Events::LineClosed &event)
{
    m_open.remove(event.device);
    if (event.reason != LineCloseReason::Provider || m_habits.reopenAfter < 0) {
        m_notBefore.insert(event.device, never);
        return;
    }
    m_notBefore.insert(event.device, m_server->clock()->now() + m_habits.reopenAfter);
    later(m_habits.reopenAfter, [this] { openMissingLines(); });
}

void VirtualApp::readMessages()
{
    while (const std::optional<LineMessage> message = m_server->lineGetMessage(m_id)) {
        if (message->id == MessageId::CallState)
            callStateChanged(HCall::fromHandle(message->device), CallState(message->param1));
    }
}

void VirtualApp::openMissingLines()
{
    if (!m_habits.openAllLines)
        return;
    const std::vector<Device> devices = m_server->world().devices();
    const Microseconds now = m_server->clock()->now();
    for (const Device &device : devices) {
        if (!device.removed && !m_open.contains(device.id) && m_notBefore.value(device.id) <= now)
            openLine(device);
    }
}

void VirtualApp::openLine(const Device &device)
{
    const quint32 number = deviceNumber(device.id);
    Requests::NegotiateApiVersion negotiate;
    negotiate.deviceId = number;
    negotiate.high = m_habits.apiVersion;
    Requests::Open open;
    open.deviceId = number;
    open.apiVersion = m_habits.apiVersion;
    open.privileges = m_habits.privileges;
    open.mediaModes = m_habits.mediaModes & device.info.mediaModes;
    m_server->execute(m_id, negotiate); // what it refuses, lineOpen refuses too
    const Outcome outcome = m_server->execute(m_id, open);
    if (!outcome.ok()) {
        m_notBefore.insert(device.id, m_server->clock()->now() + m_habits.reopenAfter);
        later(m_habits.reopenAfter, [this] { openMissingLines(); });
        return;
    }
    m_open.insert(device.id);
    if (!m_habits.takeExistingCalls || device.calls + device.retained == 0)
        return;
    const Outcome calls = m_server->execute(m_id, Requests::GetNewCalls{std::get<HLine>(outcome.value)});
    for (HCall handle : std::get<QList<HCall>>(calls.value))
        callStateChanged(handle, callOf(handle)->state);
}

const Call *VirtualApp::callOf(HCall handle) const
{
    const Handle *found = m_server->world().handle(handle);
    return found ? m_server->world().call(found->call) : nullptr;
}

void VirtualApp::later(Microseconds delay, std::function<void()> act)
{
    if (delay < 0)
        return;
    m_server->clock()->callAt(m_server->clock()->now() + delay, this, [this, act = std::move(act)] {
        if (m_server && m_server->world().app(m_id))
            act();
    });
}

void VirtualApp::callStateChanged(HCall handle, CallState state)
{
    const auto isOwnerIn = [this, handle](CallState wanted) {
        const Call *call = callOf(handle);
        return call && call->state == wanted && m_server->world().handle(handle)->privilege == Privilege::Owner;
    };
    if (state == CallState::Offering) {
        later(m_habits.answerAfter, [this, handle, isOwnerIn] {
            if (isOwnerIn(CallState::Offering))
                m_server->execute(m_id, Requests::Answer{handle});
        });
    } else if (state == CallState::Disconnected) {
        later(m_habits.dropAfterDisconnect, [this, handle, isOwnerIn] {
            if (isOwnerIn(CallState::Disconnected))
                m_server->execute(m_id, Requests::Drop{handle});
        });
    } else if (state == CallState::Idle) {
        if (m_habits.deallocateAfterIdle >= 0)
            later(m_habits.deallocateAfterIdle, [this, handle] { deallocate(handle); });
        else
            m_retained.push_back(handle);
        forgetOldest();
    }
}

void VirtualApp::deallocate(HCall handle)
{
    if (callOf(handle))
        m_server->execute(m_id, Requests::DeallocateCall{handle});
}

void VirtualApp::forgetOldest()
{
    while (qsizetype(m_retained.size()) > m_habits.keepAtMost) {
        const HCall oldest = m_retained.front();
        m_retained.pop_front();
        deallocate(oldest);
    }
}

} // namespace Linescope
