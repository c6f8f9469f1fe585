// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The call inspector, what it says, shows, copies, and the trace of events behind it.

#include "journal/eventjson.h"
#include "models/callhistory.h"
#include "models/handles/handlemodel.h"
#include "models/ladder/calltrace.h"
#include "panels/inspector/callpanel.h"
#include "panels/inspector/causewords.h"
#include "panels/inspector/factgrid.h"
#include "panels/inspector/fieldmeanings.h"
#include "panels/inspector/lifelines.h"
#include "panels/inspector/section.h"
#include "storyteller.h"
#include "support/theme/theme.h"
#include "tapi/names.h"

#include <QApplication>
#include <QClipboard>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

namespace Linescope::Test {

class TestCallPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        scene = std::make_unique<Scene>();
    }
    void cleanup() { scene.reset(); }

    void nothingIsSelectedAtFirst()
    {
        QVERIFY(scene->panel.text().isEmpty());
        QVERIFY(scene->panel.json().isEmpty());
        QVERIFY(labels().contains(u"No handle is selected."_s));
    }

    void aLiveCallNeedsNoExplanation()
    {
        scene->show(scene->owner);
        QVERIFY(labels().contains(u"Call C1, handle H1 of crm-popup"_s));
        QVERIFY(!scene->panel.text().contains(u"not given its handle back"));
        QVERIFY(value(u"parties"_s, u"Caller"_s).startsWith(u"+12025550143"));
        QVERIFY(value(u"cause"_s, u"Disconnect mode"_s).isEmpty());
    }

    void aRetainedCallSaysWhyAndWhatFreesIt()
    {
        scene->ends();
        scene->story.clock.advance(60'000_ms);
        scene->show(scene->owner);
        const QString text = scene->panel.text();
        QVERIFY2(text.contains(u"crm-popup has not given its handle back (H-4). It has been over since"),
                 qPrintable(text));
        QVERIFY(text.contains(u"when crm-popup deallocates H1, closes its line L1 (L-15) or ends, or when the provider "
                              u"closes the line “Line 1” (L-28)"));
        QVERIFY(text.contains(u"stays for recorder (H2) as well"));
        QVERIFY(text.contains(u"(R-10)"));
        QVERIFY(text.contains(u"retained 1:00"));
        QVERIFY(text.contains(u"NORMAL. The other party hung up."));
        QVERIFY(value(u"cause"_s, u"Disconnect mode"_s).startsWith(u"NORMAL"));
        QVERIFY(text.contains(u"16, normal clearing"));
    }

    void theLastHolderIsTheLast()
    {
        scene->ends();
        scene->story.voids(scene->watcher);
        scene->story.tells();
        scene->show(scene->owner);
        QVERIFY(scene->panel.text().contains(u"It is the last handle: the provider's record goes with it (H-24)."));
        QVERIFY(scene->panel.text().contains(u"recorder, H2 MONITOR: since"));
        QVERIFY(scene->panel.text().contains(u"(deallocated)"));
    }

    void itSaysWhoHungUpAndWhatIsNotCertain()
    {
        CallInfo info;
        info.hungUpBy = quint32(HungUpBy::Device);
        info.doubts = quint32(Doubt::HoldInferred);
        scene->story.add(Events::CallInfo{scene->call, CallInfoState::DevSpecific, PackedCallInfo(info)});
        scene->story.tells();
        scene->show(scene->owner);
        QCOMPARE(value(u"cause"_s, u"Ended by"_s), u"the telephone of this call"_s);
        QVERIFY(value(u"parties"_s, u"Not certain"_s).contains(u"who holds the call"_s));
    }

    void otherHoldersAreOneClickAway()
    {
        scene->ends();
        scene->show(scene->owner);
        const QSignalSpy chosen(&scene->panel, &CallPanel::chosen);
        QToolButton *button = nullptr;
        for (QToolButton *each : scene->panel.findChildren<QToolButton *>()) {
            if (each->text() == u"Show H2 of recorder")
                button = each;
        }
        QVERIFY(button);
        button->click();
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().value<Selection>().handle, scene->watcher);

        auto *holders = diagram(u"call-holders"_s);
        holders->setCurrentItem(1);
        QTest::keyClick(holders, Qt::Key_Return);
        QCOMPARE(chosen.count(), 2);
        QCOMPARE(chosen.last().first().value<Selection>().handle, scene->watcher);
    }

    void theStatesHaveDurationsAndBars()
    {
        scene->story.clock.advance(10'000_ms);
        scene->story.says(scene->call, CallState::OnHold);
        scene->story.clock.advance(30'000_ms);
        scene->story.tells();
        scene->show(scene->owner);
        const QList<Lifeline> lines = diagram(u"call-states"_s)->lines();
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines.at(0).name, u"OFFERING"_s);
        QCOMPARE(lines.at(1).name, u"CONNECTED"_s);
        QCOMPARE(lines.at(1).figure, u"0:10"_s);
        QCOMPARE(lines.at(2).figure, u"0:30"_s);
        QVERIFY(lines.at(2).open);
        QVERIFY(std::abs((lines.at(2).to - lines.at(2).from) - 3 * (lines.at(1).to - lines.at(1).from)) < 0.01);
        QCOMPARE(lines.at(1).to, lines.at(2).from);
    }

    void aCallIsShownWithoutAHandle()
    {
        Selection selection;
        selection.call = scene->call;
        scene->panel.follow(selection);
        QVERIFY(labels().contains(u"Call C1"_s));
        scene->ends();
        scene->panel.refresh();
        QVERIFY(scene->panel.text().contains(u"its record stays for crm-popup (H1), recorder (H2) (H-4)"));
        QVERIFY(!scene->panel.text().contains(u"dwCallPrivilege"));
    }

    void otherSelectionsLeaveItAlone()
    {
        scene->show(scene->owner);
        Selection device;
        device.device = {1};
        scene->panel.follow(device);
        QCOMPARE(scene->panel.handle(), scene->owner);
        scene->panel.follow({});
        QVERIFY(scene->panel.text().isEmpty());
    }

    void aCallThatHasGoneIsRemembered()
    {
        scene->ends();
        scene->show(scene->owner);
        scene->story.voids(scene->watcher);
        scene->story.voids(scene->owner);
        scene->story.tells();
        scene->panel.refresh();
        QVERIFY(scene->panel.text().contains(u"Void since"));
        scene->handles.clearGhosts();
        scene->panel.refresh();
        QVERIFY2(scene->panel.text().contains(u"The call's record was released at"), qPrintable(scene->panel.text()));
        QVERIFY(scene->panel.text().contains(u"CONNECTED"));
    }

    void everyFieldHasItsMeaning()
    {
        for (const CallInfoField &field : callInfoFields())
            QVERIFY2(!meaningOf(field.name).isEmpty(), field.name);
        const Call &call = *scene->story.world().call(scene->call);
        const QList<Fact> status = callStatusMembers(call, Privilege::Owner, {}, {});
        QCOMPARE(status.size(), 7);
        for (const Fact &fact : status)
            QVERIFY2(!fact.meaning.isEmpty(), qPrintable(fact.name));
        QCOMPARE(meaningOf("noSuchField"), QString());
        for (const FieldMeaning &field : fieldMeanings())
            QVERIFY2(QByteArrayView(field.meaning).endsWith('.'), field.meaning);
    }

    void fieldsHaveValueAndNumber()
    {
        ProviderAbilities abilities;
        abilities.callFeatures = CallFeature::Drop | CallFeature::Hold;
        scene->panel.setAbilities([=](ProviderId) { return abilities; });
        scene->panel.setEveryFieldShown(true);
        scene->show(scene->owner);
        QCOMPARE(member(u"dwMediaMode"_s).value, u"INTERACTIVEVOICE"_s);
        QCOMPARE(member(u"dwMediaMode"_s).raw, u"0x00000004"_s);
        QCOMPARE(member(u"dwCallerIDOffset"_s).value, u"+12025550143"_s);
        QCOMPARE(member(u"dwCallState"_s).value, u"CONNECTED"_s);
        QCOMPARE(member(u"dwCallPrivilege"_s).value, u"OWNER"_s);
        QCOMPARE(member(u"dwCallFeatures"_s).value, u"DROP | HOLD"_s);
        QCOMPARE(member(u"dwNumMonitors"_s).raw, u"0x00000001"_s);
        QCOMPARE(member(u"dwCommentOffset"_s).value, u"–"_s);
        scene->show(scene->watcher);
        QCOMPARE(member(u"dwCallFeatures"_s).value, u"–"_s); // a monitor may watch (P-34)
    }

    void fieldsCanBeExported()
    {
        QVERIFY(scene->panel.table(Rows::All, Qt::DisplayRole).isEmpty());
        scene->show(scene->owner);
        const QList<QStringList> rows = scene->panel.table(Rows::All, Qt::DisplayRole);
        QCOMPARE(rows.first(), (QStringList{u"Field"_s, u"Value"_s, u"Number"_s, u"Meaning"_s}));
        QCOMPARE(rows.size(), 1 + 7 + qsizetype(callInfoFields().size()));
    }

    void fieldsCanBeSearched()
    {
        scene->panel.setEveryFieldShown(true);
        scene->show(scene->owner);
        auto *search = scene->panel.findChild<QLineEdit *>();
        const qsizetype all = members().size();
        QVERIFY(all > 60);
        search->setText(u"callerid"_s);
        QVERIFY(members().size() < 10);
        search->setText(u"INTERACTIVE"_s); // a value
        QCOMPARE(members().size(), 1);
        search->setText(u"milliseconds"_s); // a meaning
        QCOMPARE(members().size(), 4);
        search->setText(u"no such thing"_s);
        QCOMPARE(members().size(), 0);
        search->clear();
        QCOMPARE(members().size(), all);
    }

    void foldedSectionsAreRemembered()
    {
        scene->panel.section(u"memory"_s)->setOpen(false);
        scene->panel.section(u"events"_s)->setOpen(true);
        const QByteArray saved = scene->panel.saveState();
        Scene again;
        again.panel.restoreState(saved);
        QVERIFY(!again.panel.section(u"memory"_s)->isOpen());
        QVERIFY(again.panel.section(u"events"_s)->isOpen());
        QVERIFY(again.panel.section(u"parties"_s)->isOpen());
        again.panel.restoreState("nonsense+ - memory+"); // from another version
        QVERIFY(again.panel.section(u"memory"_s)->isOpen());
    }

    void jsonHasWhatIsKnown()
    {
        scene->ends();
        scene->show(scene->owner);
        const QJsonObject call = QJsonDocument::fromJson(scene->panel.json()).object();
        QCOMPARE(call.value(u"linescope").toString(), u"call/1"_s);
        QCOMPARE(call.value(u"call").toString(), u"C1"_s);
        QCOMPARE(call.value(u"handle").toString(), u"H1"_s);
        QCOMPARE(call.value(u"state").toString(), u"IDLE"_s);
        QCOMPARE(call.value(u"life").toString(), u"retained"_s);
        QCOMPARE(call.value(u"states").toArray().size(), 4);
        QCOMPARE(call.value(u"states").toArray().at(2).toObject().value(u"mode").toString(), u"NORMAL"_s);
        QCOMPARE(call.value(u"holders").toArray().size(), 2);
        QVERIFY(call.value(u"memory").toObject().value(u"recordBytes").toInt() > 0);
        QVERIFY(call.value(u"memory").toObject().value(u"providerBytes").isNull());
        QCOMPARE(call.value(u"callInfo").toObject().value(u"callerId").toString(), u"+12025550143"_s);
        QCOMPARE(call.value(u"callInfo").toObject().size(), int(callInfoFields().size()));
        QVERIFY(call.value(u"callStatus").toObject().contains(u"dwCallState"));
        QVERIFY(call.value(u"events").toArray().size() >= 7);
        QCOMPARE(call.value(u"events").toArray().first().toObject().value(u"event").toString(), u"callCreated"_s);
    }

    void copyingFillsTheClipboard()
    {
        scene->show(scene->owner);
        scene->panel.copyText();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"Call C1, handle H1"));
        scene->panel.copyJson();
        QVERIFY(QJsonDocument::fromJson(QGuiApplication::clipboard()->text().toUtf8()).isObject());
    }

    void eventsOfTheCallAreListed()
    {
        scene->panel.section(u"events"_s)->setOpen(true);
        scene->show(scene->owner);
        auto *events = scene->panel.findChild<QPlainTextEdit *>();
        QVERIFY(events->toPlainText().contains(u"\"event\":\"callCreated\""));
        QVERIFY(!events->toPlainText().contains(u"ONHOLD"));
        scene->story.says(scene->call, CallState::OnHold);
        scene->story.tells();
        scene->panel.refresh();
        QVERIFY(events->toPlainText().contains(u"ONHOLD"));
    }

    void traceKnowsTheCallByAllItsNames()
    {
        Storyteller story;
        const ProviderId provider = story.provider(u"Simulator"_s);
        const DeviceId device = story.device(u"Line 1"_s, provider);
        const HLineApp app = story.app(u"crm"_s);
        const HLine line = story.opens(app, device);
        CallTrace trace(&story.live);
        story.add(Events::ReportReceived{provider, Reports::NewCall{{101}, {501}, {}, 0}});
        const CallId call = story.call(device); // whose driver call is 501
        const HCall handle = story.handle(call, line);
        story.add(Events::RequestMade{app, std::make_shared<const Request>(Requests::Drop{handle})});
        story.add(Events::CommandSent{provider, Commands::ActOnCall{{7}, Commands::CallAction::Drop, {call, {501}}}});
        story.add(Events::RequestResult{app, 8, LineError::None, {7}});
        story.add(Events::ReportReceived{provider, Reports::Completion{{7}}});
        // none of its business
        story.add(Events::ReportReceived{provider, Reports::CallState{{999}, CallState::Idle, 0, {}}});
        story.add(Events::ReportReceived{{9}, Reports::CallState{{501}, CallState::Idle, 0, {}}});
        story.add(Events::RequestMade{app, std::make_shared<const Request>(Requests::Drop{{77}})});
        story.add(Events::RequestResult{app, 8, LineError::None, {8}});
        story.call(device);
        LineMessage message;
        message.id = MessageId::CallState;
        message.device = handle.handle();
        story.add(Events::Message{app, message});
        story.tells();
        trace.watch(call);
        QStringList names;
        for (const Event &event : trace.events())
            names += QString::fromLatin1(eventName(event.payload));
        QCOMPARE(names,
                 (QStringList{u"report"_s, u"callCreated"_s, u"callState"_s, u"handleCreated"_s, u"request"_s,
                              u"command"_s, u"result"_s, u"report"_s, u"message"_s}));
        QVERIFY(trace.isComplete());
    }

    void traceIsBounded()
    {
        Storyteller story;
        const DeviceId device = story.device(u"Line 1"_s, story.provider(u"Simulator"_s));
        CallTrace trace(&story.live, nullptr, 100'000);
        const CallId call = story.call(device);
        story.tells();
        trace.watch(call);
        for (int i = 0; i < 500; ++i)
            story.says(call, i % 2 ? CallState::Connected : CallState::OnHold);
        story.tells();
        QCOMPARE(trace.events().size(), CallTrace::MaxEvents);
        QCOMPARE(trace.earlier(), 502 - CallTrace::MaxEvents);
        const CallId other = story.call(device);
        for (int i = 0; i < 5000; ++i)
            story.says(other, i % 2 ? CallState::Connected : CallState::OnHold);
        story.tells();
        trace.watch(other);
        trace.watch(call); // its events had to make room
        QCOMPARE(trace.events().size(), 0);
        QVERIFY(!trace.isComplete());
    }

    void aHiddenPanelDoesNothing()
    {
        scene->show(scene->owner);
        const QStringList before = labels();
        scene->panel.hide();
        scene->ends();
        scene->panel.refresh();
        QCOMPARE(labels(), before);
        scene->panel.setVisible(true); // catches up
        QVERIFY(labels().join(u' ').contains(u"not given its handle back"));
    }

    void nothingIsWiderThanThePanel_data()
    {
        QTest::addColumn<int>("width");
        QTest::addRow("dock") << 300;
        QTest::addRow("wide") << 500;
    }
    void nothingIsWiderThanThePanel()
    {
        QFETCH(int, width);
        scene->story.says(scene->call, QString(10'240, u'8'), QString(10'240, u'm'));
        scene->story.tells();
        scene->panel.resize(width, 700);
        scene->panel.setEveryFieldShown(true);
        scene->panel.section(u"events"_s)->setOpen(true);
        scene->show(scene->owner);
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents(); // layouts follow
        QCOMPARE(scene->panel.width(), width);
        QVERIFY(scene->panel.minimumSizeHint().width() <= 300);
        int shown = 0;
        for (const QLabel *label : scene->panel.findChildren<QLabel *>()) {
            if (!label->isVisible())
                continue;
            ++shown;
            const QPoint right = label->mapTo(&scene->panel, QPoint(label->width(), 0));
            QVERIFY2(right.x() <= width, qPrintable(label->text().left(100)));
            QVERIFY2(label->heightForWidth(label->width()) <= label->height() || !label->wordWrap(),
                     qPrintable(label->text().left(100)));
        }
        QVERIFY(shown > 5);
    }

    void everyCauseHasWords()
    {
        for (const auto &mode : namesOf<DisconnectMode>())
            QVERIFY2(!disconnectWords(mode.value).isEmpty(), mode.name);
        QCOMPARE(disconnectWords(DisconnectMode(0x80000000)), QString());
        QCOMPARE(q850Words(17), u"user busy"_s);
        QCOMPARE(q850Words(99), QString());
    }

private:
    struct Scene {
        Scene()
        {
            const DeviceId device = story.device(u"Line 1"_s, story.provider(u"Simulator"_s));
            const HLineApp crm = story.app(u"crm-popup"_s);
            line = story.opens(crm, device);
            call = story.call(device, CallState::Offering);
            CallInfo info;
            info.callerId = u"+12025550143"_s;
            info.callerIdName = u"Ada Lovelace"_s;
            info.calledId = u"101"_s;
            info.mediaMode = quint32(MediaMode::InteractiveVoice);
            info.cause = 16;
            story.add(Events::CallInfo{call, CallInfoState::CallerId, PackedCallInfo(info)});
            owner = story.handle(call, line);
            watcher = story.handle(call, story.opens(story.app(u"recorder"_s), device), Privilege::Monitor);
            story.clock.advance(3'000_ms);
            story.says(call, CallState::Connected);
            story.tells();
            panel.resize(320, 800);
            panel.setVisible(true);
        }
        void ends()
        {
            story.clock.advance(20'000_ms);
            story.says(call, CallState::Disconnected, quint32(DisconnectMode::Normal));
            story.says(call, CallState::Idle);
            story.tells();
        }
        void show(HCall handle)
        {
            panel.show(handle);
            panel.refresh();
        }

        Storyteller story;
        CallHistory history{&story.live};
        HandleModel handles{&story.live, &story.clock};
        CallPanel panel{&story.live, &history, &handles};
        HLine line;
        CallId call;
        HCall owner;
        HCall watcher;
    };

    QStringList labels() const
    {
        QStringList texts;
        for (const QLabel *label : scene->panel.findChildren<QLabel *>())
            texts += QString(label->text()).remove(QChar(0x200b));
        return texts;
    }
    QList<Fact> members() const
    {
        QList<Fact> facts;
        for (const FactGrid *grid : scene->panel.section(u"fields"_s)->findChildren<FactGrid *>())
            facts += grid->facts();
        return facts;
    }
    Fact member(const QString &name) const
    {
        for (const Fact &fact : members()) {
            if (fact.name == name)
                return fact;
        }
        return {};
    }
    QString value(const QString &section, const QString &name) const
    {
        for (const Fact &fact : scene->panel.section(section)->findChild<FactGrid *>()->facts()) {
            if (fact.name == name)
                return fact.value;
        }
        return {};
    }
    Lifelines *diagram(const QString &name) const
    {
        for (Lifelines *lines : scene->panel.findChildren<Lifelines *>()) {
            if (lines->pictureName() == name)
                return lines;
        }
        return nullptr;
    }

    std::unique_ptr<Scene> scene;
};

} // namespace Linescope::Test

QTEST_MAIN(Linescope::Test::TestCallPanel)
#include "tst_callpanel.moc"
