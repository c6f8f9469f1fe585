// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Logs calls, three at a time, until it is killed, and says which are committed: "7\n" means the calls up to 7 are.
// Arguments: the file, the number of the first call.

#include "calllog/calllogstore.h"

#include <QCoreApplication>

#include <unistd.h>

#include <string>

using namespace Linescope;

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    if (argc != 3)
        return 2;
    CallLogSettings settings;
    settings.file = QString::fromLocal8Bit(argv[1]);
    settings.groupDelay = std::chrono::hours(1);
    settings.groupRows = 3;
    CallLogStore store(settings, {});
    for (int next = std::stoi(argv[2]);;) {
        for (int i = 0; i < 3; ++i) {
            LoggedCall record;
            record.session = QStringLiteral("killed");
            record.call = next++;
            record.callerName = QString(1 + next % 700, u'n');
            store.put(record);
        }
        for (size_t written = 0; written < 3;) { // also when the database refuses for a while
            store.finish(std::chrono::seconds(60));
            written += store.takeDone().size();
        }
        const std::string line = std::to_string(next - 1) + "\n";
        if (::write(STDOUT_FILENO, line.data(), line.size()) < 0)
            return 1;
    }
}
