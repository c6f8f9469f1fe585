// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenario/scenarioreader_p.h"

#include "scenario/jsonscan.h"
#include "scenario/statusfields.h"

#include <QFile>
#include <QJsonDocument>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

namespace {

constexpr quint64 maxLines = 10'000;

} // namespace

tl::expected<Scenario, QList<ScenarioError>> ScenarioReader::read(const QByteArray &bytes)
{
    const QJsonObject root = parse(bytes);
    if (m_errors.isEmpty())
        readHead(root);
    if (m_errors.isEmpty()) {
        readProvider(root);
        readOptions(root);
        readSteps(root.value(u"steps"_s));
    }
    if (!m_errors.isEmpty())
        return tl::unexpected(m_errors);
    return m_scenario;
}

void ScenarioReader::complain(const QString &step, const QString &key, const QString &text)
{
    if (m_errors.size() < maxErrors)
        m_errors.append({m_scenario.file, step, key, text});
}

void ScenarioReader::complain(const QString &step, const QList<Problem> &problems)
{
    for (const Problem &problem : problems)
        complain(step, problem.key, problem.text);
}

QJsonObject ScenarioReader::parse(const QByteArray &bytes)
{
    const QString beyond = JsonLimits().complaint(bytes);
    if (!beyond.isEmpty()) {
        complain({}, {}, beyond);
        return {};
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError)
        complain({}, {},
                 Decoder::tr("This is not JSON (%1): %2.").arg(placeOf(bytes, error.offset), error.errorString()));
    else if (!document.isObject())
        complain({}, {}, Decoder::tr("A scenario is a JSON object."));
    return document.object();
}

void ScenarioReader::readHead(const QJsonObject &root)
{
    Decoder decoder(m_names);
    if (root.value(u"linescope"_s) != "scenario/1"_L1)
        decoder.complain(u"linescope"_s, Decoder::tr("A scenario begins with \"linescope\": \"scenario/1\"."));
    decoder.allowOnly(
        root,
        {u"$schema"_s, u"linescope"_s, u"title"_s, u"about"_s, u"rules"_s, u"provider"_s, u"options"_s, u"steps"_s});
    if (root.contains(u"title"_s))
        decoder.read(u"title"_s, root.value(u"title"_s), m_scenario.title);
    if (root.contains(u"about"_s))
        decoder.read(u"about"_s, root.value(u"about"_s), m_scenario.about);
    for (const QJsonValue &rule : root.value(u"rules"_s).toArray()) {
        QString text;
        decoder.read(u"rules"_s, rule, text);
        m_scenario.rules.append(text);
    }
    if (root.contains(u"rules"_s) && !root.value(u"rules"_s).isArray())
        decoder.complain(u"rules"_s, Decoder::tr("\"rules\" is a list of rule ids: [\"H-24\"]."));
    complain({}, decoder.problems);
}

// ---- provider ----

void ScenarioReader::readProvider(const QJsonObject &root)
{
    Decoder decoder(m_names);
    const QJsonObject json = root.value(u"provider"_s).toObject();
    if (root.contains(u"provider"_s) && !root.value(u"provider"_s).isObject())
        decoder.complain({}, Decoder::tr("\"provider\" is an object: {\"type\": \"simulator\"}."));
    ProviderSetup &setup = m_scenario.provider;
    if (json.contains(u"type"_s))
        decoder.read(u"type"_s, json.value(u"type"_s), setup.type);
    const QString mode = json.value(u"mode"_s).toString(u"scripted"_s);
    setup.scripted = setup.type == "simulator"_L1 && mode == "scripted"_L1;
    if (mode != "scripted"_L1 && mode != "automatic"_L1)
        decoder.complain(u"mode"_s, Decoder::tr("\"mode\" can be \"scripted\" or \"automatic\"."), mode,
                         {u"scripted"_s, u"automatic"_s});
    if (setup.scripted)
        readScripted(decoder, json);
    else if (setup.type == "simulator"_L1)
        readAutomatic(decoder, json);
    else
        decoder.allowOnly(json, {u"type"_s, u"mode"_s});
    for (Problem &problem : decoder.problems)
        problem.key = problem.key.isEmpty() ? u"provider"_s : u"provider."_s + problem.key;
    complain({}, decoder.problems);
}

void ScenarioReader::readScripted(Decoder &decoder, const QJsonObject &json)
{
    decoder.allowOnly(json,
                      QStringList{u"type"_s, u"mode"_s, u"lines"_s, u"addresses"_s, u"media"_s, u"capabilities"_s}
                          + keysOf<ProviderAbilities>());
    ProviderSetup &setup = m_scenario.provider;
    setup.abilities = {.callFeatures = CallFeatures::fromInt(~0u),
                       .callFeatures2 = CallFeatures2::fromInt(~0u),
                       .addressFeatures = AddressFeatures::fromInt(~0u),
                       .appSpecific = true,
                       .mediaMode = true,
                       .lacks = {}};
    fill<ProviderAbilities>(decoder, json, setup.abilities);
    DeviceInfo common;
    fill<DeviceInfo>(decoder, json, common);
    const QJsonValue lines = json.value(u"lines"_s);
    QJsonArray each = lines.toArray();
    quint64 count = 1;
    if (!lines.isArray() && !lines.isUndefined())
        decoder.readCount(u"lines"_s, lines, count);
    for (quint64 i = 0; i < std::min(count, maxLines) && !lines.isArray(); ++i)
        each.append(QJsonObject());
    if (count > maxLines || quint64(each.size()) > maxLines)
        decoder.complain(u"lines"_s, Decoder::tr("There can be up to %1 lines.").arg(maxLines));
    for (const QJsonValue &one : each) {
        DeviceInfo info = common;
        info.name = u"Line %1"_s.arg(setup.devices.size() + 1);
        decoder.allowOnly(one.toObject(), keysOf<DeviceInfo>());
        fill<DeviceInfo>(decoder, one.toObject(), info);
        setup.devices.append(info);
    }
}

void ScenarioReader::readAutomatic(Decoder &decoder, const QJsonObject &json)
{
    const QStringList keys{u"lines"_s, u"seed"_s, u"rate"_s, u"automatic"_s, u"up"_s, u"speed"_s, u"faults"_s};
    decoder.allowOnly(json, QStringList{u"type"_s, u"mode"_s} + keys);
    QUrlQuery query;
    for (const QString &key : keys) {
        if (json.contains(key))
            query.addQueryItem(key, json.value(key).toVariant().toString());
    }
    m_scenario.provider.url = u"simulator:?"_s + query.toString(QUrl::FullyEncoded);
}

void ScenarioReader::readOptions(const QJsonObject &root)
{
    Decoder decoder(m_names);
    const QJsonObject json = root.value(u"options"_s).toObject();
    ServerOptions &options = m_scenario.options;
    decoder.allowOnly(json, {u"unownedIncoming"_s, u"closeDropsSoleOwned"_s, u"closeCallAfterFailedCreate"_s});
    const QString unowned = json.value(u"unownedIncoming"_s).toString();
    if (unowned == "drop"_L1)
        options.unownedCalls = ServerOptions::Unowned::Drop;
    else if (unowned != "keep"_L1 && json.contains(u"unownedIncoming"_s))
        decoder.complain(u"unownedIncoming"_s, Decoder::tr("This can be \"keep\" or \"drop\"."));
    if (json.contains(u"closeDropsSoleOwned"_s))
        decoder.read(u"closeDropsSoleOwned"_s, json.value(u"closeDropsSoleOwned"_s), options.closeDropsSoleOwned);
    if (json.contains(u"closeCallAfterFailedCreate"_s))
        decoder.read(u"closeCallAfterFailedCreate"_s, json.value(u"closeCallAfterFailedCreate"_s),
                     options.closeCallAfterFailedCreate);
    for (Problem &problem : decoder.problems)
        problem.key = u"options."_s + problem.key;
    complain({}, decoder.problems);
}

tl::expected<Scenario, QList<ScenarioError>> readScenario(const QByteArray &json, const QString &file)
{
    return ScenarioReader(file).read(json);
}

tl::expected<Scenario, QList<ScenarioError>> readScenarioFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(
            QList<ScenarioError>{{path, {}, {}, Decoder::tr("The file cannot be read: %1").arg(file.errorString())}});
    // One byte more than there may be: the limit speaks, and a file without end is not read to its end.
    return readScenario(file.read(JsonLimits().bytes + 1), path);
}

} // namespace Linescope::Scenarios
