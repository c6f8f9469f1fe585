// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/availability.h"

#include "server/features.h"
#include "tapi/names.h"

#include <QCoreApplication>

#include <algorithm>

namespace Linescope {

namespace {

QString sentence(const char *text) { return QCoreApplication::translate("Linescope::Availability", text); }

// `why`: what the source itself says, if it does.
QString whyUnable(const QString &why)
{
    return !why.isEmpty() ? why
                          : sentence(QT_TRANSLATE_NOOP("Linescope::Availability",
                                                       "The source cannot do this, or it is connected read-only."));
}

bool isOutgoing(const Call &call) { return call.info.number(&CallInfo::origin) & quint32(CallOrigin::Outbound); }

} // namespace

Availability::Availability(const World &world, const Selection &selection, Abilities abilities)
    : m_world(world)
    , m_selection(completed(selection, world))
    , m_abilities(std::move(abilities))
    , m_handle(world.handle(m_selection.handle))
    , m_call(m_handle ? world.call(m_handle->call) : nullptr)
    , m_device(world.device(m_selection.device))
    , m_app(world.app(m_selection.app))
{
}

QString Availability::whyNot(ActionId id) const
{
    if (const CallFunction *function = callFunction(id))
        return function->needsCall() ? whyNoCallFunction(*function) : whyNoLineFunction(*function);
    switch (id) {
    case ActionId::ViewInfo:
        return m_handle ? QString() : sentence(QT_TRANSLATE_NOOP("Linescope::Availability", "Select a handle first."));
    case ActionId::ExplainCall:
        return m_selection.call.isNull() && m_selection.device.isNull()
            ? sentence(QT_TRANSLATE_NOOP("Linescope::Availability", "Select a handle, a call or a line first."))
            : QString();
    case ActionId::Deallocate:
        return whyNoDeallocate();
    case ActionId::DeallocateIdle:
        return m_world.totals().retainedHandles > 0
            ? QString()
            : sentence(QT_TRANSLATE_NOOP("Linescope::Availability", "No handle is retained."));
    case ActionId::DeallocateIdleOfApp:
        if (!m_app)
            return sentence(QT_TRANSLATE_NOOP("Linescope::Availability", "Select an application first."));
        return m_app->retained > 0
            ? QString()
            : sentence(QT_TRANSLATE_NOOP("Linescope::Availability", "The application retains no handle."));
    case ActionId::DeallocateIdleOfLine:
        if (!m_device)
            return sentence(QT_TRANSLATE_NOOP("Linescope::Availability", "Select a line first."));
        return m_device->retained > 0
            ? QString()
            : sentence(QT_TRANSLATE_NOOP("Linescope::Availability", "No handle is retained on the line."));
    case ActionId::EndApp:
    case ActionId::CrashApp:
        return m_app ? QString()
                     : sentence(QT_TRANSLATE_NOOP("Linescope::Availability", "Select an application first."));
    case ActionId::OpenLine:
        if (m_world.apps().isEmpty())
            return sentence(QT_TRANSLATE_NOOP("Linescope::Availability", "There is no application; start one first."));
        return std::any_of(m_world.devices().begin(), m_world.devices().end(),
                           [](const Device &device) { return !device.removed; })
            ? QString()
            : sentence(QT_TRANSLATE_NOOP("Linescope::Availability", "There is no line; connect a source first."));
    case ActionId::CloseLine:
        if (!m_device)
            return sentence(QT_TRANSLATE_NOOP("Linescope::Availability", "Select a line first."));
        return m_device->opens > 0
            ? QString()
            : sentence(QT_TRANSLATE_NOOP("Linescope::Availability", "No application has the line open."));
    case ActionId::MakeCall:
        return whyNoMakeCall();
    case ActionId::NewCall:
    case ActionId::ForceClose:
    case ActionId::InService:
    case ActionId::OutOfService:
    case ActionId::RemoveLine:
        return whyNoLineStimulus(id);
    case ActionId::RemoteAnswer:
    case ActionId::RemoteHangUp:
        return whyNoCallStimulus(id);
    case ActionId::AddLine:
    case ActionId::Automatic:
    case ActionId::InjectFaults:
    case ActionId::ProviderDies:
        return whyNoStimulus(id);
    case ActionId::StartSimulator:
        return std::any_of(m_world.providers().begin(), m_world.providers().end(),
                           [&](const Provider &provider) { return m_abilities(provider.id).stimuli; })
            ? sentence(QT_TRANSLATE_NOOP("Linescope::Availability", "The simulator is running already."))
            : QString();
    case ActionId::Disconnect:
        return m_selection.provider.isNull()
            ? sentence(QT_TRANSLATE_NOOP("Linescope::Availability", "Select a line of the source first."))
            : QString();
    default:
        return {};
    }
}

QString Availability::whyNoCallFunction(const CallFunction &function) const
{
    if (!m_handle || !m_call)
        return sentence(QT_TRANSLATE_NOOP("Linescope::Availability", "Select a handle first."));
    const auto feature = std::get<CallFeature>(function.feature);
    if (function.id == ActionId::BecomeOwner || function.id == ActionId::BecomeMonitor)
        return whyNoPrivilege(function.id == ActionId::BecomeOwner ? Privilege::Owner : Privilege::Monitor);
    if (feature != CallFeature()) {
        if (const QString why = whyNotInState(feature, *m_call); !why.isEmpty())
            return why;
        const ProviderAbilities abilities = m_abilities(m_selection.provider);
        if (!abilities.callFeatures.testFlag(feature))
            return whyUnable(abilities.whyNot(feature));
    }
    if (m_handle->privilege != Privilege::Owner && feature != CallFeature::MonitorDigits) // F-40, P-34
        return sentence(QT_TRANSLATE_NOOP("Linescope::Availability",
                                          "The handle has only MONITOR privilege; the function needs OWNER."));
    return {};
}

QString Availability::whyNoPrivilege(Privilege wanted) const
{
    if (m_handle->privilege == wanted)
        return sentence(QT_TRANSLATE_NOOP("Linescope::Availability", "The handle has this privilege already."));
    if (wanted == Privilege::Monitor && isLastOwner(*m_handle, *m_call)) // P-19
        return sentence(QT_TRANSLATE_NOOP("Linescope::Availability",
                                          "The application is the sole owner; a call cannot be left without one."));
    return {};
}

QString Availability::whyNoLineFunction(const CallFunction &function) const
{
    if (!m_world.line(m_selection.line))
        return sentence(QT_TRANSLATE_NOOP("Linescope::Availability",
                                          "Select a line that an application has open, or a handle on it."));
    const auto feature = std::get<AddressFeature>(function.feature);
    const ProviderAbilities abilities = m_abilities(m_selection.provider);
    return abilities.addressFeatures.testFlag(feature) ? QString() : whyUnable(abilities.whyNot(feature));
}

QString Availability::whyNoDeallocate() const
{
    if (!m_handle)
        return sentence(QT_TRANSLATE_NOOP("Linescope::Availability", "Select a handle first."));
    const Line *line = m_world.line(m_handle->line);
    return !m_call || !line || mayDeallocate(*m_handle, *m_call, *line)
        ? QString()
        : sentence(QT_TRANSLATE_NOOP(
            "Linescope::Availability",
            "The application is the sole owner of a live call and negotiated a version before 2.0 (P-30)."));
}

QString Availability::whyNoMakeCall() const
{
    if (m_world.lines().isEmpty())
        return sentence(
            QT_TRANSLATE_NOOP("Linescope::Availability", "No line is open: open one as an application first."));
    QString why;
    for (const Device &device : m_world.devices()) {
        if (device.opens == 0)
            continue;
        const ProviderAbilities abilities = m_abilities(device.provider);
        if (abilities.addressFeatures.testFlag(AddressFeature::MakeCall))
            return {};
        if (why.isEmpty())
            why = abilities.whyNot(AddressFeature::MakeCall);
    }
    return !why.isEmpty()
        ? why
        : sentence(QT_TRANSLATE_NOOP("Linescope::Availability",
                                     "No open line can make calls; the source may be connected read-only."));
}

QString Availability::whyNoStimulus(ActionId) const
{
    if (!m_selection.provider.isNull())
        return m_abilities(m_selection.provider).stimuli
            ? QString()
            : sentence(QT_TRANSLATE_NOOP("Linescope::Availability", "Only the simulator can do this."));
    const bool any = std::any_of(m_world.providers().begin(), m_world.providers().end(),
                                 [&](const Provider &provider) { return m_abilities(provider.id).stimuli; });
    return any ? QString() : sentence(QT_TRANSLATE_NOOP("Linescope::Availability", "Only the simulator can do this."));
}

QString Availability::whyNoLineStimulus(ActionId id) const
{
    if (!m_device)
        return sentence(QT_TRANSLATE_NOOP("Linescope::Availability", "Select a line first."));
    if (m_device->removed)
        return sentence(QT_TRANSLATE_NOOP("Linescope::Availability", "The line has been removed."));
    if (const QString why = whyNoStimulus(id); !why.isEmpty())
        return why;
    if (id == ActionId::InService && m_device->info.inService)
        return sentence(QT_TRANSLATE_NOOP("Linescope::Availability", "The line is in service."));
    if (id == ActionId::OutOfService && !m_device->info.inService)
        return sentence(QT_TRANSLATE_NOOP("Linescope::Availability", "The line is out of service already."));
    if (id == ActionId::ForceClose && m_device->opens == 0)
        return sentence(QT_TRANSLATE_NOOP("Linescope::Availability", "No application has the line open."));
    if (id == ActionId::NewCall && m_device->opens == 0) // O-8
        return sentence(QT_TRANSLATE_NOOP("Linescope::Availability",
                                          "No application has the line open, so nobody would hear of the call."));
    if (id == ActionId::NewCall && !m_device->info.inService)
        return sentence(QT_TRANSLATE_NOOP("Linescope::Availability", "The line is out of service."));
    return {};
}

QString Availability::whyNoCallStimulus(ActionId id) const
{
    if (!m_call)
        return sentence(QT_TRANSLATE_NOOP("Linescope::Availability", "Select a handle first."));
    if (const QString why = whyNoStimulus(id); !why.isEmpty())
        return why;
    if (m_call->isIdle() || m_call->state == CallState::Disconnected)
        return sentence(QT_TRANSLATE_NOOP("Linescope::Availability", "The call is over."));
    constexpr auto waiting = QFlags<CallState>(CallState::Dialing) | CallState::Proceeding | CallState::Ringback;
    if (id == ActionId::RemoteAnswer && !(isOutgoing(*m_call) && waiting.testFlag(m_call->state)))
        return sentence(
            QT_TRANSLATE_NOOP("Linescope::Availability", "The call is not waiting for the called party to answer."));
    return {};
}

} // namespace Linescope
