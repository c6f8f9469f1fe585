// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reads the values of a step from JSON: strictly, by the lists of members that the engine keeps of its own types
// (tapi/fields.h). What is wrong is collected as sentences, each with its key.
#pragma once

#include "provider/contractfields.h"
#include "scenario/names.h"
#include "tapi/clock.h"
#include "tapi/names.h"
#include "world/requestfields.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace Linescope::Scenarios {

// A family of constants: names without prefix and their values.
using Constants = QList<std::pair<const char *, quint32>>;

template<class Enum>
const Constants &constantsOf()
{
    static const Constants all = [] {
        Constants result;
        for (const Named<Enum> &named : namesOf<Enum>())
            result.append({named.name, quint32(named.value)});
        return result;
    }();
    return all;
}

// "LINEERR_NOTOWNER" and "OK"; "LINE_REPLY".
const Constants &errorConstants();
const Constants &messageConstants();
const Constants &versionConstants();
// The modes of a call state; none if it has no modes.
const Constants *modeConstants(CallState state);

// A number of which only some bits are looked at.
struct Bits {
    quint32 mask = ~quint32(0);
    quint32 value = 0;
    bool match(quint32 number) const { return (number & mask) == value; }
};

class Decoder {
    Q_DECLARE_TR_FUNCTIONS(Linescope::Scenarios)

public:
    struct Problem {
        QString key; // empty: the step as a whole
        QString text;
    };

    explicit Decoder(const Names &names)
        : names(names)
    {
    }

    static constexpr qsizetype maxProblems = 100; // what is wrong beyond that is not told

    const Names &names;
    QList<Problem> problems;

    bool ok() const { return problems.isEmpty(); }
    // Always false.
    bool complain(const QString &key, const QString &text);
    // One of `candidates` was wanted; suggests the nearest one.
    bool complain(const QString &key, const QString &text, const QString &word, const QStringList &candidates);
    void allowOnly(const QJsonObject &object, const QStringList &keys);

    // Each returns whether the value could be read; if not, `out` is as before and there is a problem more.
    bool read(const QString &key, const QJsonValue &value, bool &out);
    bool read(const QString &key, const QJsonValue &value, quint32 &out);
    bool read(const QString &key, const QJsonValue &value, qint64 &out);
    bool read(const QString &key, const QJsonValue &value, QString &out);
    bool read(const QString &key, const QJsonValue &value, QByteArray &out); // hexadecimal
    bool read(const QString &key, const QJsonValue &value, HLine &out);
    bool read(const QString &key, const QJsonValue &value, HCall &out);
    bool read(const QString &key, const QJsonValue &value, RequestId &out);
    bool read(const QString &key, const QJsonValue &value, ApiVersion &out);
    bool read(const QString &key, const QJsonValue &value, LineError &out);
    bool read(const QString &key, const QJsonValue &value, DriverLine &out); // a device, from 1
    bool read(const QString &key, const QJsonValue &value, DriverCall &out);
    bool readCall(const QString &key, const QJsonValue &value, CallName &out);
    bool readDevice(const QString &key, const QJsonValue &value, quint32 &out); // from 1; gives dwDeviceID
    bool readDigit(const QString &key, const QJsonValue &value, quint32 &out);
    bool readMode(const QString &key, const QJsonValue &value, CallState state, quint32 &out);
    bool readDuration(const QString &key, const QJsonValue &value, Microseconds &out);
    bool readCount(const QString &key, const QJsonValue &value, quint64 &out);
    bool readChance(const QString &key, const QJsonValue &value, double &out); // more than 0, 1 at most
    bool readName(const QString &key, const QJsonValue &value, QString &out);  // a new name
    bool readConstant(const QString &key, const QJsonValue &value, const Constants &constants, quint32 &out);
    bool readFlags(const QString &key, const QJsonValue &value, const Constants &constants, quint32 &out);
    // ["DROP"]: exactly these; {"includes": [...], "excludes": [...]}: these bits, whatever the others are.
    bool readBits(const QString &key, const QJsonValue &value, const Constants &constants, Bits &out);

    template<class Enum>
    requires std::is_enum_v<Enum>
    bool read(const QString &key, const QJsonValue &value, Enum &out)
    {
        quint32 number = 0;
        if (!readConstant(key, value, constantsOf<Enum>(), number))
            return false;
        out = Enum(number);
        return true;
    }
    template<class Enum>
    bool read(const QString &key, const QJsonValue &value, QFlags<Enum> &out)
    {
        Bits bits;
        if (!readBits(key, value, constantsOf<Enum>(), bits))
            return false;
        // For a value to be set, "excludes" means all but these.
        out = QFlags<Enum>::fromInt(bits.mask == ~quint32(0) || bits.value != 0 ? bits.value : ~bits.mask);
        return true;
    }

private:
    // What the value is, for a sentence; cut, since it may be long and from anywhere.
    static QString quoted(const QJsonValue &value);
    bool readUnsigned(const QString &key, const QJsonValue &value, quint64 most, quint64 &out);
    // "0x40000099", null and "" (none).
    bool isLiteral(const QJsonValue &value, quint32 &out) const;
};

// "driverLine" in the engine's lists is what a scenario calls "line".
QString scenarioKey(const char *name);

template<class T>
constexpr bool isShared = false;
template<class T>
constexpr bool isShared<std::shared_ptr<const T>> = true;
template<class T>
constexpr bool isNested = isShared<T> || std::is_same_v<T, CallParams>;

// Calls f(key, field, member) for every member with a key of its own, nested ones included; not for a PackedCallInfo.
template<class Struct, class Object, class F>
void forEachMember(Object &object, F &&f)
{
    forEachField<Struct>([&](const auto &field) {
        auto &member = object.*field.member;
        using Member = std::remove_cvref_t<decltype(member)>;
        if constexpr (isShared<Member>) {
            using Inner = std::remove_const_t<typename Member::element_type>;
            Inner inner = member ? *member : Inner();
            forEachMember<Inner>(inner, f);
            if constexpr (!std::is_const_v<Object>)
                member = std::make_shared<const Inner>(std::move(inner));
        } else if constexpr (isNested<Member>) {
            forEachMember<Member>(member, f);
        } else if constexpr (!std::is_same_v<Member, PackedCallInfo>) {
            f(scenarioKey(field.name), field.kind, member);
        }
    });
}

template<class Struct>
QStringList keysOf()
{
    QStringList keys;
    Struct object;
    forEachMember<Struct>(object, [&](const QString &key, FieldKind, const auto &) { keys.append(key); });
    return keys;
}

template<class Member>
bool readMember(Decoder &decoder, const QString &key, const QJsonValue &value, FieldKind kind, Member &member)
{
    if constexpr (std::is_same_v<Member, quint32>) {
        if (kind == FieldKind::Device)
            return decoder.readDevice(key, value, member);
        if (kind == FieldKind::Ascii)
            return decoder.readDigit(key, value, member);
    }
    return decoder.read(key, value, member);
}

// Sets the members that the JSON has.
template<class Struct>
void fill(Decoder &decoder, const QJsonObject &json, Struct &object, const QStringList &except = {})
{
    forEachMember<Struct>(object, [&](const QString &key, FieldKind kind, auto &member) {
        const QJsonValue value = json.value(key);
        if (!value.isUndefined() && !except.contains(key))
            readMember(decoder, key, value, kind, member);
    });
}

// Whether a member is what the JSON says.
template<class Member>
bool matches(Decoder &decoder, const QString &key, const QJsonValue &wanted, FieldKind kind, const Member &member)
{
    if constexpr (std::is_same_v<Member, CallTarget> || std::is_same_v<Member, CallId>) {
        CallName name;
        if (!decoder.readCall(key, wanted, name))
            return false;
        CallId call;
        if constexpr (std::is_same_v<Member, CallTarget>)
            call = member.call;
        else
            call = member;
        return name.call == call;
    } else {
        Member expected{};
        return readMember(decoder, key, wanted, kind, expected) && expected == member;
    }
}
template<class Enum>
bool matches(Decoder &decoder, const QString &key, const QJsonValue &wanted, FieldKind, const QFlags<Enum> &member)
{
    Bits bits;
    return decoder.readBits(key, wanted, constantsOf<Enum>(), bits) && bits.match(quint32(member.toInt()));
}

} // namespace Linescope::Scenarios
