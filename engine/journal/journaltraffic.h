// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The reports and commands in a journal. Where it has a snapshot, what providers would report of it: devices, calls.
#pragma once

#include "journal/journalfile.h"
#include "provider/recordedtraffic.h"

#include <deque>
#include <set>

namespace Linescope {

class JournalTraffic : public TrafficSource {
public:
    static tl::expected<std::unique_ptr<TrafficSource>, QString> open(const QString &path);

    explicit JournalTraffic(std::unique_ptr<JournalFile> file)
        : m_file(std::move(file))
    {
    }
    tl::expected<std::optional<RecordedTraffic>, QString> next() override;

private:
    using Named = std::pair<ProviderId, quint32>;

    void tell(const World &world);
    void tell(const World &world, const Call &call);
    void take(const Event &event);
    void note(ProviderId provider, const Report &report);

    std::unique_ptr<JournalFile> m_file;
    std::deque<RecordedTraffic> m_waiting;
    std::set<Named> m_lines; // that have been told
    std::set<Named> m_calls;
};

} // namespace Linescope
