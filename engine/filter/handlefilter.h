// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Filter over handles, the same for the window's search line and linescopectl --filter.
//
//   filter   words side by side must all match; `and`, `or`, `not`, -word and ( ) join them: not before and before or
//   word     is looked for in everything a row shows, whatever its case; H42, C17, L3, A2 are whole names
//   key      `key:value` looks in one thing, `key=value` for all of it, `key>value` compares; `a,b` is a or b
//   value    matches a part of the text; with * or ? it has to match all of it; in "quotes" it is what it is
//   flags    retained, live, unowned
//
// FilterKeys has the keys; the help page filter.md tells it to people.
#pragma once

#include "filter/filtererror.h"
#include "world/world.h"

#include <tl/expected.hpp>

#include <memory>

namespace Linescope {

class HandleFilter {
public:
    static constexpr qsizetype MaxLength = 4000;
    static constexpr int MaxDepth = 32;
    static constexpr qsizetype MaxErrors = 8;

    // The filter, or what is wrong with the text.
    static tl::expected<HandleFilter, FilterErrors> parse(const QString &text);

    bool isEmpty() const { return !m_tree; }
    // Whether rows may come and go by nothing but time.
    bool dependsOnTime() const;
    bool matches(const World &world, const Handle &handle, Microseconds now) const;
    // A call matches when one of its handles does, or by itself when it has none.
    bool matches(const World &world, const Call &call, Microseconds now) const;
    // At the time of the World's last event.
    bool matches(const World &world, const Handle &handle) const { return matches(world, handle, world.time()); }
    bool matches(const World &world, const Call &call) const { return matches(world, call, world.time()); }

    // The next moment at which the filter may change its mind about a handle that does not change; the greatest
    // number if never.
    Microseconds nextChange(const World &world, const Handle &handle, Microseconds now) const;

    // The filter in words that parse() reads as the same.
    QString toText() const;

private:
    struct Node;
    struct Tree;
    class Parser;

    bool matches(const World &world, const Call &call, const Handle *handle, Microseconds now) const;

    std::shared_ptr<const Tree> m_tree; // none: everything matches
};

} // namespace Linescope
