// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One condition of a filter, made ready for asking many rows.
#pragma once

#include "filter/filternumbers.h"
#include "filter/filterscanner.h"
#include "filter/textpattern.h"
#include "world/world.h"

#include <vector>

namespace Linescope {

// A handle as a filter sees it, or a call alone.
struct FilterRow {
    const World &world;
    const Call &call;
    const Handle *handle;
    Microseconds now;

    bool isRetained() const { return handle && call.isIdle(); }
};

struct FilterTerm {
    struct ShortName {
        char16_t letter;
        quint32 number;
    };

    FilterKey key = FilterKey::Any;
    FilterOperator op = FilterOperator::Has;
    std::vector<FilterValue> values; // as written
    std::vector<TextPattern> patterns;
    std::vector<ShortName> names;
    std::vector<FilterRange> ranges;
    quint32 bits = 0;       // constants of the key's family; for a plain word call states
    quint32 privileges = 0; // for a plain word

    bool matches(const FilterRow &row) const { return holds(row) != (op == FilterOperator::NotEqual); }
    // The next moment after row.now at which this may change while the row does not; NoEnd if never.
    Microseconds nextChange(const FilterRow &row) const;
    bool dependsOnTime() const { return key != FilterKey::Any && FilterKeys::of(key).isTime(); }
    int cost() const; // compared with other terms
    QString toText() const;

private:
    bool holds(const FilterRow &row) const;
    bool anythingHolds(const FilterRow &row) const;
    bool anyPattern(QStringView text) const;
    bool anyName(char16_t letter, quint32 number) const;
    bool anyRange(qint64 number) const;
    bool appHolds(const FilterRow &row) const;
    bool deviceHolds(const FilterRow &row) const;
    bool providerHolds(const FilterRow &row) const;
    bool partyHolds(const FilterRow &row, QString CallInfo::*number, QString CallInfo::*name) const;
};

} // namespace Linescope
