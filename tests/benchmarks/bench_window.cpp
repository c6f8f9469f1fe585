// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The whole window while much happens: 100,000 handles, 20,000 changes a second from a provider through the engine, all
// docks open, one view after the other. Says for how long at most the window's event loop did not turn, which is how
// long nothing is painted; beside it how late a thread wakes up that does nothing but sleep, which is the machine.
//
//   QT_QPA_PLATFORM=offscreen tests/benchmarks/bench_window [SECONDS PER VIEW [HANDLES [CHANGES PER SECOND]]]

#include "benchmark.h"
#include "mainwindow/mainwindow.h"
#include "mainwindow/pages.h"
#include "models/liveworld.h"
#include "panels/tables/handlespanel.h"
#include "server/engine.h"

#include <QApplication>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <thread>

using namespace Linescope;
using namespace Linescope::Benchmark;
using namespace std::chrono_literals;

namespace {

constexpr quint32 lines = 100;
constexpr double longestGap = 100; // ms

struct Load {
    quint32 calls = 100'000;
    int changesPerSecond = 20'000;
};

// Every 5 ms as many changes as are due; one of a hundred is a call that ends, and another one starts for it.
class BusyProvider : public ServiceProvider {
    Q_OBJECT

public:
    explicit BusyProvider(const Load &load)
        : m_load(load)
    {
        m_ticks.setTimerType(Qt::PreciseTimer);
        m_ticks.setInterval(5ms);
        m_time.start();
        connect(&m_ticks, &QTimer::timeout, this, &BusyProvider::tick);
    }
    QString id() const override { return u"busy"_s; }
    QString displayName() const override { return u"Busy exchange"_s; }
    ProviderAbilities abilities() const override { return {}; }
    void start() override
    {
        Q_EMIT healthChanged({true, {}});
        for (quint32 line = 1; line <= lines; ++line) {
            auto info = std::make_shared<DeviceInfo>();
            info->name = u"PJSIP/%1"_s.arg(100 + line);
            Q_EMIT reported({Reports::DeviceAdded{{line}, info}});
        }
    }
    void stop() override { m_ticks.stop(); }
    void execute(const Command &command) override
    {
        if (const auto *open = std::get_if<Commands::OpenLine>(&command))
            m_opened.push_back(open->line);
        if (!m_ticks.isActive())
            m_ticks.start();
    }

private:
    void begin(QList<Report> *batch, DriverLine line)
    {
        CallInfo info;
        info.mediaMode = quint32(MediaMode::InteractiveVoice);
        info.callerId = u"+33 1 70 %1"_s.arg(m_random.bounded(100'000));
        info.calledId = QString::number(100 + line.value);
        const DriverCall call{++m_lastCall};
        *batch += Reports::NewCall{line, call, PackedCallInfo(info), 0};
        *batch += Reports::CallState{call, CallState::Offering, 0, {}};
        m_calls.push_back(call);
    }
    void change(QList<Report> *batch)
    {
        constexpr CallState states[] = {CallState::Connected, CallState::OnHold, CallState::Disconnected};
        DriverCall &call = m_calls[m_random.bounded(quint32(m_calls.size()))];
        if (m_random.bounded(100) != 0) {
            *batch += Reports::CallState{call, states[m_random.bounded(3)], 0, {}};
            return;
        }
        *batch += Reports::CallState{call, CallState::Idle, 0, {}};
        begin(batch, {1 + m_random.bounded(lines)});
        call = m_calls.back();
        m_calls.pop_back();
    }
    // The line counts as open once the command has been carried out, so its calls come after that.
    void beginCalls()
    {
        for (const DriverLine line : std::exchange(m_opened, {})) {
            QList<Report> batch;
            for (quint32 i = 0; i < m_load.calls / lines; ++i)
                begin(&batch, line);
            Q_EMIT reported(batch);
        }
        m_time.start();
    }
    void tick()
    {
        if (!m_opened.empty())
            beginCalls();
        QList<Report> batch;
        for (m_due += m_time.restart() * m_load.changesPerSecond; m_due >= 1000; m_due -= 1000)
            change(&batch);
        Q_EMIT reported(batch);
    }

    const Load m_load;
    QTimer m_ticks{this};
    QElapsedTimer m_time;
    qint64 m_due = 0; // thousandths of a change
    QRandomGenerator m_random{1};
    std::vector<DriverCall> m_calls;
    quint32 m_lastCall = 0;
    std::vector<DriverLine> m_opened; // whose calls have not begun yet
};

// A thread that only sleeps, and finds out how much too long it does.
class Sleeper {
public:
    Sleeper()
        : m_thread([this] { sleep(); })
    {
    }
    ~Sleeper()
    {
        m_ends = true;
        m_thread.join();
    }
    Q_DISABLE_COPY_MOVE(Sleeper)
    double take() { return m_longest.exchange(0) / 1e6; }

private:
    void sleep()
    {
        while (!m_ends) {
            const auto start = std::chrono::steady_clock::now();
            std::this_thread::sleep_for(5ms);
            const std::chrono::nanoseconds slept = std::chrono::steady_clock::now() - start;
            m_longest = std::max(m_longest.load(), double((slept - 5ms).count()));
        }
    }
    std::atomic<bool> m_ends = false;
    std::atomic<double> m_longest = 0;
    std::thread m_thread;
};

// A timer of 5 ms, since a loop that turns without end would leave the engine one core less.
class LoopWatch {
public:
    LoopWatch()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(5ms);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { turn(); });
        m_timer.start();
        begin();
    }
    void begin()
    {
        m_wall.start();
        m_cpu = threadCpuTime();
        m_gaps.clear();
        m_turns.clear();
    }
    double longestGap() const { return *std::max_element(m_gaps.begin(), m_gaps.end()); }    // ms
    double longestTurn() const { return *std::max_element(m_turns.begin(), m_turns.end()); } // ms of CPU
    double usualGap() const { return median(m_gaps); }

private:
    void turn()
    {
        m_gaps.push_back(double(m_wall.nsecsElapsed()) / 1e6);
        m_wall.start();
        const qint64 cpu = threadCpuTime();
        m_turns.push_back(double(cpu - std::exchange(m_cpu, cpu)) / 1e6);
    }
    QTimer m_timer;
    QElapsedTimer m_wall;
    qint64 m_cpu = 0;
    std::vector<double> m_gaps;
    std::vector<double> m_turns;
};

void spend(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, Qt::PreciseTimer, &loop, &QEventLoop::quit);
    loop.exec();
}

class BusyWindow {
public:
    explicit BusyWindow(const Load &load)
        : m_load(load)
        , m_settings(m_folder.filePath(u"settings.ini"_s))
        , m_live(&m_engine.feed())
        , m_window(&m_engine, &m_live, &m_settings, SystemClock::instance())
    {
        QObject::connect(&m_engine, &Engine::wakeUp, &m_live, &LiveWorld::wakeUp);
        m_window.resize(1920, 1080);
        m_window.show();
        for (auto *dock : m_window.findChildren<QDockWidget *>())
            dock->show();
        AppHabits habits;
        habits.name = u"monitor"_s;
        habits.monitor = true;
        habits.deallocateAfterIdle = 1_s;
        m_engine.addApp(habits);
        m_engine.addProvider(u"busy"_s, [load] { return std::make_unique<BusyProvider>(load); });
    }
    MainWindow &window() { return m_window; }
    void waitUntilAllAreThere()
    {
        while (m_live.world().handles().size() < m_load.calls / lines * lines)
            spend(100ms);
        m_window.handles()->select(m_window.handles()->model()->handleAt(0));
        spend(2s);
    }
    quint64 events() const { return m_live.world().seq(); }
    quint64 skipped() const { return m_live.skipped(); }

private:
    const Load m_load;
    const QTemporaryDir m_folder;
    Settings m_settings;
    Engine m_engine;
    LiveWorld m_live;
    MainWindow m_window;
};

class Measurement {
public:
    Measurement(BusyWindow *window, std::chrono::milliseconds time)
        : m_window(window)
        , m_time(time)
    {
    }
    // What changes the view is told apart from what follows.
    template<class Change>
    void run(const QString &view, Change change)
    {
        m_watch.begin();
        m_machine.take();
        change();
        spend(200ms);
        const double switching = m_watch.longestGap();
        const double switchingTurn = m_watch.longestTurn();
        const quint64 before = m_window->events();
        m_watch.begin();
        spend(m_time);
        const double gap = std::max(switching, m_watch.longestGap());
        m_results.addRow({view, number(m_watch.usualGap()), number(switching), number(switchingTurn),
                          number(m_watch.longestGap()), number(m_watch.longestTurn()), number(m_machine.take()),
                          number(double(m_window->events() - before) * 1000 / double(m_time.count())),
                          u"≤ %1 ms"_s.arg(longestGap), goal(gap <= longestGap)});
    }

private:
    BusyWindow *m_window;
    const std::chrono::milliseconds m_time;
    LoopWatch m_watch;
    Sleeper m_machine;
    MarkdownTable m_results{{u"view"_s, u"usual gap, ms"_s, u"longest while it is opened, ms"_s, u"of CPU, ms"_s,
                             u"longest after that, ms"_s, u"of CPU, ms"_s, u"a thread that sleeps, ms late"_s,
                             u"events/s shown"_s, u"goal"_s, u"reached"_s}};
};

void measure(BusyWindow &busy, std::chrono::milliseconds time)
{
    using Column = HandleModel::Column;
    Measurement measurement(&busy, time);
    MainWindow &window = busy.window();
    for (const QString &page : window.pages()->names())
        measurement.run(page, [&] { window.showView(page); });
    window.showView(u"handles"_s);
    for (const Column column : {Column::State, Column::InState})
        measurement.run(u"handles, sorted by %1"_s.arg(HandleModel::title(column)),
                        [&] { window.handles()->view()->sortByColumn(int(column), Qt::AscendingOrder); });
    for (const Grouping grouping : {Grouping::Line, Grouping::State})
        measurement.run(u"handles, grouped by %1"_s.arg(groupingTitle(grouping)),
                        [&] { window.handles()->setGrouping(grouping); });
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    Load load;
    if (arguments.size() > 2)
        load.calls = std::max(lines, arguments[2].toUInt());
    if (arguments.size() > 3)
        load.changesPerSecond = arguments[3].toInt();
    BusyWindow busy(load);
    busy.waitUntilAllAreThere();
    measure(busy, std::chrono::seconds(arguments.size() > 1 ? arguments[1].toInt() : 5));
    std::printf("%llu events were skipped.\n", busy.skipped());
    return 0;
}

#include "bench_window.moc"
