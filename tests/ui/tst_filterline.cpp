// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/busynote.h"
#include "panels/filter/filterline.h"
#include "panels/filter/filterpopup.h"
#include "storyteller.h"
#include "support/theme/theme.h"

#include <QApplication>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

class TestFilterLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        // The offscreen platform cannot raise a window, and says so of each that is above others.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support raise)"_s));
        QApplication::setPalette(lightPalette());
        m_story = std::make_unique<Storyteller>();
        m_story->provider(u"Simulator"_s);
        m_story->device(u"PJSIP/101"_s);
        m_story->device(u"PJSIP/102"_s);
        for (const QString &name : {u"crm"_s, u"call centre"_s, u"<b>evil</b>\u202e\n"_s})
            m_story->app(name);
        m_story->tells();
        m_line = std::make_unique<FilterLine>(&m_story->live);
        m_line->resize(420, m_line->sizeHint().height());
        m_line->show();
        QApplication::setActiveWindow(m_line.get());
        m_line->setFocus();
        QTRY_VERIFY(m_line->hasFocus());
    }
    void cleanup()
    {
        m_line.reset();
        m_story.reset();
    }

    void tabTakesTheFirstProposalAndAsksOn()
    {
        type(u"sta"_s);
        QCOMPARE(proposals().mid(0, 1), QStringList{u"state:"_s});
        key(Qt::Key_Tab);
        QCOMPARE(m_line->text(), u"state:"_s);
        QVERIFY(m_line->hasFocus());
        QCOMPARE(proposals().mid(0, 2), (QStringList{u"accepted"_s, u"busy"_s}));
        type(u"id"_s);
        QCOMPARE(proposals(), QStringList{u"idle"_s});
        key(Qt::Key_Tab);
        QCOMPARE(m_line->text(), u"state:idle "_s);
        QVERIFY(!m_line->popup()->isVisible());
    }

    void arrowsChooseAndEnterTakes()
    {
        type(u"app:"_s);
        QCOMPARE(proposals(), (QStringList{u"<b>evil</b>??"_s, u"\"call centre\""_s, u"crm"_s}));
        key(Qt::Key_Down);
        key(Qt::Key_Down);
        key(Qt::Key_Down);
        key(Qt::Key_Up);
        QCOMPARE(m_line->accessibleDescription(), u"\"call centre\""_s);
        key(Qt::Key_Return);
        QCOMPARE(m_line->text(), u"app:\"call centre\" "_s);
        m_line->clear();
        type(u"age>3"_s);
        key(Qt::Key_Up); // around the end
        key(Qt::Key_Enter);
        QCOMPARE(m_line->text(), u"age>3s "_s);
    }

    void escapeClosesTheProposalsOnly()
    {
        type(u"sta"_s);
        QVERIFY(m_line->popup()->isVisible());
        key(Qt::Key_Escape);
        QVERIFY(!m_line->popup()->isVisible());
        QCOMPARE(m_line->text(), u"sta"_s);
    }

    void enterWithoutAChoiceMeansTheFilter()
    {
        QSignalSpy changed(m_line.get(), &FilterLine::filterChanged);
        type(u"sta"_s);
        QVERIFY(m_line->popup()->isVisible());
        key(Qt::Key_Return);
        QVERIFY(!m_line->popup()->isVisible());
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.at(0).at(0).toString(), u"sta"_s);
    }

    void tabWithoutProposalsLeavesTheLine()
    {
        QWidget window;
        FilterLine line(&m_story->live, &window);
        QLineEdit other(&window);
        window.show();
        QApplication::setActiveWindow(&window);
        line.setFocus();
        QTRY_VERIFY(line.hasFocus());
        QTest::keyClicks(&line, u"zzz"_s);
        QVERIFY(!line.popup()->isVisible());
        QTest::keyClick(&line, Qt::Key_Tab);
        QVERIFY(other.hasFocus());
    }

    void proposalsAreAskedForWithControlSpace()
    {
        QVERIFY(!m_line->popup()->isVisible());
        QTest::keyClick(m_line.get(), Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(proposals().contains(u"retainedfor>"_s));
        QVERIFY(m_line->popup()->height() < 600);
    }

    void aClickTakesAProposal()
    {
        type(u"line:"_s);
        auto *popup = m_line->popup();
        QTest::mouseClick(popup->viewport(), Qt::LeftButton, {},
                          popup->visualRect(popup->model()->index(1, 0)).center());
        QCOMPARE(m_line->text(), u"line:PJSIP/102 "_s);
        QVERIFY(m_line->hasFocus());
    }

    void theFilterFollowsAMomentAfterTheLastKey()
    {
        QSignalSpy changed(m_line.get(), &FilterLine::filterChanged);
        type(u"retained"_s);
        QCOMPARE(changed.count(), 0);
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(changed.at(0).at(0).toString(), u"retained"_s);
        m_line->setFilter(u" retained "_s); // the same
        QCOMPARE(changed.count(), 1);
        m_line->setFilter(u"live"_s); // at once
        QCOMPARE(changed.count(), 2);
    }

    void whatIsWrongIsToldOnceNothingMoreComes()
    {
        QSignalSpy changed(m_line.get(), &FilterLine::filterChanged);
        QSignalSpy problem(m_line.get(), &FilterLine::problemChanged);
        type(u"state:ringing"_s);
        QCOMPARE(problem.count(), 0); // it may become right
        QTRY_COMPARE(problem.count(), 1);
        QVERIFY(m_line->problem().startsWith(u"No call state begins with \"ringing\"."_s));
        QCOMPARE(m_line->accessibleDescription(), m_line->problem());
        QCOMPARE(changed.count(), 0); // the rows stay
        for (int i = 0; i < 7; ++i)
            key(Qt::Key_Backspace);
        type(u"idle"_s);
        QCOMPARE(m_line->problem(), QString()); // at once
        QTRY_COMPARE(changed.count(), 1);
    }

    void exactlyWhatIsWrongIsUnderlined_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("position");
        QTest::addColumn<int>("length");
        for (const bool dark : {false, true}) {
            QTest::addRow("value, %d", dark) << dark << u"app:crm state:ringing live"_s << 14 << 7;
            QTest::addRow("first, %d", dark) << dark << u"stat:idle and live"_s << 0 << 4;
            QTest::addRow("last, %d", dark) << dark << u"live (retained"_s << 5 << 1;
            QTest::addRow("nothing, %d", dark) << dark << u"live or retained"_s << 0 << 0;
        }
    }
    void exactlyWhatIsWrongIsUnderlined()
    {
        QFETCH(bool, dark);
        QFETCH(QString, text);
        QFETCH(int, position);
        QFETCH(int, length);
        QApplication::setPalette(dark ? darkPalette() : lightPalette());
        QTRY_COMPARE(isDark(m_line->palette()), dark);
        m_line->setFilter(text);
        m_line->setCursorPosition(3); // the places do not depend on it
        const QImage image = m_line->grab().toImage();
        int left = image.width();
        int right = -1;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor color = image.pixelColor(x, y);
                if (color.red() - std::max(color.green(), color.blue()) > 70) { // nothing else in it is red
                    left = std::min(left, x);
                    right = std::max(right, x);
                }
            }
        }
        if (length == 0) {
            QCOMPARE(right, -1);
            return;
        }
        QVERIFY(right > 0);
        QCOMPARE(m_line->cursorPositionAt({left + 1, m_line->height() / 2}), position);
        QCOMPARE(m_line->cursorPositionAt({right + 2, m_line->height() / 2}), position + length);
    }

    void upAndDownGoThroughWhatWasUsed()
    {
        QSignalSpy spy(m_line.get(), &FilterLine::historyChanged);
        for (const QString &filter : {u"live"_s, u"retained"_s, u"live"_s, u"wrong:1"_s}) {
            m_line->clear();
            type(filter);
            key(Qt::Key_Return);
        }
        QCOMPARE(m_line->history(), (QStringList{u"live"_s, u"retained"_s}));
        QCOMPARE(spy.count(), 3);
        m_line->clear();
        type(u"zz"_s);
        key(Qt::Key_Up);
        QCOMPARE(m_line->text(), u"live"_s);
        key(Qt::Key_Up);
        key(Qt::Key_Up); // there is no more
        QCOMPARE(m_line->text(), u"retained"_s);
        key(Qt::Key_Down);
        QCOMPARE(m_line->text(), u"live"_s);
        key(Qt::Key_Down);
        QCOMPARE(m_line->text(), u"zz"_s);
    }

    void historyIsBounded()
    {
        QStringList many;
        for (int i = 0; i < 100; ++i)
            many += QString::number(i);
        m_line->setHistory(many);
        QCOMPARE(m_line->history().size(), FilterLine::MostUsed);
        m_line->setFilter(u"new"_s);
        key(Qt::Key_Return);
        QCOMPARE(m_line->history().size(), FilterLine::MostUsed);
        QCOMPARE(m_line->history().first(), u"new"_s);
    }

    void whatAnInputMethodComposesIsLeftAlone()
    {
        m_line->setFilter(u"stat:x "_s);
        QInputMethodEvent composing(u"に"_s, {});
        QCoreApplication::sendEvent(m_line.get(), &composing);
        m_line->setPalette(darkPalette()); // asks for the underline anew
        QInputMethodEvent commit;
        commit.setCommitString(u"日"_s);
        QCoreApplication::sendEvent(m_line.get(), &commit);
        QCOMPARE(m_line->text(), u"stat:x 日"_s);
    }

    void aBusyTableSaysHowFarItIs()
    {
        QTableView view;
        BusyNote note(&view);
        view.resize(300, 200);
        view.show();
        QCOMPARE(note.text(), QString());
        note.setPercent(40);
        QCOMPARE(note.text(), u"Arranging… 40 %"_s);
        note.setPercent(-1);
        QCOMPARE(note.text(), QString());
    }

private:
    void type(const QString &text) { QTest::keyClicks(m_line.get(), text); }
    void key(Qt::Key key) { QTest::keyClick(m_line.get(), key); }
    QStringList proposals() const
    {
        QStringList texts;
        const auto *model = m_line->popup()->model();
        for (int row = 0; m_line->popup()->isVisible() && row < model->rowCount(); ++row)
            texts += model->index(row, 0).data().toString();
        return texts;
    }

    std::unique_ptr<Storyteller> m_story;
    std::unique_ptr<FilterLine> m_line;
};

QTEST_MAIN(TestFilterLine)
#include "tst_filterline.moc"
