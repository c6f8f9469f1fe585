// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Functions that applications call, and whether they gave what they should.

#include "scenario/scenariorunner_p.h"

#include "scenario/statusfields.h"
#include "tapi/callinfo.h"
#include "tapi/overload.h"
#include "world/requestof.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

namespace {

QString expectedText(const FunctionStep &step)
{
    if (step.error == LineError::None)
        return Decoder::tr("success");
    return step.via == FunctionStep::Via::Reply ? Decoder::tr("%1 by LINE_REPLY").arg(lineErrorName(step.error))
                                                : lineErrorName(step.error);
}

template<class Record, class Add>
void addMembers(const Record &record, Add add)
{
    forEachMember<Record>(record, [&](const QString &key, FieldKind, const auto &member) {
        using Member = std::remove_cvref_t<decltype(member)>;
        if constexpr (std::is_same_v<Member, QStringList>)
            add(key, member.join(u", "_s));
        else if constexpr (std::is_same_v<Member, QByteArray>)
            add(key, QString::fromLatin1(member.toHex()));
        else if constexpr (std::is_arithmetic_v<Member>)
            add(key, QString::number(member));
        else if constexpr (std::is_enum_v<Member>)
            add(key, nameOf(member));
        else
            add(key, namesOf(member).join(u", "_s));
    });
}

QString valueText(const Outcome &outcome, const QStringList &keys)
{
    QStringList texts;
    const auto add = [&](const QString &key, const QString &text) {
        if (keys.contains(key))
            texts.append(u"%1: %2"_s.arg(key, text.isEmpty() ? Decoder::tr("nothing") : text));
    };
    if (const auto *info = std::get_if<CallInfo>(&outcome.value)) {
        for (const CallInfoField &field : callInfoFields())
            add(QLatin1StringView(field.name), displayText(field, *info));
    } else if (const auto *status = std::get_if<CallStatus>(&outcome.value)) {
        addMembers(*status, add);
    } else if (const auto *status = std::get_if<LineDevStatus>(&outcome.value)) {
        addMembers(*status, add);
    } else if (const auto *status = std::get_if<AddressStatus>(&outcome.value)) {
        addMembers(*status, add);
    } else if (const auto *version = std::get_if<ApiVersion>(&outcome.value)) {
        add(u"api"_s, Linescope::toString(*version));
    }
    return Decoder::tr("What is: %1.").arg(texts.join(u", "_s));
}

} // namespace

bool ScenarioRunner::call(const QJsonObject &json)
{
    Decoder decoder(m_names);
    const FunctionStep step = decodeFunction(decoder, json);
    if (failed(decoder))
        return false;
    const HLineApp app = m_names.app(step.app).value_or(HLineApp());
    if (const auto *open = std::get_if<Requests::Open>(&step.request); open && step.negotiates)
        negotiate(app, *open);
    const Outcome outcome = m_server.execute(app, step.request);
    const bool good = judge(step, outcome);
    settle();
    return good;
}

void ScenarioRunner::negotiate(HLineApp app, const Requests::Open &open)
{
    QList<quint32> devices{open.deviceId};
    if (open.deviceId == LineMapper) {
        devices.clear();
        for (const Device &device : m_server.world().devices())
            devices.append(deviceNumber(device.id));
    }
    for (const quint32 device : devices) {
        if (!m_negotiated.contains({app.value, device}))
            m_server.execute(app, Requests::NegotiateApiVersion{device, ApiVersion::V1_4, open.apiVersion});
    }
}

bool ScenarioRunner::judge(const FunctionStep &step, const Outcome &outcome)
{
    const QString function = QString::fromLatin1(functionName(step.request));
    if (outcome.error != LineError::None && outcome.error == step.error && step.via != FunctionStep::Via::Reply)
        return true;
    if (outcome.error != LineError::None)
        return fail(m_step,
                    Decoder::tr("%1 gave %2; expected was %3.")
                        .arg(function, lineErrorName(outcome.error), expectedText(step)));
    define(step, outcome);
    if (step.error != LineError::None)
        return awaitError(step, outcome);
    return judgeValue(step, outcome);
}

bool ScenarioRunner::awaitError(const FunctionStep &step, const Outcome &outcome)
{
    const RequestId request = requestOf(outcome);
    if (request.isNull() || step.via == FunctionStep::Via::Return)
        return fail(m_step,
                    Decoder::tr("%1 succeeded; expected was %2.")
                        .arg(QLatin1StringView(functionName(step.request)), expectedText(step)));
    m_awaitedErrors.insert({request.value, {m_step, step.error}});
    return true;
}

void ScenarioRunner::define(const FunctionStep &step, const Outcome &outcome)
{
    const RequestId request = requestOf(outcome);
    if (!step.requestName.isEmpty() && !request.isNull())
        m_names.setRequest(step.requestName, request);
    const QString as = step.as.value(0);
    std::visit(Overload{
                   [&](HLineApp app) { m_names.setApp(step.app, app); },
                   [&](HLine line) { setLine(as, line); },
                   [&](const PendingCall &made) { setCall(as, made.call, createdFor(request).value(0)); },
                   [&](const PendingConference &made) {
                       const QList<CallId> created = createdFor(request);
                       setCall(step.asConference, made.conference, created.value(0));
                       setCall(as, made.consultCall, created.value(1));
                   },
                   [&](const QList<HCall> &calls) {
                       for (qsizetype i = 0; i < std::min(calls.size(), step.as.size()); ++i)
                           setCall(step.as.at(i), calls.at(i), m_names.callOf(calls.at(i)));
                   },
                   [](const auto &) {},
               },
               outcome.value);
    if (const auto *negotiated = std::get_if<Requests::NegotiateApiVersion>(&step.request))
        m_negotiated.insert({m_names.app(step.app).value_or(HLineApp()).value, negotiated->deviceId});
    if (std::holds_alternative<Requests::Shutdown>(step.request))
        m_unread.remove(step.app);
}

void ScenarioRunner::setLine(const QString &name, HLine line)
{
    if (!name.isEmpty())
        m_names.setLine(name, line);
}

void ScenarioRunner::setCall(const QString &name, HCall handle, CallId call)
{
    if (!name.isEmpty())
        m_names.setCall(name, {handle, call, {}});
}

QList<CallId> ScenarioRunner::createdFor(RequestId request) const
{
    for (const QList<SentCommand> &sent : m_commands) {
        if (!sent.isEmpty() && requestOf(sent.constLast().command) == request)
            return createdBy(sent.constLast().command);
    }
    return {};
}

bool ScenarioRunner::judgeValue(const FunctionStep &step, const Outcome &outcome)
{
    if (const auto *calls = std::get_if<QList<HCall>>(&outcome.value)) {
        const qsizetype wanted = qsizetype(step.count.value_or(quint64(calls->size())));
        if (calls->size() != wanted || calls->size() < step.as.size())
            return fail(
                m_step,
                Decoder::tr("There are %1 handles, not %2.").arg(calls->size()).arg(std::max(wanted, step.as.size())));
    }
    Decoder decoder(m_names);
    const QStringList different = differences(decoder, step.has, outcome);
    if (failed(decoder))
        return false;
    if (!different.isEmpty())
        return fail(m_step,
                    Decoder::tr("Not as expected: %1.").arg(different.join(u", "_s)) + u' '
                        + valueText(outcome, different));
    return true;
}

} // namespace Linescope::Scenarios
