// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a ladder is drawn of: a real engine and a simulator on a clock that stands still, applications that ask for what
// the test says, and the World that a window would show.
#pragma once

#include "models/ladder/laddermodel.h"
#include "models/liveworld.h"
#include "providers/simulator/simulator.h"
#include "server/providerhost.h"
#include "server/telephonyserver.h"

#include <memory>

namespace Linescope::Test {
class LadderStage : public QObject {
public:
    LadderStage()
        : live(&feed)
        , server(&clock)
        , host(
              &server, [this] { return std::make_unique<SimulatorProvider>(&clock, quiet()); },
              ProviderHost::Threading::Server)
    {
        connect(&server, &TelephonyServer::advanced, this,
                [this](const EventBatch &batch) { feed.push(batch, server.world()); });
        clock.advance(1_s);
        feed.push({}, server.world());
        shows();
        model = std::make_unique<LadderModel>(&live);
    }

    static SimulatorSettings quiet()
    {
        SimulatorSettings settings;
        settings.lines = 2;
        settings.automatic = false;
        settings.callsUpAtStart = 0;
        return settings;
    }
    const World &world() const { return server.world(); }
    void shows() { live.advanceNow(); }
    void passes(Microseconds duration)
    {
        clock.advance(duration);
        shows();
    }
    HLineApp app(const QString &name)
    {
        Requests::InitializeEx request;
        request.appName = name;
        request.moduleName = QStringLiteral("module.exe");
        return std::get<HLineApp>(server.execute({}, request).value);
    }
    HLine opens(HLineApp app, Privileges privileges)
    {
        server.execute(app, Requests::NegotiateApiVersion{0, ApiVersion::V1_4, ApiVersion::V2_2});
        Requests::Open request;
        request.privileges = privileges;
        if (privileges.testFlag(Privilege::Owner))
            request.mediaModes = MediaMode::InteractiveVoice;
        return std::get<HLine>(server.execute(app, request).value);
    }
    LineError asks(HLineApp app, const Request &request) { return server.execute(app, request).error; }
    HCall handleOf(HLineApp app, CallId call) const
    {
        HCall found;
        if (const Call *record = world().call(call))
            world().forEachHandle(*record, [&](const Handle &handle) {
                if (world().appOf(handle) == app)
                    found = handle.id;
            });
        return found;
    }
    CallId newestCall() const
    {
        CallId newest;
        world().calls().forEach([&](const Call &call) { newest = std::max(newest, call.id); });
        return newest;
    }
    CallId incomingCall(const QString &number, const QString &name)
    {
        host.stimulate(Stimuli::NewIncomingCall{world().devices().front().driver, number, name});
        passes(100_ms);
        return newestCall();
    }

    // A call that is answered, watched, hung up, and kept by one application after it is over.
    CallId playsACall(const QString &ownerName, const QString &caller = QStringLiteral("Reception"))
    {
        owner = app(ownerName);
        watcher = app(QStringLiteral("Linescope monitor"));
        opens(owner, Privilege::Owner | Privilege::Monitor);
        opens(watcher, Privilege::Monitor);
        passes(100_ms);
        const CallId call = incomingCall(QStringLiteral("+1 202 555 0123"), caller);
        asks(watcher, Requests::Answer{handleOf(watcher, call)}); // it may not
        passes(350_ms);
        asks(owner, Requests::Answer{handleOf(owner, call)});
        passes(3_s);
        asks(owner, Requests::GetCallInfo{handleOf(owner, call)});
        asks(owner, Requests::Drop{handleOf(owner, call)});
        passes(62_s);
        asks(watcher, Requests::DeallocateCall{handleOf(watcher, call)});
        passes(2_s);
        return call;
    }

    ManualClock clock;
    EventFeed feed;
    LiveWorld live;
    std::unique_ptr<LadderModel> model;
    TelephonyServer server;
    ProviderHost host; // goes first and tells of it
    HLineApp owner;
    HLineApp watcher;
};

} // namespace Linescope::Test
