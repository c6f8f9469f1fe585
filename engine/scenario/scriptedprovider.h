// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A provider that does what the steps say and nothing else. Its lines are 1, 2, 3 ..., its calls other numbers than the
// engine's, so that no mix-up stays unseen. Lives on the server's thread.
#pragma once

#include "provider/faultstream.h"
#include "scenario/providerstep.h"
#include "scenario/scenario.h"

#include <QObject>

namespace Linescope::Scenarios {

class ScriptedProvider : public QObject, private FaultStream::Target {
    Q_OBJECT

public:
    // The server and the names must outlive it.
    ScriptedProvider(TelephonyServer *server, const ProviderSetup &setup, Names *names);

    // Empty, or a sentence that says why it cannot be done.
    QString act(const ProviderStep &step);

private:
    void take(const Command &command);
    void addDevice(const DeviceInfo &info);
    void deliver(const QList<Report> &batch) { m_stream.pass(batch); }
    void send(const QList<Report> &batch) override;
    void refused(DriverCall) override { } // goes on about it (V-26) if the steps do
    void fail(const QString &reason) override;
    void die(const QString &text);
    void newCall(const ProviderStep &step);
    QString callInfo(const ProviderStep &step);
    QString complete(const ProviderStep &step);
    void complete(RequestId request, const ProviderStep &step);
    void lineState(const ProviderStep &step);
    void generate(const ProviderStep &step);
    // What the provider calls a new call: a new name, unless `name` says how to misbehave.
    DriverCall freshCall(const QString &name);

    TelephonyServer *m_server;
    Names *m_names;
    ProviderId m_id;
    QStringList m_lines; // names, by DriverLine - 1
    quint32 m_lastCall = 500;
    std::map<RequestId, QList<CallId>> m_pending; // the calls that each may create
    std::optional<ProviderStep> m_next;           // completes the next request inside its command
    QHash<CallId, quint32> m_generations;
    FaultStream m_stream;
};

} // namespace Linescope::Scenarios
