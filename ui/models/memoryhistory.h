// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Retained memory over time: a sample each second, kept whole for ten minutes, then the highest of ten seconds for
// another hour and a half, then the highest of a minute, up to a day.
#pragma once

#include "models/liveworld.h"
#include "models/retainedmemory.h"

#include <QObject>
#include <QStringList>

#include <array>
#include <deque>
#include <optional>

namespace Linescope {

struct MemorySample {
    struct Part {
        quint16 name = 0; // index in MemoryHistory::names(); 0: all others
        quint64 bytes = 0;
        friend bool operator==(const Part &, const Part &) = default;
    };

    Microseconds time = 0;
    quint64 libraryBytes = 0;
    quint64 providerBytes = 0;
    std::vector<Part> parts; // by application, the largest first, the others last; they add up to the whole
    quint64 bytes() const { return libraryBytes + providerBytes; }
    friend bool operator==(const MemorySample &, const MemorySample &) = default;
};

class MemoryHistory : public QObject {
    Q_OBJECT

public:
    static constexpr size_t MaxParts = 8;  // applications told apart in a sample
    static constexpr size_t MaxNames = 64; // in all

    MemoryHistory(const LiveWorld *live, Clock *clock, QObject *parent = nullptr);

    // As of the last sample.
    const RetainedMemory &now() const { return m_now; }
    // Not older than `since`, oldest first; until the next sample.
    std::vector<const MemorySample *> samples(Microseconds since) const;
    std::optional<Microseconds> begin() const; // time of the oldest sample
    const QStringList &names() const { return m_names; }
    size_t count() const;
    quint64 revision() const { return m_revision; } // grows with every sample

    // Bytes per hour over the last minutes, at most ten; none before there is a minute to judge by.
    std::optional<double> growthPerHour() const;
    Microseconds growthSpan() const; // the time it is judged by

    // By itself at the beginning and once a second; not while the view is paused, when the World stands but not time.
    void sample();

private:
    struct Tier {
        Microseconds step; // between samples
        size_t capacity;
        std::deque<MemorySample> samples;
        std::optional<MemorySample> pending; // the highest of the step that has begun
    };

    void sampleEverySecond();
    void measure();
    void addParts(MemorySample &sample);
    void forgetUnusedNames();
    void keep(size_t tier, MemorySample sample);
    quint16 indexOf(const QString &name);

    const LiveWorld *m_live;
    Clock *m_clock;
    RetainedMemory m_now;
    std::array<Tier, 3> m_tiers;
    QStringList m_names;
    quint64 m_revision = 0;
    quint64 m_measuredSeq = 0;
    Microseconds m_nextMeasure = 0;
};

} // namespace Linescope
