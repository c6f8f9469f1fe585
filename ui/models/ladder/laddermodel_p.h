// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Of LadderModel only: what it remembers for a while.
#pragma once

#include "tapi/ids.h"

#include <QHash>

#include <deque>

namespace Linescope {

inline constexpr size_t rememberedHandles = 10'000; // void ones that somebody may still ask for
inline constexpr size_t rememberedRequests = 10'000;
inline constexpr size_t rememberedLines = 256;
inline constexpr qsizetype requestTouches =
    1'000; // calls that one request can be about: closing a line may end very many

inline quint64 driverKey(ProviderId provider, DriverCall call) { return quint64(provider.value) << 32 | call.value; }

template<class List>
void addOnce(List &calls, CallId call)
{
    if (!call.isNull() && !calls.contains(call))
        calls.append(call);
}

// Room for one more in a hash that forgets its oldest entries.
template<class Key, class Value>
void makeRoom(QHash<Key, Value> &hash, std::deque<Key> &order, size_t most)
{
    for (; order.size() >= most; order.pop_front())
        hash.remove(order.front());
}

} // namespace Linescope
