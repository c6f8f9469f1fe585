// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A scenario as text, for people to read and to go on with.

#include "scenario/scenariowriter.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

namespace {

// First what a step is, last what it gives; between them the rest by the alphabet.
int rankOf(const QString &key)
{
    static const QStringList first{u"linescope"_s, u"title"_s, u"about"_s,   u"rules"_s,    u"type"_s,
                                   u"app"_s,       u"do"_s,    u"message"_s, u"provider"_s, u"finding"_s,
                                   u"expect"_s,    u"on"_s,    u"line"_s,    u"call"_s,     u"name"_s};
    static const QStringList last{u"request"_s, u"result"_s, u"error"_s,   u"asConference"_s,
                                  u"as"_s,      u"later"_s,  u"options"_s, u"steps"_s};
    if (const qsizetype place = first.indexOf(key); place >= 0)
        return int(place);
    const qsizetype place = last.indexOf(key);
    return place < 0 ? 100 : 101 + int(place);
}

QStringList sortedKeys(const QJsonObject &object)
{
    QStringList keys = object.keys();
    std::stable_sort(keys.begin(), keys.end(),
                     [](const QString &a, const QString &b) { return rankOf(a) < rankOf(b); });
    return keys;
}

QByteArray scalar(const QJsonValue &value)
{
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2);
}

QByteArray oneLine(const QJsonValue &value)
{
    QByteArrayList parts;
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (const QJsonValue &one : array)
            parts.append(oneLine(one));
        return '[' + parts.join(", ") + ']';
    }
    if (!value.isObject())
        return scalar(value);
    const QJsonObject object = value.toObject();
    for (const QString &key : sortedKeys(object))
        parts.append(scalar(key) + ": " + oneLine(object.value(key)));
    return '{' + parts.join(", ") + '}';
}

} // namespace

QByteArray WrittenScenario::toText() const
{
    if (isEmpty())
        return {};
    QByteArrayList lines;
    for (const QString &key : sortedKeys(json)) {
        if (key != "steps"_L1) {
            lines.append("  " + scalar(key) + ": " + oneLine(json.value(key)));
            continue;
        }
        QByteArrayList steps;
        const QJsonArray array = json.value(key).toArray();
        for (const QJsonValue &step : array)
            steps.append("    " + oneLine(step));
        lines.append("  \"steps\": [\n" + steps.join(",\n") + "\n  ]");
    }
    return "{\n" + lines.join(",\n") + "\n}\n";
}

} // namespace Linescope::Scenarios
