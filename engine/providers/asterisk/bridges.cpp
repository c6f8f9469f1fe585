// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bridges.h"

namespace Linescope {

void Bridges::enter(const QByteArray &bridge, QByteArrayView type, const QByteArray &uniqueId)
{
    Bridge &entered = m_bridges[bridge];
    if (!type.isEmpty())
        entered.talk = type == QByteArrayView("basic");
    if (!entered.members.contains(uniqueId))
        entered.members.append(uniqueId);
}

void Bridges::leave(const QByteArray &bridge, const QByteArray &uniqueId)
{
    const auto left = m_bridges.find(bridge);
    if (left == m_bridges.end())
        return;
    left->members.removeOne(uniqueId);
    if (left->members.isEmpty())
        m_bridges.erase(left);
}

void Bridges::setType(const QByteArray &bridge, QByteArrayView type)
{
    const auto found = m_bridges.find(bridge);
    if (found != m_bridges.end())
        found->talk = type == QByteArrayView("basic");
}

QByteArray Bridges::other(const QByteArray &bridge, const QByteArray &uniqueId) const
{
    const auto found = m_bridges.constFind(bridge);
    if (found == m_bridges.cend() || !found->talk || found->members.size() != 2)
        return {};
    const QList<QByteArray> &members = found->members;
    if (members.first() == uniqueId)
        return members.last();
    return members.last() == uniqueId ? members.first() : QByteArray();
}

} // namespace Linescope
