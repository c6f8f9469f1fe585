// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the actions about lines, calls and applications do: ask for what is missing, show what would die, then tell
// Operations.
#pragma once

#include "mainwindow/windowcommands.h"

namespace Linescope {

class TelephonyCommands : public WindowCommands {
    Q_OBJECT

public:
    TelephonyCommands(CommandContext context, QWidget *window);

private:
    void connectLines();
    void connectCalls();
    void connectApps();

    void openLine();
    void closeLine();
    void makeCall();
    void useCallFunction(const CallFunction &function);
    bool mayAct(const CallFunction &function, HCall handle);
    void newApp();
    void endApp(bool crashed);
    void deallocate();
    void deallocateIdle(const std::function<bool(const Handle &)> &wanted);
    void showCallInfo(HCall handle, const CallInfo &info);
};

} // namespace Linescope
