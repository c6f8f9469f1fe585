// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One row for everything that is done by hand, before it is done (promise 29).

#include "audit/auditor.h"
#include "serverfixture.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

class TestAuditor : public ServerFixture {
    Q_OBJECT

private Q_SLOTS:
    void anActIsWrittenDownBeforeItIsDone()
    {
        begin();
        bool returned = false;
        m_auditor->execute(
            app("desk").id(), Requests::Drop{app("desk").on(1)},
            [&](const Outcome &outcome) {
                returned = true;
                QVERIFY(outcome.ok());
                QCOMPARE(rows().size(), 1);
            },
            [](LineError) {});
        QVERIFY(returned);
        provider().completes(LineError::None);
        QCOMPARE(rows().size(), 2);
        const auto act = std::get<AuditedAct>(rows().at(0).what);
        QCOMPARE(act.request, Request(Requests::Drop{app("desk").on(1)}));
        QCOMPARE(act.app, u"desk (A1)"_s);
        QCOMPARE(act.provider, u"Fake"_s);
        QCOMPARE(act.call, CallId{1});
        QCOMPARE(act.caller, u"5550100"_s);
        const auto result = std::get<AuditedResult>(rows().at(1).what);
        QCOMPARE(result.act, 1u);
        QCOMPARE(result.result, LineError::None);
        QCOMPARE(rows().at(0).time, clock().now());
        QCOMPARE(rows().at(0).session, u"session"_s);
        QCOMPARE(rows().at(0).user, QFileInfo(m_path).owner());
    }

    void whatTheSwitchRefusesIsWrittenDown()
    {
        begin();
        LineError told = LineError::None;
        m_auditor->execute(
            app("desk").id(), Requests::Drop{app("desk").on(1)}, [](const Outcome &) {},
            [&](LineError result) { told = result; });
        provider().completes(LineError::OperationFailed);
        QCOMPARE(told, LineError::OperationFailed);
        QCOMPARE(std::get<AuditedResult>(rows().at(1).what).result, LineError::OperationFailed);
    }

    void whatTheRulesRefuseIsWrittenDown()
    {
        begin();
        m_auditor->execute(
            app("desk").id(), Requests::Drop{HCall{77}}, [](const Outcome &) {}, [](LineError) {});
        QCOMPARE(std::get<AuditedResult>(rows().at(1).what).result, LineError::InvalCallHandle);
    }

    void everyFunctionThatChangesSomethingIsOneAct()
    {
        begin();
        const QStringList questions = {u"lineInitializeEx"_s,     u"lineNegotiateAPIVersion"_s,
                                       u"lineGetCallInfo"_s,      u"lineGetCallStatus"_s,
                                       u"lineGetNewCalls"_s,      u"lineGetLineDevStatus"_s,
                                       u"lineGetAddressStatus"_s, u"lineGetConfRelatedCalls"_s};
        int acts = 0, asked = 0;
        forEachRequest([&](const Request &request) {
            const QString function = QString::fromLatin1(functionName(request));
            if (function == u"lineShutdown"_s)
                return;
            questions.contains(function) ? ++asked : ++acts;
            m_auditor->execute(
                app("desk").id(), request, [](const Outcome &) {}, [](LineError) {});
        });
        QCOMPARE(asked, questions.size());
        const AuditReading reading = readAuditFile(m_path);
        QVERIFY(reading.isWhole());
        QCOMPARE(reading.acts, quint64(acts));
    }

    void whatCannotBeWrittenDownIsNotDone()
    {
        begin(u"/dev/full"_s);
        LineError told = LineError::None;
        m_auditor->execute(
            app("desk").id(), Requests::Drop{app("desk").on(1)}, [&](const Outcome &outcome) { told = outcome.error; },
            [](LineError) {});
        QCOMPARE(told, LineError::OperationFailed);
        QVERIFY(provider().commands().isEmpty());
        QCOMPARE(m_failures.size(), 1);
        bool done = false;
        m_auditor->execute(app("desk").id(), Requests::Shutdown{}, [&] { done = true; });
        QVERIFY(!done);
        m_auditor->execute(
            app("desk").id(), Requests::GetCallInfo{app("desk").on(1)},
            [&](const Outcome &outcome) { told = outcome.error; }, [](LineError) {});
        QCOMPARE(told, LineError::None); // a question is no act
    }

    void anEndedApplicationIsAnActToo()
    {
        begin();
        bool done = false;
        m_auditor->execute(app("desk").id(), Requests::Shutdown{true}, [&] { done = true; });
        QVERIFY(done);
        QCOMPARE(rows().size(), 2);
        QCOMPARE(std::get<AuditedAct>(rows().at(0).what).request, Request(Requests::Shutdown{true}));
    }

private:
    void begin(const QString &path = {})
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = path.isEmpty() ? m_folder->filePath(u"audit.jsonl"_s) : path;
        m_failures.clear();
        m_replies = std::make_unique<ReplyWaiter>(&server());
        m_auditor = std::make_unique<Auditor>(&server(), m_replies.get(), m_path, u"session"_s,
                                              [this](const QString &sentence, bool) { m_failures += sentence; });
        app("desk").opens(1, Privilege::Owner);
        CallInfo info = FakeProvider::voice();
        info.callerId = u"5550100"_s;
        provider().offers(1, 1, info);
        provider().says(1, CallState::Connected);
        provider().commands();
    }
    QList<AuditRow> rows() const
    {
        QList<AuditRow> rows;
        readAuditFile(m_path, [&](const AuditRow &row) { rows.append(row); });
        return rows;
    }
    template<class F, size_t... I>
    static void forEachRequest(F f, std::index_sequence<I...>)
    {
        (f(Request(std::variant_alternative_t<I, Request>())), ...);
    }
    template<class F>
    static void forEachRequest(F f)
    {
        forEachRequest(f, std::make_index_sequence<std::variant_size_v<Request>>());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    QStringList m_failures;
    std::unique_ptr<ReplyWaiter> m_replies;
    std::unique_ptr<Auditor> m_auditor;
};

QTEST_GUILESS_MAIN(TestAuditor)
#include "tst_auditor.moc"
