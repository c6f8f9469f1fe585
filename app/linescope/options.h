// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The command line of the window.
#pragma once

#include "server/telephonyserver.h"
#include "support/theme/theme.h"
#include "tapi/ids.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

#include <tl/expected.hpp>

namespace Linescope {

struct Options {
    static constexpr const char *DemoSource = "simulator:";
    static QStringList views(); // what --view can be

    QString source = QString::fromLatin1(DemoSource);   // URL; empty: start with none
    std::optional<ColorScheme> colorScheme;             // none: as remembered
    QString recording;                                  // shown first; empty: what is true now
    QString journal;                                    // records to this file from the start; empty: does not
    ServerOptions engine;                               // --engine, its switches
    QString language;                                   // "en", "fr"; empty: as remembered
    QString settingsFile;                               // empty: the user's
    QString screenshot;                                 // PNG of the window, then the program ends
    QString pictures;                                   // folder for pictures of every view, then the program ends
    QString view;                                       // shown first: "timeline"; empty: as remembered
    HCall select;                                       // selected before the screenshot
    int after = 2000;                                   // ms before the screenshot
    std::optional<Qt::LayoutDirection> layoutDirection; // for tests; none: the language's
    QSize size;                                         // of the window; none: as remembered
    bool exitAfterFirstFrame = false;
};

// What the arguments say, or what to print instead: why they are wrong, or the help.
struct OptionsProblem {
    QString text;
    int exitCode = 2;
};
tl::expected<Options, OptionsProblem> parseOptions(const QStringList &arguments);

} // namespace Linescope
