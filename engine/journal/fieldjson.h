// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Writes and reads every struct that has a list of fields (tapi/fields.h): each kind of value has one way to be written
// and one to be read, and they stand side by side here.
#pragma once

#include "journal/contractjson.h"
#include "journal/jsonreader.h"
#include "journal/jsonwriter.h"
#include "tapi/fields.h"
#include "world/event.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

namespace Linescope {

// What is left out because it is the default, and is the default because it is absent.
enum class LeaveOut {
    Nothings, // empty texts, no id, no bits, 0; what is always something (a state, yes or no) is always told
    Defaults, // all of them
};

template<class Value>
inline constexpr bool isShared = false;
template<class Value>
inline constexpr bool isShared<std::shared_ptr<const Value>> = true;

// A struct whose own fields stand among those of the outer one (FieldKind::Nested).
template<class Value>
inline constexpr bool isNested =
    isShared<Value> || std::is_same_v<Value, PackedCallInfo> || std::is_same_v<Value, CallParams>;

// What the mode of CONFERENCED names (S-39, V-39); void where a number is a number.
template<class Struct>
struct ModeParent {
    using Type = void;
};
template<>
struct ModeParent<Events::CallState> {
    using Type = CallId;
};
template<>
struct ModeParent<Reports::CallState> {
    using Type = DriverCall;
};

// Whether a value of that type is told whatever it is: names of functions and devices; what is never nothing.
template<class Value>
constexpr bool isAlwaysTold(FieldKind kind, LeaveOut leaveOut)
{
    constexpr bool isSomething = std::is_same_v<Value, bool> || std::is_enum_v<Value>;
    if (std::is_same_v<Value, quint8> || kind == FieldKind::Device)
        return true;
    return isSomething && leaveOut == LeaveOut::Nothings;
}

// Numbers and names of people, and what they dial; other texts are masked more sparingly.
constexpr bool isParty(std::string_view name)
{
    constexpr std::array<std::string_view, 6> parties = {
        "address", "displayableAddress", "calledParty", "parkAddress", "groupId", "digits"};
    return std::find(parties.begin(), parties.end(), name) != parties.end();
}

// "driverCall" beside "call".
inline QByteArray driverName(std::string_view name)
{
    QByteArray result = "driver" + QByteArray(name.data(), qsizetype(name.size()));
    result[6] = char(result[6] - 'a' + 'A');
    return result;
}

class FieldWriter {
public:
    FieldWriter(JsonWriter &json, LeaveOut leaveOut)
        : m_json(json)
        , m_leaveOut(leaveOut)
    {
    }

    template<class Struct>
    void write(const Struct &owner)
    {
        static const Struct defaults;
        forEachField<Struct>([&](const auto &field) {
            const auto &value = owner.*field.member;
            if constexpr (isNested<std::decay_t<decltype(value)>>)
                writeNested(value);
            else if (!isLeftOut(value, defaults.*field.member, field.kind))
                writeOne(owner, field.name, value, field.kind);
        });
    }

private:
    template<class Value>
    void writeNested(const Value &value)
    {
        if constexpr (isShared<Value>)
            write(*value);
        else if constexpr (std::is_same_v<Value, PackedCallInfo>)
            writeCallInfo(m_json, value.unpack());
        else
            write(value);
    }

    template<class Value>
    bool isLeftOut(const Value &value, const Value &byDefault, FieldKind kind) const
    {
        if (isAlwaysTold<Value>(kind, m_leaveOut) || !(value == byDefault))
            return false;
        return m_leaveOut == LeaveOut::Defaults || value == Value();
    }

    template<class Struct, class Value>
    void writeOne(const Struct &owner, const char *name, const Value &value, FieldKind kind)
    {
        using Parent = typename ModeParent<Struct>::Type;
        if constexpr (std::is_same_v<Value, quint32> && !std::is_void_v<Parent>)
            m_json.add(name, modeText(owner.state, value, Parent{value}));
        else
            add(name, value, kind);
    }

    void add(const char *name, bool value, FieldKind) { m_json.add(name, value); }
    void add(const char *name, quint8 function, FieldKind) { m_json.add(name, functionName(function)); }
    void add(const char *name, qint64 value, FieldKind) { m_json.add(name, value); }
    void add(const char *name, const char *value, FieldKind) { m_json.add(name, value); }
    void add(const char *name, const QByteArray &value, FieldKind) { m_json.addBytes(name, value); }
    void add(const char *name, ApiVersion value, FieldKind) { m_json.add(name, versionText(value)); }
    void add(const char *name, ShutdownReason value, FieldKind) { m_json.add(name, toString(value)); }
    void add(const char *name, LineCloseReason value, FieldKind) { m_json.add(name, toString(value)); }
    void add(const char *name, VoidReason value, FieldKind) { m_json.add(name, toString(value)); }
    void add(const char *name, Severity value, FieldKind) { m_json.add(name, toString(value)); }
    void add(const char *name, FaultKind value, FieldKind) { m_json.add(name, toString(value)); }
    void add(const char *name, Evidence value, FieldKind)
    {
        m_json.add(name, {qint64(value.event), qint64(value.before)});
    }
    void add(const char *name, LineError value, FieldKind) { m_json.add(name, resultText(value)); }
    void add(const char *name, quint32 value, FieldKind kind)
    {
        if (kind == FieldKind::Device)
            m_json.add(name, deviceName(value));
        else if (kind == FieldKind::Ascii)
            m_json.addCharacter(name, value);
        else
            m_json.add(name, value);
    }
    void add(const char *name, const QString &value, FieldKind)
    {
        isParty(name) ? m_json.addParty(name, value) : m_json.addOutside(name, value);
    }
    void add(const char *name, CallTarget value, FieldKind)
    {
        m_json.add(name, value.call);
        m_json.add(driverName(name).constData(), value.driver);
    }
    template<class Tag>
    void add(const char *name, Id<Tag> value, FieldKind)
    {
        m_json.add(name, value);
    }
    template<class Enum>
    void add(const char *name, QFlags<Enum> value, FieldKind)
    {
        m_json.addList(name, namesOf(value));
    }
    template<class Enum>
    requires std::is_enum_v<Enum>
    void add(const char *name, Enum value, FieldKind) { m_json.add(name, nameOf(value)); }

    JsonWriter &m_json;
    LeaveOut m_leaveOut;
};

class FieldReader {
public:
    FieldReader(JsonReader &json, LeaveOut leaveOut)
        : m_json(json)
        , m_leaveOut(leaveOut)
    {
    }

    template<class Struct>
    void read(Struct &owner)
    {
        forEachField<Struct>([&](const auto &field) {
            if constexpr (isNested<std::decay_t<decltype(owner.*field.member)>>)
                readNested(owner.*field.member);
            else
                readOne(owner, field.name, owner.*field.member, field.kind);
        });
    }

private:
    template<class Value>
    void readNested(Value &value)
    {
        if constexpr (isShared<Value>) {
            auto made = std::make_shared<std::remove_const_t<typename Value::element_type>>();
            read(*made);
            value = std::move(made);
        } else if constexpr (std::is_same_v<Value, PackedCallInfo>) {
            value = PackedCallInfo(readCallInfo(m_json));
        } else {
            read(value);
        }
    }

    template<class Struct, class Value>
    void readOne(Struct &owner, const char *name, Value &value, FieldKind kind)
    {
        using Parent = typename ModeParent<Struct>::Type;
        if constexpr (std::is_same_v<Value, CallTarget>) {
            m_json.take(name, value.call);
            m_json.take(driverName(name).constData(), value.driver);
        } else if constexpr (std::is_same_v<Value, quint32> && !std::is_void_v<Parent>) {
            m_json.takeWith(name,
                            [&](const JsonValue &json) { return modeFromJson(json, owner.state, value, Parent()); });
        } else {
            const bool found = m_json.takeWith(name,
                                               [&](const JsonValue &json) { return valueFrom(json, value, kind); });
            if (!found && isAlwaysTold<Value>(kind, m_leaveOut))
                m_json.missing(name);
        }
    }

    template<class Value>
    static bool valueFrom(const JsonValue &json, Value &value, FieldKind kind)
    {
        if constexpr (std::is_same_v<Value, quint32>) {
            if (kind == FieldKind::Device)
                return deviceFromJson(json, value);
            if (kind == FieldKind::Ascii)
                return characterFromJson(json, value);
        } else if constexpr (std::is_same_v<Value, LineError>) {
            return resultFromJson(json, value);
        }
        return fromJson(json, value);
    }

    JsonReader &m_json;
    LeaveOut m_leaveOut;
};

} // namespace Linescope
