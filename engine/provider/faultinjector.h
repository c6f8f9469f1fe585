// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Another provider, with faults done to what passes between it and the engine (Stimuli::SetFaults). Looks like the
// provider that it holds in every other way; without faults everything passes as it is.
//
// A call that the engine refuses by NULL is closed for the provider (CloseCall), which is to speak of it no more
// (V-26).
#pragma once

#include "provider/faultstream.h"
#include "provider/serviceprovider.h"

#include <memory>

namespace Linescope {

class FaultInjector : public ServiceProvider, private FaultStream::Target {
    Q_OBJECT

public:
    // The clock must outlive it.
    FaultInjector(std::unique_ptr<ServiceProvider> provider, Clock *clock, quint64 seed = 1,
                  const QList<Fault> &faults = {}, QObject *parent = nullptr);
    ~FaultInjector() override;

    QString id() const override { return m_provider->id(); }
    QString displayName() const override { return m_provider->displayName(); }
    ProviderAbilities abilities() const override { return m_provider->abilities(); }

    void start() override;
    void stop() override;
    void execute(const Command &command) override;
    void stimulate(const Stimulus &stimulus) override;
    std::optional<Provenance> provenance(DriverCall call) const override { return m_provider->provenance(call); }
    std::optional<Provenance> provenance(DriverLine line) const override { return m_provider->provenance(line); }

private:
    void send(const QList<Report> &batch) override { Q_EMIT reported(batch); }
    void refused(DriverCall call) override;
    void fail(const QString &reason) override;

    std::unique_ptr<ServiceProvider> m_provider;
    FaultStream m_stream;
};

} // namespace Linescope
