// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Figures as a filter has them: 1h30m, 1:30, 2.5k, 42. What is equal to one is a range as wide as its last digit:
// age=5m means from five minutes to less than six.
#pragma once

#include "filter/filterkeys.h"

#include <limits>
#include <optional>

namespace Linescope {

struct FilterRange { // from <= x < to
    static constexpr qint64 NoEnd = std::numeric_limits<qint64>::max();

    qint64 from = std::numeric_limits<qint64>::min();
    qint64 to = NoEnd;

    bool contains(qint64 x) const { return from <= x && x < to; }
};

struct FilterNumber {
    qint64 value = 0;
    qint64 width = 1; // of its last digit
    FilterRange range(FilterOperator op) const;
};

std::optional<FilterNumber> parseFilterDuration(QStringView text); // microseconds; with a unit
std::optional<FilterNumber> parseFilterSize(QStringView text);     // bytes; k, m, g of 1024
std::optional<FilterNumber> parseFilterCount(QStringView text);

// "H42" of the letter H, whatever its case; nothing else.
std::optional<quint32> parseShortName(QStringView text, char16_t letter);

} // namespace Linescope
