// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/settings/viewstate.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace Linescope {

ViewState::ViewState(const QByteArray &bytes)
    : m_values(QJsonDocument::fromJson(bytes).object())
{
}

QByteArray ViewState::bytes() const { return QJsonDocument(m_values).toJson(QJsonDocument::Compact); }

void ViewState::setNames(const QString &key, const QStringList &names)
{
    QJsonArray array;
    for (const QString &name : names) {
        if (array.size() < MaxNames && name.size() <= MaxLength)
            array.append(name);
    }
    set(key, array);
}

bool ViewState::flag(const QString &key, bool otherwise) const { return m_values.value(key).toBool(otherwise); }

double ViewState::number(const QString &key, double least, double greatest, double otherwise) const
{
    const QJsonValue value = m_values.value(key);
    const bool isWithin = value.isDouble() && value.toDouble() >= least && value.toDouble() <= greatest;
    return isWithin ? value.toDouble() : otherwise;
}

int ViewState::whole(const QString &key, int least, int greatest, int otherwise) const
{
    const double value = number(key, least, greatest, otherwise);
    return std::floor(value) == value ? int(value) : otherwise;
}

QStringList ViewState::names(const QString &key) const
{
    QStringList names;
    const QJsonArray array = m_values.value(key).toArray();
    for (const QJsonValue value : array) {
        if (names.size() < MaxNames && value.isString() && value.toString().size() <= MaxLength)
            names += value.toString();
    }
    return names;
}

} // namespace Linescope
