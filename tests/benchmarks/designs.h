// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The two designs that the engine's benchmarks compare: the conventional one, a QObject per handle with its signal, and
// ours. Both hold the same calls, each with the same number of handles.
#pragma once

#include "allocations.h"
#include "benchmark.h"
#include "server/serverchecks.h"
#include "server/telephonyserver.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace Linescope::Benchmark {

using namespace Qt::StringLiterals;

inline QString telephoneNumber(const char *prefix, int i)
{
    return QLatin1StringView(prefix) + QString::number(100'000 + i);
}

// ---- the conventional design ----------------------------------------------------------------------------------------

class ObjectHandle : public QObject {
    Q_OBJECT

public:
    ObjectHandle(quint32 call, quint32 line, const QString &caller, const QString &called)
        : m_call(call)
        , m_line(line)
        , m_caller(caller)
        , m_called(called)
    {
    }
    void setState(CallState state, quint32 mode, Microseconds now)
    {
        m_state = state;
        m_mode = mode;
        m_since = now;
        Q_EMIT stateChanged(state);
    }

Q_SIGNALS:
    void stateChanged(Linescope::CallState state);

private:
    quint32 m_call;
    quint32 m_line;
    CallState m_state = CallState::Connected;
    quint32 m_mode = 0;
    Microseconds m_created = 0;
    Microseconds m_since = 0;
    QString m_caller;
    QString m_called;
};

class Observer : public QObject {
    Q_OBJECT

public:
    void see(CallState state) { m_seen += quint64(state); }
    quint64 seen() const { return m_seen; }

private:
    quint64 m_seen = 0;
};

class ObjectDesign {
public:
    ObjectDesign(int calls, int handlesPerCall)
        : m_handlesPerCall(quint32(handlesPerCall))
    {
        for (int i = 0; i < calls * handlesPerCall; ++i) {
            const int call = i / handlesPerCall;
            auto *handle = new ObjectHandle(quint32(call), quint32(i % handlesPerCall), telephoneNumber("+1555", call),
                                            telephoneNumber("", call));
            QObject::connect(handle, &ObjectHandle::stateChanged, &m_observer, &Observer::see);
            m_handles.insert(quint32(i), handle);
        }
    }
    ~ObjectDesign() { qDeleteAll(m_handles); }
    Q_DISABLE_COPY_MOVE(ObjectDesign)

    void take(const QList<Report> &batch)
    {
        const Microseconds now = SystemClock::instance()->now();
        for (const Report &report : batch) {
            const auto &change = std::get<Reports::CallState>(report);
            const quint32 first = (change.call.value - 1) * m_handlesPerCall;
            for (quint32 i = first; i < first + m_handlesPerCall; ++i)
                m_handles.value(i)->setState(change.state, change.mode, now);
        }
    }

private:
    const quint32 m_handlesPerCall;
    QHash<quint32, ObjectHandle *> m_handles;
    Observer m_observer;
};

// ---- nothing but the memory that has to be written ------------------------------------------------------------------

class BareArray {
public:
    BareArray(int calls, int handlesPerCall)
        : m_handlesPerCall(size_t(handlesPerCall))
        , m_handles(size_t(calls) * m_handlesPerCall)
    {
    }
    void take(const QList<Report> &batch)
    {
        const Microseconds now = SystemClock::instance()->now();
        for (const Report &report : batch) {
            const auto &change = std::get<Reports::CallState>(report);
            const size_t first = (change.call.value - 1) * m_handlesPerCall;
            for (size_t i = first; i < first + m_handlesPerCall; ++i) {
                m_handles[i].state = change.state;
                m_handles[i].mode = change.mode;
                m_handles[i].since = now;
            }
        }
        keep(m_handles);
    }

private:
    struct BareHandle { // 40 bytes, as ours
        CallState state = CallState::Connected;
        quint32 mode = 0;
        Microseconds since = 0;
        quint32 rest[6] = {};
    };
    const size_t m_handlesPerCall;
    std::vector<BareHandle> m_handles;
};

// ---- ours -----------------------------------------------------------------------------------------------------------

class EngineDesign {
public:
    enum class Texts { With, Without };
    enum class Checks { With, Without };
    EngineDesign(int calls, int handlesPerCall, qsizetype journalBytes, Texts texts = Texts::With,
                 Checks checks = Checks::Without)
        : m_server(SystemClock::instance(), options(journalBytes))
        , m_texts(texts)
    {
        if (checks == Checks::With)
            m_checks = std::make_unique<ServerChecks>(&m_server);
        m_provider = m_server.addProvider(u"bench"_s, {}, [](const Command &) {});
        m_server.report(m_provider, {Reports::DeviceAdded{{1}, std::make_shared<const DeviceInfo>()}});
        for (int app = 0; app < handlesPerCall; ++app)
            open(app);
        fillJournal();
        m_heapBefore = heapBytes();
        for (int i = 0; i < calls; ++i)
            announce(i);
    }

    void take(const QList<Report> &batch) { m_server.report(m_provider, batch); }
    void readMessages()
    {
        for (HLineApp app : m_apps) {
            while (const auto message = m_server.lineGetMessage(app))
                keep(*message);
        }
    }
    // The provider closes the line: every handle is void.
    void closeLine() { m_server.report(m_provider, {Reports::LineClose{{1}, {}}}); }
    qint64 heapUsed() const { return heapBytes() - m_heapBefore; }
    const World &world() const { return m_server.world(); }
    TelephonyServer &server() { return m_server; }

private:
    static ServerOptions options(qsizetype journalBytes)
    {
        ServerOptions options;
        options.journalBytes = journalBytes;
        return options;
    }
    void open(int number)
    {
        Requests::InitializeEx request;
        request.appName = u"app %1"_s.arg(number);
        const HLineApp app = *m_server.lineInitializeEx(request);
        m_server.lineNegotiateApiVersion(app, 0, ApiVersion::V2_2, ApiVersion::V2_2);
        Requests::Open open;
        open.privileges = number == 0 ? Privilege::Owner : Privilege::Monitor;
        open.mediaModes = MediaMode::InteractiveVoice;
        if (!m_server.lineOpen(app, open))
            std::abort();
        m_apps.push_back(app);
    }
    // The ring and the buffers reach their final size, so that what is measured is the calls alone.
    void fillJournal()
    {
        while (m_server.journal().dropped() == 0) {
            for (const bool inService : {false, true})
                take({Reports::DeviceState{{1}, inService, true, {}}});
        }
        for (int round = 0; round < 2; ++round) {
            announce(-1);
            take({Reports::CallState{{1'000'000'000}, CallState::Idle, 0, {}}});
            m_server.world().handles().forEach([this](const Handle &handle) { m_void.push_back(handle); });
            for (const Handle &handle : std::exchange(m_void, {}))
                m_server.lineDeallocateCall(m_server.world().appOf(handle), handle.id);
        }
    }
    void announce(int i)
    {
        CallInfo info;
        info.mediaMode = quint32(MediaMode::InteractiveVoice);
        if (m_texts == Texts::With) {
            info.callerId = telephoneNumber("+1555", i);
            info.calledId = telephoneNumber("", i);
        }
        const DriverCall call{i < 0 ? 1'000'000'000 : quint32(i + 1)};
        take({Reports::NewCall{{1}, call, PackedCallInfo(info), 0},
              Reports::CallState{call, CallState::Connected, quint32(ConnectedMode::Active), {}}});
        readMessages();
    }

    TelephonyServer m_server;
    std::unique_ptr<ServerChecks> m_checks;
    const Texts m_texts;
    ProviderId m_provider;
    std::vector<HLineApp> m_apps;
    std::vector<Handle> m_void;
    qint64 m_heapBefore = 0;
};

} // namespace Linescope::Benchmark
