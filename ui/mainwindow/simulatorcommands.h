// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the actions of the Simulator menu do: what the other side of the line does, and faults, at the tester's word.
#pragma once

#include "mainwindow/windowcommands.h"

namespace Linescope {

class SimulatorCommands : public WindowCommands {
    Q_OBJECT

public:
    SimulatorCommands(CommandContext context, QWidget *window);

private:
    void connectLines();
    void connectCalls();
    void connectProvider();

    ProviderId simulator() const; // of the selection, or the only one
    DriverLine line() const;
    DriverCall call() const;
    void stimulate(const Stimulus &stimulus);
    void newCall();
    void addLine();
    void injectFaults();
};

} // namespace Linescope
