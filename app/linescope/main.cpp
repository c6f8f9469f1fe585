// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "options.h"
#include "session.h"

#include <QApplication>
#include <QTextStream>

#include <cstdio>

using namespace Linescope;

int main(int argc, char *argv[])
{
    // Plug-ins come from where Qt is installed, never from the environment or the working folder.
    qunsetenv("QT_PLUGIN_PATH");
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("linescope"));
    QApplication::setApplicationDisplayName(QStringLiteral("Linescope"));
    QApplication::setApplicationVersion(QStringLiteral(LINESCOPE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("linescope"));

    const auto options = parseOptions(QApplication::arguments());
    if (!options) {
        QTextStream(options.error().exitCode == 0 ? stdout : stderr) << options.error().text << Qt::endl;
        return options.error().exitCode;
    }
    const auto settings = options->settingsFile.isEmpty() ? std::make_unique<Settings>()
                                                          : std::make_unique<Settings>(options->settingsFile);
    applyColorScheme(options->colorScheme.value_or(settings->colorScheme()));
    Session session(*options, settings.get());
    session.start();
    return QApplication::exec();
}
