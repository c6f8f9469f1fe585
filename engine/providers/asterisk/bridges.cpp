// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bridges.h"

#include "channel.h" // storedValue

namespace Linescope {

namespace {

Bridges::Kind kindOf(QByteArrayView type, QByteArrayView creator)
{
    if (type == QByteArrayView("basic"))
        return Bridges::Kind::Talk;
    if (type == QByteArrayView("parking"))
        return Bridges::Kind::Parking;
    return creator == QByteArrayView("ConfBridge") ? Bridges::Kind::Room : Bridges::Kind::Other;
}

} // namespace

void Bridges::tell(const Ami::Message &message)
{
    const QByteArrayView bridge = message.value("BridgeUniqueid"), type = message.value("BridgeType");
    if (bridge.isEmpty() || bridge.size() > maxStoredValue || type.isEmpty())
        return;
    if (m_bridges.size() >= maxBridges)
        return;
    Bridge &told = m_bridges[bridge.toByteArray()];
    told.kind = kindOf(type, message.value("BridgeCreator"));
    if (told.kind == Kind::Room)
        told.room = storedValue(message.value("BridgeName"));
}

void Bridges::enter(const QByteArray &bridge, const QByteArray &uniqueId)
{
    Bridge &entered = m_bridges[bridge];
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

void Bridges::removeEmpty()
{
    for (auto bridge = m_bridges.begin(); bridge != m_bridges.end();)
        bridge = bridge->members.isEmpty() ? m_bridges.erase(bridge) : std::next(bridge);
}

QByteArray Bridges::other(const QByteArray &bridge, const QByteArray &uniqueId) const
{
    const auto found = m_bridges.constFind(bridge);
    if (found == m_bridges.cend() || found->kind != Kind::Talk || found->members.size() != 2)
        return {};
    const QList<QByteArray> &members = found->members;
    if (members.first() == uniqueId)
        return members.last();
    return members.last() == uniqueId ? members.first() : QByteArray();
}

QList<QByteArray> Bridges::members(const QByteArray &bridge) const
{
    const auto found = m_bridges.constFind(bridge);
    return found == m_bridges.cend() ? QList<QByteArray>() : found->members;
}

Bridges::Kind Bridges::kind(const QByteArray &bridge) const
{
    const auto found = m_bridges.constFind(bridge);
    return found == m_bridges.cend() ? Kind::Talk : found->kind;
}

QByteArray Bridges::roomName(const QByteArray &bridge) const
{
    const auto found = m_bridges.constFind(bridge);
    return found == m_bridges.cend() ? QByteArray() : found->room;
}

bool Bridges::isConference(const QByteArray &bridge) const
{
    const auto found = m_bridges.constFind(bridge);
    return found != m_bridges.cend()
        && (found->kind == Kind::Room || (found->kind == Kind::Talk && found->members.size() > 2));
}

} // namespace Linescope
