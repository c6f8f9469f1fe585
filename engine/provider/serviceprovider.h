// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A source of lines and calls. Lives on one thread (its host's); knows nothing of applications or handles (O-2).
#pragma once

#include "provider/contract.h"
#include "provider/provenance.h"

#include <QObject>

#include <optional>

namespace Linescope {

class ServiceProvider : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    // Stable, not translated, for settings and logs: "simulator", "asterisk".
    virtual QString id() const = 0;
    // For people: "Simulator", "pbx.example (Asterisk)".
    virtual QString displayName() const = 0;
    virtual ProviderAbilities abilities() const = 0;

    // Begins to work: devices and health are reported from here on. Called again after a death.
    virtual void start() = 0;
    // Ends; nothing is reported afterwards.
    virtual void stop() = 0;
    virtual void execute(const Command &command) = 0;
    // Ignored by providers that cannot (abilities().stimuli).
    virtual void stimulate(const Stimulus &stimulus);
    // Why a call of it is as it is; none: it does not know, or has no such call.
    virtual std::optional<Provenance> provenance(DriverCall) const { return {}; }
    virtual std::optional<Provenance> provenance(DriverLine) const { return {}; } // the same of a line

Q_SIGNALS:
    void reported(const QList<Linescope::Report> &batch);
    void healthChanged(const Linescope::Health &health);
    // What abilities() says is not what it said before: the provider has learnt what it may do.
    void abilitiesChanged();
    // The provider cannot go on. Its lines are closed as by LINE_CLOSE; the host starts it again after a while.
    void died(const QString &reason);
};

} // namespace Linescope
