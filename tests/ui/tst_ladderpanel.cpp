// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagrams/ladder/ladder.h"
#include "ladderreading.h"
#include "ladderstage.h"
#include "models/messagemodel.h"
#include "panels/diagrams/ladderpanel.h"
#include "panels/tables/messagespanel.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace Linescope;
using namespace Linescope::Test;

namespace {

Selection selectionOf(CallId call)
{
    Selection selection;
    selection.call = call;
    return selection;
}

template<class Button>
Button *control(const LadderPanel &panel, const QString &text)
{
    for (Button *button : panel.findChildren<Button *>()) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

QAction *entry(const QMenu *menu, const QString &text)
{
    for (QAction *action : menu->actions()) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

} // namespace

class TestLadderPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void thePanelFollowsTheSelectionAndKeepsACallThatHasEnded()
    {
        LadderStage stage;
        const CallId call = stage.playsACall(u"crm"_s);
        SharedSelection selection;
        LadderPanel panel(&stage.live, stage.model.get(), &selection);
        selection.set(selectionOf(call));
        QVERIFY(panel.ladder()->rows().rows().empty()); // hidden: it costs nothing
        panel.show();
        QCOMPARE(panel.ladder()->call(), call);
        QVERIFY(!panel.ladder()->rows().rows().empty());
        stage.asks(stage.owner, Requests::DeallocateCall{stage.handleOf(stage.owner, call)});
        stage.shows();
        selection.set({});
        panel.refresh();
        QCOMPARE(panel.ladder()->call(), call);
        QVERIFY(texts(*panel.ladder()).last().endsWith(u"lineDeallocateCall → 0"_s));
        QVERIFY(rowOf(*panel.ladder(), u"C1 is released"_s));
    }

    void theLatestCallIsOffered()
    {
        LadderStage stage;
        SharedSelection selection;
        LadderPanel panel(&stage.live, stage.model.get(), &selection);
        panel.show();
        QApplication::setActiveWindow(&panel);
        QPushButton *button = panel.findChild<QPushButton *>();
        QVERIFY(button);
        QVERIFY(!button->isVisible()); // there is no call
        QVERIFY(panel.ladder()->isVisible());
        stage.playsACall(u"crm"_s);
        const CallId latest = stage.incomingCall(u"+1 202 555 0188"_s, u"Stock"_s);
        panel.refresh();
        QVERIFY(button->isVisible());
        QVERIFY(button->accessibleDescription().startsWith(u"Choose a call"_s));
        QCOMPARE(button->text(), u"Show the latest call"_s);
        panel.setFocus();
        QVERIFY(button->hasFocus());
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(selection.current().call, latest);
        QCOMPARE(panel.ladder()->call(), latest);
        QVERIFY(panel.ladder()->isVisible());
        QVERIFY(panel.ladder()->hasFocus());
        selection.set({}); // the call stays to be read
        panel.refresh();
        QVERIFY(!button->isVisible());
    }

    void theLatestCallMayBeOver()
    {
        LadderStage stage;
        const CallId call = stage.playsACall(u"crm"_s);
        stage.asks(stage.owner, Requests::DeallocateCall{stage.handleOf(stage.owner, call)});
        stage.shows();
        QVERIFY(!stage.world().call(call));
        QCOMPARE(stage.model->latestCall(), call);
    }

    void thePanelCopiesText()
    {
        LadderStage stage;
        const CallId call = stage.playsACall(u"crm"_s);
        SharedSelection selection;
        LadderPanel panel(&stage.live, stage.model.get(), &selection);
        selection.set(selectionOf(call));
        panel.show();
        panel.copyMermaid();
        QVERIFY(QApplication::clipboard()->text().startsWith(u"sequenceDiagram\n"_s));
        panel.copyPlantUml();
        QVERIFY(QApplication::clipboard()->text().startsWith(u"@startuml\n"_s));
        panel.copyText();
        QCOMPARE(QApplication::clipboard()->text(), panel.ladder()->pictureText());
    }

    void everyControlOfThePanelHasAName()
    {
        LadderStage stage;
        SharedSelection selection;
        LadderPanel panel(&stage.live, stage.model.get(), &selection);
        const auto buttons = panel.findChildren<QToolButton *>();
        QVERIFY(buttons.size() >= 5);
        for (const QToolButton *button : buttons)
            QVERIFY(!button->text().isEmpty() && button->focusPolicy() == Qt::StrongFocus);
        const auto boxes = panel.findChildren<QCheckBox *>();
        QVERIFY(!boxes.isEmpty());
        for (const QCheckBox *box : boxes)
            QVERIFY(!box->text().isEmpty() && !box->accessibleDescription().isEmpty());
    }

    void anEmptyMessageLogSaysWhatToDoNext()
    {
        LadderStage stage;
        MessagesPanel messages(&stage.live);
        messages.show();
        QVERIFY(messages.view()->accessibleDescription().contains(u"Open line…"_s));
        stage.playsACall(u"crm"_s);
        messages.refresh();
        QCOMPARE(messages.view()->accessibleDescription(), QString());
        messages.findChild<QLineEdit *>()->setText(u"nothing has this"_s);
        messages.refresh();
        QVERIFY(messages.view()->accessibleDescription().contains(u"clear the search"_s));
    }

    void theMessageLogJumpsToWhatWasClicked()
    {
        LadderStage stage;
        MessagesPanel messages(&stage.live);
        const CallId call = stage.playsACall(u"crm"_s);
        Ladder ladder(&stage.live, stage.model.get());
        ladder.setCall(call);
        const auto current = [&] {
            return messages.view()->currentIndex().siblingAtColumn(int(MessageModel::Column::What)).data().toString();
        };
        int looked = 0;
        for (const LadderRow &row : ladder.rows().rows()) {
            if (!isInMessageLog(row.kind))
                continue;
            ++looked;
            QVERIFY(messages.showMessage(row.seq));
            QVERIFY2(textOf(ladder, row).startsWith(current()), qPrintable(textOf(ladder, row)));
        }
        QVERIFY(looked > 10);
        // A filter that hides it goes; so does the hold.
        messages.findChild<QLineEdit *>()->setText(u"nothing has this"_s);
        QCOMPARE(messages.model()->rowCount(), 0);
        QVERIFY(messages.showMessage(rowOf(ladder, u"lineDrop"_s)->seq));
        QCOMPARE(current(), u"lineDrop"_s);
        QVERIFY(messages.findChild<QLineEdit *>()->text().isEmpty());
        // The log is held: what has come meanwhile waits.
        auto *hold = messages.findChildren<QToolButton *>().first();
        hold->setChecked(true);
        stage.asks(stage.owner, Requests::GetCallStatus{stage.handleOf(stage.owner, call)});
        stage.shows();
        ladder.refresh();
        QVERIFY(messages.showMessage(rowOf(ladder, u"lineGetCallStatus H1"_s)->seq));
        QVERIFY(!hold->isChecked());
        // What is in the log no more is said to be gone.
        messages.model()->clear();
        QVERIFY(!messages.showMessage(rowOf(ladder, u"lineDrop"_s)->seq));
        const auto labels = messages.findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
            return label->text() == u"That message is not in the log any more."_s;
        }));
    }

    void itsMenusHideLanesAndKinds()
    {
        LadderStage stage;
        const CallId call = stage.playsACall(u"r&d <b>"_s);
        SharedSelection selection;
        LadderPanel panel(&stage.live, stage.model.get(), &selection);
        selection.set(selectionOf(call));
        panel.show();
        const QMenu *lanes = control<QToolButton>(panel, u"Lanes"_s)->menu();
        QCOMPARE(lanes->actions().size(), 4);
        QVERIFY(!entry(lanes, u"Linescope"_s)->isEnabled()); // all arrows begin or end there
        QAction *app = entry(lanes, u"r&&d <b> (A1)"_s);
        QVERIFY(app && app->isChecked());
        app->trigger();
        QCOMPARE(panel.ladder()->rows().shownLanes().size(), 3U);
        QVERIFY(!rowOf(*panel.ladder(), u"lineAnswer H1"_s));
        app->trigger();
        QVERIFY(rowOf(*panel.ladder(), u"lineAnswer H1"_s));
        const QMenu *kinds = control<QToolButton>(panel, u"Kinds"_s)->menu();
        QCOMPARE(kinds->actions().size(), LadderKindCount);
        entry(kinds, u"Requests"_s)->trigger();
        QVERIFY(!rowOf(*panel.ladder(), u"lineAnswer H1"_s));
    }

    void aHiddenLaneIsRememberedByItsName()
    {
        QByteArray state;
        for (const QString &other : {u"dialer"_s, u"crm"_s}) { // which has another number the second time
            LadderStage stage;
            if (state.size() > 0)
                stage.opens(stage.app(other), Privilege::Monitor);
            const CallId call = stage.playsACall(u"r&d <b>"_s);
            SharedSelection selection;
            LadderPanel panel(&stage.live, stage.model.get(), &selection);
            panel.restoreState(state);
            selection.set(selectionOf(call));
            panel.show();
            const QMenu *lanes = control<QToolButton>(panel, u"Lanes"_s)->menu();
            QAction *app = nullptr;
            for (QAction *action : lanes->actions()) {
                if (action->text().startsWith(u"r&&d <b>"_s))
                    app = action;
            }
            QVERIFY(app);
            QCOMPARE(app->isChecked(), state.isEmpty());
            QCOMPARE(rowOf(*panel.ladder(), u"lineDrop"_s) != nullptr, state.isEmpty());
            if (app->isChecked())
                app->trigger();
            state = panel.saveState();
        }
    }

    void aClickChoosesTheHandleEverywhere()
    {
        LadderStage stage;
        const CallId call = stage.playsACall(u"crm"_s);
        SharedSelection selection;
        LadderPanel panel(&stage.live, stage.model.get(), &selection);
        selection.set(selectionOf(call));
        panel.resize(1000, 600);
        panel.show();
        QSignalSpy wanted(&panel, &LadderPanel::messageWanted);
        const auto choose = [&](const QString &text) {
            panel.ladder()->setCurrentStep(rowOf(*panel.ladder(), text)->seq);
            QTest::keyClick(panel.ladder(), Qt::Key_Return);
        };
        panel.ladder()->setFocus();
        choose(u"lineDrop H1"_s);
        QCOMPARE(selection.current().handle, stage.handleOf(stage.owner, call));
        QCOMPARE(wanted.count(), 1);
        choose(u"lineDeallocateCall H2"_s); // which is void
        QCOMPARE(selection.current().handle, stage.handleOf(stage.owner, call));
        QCOMPARE(wanted.count(), 2);
        QCOMPARE(panel.ladder()->call(), call);
    }

    void followingIsTheSameOnTheBarAndInTheLadder()
    {
        LadderStage stage;
        SharedSelection selection;
        LadderPanel panel(&stage.live, stage.model.get(), &selection);
        const auto *box = control<QCheckBox>(panel, u"Follow"_s);
        QVERIFY(box->isChecked());
        panel.ladder()->setFollowing(false);
        QVERIFY(!box->isChecked());
    }
};

QTEST_MAIN(TestLadderPanel)
#include "tst_ladderpanel.moc"
