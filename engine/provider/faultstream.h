// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What passes between a provider and the engine, with faults done to it. Each fault that strikes leaves a
// Reports::FaultInjected where the report would have been. Time comes from the clock and chance from the seed, so that
// the same reports give the same faults. Holds back a bounded number of reports; what is too much passes unharmed.
#pragma once

#include "provider/agenda.h"
#include "provider/contract.h"
#include "provider/random.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <vector>

namespace Linescope {

class FaultStream {
    Q_DECLARE_TR_FUNCTIONS(Linescope::FaultStream)

public:
    static constexpr qsizetype MaxHeld = 100'000;    // reports
    static constexpr qsizetype MaxCalls = 1'000'000; // whose line is known

    class Target {
    public:
        virtual ~Target();
        virtual void send(const QList<Report> &batch) = 0;
        // The engine gave the provider NULL for that call; what the provider then does is its affair.
        virtual void refused(DriverCall call) = 0;
        // The provider is to fail. Nothing is sent any more until begin().
        virtual void fail(const QString &reason) = 0;
    };

    enum class Manner {
        Live,     // a provider that goes its own way: its devices are never lost or late
        Scripted, // every report is subject to faults; Reorder holds all of them until the faults are set anew
    };

    // `receiver` owns the stream; clock and target outlive it.
    FaultStream(Clock *clock, QObject *receiver, Target *target, quint64 seed, Manner manner = Manner::Live);

    void begin(); // nothing passes before
    void end();   // what was held back is lost
    bool isLive() const { return m_live; }

    // Instead of those that were set before. What was held back by these goes on its way at once, what was delayed
    // comes in its time. A LineCloseStorm or Die that is certain strikes at once.
    void setFaults(const QList<Fault> &faults);

    void addFault(const Fault &fault); // to those

    // Reports on their way to the engine.
    void pass(const QList<Report> &batch);
    // A command on its way to the provider: false if it must not get there, for it has been answered (NoMemory).
    bool admit(const Command &command);
    // Tells of a fault that others do.
    void tell(FaultKind kind, const QString &text);

private:
    struct Active {
        Fault fault;
        quint32 left; // strikes; of no meaning with times 0
    };
    struct Subject { // what a report is about
        DriverLine line;
        DriverCall call;
    };

    // What passes: faultstream.cpp.
    Subject subjectOf(const Report &report) const;
    template<class Asynchronous>
    DriverLine lineOf(const Asynchronous &command) const;
    bool refuse(const Command &command, RequestId request, DriverLine line);
    void note(const Report &report);
    void noteCall(DriverCall call, DriverLine line);
    void note(const Commands::OpenLine &command);
    void note(const Commands::CloseLine &command);
    void note(const Commands::CloseCall &command);
    template<class Other>
    void note(const Other &)
    {
    }
    bool mayBefall(const Report &report) const;
    const Fault *strikes(FaultKind kind, DriverLine line);
    void strikeAtOnce(const QList<Fault> &faults);

    // Faults: faultstream_faults.cpp.
    void storm(DriverLine cause);
    void die();
    void stall(const Report &report, const Subject &subject);
    void endStall();
    void inject(Report report);
    bool lose(const Report &report, const Subject &subject);
    void refuse(DriverCall call);
    void falsify(Report &report, const Subject &subject);
    Microseconds lateness(const Report &report, const Subject &subject);
    void deliver(const Report &report, const Subject &subject);
    void later(const Report &report, Microseconds delay);
    void releaseOvertaken();
    void noteFault(FaultKind kind, const Subject &subject, const QString &text);
    void put(const Report &report);
    void flush();

    Target *m_target;
    const Manner m_manner;
    Agenda m_agenda;
    Random m_random;
    std::vector<Active> m_faults;
    bool m_live = false;
    QList<Report> m_out;
    QHash<DriverCall, DriverLine> m_lineOfCall;
    QHash<RequestId, DriverLine> m_lineOfRequest;
    QSet<DriverLine> m_open;
    QSet<DriverCall> m_refused;       // the provider has not been told yet
    QList<QList<Report>> m_overtaken; // by what follows; the latest first
    QList<Report> m_heldNow;          // of the batch at hand
    qsizetype m_held = 0;             // overtaken, delayed, stalled
    QList<Report> m_stalled;
    quint32 m_stall = 0;   // its number
    bool m_silent = false; // it is going on
};

} // namespace Linescope
