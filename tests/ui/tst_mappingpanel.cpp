// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The mapping inspector: what a source said of a call, on screen.

#include "journal/eventfeed.h"
#include "models/liveworld.h"
#include "models/provenancemodel.h"
#include "panels/emptynote.h"
#include "panels/inspector/mappingpanel.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QTableView>
#include <QTest>
#include <QToolButton>

namespace Linescope::Test {

using namespace Qt::StringLiterals;

namespace {

using Column = ProvenanceModel::Column;
using Kind = SourceField::Kind;

ProvenanceStep said(const QString &event, std::optional<CallState> state = {}, quint32 mode = 0)
{
    ProvenanceStep step;
    step.time = 1'795'000'000_s;
    step.event = event;
    step.fields = {{u"Event"_s, event, Kind::Id},
                   {u"Uniqueid"_s, u"1795000000.12345"_s, Kind::Id},
                   {u"Channel"_s, u"PJSIP/5550100-0000000a"_s, Kind::Text},
                   {u"CallerIDNum"_s, u"5550100"_s, Kind::Number},
                   {u"CallerIDName"_s, u"Anna Bell"_s, Kind::Person}};
    step.rules = {{{}, u"What it adds."_s}};
    if (state) {
        step.changesState = true;
        step.state = *state;
        step.mode = mode;
        step.stateRule = u"AMI-S4"_s;
        step.rules.append({step.stateRule, u"Why so."_s});
    }
    return step;
}

Provenance talk()
{
    Provenance provenance;
    provenance.steps = {said(u"Newchannel"_s, CallState::Dialing), said(u"HangupRequest"_s),
                        said(u"Hold"_s, CallState::OnHold)};
    provenance.steps.first().isNew = true;
    provenance.steps.first().changes = CallInfoStates(CallInfoState::CallerId) | CallInfoState::Origin;
    provenance.firstSteps = 3;
    return provenance;
}

Selection callNumber(quint32 number)
{
    Selection selection;
    selection.call = CallId{number};
    return selection;
}

} // namespace

class TestMappingPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_live.setMasking({});
        m_answer = talk();
        m_asked.clear();
        m_later = nullptr;
        m_panel = std::make_unique<MappingPanel>(&m_live, &m_clock);
        m_panel->setAsk([this](const MappingPanel::Subject &subject, const MappingPanel::Tell &tell) {
            m_asked += subject;
            m_answersLater ? void(m_later = tell) : tell(m_answer);
        });
        m_answersLater = false;
        m_panel->resize(800, 300);
        m_panel->show();
    }

    void theStepThatGaveTheStateIsChosenAndSaid()
    {
        const QAbstractItemModelTester tester(m_panel->model());
        m_panel->follow(callNumber(17));
        QCOMPARE(m_panel->model()->rowCount(), 3);
        QCOMPARE(cell(0, Column::Event), u"Newchannel"_s);
        QCOMPARE(cell(0, Column::Effect), u"new call  → DIALING"_s);
        QCOMPARE(cell(1, Column::Effect), u"noted"_s);
        QCOMPARE(cell(2, Column::Rules), u"AMI-S4"_s);
        QCOMPARE(m_panel->view()->currentIndex().row(), 2);
        QVERIFY2(m_panel->summary().startsWith(u"C17: ONHOLD because of Hold, by the rule AMI-S4 ("_s),
                 qPrintable(m_panel->summary()));
        for (const QString &words : {u"AMI-S4: Why so."_s, u"What it adds."_s, u"CallerIDNum: 5550100"_s})
            QVERIFY2(m_panel->details().contains(words), qPrintable(m_panel->details()));
    }

    void anotherStepStaysChosenWhateverComes()
    {
        m_panel->follow(callNumber(17));
        m_panel->view()->selectRow(1);
        QVERIFY(m_panel->details().contains(u"HangupRequest"_s));
        m_answer->steps.append(said(u"Hangup"_s, CallState::Disconnected, quint32(DisconnectMode::Normal)));
        m_answer->steps.last().isEnd = true;
        m_panel->refresh();
        QCOMPARE(m_panel->model()->rowCount(), 4);
        QCOMPARE(cell(3, Column::Effect), u"→ DISCONNECTED NORMAL → IDLE"_s);
        QCOMPARE(m_panel->view()->currentIndex().row(), 1);
        m_panel->view()->selectRow(3); // that of the state of now: it follows again
        m_answer->steps.append(said(u"Later"_s, CallState::Unknown));
        m_panel->refresh();
        QCOMPARE(m_panel->view()->currentIndex().row(), 4);
    }

    void aStepThatSaysMoreNowIsShownSo()
    {
        const QAbstractItemModelTester tester(m_panel->model());
        m_panel->follow(callNumber(17));
        m_answer->steps.last().changes = CallInfoState::CallerId;
        m_answer->steps.removeFirst();
        m_panel->refresh();
        QCOMPARE(m_panel->model()->rowCount(), 2);
        QCOMPARE(cell(1, Column::Effect), u"→ ONHOLD  CALLERID"_s);
        QCOMPARE(m_panel->view()->currentIndex().row(), 1);
    }

    void itAsksOnlyForWhatCanBeSeen()
    {
        m_panel->hide();
        m_panel->follow(callNumber(17));
        QVERIFY(m_asked.isEmpty());
        m_panel->show();
        QVERIFY(m_asked == QList<MappingPanel::Subject>{CallId{17}});
        m_answersLater = true;
        m_panel->refresh();
        m_panel->refresh(); // the first one has not been answered
        QCOMPARE(m_asked.size(), 2);
    }

    void anAnswerAboutTheCallBeforeIsNotShown()
    {
        m_answersLater = true;
        m_panel->follow(callNumber(17));
        const MappingPanel::Tell late = m_later;
        m_answersLater = false;
        m_answer->steps.resize(1);
        m_panel->follow(callNumber(18));
        late(talk());
        QCOMPARE(m_panel->model()->rowCount(), 1);
        late({});
        QCOMPARE(m_panel->model()->rowCount(), 1);
    }

    void whatHasGoneStaysAsItWasToldLast()
    {
        m_panel->follow(callNumber(17));
        m_answer.reset();
        m_panel->refresh();
        QCOMPARE(m_panel->model()->rowCount(), 3);
        QVERIFY(m_panel->summary().contains(u"has gone"_s));
        m_panel->follow(callNumber(18)); // of which nothing was known
        QCOMPARE(m_panel->model()->rowCount(), 0);
        QVERIFY(note().contains(u"Asterisk"_s));
        QCOMPARE(m_panel->details(), QString());
    }

    void anApplicationSelectsNothingElse()
    {
        m_panel->follow(callNumber(17));
        Selection app;
        app.app = HLineApp{1};
        m_panel->follow(app);
        QVERIFY(m_panel->subject() == MappingPanel::Subject(CallId{17}));
        m_panel->follow({});
        QVERIFY(!m_panel->subject());
        QVERIFY(note().contains(u"Choose a handle, a call or a line"_s));
    }

    void aLineIsExplainedToo()
    {
        ProvenanceStep found = said(u"EndpointList"_s), lost = said(u"DeviceStateChange"_s);
        found.isNew = found.changesState = lost.changesState = true;
        found.inService = true;
        lost.inService = false;
        lost.stateRule = u"AMI-L2"_s;
        m_answer->steps = {found, lost};
        m_answer->firstSteps = 2;
        m_panel->follow(callNumber(17));
        Selection line;
        line.line = HLine{1};
        line.device = DeviceId{3};
        m_panel->follow(line);
        QVERIFY(m_asked.last() == MappingPanel::Subject(DeviceId{3}));
        QCOMPARE(cell(0, Column::Effect), u"new line  → in service"_s);
        QCOMPARE(cell(1, Column::Effect), u"→ out of service"_s);
        QVERIFY2(
            m_panel->summary().startsWith(u"D3: out of service because of DeviceStateChange, by the rule AMI-L2 ("_s),
            qPrintable(m_panel->summary()));
        m_answer.reset();
        m_panel->refresh();
        QVERIFY(m_panel->summary().endsWith(u"The line has gone."_s));
    }

    void numbersAndNamesAreMaskedAsInTheWindow()
    {
        m_panel->follow(callNumber(17));
        m_live.setMasking({MaskingMode::Mask, true});
        const QString details = m_panel->details();
        QVERIFY2(!details.contains(u"5550100"_s) && !details.contains(u"Anna"_s), qPrintable(details));
        QVERIFY(details.contains(u"1795000000.12345"_s)); // the server's own numbering
        copyButton()->click();
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(!copied.contains(u"5550100"_s) && !copied.contains(u"Anna"_s));
        QVERIFY(copied.contains(u"Newchannel"_s) && copied.contains(u"Hold"_s));
        m_live.setMasking({});
        QVERIFY(m_panel->details().contains(u"Anna Bell"_s));
    }

    void hostileTextIsShownAsText()
    {
        m_answer->steps.last().fields.last().value = u"<b>\u202Ex\r\ny"_s;
        m_answer->steps.last().event = u"<i>Hold\u202E"_s;
        m_panel->follow(callNumber(17));
        for (const QString &text : {m_panel->details(), cell(2, Column::Event)}) {
            QVERIFY(!text.contains(QChar(0x202e)));
            QVERIFY(text.contains(u'<'));
        }
        QVERIFY(!m_panel->summary().contains(QChar(0x202e)));
    }

    void whatIsNotKeptIsSaid()
    {
        m_answer->leftOut = 7;
        m_answer->steps.last().fields.clear();
        m_answer->steps.last().fieldsDropped = true;
        m_panel->follow(callNumber(17));
        QVERIFY(m_panel->summary().contains(u"7 step(s)"_s) || m_panel->summary().contains(u"7 steps"_s));
        QVERIFY(m_panel->details().contains(u"not kept any more"_s));
    }

    void aLongCallKeepsTheChoiceWhileStepsGo()
    {
        const QAbstractItemModelTester tester(m_panel->model());
        m_answer->steps.clear();
        for (int i = 0; i < 6; ++i)
            m_answer->steps.append(said(u"Event%1"_s.arg(i), CallState::Connected));
        m_answer->firstSteps = 6;
        m_panel->follow(callNumber(17));
        m_panel->view()->selectRow(4);
        m_answer->firstSteps = 2;
        for (int i = 6; i < 8; ++i) { // the third goes, then the fourth
            m_answer->steps.removeAt(2);
            m_answer->steps.append(said(u"Event%1"_s.arg(i), CallState::Connected));
            ++m_answer->leftOut;
            m_panel->refresh();
        }
        QCOMPARE(m_panel->model()->rowCount(), 6);
        QCOMPARE(cell(m_panel->view()->currentIndex().row(), Column::Event), u"Event4"_s);
        QVERIFY(cell(2, Column::Time).startsWith(u'⋮') && !cell(1, Column::Time).startsWith(u'⋮'));
        copyButton()->click();
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"\n…\n"_s));
    }

    void aPausedWindowIsNotAheadOfItself()
    {
        m_panel->follow(callNumber(17));
        m_live.setPaused(true);
        m_panel->refresh();
        QCOMPARE(m_asked.size(), 1);
        m_panel->follow(callNumber(18)); // what is chosen meanwhile is asked for all the same
        QCOMPARE(m_asked.size(), 2);
        m_live.setPaused(false);
    }

    void columnsAreRemembered()
    {
        m_panel->view()->setColumnHidden(int(Column::Rules), true);
        const QByteArray state = m_panel->saveState();
        MappingPanel other(&m_live, &m_clock);
        other.restoreState(state);
        QVERIFY(other.view()->isColumnHidden(int(Column::Rules)));
    }

private:
    QString cell(int row, Column column) const { return m_panel->model()->index(row, int(column)).data().toString(); }
    QString note() const { return m_panel->findChild<EmptyNote *>()->text(); }
    QToolButton *copyButton() const
    {
        for (auto *button : m_panel->findChildren<QToolButton *>()) {
            if (button->text() == u"Copy")
                return button;
        }
        return nullptr;
    }

    EventFeed m_feed;
    LiveWorld m_live{&m_feed};
    ManualClock m_clock;
    std::unique_ptr<MappingPanel> m_panel;
    std::optional<Provenance> m_answer;
    MappingPanel::Tell m_later;
    QList<MappingPanel::Subject> m_asked;
    bool m_answersLater = false;
};

} // namespace Linescope::Test

QTEST_MAIN(Linescope::Test::TestMappingPanel)
#include "tst_mappingpanel.moc"
