// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A provider with twelve faults, one on each of its lines, each against another rule for providers (rulebook 9), and a
// session in which it commits every one of them once. On each line a call comes, is answered, and its other side hangs
// up; all that is not the line's own fault is as it should be.
#pragma once

#include "provider/agenda.h"
#include "provider/serviceprovider.h"
#include "world/event.h"

#include <QHash>

#include <array>

namespace Linescope::Test {

struct SeededFault {
    quint32 line; // DriverLine
    const char *rule;
    const char *what;
    bool seenByServer; // the server raises it; the others are for the conformance checks
};

inline constexpr std::array seededFaults = {
    SeededFault{1, "V-1", "lineAnswer is completed twice", true},
    SeededFault{2, "V-11", "lineAnswer is not completed for 90 s", false},
    SeededFault{3, "V-13", "a state after TSPI_lineCloseCall", true},
    SeededFault{4, "V-14", "a call on a line that has been closed", true},
    SeededFault{5, "V-15", "CONNECTED after IDLE", true},
    SeededFault{6, "V-16", "IDLE twice", true},
    SeededFault{7, "V-18", "a state of a call that was not announced", true},
    SeededFault{8, "V-21", "from CONNECTED to IDLE without DISCONNECTED", false},
    SeededFault{9, "V-25", "a new call by the name of one that lives", true},
    SeededFault{10, "V-26", "goes on about a call that got a NULL handle", true},
    SeededFault{11, "V-34", "CONNECTED with a mode of DISCONNECTED", false},
    SeededFault{12, "V-58", "LINE_CLOSE before lineAnswer is completed", false},
};

// Its call on line n is d(100 + n). To be wrapped in a FaultInjector that lets the engine refuse the call of line 10.
class FaultyProvider : public ServiceProvider {
    Q_OBJECT

public:
    // The clock must outlive it.
    explicit FaultyProvider(Clock *clock);

    QString id() const override { return QStringLiteral("faulty"); }
    QString displayName() const override { return QStringLiteral("Faulty"); }
    ProviderAbilities abilities() const override;
    void start() override;
    void stop() override;
    void execute(const Command &command) override;

private:
    static DriverCall callOn(quint32 line) { return {100 + line}; }
    static bool commits(quint32 line, const char *rule);

    void open(quint32 line);
    void answer(const Commands::ActOnCall &command);
    void closeCall(const Commands::CloseCall &command);
    void closeLine(quint32 line);
    void connectCall(quint32 line);
    void misbehaveWhileConnected(quint32 line);
    void hangUp(quint32 line);
    void idle(quint32 line);
    void say(quint32 line, CallState state, quint32 mode = 0);
    void completeAll(quint32 line, LineError result);
    void report(const Report &report) { Q_EMIT reported({report}); }

    Agenda m_agenda;
    QHash<RequestId, quint32> m_pending; // by line
};

// What an engine tells of the whole session, 150 s on a clock of its own; the same each time.
EventBatch faultySession();
// The same as a journal file: header and one event a line.
QByteArray faultyJournal();

} // namespace Linescope::Test
