// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/memoryhistory.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace Linescope {

namespace {

constexpr Microseconds Second = 1'000'000;
constexpr Microseconds EnoughForGrowth = 60 * Second;

} // namespace

MemoryHistory::MemoryHistory(const LiveWorld *live, Clock *clock, QObject *parent)
    : QObject(parent)
    , m_live(live)
    , m_clock(clock)
    , m_tiers{{{Second, 600, {}, {}}, {10 * Second, 540, {}, {}}, {60 * Second, 1350, {}, {}}}}
    , m_names{QString()}
{
    sample(); // even of a World that is paused: there is something to show
    sampleEverySecond();
}

// A World that is paused says nothing about the time that goes by meanwhile.
void MemoryHistory::sampleEverySecond()
{
    m_clock->callAt(m_clock->now() + Second, this, [this] {
        if (!m_live->isPaused())
            sample();
        sampleEverySecond();
    });
}

// A walk over very many calls is done less often, so that it never takes more than a two-hundredth of the time.
void MemoryHistory::measure()
{
    const World &world = m_live->world();
    if ((world.seq() == m_measuredSeq && m_measuredSeq != 0) || m_clock->now() < m_nextMeasure)
        return;
    QElapsedTimer timer;
    timer.start();
    m_now = retainedMemory(world);
    m_measuredSeq = world.seq();
    m_nextMeasure = m_clock->now() + std::max<Microseconds>(0, timer.nsecsElapsed() / 1000 * 200 - Second);
}

void MemoryHistory::sample()
{
    measure();
    const Totals &totals = m_live->world().totals();
    if (size_t(m_names.size()) > MaxNames)
        forgetUnusedNames();
    MemorySample sample;
    sample.time = m_clock->now();
    sample.libraryBytes = totals.retainedLibraryBytes;
    sample.providerBytes = totals.retainedProviderBytes;
    addParts(sample);
    keep(0, std::move(sample));
    ++m_revision;
}

// In the proportions of the last walk, which may be older than the totals.
void MemoryHistory::addParts(MemorySample &sample)
{
    quint64 measured = 0;
    for (const MemoryShare &share : m_now.shares)
        measured += share.bytes();
    const double factor = measured > 0 ? double(sample.bytes()) / double(measured) : 0;
    quint64 left = sample.bytes();
    quint64 others = 0;
    for (const MemoryShare &share : m_now.shares) {
        const quint64 bytes = std::min(left, quint64(double(share.bytes()) * factor));
        const quint16 name = sample.parts.size() < MaxParts ? indexOf(share.name) : 0;
        left -= bytes;
        if (name == 0)
            others += bytes;
        else if (bytes > 0)
            sample.parts.push_back({name, bytes});
    }
    if (others > 0 || sample.parts.empty())
        others += left;
    else
        sample.parts.front().bytes += left; // what rounding has left
    if (others > 0)
        sample.parts.push_back({0, others});
}

quint16 MemoryHistory::indexOf(const QString &name)
{
    const qsizetype index = m_names.indexOf(name, 1);
    if (index > 0)
        return quint16(index);
    if (size_t(m_names.size()) > MaxNames)
        return 0;
    m_names.append(name);
    return quint16(m_names.size() - 1);
}

// Of applications that no sample is left of.
void MemoryHistory::forgetUnusedNames()
{
    std::vector<quint16> renamed(size_t(m_names.size()));
    const auto forEachPart = [this](const auto &function) {
        for (Tier &tier : m_tiers) {
            for (MemorySample &sample : tier.samples)
                std::for_each(sample.parts.begin(), sample.parts.end(), function);
            if (tier.pending)
                std::for_each(tier.pending->parts.begin(), tier.pending->parts.end(), function);
        }
    };
    forEachPart([&](const auto &part) { renamed[part.name] = 1; });
    QStringList names{QString()};
    for (qsizetype old = 1; old < m_names.size(); ++old) {
        if (renamed[size_t(old)]) {
            renamed[size_t(old)] = quint16(names.size());
            names += m_names[old];
        }
    }
    forEachPart([&](auto &part) { part.name = part.name == 0 ? quint16(0) : renamed[part.name]; });
    m_names = names;
}

// What is too old for a tier goes to the next, coarser one.
void MemoryHistory::keep(size_t index, MemorySample sample)
{
    Tier &tier = m_tiers[index];
    if (index > 0) {
        if (tier.pending && tier.pending->time / tier.step == sample.time / tier.step) {
            if (sample.bytes() > tier.pending->bytes())
                tier.pending = std::move(sample);
            return;
        }
        std::optional<MemorySample> full = std::exchange(tier.pending, std::move(sample));
        if (!full)
            return;
        sample = *std::move(full);
    }
    tier.samples.push_back(std::move(sample));
    if (tier.samples.size() <= tier.capacity)
        return;
    MemorySample old = std::move(tier.samples.front());
    tier.samples.pop_front();
    if (index + 1 < m_tiers.size())
        keep(index + 1, std::move(old));
}

std::vector<const MemorySample *> MemoryHistory::samples(Microseconds since) const
{
    std::vector<const MemorySample *> result;
    const auto add = [&](const MemorySample &sample) {
        if (sample.time >= since)
            result.push_back(&sample);
    };
    for (size_t i = m_tiers.size(); i-- > 0;) {
        for (const MemorySample &sample : m_tiers[i].samples)
            add(sample);
        if (m_tiers[i].pending)
            add(*m_tiers[i].pending);
    }
    return result;
}

std::optional<Microseconds> MemoryHistory::begin() const
{
    for (size_t i = m_tiers.size(); i-- > 0;) {
        const Tier &tier = m_tiers[i];
        if (!tier.samples.empty())
            return tier.samples.front().time;
        if (tier.pending)
            return tier.pending->time;
    }
    return std::nullopt;
}

size_t MemoryHistory::count() const
{
    size_t sum = 0;
    for (const Tier &tier : m_tiers)
        sum += tier.samples.size() + (tier.pending ? 1 : 0);
    return sum;
}

Microseconds MemoryHistory::growthSpan() const
{
    const auto &samples = m_tiers[0].samples;
    return samples.empty() ? 0 : samples.back().time - samples.front().time;
}

// The slope of the line that fits best.
std::optional<double> MemoryHistory::growthPerHour() const
{
    const auto &samples = m_tiers[0].samples;
    if (growthSpan() < EnoughForGrowth)
        return std::nullopt;
    const Microseconds start = samples.front().time;
    const auto hours = [start](const MemorySample &sample) { return double(sample.time - start) / 3.6e9; };
    double meanX = 0;
    double meanY = 0;
    for (const MemorySample &sample : samples) {
        meanX += hours(sample) / double(samples.size());
        meanY += double(sample.bytes()) / double(samples.size());
    }
    double covariance = 0;
    double variance = 0;
    for (const MemorySample &sample : samples) {
        const double x = hours(sample) - meanX;
        covariance += x * (double(sample.bytes()) - meanY);
        variance += x * x;
    }
    return variance > 0 ? covariance / variance : 0;
}

} // namespace Linescope
