// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/providerhost.h"

#include "server/telephonyserver.h"
#include "server/wakeable.h"

#include <QMetaObject>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <variant>

namespace Linescope {

namespace {

constexpr Microseconds firstBackOff = 1_s;
constexpr Microseconds longestBackOff = 60_s;

std::optional<Provenance> provenanceOf(const ServiceProvider &provider, const ProviderHost::Asked &of)
{
    return std::visit([&provider](auto id) { return provider.provenance(id); }, of);
}

} // namespace

// Where the provider's thread and the server's meet. Both directions are queues under one mutex; Qt's event queue only
// wakes the other side.
class ProviderHost::Inbox {
public:
    static constexpr size_t Capacity = 1024; // batches

    struct Reports {
        QList<Report> batch;
        quint64 commandsSeen;
    };
    struct Death {
        QString reason;
    };
    struct Question {
        quint64 number;
        Asked of;
    };
    struct Answer {
        quint64 number;
        std::optional<Provenance> provenance;
    };
    using Item = std::variant<Reports, Health, Death, ProviderAbilities, Answer>;
    struct Start { };
    struct End { };
    using Order = std::variant<Factory, Start, Command, Stimulus, Question, End>;
    struct Description {
        QString name;
        ProviderAbilities abilities;
    };

    // Provider's thread. Waits while the server has fallen behind. True if the server has to be woken.
    bool put(Item item)
    {
        std::unique_lock lock(m_mutex);
        m_room.wait(lock, [this] { return m_items.size() < Capacity || m_closed; });
        if (m_closed)
            return false;
        if (auto *reports = std::get_if<Reports>(&item))
            reports->commandsSeen = m_commandsSeen;
        m_items.push_back(std::move(item));
        return m_items.size() == 1;
    }
    std::vector<Order> takeOrders()
    {
        const std::scoped_lock lock(m_mutex);
        return std::exchange(m_orders, {});
    }
    void countCommand()
    {
        const std::scoped_lock lock(m_mutex);
        ++m_commandsSeen;
    }
    void describe(Description description)
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_description = std::move(description);
        }
        m_described.notify_all();
    }

    // Server's thread.
    std::vector<Item> takeItems()
    {
        std::vector<Item> items;
        {
            const std::scoped_lock lock(m_mutex);
            items.swap(m_items);
        }
        m_room.notify_all();
        return items;
    }
    Description awaitDescription()
    {
        std::unique_lock lock(m_mutex);
        m_described.wait(lock, [this] { return m_description.has_value(); });
        return *m_description;
    }
    bool order(Order order)
    {
        const std::scoped_lock lock(m_mutex);
        m_orders.push_back(std::move(order));
        return m_orders.size() == 1;
    }
    void close()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_closed = true;
        }
        m_room.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_room;
    std::condition_variable m_described;
    std::optional<Description> m_description; // of the provider, once it has been made
    std::vector<Item> m_items;
    std::vector<Order> m_orders;
    quint64 m_commandsSeen = 0;
    bool m_closed = false;
};

// A provider that lives in the server's thread is called directly; its reports come in by the server's own order.
ProviderHost::ProviderHost(TelephonyServer *server, Factory factory, Threading threading, QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_inbox(std::make_shared<Inbox>())
    , m_backOff(firstBackOff)
{
    if (threading == Threading::Server) {
        createHere(factory);
        return;
    }
    m_thread = std::make_unique<QThread>();
    createInThread(std::move(factory));
}

void ProviderHost::createHere(const Factory &factory)
{
    std::unique_ptr<ServiceProvider> provider = factory();
    m_provider = provider.release();
    m_provider->setParent(this);
    m_id = m_server->addProvider(m_provider->displayName(), m_provider->abilities(),
                                 [this](const Command &command) { m_provider->execute(command); });
    connect(m_provider, &ServiceProvider::reported, this,
            [this](const QList<Report> &batch) { m_server->report(m_id, batch); });
    connect(m_provider, &ServiceProvider::healthChanged, this, [this](const Health &health) { healthChanged(health); });
    connect(m_provider, &ServiceProvider::abilitiesChanged, this,
            [this] { m_server->setAbilities(m_id, m_provider->abilities()); });
    connect(m_provider, &ServiceProvider::died, this, [this](const QString &reason) { providerDied(reason); });
    m_provider->start();
}

// The provider is made and destroyed on its thread, where the worker obeys the orders.
class ProviderHost::Worker : public Wakeable {
public:
    Worker(ProviderHost *host, std::shared_ptr<Inbox> inbox)
        : m_host(host)
        , m_inbox(std::move(inbox))
    {
    }

private:
    void woken() override
    {
        for (const Inbox::Order &order : m_inbox->takeOrders())
            std::visit([this](const auto &o) { obey(o); }, order);
    }
    void obey(const Factory &factory)
    {
        m_provider = factory();
        connect(m_provider.get(), &ServiceProvider::reported, this, [this](const QList<Report> &batch) {
            put(Inbox::Reports{batch, 0});
        });
        connect(m_provider.get(), &ServiceProvider::healthChanged, this, [this](const Health &health) { put(health); });
        connect(m_provider.get(), &ServiceProvider::abilitiesChanged, this, [this] { put(m_provider->abilities()); });
        connect(m_provider.get(), &ServiceProvider::died, this,
                [this](const QString &reason) { put(Inbox::Death{reason}); });
        m_inbox->describe({m_provider->displayName(), m_provider->abilities()});
    }
    void obey(Inbox::Start) { m_provider->start(); }
    void obey(const Command &command)
    {
        m_inbox->countCommand();
        m_provider->execute(command);
    }
    void obey(const Stimulus &stimulus) { m_provider->stimulate(stimulus); }
    void obey(const Inbox::Question &question)
    {
        put(Inbox::Answer{question.number, provenanceOf(*m_provider, question.of)});
    }
    void obey(Inbox::End)
    {
        m_provider->stop();
        m_provider.reset();
        thread()->quit();
    }
    void put(Inbox::Item item)
    {
        if (m_inbox->put(std::move(item)))
            QMetaObject::invokeMethod(m_host, &ProviderHost::deliver, Qt::QueuedConnection);
    }

    ProviderHost *m_host;
    std::shared_ptr<Inbox> m_inbox;
    std::unique_ptr<ServiceProvider> m_provider;
};

void ProviderHost::createInThread(Factory factory)
{
    m_worker = new Worker(this, m_inbox);
    m_worker->moveToThread(m_thread.get());
    m_thread->setObjectName(QStringLiteral("provider"));
    m_thread->start();
    order(std::move(factory));
    const Inbox::Description provider = m_inbox->awaitDescription();
    m_id = m_server->addProvider(provider.name, provider.abilities, [this](const Command &command) { order(command); });
    startProvider();
}

void ProviderHost::startProvider()
{
    if (m_worker)
        order(Inbox::Start{});
    else
        m_provider->start();
}

template<class Order>
void ProviderHost::order(const Order &order)
{
    if (m_inbox->order(order))
        m_worker->wake();
}

ProviderHost::~ProviderHost()
{
    if (m_server)
        m_server->removeProvider(m_id);
    m_inbox->close();
    for (const auto &[number, tell] : std::exchange(m_questions, {}))
        tell({});
    if (!m_worker) {
        m_provider->stop();
        return;
    }
    order(Inbox::End{});
    m_thread->wait();
    m_worker->settle();
    delete m_worker;
}

void ProviderHost::stimulate(const Stimulus &stimulus)
{
    if (m_worker)
        order(stimulus);
    else
        m_provider->stimulate(stimulus);
}

void ProviderHost::askProvenance(const Asked &of, TellProvenance tell)
{
    if (!m_worker)
        return tell(provenanceOf(*m_provider, of));
    m_questions[++m_lastQuestion] = std::move(tell);
    order(Inbox::Question{m_lastQuestion, of});
}

void ProviderHost::deliver()
{
    for (const Inbox::Item &item : m_inbox->takeItems()) {
        if (const auto *reports = std::get_if<Inbox::Reports>(&item))
            m_server->report(m_id, reports->batch, reports->commandsSeen);
        else if (const auto *health = std::get_if<Health>(&item))
            healthChanged(*health);
        else if (const auto *abilities = std::get_if<ProviderAbilities>(&item))
            m_server->setAbilities(m_id, *abilities);
        else if (const auto *answer = std::get_if<Inbox::Answer>(&item))
            m_questions.extract(answer->number).mapped()(answer->provenance);
        else
            providerDied(std::get<Inbox::Death>(item).reason);
    }
}

void ProviderHost::healthChanged(const Health &health)
{
    if (health.up)
        m_backOff = firstBackOff;
    m_server->setHealth(m_id, health);
}

void ProviderHost::providerDied(const QString &reason)
{
    m_server->providerDied(m_id, reason);
    Clock *clock = m_server->clock();
    clock->callAt(clock->now() + m_backOff, this, [this] { startProvider(); });
    m_backOff = std::min(m_backOff * 2, longestBackOff);
}

} // namespace Linescope
