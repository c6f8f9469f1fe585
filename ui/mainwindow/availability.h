// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What can be done with what is selected: the reason why not, for every action. No widgets, only the World.
#pragma once

#include "mainwindow/callfunctions.h"

#include "support/selection.h"

#include <functional>

namespace Linescope {

class Availability {
public:
    using Abilities = std::function<ProviderAbilities(ProviderId)>;

    Availability(const World &world, const Selection &selection, Abilities abilities);

    // Why the action cannot be done now, a sentence; empty when it can.
    QString whyNot(ActionId id) const;

private:
    QString whyNoCallFunction(const CallFunction &function) const;
    QString whyNoLineFunction(const CallFunction &function) const;
    QString whyNoPrivilege(Privilege wanted) const;
    QString whyNoDeallocate() const;
    QString whyNoStimulus(ActionId id) const;
    QString whyNoLineStimulus(ActionId id) const;
    QString whyNoCallStimulus(ActionId id) const;
    QString whyNoMakeCall() const;

    const World &m_world;
    const Selection m_selection;
    const Abilities m_abilities;
    const Handle *m_handle = nullptr;
    const Call *m_call = nullptr;
    const Device *m_device = nullptr;
    const App *m_app = nullptr;
};

} // namespace Linescope
