// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The schema of a scenario's steps.

#include "scenario/scenarioschema_p.h"

#include "scenario/functionstep.h"
#include "scenario/providerstep.h"
#include "scenario/scenarioreader.h"
#include "scenario/statusfields.h"
#include "tapi/overload.h"

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

QJsonObject SchemaMaker::step()
{
    QJsonArray functions;
    for (const QString &name : functionNames())
        functions.append(when(u"do"_s, name, function(name)));
    QJsonArray verbs;
    for (const QString &name : verbNames())
        verbs.append(when(u"provider"_s, name, verb(name)));
    m_defs.insert(u"function"_s,
                  QJsonObject{{u"properties"_s, QJsonObject{{u"do"_s, texts(functionNames())}}},
                              {u"required"_s, QJsonArray{u"do"_s}},
                              {u"allOf"_s, functions}});
    m_defs.insert(
        u"verb"_s,
        QJsonObject{{u"properties"_s, QJsonObject{{u"provider"_s, texts(verbNames())}}}, {u"allOf"_s, verbs}});
    m_defs.insert(u"expectation"_s, expectation());
    const QJsonObject wait = object({{u"wait"_s, ref(u"duration"_s)}});
    const QJsonObject languages{{u"type"_s, u"object"_s},
                                {u"required"_s, QJsonArray{u"en"_s}},
                                {u"propertyNames"_s, QJsonObject{{u"pattern"_s, u"^[a-z]{2,3}$"_s}}},
                                {u"additionalProperties"_s, ref(u"text"_s)}};
    const QJsonObject say = object(
        {{u"say"_s, anyOf({ref(u"text"_s), languages})},
         {u"hold"_s, ref(u"duration"_s)},
         {u"about"_s, ref(u"name"_s)},
         {u"view"_s, QJsonObject{{u"type"_s, u"string"_s}, {u"pattern"_s, u"^[a-z]{1,40}$"_s}}}});
    const QJsonObject times{{u"type"_s, u"integer"_s}, {u"minimum"_s, 0}, {u"maximum"_s, qint64(maxSteps)}};
    const QJsonObject repeat = object({{u"repeat"_s, times}, {u"steps"_s, ref(u"steps"_s)}}, {u"repeat"_s, u"steps"_s});
    QJsonArray exactlyOne;
    for (const QString &key : {u"app"_s, u"provider"_s, u"expect"_s, u"wait"_s, u"say"_s, u"repeat"_s})
        exactlyOne.append(QJsonObject{{u"required"_s, QJsonArray{key}}});
    return {{u"type"_s, u"object"_s},
            {u"oneOf"_s, exactlyOne},
            {u"allOf"_s,
             QJsonArray{whenPresent(u"app"_s, ref(u"function"_s)), whenPresent(u"provider"_s, ref(u"verb"_s)),
                        whenPresent(u"expect"_s, ref(u"expectation"_s)), whenPresent(u"wait"_s, wait),
                        whenPresent(u"say"_s, say), whenPresent(u"repeat"_s, repeat)}}};
}

QJsonObject SchemaMaker::has(const Request &request)
{
    return std::visit(Overload{
                          [&](const Requests::GetCallInfo &) { return object(callInfo()); },
                          [&](const Requests::GetCallStatus &) { return object(modal(propertiesOf<CallStatus>())); },
                          [&](const Requests::GetLineDevStatus &) { return object(propertiesOf<LineDevStatus>()); },
                          [&](const Requests::GetAddressStatus &) { return object(propertiesOf<AddressStatus>()); },
                          [&](const Requests::NegotiateApiVersion &) {
                              return object({{u"api"_s, valueOf<ApiVersion>({})}});
                          },
                          [](const auto &) { return QJsonObject(); },
                      },
                      request);
}

QJsonObject SchemaMaker::modal(QJsonObject properties)
{
    properties.insert(u"mode"_s, ref(u"mode"_s));
    return properties;
}

QJsonObject SchemaMaker::function(const QString &name)
{
    QJsonObject properties;
    withFunction(name, [&](const Request &request, FunctionKind) {
        properties = std::visit([&](const auto &r) { return propertiesOf<std::remove_cvref_t<decltype(r)>>(); },
                                request);
        properties = together(properties,
                              {{u"app"_s, ref(u"name"_s)},
                               {u"do"_s, true},
                               {u"error"_s, ref(u"result"_s)},
                               {u"via"_s, texts({u"return"_s, u"reply"_s})},
                               {u"as"_s, anyOf({ref(u"name"_s), listOf(ref(u"name"_s))})},
                               {u"asConference"_s, ref(u"name"_s)},
                               {u"request"_s, ref(u"name"_s)},
                               {u"negotiate"_s, ref(u"boolean"_s)},
                               {u"count"_s, ref(u"number"_s)},
                               {u"has"_s, has(request)}});
    });
    return object(only(properties, functionKeys(name)));
}

QJsonObject SchemaMaker::verb(const QString &name)
{
    const Verb verb = *verbOf(name);
    QJsonObject properties = callInfo();
    if (const auto report = reportOf(verb))
        std::visit(
            [&](const auto &r) {
                using R = std::remove_cvref_t<decltype(r)>;
                if constexpr (HasVerb<R>)
                    properties = together(properties, propertiesOf<R>());
            },
            *report);
    properties = together(
        properties,
        {{u"provider"_s, true},
         {u"as"_s, ref(u"name"_s)},
         {u"name"_s, ref(u"name"_s)},
         {u"consultName"_s, ref(u"name"_s)},
         {u"time"_s, ref(u"duration"_s)},
         {u"times"_s, ref(u"number"_s)},
         {u"chance"_s, QJsonObject{{u"type"_s, u"number"_s}, {u"exclusiveMinimum"_s, 0}, {u"maximum"_s, 1}}},
         {u"text"_s, ref(u"text"_s)}});
    if (faultOf(verb))
        properties.insert(u"line"_s, ref(u"device"_s));
    if (verb == Verb::CallState) // the name of a parent, too
        properties.insert(u"mode"_s, ref(u"name"_s));
    if (verb == Verb::NewCall) {
        properties.insert(u"mode"_s, ref(u"mode"_s));
        properties.insert(u"state"_s, anyOf({constant(u"none"_s), constantsRef(constantsOf<CallState>())}));
    }
    return object(only(properties, verbKeys(verb)), requiredKeys(verb));
}

} // namespace Linescope::Scenarios
