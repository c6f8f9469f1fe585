// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenario/functionstep.h"

#include "scenario/callinfovalue.h"
#include "scenario/statusfields.h"
#include "tapi/overload.h"

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

namespace {

template<class T, class... Options>
constexpr bool isOneOf = (std::is_same_v<T, Options> || ...);

template<class R>
constexpr FunctionKind kindOf()
{
    using namespace Requests;
    if constexpr (std::is_same_v<R, Open>)
        return FunctionKind::Opens;
    else if constexpr (std::is_same_v<R, NegotiateApiVersion>)
        return FunctionKind::Negotiates;
    else if constexpr (isOneOf<R, GetCallInfo, GetCallStatus, GetLineDevStatus, GetAddressStatus>)
        return FunctionKind::Asks;
    else if constexpr (isOneOf<R, GetNewCalls, GetConfRelatedCalls>)
        return FunctionKind::Lists;
    else if constexpr (std::is_same_v<R, Requests::SetupConference>)
        return FunctionKind::CreatesTwo;
    else if constexpr (isOneOf<R, MakeCall, SetupTransfer, CompleteTransfer, PrepareAddToConference, Unpark, Pickup>)
        return FunctionKind::Creates;
    else if constexpr (isOneOf<R, InitializeEx, Shutdown, Close, DeallocateCall, SetCallPrivilege, Handoff,
                               GenerateDigits, MonitorDigits, SetAppSpecific, SetMediaMode, SetStatusMessages,
                               SetAppPriority>)
        return FunctionKind::Plain;
    else
        return FunctionKind::Asynchronous;
}

template<size_t... Index>
std::array<Request, sizeof...(Index)> allRequests(std::index_sequence<Index...>)
{
    return {Request(std::in_place_index<Index>)...};
}

const Request *defaultOf(const QString &function)
{
    static const auto all = allRequests(std::make_index_sequence<std::variant_size_v<Request>>());
    for (const Request &request : all) {
        if (function == QLatin1StringView(functionName(request)))
            return &request;
    }
    return nullptr;
}

QStringList keysOfKind(FunctionKind kind)
{
    switch (kind) {
    case FunctionKind::Plain:
        return {};
    case FunctionKind::Opens:
        return {u"as"_s, u"negotiate"_s};
    case FunctionKind::Negotiates:
    case FunctionKind::Asks:
        return {u"has"_s};
    case FunctionKind::Lists:
        return {u"as"_s, u"count"_s};
    case FunctionKind::Asynchronous:
        return {u"request"_s, u"via"_s};
    case FunctionKind::Creates:
        return {u"request"_s, u"via"_s, u"as"_s};
    case FunctionKind::CreatesTwo:
        return {u"request"_s, u"via"_s, u"as"_s, u"asConference"_s};
    }
    return {};
}

QStringList keysOfRequest(const Request &request)
{
    return std::visit([](const auto &r) { return keysOf<std::remove_cvref_t<decltype(r)>>(); }, request)
        + keysOfKind(functionKind(request));
}

void readVia(Decoder &decoder, const QJsonObject &json, FunctionStep &step)
{
    const QString via = json.value(u"via"_s).toString();
    if (via == "return"_L1)
        step.via = FunctionStep::Via::Return;
    else if (via == "reply"_L1)
        step.via = FunctionStep::Via::Reply;
    else if (json.contains(u"via"_s))
        decoder.complain(u"via"_s, Decoder::tr("An error comes by \"return\" or by \"reply\"."));
}

// One name or a list of names.
void readNames(Decoder &decoder, const QJsonObject &json, FunctionStep &step)
{
    const QJsonValue value = json.value(u"as"_s);
    if (value.isUndefined())
        return;
    const bool list = value.isArray() && step.kind == FunctionKind::Lists;
    for (const QJsonValue &one : list ? value.toArray() : QJsonArray{value}) {
        QString name;
        decoder.readName(u"as"_s, one, name);
        step.as.append(name);
    }
}

void readExpectations(Decoder &decoder, const QJsonObject &json, FunctionStep &step)
{
    if (json.contains(u"error"_s)) {
        decoder.read(u"error"_s, json.value(u"error"_s), step.error);
        if (step.error == LineError::None)
            decoder.complain(u"error"_s,
                             Decoder::tr("An error is wanted here; success is what is expected without it."));
    }
    readVia(decoder, json, step);
    readNames(decoder, json, step);
    if (json.contains(u"asConference"_s))
        decoder.readName(u"asConference"_s, json.value(u"asConference"_s), step.asConference);
    if (json.contains(u"request"_s))
        decoder.readName(u"request"_s, json.value(u"request"_s), step.requestName);
    if (json.contains(u"negotiate"_s))
        decoder.read(u"negotiate"_s, json.value(u"negotiate"_s), step.negotiates);
    if (json.contains(u"count"_s)) {
        quint64 count = 0;
        decoder.readCount(u"count"_s, json.value(u"count"_s), count);
        step.count = count;
    }
    if (json.contains(u"has"_s)) {
        step.has = json.value(u"has"_s).toObject();
        if (!json.value(u"has"_s).isObject())
            decoder.complain(u"has"_s, Decoder::tr("\"has\" is an object: {\"calledId\": \"5550100\"}."));
        checkHas(decoder, step.has, step.request);
    }
}

// Whether a member of a record is what `has` says of it.
template<class Record, class Member>
bool hasMember(Decoder &decoder, const QJsonObject &has, const QString &key, FieldKind kind, const Record &,
               const Member &member)
{
    return matches(decoder, key, has.value(key), kind, member);
}

template<class Record>
bool hasMember(Decoder &, const QJsonObject &has, const QString &key, FieldKind, const Record &,
               const QStringList &member)
{
    return has.value(key).toVariant().toStringList() == member;
}

// The only number of a call's status is the mode of its state.
bool hasMember(Decoder &decoder, const QJsonObject &has, const QString &key, FieldKind, const CallStatus &status,
               const quint32 &member)
{
    CallState state = status.state;
    quint32 mode = 0;
    if (has.contains(u"state"_s))
        decoder.read(u"state"_s, has.value(u"state"_s), state);
    return decoder.readMode(key, has.value(key), state, mode) && mode == member;
}

template<class Record>
QStringList recordDifferences(Decoder &decoder, const QJsonObject &has, const Record &record)
{
    QStringList different;
    forEachMember<Record>(record, [&](const QString &key, FieldKind kind, const auto &member) {
        if (has.contains(key) && !hasMember(decoder, has, key, kind, record, member))
            different.append(key);
    });
    return different;
}

} // namespace

FunctionKind functionKind(const Request &request)
{
    return std::visit([](const auto &r) { return kindOf<std::remove_cvref_t<decltype(r)>>(); }, request);
}

QStringList functionNames()
{
    QStringList names;
    for (size_t i = 0; i < std::variant_size_v<Request>; ++i)
        names.append(QString::fromLatin1(functionName(i)));
    return names;
}

QStringList functionKeys(const QString &function)
{
    const Request *request = defaultOf(function);
    return request ? QStringList{u"app"_s, u"do"_s, u"error"_s} + keysOfRequest(*request) : QStringList();
}

bool withFunction(const QString &function, const std::function<void(const Request &, FunctionKind)> &f)
{
    const Request *request = defaultOf(function);
    if (request)
        f(*request, functionKind(*request));
    return request;
}

FunctionStep decodeFunction(Decoder &decoder, const QJsonObject &json)
{
    FunctionStep step;
    decoder.readName(u"app"_s, json.value(u"app"_s), step.app);
    const QString function = json.value(u"do"_s).toString();
    const Request *request = defaultOf(function);
    if (!request) {
        decoder.complain(u"do"_s, Decoder::tr("\"%1\" is not a function that is known here.").arg(function.left(60)),
                         function, functionNames());
        return step;
    }
    step.request = *request;
    step.kind = functionKind(*request);
    decoder.allowOnly(json, functionKeys(function));
    if (auto *initialize = std::get_if<Requests::InitializeEx>(&step.request)) {
        initialize->appName = step.app;
        initialize->moduleName = step.app + u".exe"_s;
    }
    std::visit(
        [&](auto &r) {
            using R = std::remove_cvref_t<decltype(r)>;
            fill<R>(decoder, json, r);
        },
        step.request);
    readExpectations(decoder, json, step);
    return step;
}

void checkHas(Decoder &decoder, const QJsonObject &has, const Request &request)
{
    Outcome outcome;
    QStringList keys;
    std::visit(Overload{
                   [&](const Requests::GetCallInfo &) {
                       outcome.value = CallInfo();
                       keys = callInfoKeys();
                   },
                   [&](const Requests::GetCallStatus &) {
                       outcome.value = CallStatus();
                       keys = keysOf<CallStatus>();
                   },
                   [&](const Requests::GetLineDevStatus &) {
                       outcome.value = LineDevStatus();
                       keys = keysOf<LineDevStatus>();
                   },
                   [&](const Requests::GetAddressStatus &) {
                       outcome.value = AddressStatus();
                       keys = keysOf<AddressStatus>();
                   },
                   [&](const Requests::NegotiateApiVersion &) {
                       outcome.value = ApiVersion::V2_2;
                       keys = QStringList{u"api"_s};
                   },
                   [](const auto &) {},
               },
               request);
    const qsizetype before = decoder.problems.size();
    decoder.allowOnly(has, keys);
    if (std::holds_alternative<Requests::GetCallStatus>(request) && has.contains(u"mode"_s)
        && !has.contains(u"state"_s))
        decoder.complain(u"mode"_s, Decoder::tr("A mode needs the state that it belongs to: \"state\"."));
    else
        differences(decoder, has, outcome);
    for (qsizetype i = before; i < decoder.problems.size(); ++i)
        decoder.problems[i].key = u"has."_s + decoder.problems.at(i).key;
}

QStringList differences(Decoder &decoder, const QJsonObject &has, const Outcome &outcome)
{
    return std::visit(Overload{
                          [&](const CallInfo &info) { return differences(decoder, has, info); },
                          [&](const CallStatus &status) { return recordDifferences(decoder, has, status); },
                          [&](const LineDevStatus &status) { return recordDifferences(decoder, has, status); },
                          [&](const AddressStatus &status) { return recordDifferences(decoder, has, status); },
                          [&](ApiVersion version) {
                              const QJsonValue wanted = has.value(u"api"_s);
                              const bool same = wanted.isUndefined()
                                  || matches(decoder, u"api"_s, wanted, FieldKind::Plain, version);
                              return same ? QStringList() : QStringList{u"api"_s};
                          },
                          [](const auto &) { return QStringList(); },
                      },
                      outcome.value);
}

} // namespace Linescope::Scenarios
