// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "provider/faultinjector.h"

namespace Linescope {

FaultInjector::FaultInjector(std::unique_ptr<ServiceProvider> provider, Clock *clock, quint64 seed,
                             const QList<Fault> &faults, QObject *parent)
    : ServiceProvider(parent)
    , m_provider(std::move(provider))
    , m_stream(clock, this, this, seed)
{
    m_stream.setFaults(faults);
    connect(m_provider.get(), &ServiceProvider::reported, this,
            [this](const QList<Report> &batch) { m_stream.pass(batch); });
    connect(m_provider.get(), &ServiceProvider::healthChanged, this, [this](const Health &health) {
        if (m_stream.isLive())
            Q_EMIT healthChanged(health);
    });
    connect(m_provider.get(), &ServiceProvider::abilitiesChanged, this, &ServiceProvider::abilitiesChanged);
    connect(m_provider.get(), &ServiceProvider::died, this, [this](const QString &reason) {
        if (!m_stream.isLive())
            return;
        m_stream.end();
        Q_EMIT died(reason);
    });
}

FaultInjector::~FaultInjector() = default;

void FaultInjector::start()
{
    m_stream.begin();
    m_provider->start();
}

void FaultInjector::stop()
{
    m_stream.end();
    m_provider->stop();
}

void FaultInjector::execute(const Command &command)
{
    if (m_stream.admit(command))
        m_provider->execute(command);
}

void FaultInjector::stimulate(const Stimulus &stimulus)
{
    if (const auto *set = std::get_if<Stimuli::SetFaults>(&stimulus))
        return m_stream.setFaults(set->faults);
    if (const auto *death = std::get_if<Stimuli::Die>(&stimulus); death && m_provider->abilities().stimuli)
        m_stream.tell(FaultKind::Die, death->text);
    m_provider->stimulate(stimulus);
}

void FaultInjector::refused(DriverCall call) { m_provider->execute(Commands::CloseCall{{{}, call}}); }

void FaultInjector::fail(const QString &reason)
{
    m_provider->stop();
    Q_EMIT died(reason);
}

} // namespace Linescope
