// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenario/scenarioschema.h"

#include "scenario/callinfovalue.h"
#include "scenario/expectation.h"
#include "scenario/functionstep.h"
#include "scenario/providerstep.h"
#include "scenario/scenarioreader.h"
#include "scenario/statusfields.h"
#include "tapi/overload.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

namespace {

QJsonObject ref(const QString &name) { return {{u"$ref"_s, u"#/$defs/"_s + name}}; }
QJsonObject texts(const QStringList &values) { return {{u"enum"_s, QJsonArray::fromStringList(values)}}; }
QJsonObject constant(const QString &value) { return {{u"const"_s, value}}; }
QJsonObject ofType(const QString &type) { return {{u"type"_s, type}}; }
QJsonObject pattern(const QString &expression) { return {{u"type"_s, u"string"_s}, {u"pattern"_s, expression}}; }
QJsonObject anyOf(const QJsonArray &schemas) { return {{u"anyOf"_s, schemas}}; }
QJsonObject listOf(const QJsonObject &items) { return {{u"type"_s, u"array"_s}, {u"items"_s, items}}; }

QJsonObject object(const QJsonObject &properties, const QStringList &required = {})
{
    QJsonObject schema{{u"type"_s, u"object"_s}, {u"properties"_s, properties}, {u"additionalProperties"_s, false}};
    if (!required.isEmpty())
        schema.insert(u"required"_s, QJsonArray::fromStringList(required));
    return schema;
}

// {"if": the key says so, "then": schema}
QJsonObject when(const QString &key, const QString &value, const QJsonObject &schema)
{
    return {{u"if"_s,
             QJsonObject{{u"properties"_s, QJsonObject{{key, constant(value)}}}, {u"required"_s, QJsonArray{key}}}},
            {u"then"_s, schema}};
}
QJsonObject whenPresent(const QString &key, const QJsonObject &schema)
{
    return {{u"if"_s, QJsonObject{{u"required"_s, QJsonArray{key}}}}, {u"then"_s, schema}};
}

template<class T>
constexpr bool isFlags = false;
template<class Enum>
constexpr bool isFlags<QFlags<Enum>> = true;

// "LINECALLSTATE" for the family with these constants.
QString familyName(const Constants &constants)
{
    static const QList<ConstantFamily> families = constantFamilies();
    for (const ConstantFamily &family : families) {
        if (family.constants == constants)
            return QString::fromLatin1(family.prefix).chopped(1);
    }
    return {};
}

class SchemaMaker {
public:
    QJsonObject make()
    {
        const QJsonObject properties{
            {u"$schema"_s, ofType(u"string"_s)},
            {u"linescope"_s, constant(u"scenario/1"_s)},
            {u"title"_s, ofType(u"string"_s)},
            {u"about"_s, ofType(u"string"_s)},
            {u"rules"_s, listOf(ofType(u"string"_s))},
            {u"provider"_s, provider()},
            {u"options"_s, options()},
            {u"steps"_s, ref(u"steps"_s)},
        };
        m_defs.insert(u"steps"_s,
                      QJsonObject{{u"type"_s, u"array"_s}, {u"items"_s, ref(u"step"_s)}, {u"minItems"_s, 1}});
        m_defs.insert(u"step"_s, step());
        defineValues();
        QJsonObject schema = object(properties, {u"linescope"_s, u"steps"_s});
        schema.insert(u"$schema"_s, u"https://json-schema.org/draft/2020-12/schema"_s);
        schema.insert(u"title"_s, u"Linescope scenario, version 1"_s);
        schema.insert(u"$defs"_s, m_defs);
        return schema;
    }

private:
    void defineValues()
    {
        const QJsonObject literal = pattern(u"^0x[0-9A-Fa-f]+$"_s);
        m_defs.insert(u"literal"_s, literal);
        m_defs.insert(u"name"_s, QJsonObject{{u"type"_s, u"string"_s}, {u"minLength"_s, 1}});
        m_defs.insert(u"handle"_s, QJsonObject{{u"type"_s, QJsonArray{u"string"_s, u"null"_s}}});
        m_defs.insert(u"number"_s,
                      anyOf({QJsonObject{{u"type"_s, u"integer"_s}, {u"minimum"_s, 0}}, pattern(u"^([0-9]|\\$i)+$"_s),
                             ref(u"literal"_s)}));
        m_defs.insert(u"device"_s,
                      anyOf({QJsonObject{{u"type"_s, u"integer"_s}, {u"minimum"_s, 1}},
                             pattern(u"^(([0-9]|\\$i)+|LINEMAPPER)$"_s), ref(u"literal"_s)}));
        m_defs.insert(u"bytes"_s, pattern(u"^([0-9A-Fa-f]{2})*$"_s));
        m_defs.insert(u"digit"_s, pattern(u"^([ -~]|\\$i)$"_s));
        m_defs.insert(u"duration"_s, pattern(u"^[0-9]{1,9}(us|ms|s|m|h)$"_s));
        m_defs.insert(u"text"_s, ofType(u"string"_s));
        m_defs.insert(u"boolean"_s, ofType(u"boolean"_s));
        QStringList errors;
        for (const auto &[name, value] : errorConstants())
            errors << QString::fromLatin1(name) << (value == 0 ? QString() : u"LINEERR_"_s + QLatin1StringView(name));
        errors.removeAll(QString());
        m_defs.insert(u"result"_s, anyOf({texts(errors), ref(u"literal"_s)}));
        m_defs.insert(u"mode"_s, mode());
    }

    // Of whatever state.
    QJsonObject mode()
    {
        QStringList modes{u"none"_s};
        for (const auto &[name, value] : constantsOf<CallState>()) {
            if (const Constants *constants = modeConstants(CallState(value))) {
                for (const auto &[modeName, modeValue] : *constants)
                    modes.append(QString::fromLatin1(modeName));
            }
        }
        modes.removeDuplicates();
        return anyOf({texts(modes), ref(u"literal"_s)});
    }

    QJsonObject constantsRef(const Constants &constants)
    {
        const QString name = familyName(constants);
        QStringList names;
        for (const auto &[constantName, value] : constants)
            names.append(QString::fromLatin1(constantName));
        m_defs.insert(name, anyOf({texts(names), ref(u"literal"_s)}));
        return ref(name);
    }

    QJsonObject flagsRef(const Constants &constants)
    {
        const QString name = familyName(constants) + u".flags"_s;
        const QJsonObject one = constantsRef(constants);
        const QJsonObject some = anyOf({one, listOf(one)});
        m_defs.insert(name, anyOf({one, listOf(one), object({{u"includes"_s, some}, {u"excludes"_s, some}})}));
        return ref(name);
    }

    template<class Member>
    QJsonObject valueOf(FieldKind kind)
    {
        if constexpr (std::is_same_v<Member, bool>)
            return ref(u"boolean"_s);
        else if constexpr (std::is_same_v<Member, quint32> || std::is_same_v<Member, qint64>)
            return ref(kind == FieldKind::Device ? u"device"_s : kind == FieldKind::Ascii ? u"digit"_s : u"number"_s);
        else if constexpr (std::is_same_v<Member, QString>)
            return ref(u"text"_s);
        else if constexpr (std::is_same_v<Member, QStringList>)
            return listOf(ref(u"text"_s));
        else if constexpr (std::is_same_v<Member, QByteArray>)
            return ref(u"bytes"_s);
        else if constexpr (std::is_same_v<Member, ApiVersion>)
            return texts({u"1.4"_s, u"2.0"_s, u"2.1"_s, u"2.2"_s});
        else if constexpr (std::is_same_v<Member, LineError>)
            return ref(u"result"_s);
        else if constexpr (std::is_same_v<Member, DriverLine>)
            return ref(u"device"_s);
        else if constexpr (std::is_enum_v<Member>)
            return constantsRef(constantsOf<Member>());
        else if constexpr (isFlags<Member>)
            return flagsRef(constantsOf<typename Member::enum_type>());
        else
            return ref(u"handle"_s); // a name
    }

    template<class Struct>
    QJsonObject propertiesOf()
    {
        QJsonObject properties;
        const Struct object{};
        forEachMember<Struct>(object, [&](const QString &key, FieldKind kind, const auto &member) {
            properties.insert(key, valueOf<std::remove_cvref_t<decltype(member)>>(kind));
        });
        return properties;
    }

    static QJsonObject only(const QJsonObject &properties, const QStringList &keys)
    {
        QJsonObject result;
        for (const QString &key : keys)
            result.insert(key, properties.value(key));
        return result;
    }
    static QJsonObject together(QJsonObject first, const QJsonObject &second)
    {
        for (auto it = second.begin(); it != second.end(); ++it)
            first.insert(it.key(), it.value());
        return first;
    }

    QJsonObject callInfo()
    {
        QJsonObject properties;
        for (const CallInfoField &field : callInfoFields()) {
            bool flags = false;
            const Constants *constants = callInfoConstants(field, flags);
            QJsonObject value = ref(u"number"_s);
            if (constants)
                value = flags ? flagsRef(*constants) : constantsRef(*constants);
            else if (field.member == CallInfoField::Member(&CallInfo::line))
                value = ref(u"handle"_s);
            else if (std::holds_alternative<QString CallInfo::*>(field.member))
                value = ref(u"text"_s);
            else if (std::holds_alternative<QByteArray CallInfo::*>(field.member))
                value = ref(u"bytes"_s);
            properties.insert(QString::fromLatin1(field.name), value);
        }
        return properties;
    }

    // ---- head ----

    QJsonObject provider()
    {
        const QJsonObject device = propertiesOf<DeviceInfo>();
        QJsonObject properties = together(device, propertiesOf<ProviderAbilities>());
        for (const QString &key : {u"name"_s, u"inService"_s, u"connected"_s, u"text"_s})
            properties.remove(key);
        properties.insert(u"type"_s, ref(u"name"_s));
        properties.insert(u"mode"_s, texts({u"scripted"_s, u"automatic"_s}));
        properties.insert(u"lines"_s, anyOf({ref(u"number"_s), listOf(object(device))}));
        for (const QString &key : {u"seed"_s, u"rate"_s, u"automatic"_s, u"up"_s, u"speed"_s})
            properties.insert(key, QJsonObject{{u"type"_s, QJsonArray{u"number"_s, u"string"_s}}});
        return object(properties);
    }

    static QJsonObject options()
    {
        return object({{u"unownedIncoming"_s, texts({u"keep"_s, u"drop"_s})},
                       {u"closeDropsSoleOwned"_s, ofType(u"boolean"_s)},
                       {u"closeCallAfterFailedCreate"_s, ofType(u"boolean"_s)}});
    }

    // ---- steps ----

    QJsonObject step()
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
        const QJsonObject repeat = object({{u"repeat"_s, times}, {u"steps"_s, ref(u"steps"_s)}},
                                          {u"repeat"_s, u"steps"_s});
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

    QJsonObject has(const Request &request)
    {
        return std::visit(
            Overload{
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

    // With the mode by name.
    static QJsonObject modal(QJsonObject properties)
    {
        properties.insert(u"mode"_s, ref(u"mode"_s));
        return properties;
    }

    QJsonObject function(const QString &name)
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

    QJsonObject verb(const QString &name)
    {
        const Verb verb = *verbOf(name);
        QJsonObject properties = callInfo();
        if (const auto report = reportOf(verb))
            properties = together(
                properties,
                std::visit([&](const auto &r) { return propertiesOf<std::remove_cvref_t<decltype(r)>>(); }, *report));
        properties = together(properties,
                              {{u"provider"_s, true},
                               {u"as"_s, ref(u"name"_s)},
                               {u"name"_s, ref(u"name"_s)},
                               {u"consultName"_s, ref(u"name"_s)},
                               {u"time"_s, ref(u"duration"_s)},
                               {u"text"_s, ref(u"text"_s)}});
        if (verb == Verb::CallState) // the name of a parent, too
            properties.insert(u"mode"_s, ref(u"name"_s));
        if (verb == Verb::NewCall) {
            properties.insert(u"mode"_s, ref(u"mode"_s));
            properties.insert(u"state"_s, anyOf({constant(u"none"_s), constantsRef(constantsOf<CallState>())}));
        }
        return object(only(properties, verbKeys(verb)), requiredKeys(verb));
    }

    // ---- expectations ----

    QJsonObject expectation()
    {
        m_defs.insert(u"form"_s, form());
        const QJsonObject negated = object({{u"not"_s, ref(u"form"_s)}}, {u"not"_s});
        const QJsonObject expected{
            {u"if"_s, QJsonObject{{u"required"_s, QJsonArray{u"not"_s}}, {u"type"_s, u"object"_s}}},
            {u"then"_s, negated},
            {u"else"_s, anyOf({constant(u"nothing"_s), ref(u"form"_s)})}};
        return object({{u"expect"_s, expected}, {u"as"_s, ref(u"name"_s)}, {u"request"_s, ref(u"name"_s)}});
    }

    QJsonObject form()
    {
        QJsonArray conditions;
        for (const QString &name : messageNames())
            conditions.append(when(u"message"_s, name, message(name)));
        conditions.append(when(u"message"_s, u"none"_s,
                               object({{u"app"_s, ref(u"name"_s)}, {u"message"_s, true}, {u"within"_s, duration()}})));
        for (const QString &name : commandNames())
            conditions.append(when(u"provider"_s, name, command(name)));
        conditions.append(when(u"provider"_s, u"none"_s, object({{u"provider"_s, true}, {u"within"_s, duration()}})));
        conditions.append(whenPresent(u"finding"_s, finding()));
        conditions.append(whenPresent(u"world"_s, object({{u"world"_s, world()}, {u"within"_s, duration()}})));
        QJsonArray exactlyOne;
        for (const QString &key : {u"message"_s, u"provider"_s, u"finding"_s, u"world"_s})
            exactlyOne.append(QJsonObject{{u"required"_s, QJsonArray{key}}});
        return {{u"type"_s, u"object"_s},
                {u"oneOf"_s, exactlyOne},
                {u"properties"_s,
                 QJsonObject{{u"message"_s, texts(QStringList{u"none"_s} + messageNames())},
                             {u"provider"_s, texts(QStringList{u"none"_s} + commandNames())}}},
                {u"allOf"_s, conditions}};
    }

    static QJsonObject duration() { return ref(u"duration"_s); }

    QJsonObject message(const QString &name)
    {
        const auto id = *fromName<MessageId>(name.mid(5));
        QJsonObject properties{{u"app"_s, ref(u"name"_s)},      {u"message"_s, true},
                               {u"within"_s, duration()},       {u"skip"_s, ref(u"boolean"_s)},
                               {u"on"_s, ref(u"handle"_s)},     {u"call"_s, ref(u"handle"_s)},
                               {u"parent"_s, ref(u"handle"_s)}, {u"request"_s, ref(u"handle"_s)},
                               {u"result"_s, ref(u"result"_s)}, {u"parkAddress"_s, ref(u"text"_s)},
                               {u"line"_s, ref(u"device"_s)},   {u"mode"_s, ref(u"mode"_s)},
                               {u"digit"_s, ref(u"digit"_s)}};
        for (const QString &key : {u"p1"_s, u"p2"_s, u"p3"_s, u"callbackInstance"_s, u"addressId"_s})
            properties.insert(key, ref(u"number"_s));
        properties.insert(u"state"_s, constantsRef(constantsOf<CallState>()));
        properties.insert(u"privilege"_s, anyOf({constant(u"none"_s), constantsRef(constantsOf<Privilege>())}));
        properties.insert(u"termination"_s, constantsRef(constantsOf<GenerateTerm>()));
        properties.insert(u"digitMode"_s, constantsRef(constantsOf<DigitMode>()));
        properties.insert(u"bits"_s,
                          id == MessageId::CallInfo           ? flagsRef(constantsOf<CallInfoState>())
                              : id == MessageId::LineDevState ? flagsRef(constantsOf<LineDevState>())
                                                              : flagsRef(constantsOf<AddressState>()));
        return object(only(properties, messageKeys(id)), {u"app"_s});
    }

    QJsonObject command(const QString &name)
    {
        QJsonObject properties;
        withCommand(name, [&](const Command &command) {
            properties = std::visit([&](const auto &c) { return propertiesOf<std::remove_cvref_t<decltype(c)>>(); },
                                    command);
        });
        properties = together(properties,
                              {{u"provider"_s, true},
                               {u"times"_s, ref(u"number"_s)},
                               {u"within"_s, duration()},
                               {u"later"_s, ref(u"boolean"_s)}});
        return object(only(properties, commandKeys(name)));
    }

    static QJsonObject finding()
    {
        return object({{u"finding"_s, ref(u"name"_s)},
                       {u"severity"_s, texts({u"info"_s, u"warning"_s, u"violation"_s})},
                       {u"call"_s, ref(u"handle"_s)},
                       {u"times"_s, ref(u"number"_s)},
                       {u"within"_s, duration()}});
    }

    QJsonObject world()
    {
        static const QStringList flags{u"unowned"_s, u"released"_s,  u"void"_s,     u"open"_s,
                                       u"exists"_s,  u"inService"_s, u"connected"_s};
        QJsonArray forms;
        for (const QString &subject : {u"call"_s, u"handle"_s, u"on"_s, u"line"_s, QString()}) {
            QJsonObject properties;
            const QStringList keys = worldKeys(subject.isEmpty() ? QJsonObject() : QJsonObject{{subject, 1}});
            for (const QString &key : keys)
                properties.insert(key, ref(flags.contains(key) ? u"boolean"_s : u"number"_s));
            if (keys.contains(u"state"_s)) {
                properties.insert(u"state"_s, constantsRef(constantsOf<CallState>()));
                properties.insert(u"mode"_s, ref(u"mode"_s));
            }
            if (keys.contains(u"closedText"_s))
                properties.insert(u"closedText"_s, ref(u"text"_s));
            if (keys.contains(u"privilege"_s))
                properties.insert(u"privilege"_s, constantsRef(constantsOf<Privilege>()));
            if (!subject.isEmpty())
                properties.insert(subject, ref(subject == "line"_L1 ? u"device"_s : u"handle"_s));
            forms.append(object(properties, subject.isEmpty() ? QStringList() : QStringList{subject}));
        }
        return anyOf(forms);
    }

    QJsonObject m_defs;
};

} // namespace

QByteArray scenarioSchema() { return QJsonDocument(SchemaMaker().make()).toJson(); }

} // namespace Linescope::Scenarios
