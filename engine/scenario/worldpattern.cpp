// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is expected of the state of things.

#include "scenario/expectation_p.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

namespace {

using WorldCount = quint64 (*)(const World &);

struct WorldRow {
    const char *key;
    WorldCount count;
};

constexpr WorldRow worldRows[] = {
    {"apps", [](const World &world) { return quint64(world.apps().size()); }},
    {"devices",
     [](const World &world) {
         return quint64(std::count_if(world.devices().begin(), world.devices().end(),
                                      [](const Device &device) { return !device.removed; }));
     }},
    {"lines", [](const World &world) { return quint64(world.lines().size()); }},
    {"calls", [](const World &world) { return quint64(world.calls().size()); }},
    {"handles", [](const World &world) { return quint64(world.handles().size()); }},
    {"liveCalls", [](const World &world) { return quint64(world.totals().liveCalls); }},
    {"retained", [](const World &world) { return quint64(world.totals().retainedHandles); }},
    {"retainedCalls", [](const World &world) { return quint64(world.totals().retainedCalls); }},
    {"findings", [](const World &world) { return world.totals().findings; }},
    {"libraryBytes", [](const World &world) { return world.totals().libraryBytes; }},
    {"providerBytes", [](const World &world) { return world.totals().providerBytes; }},
};

// Compares what the JSON wants with what is.
class Comparison {
public:
    Comparison(Decoder &decoder, const QJsonObject &json)
        : m_decoder(decoder)
        , m_json(json)
    {
    }

    QStringList different;

    void number(const char *name, quint64 actual)
    {
        const QString key = QString::fromLatin1(name);
        quint64 wanted = 0;
        if (!m_json.contains(key) || !m_decoder.readCount(key, m_json.value(key), wanted) || wanted == actual)
            return;
        different.append(Decoder::tr("%1 is %2, not %3.").arg(key).arg(actual).arg(wanted));
    }
    void flag(const char *name, bool actual)
    {
        const QString key = QString::fromLatin1(name);
        bool wanted = false;
        if (!m_json.contains(key) || !m_decoder.read(key, m_json.value(key), wanted) || wanted == actual)
            return;
        text(key, actual ? u"true"_s : u"false"_s, wanted ? u"true"_s : u"false"_s);
    }
    template<class Enum>
    void constant(const char *name, Enum actual)
    {
        const QString key = QString::fromLatin1(name);
        Enum wanted{};
        if (m_json.contains(key) && m_decoder.read(key, m_json.value(key), wanted) && wanted != actual)
            text(key, nameOf(actual), nameOf(wanted));
    }
    void words(const char *name, const QString &actual)
    {
        const QString key = QString::fromLatin1(name);
        QString wanted;
        if (m_json.contains(key) && m_decoder.read(key, m_json.value(key), wanted) && wanted != actual)
            text(key, actual, wanted);
    }
    void mode(CallState actualState, quint32 actual)
    {
        CallState state = actualState;
        quint32 wanted = 0;
        if (m_json.contains(u"state"_s))
            m_decoder.read(u"state"_s, m_json.value(u"state"_s), state);
        if (m_json.contains(u"mode"_s) && m_decoder.readMode(u"mode"_s, m_json.value(u"mode"_s), state, wanted)
            && wanted != actual)
            text(u"mode"_s, modeName(actualState, actual), modeName(state, wanted));
    }

private:
    void text(const QString &key, const QString &actual, const QString &wanted)
    {
        different.append(Decoder::tr("%1 is %2, not %3.")
                             .arg(key, actual.isEmpty() ? u"none"_s : actual, wanted.isEmpty() ? u"none"_s : wanted));
    }

    Decoder &m_decoder;
    const QJsonObject &m_json;
};

void compareCall(Comparison &compare, const Call *call)
{
    compare.flag("released", !call);
    const Call none;
    const Call &is = call ? *call : none;
    compare.number("owners", is.owners);
    compare.number("monitors", is.monitors);
    compare.number("handles", is.handleCount());
    compare.flag("unowned", is.isUnowned());
    compare.number("providerBytes", is.providerBytes);
    compare.constant("state", is.state);
    compare.mode(is.state, is.mode);
}

void compareHandle(Comparison &compare, const Handle *handle)
{
    compare.flag("void", !handle);
    compare.constant("privilege", handle ? handle->privilege : Privilege::None);
}

void compareLine(Comparison &compare, const Line *line)
{
    compare.flag("open", line);
    compare.number("handles", line ? line->handles : 0);
    compare.number("retained", line ? line->retained : 0);
}

void compareDevice(Comparison &compare, const Device *device)
{
    compare.flag("exists", device && !device->removed);
    const Device none;
    const Device &is = device ? *device : none;
    compare.number("opens", is.opens);
    compare.number("calls", is.calls);
    compare.number("handles", is.handles);
    compare.number("retained", is.retained);
    compare.flag("inService", is.info.inService);
    compare.flag("connected", is.info.connected);
    compare.words("closedText", is.closedText);
}

} // namespace

WorldPattern readWorld(Decoder &decoder, const QJsonValue &value)
{
    const WorldPattern pattern{value.toObject()};
    if (!value.isObject() || pattern.json.isEmpty())
        decoder.complain(u"world"_s, Decoder::tr("\"world\" is an object: {\"calls\": 0, \"handles\": 0}."));
    const qsizetype before = decoder.problems.size();
    decoder.allowOnly(pattern.json, worldKeys(pattern.json));
    differences(decoder, pattern, World());
    for (qsizetype i = before; i < decoder.problems.size(); ++i)
        decoder.problems[i].key = u"world."_s + decoder.problems.at(i).key;
    return pattern;
}

QStringList differences(Decoder &decoder, const WorldPattern &pattern, const World &world)
{
    const QJsonObject &json = pattern.json;
    Comparison compare(decoder, json);
    if (json.contains(u"call"_s)) {
        CallName call;
        if (decoder.readCall(u"call"_s, json.value(u"call"_s), call))
            compareCall(compare, world.call(call.call));
    } else if (json.contains(u"handle"_s)) {
        HCall handle;
        if (decoder.read(u"handle"_s, json.value(u"handle"_s), handle))
            compareHandle(compare, world.handle(handle));
    } else if (json.contains(u"on"_s)) {
        HLine line;
        if (decoder.read(u"on"_s, json.value(u"on"_s), line))
            compareLine(compare, world.line(line));
    } else if (json.contains(u"line"_s)) {
        quint32 device = 0;
        if (decoder.readDevice(u"line"_s, json.value(u"line"_s), device))
            compareDevice(compare, world.device(deviceFromNumber(device)));
    } else {
        for (const WorldRow &row : worldRows)
            compare.number(row.key, row.count(world));
    }
    return compare.different;
}

QStringList worldKeys(const QJsonObject &json)
{
    if (json.contains(u"call"_s))
        return {u"call"_s,    u"state"_s,   u"mode"_s,     u"owners"_s,       u"monitors"_s,
                u"handles"_s, u"unowned"_s, u"released"_s, u"providerBytes"_s};
    if (json.contains(u"handle"_s))
        return {u"handle"_s, u"privilege"_s, u"void"_s};
    if (json.contains(u"on"_s))
        return {u"on"_s, u"open"_s, u"handles"_s, u"retained"_s};
    if (json.contains(u"line"_s))
        return {u"line"_s,     u"exists"_s,    u"opens"_s,     u"calls"_s,     u"handles"_s,
                u"retained"_s, u"inService"_s, u"connected"_s, u"closedText"_s};
    QStringList keys;
    for (const WorldRow &row : worldRows)
        keys.append(QString::fromLatin1(row.key));
    return keys;
}

} // namespace Linescope::Scenarios
