// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The steps of a scenario: what kind each is, and whether it can be played.

#include "scenario/scenarioreader_p.h"

#include "scenario/expectation.h"
#include "scenario/functionstep.h"
#include "scenario/providerstep.h"
#include "scenario/saystep.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

namespace {

constexpr qsizetype maxSeries = 1000;

struct StepForm {
    const char *key;
    Step::Type type;
};
constexpr StepForm forms[] = {
    {"app", Step::Type::Function}, {"provider", Step::Type::Provider}, {"expect", Step::Type::Expect},
    {"wait", Step::Type::Wait},    {"say", Step::Type::Say},           {"repeat", Step::Type::Repeat},
};

bool hasIndex(const QString &text) { return text.contains("$i"_L1); }

quint64 unrolled(const QList<Step> &steps)
{
    quint64 count = 0;
    for (const Step &step : steps) {
        count += step.type == Step::Type::Repeat ? 1 + std::min(maxSteps, step.times * unrolled(step.steps)) : 1;
        count = std::min(count, maxSteps + 1);
    }
    return count;
}

} // namespace

void ScenarioReader::readSteps(const QJsonValue &value)
{
    if (!value.isArray() || value.toArray().isEmpty()) {
        complain({}, u"steps"_s, Decoder::tr("A scenario has a list of steps."));
        return;
    }
    m_scenario.steps = shape(value.toArray(), {});
    if (m_errors.isEmpty() && unrolled(m_scenario.steps) > maxSteps)
        complain({}, u"steps"_s, Decoder::tr("With every repeat unrolled there are more than %1 steps.").arg(maxSteps));
    if (!m_errors.isEmpty())
        return;
    findApps(m_scenario.steps, 1);
    check(m_scenario.steps, 0);
}

QList<Step> ScenarioReader::shape(const QJsonArray &array, const QString &outer)
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
            complain(step.path, {},
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

void ScenarioReader::shapeRepeat(Step &step)
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

void ScenarioReader::findApps(const QList<Step> &steps, quint32 times)
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

void ScenarioReader::check(const QList<Step> &steps, quint32 times)
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

void ScenarioReader::checkFunction(Decoder &decoder, const QJsonObject &json)
{
    const FunctionStep step = decodeFunction(decoder, json);
    if (!m_names.app(step.app) && step.error == LineError::None)
        decoder.complain(u"app"_s, Decoder::tr("No application \"%1\" calls lineInitializeEx.").arg(step.app.left(60)),
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

void ScenarioReader::checkProvider(Decoder &decoder, const QJsonObject &json)
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

void ScenarioReader::checkExpectation(Decoder &decoder, const QJsonObject &json)
{
    const Expectation expectation = decodeExpectation(decoder, json);
    if (!expectation.as.isEmpty())
        m_names.setCall(expectation.as, {});
    if (!expectation.requestName.isEmpty())
        m_names.setRequest(expectation.requestName, {});
}

void ScenarioReader::defineSeries(Decoder &decoder, const QJsonObject &raw, const QJsonObject &json, quint32 times)
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

} // namespace Linescope::Scenarios
