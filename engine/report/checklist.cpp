// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/checklist.h"

#include "scenario/jsonscan.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

using Result = ManualStep::Result;

std::optional<Result> resultOf(const QJsonValue &value)
{
    if (value.isUndefined())
        return Result::Open;
    for (const Result result : {Result::Open, Result::Passed, Result::Failed, Result::Skipped}) {
        if (value == QLatin1StringView(toString(result)))
            return result;
    }
    return {};
}

} // namespace

const char *toString(ManualStep::Result result)
{
    switch (result) {
    case Result::Open:
        return "open";
    case Result::Passed:
        return "passed";
    case Result::Failed:
        return "failed";
    case Result::Skipped:
        return "skipped";
    }
    return "";
}

qsizetype Checklist::count(ManualStep::Result result) const
{
    return std::ranges::count(steps, result, &ManualStep::result);
}

QByteArray Checklist::toJson() const
{
    QJsonArray array;
    for (const ManualStep &step : steps) {
        QJsonObject json{{u"text"_s, step.text}, {u"result"_s, QLatin1StringView(toString(step.result))}};
        if (!step.note.isEmpty())
            json.insert(u"note"_s, step.note);
        array.append(json);
    }
    return QJsonDocument(QJsonObject{{u"linescope"_s, u"checklist/1"_s}, {u"title"_s, title}, {u"steps"_s, array}})
        .toJson();
}

tl::expected<Checklist, QString> Checklist::fromJson(const QByteArray &json)
{
    Scenarios::JsonLimits limits;
    limits.bytes = 1024 * 1024;
    limits.depth = 8;
    if (const QString beyond = limits.complaint(json); !beyond.isEmpty())
        return tl::unexpected(beyond);
    QJsonParseError error;
    const QJsonObject root = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return tl::unexpected(
            tr("This is not JSON (%1): %2.").arg(Scenarios::placeOf(json, error.offset), error.errorString()));
    if (root.value(u"linescope"_s) != "checklist/1"_L1)
        return tl::unexpected(tr("A checklist begins with \"linescope\": \"checklist/1\"."));
    Checklist list{root.value(u"title"_s).toString(), {}};
    const QJsonArray steps = root.value(u"steps"_s).toArray();
    if (steps.size() > maxSteps)
        return tl::unexpected(tr("A checklist has at most %1 steps.").arg(maxSteps));
    for (const QJsonValue &value : steps) {
        const QJsonObject step = value.toObject();
        const auto result = resultOf(step.value(u"result"_s));
        if (!step.value(u"text"_s).isString() || !result)
            return tl::unexpected(tr("Step %1 has no text, or a result that is none.").arg(list.steps.size() + 1));
        list.steps.append({step.value(u"text"_s).toString(), *result, step.value(u"note"_s).toString()});
    }
    return list;
}

} // namespace Linescope
