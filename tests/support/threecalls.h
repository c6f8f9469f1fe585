// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A World to filter: few of everything, each different.
#pragma once

#include "tapi/clock.h"
#include "world/world.h"

namespace Linescope::Test {

using namespace Qt::StringLiterals;

inline CallInfo parties(const QString &caller, const QString &callerName, const QString &called)
{
    CallInfo info;
    info.callerId = caller;
    info.callerIdName = callerName;
    info.calledId = called;
    info.mediaMode = caller.startsWith(u'+') ? quint32(MediaMode::InteractiveVoice) : 0;
    info.cause = caller.startsWith(u'+') ? 0 : 17;
    return info;
}

// "Reception" (D1) has C1, connected; "Lager" (D2) has C2, idle, and C12, which nobody holds.
// H1 A1 owns C1 through L1; H2 A2 monitors C1 through L2; H13 A2 monitors C2 through L3.
inline World threeCalls()
{
    World world;
    quint64 seq = 0;
    const auto tell = [&](EventPayload payload) { world.apply(Event{++seq, 1_s, std::move(payload)}); };
    const auto device = [](const QString &name) {
        DeviceInfo info;
        info.name = name;
        return std::make_shared<const DeviceInfo>(info);
    };
    const auto app = [](const QString &name) {
        return std::make_shared<const Requests::InitializeEx>(Requests::InitializeEx{name, {}});
    };
    const auto line = [](quint32 line, quint32 app, quint32 device) {
        Events::LineOpened opened;
        opened.line = {line};
        opened.app = {app};
        opened.device = {device};
        return opened;
    };
    tell(Events::ProviderState{{1}, true, u"Fake"_s, {}});
    tell(Events::DeviceAdded{{1}, {1}, {1}, device(u"Reception"_s)});
    tell(Events::DeviceAdded{{2}, {1}, {2}, device(u"Lager"_s)});
    tell(Events::AppInitialized{{1}, app(u"Dialer"_s)});
    tell(Events::AppInitialized{{2}, app(u"recorder"_s)});
    tell(line(1, 1, 1));
    tell(line(2, 2, 1));
    tell(line(3, 2, 2));
    tell(Events::CallCreated{{1}, {1}, {1}, 0, PackedCallInfo(parties(u"+12025550123"_s, u"Front desk"_s, u"1001"_s))});
    tell(Events::CallState{{1}, CallState::Connected, CallState::Unknown, 1});
    tell(Events::CallBytes{{1}, 2500});
    tell(Events::CallCreated{{2}, {2}, {2}, 0, PackedCallInfo(parties(u"1002"_s, u"Müller"_s, u"5550100"_s))});
    tell(Events::CallState{{2}, CallState::Disconnected, CallState::Unknown, 1});
    tell(Events::HandleCreated{{1}, {1}, {1}, {1}, Privilege::Owner, 44});
    tell(Events::HandleCreated{{2}, {1}, {2}, {2}, Privilege::Monitor, 44});
    tell(Events::HandleCreated{{13}, {2}, {3}, {2}, Privilege::Monitor, 44});
    tell(Events::CallState{{2}, CallState::Idle, CallState::Disconnected, 0});
    tell(Events::CallCreated{{12}, {2}, {12}, 0, {}});
    tell(Events::CallState{{12}, CallState::Disconnected, CallState::Unknown, 1});
    return world;
}

} // namespace Linescope::Test
