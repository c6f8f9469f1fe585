// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/engine.h"

#include "audit/auditor.h"
#include "journal/livetimeline.h"
#include "provider/faulttext.h"
#include "server/replywaiter.h"
#include "server/serverchecks.h"
#include "server/wakeable.h"

#include <QMetaObject>
#include <QUuid>

#include <algorithm>
#include <map>
#include <mutex>
#include <utility>
#include <vector>

namespace Linescope {

// Tasks for the engine's thread and answers for the caller's, each behind one mutex; Qt's queue only wakes.
class Engine::Mailbox {
public:
    using Task = std::function<void(Core &)>;
    using Answer = std::function<void()>;

    bool putTask(Task task) { return put(m_tasks, std::move(task)); }
    bool putAnswer(Answer answer) { return put(m_answers, std::move(answer)); }
    std::vector<Task> takeTasks() { return take(m_tasks); }
    std::vector<Answer> takeAnswers() { return take(m_answers); }

    void setAbilities(ProviderId provider, const ProviderAbilities &abilities)
    {
        const std::scoped_lock lock(m_mutex);
        m_abilities[provider] = abilities;
    }
    void setKey(ProviderId provider, const QString &key)
    {
        const std::scoped_lock lock(m_mutex);
        m_keys[provider] = key;
    }
    QString key(ProviderId provider) const
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_keys.find(provider);
        return found == m_keys.end() ? QString() : found->second;
    }
    ProviderAbilities abilities(ProviderId provider) const
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_abilities.find(provider);
        return found == m_abilities.end() ? ProviderAbilities() : found->second;
    }

    template<class Change>
    void changeFaults(ProviderId provider, Change change)
    {
        const std::scoped_lock lock(m_mutex);
        change(m_faults[provider]);
    }
    QList<Fault> faults(ProviderId provider) const
    {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_faults.find(provider);
        return found == m_faults.end() ? QList<Fault>() : found->second;
    }

private:
    template<class Item>
    bool put(std::vector<Item> &items, Item item)
    {
        const std::scoped_lock lock(m_mutex);
        items.push_back(std::move(item));
        return items.size() == 1;
    }
    template<class Item>
    std::vector<Item> take(std::vector<Item> &items)
    {
        const std::scoped_lock lock(m_mutex);
        return std::exchange(items, {});
    }

    mutable std::mutex m_mutex;
    std::vector<Task> m_tasks;
    std::vector<Answer> m_answers;
    std::map<ProviderId, ProviderAbilities> m_abilities;
    std::map<ProviderId, QString> m_keys;
    std::map<ProviderId, QList<Fault>> m_faults;
};

class Engine::Core : public Wakeable {
public:
    Core(Engine *engine, const ServerOptions &options, std::shared_ptr<EventFeed> feed,
         std::shared_ptr<Mailbox> mailbox)
        : m_engine(engine)
        , m_options(options)
        , m_feed(std::move(feed))
        , m_mailbox(std::move(mailbox))
        , m_timeline({options.journalBytes})
    {
    }

    void stop()
    {
        m_recorder.reset(); // before all is taken down, which is no part of what happened
        m_ended.clear();
        m_guests.clear();
        m_apps.clear();
        m_hosts.clear();
        m_auditor.reset();
        m_replies.reset();
        m_checks.reset();
        m_server.reset();
        thread()->quit();
    }

    void startRecording(const RecordingOptions &options)
    {
        stopRecording();
        const auto tell = [this](const RecordingStatus &status) {
            answer([engine = m_engine, status] {
                engine->m_recording = status;
                Q_EMIT engine->recordingChanged(status);
            });
        };
        m_recorder = std::make_unique<Recorder>(options, m_server->world(), tell);
    }
    // To wait for the end of one that has just begun to end would stop the engine.
    void stopRecording()
    {
        std::erase_if(m_ended, [](const auto &recorder) { return !recorder->status().active; });
        if (!m_recorder)
            return;
        m_recorder->finish();
        m_ended.push_back(std::move(m_recorder));
    }

    void findMoment(std::optional<quint64> seq, Microseconds time, qsizetype events, const TakeMoment &take)
    {
        const Moment moment = momentOf(m_timeline, seq.value_or(m_timeline.seqAt(time)), events);
        answer([take, moment, range = rangeOf(m_timeline)] { take(moment, range); });
    }
    void readEvents(quint64 behind, qsizetype most, const TakeEvents &take)
    {
        answer([take, events = eventsAfter(m_timeline, behind, most), range = rangeOf(m_timeline)] {
            take(events, range);
        });
    }
    void beginAnew(quint64 seq)
    {
        constexpr quint64 history = 5000; // for views that show what has been
        const quint64 last = m_timeline.lastSeq();
        const quint64 from = std::min(seq, last - std::min(last, history));
        const Moment moment = momentOf(m_timeline, last, qsizetype(last - from));
        m_feed->startAnew(moment.before);
        m_feed->push(moment.events, m_server->world());
    }

    void addProvider(const QString &key, const ProviderHost::Factory &factory, const QList<Fault> &faults)
    {
        auto host = std::make_unique<ProviderHost>(m_server.get(), factory, ProviderHost::Threading::Own);
        m_mailbox->setKey(host->id(), key);
        m_mailbox->setAbilities(host->id(), m_server->abilities(host->id()));
        m_mailbox->changeFaults(host->id(), [&](QList<Fault> &known) { known = faults; });
        m_hosts[key] = std::move(host);
    }
    void removeProvider(const QString &key)
    {
        if (const auto host = m_hosts.find(key); host != m_hosts.end()) {
            m_mailbox->changeFaults(host->second->id(), [](QList<Fault> &known) { known.clear(); });
            m_mailbox->setKey(host->second->id(), {});
        }
        m_hosts.erase(key);
    }
    void stimulate(const QString &key, const Stimulus &stimulus)
    {
        const auto host = m_hosts.find(key);
        if (host != m_hosts.end())
            host->second->stimulate(stimulus);
    }
    void stimulate(ProviderId provider, const Stimulus &stimulus)
    {
        for (const auto &[key, host] : m_hosts) {
            if (host->id() == provider)
                host->stimulate(stimulus);
        }
    }
    void addApp(const AppHabits &habits) { m_apps.push_back(std::make_unique<VirtualApp>(m_server.get(), habits)); }
    void removeApp(HLineApp app, bool crashed)
    {
        const auto remove = [=, this] {
            if (crashed && m_server->world().app(app))
                m_server->execute(app, Requests::Shutdown{true});
            std::erase_if(m_apps, [app](const auto &candidate) { return candidate->id() == app; });
        };
        m_auditor ? m_auditor->execute(app, Requests::Shutdown{crashed}, remove) : remove();
    }
    void addGuest(const QString &key, const GuestFactory &factory) { m_guests[key] = factory(m_server.get()); }
    void removeGuest(const QString &key) { m_guests.erase(key); }
    void submit(HLineApp app, const Request &request, const std::function<void(const Outcome &)> &reply,
                const std::function<void(LineError)> &completion)
    {
        const auto returned = [&](const Outcome &outcome) {
            if (reply)
                answer([reply, outcome] { reply(outcome); });
        };
        const auto replied = [this, completion](LineError result) {
            if (completion)
                answer([=] { completion(result); });
        };
        if (m_auditor)
            m_auditor->execute(app, request, returned, replied);
        else if (completion)
            m_replies->execute(app, request, returned, replied);
        else
            returned(m_server->execute(app, request));
    }
    void startAudit(const QString &file)
    {
        m_auditor = std::make_unique<Auditor>(
            m_server.get(), m_replies.get(), file, QUuid::createUuid().toString(QUuid::WithoutBraces),
            [this](const QString &sentence, bool wasDone) {
                answer([engine = m_engine, sentence, wasDone] { Q_EMIT engine->auditFailed(sentence, wasDone); });
            });
    }
    void askProvenance(const std::variant<CallId, DeviceId> &of, const ProviderHost::TellProvenance &tell)
    {
        const auto reply = [this, tell](const std::optional<Provenance> &provenance) {
            answer([tell, provenance] { tell(provenance); });
        };
        const World &world = m_server->world();
        const auto *id = std::get_if<CallId>(&of);
        const Call *call = id ? world.call(*id) : nullptr;
        const Device *device = !id ? world.device(std::get<DeviceId>(of)) : call ? world.device(call->device) : nullptr;
        const auto host = std::find_if(m_hosts.begin(), m_hosts.end(), [device](const auto &entry) {
            return device && entry.second->id() == device->provider;
        });
        if (host == m_hosts.end())
            reply({});
        else if (call)
            host->second->askProvenance(call->driver, reply);
        else
            host->second->askProvenance(device->driver, reply);
    }
    void readJournal(const std::function<void(const EventBatch &)> &reply)
    {
        EventBatch events;
        events.reserve(m_timeline.journal().count());
        m_timeline.journal().forEach([&](const Event &event) { events.append(event); });
        answer([reply, events] { reply(events); });
    }

private:
    void answer(Mailbox::Answer answer)
    {
        if (m_mailbox->putAnswer(std::move(answer)))
            QMetaObject::invokeMethod(m_engine, &Engine::takeAnswers, Qt::QueuedConnection);
    }
    void woken() override
    {
        if (!std::exchange(m_started, true))
            start();
        for (const Mailbox::Task &task : m_mailbox->takeTasks())
            task(*this); // to stop is the last one
    }
    void start()
    {
        ServerOptions options = m_options;
        options.journalBytes = 0; // the timeline remembers as much
        m_server = std::make_unique<TelephonyServer>(SystemClock::instance(), options);
        m_replies = std::make_unique<ReplyWaiter>(m_server.get());
        connect(m_server.get(), &TelephonyServer::abilitiesChanged, this,
                [this](ProviderId provider) { m_mailbox->setAbilities(provider, m_server->abilities(provider)); });
        connect(m_server.get(), &TelephonyServer::advanced, this, [this](const EventBatch &batch) {
            m_feed->push(batch, m_server->world());
            m_timeline.advance(batch, m_server->world());
            if (m_recorder)
                m_recorder->push(batch, m_server->world());
        });
        // Last: what they find comes when all others have been told what it is about.
        if (m_options.checks)
            m_checks = std::make_unique<ServerChecks>(m_server.get());
    }

    Engine *m_engine;
    ServerOptions m_options;
    bool m_started = false;
    std::shared_ptr<EventFeed> m_feed;
    std::shared_ptr<Mailbox> m_mailbox;
    std::unique_ptr<TelephonyServer> m_server;
    std::unique_ptr<ServerChecks> m_checks;
    std::unique_ptr<ReplyWaiter> m_replies;
    std::unique_ptr<Auditor> m_auditor;
    std::map<QString, std::unique_ptr<ProviderHost>> m_hosts;
    std::vector<std::unique_ptr<VirtualApp>> m_apps;
    LiveTimeline m_timeline;
    std::unique_ptr<Recorder> m_recorder;
    std::vector<std::unique_ptr<Recorder>> m_ended; // still writing, some of them
    std::map<QString, std::unique_ptr<QObject>> m_guests;
};

Engine::Engine(const ServerOptions &options, QObject *parent)
    : QObject(parent)
    , m_options(options)
    , m_feed(std::make_shared<EventFeed>(
          1 << 20, [this] { QMetaObject::invokeMethod(this, &Engine::wakeUp, Qt::QueuedConnection); }))
    , m_mailbox(std::make_shared<Mailbox>())
    , m_core(new Core(this, options, m_feed, m_mailbox))
{
    m_thread.setObjectName(QStringLiteral("engine"));
    m_core->moveToThread(&m_thread);
    m_thread.start();
    m_core->wake();
}

Engine::~Engine()
{
    post([](Core &core) { core.stop(); });
    m_thread.wait();
    m_core->settle();
    delete m_core;
}

void Engine::post(std::function<void(Core &)> task)
{
    if (m_mailbox->putTask(std::move(task)))
        m_core->wake();
}

void Engine::takeAnswers()
{
    for (const Mailbox::Answer &answer : m_mailbox->takeAnswers())
        answer();
}

void Engine::addProvider(const QString &key, ProviderHost::Factory factory, const QList<Fault> &faults)
{
    post([key, factory = std::move(factory), faults](Core &core) { core.addProvider(key, factory, faults); });
}

void Engine::askProvenance(std::variant<CallId, DeviceId> of, ProviderHost::TellProvenance tell)
{
    post([of, tell = std::move(tell)](Core &core) { core.askProvenance(of, tell); });
}

void Engine::removeProvider(const QString &key)
{
    post([key](Core &core) { core.removeProvider(key); });
}

void Engine::stimulate(const QString &key, const Stimulus &stimulus)
{
    post([key, stimulus](Core &core) { core.stimulate(key, stimulus); });
}

void Engine::stimulate(ProviderId provider, const Stimulus &stimulus)
{
    if (const auto *set = std::get_if<Stimuli::SetFaults>(&stimulus))
        m_mailbox->changeFaults(provider, [&](QList<Fault> &known) { known = set->faults; });
    post([provider, stimulus](Core &core) { core.stimulate(provider, stimulus); });
}

QString Engine::keyOf(ProviderId provider) const { return m_mailbox->key(provider); }

ProviderAbilities Engine::abilities(ProviderId provider) const { return m_mailbox->abilities(provider); }

void Engine::startRecording(const RecordingOptions &options)
{
    post([options](Core &core) { core.startRecording(options); });
}

void Engine::stopRecording()
{
    post([](Core &core) { core.stopRecording(); });
}

QList<Fault> Engine::faults(ProviderId provider) const { return m_mailbox->faults(provider); }

void Engine::noteFault(ProviderId provider, const Reports::FaultInjected &fault)
{
    m_mailbox->changeFaults(provider, [&](QList<Fault> &known) { countStrike(known, fault.kind, fault.line); });
}

void Engine::addApp(const AppHabits &habits)
{
    post([habits](Core &core) { core.addApp(habits); });
}

void Engine::removeApp(HLineApp app, bool crashed)
{
    post([app, crashed](Core &core) { core.removeApp(app, crashed); });
}

void Engine::findMoment(quint64 seq, qsizetype events, TakeMoment take)
{
    post([=, take = std::move(take)](Core &core) { core.findMoment(seq, 0, events, take); });
}

void Engine::findMomentAt(Microseconds time, qsizetype events, TakeMoment take)
{
    post([=, take = std::move(take)](Core &core) { core.findMoment({}, time, events, take); });
}

void Engine::readEvents(quint64 behind, qsizetype most, TakeEvents take)
{
    post([=, take = std::move(take)](Core &core) { core.readEvents(behind, most, take); });
}

void Engine::beginAnew(quint64 seq)
{
    post([seq](Core &core) { core.beginAnew(seq); });
}

void Engine::addGuest(const QString &key, GuestFactory factory)
{
    post([key, factory = std::move(factory)](Core &core) { core.addGuest(key, factory); });
}

void Engine::removeGuest(const QString &key)
{
    post([key](Core &core) { core.removeGuest(key); });
}

void Engine::submit(HLineApp app, const Request &request, std::function<void(const Outcome &)> reply,
                    std::function<void(LineError)> completion)
{
    post([app, request, reply = std::move(reply), completion = std::move(completion)](Core &core) {
        core.submit(app, request, reply, completion);
    });
}

void Engine::startAudit(const QString &file)
{
    post([file](Core &core) { core.startAudit(file); });
}

void Engine::readJournal(std::function<void(const EventBatch &)> reply)
{
    post([reply = std::move(reply)](Core &core) { core.readJournal(reply); });
}

} // namespace Linescope
