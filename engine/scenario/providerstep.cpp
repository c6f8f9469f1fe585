// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenario/providerstep.h"

#include "scenario/callinfovalue.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

namespace {

struct VerbRow {
    const char *name;
    Verb verb;
};
constexpr VerbRow verbs[] = {
    {"newCall", Verb::NewCall},
    {"callState", Verb::CallState},
    {"callInfo", Verb::CallInfo},
    {"complete", Verb::Complete},
    {"lineClose", Verb::LineClose},
    {"lineRemove", Verb::LineRemove},
    {"lineCreate", Verb::LineCreate},
    {"lineState", Verb::LineState},
    {"lineDevState", Verb::LineDevState},
    {"addressState", Verb::AddressState},
    {"generate", Verb::Generate},
    {"monitorDigits", Verb::MonitorDigits},
    {"callBytes", Verb::CallBytes},
    {"die", Verb::Die},
    {"delay", Verb::Delay},
    {"drop", Verb::Drop},
    {"duplicate", Verb::Duplicate},
    {"reorder", Verb::Reorder},
    {"slowCompletion", Verb::SlowCompletion},
    {"noCompletion", Verb::NoCompletion},
    {"wrongState", Verb::WrongState},
    {"lineCloseStorm", Verb::LineCloseStorm},
    {"stall", Verb::Stall},
    {"nullHandle", Verb::NullHandle},
    {"noMemory", Verb::NoMemory},
    {"clear", Verb::Clear},
};

// Keys that fill() does not know, or must not set.
QStringList extraKeys(Verb verb)
{
    if (const auto fault = faultOf(verb))
        return faultKeys(*fault);
    switch (verb) {
    case Verb::NewCall:
        return QStringList{u"as"_s, u"name"_s, u"state"_s, u"mode"_s} + providerCallInfoKeys();
    case Verb::CallInfo:
        return providerCallInfoKeys();
    case Verb::Complete:
        return {u"name"_s, u"consultName"_s};
    case Verb::Die:
        return {u"text"_s};
    default:
        return {};
    }
}

void require(Decoder &decoder, const QJsonObject &json, const QStringList &keys)
{
    for (const QString &key : keys) {
        if (!json.contains(key))
            decoder.complain(key, Decoder::tr("This key is missing."));
    }
}

void readCallState(Decoder &decoder, const QJsonObject &json, Reports::CallState &report)
{
    const QJsonValue mode = json.value(u"mode"_s);
    if (mode.isUndefined())
        return;
    if (report.state != CallState::Conferenced) {
        decoder.readMode(u"mode"_s, mode, report.state, report.mode);
        return;
    }
    DriverCall parent; // V-39
    if (decoder.read(u"mode"_s, mode, parent))
        report.mode = parent.value;
}

void readNewCall(Decoder &decoder, const QJsonObject &json, ProviderStep &step)
{
    step.silent = json.value(u"state"_s) == "none"_L1;
    if (json.contains(u"state"_s) && !step.silent)
        decoder.read(u"state"_s, json.value(u"state"_s), step.state);
    if (json.contains(u"mode"_s))
        decoder.readMode(u"mode"_s, json.value(u"mode"_s), step.state, step.mode);
    if (json.contains(u"as"_s))
        decoder.readName(u"as"_s, json.value(u"as"_s), step.as);
    CallInfo info;
    info.mediaMode = quint32(MediaMode::InteractiveVoice);
    info.bearerMode = quint32(BearerMode::Voice);
    info.origin = quint32(CallOrigin::Inbound);
    fillCallInfo(decoder, json, info);
    if (!info.callerId.isEmpty() && !json.contains(u"callerIdFlags"_s))
        info.callerIdFlags = quint32(PartyIdFlag::Address)
            | (info.callerIdName.isEmpty() ? 0 : quint32(PartyIdFlag::Name)); // V-51
    std::get<Reports::NewCall>(step.report).info = PackedCallInfo(info);
}

// Where a name of the provider's is wanted: a new one, or how to misbehave.
void readProviderName(Decoder &decoder, const QJsonObject &json, const QString &key, QString &out)
{
    if (!json.contains(key) || !decoder.read(key, json.value(key), out))
        return;
    const auto original = duplicateOf(out);
    CallName ignored;
    if (original)
        decoder.readCall(key, *original, ignored);
}

void setDefaults(ProviderStep &step)
{
    const auto first = [](auto &report) { report.line = {1}; };
    if (auto *report = std::get_if<Reports::NewCall>(&step.report))
        first(*report);
    else if (auto *report = std::get_if<Reports::LineClose>(&step.report))
        first(*report);
    else if (auto *report = std::get_if<Reports::DeviceRemoved>(&step.report))
        first(*report);
    else if (auto *report = std::get_if<Reports::DeviceState>(&step.report))
        first(*report);
    else if (auto *report = std::get_if<Reports::LineDevState>(&step.report))
        first(*report);
    else if (auto *report = std::get_if<Reports::AddressState>(&step.report))
        first(*report);
}

} // namespace

bool isStimulus(const ProviderStep &step)
{
    const auto *state = std::get_if<Reports::CallState>(&step.report);
    if (state)
        return state->state == CallState::Connected || state->state == CallState::Disconnected;
    static constexpr Verb can[] = {Verb::NewCall,   Verb::LineClose, Verb::LineRemove,    Verb::LineCreate,
                                   Verb::LineState, Verb::Die,       Verb::MonitorDigits, Verb::Clear};
    return faultOf(step.verb) || std::find(std::begin(can), std::end(can), step.verb) != std::end(can);
}

std::optional<QString> duplicateOf(const QString &name)
{
    constexpr auto words = "duplicate of "_L1;
    return name.startsWith(words) ? std::optional(name.mid(words.size())) : std::nullopt;
}

std::optional<Report> reportOf(Verb verb)
{
    switch (verb) {
    case Verb::NewCall:
        return Reports::NewCall();
    case Verb::CallState:
        return Reports::CallState();
    case Verb::CallInfo:
        return Reports::CallInfo();
    case Verb::Complete:
        return Reports::Completion();
    case Verb::LineClose:
        return Reports::LineClose();
    case Verb::LineRemove:
        return Reports::DeviceRemoved();
    case Verb::LineCreate:
        return Reports::DeviceAdded{{}, std::make_shared<const DeviceInfo>()};
    case Verb::LineState:
        return Reports::DeviceState();
    case Verb::LineDevState:
        return Reports::LineDevState();
    case Verb::AddressState:
        return Reports::AddressState();
    case Verb::Generate:
        return Reports::Generate();
    case Verb::MonitorDigits:
        return Reports::MonitorDigits();
    case Verb::CallBytes:
        return Reports::CallBytes();
    default:
        return {};
    }
}

QStringList requiredKeys(Verb verb)
{
    switch (verb) {
    case Verb::CallState:
        return {u"call"_s, u"state"_s};
    case Verb::CallInfo:
    case Verb::Generate:
        return {u"call"_s};
    case Verb::MonitorDigits:
        return {u"call"_s, u"digit"_s};
    case Verb::CallBytes:
        return {u"call"_s, u"bytes"_s};
    case Verb::LineDevState:
    case Verb::AddressState:
        return {u"states"_s};
    case Verb::Delay:
    case Verb::SlowCompletion:
    case Verb::Stall:
        return {u"time"_s};
    default:
        return {};
    }
}

QStringList verbNames()
{
    QStringList names;
    for (const VerbRow &row : verbs)
        names.append(QString::fromLatin1(row.name));
    return names;
}

QString nameOf(Verb verb)
{
    const auto row = std::find_if(std::begin(verbs), std::end(verbs),
                                  [verb](const VerbRow &r) { return r.verb == verb; });
    return QString::fromLatin1(row->name);
}

std::optional<Verb> verbOf(const QString &name)
{
    for (const VerbRow &row : verbs) {
        if (name == QLatin1StringView(row.name))
            return row.verb;
    }
    return {};
}

QStringList verbKeys(Verb verb)
{
    QStringList keys{u"provider"_s};
    if (const auto report = reportOf(verb))
        keys += std::visit([](const auto &r) { return keysOf<std::remove_cvref_t<decltype(r)>>(); }, *report);
    keys += extraKeys(verb);
    if (verb == Verb::NewCall || verb == Verb::Complete) { // the provider's names are its own
        keys.removeAll(u"call"_s);
        keys.removeAll(u"consult"_s);
    }
    keys.removeDuplicates();
    return keys;
}

ProviderStep decodeProviderStep(Decoder &decoder, const QJsonObject &json)
{
    ProviderStep step;
    const QString name = json.value(u"provider"_s).toString();
    const auto verb = verbOf(name);
    if (!verb) {
        decoder.complain(u"provider"_s, Decoder::tr("\"%1\" is not a verb of the provider.").arg(name.left(60)), name,
                         verbNames());
        return step;
    }
    step.verb = *verb;
    step.json = json;
    const auto report = reportOf(*verb);
    step.report = report.value_or(Report());
    setDefaults(step);
    decoder.allowOnly(json, verbKeys(*verb));
    require(decoder, json, requiredKeys(*verb));
    if (report) {
        std::visit(
            [&](auto &r) {
                using R = std::remove_cvref_t<decltype(r)>;
                if constexpr (HasVerb<R>)
                    fill<R>(decoder, json, r, {u"mode"_s, u"request"_s});
            },
            step.report);
    }
    if (auto *state = std::get_if<Reports::CallState>(&step.report))
        readCallState(decoder, json, *state);
    if (*verb == Verb::NewCall)
        readNewCall(decoder, json, step);
    if (*verb == Verb::CallInfo) { // the record is only known when the step runs
        CallInfo ignored;
        fillCallInfo(decoder, json, ignored);
    }
    if (*verb == Verb::Complete && json.contains(u"request"_s)) {
        decoder.read(u"request"_s, json.value(u"request"_s), step.request);
        RequestId ignored;
        if (step.request != "next"_L1)
            decoder.read(u"request"_s, json.value(u"request"_s), ignored);
    }
    if (*verb == Verb::NewCall || *verb == Verb::Complete)
        readProviderName(decoder, json, u"name"_s, step.name);
    readProviderName(decoder, json, u"consultName"_s, step.consultName);
    if (*verb == Verb::Die && json.contains(u"text"_s))
        decoder.read(u"text"_s, json.value(u"text"_s), step.text);
    if (const auto fault = faultOf(*verb))
        step.fault = readFault(decoder, json, *fault);
    return step;
}

} // namespace Linescope::Scenarios
