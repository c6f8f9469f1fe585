// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/simulator/simulator.h"

#include <algorithm>
#include <utility>

namespace Linescope {

SimulatorProvider::SimulatorProvider(Clock *clock, const SimulatorSettings &settings, QObject *parent)
    : ServiceProvider(parent)
    , m_settings(settings)
    , m_automatic(settings.automatic)
    , m_agenda(clock, this, [this] { flush(); })
    , m_traffic(settings.seed)
{
    for (int i = 0; i < settings.lines; ++i)
        addLine(tr("Line %1").arg(i + 1));
}

ProviderAbilities SimulatorProvider::abilities() const
{
    using enum CallFeature;
    ProviderAbilities abilities;
    abilities.callFeatures = CallFeatures(Accept) | AddToConf | Answer | BlindTransfer | CompleteCall | CompleteTransf
        | Dial | Drop | GenerateDigits | Hold | MonitorDigits | Park | PrepareAddConf | Redirect | RemoveFromConf
        | SecureCall | SendUserUser | SetupConf | SetupTransfer | SwapHold | Unhold | ReleaseUserUserInfo | SetCallData;
    abilities.callFeatures2 = CallFeatures2(CallFeature2::TransferNorm) | CallFeature2::TransferConf
        | CallFeature2::ParkDirect | CallFeature2::ParkNonDirect | CallFeature2::ComplCampOn
        | CallFeature2::ComplCallback;
    abilities.addressFeatures = AddressFeatures(AddressFeature::MakeCall) | AddressFeature::Pickup
        | AddressFeature::PickupGroup | AddressFeature::PickupDirect | AddressFeature::PickupWaiting
        | AddressFeature::SetupConf | AddressFeature::Unpark;
    abilities.appSpecific = true;
    abilities.mediaMode = true;
    abilities.stimuli = true;
    return abilities;
}

void SimulatorProvider::start()
{
    m_running = true;
    reportHealth();
    for (size_t i = 0; i < m_lines.size(); ++i) {
        if (!m_lines[i].removed)
            reportDevice({quint32(i + 1)});
    }
    if (!std::exchange(m_startedOnce, true))
        bringCallsUp();
    planArrival();
    flush();
}

void SimulatorProvider::stop()
{
    m_running = false;
    m_agenda.clear();
    m_batch.clear();
    m_pending.clear();
    m_known.clear();
    m_calls.clear();
    m_parked.clear();
    m_completions = 0;
    for (SimulatedLine &line : m_lines) {
        line.open = SimulatedLine::Open::No;
        line.active = 0;
        line.connected = 0;
        line.asked = {};
        line.askedOfAddress = {};
        line.rings = false;
    }
}

void SimulatorProvider::stimulate(const Stimulus &stimulus)
{
    if (!m_running)
        return;
    std::visit([this](const auto &s) { take(s); }, stimulus);
    flush();
}

void SimulatorProvider::later(Microseconds delay, std::function<void()> act)
{
    m_agenda.in(Microseconds(double(delay) / m_settings.timeScale), std::move(act));
}

void SimulatorProvider::flush()
{
    if (const QList<Report> batch = std::exchange(m_batch, {}); !batch.isEmpty())
        Q_EMIT reported(batch);
}

// ---- lines ----

void SimulatorProvider::addLine(const QString &name)
{
    const quint32 index = quint32(m_lines.size());
    constexpr LineStyle styles[] = {LineStyle::ClearsItself, LineStyle::LeavesStanding, LineStyle::ClearsSlowly};
    SimulatedLine line;
    line.name = name;
    line.number = QString::number(1001 + index);
    line.style = styles[index % 3];
    line.closeDrop = index % 2 == 1;
    m_lines.push_back(line);
}

SimulatedLine *SimulatorProvider::line(DriverLine id)
{
    if (id.isNull() || id.value > m_lines.size() || m_lines[id.value - 1].removed)
        return nullptr;
    return &m_lines[id.value - 1];
}

// None if it is nobody's.
DriverLine SimulatorProvider::lineOfNumber(const QString &number)
{
    const auto it = std::find_if(m_lines.begin(), m_lines.end(),
                                 [&](const SimulatedLine &l) { return !l.removed && l.number == number; });
    return it == m_lines.end() ? DriverLine() : DriverLine{quint32(it - m_lines.begin()) + 1};
}

void SimulatorProvider::reportDevice(DriverLine id)
{
    const SimulatedLine &line = m_lines[id.value - 1];
    DeviceInfo info;
    info.name = line.name;
    info.inService = line.inService;
    if (line.closeDrop)
        info.capFlags = DevCapFlag::CloseDrop;
    if (!line.inService)
        info.stateText = tr("The line was taken out of service.");
    report(Reports::DeviceAdded{id, std::make_shared<const DeviceInfo>(info)});
}

void SimulatorProvider::reportHealth()
{
    if (!m_automatic || m_settings.callsPerMinute <= 0)
        Q_EMIT healthChanged({true, tr("Simulating: calls come on request.")});
    else
        Q_EMIT healthChanged({true,
                              tr("Simulating: calls come and go by themselves, %1 a minute on average.")
                                  .arg(m_settings.callsPerMinute * m_settings.timeScale)});
}

QString SimulatorProvider::freeLineName() const
{
    for (size_t number = m_lines.size() + 1;; ++number) {
        const QString name = tr("Line %1").arg(number);
        if (std::none_of(m_lines.begin(), m_lines.end(), [&](const SimulatedLine &l) { return l.name == name; }))
            return name;
    }
}

// The engine lets go of the line and of all its calls, which may live on without it.
void SimulatorProvider::closeLine(DriverLine id)
{
    failPending([&](const Pending &pending) { return pending.line == id; }); // V-9
    line(id)->open = SimulatedLine::Open::No;
    line(id)->detected = {};
    line(id)->asked = {};
    line(id)->askedOfAddress = {};
    updateRinging(id);
    forEachCall(id, [this](const CallKey &key, SimulatedCall &call) { forget(key, call); });
}

} // namespace Linescope
