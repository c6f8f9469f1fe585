// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The schema of what steps expect.

#include "scenario/scenarioschema_p.h"

#include "scenario/expectation.h"

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

QJsonObject SchemaMaker::expectation()
{
    m_defs.insert(u"form"_s, form());
    const QJsonObject negated = object({{u"not"_s, ref(u"form"_s)}}, {u"not"_s});
    const QJsonObject expected{{u"if"_s, QJsonObject{{u"required"_s, QJsonArray{u"not"_s}}, {u"type"_s, u"object"_s}}},
                               {u"then"_s, negated},
                               {u"else"_s, anyOf({constant(u"nothing"_s), ref(u"form"_s)})}};
    return object({{u"expect"_s, expected}, {u"as"_s, ref(u"name"_s)}, {u"request"_s, ref(u"name"_s)}});
}

QJsonObject SchemaMaker::form()
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

QJsonObject SchemaMaker::message(const QString &name)
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

QJsonObject SchemaMaker::command(const QString &name)
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

QJsonObject SchemaMaker::finding()
{
    return object({{u"finding"_s, ref(u"name"_s)},
                   {u"severity"_s, texts({u"info"_s, u"warning"_s, u"violation"_s})},
                   {u"call"_s, ref(u"handle"_s)},
                   {u"times"_s, ref(u"number"_s)},
                   {u"within"_s, duration()}});
}

QJsonObject SchemaMaker::world()
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

} // namespace Linescope::Scenarios
