// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The engine against the reference model (tests/support/reference): random stories, compared after every step.
//
//   tst_reference                 a million steps, from seed 1 on
//   LINESCOPE_REFERENCE_STEPS=n   n steps, e.g. 100000000 by hand
//   LINESCOPE_REFERENCE_SEED=n    from that seed on
//
// A story that fails is made as short as it can be and printed step by step. tests/data/reference keeps those that
// once failed: the seed of the setting and the numbers of the steps, played again in every run.

#include "reference/player.h"

#include "tapi/names.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <rapidcheck.h>

#include <limits>

using namespace Linescope;
using namespace Linescope::Reference;
using namespace Qt::StringLiterals;

class TestReference : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void storiesThatOnceFailedAgree_data();
    void storiesThatOnceFailedAgree();
    void engineAndModelAgree();
    void everyFunctionSucceeded();
    void everyErrorOccurred();
    void everyMessageCommandReportAndFindingOccurred();
    void shrunkStoriesAgree();

private:
    Histogram m_seen;
};

namespace {

constexpr int stepsOfAStory = 250;
#ifdef LINESCOPE_SANITIZED
constexpr quint64 usualSteps = 500'000; // several times slower
#else
constexpr quint64 usualSteps = 1'000'000;
#endif

quint64 fromEnvironment(const char *name, quint64 otherwise)
{
    const quint64 given = qEnvironmentVariable(name).toULongLong();
    return given > 0 ? given : otherwise;
}

} // namespace

void TestReference::storiesThatOnceFailedAgree_data()
{
    QTest::addColumn<quint64>("setting");
    QTest::addColumn<QList<quint64>>("steps");
    QFile file(QFINDTESTDATA("../data/reference/stories.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonArray stories = QJsonDocument::fromJson(file.readAll()).array();
    for (const QJsonValue &story : stories) {
        QList<quint64> steps;
        for (const QJsonValue &step : story[u"steps"_s].toArray())
            steps.append(quint64(step.toInteger()));
        QTest::newRow(qPrintable(story[u"name"_s].toString())) << quint64(story[u"setting"_s].toInteger()) << steps;
    }
}

void TestReference::storiesThatOnceFailedAgree()
{
    QFETCH(const quint64, setting);
    QFETCH(const QList<quint64>, steps);
    const QStringList wrong = playSteps(settingFor(setting), {steps.begin(), steps.end()});
    QCOMPARE(wrong, QStringList());
}

void TestReference::engineAndModelAgree()
{
    const quint64 steps = fromEnvironment("LINESCOPE_REFERENCE_STEPS", usualSteps);
    quint64 seed = fromEnvironment("LINESCOPE_REFERENCE_SEED", 1);
    qInfo("stories from seed %llu on", qulonglong(seed));
    QElapsedTimer timer;
    timer.start();
    for (; m_seen.steps < steps; ++seed) {
        const QString wrong = playStory(seed, stepsOfAStory, &m_seen);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }
    qInfo("%llu steps in %lld ms", qulonglong(m_seen.steps), qint64(timer.elapsed()));
}

// A function that never succeeds would not be tested at all.
void TestReference::everyFunctionSucceeded()
{
    for (size_t function = 0; function < std::variant_size_v<Request>; ++function) {
        const quint64 successes = m_seen.functions[{function, LineError::None}];
        QVERIFY2(successes > 0, functionName(function));
    }
}

namespace {

using E = LineError;
struct Errors {
    const char *function;
    std::vector<LineError> errors;
};
// The table of READINGS.md, and rulebook 7.2 for the functions that are not in it.
const Errors possible[] = {
    {"lineInitializeEx", {E::InvalAppName, E::InvalParam}},
    {"lineShutdown", {E::InvalAppHandle}},
    {"lineNegotiateAPIVersion", {E::InvalAppHandle, E::BadDeviceId, E::NoDevice, E::IncompatibleApiVersion}},
    {"lineOpen",
     {E::InvalAppHandle, E::BadDeviceId, E::NoDevice, E::IncompatibleApiVersion, E::InvalPrivSelect,
      E::OperationUnavail, E::InvalMediaMode, E::InvalAddressId, E::ResourceUnavail, E::LineMapperFailed}},
    {"lineClose", {E::InvalLineHandle}},
    {"lineMakeCall",
     {E::InvalLineHandle, E::InvalAddress, E::InvalAddressId, E::InvalMediaMode, E::InvalBearerMode, E::InvalLineState,
      E::OperationUnavail}},
    {"lineAccept", {E::InvalCallHandle, E::NotOwner, E::InvalCallState, E::OperationUnavail}},
    {"lineAnswer", {E::InvalCallHandle, E::NotOwner, E::InvalCallState, E::OperationUnavail}},
    {"lineDrop", {E::InvalCallHandle, E::NotOwner, E::InvalCallState, E::OperationUnavail}},
    {"lineHold", {E::InvalCallHandle, E::NotOwner, E::InvalCallState, E::OperationUnavail}},
    {"lineUnhold", {E::InvalCallHandle, E::NotOwner, E::InvalCallState, E::OperationUnavail}},
    {"lineDeallocateCall", {E::InvalCallHandle, E::InvalCallState}},
    {"lineGetCallInfo", {E::InvalCallHandle}},
    {"lineGetCallStatus", {E::InvalCallHandle}},
    {"lineGetNewCalls", {E::InvalLineHandle, E::InvalCallSelect, E::InvalAddressId}},
    {"lineGetLineDevStatus", {E::InvalLineHandle}},
    {"lineGetAddressStatus", {E::InvalLineHandle, E::InvalAddressId}},
    {"lineSetCallPrivilege", {E::InvalCallHandle, E::InvalCallPrivilege, E::InvalCallState}},
    {"lineHandoff", {E::InvalCallHandle, E::InvalMediaMode, E::NotOwner, E::TargetNotFound, E::TargetSelf}},
    {"lineDial", {E::InvalCallHandle, E::InvalAddress, E::NotOwner, E::InvalCallState, E::OperationUnavail}},
    {"lineSwapHold", {E::InvalCallHandle, E::NotOwner, E::InvalCallState, E::OperationUnavail}},
    {"lineSetupTransfer",
     {E::InvalCallHandle, E::InvalMediaMode, E::InvalBearerMode, E::NotOwner, E::InvalCallState, E::OperationUnavail}},
    {"lineCompleteTransfer",
     {E::InvalCallHandle, E::InvalConsultCallHandle, E::InvalTransferMode, E::NotOwner, E::InvalCallState,
      E::OperationUnavail}},
    {"lineBlindTransfer", {E::InvalCallHandle, E::InvalAddress, E::NotOwner, E::InvalCallState, E::OperationUnavail}},
    {"lineSetupConference",
     {E::InvalCallHandle, E::InvalLineHandle, E::InvalMediaMode, E::InvalBearerMode, E::NotOwner, E::InvalCallState,
      E::InvalLineState, E::OperationUnavail}},
    {"linePrepareAddToConference",
     {E::InvalConfCallHandle, E::InvalMediaMode, E::InvalBearerMode, E::NotOwner, E::InvalCallState,
      E::OperationUnavail}},
    {"lineAddToConference",
     {E::InvalConfCallHandle, E::InvalCallHandle, E::NotOwner, E::InvalCallState, E::OperationUnavail}},
    {"lineRemoveFromConference", {E::InvalCallHandle, E::NotOwner, E::InvalCallState, E::OperationUnavail}},
    {"lineGetConfRelatedCalls", {E::InvalCallHandle, E::NoConference}},
    {"linePark",
     {E::InvalCallHandle, E::InvalParkMode, E::InvalAddress, E::NotOwner, E::InvalCallState, E::OperationUnavail}},
    {"lineUnpark", {E::InvalLineHandle, E::InvalAddressId, E::InvalAddress, E::InvalLineState, E::OperationUnavail}},
    {"linePickup",
     {E::InvalLineHandle, E::InvalAddressId, E::InvalAddress, E::InvalGroupId, E::InvalLineState, E::OperationUnavail}},
    {"lineRedirect", {E::InvalCallHandle, E::InvalAddress, E::NotOwner, E::InvalCallState, E::OperationUnavail}},
    {"lineSecureCall", {E::InvalCallHandle, E::NotOwner, E::OperationUnavail}},
    {"lineCompleteCall",
     {E::InvalCallHandle, E::InvalCallComplMode, E::NotOwner, E::InvalCallState, E::OperationUnavail}},
    {"lineGenerateDigits", {E::InvalCallHandle, E::InvalDigitMode, E::InvalParam, E::NotOwner, E::OperationUnavail}},
    {"lineMonitorDigits", {E::InvalCallHandle, E::InvalDigitMode, E::OperationUnavail}},
    {"lineSetAppSpecific", {E::InvalCallHandle, E::NotOwner, E::OperationUnavail}},
    {"lineSetCallData", {E::InvalCallHandle, E::InvalParam, E::NotOwner, E::OperationUnavail}},
    {"lineSetMediaMode", {E::InvalCallHandle, E::InvalMediaMode, E::NotOwner, E::OperationUnavail}},
    {"lineSendUserUserInfo",
     {E::InvalCallHandle, E::UserUserInfoTooBig, E::NotOwner, E::InvalCallState, E::OperationUnavail}},
    {"lineReleaseUserUserInfo", {E::InvalCallHandle, E::NotOwner, E::OperationUnavail}},
    {"lineSetStatusMessages", {E::InvalLineHandle, E::InvalLineState, E::InvalAddressState}},
    {"lineSetAppPriority", {E::InvalAppName, E::InvalMediaMode, E::InvalParam}},
};

} // namespace

void TestReference::everyErrorOccurred() // E-1, E-4
{
    QCOMPARE(std::size(possible), std::variant_size_v<Request>);
    QStringList missing;
    for (size_t function = 0; function < std::size(possible); ++function) {
        QCOMPARE(QByteArray(possible[function].function), QByteArray(functionName(function)));
        for (LineError error : possible[function].errors) {
            if (m_seen.functions[{function, error}] == 0)
                missing.append(QLatin1StringView(functionName(function)) + u' ' + nameOf(error));
        }
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u", "_s)));
    for (const auto &[key, times] : m_seen.functions) { // nor any that is not in the table
        const auto &errors = possible[key.first].errors;
        const bool expected = key.second == LineError::None
            || std::find(errors.begin(), errors.end(), key.second) != errors.end();
        QVERIFY2(expected, qPrintable(QLatin1StringView(functionName(key.first)) + u' ' + nameOf(key.second)));
    }
}

void TestReference::everyMessageCommandReportAndFindingOccurred()
{
    QStringList missing;
    using enum MessageId;
    for (MessageId id : {AddressState, CallInfo, CallState, Close, Generate, LineDevState, MonitorDigits, Reply, Create,
                         AppNewCall, Remove}) {
        if (m_seen.messages[id] == 0)
            missing.append(u"LINE_"_s + nameOf(id));
    }
    for (size_t report = 0; report < std::variant_size_v<Report>; ++report) {
        if (m_seen.reports[report] == 0)
            missing.append(QLatin1StringView(reportName(report)));
    }
    for (const char *command : {"openLine",
                                "closeLine",
                                "setDefaultMediaDetection",
                                "makeCall",
                                "accept",
                                "answer",
                                "drop",
                                "hold",
                                "unhold",
                                "secureCall",
                                "removeFromConference",
                                "releaseUserUserInfo",
                                "closeCall",
                                "unpark",
                                "pickup",
                                "setupTransfer",
                                "completeTransfer",
                                "setupConference",
                                "prepareAddToConference",
                                "addToConference",
                                "swapHold",
                                "dial",
                                "blindTransfer",
                                "redirect",
                                "park",
                                "completeCall",
                                "setCallData",
                                "sendUserUserInfo",
                                "setAppSpecific",
                                "setMediaMode",
                                "monitorDigits",
                                "generateDigits",
                                "setStatusMessages"}) {
        if (m_seen.commands[command] == 0)
            missing.append(QLatin1StringView(command));
    }
    for (const char *rule : {"V-1", "V-13", "V-14", "V-15", "V-16", "V-17", "V-18", "V-22", "V-25", "V-26", "V-45",
                             "V-46", "V-64", "V-65", "V-69"}) {
        if (m_seen.findings[rule] == 0)
            missing.append(QLatin1StringView(rule));
    }
    for (const Named<Linescope::CallState> &state : namesOf<Linescope::CallState>()) {
        if (m_seen.states[state.value] == 0)
            missing.append(QLatin1StringView(state.name));
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u", "_s)));
}

// The same under RapidCheck, which looks for the shortest story by its own means: numbers of steps, sizes growing.
void TestReference::shrunkStoriesAgree()
{
    const bool agree = rc::check("engine and model agree", [] {
        const Setting setting = settingFor(*rc::gen::inRange<quint64>(0, 1000));
        const auto numbers = *rc::gen::container<std::vector<quint64>>(rc::gen::arbitrary<quint64>());
        const QStringList wrong = playSteps(setting, numbers);
        if (!wrong.isEmpty())
            RC_FAIL(wrong.join(u'\n').toStdString());
    });
    QVERIFY(agree);
}

int main(int argc, char *argv[])
{
    if (fromEnvironment("LINESCOPE_REFERENCE_STEPS", usualSteps) > usualSteps) // takes as long as it takes
        qputenv("QTEST_FUNCTION_TIMEOUT", QByteArray::number(std::numeric_limits<int>::max()));
    const QCoreApplication application(argc, argv);
    TestReference test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}

#include "tst_reference.moc"
