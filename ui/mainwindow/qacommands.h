// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a tester does with the window beside the console: compares sources, writes a test report.
#pragma once

#include "dialogs/comparedialog.h"
#include "mainwindow/windowcommands.h"
#include "report/testreport.h"

namespace Linescope {

class View;

class QaCommands : public WindowCommands {
    Q_OBJECT

public:
    // `view`: the one whose picture goes into a report.
    QaCommands(CommandContext context, std::function<View *()> view, QWidget *window);

    void setMakeProvider(MakeProvider make) { m_makeProvider = std::move(make); }
    // The URLs of what is connected, fit to be shown.
    void setSources(std::function<QStringList()> sources) { m_sources = std::move(sources); }
    // What is known without the tester, of that journal.
    TestReport reportOf(const EventBatch &journal) const;

private:
    void compare();
    void writeReport();

    std::function<View *()> m_view;
    MakeProvider m_makeProvider;
    std::function<QStringList()> m_sources;
};

} // namespace Linescope
