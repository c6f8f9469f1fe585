// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "provider/agenda.h"
#include "providers/simulator/demo.h"
#include "providers/simulator/dialstring.h"
#include "providers/simulator/fiction.h"
#include "providers/simulator/simulatorsettings.h"

#include <QRegularExpression>
#include <QTest>

using namespace Linescope;
using namespace Qt::StringLiterals;

namespace {

class CountingClock : public ManualClock {
public:
    void callAt(Microseconds when, QObject *receiver, std::function<void()> call) override
    {
        ++wakeUpsAsked;
        ManualClock::callAt(when, receiver, std::move(call));
    }
    int wakeUpsAsked = 0;
};

} // namespace

class TestSimulatorParts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void aUrlGivesTheSettings()
    {
        const auto settings = SimulatorSettings::fromUrl(QUrl(u"simulator:?lines=4&seed=7&rate=20"_s));
        QVERIFY(settings);
        QCOMPARE(settings->lines, 4);
        QCOMPARE(settings->seed, 7u);
        QCOMPARE(settings->callsPerMinute, 20.0);
        QCOMPARE(settings->automatic, true);

        const auto rest = SimulatorSettings::fromUrl(QUrl(u"simulator:?automatic=0&up=0&speed=2.5&apps=none"_s));
        QVERIFY(rest);
        QCOMPARE(rest->automatic, false);
        QCOMPARE(rest->callsUpAtStart, 0);
        QCOMPARE(rest->timeScale, 2.5);
    }
    void aUrlWithoutOptionsGivesTheDefaults()
    {
        QCOMPARE(SimulatorSettings::fromUrl(QUrl(u"simulator:"_s)).value(), SimulatorSettings());
    }

    void aBadOptionIsNamed_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("unknown") << u"colour=red"_s << QStringList{u"colour"_s, u"lines"_s, u"speed"_s};
        QTest::newRow("no lines") << u"lines=0"_s << QStringList{u"lines"_s, u"1"_s, u"10000"_s};
        QTest::newRow("too many lines") << u"lines=10001"_s << QStringList{u"lines"_s, u"10000"_s, u"10001"_s};
        QTest::newRow("half a line") << u"lines=1.5"_s << QStringList{u"lines"_s, u"1.5"_s};
        QTest::newRow("words") << u"rate=often"_s << QStringList{u"rate"_s, u"often"_s};
        QTest::newRow("empty") << u"seed="_s << QStringList{u"seed"_s};
        QTest::newRow("negative") << u"seed=-1"_s << QStringList{u"seed"_s, u"4294967295"_s};
        QTest::newRow("not a number") << u"rate=nan"_s << QStringList{u"rate"_s};
        QTest::newRow("infinite") << u"rate=inf"_s << QStringList{u"rate"_s};
        QTest::newRow("twice") << u"seed=1&seed=2"_s << QStringList{u"seed"_s, u"twice"_s};
        QTest::newRow("standing still") << u"speed=0"_s << QStringList{u"speed"_s};
    }
    void aBadOptionIsNamed()
    {
        QFETCH(QString, query);
        QFETCH(QStringList, words);
        const auto settings = SimulatorSettings::fromUrl(QUrl(u"simulator:?"_s + query));
        QVERIFY(!settings);
        for (const QString &word : words)
            QVERIFY2(settings.error().contains(word), qPrintable(settings.error()));
    }

    // The first values of splitmix64 with seed 0, as published with the algorithm: no platform may differ.
    void randomNumbersAreThoseOfSplitmix64()
    {
        Random random(0);
        QCOMPARE(random.next64(), 0xe220a8397b1dcdaf);
        QCOMPARE(random.next64(), 0x6e789e6aa1b965f4);
        QCOMPARE(random.next64(), 0x06c45d188009454f);
    }
    void gapsAreExponential()
    {
        Random random(42);
        constexpr int draws = 200'000;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < draws; ++i) {
            const double gap = double(random.exponential(1_s)) / 1e6;
            QVERIFY(gap >= 0);
            sum += gap;
            squares += gap * gap;
        }
        const double mean = sum / draws;
        QVERIFY2(qAbs(mean - 1) < 0.02, qPrintable(QString::number(mean)));
        QVERIFY(qAbs(squares / draws - mean * mean - 1) < 0.05); // variance = mean squared
    }

    void theAgendaKeepsTimeThenOrderAndAsksForOneWakeUp()
    {
        CountingClock clock;
        QObject receiver;
        QString done;
        Agenda agenda(&clock, &receiver, [&] { done += u'.'; });
        agenda.in(2_s, [&] { done += u'c'; });
        agenda.in(1_s, [&] { done += u'a'; });
        agenda.in(1_s, [&] { done += u'b'; });
        agenda.in(3_s, [&] {
            done += u'd';
            agenda.in(0, [&] { done += u'e'; });
        });
        QCOMPARE(clock.wakeUpsAsked, 2); // for 2 s, then for 1 s
        clock.advance(10_s);
        QCOMPARE(done, u"ab.c.de."_s);
        QCOMPARE(clock.wakeUpsAsked, 4);
    }
    void aClearedAgendaDoesNothing()
    {
        ManualClock clock;
        QObject receiver;
        QString done;
        Agenda agenda(&clock, &receiver, [] {});
        agenda.in(1_s, [&] { done += u'a'; });
        agenda.clear();
        agenda.in(2_s, [&] { done += u'b'; });
        clock.advance(10_s);
        QCOMPARE(done, u"b"_s);
    }

    void dialStringsAreCheckedFirst_data() // V-68
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<LineError>("error");
        QTest::newRow("digits") << u"5550100"_s << LineError::None;
        QTest::newRow("canonical") << u"+1 (202) 555-0100"_s << LineError::None;
        QTest::newRow("nothing: dial tone, F-6") << QString() << LineError::None;
        QTest::newRow("billing tone") << u"555$01"_s << LineError::DialBilling;
        QTest::newRow("quiet") << u"555@01"_s << LineError::DialQuiet;
        QTest::newRow("dial tone") << u"0w555"_s << LineError::DialDialTone;
        QTest::newRow("prompt") << u"555?01"_s << LineError::DialPrompt;
        QTest::newRow("letters") << u"front desk"_s << LineError::InvalAddress;
        QTest::newRow("partial, F-6") << u"555;"_s << LineError::None;
        QTest::newRow("ends in the middle") << u"5;5"_s << LineError::InvalAddress;
        QTest::newRow("other digits") << u"٥٥٥"_s << LineError::InvalAddress;
        QTest::newRow("control") << u"555\r\n01"_s << LineError::InvalAddress;
        QTest::newRow("too long") << QString(257, u'1') << LineError::InvalAddress;
    }
    void dialStringsAreCheckedFirst()
    {
        QFETCH(QString, address);
        QFETCH(LineError, error);
        QCOMPARE(checkDialString(address), error);
    }

    void theEndingOfANumberIsItsFate_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<int>("fate");
        QTest::newRow("any") << u"5550100"_s << int(Fate::Answered);
        QTest::newRow("busy") << u"555 01 17"_s << int(Fate::Busy);
        QTest::newRow("no answer") << u"+44 20 7946 0018"_s << int(Fate::NoAnswer);
        QTest::newRow("rejected") << u"5550121"_s << int(Fate::Rejected);
        QTest::newRow("congestion") << u"555013-4"_s << int(Fate::Failure);
        QTest::newRow("nothing") << QString() << int(Fate::NoDigits);
        QTest::newRow("no digit") << u"+"_s << int(Fate::NoDigits);
    }
    void theEndingOfANumberIsItsFate()
    {
        QFETCH(QString, number);
        QFETCH(int, fate);
        QCOMPARE(int(fateOfNumber(number)), fate);
    }

    void partiesAreFiction()
    {
        const QRegularExpression fiction(
            u"^(\\+1 202 555 01\\d\\d|\\+44 20 7946 0\\d{3}|\\+33 1 99 00 \\d\\d \\d\\d)$"_s);
        Random random(3);
        int withheld = 0;
        for (int i = 0; i < 1000; ++i) {
            const Party party = randomCaller(random);
            withheld += int(party.number.isEmpty());
            QVERIFY2(party.number.isEmpty() || fiction.match(party.number).hasMatch(), qPrintable(party.number));
            const QString busy = randomNumber(random, endingFor(Fate::Busy));
            QVERIFY2(fiction.match(busy).hasMatch() && fateOfNumber(busy) == Fate::Busy, qPrintable(busy));
            QCOMPARE(int(fateOfNumber(randomNumber(random))), int(Fate::Answered));
        }
        QVERIFY(withheld > 50 && withheld < 150);
    }

    void theDemoHasACastOfDifferentHabits()
    {
        QCOMPARE(SimulatorSettings().lines, 6);
        const QList<AppHabits> apps = demoApps();
        QCOMPARE(apps.size(), 4);
        const auto leaks = [](const AppHabits &app) { return app.deallocateAfterIdle < 0; };
        QCOMPARE(std::count_if(apps.begin(), apps.end(), leaks), 1);
        const auto owns = [](const AppHabits &app) { return app.privileges.testFlag(Privilege::Owner); };
        QCOMPARE(std::count_if(apps.begin(), apps.end(), owns), 1);
    }
};

QTEST_GUILESS_MAIN(TestSimulatorParts)
#include "tst_simulatorparts.moc"
