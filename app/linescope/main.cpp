// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guide/guide.h"
#include "options.h"
#include "session.h"

#include <QApplication>
#include <QTextStream>

#include <cstdio>
#include <string>
#include <string_view>

using namespace Linescope;

namespace {

// QApplication takes --style for its own and removes it: it must not see ours.
void renameStyle(int argc, char *argv[])
{
    static char option[] = "--colours";
    static std::string withValue;
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument(argv[i]);
        if (argument == "--style") {
            argv[i] = option;
        } else if (argument.substr(0, 8) == "--style=") {
            withValue = "--colours=" + std::string(argument.substr(8));
            argv[i] = withValue.data();
        }
    }
}

void nameProgram()
{
    QApplication::setApplicationName(QStringLiteral("linescope"));
    QApplication::setApplicationDisplayName(QStringLiteral("Linescope"));
    QApplication::setApplicationVersion(QStringLiteral(LINESCOPE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("linescope"));
}

int tell(const OptionsProblem &problem)
{
    QTextStream(problem.exitCode == 0 ? stdout : stderr) << problem.text << Qt::endl;
    return problem.exitCode;
}

// --help and --version need no display. Other mistakes wait: options of Qt's own are not known yet.
bool isAnsweredWithoutDisplay(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const auto options = parseOptions(QCoreApplication::arguments());
    return !options && options.error().exitCode == 0 && tell(options.error()) == 0;
}

} // namespace

int main(int argc, char *argv[])
{
    // Plug-ins come from where Qt is installed, never from the environment or the working folder.
    qunsetenv("QT_PLUGIN_PATH");
    renameStyle(argc, argv);
    nameProgram();
    if (isAnsweredWithoutDisplay(argc, argv))
        return 0;
    const QApplication application(argc, argv);
    const auto options = parseOptions(QApplication::arguments());
    if (!options)
        return tell(options.error());
    const auto settings = options->settingsFile.isEmpty() ? std::make_unique<Settings>()
                                                          : std::make_unique<Settings>(options->settingsFile);
    Session session(*options, settings.get());
    session.start();
    if (options->screenshot.isEmpty() && options->pictures.isEmpty() && !options->exitAfterFirstFrame)
        session.window()->guide()->offerTourOnce();
    return QApplication::exec();
}
