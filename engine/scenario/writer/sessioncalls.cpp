// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the provider reported of calls, as steps of the scripted one.

#include "scenario/callinfovalue.h"
#include "scenario/writer/sessionwriter.h"

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

namespace {

// What the provider fills and is not the same in both.
QJsonObject changedFields(const Encoder &encoder, const CallInfo &before, const CallInfo &after)
{
    QJsonObject changed;
    for (const CallInfoField &field : callInfoFields()) {
        if (field.filledBy != CallInfoField::FilledBy::Provider)
            continue;
        const QString key = QString::fromLatin1(field.name);
        std::visit(
            [&](auto member) {
                const auto &value = after.*member;
                if (value == before.*member)
                    return;
                bool flags = false;
                const Constants *constants = callInfoConstants(field, flags);
                if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, quint32>) {
                    if (constants) {
                        changed.insert(key, flags ? flagsValue(value, *constants) : constantValue(value, *constants));
                        return;
                    }
                }
                changed.insert(key, encoder.value(value));
            },
            field.member);
    }
    return changed;
}

// The record that a newCall step begins with.
CallInfo newCallDefaults(const CallInfo &info)
{
    CallInfo defaults;
    defaults.mediaMode = quint32(MediaMode::InteractiveVoice);
    defaults.bearerMode = quint32(BearerMode::Voice);
    defaults.origin = quint32(CallOrigin::Inbound);
    if (!info.callerId.isEmpty())
        defaults.callerIdFlags = quint32(PartyIdFlag::Address);
    return defaults;
}

// The media of a state that say no more than the call's record does (V-38).
bool isOfTheRecord(MediaModes modes, quint32 record)
{
    return modes == MediaModes() || quint32(modes.toInt()) == record;
}

} // namespace

const Reports::CallState *SessionWriter::firstState(ProviderId provider, qsizetype index) const
{
    const auto &born = std::get<Reports::NewCall>(std::get<Events::ReportReceived>(m_journal.at(index).payload).report);
    const DriverCall call = born.call;
    const quint32 record = born.info.number(&CallInfo::mediaMode);
    for (qsizetype i = index + 1; i < m_journal.size(); ++i) {
        const EventPayload &payload = m_journal.at(i).payload;
        if (std::holds_alternative<Events::CallCreated>(payload))
            continue;
        const auto *received = std::get_if<Events::ReportReceived>(&payload);
        const auto *state = received ? std::get_if<Reports::CallState>(&received->report) : nullptr;
        const bool atOnce = state && received->provider == provider && state->call == call
            && isOfTheRecord(state->mediaModes, record) && state->state != CallState::Conferenced;
        return atOnce ? state : nullptr;
    }
    return nullptr;
}

void SessionWriter::write(ProviderId provider, const Reports::NewCall &report, qsizetype index)
{
    const Encoder encoder(m_names, provider);
    const CallInfo info = report.info.unpack();
    QJsonObject step = changedFields(encoder, newCallDefaults(info), info);
    step.insert(u"line"_s, encoder.value(report.line));
    if (report.bytes != 0)
        step.insert(u"bytes"_s, encoder.value(report.bytes));
    if (report.call.isNull()) {
        step.insert(u"name"_s, u"none"_s);
    } else if (m_calls.contains({provider, report.call})) {
        step.insert(u"name"_s, u"duplicate of "_s + m_names.driver(provider, report.call));
    } else {
        const QString name = m_names.freshDriverCall();
        m_names.setDriver(provider, report.call, name);
        step.insert(u"as"_s, name);
    }
    if (const Reports::CallState *state = firstState(provider, index)) {
        step.insert(u"state"_s, encoder.value(state->state));
        if (state->mode != 0)
            step.insert(u"mode"_s, modeValue(state->state, state->mode));
    } else {
        step.insert(u"state"_s, u"none"_s);
    }
    m_told = true;
    addStep(stepFor("newCall", step));
}

QJsonValue SessionWriter::stateMode(ProviderId provider, const Reports::CallState &report) const
{
    if (report.state == CallState::Conferenced)
        return Encoder(m_names, provider).value(DriverCall{report.mode});
    return modeValue(report.state, report.mode);
}

void SessionWriter::write(ProviderId provider, const Reports::CallState &report)
{
    QJsonObject members = Encoder(m_names, provider).all(report);
    members.insert(u"mode"_s, stateMode(provider, report));
    if (report.mode == 0)
        members.remove(u"mode"_s);
    const Call *call = m_world.call(m_calls.value({provider, report.call}));
    if (isOfTheRecord(report.mediaModes, call ? call->info.number(&CallInfo::mediaMode) : 0))
        members.remove(u"media"_s);
    addStep(stepFor("callState", members));
}

void SessionWriter::write(ProviderId provider, const Reports::CallInfo &report)
{
    const Encoder encoder(m_names, provider);
    const Call *call = m_world.call(m_calls.value({provider, report.call}));
    const CallInfo before = call ? call->info.unpack() : CallInfo();
    QJsonObject members = changedFields(encoder, before, report.info.unpack());
    members.insert(u"call"_s, encoder.value(report.call));
    members.insert(u"changed"_s, encoder.value(report.changed));
    addStep(stepFor("callInfo", members));
}

// The scripted provider names a call that comes to be by itself; it is told only how to do it wrong, and how to name
// one that nobody will hear of.
QString SessionWriter::nameForCreated(ProviderId provider, DriverCall driver, qsizetype index)
{
    if (driver.isNull())
        return u"none"_s;
    if (m_calls.contains({provider, driver}))
        return u"duplicate of "_s + m_names.driver(provider, driver);
    for (qsizetype i = index + 1; i < m_journal.size(); ++i) {
        const EventPayload &payload = m_journal.at(i).payload;
        const auto *created = std::get_if<Events::CallCreated>(&payload);
        if (created && created->driver == driver)
            return {};
        if (std::holds_alternative<Events::ReportReceived>(payload)
            || std::holds_alternative<Events::RequestMade>(payload))
            break;
    }
    const QString name = m_names.freshDriverCall();
    m_names.setDriver(provider, driver, name);
    return name;
}

void SessionWriter::write(ProviderId provider, const Reports::Completion &report, qsizetype index)
{
    const Encoder encoder(m_names, provider);
    QJsonObject step{{u"request"_s, encoder.value(report.request)}};
    if (report.result != LineError::None)
        step.insert(u"result"_s, errorValue(report.result));
    if (!report.parkAddress.isEmpty())
        step.insert(u"parkAddress"_s, report.parkAddress);
    const qsizetype creates = report.result == LineError::None ? m_creates.value(report.request) : 0;
    if (const QString name = creates > 0 ? nameForCreated(provider, report.call, index) : QString(); !name.isEmpty())
        step.insert(u"name"_s, name);
    if (const QString name = creates > 1 ? nameForCreated(provider, report.consult, index) : QString(); !name.isEmpty())
        step.insert(u"consultName"_s, name);
    addStep(stepFor("complete", step));
    m_creates.remove(report.request);
}

void SessionWriter::write(ProviderId provider, const Reports::Generate &report)
{
    QJsonObject members = Encoder(m_names, provider).all(report);
    if (report.endToEndId == m_generations.value(m_calls.value({provider, report.call})))
        members.remove(u"endToEndId"_s);
    addStep(stepFor("generate", members));
}

} // namespace Linescope::Scenarios
