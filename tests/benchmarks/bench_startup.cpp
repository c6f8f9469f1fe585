// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// From starting the program to the end of its first frame: the real window against an empty QMainWindow, in turns.
//     bench_startup path/to/linescope [arguments]
// Run once with QT_QPA_PLATFORM=offscreen and once under Xvfb with QT_QPA_PLATFORM=xcb. Every program writes its
// settings to an empty folder, so that nothing of the user's is read or changed.

#include "benchmark.h"

#include <QApplication>
#include <QMainWindow>
#include <QTemporaryDir>
#include <QTimer>

#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <chrono>
#include <cstdlib>

using namespace Linescope::Benchmark;
using namespace Qt::StringLiterals;

extern char **environ;

namespace {

constexpr int Rounds = 15;

class EmptyWindow : public QMainWindow {
protected:
    bool event(QEvent *event) override
    {
        const bool handled = QMainWindow::event(event);
        if (event->type() == QEvent::UpdateRequest)
            QTimer::singleShot(0, qApp, &QCoreApplication::quit);
        return handled;
    }
};

int showEmptyWindow(int argc, char **argv)
{
    QApplication app(argc, argv);
    EmptyWindow window;
    window.resize(1280, 800);
    window.show();
    return QApplication::exec();
}

struct Run {
    double wallMs = 0;
    double cpuMs = 0;
    double peakMb = 0;
};

double milliseconds(const timeval &time) { return double(time.tv_sec) * 1e3 + double(time.tv_usec) / 1e3; }

// Exits this program when the other one fails: there is nothing to measure then.
Run run(const std::vector<std::string> &command)
{
    std::vector<char *> arguments;
    for (const std::string &argument : command)
        arguments.push_back(const_cast<char *>(argument.c_str()));
    arguments.push_back(nullptr);

    const auto start = std::chrono::steady_clock::now();
    pid_t pid = 0;
    int status = 0;
    rusage usage = {};
    if (posix_spawn(&pid, arguments.front(), nullptr, nullptr, arguments.data(), environ) != 0
        || wait4(pid, &status, 0, &usage) != pid || status != 0) {
        std::fprintf(stderr, "%s could not be run\n", arguments.front());
        std::exit(1);
    }
    const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - start;
    return {wall.count(), milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime), double(usage.ru_maxrss) / 1024};
}

struct Series {
    std::vector<double> empty;
    std::vector<double> full;
    double ratio() const
    {
        std::vector<double> ratios;
        for (size_t i = 0; i < empty.size(); ++i)
            ratios.push_back(full[i] / empty[i]);
        return median(ratios);
    }
};

void addRow(MarkdownTable &results, const QString &name, const Series &series, double limit)
{
    results.addRow({name, number(median(series.full)), number(median(series.empty)), number(series.ratio()),
                    u"≤ %1"_s.arg(limit), goal(series.ratio() <= limit)});
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 1 && std::string_view(argv[1]) == "--empty-window")
        return showEmptyWindow(argc, argv);
    if (argc < 2) {
        std::fprintf(stderr, "Usage: %s path/to/linescope [arguments]\n", argv[0]);
        return 2;
    }
    const QTemporaryDir home;
    for (const char *variable : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"})
        qputenv(variable, home.path().toLocal8Bit());

    const std::vector<std::string> empty{"/proc/self/exe", "--empty-window"};
    std::vector<std::string> full(argv + 1, argv + argc);
    full.push_back("--exit-after-first-frame");

    Series wall, cpu, memory;
    for (int round = -1; round < Rounds; ++round) {
        const Run small = run(empty);
        const Run large = run(full);
        if (round < 0)
            continue; // warms the caches up
        wall.empty.push_back(small.wallMs);
        wall.full.push_back(large.wallMs);
        cpu.empty.push_back(small.cpuMs);
        cpu.full.push_back(large.cpuMs);
        memory.empty.push_back(small.peakMb);
        memory.full.push_back(large.peakMb);
    }
    const bool offscreen = qgetenv("QT_QPA_PLATFORM") == "offscreen";
    const double limit = offscreen ? 5 : 3;
    const QString where = offscreen ? u"offscreen"_s : u"on a display"_s;
    MarkdownTable results({u"figure"_s, u"linescope"_s, u"empty QMainWindow"_s, u"ratio"_s, u"goal"_s, u"reached"_s});
    addRow(results, u"first painted frame %1, wall ms"_s.arg(where), wall, limit);
    addRow(results, u"first painted frame %1, CPU ms"_s.arg(where), cpu, limit);
    addRow(results, u"peak memory %1, MiB"_s.arg(where), memory, 2);
    return 0;
}
