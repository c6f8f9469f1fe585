// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/journal.h"

#include <QTest>

using namespace Linescope;
using namespace Qt::StringLiterals;

namespace {

Event callState(quint64 seq) { return {seq, Microseconds(seq), Events::CallState{{1}, CallState::Connected, {}, 0}}; }

Event providerText(quint64 seq, qsizetype length)
{
    return {seq, Microseconds(seq), Events::ProviderState{{1}, true, {}, QString(length, u'x')}};
}

} // namespace

class TestJournal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eventsAreKeptInOrder();
    void theOldestGoWhenTheCapIsReached();
    void whatIsDroppedIsCounted();
    void oneLongEventCostsManyShortOnes();
    void anEventBeyondTheCapIsKeptAlone();
    void anEmptyJournalHasNoFirst();
    void bytesCountStringsAndSharedParts();
    void bytesCountWhateverAnEventHolds_data();
    void bytesCountWhateverAnEventHolds();
};

void TestJournal::eventsAreKeptInOrder()
{
    Journal journal;
    EventBatch batch;
    for (quint64 seq = 1; seq <= 5000; ++seq)
        batch.append(callState(seq));
    journal.append(batch);
    journal.append(callState(5001));
    QCOMPARE(journal.count(), 5001);
    QCOMPARE(journal.dropped(), 0u);
    quint64 seq = 0;
    journal.forEach([&](const Event &event) { QCOMPARE(event.seq, ++seq); });
    QCOMPARE(seq, 5001u);
    QCOMPARE(journal.at(0).seq, 1u);
    QVERIFY(journal.at(5000) == callState(5001));
}

void TestJournal::theOldestGoWhenTheCapIsReached()
{
    const qsizetype one = byteSize(callState(1));
    Journal journal(100 * one);
    for (quint64 seq = 1; seq <= 100'000; ++seq) {
        journal.append(callState(seq));
        QVERIFY(journal.bytes() <= journal.capacityBytes());
    }
    QCOMPARE(journal.count(), 100);
    QCOMPARE(journal.firstSeq(), 99'901u);
    QCOMPARE(journal.at(99).seq, 100'000u);
}

void TestJournal::whatIsDroppedIsCounted()
{
    Journal journal(10 * byteSize(callState(1)));
    for (quint64 seq = 1; seq <= 25; ++seq)
        journal.append(callState(seq));
    QCOMPARE(journal.dropped(), 15u);
    QCOMPARE(journal.dropped() + quint64(journal.count()), 25u);
    QCOMPARE(journal.firstSeq(), journal.dropped() + 1);
}

void TestJournal::oneLongEventCostsManyShortOnes()
{
    const qsizetype one = byteSize(callState(1));
    Journal journal(100 * one);
    for (quint64 seq = 1; seq <= 100; ++seq)
        journal.append(callState(seq));
    journal.append(providerText(101, 25 * one)); // two bytes a character: half of the journal
    QVERIFY(journal.bytes() <= journal.capacityBytes());
    QVERIFY(journal.dropped() >= 50);
    QCOMPARE(journal.at(journal.count() - 1).seq, 101u);
}

void TestJournal::anEventBeyondTheCapIsKeptAlone()
{
    Journal journal(1000);
    for (quint64 seq = 1; seq <= 5; ++seq)
        journal.append(providerText(seq, 10'000));
    QCOMPARE(journal.count(), 1);
    QCOMPARE(journal.firstSeq(), 5u);
}

void TestJournal::anEmptyJournalHasNoFirst()
{
    const Journal journal;
    QCOMPARE(journal.count(), 0);
    QCOMPARE(journal.firstSeq(), 0u);
    QCOMPARE(journal.bytes(), 0);
}

void TestJournal::bytesCountStringsAndSharedParts()
{
    QVERIFY(byteSize(callState(1)) >= qsizetype(sizeof(Event)));
    QVERIFY(byteSize(providerText(1, 1000)) >= byteSize(providerText(1, 0)) + 2000);
    CallInfo info;
    info.comment = QString(500, u'x');
    const Event created{1, 1, Events::CallCreated{{1}, {1}, {1}, 0, PackedCallInfo(info)}};
    QVERIFY(byteSize(created) >= byteSize(callState(1)) + 500);
    auto request = std::make_shared<Requests::InitializeEx>();
    request->appName = QString(500, u'x');
    const Event initialized{1, 1, Events::AppInitialized{{1}, request}};
    QVERIFY(byteSize(initialized) >= byteSize(callState(1)) + 1000);
    const Event reported{1, 1, Events::ReportReceived{{1}, Reports::NewCall{{1}, {1}, PackedCallInfo(info), 0}}};
    QVERIFY(byteSize(reported) >= byteSize(callState(1)) + 500);
    auto finding = std::make_shared<Finding>();
    finding->text = QString(500, u'x');
    QVERIFY(byteSize({1, 1, Events::FindingRaised{finding}}) >= byteSize(callState(1)) + 1000);
}

void TestJournal::bytesCountWhateverAnEventHolds_data()
{
    QTest::addColumn<EventPayload>("with");
    QTest::addColumn<EventPayload>("without");
    const QByteArray data(1000, 'x');
    const QString text(500, u'x');
    const auto made = [](const Request &request) {
        return EventPayload(Events::RequestMade{{1}, std::make_shared<const Request>(request)});
    };
    const auto sent = [](const Command &command) { return EventPayload(Events::CommandSent{{1}, command}); };
    const auto received = [](const Report &report) { return EventPayload(Events::ReportReceived{{1}, report}); };
    const auto row = [](const char *name, const EventPayload &with, const EventPayload &without) {
        QTest::newRow(name) << with << without;
    };
    row("data of a request", made(Requests::SetCallData{{1}, data}), made(Requests::SetCallData{{1}, {}}));
    row("text of a request", made(Requests::BlindTransfer{{1}, text}), made(Requests::BlindTransfer{{1}, {}}));
    row("data of a command", sent(Commands::SetCallData{{1}, {}, data}), sent(Commands::SetCallData{{1}, {}, {}}));
    row("text of a command", sent(Commands::Redirect{{1}, {}, text}), sent(Commands::Redirect{{1}, {}, {}}));
    const auto digits = [](const QString &keys) {
        return std::make_shared<const Commands::DigitString>(Commands::DigitString{DigitMode::Dtmf, keys, 0});
    };
    row("shared part of a command", sent(Commands::GenerateDigits{{}, 1, digits(text)}),
        sent(Commands::GenerateDigits{{}, 1, digits({})}));
    row("text of a report", received(Reports::Completion{{1}, LineError::None, {}, {}, text}),
        received(Reports::Completion{{1}, LineError::None, {}, {}, {}}));
}

void TestJournal::bytesCountWhateverAnEventHolds()
{
    QFETCH(const EventPayload, with);
    QFETCH(const EventPayload, without);
    const auto bytes = [](const EventPayload &payload) {
        Event event;
        event.payload = payload;
        return byteSize(event);
    };
    QVERIFY(bytes(with) >= bytes(without) + 1000);
}

QTEST_APPLESS_MAIN(TestJournal)

#include "tst_journal.moc"
