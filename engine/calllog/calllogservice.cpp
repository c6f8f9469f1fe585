// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "calllog/calllogservice.h"

#include "calllog/calllog.h"
#include "server/engine.h"
#include "server/wakeable.h"

#include <QDateTime>
#include <QFile>
#include <QPointer>
#include <QThread>
#include <QUuid>

#include <chrono>
#include <mutex>
#include <utility>
#include <vector>

namespace Linescope {

namespace {

const QString guestKey = QStringLiteral("calllog");

// The file and what belongs to it, to another name.
LogResult<QString> renameAside(const CallLogSettings &settings)
{
    const QString stamp = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss-zzz"));
    const QString aside = settings.file + QStringLiteral(".damaged-") + stamp;
    for (const char *part : {"-wal", "-shm", ""}) {
        const QString suffix = QLatin1StringView(part);
        QFile file(settings.file + suffix);
        if (file.exists() && !file.rename(aside + suffix))
            return tl::unexpected(CallLogTrouble::noFolder(settings.file + suffix, file.errorString()));
    }
    return aside;
}

} // namespace

// Answers from the threads of the database.
class CallLogService::Mailbox : public Wakeable {
public:
    void put(std::function<void()> answer)
    {
        const std::scoped_lock lock(m_mutex);
        m_answers.push_back(std::move(answer));
        wake();
    }

private:
    void woken() override
    {
        std::vector<std::function<void()>> answers;
        {
            const std::scoped_lock lock(m_mutex);
            answers = std::exchange(m_answers, {});
        }
        for (const auto &answer : answers)
            answer();
    }

    std::mutex m_mutex;
    std::vector<std::function<void()>> m_answers;
};

CallLogService::CallLogService(Engine *engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_session(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    m_look.setInterval(std::chrono::milliseconds(250));
    connect(&m_look, &QTimer::timeout, this, &CallLogService::look);
}

CallLogService::~CallLogService() { stop(); }

void CallLogService::start(const CallLogSettings &settings, const QByteArray &password)
{
    stop();
    m_settings = settings;
    // Whoever lets go of it last, it goes on its own thread.
    m_mailbox.reset(new Mailbox,
                    [](Mailbox *box) { box->thread() == QThread::currentThread() ? delete box : box->deleteLater(); });
    m_store = std::make_shared<CallLogStore>(settings, password);
    m_reader = std::make_unique<CallLogReader>(settings, password);
    m_engine->addGuest(guestKey, [settings, session = m_session, store = m_store](TelephonyServer *server) {
        return std::make_unique<CallLog>(server, settings, session, store);
    });
    m_look.start();
    look();
}

// What waits is written on the engine's thread, before the application that holds the handles leaves.
void CallLogService::stop()
{
    if (!isOn())
        return;
    m_engine->removeGuest(guestKey);
    m_look.stop();
    m_store.reset();
    m_reader.reset();
    m_mailbox.reset();
    m_damage.clear();
    m_checked = false;
    m_status = {};
    Q_EMIT statusChanged();
}

void CallLogService::look()
{
    const CallLogStatus now = m_store->status();
    if (now.state == CallLogStatus::State::Fine && !std::exchange(m_checked, true))
        checkInBackground();
    if (now == m_status)
        return;
    m_status = now;
    Q_EMIT statusChanged();
}

void CallLogService::checkInBackground()
{
    check(CallDatabase::Check::Quick, this, [](const LogResult<qint64> &) {});
}

QString CallLogService::trouble() const
{
    QStringList sentences;
    if (m_status.state == CallLogStatus::State::Troubled) {
        sentences += m_status.trouble.words;
        if (m_status.waiting > 0)
            sentences += tr("%n ended call(s) wait(s) for it; the handles are kept until then.", nullptr,
                            int(m_status.waiting));
    }
    if (m_status.givenUp > 0)
        sentences += tr("%n call(s) will never be in the call log: too many were waiting.", nullptr,
                        int(m_status.givenUp));
    if (!m_damage.isEmpty())
        sentences += m_damage;
    return sentences.join(u' ');
}

template<class Value, class Runner>
void CallLogService::ask(Runner &runner, std::function<LogResult<Value>(LogResult<CallDatabase *>)> work,
                         QObject *context, Answer<Value> answer)
{
    const std::weak_ptr<Mailbox> mailbox = m_mailbox;
    const QPointer<QObject> guard = context;
    const auto reply = std::make_shared<Answer<Value>>(std::move(answer));
    runner.run([=, work = std::move(work)](const LogResult<CallDatabase *> &database) {
        const LogResult<Value> result = work(database);
        if (const auto open = mailbox.lock())
            open->put([=] {
                if (guard)
                    (*reply)(result);
            });
    });
}

void CallLogService::summarize(const CallLogQuery &query, QObject *context, Answer<Summary> answer)
{
    if (!isOn())
        return;
    ask<Summary>(
        *m_reader,
        [query](LogResult<CallDatabase *> database) -> LogResult<Summary> {
            if (!database)
                return tl::unexpected(database.error());
            const auto totals = (*database)->totals(query);
            if (!totals)
                return tl::unexpected(totals.error());
            const auto choices = (*database)->choices();
            return choices ? LogResult<Summary>(Summary{*totals, *choices}) : tl::unexpected(choices.error());
        },
        context, std::move(answer));
}

void CallLogService::read(const CallLogQuery &query, qint64 first, qint64 count, QObject *context,
                          Answer<QList<CallLogRow>> answer)
{
    if (!isOn())
        return;
    ask<QList<CallLogRow>>(
        *m_reader,
        [=](LogResult<CallDatabase *> database) -> LogResult<QList<CallLogRow>> {
            return database ? (*database)->read(query, first, count) : tl::unexpected(database.error());
        },
        context, std::move(answer));
}

void CallLogService::check(CallDatabase::Check check, QObject *context, Answer<qint64> answer)
{
    if (!isOn())
        return;
    const auto note = [this, answer = std::move(answer)](const LogResult<qint64> &damaged) {
        const QString before = std::exchange(m_damage, QString());
        if (!damaged)
            m_damage = damaged.error().words;
        else if (*damaged > 0)
            m_damage = tr("%n call(s) in the call log is (are) damaged: not what was written.", nullptr, int(*damaged));
        if (m_damage != before)
            Q_EMIT statusChanged();
        answer(damaged);
    };
    ask<qint64>(
        *m_reader,
        [check, mayGoOn = m_reader->mayGoOn()](LogResult<CallDatabase *> database) -> LogResult<qint64> {
            if (!database)
                return tl::unexpected(database.error());
            return (*database)->check(check, mayGoOn);
        },
        context, note);
}

void CallLogService::removeNumber(const QString &number, QObject *context, Answer<qint64> answer)
{
    if (!isOn())
        return;
    ask<qint64>(
        *m_store,
        [number](LogResult<CallDatabase *> database) -> LogResult<qint64> {
            return database ? (*database)->removeNumber(number) : tl::unexpected(database.error());
        },
        context, std::move(answer));
}

void CallLogService::setAside(QObject *context, Answer<QString> answer)
{
    if (!isOn() || m_settings.backend != CallLogSettings::Backend::Sqlite)
        return;
    m_damage.clear();
    m_checked = false;
    ask<QString>(
        *m_store,
        [settings = m_settings](LogResult<CallDatabase *> database) {
            if (database)
                (*database)->close();
            return renameAside(settings);
        },
        context, std::move(answer));
}

} // namespace Linescope
