// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Walks through a journal and writes what it finds as steps.
//
// sessionwriter.cpp        the walk, time, what happens by itself, the end
// sessionfunctions.cpp     functions that applications called
// sessionreports.cpp       what the provider reported
// sessioncalls.cpp         what it reported of calls
// sessionexpectations.cpp  what came of it
#pragma once

#include "scenario/scenariowriter.h"
#include "scenario/writer/encoder.h"
#include "world/world.h"

#include <QHash>
#include <QSet>

namespace Linescope::Scenarios {

class SessionWriter {
public:
    SessionWriter(const EventBatch &journal, const WriteOptions &options)
        : m_journal(journal)
        , m_options(options)
    {
    }

    WrittenScenario write();

private:
    using Driven = std::pair<ProviderId, DriverCall>;

    // ---- sessionwriter.cpp ----
    // Writes what the event is about, and gives the index of the next one to look at.
    qsizetype take(qsizetype index);
    void apply(const Event &event);
    void follow(const Events::CallCreated &event);
    void follow(const Events::CallReleased &event);
    void follow(const Events::HandleCreated &event);
    void byItself(const Event &event, qsizetype index);
    bool isExplained(const Events::LineClosed &event);
    bool isExplained(const Events::DeviceState &event);
    // The event that says that the provider has died, before anybody does or reports anything; < 0: none.
    qsizetype deathAfter(qsizetype index) const;
    void writeDeath(const Event &event, qsizetype death);
    void writeRemoval(const Event &event, DeviceId device);
    void addStep(const QJsonObject &step) { m_steps.append(step); }
    // What waited for the moment of this event comes now.
    void waitUntil(Microseconds time);
    void note(const QString &sentence);
    QJsonObject head() const;
    void expectTheEnd();

    // ---- sessionfunctions.cpp ----
    qsizetype resultOf(qsizetype request) const; // index; < 0: none
    void writeFunction(qsizetype request, qsizetype result);
    QString callerOf(const Events::RequestMade &made, qsizetype request, qsizetype result);
    void nameWhatItGave(QJsonObject &step, const Request &request, HLineApp app, qsizetype first, qsizetype last);
    void nameCreated(QJsonObject &step, const Command &command, HLineApp app);
    void nameListed(QJsonObject &step, const Request &request, HLineApp app, const QList<Events::HandleCreated> &given);

    // ---- sessionreports.cpp ----
    qsizetype writeReport(qsizetype index);
    bool crossedAClose(ProviderId provider, const Report &report, qsizetype index) const;
    void write(ProviderId provider, const Reports::DeviceAdded &report);
    void write(ProviderId provider, const Reports::NewCall &report, qsizetype index);
    void write(ProviderId provider, const Reports::CallState &report);
    void write(ProviderId provider, const Reports::CallInfo &report);
    void write(ProviderId provider, const Reports::Completion &report, qsizetype index);
    void write(ProviderId provider, const Reports::Generate &report);
    void write(ProviderId provider, const Reports::MonitorDigits &report);
    void write(ProviderId provider, const Reports::FaultInjected &report);
    template<class Plain>
    void write(ProviderId provider, const Plain &report);
    QJsonObject stepFor(const char *verb, const QJsonObject &members) const;
    // The first state of the new call reported there, where it follows at once (V-19); null if it does not.
    const Reports::CallState *firstState(ProviderId provider, qsizetype index) const;
    DeviceId deviceOf(ProviderId provider, DriverLine line) const;
    QJsonValue stateMode(ProviderId provider, const Reports::CallState &report) const;
    QString nameForCreated(ProviderId provider, DriverCall driver, qsizetype index);

    // ---- sessionexpectations.cpp ----
    void expect(const Event &event);
    void expect(const Events::Message &event);
    void expect(const Events::CommandSent &event);
    void expect(const Events::FindingRaised &event);
    QJsonObject messageForm(HLineApp app, const LineMessage &message, QString &as);
    void addHandle(QJsonObject &form, HLineApp app, quint32 handle, bool mayName, QString &as);

    const EventBatch &m_journal;
    const WriteOptions &m_options;
    World m_world;
    SessionNames m_names;
    QJsonArray m_lines; // there from the beginning
    QStringList m_lineNames;
    QJsonArray m_steps;
    QStringList m_notes;
    Microseconds m_time = 0; // of the last step
    bool m_started = false;
    bool m_told = false;                   // something was done or reported, beside the lines of the beginning
    qsizetype m_explainedUntil = 0;        // what comes before that index, a step has brought about
    DeviceId m_closing;                    // a report has closed or removed it
    DeviceId m_changing;                   // a report is about its state
    QHash<Driven, CallId> m_calls;         // as the engine knows them
    QSet<CallId> m_reserved;               // named, and a handle will come
    QHash<RequestId, qsizetype> m_creates; // how many calls the completion of a request names
    QHash<CallId, quint32> m_generations;
};

} // namespace Linescope::Scenarios
