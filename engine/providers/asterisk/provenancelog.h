// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the server said of each call and what followed: kept as long as the call is, for who asks why. It is Linescope's
// own and counts as no memory of the call.
#pragma once

#include "mapping.h"
#include "provider/provenance.h"

#include <deque>
#include <memory>
#include <vector>

namespace Linescope {

// Of one call. The first steps and the last ones are kept.
class ProvenanceLog {
public:
    static constexpr size_t maxSteps = 48;
    static constexpr size_t firstSteps = 12;

    struct Step {
        quint64 said = 0; // which word of the server it was
        Microseconds time = 0;
        const AsteriskMapping::Event *event = nullptr; // none: nothing that the server said
        QByteArray text = {};                          // as it came; empty: there was no room for it any more
        const AsteriskMapping::Rule *stateRule = nullptr;
        const AsteriskMapping::Rule *endRule = nullptr;
        CallState state = CallState::Unknown; // the last one that followed, if there is a rule for it
        quint32 mode = 0;
        CallInfoStates changes = {};
        quint32 reason = 0; // if that is among the changes
        bool isNew = false; // the call was announced
    };

    explicit ProvenanceLog(std::shared_ptr<qsizetype> bytes)
        : m_bytes(std::move(bytes))
    {
    }
    ~ProvenanceLog() { dropTexts(); }
    Q_DISABLE_COPY_MOVE(ProvenanceLog)

    Step &add(Step &&step);
    Step *last() { return m_steps.empty() ? nullptr : &m_steps.back(); }
    void dropTexts();
    Provenance toProvenance() const;

private:
    std::vector<Step> m_steps;
    quint32 m_leftOut = 0;
    std::shared_ptr<qsizetype> m_bytes; // of all logs
};

// Makes the logs, and knows what is being said at the moment.
class ProvenanceKeeper {
public:
    // Of texts; above it those of the oldest calls go.
    static constexpr qsizetype defaultMaxBytes = 64 * 1024 * 1024;

    explicit ProvenanceKeeper(qsizetype maxBytes = defaultMaxBytes)
        : m_maxBytes(maxBytes)
    {
    }

    // What follows is because of this; `message` has to stay until done().
    void begin(const AsteriskMapping::Event &event, const Ami::Message &message, Microseconds time);
    void done() { beginOther(m_time); }
    // What follows is because of something else: a request, the connection.
    void beginOther(Microseconds time);

    // A call is told of late, for its line has been opened only now: what was said last has led to it.
    void takeUp(const std::shared_ptr<ProvenanceLog> &log);
    // The step of that log for what is being said; makes the log if there is none.
    ProvenanceLog::Step &step(std::shared_ptr<ProvenanceLog> &log);

private:
    static constexpr size_t firstTidyAt = 1024;

    std::shared_ptr<ProvenanceLog> create();
    void makeRoom(const ProvenanceLog *except);

    qsizetype m_maxBytes;
    size_t m_tidyAt = firstTidyAt;
    const AsteriskMapping::Event *m_event = nullptr;
    const Ami::Message *m_message = nullptr;
    QByteArray m_text; // of the message, once it is needed
    quint64 m_said = 0;
    Microseconds m_time = 0;
    std::shared_ptr<qsizetype> m_bytes = std::make_shared<qsizetype>(0);
    std::deque<std::weak_ptr<ProvenanceLog>> m_logs; // oldest first
};

} // namespace Linescope
