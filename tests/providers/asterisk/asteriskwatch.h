// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The whole way of a provider's reports in a test: a TelephonyServer, the provider, an application that watches; and
// what has to be seen of each recording.
#pragma once

#include "asteriskprovider.h"
#include "server/providerhost.h"
#include "server/telephonyserver.h"
#include "server/virtualapp.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Linescope::Test {

using namespace Qt::StringLiterals;

inline AsteriskSettings settingsFor(quint16 port, const QString &options = {})
{
    auto settings = AsteriskSettings::fromUrl(QUrl(u"asterisk://monitor@127.0.0.1:%1%2"_s.arg(port).arg(options)));
    return settings.value();
}

// Waits for what comes over a socket, without the steps of QTRY_VERIFY: there are thousands of waits here.
template<class Condition>
bool comesTrue(Condition condition, int milliseconds = 10'000)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > milliseconds)
            return false;
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
    }
    return true;
}

// A server of ours with one provider and one application that watches.
struct Watch {
    explicit Watch(const AsteriskSettings &settings)
        : server(&clock)
        , host(
              &server,
              [&]() -> std::unique_ptr<ServiceProvider> {
                  return std::make_unique<AsteriskProvider>(settings, "s3cret", &clock);
              },
              ProviderHost::Threading::Server)
        , app(&server, habits())
    {
    }
    static AppHabits habits()
    {
        AppHabits habits;
        habits.name = u"Watcher"_s;
        return habits;
    }
    QHash<QString, const Call *> calls() const
    {
        QHash<QString, const Call *> calls;
        const auto &table = server.world().calls();
        for (quint32 slot = 0; slot < table.slotCount(); ++slot) {
            if (!table.at(slot).id.isNull())
                calls.insert(table.at(slot).info.text(&CallInfo::providerRef), &table.at(slot));
        }
        return calls;
    }
    QSet<QString> liveCalls() const
    {
        QSet<QString> live;
        const auto all = calls();
        for (auto call = all.begin(); call != all.end(); ++call) {
            if (!call.value()->isIdle())
                live << call.key();
        }
        return live;
    }
    bool hasUnknownCalls() const
    {
        const auto all = calls();
        return std::any_of(all.begin(), all.end(), [](const Call *call) { return call->state == CallState::Unknown; });
    }
    const Device *device(const QString &name) const
    {
        const auto &devices = server.world().devices();
        const auto found = std::find_if(devices.begin(), devices.end(), [&](const Device &device) {
            return device.info.name == name && !device.removed;
        });
        return found == devices.end() ? nullptr : &*found;
    }
    QString health() const { return server.world().providers().front().text; }

    ManualClock clock;
    TelephonyServer server;
    ProviderHost host;
    VirtualApp app;
};

struct Expected {
    QHash<QString, int> causes; // by Uniqueid
};

// What has to be seen of each recording: (all channels, without Local ones).
inline QHash<QString, std::pair<Expected, Expected>> readTruth(const QString &file, const QString &prefix)
{
    QHash<QString, std::pair<Expected, Expected>> truth;
    QFile json(QStringLiteral(LINESCOPE_TEST_DATA "/ami/") + file);
    if (!json.open(QIODevice::ReadOnly))
        return {};
    while (!json.atEnd()) {
        const QJsonObject call = QJsonDocument::fromJson(json.readLine()).object();
        const QString recording = prefix + call["scenario"_L1].toString() + u".txt"_s;
        if (!QFile::exists(QStringLiteral(LINESCOPE_TEST_DATA "/ami/") + recording))
            continue;
        for (const QJsonValue channel : call["channels"_L1].toArray()) {
            const QString name = channel["channel"_L1].toString(), id = channel["uniqueid"_L1].toString();
            const int cause = channel["hangup"_L1]["cause"_L1].toInt();
            if (name.contains(u'/'))
                truth[recording].first.causes.insert(id, cause);
            if (name.startsWith("PJSIP/"_L1))
                truth[recording].second.causes.insert(id, cause);
        }
    }
    return truth;
}

} // namespace Linescope::Test
