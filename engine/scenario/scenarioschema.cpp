// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenario/scenarioschema.h"

#include "scenario/callinfovalue.h"
#include "scenario/scenarioschema_p.h"
#include "scenario/statusfields.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

namespace {

// "LINECALLSTATE" for the family with these constants.
QString familyName(const Constants &constants)
{
    static const QList<ConstantFamily> families = constantFamilies();
    for (const ConstantFamily &family : families) {
        if (family.constants == constants)
            return QString::fromLatin1(family.prefix).chopped(1);
    }
    return constants == constantsOf<HungUpBy>() ? u"hungUpBy"_s : u"doubt"_s; // those that are not of TAPI
}

} // namespace

// ---- building blocks ----

QJsonObject SchemaMaker::ref(const QString &name) { return {{u"$ref"_s, u"#/$defs/"_s + name}}; }
QJsonObject SchemaMaker::texts(const QStringList &values) { return {{u"enum"_s, QJsonArray::fromStringList(values)}}; }
QJsonObject SchemaMaker::constant(const QString &value) { return {{u"const"_s, value}}; }
QJsonObject SchemaMaker::ofType(const QString &type) { return {{u"type"_s, type}}; }

QJsonObject SchemaMaker::pattern(const QString &expression)
{
    return {{u"type"_s, u"string"_s}, {u"pattern"_s, expression}};
}

QJsonObject SchemaMaker::anyOf(const QJsonArray &schemas) { return {{u"anyOf"_s, schemas}}; }
QJsonObject SchemaMaker::listOf(const QJsonObject &items) { return {{u"type"_s, u"array"_s}, {u"items"_s, items}}; }

QJsonObject SchemaMaker::object(const QJsonObject &properties, const QStringList &required)
{
    QJsonObject schema{{u"type"_s, u"object"_s}, {u"properties"_s, properties}, {u"additionalProperties"_s, false}};
    if (!required.isEmpty())
        schema.insert(u"required"_s, QJsonArray::fromStringList(required));
    return schema;
}

QJsonObject SchemaMaker::when(const QString &key, const QString &value, const QJsonObject &schema)
{
    return {{u"if"_s,
             QJsonObject{{u"properties"_s, QJsonObject{{key, constant(value)}}}, {u"required"_s, QJsonArray{key}}}},
            {u"then"_s, schema}};
}

QJsonObject SchemaMaker::whenPresent(const QString &key, const QJsonObject &schema)
{
    return {{u"if"_s, QJsonObject{{u"required"_s, QJsonArray{key}}}}, {u"then"_s, schema}};
}

// ---- the whole ----

QJsonObject SchemaMaker::make()
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
    m_defs.insert(u"steps"_s, QJsonObject{{u"type"_s, u"array"_s}, {u"items"_s, ref(u"step"_s)}, {u"minItems"_s, 1}});
    m_defs.insert(u"step"_s, step());
    defineValues();
    QJsonObject schema = object(properties, {u"linescope"_s, u"steps"_s});
    schema.insert(u"$schema"_s, u"https://json-schema.org/draft/2020-12/schema"_s);
    schema.insert(u"title"_s, u"Linescope scenario, version 1"_s);
    schema.insert(u"$defs"_s, m_defs);
    return schema;
}

// ---- values ----

void SchemaMaker::defineValues()
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

QJsonObject SchemaMaker::duration() { return ref(u"duration"_s); }

QJsonObject SchemaMaker::mode()
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

QJsonObject SchemaMaker::constantsRef(const Constants &constants)
{
    const QString name = familyName(constants);
    QStringList names;
    for (const auto &[constantName, value] : constants)
        names.append(QString::fromLatin1(constantName));
    m_defs.insert(name, anyOf({texts(names), ref(u"literal"_s)}));
    return ref(name);
}

QJsonObject SchemaMaker::flagsRef(const Constants &constants)
{
    const QString name = familyName(constants) + u".flags"_s;
    const QJsonObject one = constantsRef(constants);
    const QJsonObject some = anyOf({one, listOf(one)});
    m_defs.insert(name, anyOf({one, listOf(one), object({{u"includes"_s, some}, {u"excludes"_s, some}})}));
    return ref(name);
}

QJsonObject SchemaMaker::only(const QJsonObject &properties, const QStringList &keys)
{
    QJsonObject result;
    for (const QString &key : keys)
        result.insert(key, properties.value(key));
    return result;
}

QJsonObject SchemaMaker::together(QJsonObject first, const QJsonObject &second)
{
    for (auto it = second.begin(); it != second.end(); ++it)
        first.insert(it.key(), it.value());
    return first;
}

QJsonObject SchemaMaker::callInfo()
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

QJsonObject SchemaMaker::provider()
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
    properties.insert(u"faults"_s, ofType(u"string"_s));
    return object(properties);
}

QJsonObject SchemaMaker::options()
{
    return object({{u"unownedIncoming"_s, texts({u"keep"_s, u"drop"_s})},
                   {u"closeDropsSoleOwned"_s, ofType(u"boolean"_s)},
                   {u"closeCallAfterFailedCreate"_s, ofType(u"boolean"_s)}});
}

QByteArray scenarioSchema() { return QJsonDocument(SchemaMaker().make()).toJson(); }

} // namespace Linescope::Scenarios
