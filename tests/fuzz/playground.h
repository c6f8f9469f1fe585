// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A server with two devices and three applications that have opened both, for fuzzers to play with.
#pragma once

#include "fuzz.h"
#include "randomvalues.h"
#include "server/telephonyserver.h"
#include "worldcheck.h"

namespace Linescope::Test {

class Playground {
public:
    Playground()
        : m_server(&m_clock)
    {
        ProviderAbilities all;
        all.callFeatures = CallFeatures::fromInt(~0u);
        all.callFeatures2 = CallFeatures2::fromInt(~0u);
        all.addressFeatures = AddressFeatures::fromInt(~0u);
        all.appSpecific = true;
        all.mediaMode = true;
        m_provider = m_server.addProvider(QStringLiteral("fuzz"), all, [](const Command &) {});
        m_server.setHealth(m_provider, {true, {}});
        for (const quint32 line : {1u, 2u}) {
            DeviceInfo info;
            info.name = QString::number(line);
            info.numAddresses = 2;
            m_server.report(m_provider, {Reports::DeviceAdded{{line}, std::make_shared<const DeviceInfo>(info)}});
        }
        addApp(ApiVersion::V2_2, Privilege::Owner | Privilege::Monitor);
        addApp(ApiVersion::V2_0, Privilege::Monitor);
        addApp(ApiVersion::V1_4, Privilege::Owner);
    }

    void request(Choices &choices)
    {
        const HLineApp app{choices.below(5)};
        m_server.execute(app, randomRequest(choices, choices.below(quint32(std::variant_size_v<Request>))));
    }
    void report(Choices &choices)
    {
        QList<Report> batch;
        for (quint32 i = choices.below(3) + 1; i > 0; --i)
            batch += randomReport(choices, choices.below(quint32(std::variant_size_v<Report>)));
        m_server.report(m_provider, batch, choices.below(4) == 0 ? choices.below(32) : ~quint64(0));
    }
    // Something else that happens: time, a reader, the end of a provider.
    void incident(Choices &choices)
    {
        switch (choices.below(8)) {
        case 0:
            m_server.providerDied(m_provider, randomText(choices));
            break;
        case 1:
            m_server.setHealth(m_provider, {choices.below(2) == 0, randomText(choices)});
            break;
        case 2:
            while (m_server.lineGetMessage({choices.below(4)})) { }
            break;
        default:
            m_clock.advance(Microseconds(choices.below(5000)) * 1_ms);
        }
    }
    void check() { requireNone(contradictions(m_server)); }

private:
    void addApp(ApiVersion version, Privileges privileges)
    {
        Requests::InitializeEx request;
        request.appName = QStringLiteral("app");
        request.apiVersion = version;
        const HLineApp app = *m_server.lineInitializeEx(request);
        for (const quint32 device : {0u, 1u}) {
            m_server.lineNegotiateApiVersion(app, device, version, version);
            m_server.lineOpen(app, {device, version, privileges, MediaMode::InteractiveVoice, {}, 0, 0});
        }
    }

    ManualClock m_clock;
    TelephonyServer m_server;
    ProviderId m_provider;
};

} // namespace Linescope::Test
