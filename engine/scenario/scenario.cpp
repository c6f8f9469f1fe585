// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenario/scenario.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

namespace {

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

} // namespace Linescope::Scenarios
