// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Runs one provider for a TelephonyServer: in a thread of its own or in the server's, brings its reports to the server
// and the server's commands to it, and starts it again with back-off (1 s, doubled up to 60 s) when it died.
//
// A provider in its own thread hands its reports over through a bounded queue; when that is full the provider waits,
// so a flood stays in the socket it comes from. Lives on the server's thread; the server may be destroyed first, as
// long as no events are taken in between.
#pragma once

#include "provider/serviceprovider.h"
#include "tapi/clock.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <variant>

namespace Linescope {

class TelephonyServer;

class ProviderHost : public QObject {
    Q_OBJECT

public:
    enum class Threading { Own, Server };
    // Makes the provider; called once, on the thread it will live on.
    using Factory = std::function<std::unique_ptr<ServiceProvider>()>;

    ProviderHost(TelephonyServer *server, Factory factory, Threading threading, QObject *parent = nullptr);
    ~ProviderHost() override; // takes the provider out of the server

    ProviderId id() const { return m_id; }
    void stimulate(const Stimulus &stimulus);
    // Asks the provider; `tell` is called on the server's thread, with none if this object goes before the answer.
    using TellProvenance = std::function<void(const std::optional<Provenance> &)>;
    using Asked = std::variant<DriverCall, DriverLine>;
    void askProvenance(const Asked &of, TellProvenance tell);

private:
    class Inbox;
    class Worker;

    void createHere(const Factory &factory);
    void createInThread(Factory factory);
    void startProvider();
    void deliver();
    void healthChanged(const Health &health);
    void providerDied(const QString &reason);
    template<class Order>
    void order(const Order &order);

    QPointer<TelephonyServer> m_server;
    std::map<quint64, TellProvenance> m_questions; // not answered
    quint64 m_lastQuestion = 0;
    ServiceProvider *m_provider = nullptr; // lives here, with Threading::Server
    Worker *m_worker = nullptr;            // lives on m_thread, with Threading::Own
    std::unique_ptr<QThread> m_thread;
    std::shared_ptr<Inbox> m_inbox;
    ProviderId m_id;
    Microseconds m_backOff;
};

} // namespace Linescope
