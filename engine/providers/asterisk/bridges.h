// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Who is in which bridge. Parking lots and conferences are bridges too; only in a bridge of two that talk is there
// such a thing as the other one.
#pragma once

#include "amimessage.h"

#include <QByteArray>
#include <QHash>
#include <QList>

namespace Linescope {

class Bridges {
public:
    static constexpr qsizetype maxBridges = 1'000'000;

    enum class Kind : quint8 {
        Talk,    // BridgeType "basic"
        Parking, // "parking"
        Room,    // "base" of BridgeCreator ConfBridge
        Other,   // waiting rooms, agents' pools
    };

    // What `message` says of its bridge: BridgeUniqueid, and BridgeType, BridgeCreator, BridgeName if it has them.
    void tell(const Ami::Message &message);
    void enter(const QByteArray &bridge, const QByteArray &uniqueId);
    void leave(const QByteArray &bridge, const QByteArray &uniqueId);
    void destroy(QByteArrayView bridge) { m_bridges.remove(QByteArray::fromRawData(bridge.data(), bridge.size())); }
    void removeEmpty();
    void clear() { m_bridges.clear(); }

    // The Uniqueid of the other one in a bridge of two, empty if there is none.
    QByteArray other(const QByteArray &bridge, const QByteArray &uniqueId) const;
    QList<QByteArray> members(const QByteArray &bridge) const;
    Kind kind(const QByteArray &bridge) const; // Talk if it is not known
    // A room, however few are in it, or three and more who talk.
    bool isConference(const QByteArray &bridge) const;
    QByteArray roomName(const QByteArray &bridge) const; // "610"
    qsizetype count() const { return m_bridges.size(); }

private:
    struct Bridge {
        QList<QByteArray> members;
        QByteArray room;
        Kind kind = Kind::Talk;
    };
    QHash<QByteArray, Bridge> m_bridges;
};

} // namespace Linescope
