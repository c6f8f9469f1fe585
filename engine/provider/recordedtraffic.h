// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What once went between providers and an engine, from wherever it was kept: what a provider that plays it again needs.
#pragma once

#include "provider/contract.h"
#include "tapi/clock.h"

#include <tl/expected.hpp>

#include <functional>
#include <memory>
#include <optional>

namespace Linescope {

struct RecordedTraffic {
    Microseconds time = 0;
    ProviderId provider; // as it was named then
    std::variant<Report, Command> what;
};

class TrafficSource {
public:
    virtual ~TrafficSource() = default;
    // The next one; none at the end; a sentence when it cannot be read on.
    virtual tl::expected<std::optional<RecordedTraffic>, QString> next() = 0;
};

// Opens it at its beginning, again and again.
using TrafficOpener = std::function<tl::expected<std::unique_ptr<TrafficSource>, QString>()>;

} // namespace Linescope
