// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Plays a story to the engine and to the model, and says where they part.
#pragma once

#include "reference/story.h"

#include <QObject>

#include <map>
#include <memory>

namespace Linescope::Reference {

// What has been seen to happen, and how often.
struct Histogram {
    std::map<std::pair<size_t, LineError>, quint64> functions; // by index in Request and result
    std::map<size_t, quint64> reports;                         // by index in Report
    std::map<QByteArray, quint64> commands;
    std::map<MessageId, quint64> messages;
    std::map<std::string, quint64> findings;
    std::map<CallState, quint64> states;
    quint64 steps = 0;
};

class Player {
public:
    explicit Player(const Setting &setting, Histogram *histogram = nullptr);

    // Sentences saying what the engine did otherwise than the model; empty when they agree.
    QStringList play(const Step &step) { return play(std::vector{step}); }
    // The same for steps that belong together: what comes of them is compared after the last one.
    QStringList play(const std::vector<Step> &steps);
    // The applications fetch what is still in their queues, if it is more than that.
    QStringList fetchAll(size_t butThoseUpTo = 0);
    // The engine's World against a recount and a replay.
    QStringList check() const;
    // Both.
    QStringList finish();
    // Goes a way that is known to be right: nothing is compared.
    void lead(const std::vector<Step> &steps);

    const Model &model() const { return m_model; }
    const TelephonyServer &server() const { return *m_server; }

private:
    QStringList apply(const Step &step);
    QStringList ask(const Asks &asks);
    QStringList fetch(const Fetches &fetches);
    QStringList compareEffects();
    QStringList compareWorlds() const;
    void count(const EventBatch &batch);
    void countCloses(const Event &event);
    bool isAddressedToTheLiving(HLineApp app, const LineMessage &message) const;

    ManualClock m_clock;
    std::unique_ptr<TelephonyServer> m_server;
    Model m_model;
    World m_replayed;
    std::map<CallId, int> m_closes; // of the calls that there were: how often the provider was told to close them
    QStringList m_wronglyClosed;
    bool m_dead = false; // a provider is dying: nothing can be sent to it
    std::map<ProviderId, std::vector<Command>> m_commands;
    std::map<HLineApp, std::vector<LineMessage>> m_posted;
    std::vector<std::string> m_findings;
    Histogram *m_histogram;
    QObject m_context;
};

// One story of random steps. What went wrong, with the shortest story that shows it; empty when all went well.
QString playStory(quint64 seed, int steps, Histogram *histogram);
// The same for steps of one's own choice; the differences of the first step that differs.
QStringList playSteps(const Setting &setting, const std::vector<quint64> &numbers, std::vector<Step> *played = nullptr,
                      Histogram *histogram = nullptr);

} // namespace Linescope::Reference
