// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The whole window at moments that are over: recordings made, opened, walked through; this session's past.
#include "dialogs/recordingdialog.h"
#include "mainwindow/moments.h"
#include "mainwindow/pages.h"
#include "mainwindow/recordings.h"
#include "moment/momentslider.h"
#include "moment/recordedpast.h"
#include "moment/timebar.h"
#include "panels/checks/findingspanel.h"
#include "panels/checks/leakspanel.h"
#include "panels/noticebar.h"
#include "panels/tables/messagespanel.h"
#include "windowfixture.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QInputDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QTreeView>

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

namespace {

QToolButton *button(const TimeBar &bar, const QString &name)
{
    for (QToolButton *button : bar.findChildren<QToolButton *>()) {
        if (button->accessibleName() == name || button->text() == name)
            return button;
    }
    return nullptr;
}

} // namespace

class TestMoments : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { fixture = std::make_unique<WindowFixture>(); }
    void cleanup() { fixture.reset(); }

    void aSessionIsRecordedAndOpenedAgain_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("compressed");
        QTest::newRow("plain") << u"session.jsonl"_s << false;
        QTest::newRow("compressed") << u"session.jsonl.gz"_s << true;
    }
    void aSessionIsRecordedAndOpenedAgain()
    {
        QFETCH(QString, name);
        QFETCH(bool, compressed);
        const QString file = fixture->folder.filePath(name);
        QVERIFY(fixture->triggerAndAnswer<RecordingDialog>(ActionId::Record, [&](RecordingDialog *dialog) {
            dialog->findChild<QLineEdit *>()->setText(file);
            if (compressed)
                dialog->findChild<QCheckBox *>()->setChecked(true);
            QCOMPARE(dialog->options().file, file);
            dialog->accept();
        }));
        QTRY_VERIFY(fixture->window->recordings()->isRecording());
        QVERIFY(fixture->action(ActionId::Record)->isChecked());
        fixture->ring();
        fixture->catchUp();
        const World then = fixture->world();
        fixture->action(ActionId::Record)->trigger();
        QTRY_VERIFY(!fixture->window->recordings()->isRecording());
        QCOMPARE(fixture->window->recordings()->status().dropped, 0u);

        fixture->window->moments()->open(file);
        QTRY_VERIFY(fixture->live.isAway());
        QVERIFY(fixture->world() == then);
        QCOMPARE(fixture->rows()->rowCount(), 4);
        QVERIFY(bar()->isVisible());
        QVERIFY(!fixture->whyNot(ActionId::Drop).isEmpty());
        QVERIFY(!fixture->whyNot(ActionId::Connect).isEmpty());

        QTest::keyClick(bar()->slider(), Qt::Key_Home);
        QTRY_COMPARE(fixture->rows()->rowCount(), 0);
        for (int i = 0; fixture->rows()->rowCount() == 0; ++i) {
            QVERIFY(i < 1000);
            const quint64 seq = travel()->seq();
            button(*bar(), u"One event on"_s)->click();
            QTRY_VERIFY(travel()->seq() > seq);
        }
        QCOMPARE(fixture->rows()->rowCount(), 1);
        button(*bar(), u"One event back"_s)->click();
        QTRY_COMPARE(fixture->rows()->rowCount(), 0);
        QTest::keyClick(bar()->slider(), Qt::Key_End);
        QTRY_VERIFY(fixture->world() == then);

        button(*bar(), u"Close recording"_s)->click();
        QTRY_VERIFY(!fixture->live.isAway());
        QVERIFY(!bar()->isVisible());
        QTRY_COMPARE(fixture->rows()->rowCount(), 4);
        QTRY_VERIFY(fixture->world() == then);
        QTRY_VERIFY(fixture->whyNot(ActionId::Connect).isEmpty());
    }

    void theSessionGoesOnWhileItsPastIsShown()
    {
        fixture->ring();
        fixture->action(ActionId::LookBack)->trigger();
        QTRY_VERIFY(fixture->live.isAway());
        QTRY_VERIFY(!fixture->whyNot(ActionId::Answer).isEmpty());
        QCOMPARE(fixture->whyNot(ActionId::BackToLive), QString());
        QTest::keyClick(bar()->slider(), Qt::Key_Home);
        QTRY_COMPARE(fixture->rows()->rowCount(), 0);
        fixture->engine.stimulate(u"simulator"_s, Stimuli::NewIncomingCall{{1}, u"+12025550111"_s, {}});
        fixture->catchUp();
        QCOMPARE(fixture->rows()->rowCount(), 0);
        fixture->action(ActionId::BackToLive)->trigger();
        QTRY_COMPARE(fixture->rows()->rowCount(), 6);
        QVERIFY(!fixture->live.isAway());
        QTRY_VERIFY(fixture->whyNot(ActionId::LookBack).isEmpty());
        // The log has what was said before and meanwhile.
        QVERIFY(fixture->window->messages()->rowCount(Rows::All) > 6);
    }

    void whatIsNoRecordingIsRefusedAndNothingIsLost_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("text") << QByteArray("Dear reader,\n");
        QTest::newRow("another version") << QByteArray(R"({"linescope":"journal/9","source":"","started":""})"
                                                       "\n");
        QTest::newRow("no gzip") << QByteArray("\x1f\x8b\x08\x00 not at all", 16);
    }
    void whatIsNoRecordingIsRefusedAndNothingIsLost()
    {
        QFETCH(QByteArray, content);
        fixture->ring();
        const QString name = fixture->folder.filePath(u"strange.jsonl"_s);
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        fixture->window->moments()->open(name);
        QTRY_VERIFY(!fixture->window->notice()->text().isEmpty());
        QTRY_VERIFY(!fixture->window->moments()->isAway());
        QVERIFY(!bar()->isVisible());
        QCOMPARE(fixture->rows()->rowCount(), 4);
        QTRY_VERIFY(fixture->whyNot(ActionId::Connect).isEmpty());
    }

    void aFileThatIsNotThereIsRefused()
    {
        fixture->window->moments()->open(fixture->folder.filePath(u"nowhere.jsonl"_s));
        QTRY_VERIFY(fixture->window->notice()->text().contains(u"nowhere.jsonl"_s));
        fixture->window->moments()->open(fixture->folder.path());
        QTRY_VERIFY(!fixture->window->moments()->isAway());
    }

    void aBookmarkIsKeptBesideTheRecording()
    {
        const QString file = record();
        fixture->window->moments()->open(file);
        QTRY_VERIFY(fixture->live.isAway());
        const quint64 seq = travel()->past()->range().firstSeq + 5;
        travel()->goTo(seq);
        QTRY_COMPARE(travel()->seq(), seq);
        const auto answer = [](const QString &note) {
            return [note](QInputDialog *dialog) {
                dialog->setTextValue(note);
                dialog->accept();
            };
        };
        const auto click = [this] { button(*bar(), u"Bookmark…"_s)->click(); };
        QVERIFY(WindowFixture::actAndAnswer<QInputDialog>(click, answer(u"Here it begins."_s)));
        QTRY_COMPARE(bar()->marks().size(), 1);
        QCOMPARE(bar()->marks().constFirst().text, u"Here it begins."_s);
        fixture->window->moments()->leave();
        fixture->window->moments()->open(file);
        QTRY_VERIFY(fixture->live.isAway());
        QTRY_COMPARE(bar()->marks().size(), 1);
        button(*bar(), u"Previous mark"_s)->click();
        QTRY_COMPARE(travel()->seq(), seq);
        QVERIFY(WindowFixture::actAndAnswer<QInputDialog>(click, answer(QString())));
        QTRY_VERIFY(bar()->marks().isEmpty());
    }

    void theMomentOfAFindingIsShownInEveryView()
    {
        fixture->ring();
        const quint64 before = fixture->world().seq();
        // What nobody can have done.
        fixture->window->findings()->model()->note(
            {Event{before + 1'000'000, 0,
                   Events::FindingRaised{std::make_shared<const Finding>(
                       Finding{"V-21", Severity::Warning, u"C1"_s, u"Why?"_s, {before - 3, 0}})}}});
        QTRY_COMPARE(fixture->window->pages()->tabText(6), u"Findings (1)"_s);
        fixture->action(ActionId::ShowFindings)->trigger();
        auto *view = fixture->window->findings()->view();
        view->setCurrentIndex(view->model()->index(0, 0));
        for (QPushButton *button : fixture->window->findings()->findChildren<QPushButton *>()) {
            if (button->text().remove(u'&') == u"Show the moment")
                button->click();
        }
        QTRY_VERIFY(fixture->live.isAway());
        QCOMPARE(fixture->world().seq(), before - 3);
        QVERIFY(!bar()->marks().isEmpty());
        fixture->window->moments()->leave();
        QTRY_COMPARE(fixture->rows()->rowCount(), 4);
        QCOMPARE(fixture->window->findings()->model()->totalCount(), 1u);
    }

    void anotherLanguageOrTheEndComesWhileAway()
    {
        fixture->ring();
        fixture->action(ActionId::LookBack)->trigger();
        QTRY_VERIFY(fixture->live.isAway());
        fixture->window.reset(); // as when the language changes
        QVERIFY(!fixture->live.isAway());
        fixture->openWindow();
        QTRY_COMPARE(fixture->rows()->rowCount(), 4);
    }

    void theDialogSaysWhyItCannotRecord()
    {
        RecordingOptions last;
        last.file = fixture->folder.filePath(u"a.jsonl"_s);
        RecordingDialog dialog(last);
        auto *file = dialog.findChild<QLineEdit *>();
        const auto isPossible = [&] {
            return dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Ok)->isEnabled();
        };
        QVERIFY(isPossible());
        for (const QString &name : {QString(), fixture->folder.path(), u"/no/such/folder/a.jsonl"_s}) {
            file->setText(name);
            QVERIFY2(!isPossible(), qPrintable(name));
        }
        file->setText(last.file);
        dialog.findChild<QCheckBox *>()->setChecked(true);
        QCOMPARE(dialog.options().file, last.file + u".gz"_s);
        QVERIFY(dialog.options().compressed);
        dialog.findChild<QCheckBox *>()->setChecked(false);
        QCOMPARE(dialog.options().file, last.file);
    }

    void leaksAreToldAsOfTheMoment()
    {
        fixture->ring();
        fixture->engine.stimulate(u"simulator"_s, Stimuli::RemoteHangUp{driverOf(0)});
        QTRY_COMPARE(fixture->world().totals().retainedHandles, 2u);
        fixture->action(ActionId::ShowLeaks)->trigger();
        LeaksPanel *leaks = leaksPanel();
        QTRY_VERIFY(leaks->view()->model()->rowCount() >= 1);
        QVERIFY(leaks->text().contains(u"recorder"_s));
        QVERIFY(leaks->text().contains(u"LINE_APPNEWCALL"_s));
        fixture->action(ActionId::LookBack)->trigger();
        QTRY_VERIFY(fixture->live.isAway());
        QTest::keyClick(bar()->slider(), Qt::Key_Home);
        QTRY_COMPARE(fixture->world().totals().retainedHandles, 0u);
        QTRY_COMPARE(leaks->view()->model()->rowCount(), 0);
        fixture->window->moments()->leave();
        QTRY_VERIFY(leaks->view()->model()->rowCount() >= 1);
        QVERIFY(leaks->text().contains(u"LINE_APPNEWCALL"_s));
    }

private:
    TimeBar *bar() const { return fixture->window->findChild<TimeBar *>(); }
    TimeTravel *travel() const { return fixture->window->moments()->travel(); }
    LeaksPanel *leaksPanel() const { return fixture->window->findChild<LeaksPanel *>(); }
    DriverCall driverOf(quint32 slot) const { return fixture->world().calls().at(slot).driver; }
    QString record()
    {
        const QString file = fixture->folder.filePath(u"session.jsonl"_s);
        RecordingOptions options;
        options.file = file;
        fixture->window->recordings()->start(options);
        fixture->ring();
        fixture->catchUp();
        fixture->window->recordings()->stop();
        [&] { QTRY_VERIFY(!fixture->window->recordings()->isRecording()); }();
        return file;
    }

    std::unique_ptr<WindowFixture> fixture;
};

QTEST_MAIN(TestMoments)
#include "tst_moments.moc"
