// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// HandleGroups: sums up what groups hold.

#include "models/handles/handlegroups.h"

#include "models/liveworld.h"

namespace Linescope {

void HandleGroups::count(Node leaf, int sign)
{
    const Row &row = m_rows[leaf];
    addUp(row.parent, {0, 1, int(row.retained), int(row.owner), World::bytesPerHandle()}, sign);
    countCall(row.parent, row.call, sign);
}

void HandleGroups::addUp(Node node, const Totals &part, int sign)
{
    for (; node != RowTree::Root; node = m_rows[node].parent) {
        Totals &totals = changing(node).totals;
        totals.calls += sign * part.calls;
        totals.handles += sign * part.handles;
        totals.retained += sign * part.retained;
        totals.owners += sign * part.owners;
        totals.bytes += sign * part.bytes;
        changing(node).changedIn = m_frame;
    }
}

// A call's record counts once in each group, with its first handle there.
void HandleGroups::countCall(Node node, CallId call, int sign)
{
    const auto bytesNow = [&] { return World::bytesOf(*m_live->world().call(call)); };
    if (isCall(node)) {
        Group &own = changing(node);
        if (sign > 0 ? own.totals.handles != 1 : own.totals.handles != 0)
            return;
        if (sign > 0)
            own.recordBytes = bytesNow();
        addUp(node, {1, 0, 0, 0, own.recordBytes}, sign);
        return;
    }
    const quint64 key = quint64(node) << 32 | call.value;
    Share &share = m_shares[key];
    share.handles += sign;
    if (sign > 0 ? share.handles != 1 : share.handles != 0)
        return;
    if (sign > 0)
        share.bytes = bytesNow();
    addUp(node, {1, 0, 0, 0, share.bytes}, sign);
    if (sign < 0)
        m_shares.remove(key);
}

void HandleGroups::updateFlags(Node leaf, const Handle &handle, const Call &call)
{
    Row &row = m_rows[leaf];
    const bool retained = call.isIdle();
    const bool owner = handle.privilege == Privilege::Owner;
    if (retained == row.retained && owner == row.owner)
        return;
    addUp(row.parent, {0, 0, int(retained) - int(row.retained), int(owner) - int(row.owner), 0}, 1);
    row.retained = retained;
    row.owner = owner;
}

void HandleGroups::updateRecord(Node leaf, const Call &call)
{
    const Node parent = m_rows[leaf].parent;
    quint32 &counted = isCall(parent) ? changing(parent).recordBytes
                                      : m_shares[quint64(parent) << 32 | call.id.value].bytes;
    const quint32 bytes = World::bytesOf(call);
    if (bytes == counted)
        return;
    addUp(parent, {0, 0, 0, 0, qint64(bytes) - qint64(counted)}, 1);
    counted = bytes;
}

} // namespace Linescope
