// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the checks remember of calls, requests and lines.
#pragma once

#include "provider/contract.h"
#include "tapi/clock.h"

#include <array>

namespace Linescope::Checks {

// How a call came to be: which states may be its first (T-01 to T-04).
enum class Beginning : quint8 { Announced, Made, Taken, Consultation, Conference };

// What every change of state needs comes first, and lies in one line of the cache.
struct alignas(64) CallWatch {
    CallId id;
    DeviceId device;
    CallState state = CallState::Unknown;
    quint32 mode = 0;
    quint32 states = 0; // dwCallStates; 0: the provider does not say
    quint32 origin = 0;
    quint32 media = 0;
    Beginning beginning = Beginning::Announced;
    bool hasState = false;
    bool hasRecord = false;    // the provider has told its record, whole
    bool isConference = false; // others are members of it
    bool mayEnd = false;       // somebody here has asked for what ends it (V-21)
    bool mayEndOnce = false;   // the same, until its state changes
    bool mayRing = false;      // it is offered in a way that has to ring (V-42)
    bool hasConsultation = false;
    quint64 lastSeq = 0;  // of the last report about it
    quint64 stateSeq = 0; // of the one that gave it its state
    quint64 dropSeq = 0;  // of the drop that is to end it

    DriverCall driver;
    CallId from;              // of a consultation call: the call or conference it was begun from
    quint32 pending = 0;      // requests
    Microseconds offered = 0; // since when it is OFFERING or ACCEPTED
    PackedCallInfo info;
    bool toldEarly = false; // V-19 has been raised; the others likewise
    bool toldParties = false;
    bool toldTrunk = false;
};

struct RequestWatch {
    RequestId id;
    DeviceId device;
    std::array<CallId, 2> calls = {};
    std::array<CallId, 2> creates = {};
    std::array<quint64, 2> states = {}; // CallWatch::stateSeq of the calls when it was sent
    Command command;
    Microseconds since = 0;
    quint64 seq = 0;
    const char *closedRule = ""; // V-8 ...: what it is once the time is over; empty: nothing was closed
    quint64 closedSeq = 0;
    bool alone = true; // no other request on its calls was pending
    bool outOfService = false;
    bool fromApp = false; // a lineDrop; else the engine's own
};

struct DeviceWatch {
    DeviceId id;
    ProviderId provider;
    DriverLine driver;
    MediaModes detected;
    LineDevStates askedLine;
    AddressStates askedAddress;
    Microseconds askedAt = 0;
    Microseconds closedAt = 0;
    quint64 closedSeq = 0;
    quint64 closingSeq = 0;     // LINE_CLOSE has come, the line has not been opened again (V-59); 0: no
    quint32 offered = 0;        // calls
    Microseconds offeredAt = 0; // when one was, last
    Microseconds rangAt = 0;
    quint64 rangSeq = 0;
    qint64 ringCount = -1; // of the last RINGING; -1: none since a call was offered
    bool hasRung = false;  // ever
    bool inService = true;
    bool open = false;
    bool toldClosing = false;
};

// A name of a call that is no call's now.
struct Name {
    ProviderId provider;
    DriverCall driver;
    DeviceId device;
    Microseconds time = 0;
    quint64 seq = 0;
    quint32 states = 0; // that were reported for it
};

// Remembers the latest few.
template<class Item, size_t Most>
class Latest {
public:
    void add(const Item &item)
    {
        m_items[m_next] = item;
        m_next = (m_next + 1) % Most;
    }
    template<class Match>
    Item *find(Match match)
    {
        for (Item &item : m_items) {
            if (match(item))
                return &item;
        }
        return nullptr;
    }
    template<class F>
    void forEach(F f)
    {
        for (Item &item : m_items)
            f(item);
    }

private:
    std::array<Item, Most> m_items = {};
    size_t m_next = 0;
};

} // namespace Linescope::Checks
