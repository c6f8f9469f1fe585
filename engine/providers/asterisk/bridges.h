// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Who is in which bridge. Parking lots and conferences are bridges too; only in a bridge of two that talk is there
// such a thing as the other one.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>

namespace Linescope {

class Bridges {
public:
    // `type` is BridgeType of AMI ("basic", "base", "parking"), empty if it was not told.
    void enter(const QByteArray &bridge, QByteArrayView type, const QByteArray &uniqueId);
    void leave(const QByteArray &bridge, const QByteArray &uniqueId);
    void setType(const QByteArray &bridge, QByteArrayView type);
    void destroy(QByteArrayView bridge) { m_bridges.remove(QByteArray::fromRawData(bridge.data(), bridge.size())); }
    void clear() { m_bridges.clear(); }

    // The Uniqueid of the other one in a bridge of two, empty if there is none.
    QByteArray other(const QByteArray &bridge, const QByteArray &uniqueId) const;
    QList<QByteArray> members(const QByteArray &bridge) const { return m_bridges.value(bridge).members; }
    qsizetype count() const { return m_bridges.size(); }

private:
    struct Bridge {
        QList<QByteArray> members;
        bool talk = true; // neither parking lot nor conference
    };
    QHash<QByteArray, Bridge> m_bridges;
};

} // namespace Linescope
