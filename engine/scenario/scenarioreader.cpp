// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenario/scenarioreader.h"

#include "scenario/decoder.h"
#include "scenario/expectation.h"
#include "scenario/functionstep.h"
#include "scenario/jsonscan.h"
#include "scenario/providerstep.h"
#include "scenario/saystep.h"
#include "scenario/statusfields.h"

#include <QFile>
#include <QJsonDocument>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

namespace {

constexpr qsizetype maxErrors = Decoder::maxProblems;
constexpr qsizetype maxSeries = 1000;
constexpr quint64 maxLines = 10'000;

struct StepForm {
    const char *key;
    Step::Type type;
};
constexpr StepForm forms[] = {
    {"app", Step::Type::Function}, {"provider", Step::Type::Provider}, {"expect", Step::Type::Expect},
    {"wait", Step::Type::Wait},    {"say", Step::Type::Say},           {"repeat", Step::Type::Repeat},
};

QJsonValue withIndex(const QJsonValue &value, const QString &index)
{
    if (value.isString())
        return value.toString().replace("$i"_L1, index);
    if (value.isArray()) {
        QJsonArray result;
        for (const QJsonValue &one : value.toArray())
            result.append(withIndex(one, index));
        return result;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() != "steps"_L1)
            it.value() = withIndex(it.value(), index);
    }
    return object;
}

bool hasIndex(const QString &text) { return text.contains("$i"_L1); }

class Reader {
public:
    explicit Reader(const QString &file) { m_scenario.file = file; }

    tl::expected<Scenario, QList<ScenarioError>> read(const QByteArray &bytes)
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

private:
    using Problem = Decoder::Problem;

    void complain(const QString &step, const QString &key, const QString &text)
    {
        if (m_errors.size() < maxErrors)
            m_errors.append({m_scenario.file, step, key, text});
    }
    void complain(const QString &step, const QList<Problem> &problems)
    {
        for (const Problem &problem : problems)
            complain(step, problem.key, problem.text);
    }

    QJsonObject parse(const QByteArray &bytes)
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

    void readHead(const QJsonObject &root)
    {
        Decoder decoder(m_names);
        if (root.value(u"linescope"_s) != "scenario/1"_L1)
            decoder.complain(u"linescope"_s, Decoder::tr("A scenario begins with \"linescope\": \"scenario/1\"."));
        decoder.allowOnly(root,
                          {u"$schema"_s, u"linescope"_s, u"title"_s, u"about"_s, u"rules"_s, u"provider"_s,
                           u"options"_s, u"steps"_s});
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

    void readProvider(const QJsonObject &root)
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

    void readScripted(Decoder &decoder, const QJsonObject &json)
    {
        decoder.allowOnly(json,
                          QStringList{u"type"_s, u"mode"_s, u"lines"_s, u"addresses"_s, u"media"_s, u"capabilities"_s}
                              + keysOf<ProviderAbilities>());
        ProviderSetup &setup = m_scenario.provider;
        setup.abilities = {.callFeatures = CallFeatures::fromInt(~0u),
                           .callFeatures2 = CallFeatures2::fromInt(~0u),
                           .addressFeatures = AddressFeatures::fromInt(~0u),
                           .appSpecific = true,
                           .mediaMode = true};
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
        if (count > maxLines || each.isEmpty() || quint64(each.size()) > maxLines)
            decoder.complain(u"lines"_s, Decoder::tr("There can be from 1 to %1 lines.").arg(maxLines));
        for (const QJsonValue &one : each) {
            DeviceInfo info = common;
            info.name = u"Line %1"_s.arg(setup.devices.size() + 1);
            decoder.allowOnly(one.toObject(), keysOf<DeviceInfo>());
            fill<DeviceInfo>(decoder, one.toObject(), info);
            setup.devices.append(info);
        }
    }

    // The keys of the simulator's URL, checked by the simulator.
    void readAutomatic(Decoder &decoder, const QJsonObject &json)
    {
        const QStringList keys{u"lines"_s, u"seed"_s, u"rate"_s, u"automatic"_s, u"up"_s, u"speed"_s};
        decoder.allowOnly(json, QStringList{u"type"_s, u"mode"_s} + keys);
        QUrlQuery query;
        for (const QString &key : keys) {
            if (json.contains(key))
                query.addQueryItem(key, json.value(key).toVariant().toString());
        }
        m_scenario.provider.url = u"simulator:?"_s + query.toString(QUrl::FullyEncoded);
    }

    void readOptions(const QJsonObject &root)
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

    // ---- steps ----

    void readSteps(const QJsonValue &value)
    {
        if (!value.isArray() || value.toArray().isEmpty()) {
            complain({}, u"steps"_s, Decoder::tr("A scenario has a list of steps."));
            return;
        }
        m_scenario.steps = shape(value.toArray(), {});
        if (m_errors.isEmpty() && unrolled(m_scenario.steps) > maxSteps)
            complain({}, u"steps"_s,
                     Decoder::tr("With every repeat unrolled there are more than %1 steps.").arg(maxSteps));
        if (!m_errors.isEmpty())
            return;
        findApps(m_scenario.steps, 1);
        check(m_scenario.steps, 0);
    }

    // What kind of step each is, and those inside a repeat; no values yet.
    QList<Step> shape(const QJsonArray &array, const QString &outer)
    {
        QList<Step> steps;
        for (const QJsonValue &value : array) {
            if (m_errors.size() >= maxErrors)
                break;
            Step step;
            step.path = outer + QString::number(steps.size() + 1);
            step.json = value.toObject();
            const auto isOf = [&](const StepForm &form) { return step.json.contains(QLatin1StringView(form.key)); };
            const auto form = std::find_if(std::begin(forms), std::end(forms), isOf);
            if (form == std::end(forms) || std::count_if(std::begin(forms), std::end(forms), isOf) != 1)
                complain(
                    step.path, {},
                    Decoder::tr("A step has exactly one of \"app\", \"provider\", \"expect\", \"wait\", \"say\" and "
                                "\"repeat\"."));
            else
                step.type = form->type;
            if (step.type == Step::Type::Repeat)
                shapeRepeat(step);
            steps.append(step);
        }
        return steps;
    }

    void shapeRepeat(Step &step)
    {
        Decoder decoder(m_names);
        decoder.allowOnly(step.json, {u"repeat"_s, u"steps"_s});
        quint64 times = 0;
        decoder.readCount(u"repeat"_s, step.json.value(u"repeat"_s), times);
        if (times > maxSteps)
            decoder.complain(u"repeat"_s, Decoder::tr("At most %1 times.").arg(maxSteps));
        step.times = quint32(std::min(times, maxSteps));
        if (!step.json.value(u"steps"_s).isArray())
            decoder.complain(u"steps"_s, Decoder::tr("A repeat has a list of steps."));
        complain(step.path, decoder.problems);
        step.steps = shape(step.json.value(u"steps"_s).toArray(), step.path + u'.');
        step.json = {};
    }

    static quint64 unrolled(const QList<Step> &steps)
    {
        quint64 count = 0;
        for (const Step &step : steps) {
            count += step.type == Step::Type::Repeat ? 1 + std::min(maxSteps, step.times * unrolled(step.steps)) : 1;
            count = std::min(count, maxSteps + 1);
        }
        return count;
    }

    void findApps(const QList<Step> &steps, quint32 times)
    {
        for (const Step &step : steps) {
            findApps(step.steps, step.times);
            if (step.json.value(u"do"_s) != "lineInitializeEx"_L1)
                continue;
            const QString name = step.json.value(u"app"_s).toString();
            if (!hasIndex(name))
                m_names.setApp(name, {});
            else if (++m_series <= maxSeries)
                m_names.setSeries(Names::Kind::App, name, times);
        }
    }

    // `times`: of the repeat that these steps are in, 0 outside. Checked once, as the last round.
    void check(const QList<Step> &steps, quint32 times)
    {
        for (const Step &step : steps) {
            if (m_errors.size() >= maxErrors)
                break;
            const QJsonObject json = times > 0 ? Scenarios::withIndex(step.json, times) : step.json;
            Decoder decoder(m_names);
            switch (step.type) {
            case Step::Type::Function:
                checkFunction(decoder, json);
                break;
            case Step::Type::Provider:
                checkProvider(decoder, json);
                break;
            case Step::Type::Expect:
                checkExpectation(decoder, json);
                break;
            case Step::Type::Wait: {
                Microseconds duration = 0;
                decoder.allowOnly(json, {u"wait"_s});
                decoder.readDuration(u"wait"_s, json.value(u"wait"_s), duration);
                break;
            }
            case Step::Type::Say: {
                decodeSay(decoder, json, u"en"_s);
                break;
            }
            case Step::Type::Repeat:
                check(step.steps, step.times);
                break;
            }
            if (times > 0)
                defineSeries(decoder, step.json, json, times);
            complain(step.path, decoder.problems);
        }
    }

    void checkFunction(Decoder &decoder, const QJsonObject &json)
    {
        const FunctionStep step = decodeFunction(decoder, json);
        if (!m_names.app(step.app) && step.error == LineError::None)
            decoder.complain(u"app"_s,
                             Decoder::tr("No application \"%1\" calls lineInitializeEx.").arg(step.app.left(60)),
                             step.app, m_names.known(Names::Kind::App));
        if (!step.requestName.isEmpty())
            m_names.setRequest(step.requestName, {});
        if (!step.asConference.isEmpty())
            m_names.setCall(step.asConference, {});
        for (const QString &name : step.as) {
            if (step.kind == FunctionKind::Opens)
                m_names.setLine(name, {});
            else
                m_names.setCall(name, {});
        }
    }

    void checkProvider(Decoder &decoder, const QJsonObject &json)
    {
        if (!m_scenario.provider.scripted && m_scenario.provider.type != "simulator"_L1)
            decoder.complain(u"provider"_s,
                             Decoder::tr("A provider of type \"%1\" does what it does: only a simulator can be told "
                                         "what to report.")
                                 .arg(m_scenario.provider.type.left(60)));
        const ProviderStep step = decodeProviderStep(decoder, json);
        if (!m_scenario.provider.scripted && !isStimulus(step))
            decoder.complain(u"provider"_s,
                             Decoder::tr("The automatic simulator cannot be told to do this; \"mode\": \"scripted\" "
                                         "can."));
        for (const QString &name : {step.as, step.name, step.consultName}) {
            if (!name.isEmpty() && name != "none"_L1 && !duplicateOf(name))
                m_names.setCall(name, {});
        }
    }

    void checkExpectation(Decoder &decoder, const QJsonObject &json)
    {
        const Expectation expectation = decodeExpectation(decoder, json);
        if (!expectation.as.isEmpty())
            m_names.setCall(expectation.as, {});
        if (!expectation.requestName.isEmpty())
            m_names.setRequest(expectation.requestName, {});
    }

    // "C$i" defined in a repeat: C1, C2 ... are known from here on.
    void defineSeries(Decoder &decoder, const QJsonObject &raw, const QJsonObject &json, quint32 times)
    {
        for (const QString &key : {u"as"_s, u"asConference"_s, u"request"_s, u"name"_s, u"consultName"_s}) {
            const QJsonValue value = raw.value(key);
            const QJsonArray patterns = value.isArray() ? value.toArray() : QJsonArray{value};
            for (const QJsonValue &pattern : patterns) {
                if (!hasIndex(pattern.toString()))
                    continue;
                const auto kind = key == "request"_L1      ? Names::Kind::Request
                    : json.value(u"do"_s) == "lineOpen"_L1 ? Names::Kind::Line
                                                           : Names::Kind::Call;
                m_names.setSeries(kind, pattern.toString(), times);
                if (++m_series > maxSeries) // each name is looked for in all of them
                    decoder.complain(key, Decoder::tr("There are more than %1 names with $i.").arg(maxSeries));
            }
        }
    }

    Scenario m_scenario;
    QList<ScenarioError> m_errors;
    Names m_names;
    qsizetype m_series = 0;
};

} // namespace

QJsonObject withIndex(const QJsonObject &json, quint32 index)
{
    return withIndex(QJsonValue(json), QString::number(index)).toObject();
}

QString ScenarioError::toString() const
{
    QStringList place;
    if (!step.isEmpty())
        place.append(tr("step %1").arg(step));
    if (!key.isEmpty())
        place.append(tr("key \"%1\"").arg(key));
    const QString where = place.join(u", "_s);
    return where.isEmpty() ? u"%1: %2"_s.arg(file, text) : u"%1: %2: %3"_s.arg(file, where, text);
}

tl::expected<Scenario, QList<ScenarioError>> readScenario(const QByteArray &json, const QString &file)
{
    return Reader(file).read(json);
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
