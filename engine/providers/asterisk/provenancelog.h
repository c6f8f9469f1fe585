// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the server said of each call and line and what followed: kept as long as that is, for who asks why. It is
// Linescope's own and counts as no memory of the call.
#pragma once

#include "mapping.h"
#include "provider/provenance.h"

#include <memory>
#include <vector>

namespace Linescope {

// What was said last, word for word, up to so many bytes: the oldest words are overwritten. Memory is taken as it is
// needed, and then used again and again.
class SaidTexts {
public:
    static constexpr qsizetype chunkBytes = 1024 * 1024; // a longer word is cut
    static constexpr quint64 defaultChunks = 32;

    explicit SaidTexts(quint64 chunks = defaultChunks)
        : m_capacity(chunks)
    {
    }

    struct Place {
        quint64 at = 0;     // bytes since the beginning, those included that were left free at the end of a chunk
        quint32 length = 0; // 0: nowhere
    };
    Place put(QByteArrayView text);
    QByteArray text(const Place &place) const; // empty: it has been overwritten

private:
    static constexpr quint64 chunkSize = quint64(chunkBytes);

    quint64 m_capacity;
    quint64 m_end = 0;
    std::vector<std::unique_ptr<char[]>> m_chunks;
};

// Of one call or line. The first steps and the last ones are kept.
class ProvenanceLog {
public:
    static constexpr size_t maxSteps = 48;
    static constexpr size_t firstSteps = 12;
    static constexpr size_t usualSteps = 8;

    struct Step {
        Microseconds time = 0;
        const AsteriskMapping::Event *event = nullptr; // none: nothing that the server said
        quint64 textAt = 0;                            // a SaidTexts::Place
        quint32 textLength = 0;
        quint32 mode = 0;
        const AsteriskMapping::Rule *stateRule = nullptr;
        const AsteriskMapping::Rule *endRule = nullptr; // IDLE followed
        CallState state = CallState::Unknown;           // the last one that followed, if there is a rule for it
        std::optional<bool> inService = {};             // of a line, instead of a state
        bool isNew = false;                             // the call or line was announced
        CallInfoStates changes = {};
        quint32 reason = 0; // if that is among the changes, or it is new
    };
    static_assert(sizeof(Step) <= 64, "a line of the cache; a call has some ten of them");

    // The last step, if it is of that word, or else a new one. `said` counts the words of a server.
    template<class Make>
    Step &step(quint32 said, Make make)
    {
        return said == m_said && !m_steps.empty() ? m_steps.back() : add(said, make());
    }
    // The last step is of that word, too.
    void continueWith(quint32 said) { m_said = said; }
    void settle() { m_steps.shrink_to_fit(); } // not much will follow
    Provenance toProvenance(const SaidTexts &texts) const;

private:
    Step &add(quint32 said, const Step &step);

    std::vector<Step> m_steps;
    quint32 m_said = 0; // of the last step
    quint32 m_leftOut = 0;
};

// Makes the logs, and knows what is being said at the moment.
class ProvenanceKeeper {
public:
    explicit ProvenanceKeeper(quint64 chunks = SaidTexts::defaultChunks)
        : m_texts(chunks)
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
    Provenance provenance(const ProvenanceLog &log) const { return log.toProvenance(m_texts); }

private:
    ProvenanceLog::Step newStep();

    SaidTexts m_texts;
    const AsteriskMapping::Event *m_event = nullptr;
    const Ami::Message *m_message = nullptr;
    SaidTexts::Place m_place; // of the message, once it has one
    quint32 m_said = 0;
    Microseconds m_time = 0;
};

} // namespace Linescope
