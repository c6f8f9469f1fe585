// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A real window on a real engine with the simulator, which does nothing by itself: for tests that drive the window.
#pragma once

#include "mainwindow/mainwindow.h"
#include "mainwindow/operations.h"
#include "models/handles/handlemodel.h"
#include "models/liveworld.h"
#include "panels/inspector/callpanel.h"
#include "panels/tables/handlespanel.h"
#include "panels/tables/linespanel.h"
#include "provider/faultinjector.h"
#include "providers/simulator/simulator.h"
#include "server/engine.h"

#include <QApplication>
#include <QDialog>
#include <QMenu>
#include <QPointer>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <memory>

namespace Linescope::Test {

class WindowFixture : public QObject {
public:
    explicit WindowFixture(int lines = 2)
        : settings(folder.filePath(QStringLiteral("settings.ini")))
        , live(&engine.feed())
    {
        connect(&engine, &Engine::wakeUp, &live, &LiveWorld::wakeUp);
        SimulatorSettings quiet;
        quiet.lines = lines;
        quiet.automatic = false;
        quiet.callsUpAtStart = 0;
        engine.addProvider(QStringLiteral("simulator"), [quiet] {
            auto *clock = SystemClock::instance();
            return std::make_unique<FaultInjector>(std::make_unique<SimulatorProvider>(clock, quiet), clock);
        });
        openWindow();
    }

    void openWindow()
    {
        window = std::make_unique<MainWindow>(&engine, &live, &settings, SystemClock::instance());
        window->resize(1100, 700);
        window->show();
        QApplication::setActiveWindow(window.get()); // an X server without a window manager activates nothing
    }
    void addApp(const QString &name, Privileges privileges)
    {
        AppHabits habits;
        habits.name = name;
        habits.privileges = privileges;
        if (privileges.testFlag(Privilege::Owner))
            habits.mediaModes = MediaMode::InteractiveVoice;
        engine.addApp(habits);
    }
    const World &world() const { return live.world(); }
    // What has been asked for so far has happened and is on screen.
    void catchUp()
    {
        const auto isAnswered = std::make_shared<bool>(false);
        engine.submit({}, Requests::Close{}, [isAnswered](const Outcome &) { *isAnswered = true; }); // nobody's
        QTRY_VERIFY(*isAnswered);
        live.advanceNow();
    }
    QAction *action(ActionId id) const { return window->actions()->at(id); }
    QString whyNot(ActionId id) const { return window->actions()->whyNot(id); }
    HandleModel *rows() const { return window->handles()->model(); }
    QString cell(int row, HandleModel::Column column) const
    {
        return rows()->index(row, int(column)).data().toString();
    }
    DeviceId device(size_t number = 0) const { return world().devices().at(number).id; }
    void incomingCall(const QString &number, const QString &name = {}, size_t line = 0)
    {
        const Device &target = world().devices().at(line);
        window->operations()->stimulate(target.provider, Stimuli::NewIncomingCall{target.driver, number, name});
    }
    CallState stateOf(HCall handle) const
    {
        const Handle *record = world().handle(handle);
        return record ? world().call(record->call)->state : CallState::Unknown;
    }
    HCall handleOf(const QString &app) const
    {
        HCall found;
        world().handles().forEach([&](const Handle &handle) {
            if (world().app(world().appOf(handle))->name == app)
                found = handle.id;
        });
        return found;
    }

    void select(HCall handle)
    {
        QTRY_VERIFY(rows()->rowOf(handle) >= 0);
        window->handles()->select(handle);
        QCOMPARE(window->selection().handle, handle);
    }
    // One that owns calls and one that watches, each on both lines.
    void addOwnerAndMonitor()
    {
        addApp(Owner, Privilege::Owner);
        addApp(QStringLiteral("recorder"), Privilege::Monitor);
        QTRY_COMPARE(world().lines().size(), 4);
    }
    // Two calls that ring on two lines.
    void ring()
    {
        addOwnerAndMonitor();
        incomingCall(QStringLiteral("+12025550143"), QStringLiteral("Front desk"), 0);
        incomingCall(QStringLiteral("+12025550199"), QStringLiteral("Back door"), 1);
        QTRY_COMPARE(rows()->rowCount(), 4);
        window->handles()->view()->setFocus();
        select(handleOf(Owner));
    }

    // Triggers an action that opens a modal dialog, and does with the dialog what `answer` says.
    template<class Dialog, class Answer>
    bool triggerAndAnswer(ActionId id, Answer answer)
    {
        return actAndAnswer<Dialog>([&] { action(id)->trigger(); }, answer);
    }

    // The same for whatever opens one.
    template<class Dialog, class Act, class Answer>
    static bool actAndAnswer(Act act, Answer answer)
    {
        bool answered = false;
        QTimer waiting;
        waiting.setInterval(5);
        connect(&waiting, &QTimer::timeout, &waiting, [&] {
            auto *dialog = qobject_cast<Dialog *>(QApplication::activeModalWidget());
            if (!dialog)
                return;
            waiting.stop();
            answered = true;
            const QPointer<QDialog> open(dialog);
            answer(dialog);
            if (open && open->isVisible() && QTest::currentTestFailed())
                open->reject(); // a check that failed has left the answer before its end
        });
        waiting.start();
        act();
        // The dialog may open later, when the engine's answer has come.
        const bool done = QTest::qWaitFor([&] { return answered; }, 5000);
        return done;
    }

    // The entries of the context menu that `act` opens, and `answer` with the menu before it closes.
    template<class Act, class Answer>
    static QList<QAction *> actAndChoose(Act act, Answer answer)
    {
        QList<QAction *> entries;
        QTimer waiting; // an open menu comes back only when it closes
        connect(&waiting, &QTimer::timeout, &waiting, [&] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (!menu)
                return;
            waiting.stop();
            for (QAction *action : menu->actions()) {
                if (!action->isSeparator())
                    entries += action;
            }
            answer(menu);
            menu->close();
        });
        waiting.start(5);
        act();
        return entries;
    }

    static inline const QString Owner = QStringLiteral("crm-popup");

    QTemporaryDir folder;
    Settings settings;
    Engine engine;
    LiveWorld live;
    std::unique_ptr<MainWindow> window;
};

} // namespace Linescope::Test
