// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tapi/names.h"
#include "tapi/transitions.h"

#include <QRegularExpression>
#include <QTest>

using namespace Linescope;

class TestTransitions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void judgesAsTheRulebookDoes_data()
    {
        QTest::addColumn<CallState>("from");
        QTest::addColumn<QStringList>("usual"); // all others are unusual
        QTest::addColumn<QString>("rule");

        using enum CallState;
        const auto row = [](CallState from, const char *rule, const QString &usual) {
            QTest::newRow(qPrintable(nameOf(from))) << from << usual.split(u' ') << QString::fromLatin1(rule);
        };
        row(Offering, "T-05", u"ACCEPTED CONNECTED DISCONNECTED IDLE OFFERING"_s);
        row(Accepted, "T-06", u"CONNECTED DISCONNECTED IDLE"_s);
        row(DialTone, "T-07", u"DIALING PROCEEDING RINGBACK CONNECTED SPECIALINFO DISCONNECTED IDLE"_s);
        row(Dialing, "T-08", u"PROCEEDING RINGBACK BUSY SPECIALINFO CONNECTED DISCONNECTED IDLE DIALTONE"_s);
        row(Proceeding, "T-09", u"RINGBACK BUSY SPECIALINFO CONNECTED CONFERENCED DISCONNECTED IDLE"_s);
        row(Ringback, "T-10", u"CONNECTED BUSY SPECIALINFO CONFERENCED DISCONNECTED IDLE RINGBACK"_s);
        row(Busy, "T-11", u"DISCONNECTED IDLE"_s);
        row(SpecialInfo, "T-12", u"DISCONNECTED IDLE"_s);
        row(Connected, "T-13", u"ONHOLD ONHOLDPENDTRANSFER ONHOLDPENDCONF CONFERENCED DISCONNECTED CONNECTED IDLE"_s);
        row(OnHold, "T-14", u"CONNECTED CONFERENCED DISCONNECTED IDLE OFFERING"_s);
        row(OnHoldPendTransfer, "T-15", u"CONNECTED CONFERENCED DISCONNECTED IDLE"_s);
        row(OnHoldPendConf, "T-16", u"CONNECTED DISCONNECTED IDLE"_s);
        row(Conferenced, "T-17", u"CONNECTED ONHOLD DISCONNECTED IDLE"_s);
        row(Disconnected, "T-18", u"IDLE"_s);
    }
    void judgesAsTheRulebookDoes()
    {
        QFETCH(CallState, from);
        QFETCH(QStringList, usual);
        QFETCH(QString, rule);
        usual.sort();
        QStringList judged;
        for (const auto &to : namesOf<CallState>()) {
            const TransitionVerdict verdict = judgeTransition(from, to.value);
            QVERIFY(verdict.transition != Transition::Forbidden); // S-24
            if (verdict.transition == Transition::Usual)
                judged += QString::fromLatin1(to.name);
            QCOMPARE(QString::fromLatin1(verdict.rule), to.value == from ? u"T-22"_s : rule);
        }
        judged.sort();
        QCOMPARE(judged, usual);
    }

    void nothingFollowsIdle() // S-21
    {
        for (const auto &to : namesOf<CallState>()) {
            const TransitionVerdict verdict = judgeTransition(CallState::Idle, to.value);
            QCOMPARE(verdict.transition, to.value == CallState::Idle ? Transition::Unusual : Transition::Forbidden);
            QCOMPARE(QString::fromLatin1(verdict.rule), u"T-20"_s);
        }
    }

    void anythingMayFollowUnknown() // T-19
    {
        for (const auto &to : namesOf<CallState>())
            QCOMPARE(judgeTransition(CallState::Unknown, to.value).transition, Transition::Usual);
    }

    void aCallMayBeginWithAnythingButIdle() // T-01, T-02, S-22
    {
        for (const auto &state : namesOf<CallState>()) {
            const Transition expected = state.value == CallState::Idle ? Transition::Forbidden
                : state.value == CallState::Accepted                   ? Transition::Unusual
                                                                       : Transition::Usual;
            QCOMPARE(judgeFirstState(state.value).transition, expected);
        }
    }
};

QTEST_GUILESS_MAIN(TestTransitions)
#include "tst_transitions.moc"
