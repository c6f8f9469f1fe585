// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Makes the schema.
//
// scenarioschema.cpp     schemas of values, the head of a scenario
// stepschema.cpp         its steps
// expectationschema.cpp  what they expect
#pragma once

#include "scenario/decoder.h"
#include "tapi/flags.h"

#include <type_traits>

namespace Linescope::Scenarios {

class SchemaMaker {
public:
    QJsonObject make();

private:
    // ---- scenarioschema.cpp ----
    static QJsonObject ref(const QString &name);
    static QJsonObject texts(const QStringList &values);
    static QJsonObject constant(const QString &value);
    static QJsonObject ofType(const QString &type);
    static QJsonObject pattern(const QString &expression);
    static QJsonObject anyOf(const QJsonArray &schemas);
    static QJsonObject listOf(const QJsonObject &items);
    static QJsonObject object(const QJsonObject &properties, const QStringList &required = {});
    // {"if": the key says so, "then": schema}
    static QJsonObject when(const QString &key, const QString &value, const QJsonObject &schema);
    static QJsonObject whenPresent(const QString &key, const QJsonObject &schema);
    static QJsonObject only(const QJsonObject &properties, const QStringList &keys);
    static QJsonObject together(QJsonObject first, const QJsonObject &second);
    void defineValues();
    static QJsonObject duration();
    QJsonObject mode(); // of whatever state
    QJsonObject constantsRef(const Constants &constants);
    QJsonObject flagsRef(const Constants &constants);
    QJsonObject callInfo();
    QJsonObject provider();
    static QJsonObject options();
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

    // ---- stepschema.cpp ----
    QJsonObject step();
    QJsonObject has(const Request &request);
    static QJsonObject modal(QJsonObject properties); // with the mode by name
    QJsonObject function(const QString &name);
    QJsonObject verb(const QString &name);

    // ---- expectationschema.cpp ----
    QJsonObject expectation();
    QJsonObject form();
    QJsonObject message(const QString &name);
    QJsonObject command(const QString &name);
    static QJsonObject finding();
    QJsonObject world();

    QJsonObject m_defs;
};

} // namespace Linescope::Scenarios
