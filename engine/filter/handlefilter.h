// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Free-text filter over handles, the same for the window's search line and linescopectl --filter: words, all of which
// must match. A plain word is searched in everything a row shows, whatever its case. `key:value` searches in one thing:
// state, app, line, call, handle, caller, called, privilege. `retained` keeps what is idle and held, `live` the rest.
// A word in "quotes" may hold spaces; -word keeps what does not match.
#pragma once

#include "tapi/result.h"
#include "world/world.h"

#include <QString>

#include <vector>

namespace Linescope {

class HandleFilter {
public:
    // The filter, or a sentence that says what is wrong and where.
    static tl::expected<HandleFilter, QString> parse(const QString &text);

    bool isEmpty() const { return m_terms.empty(); }
    bool matches(const World &world, const Handle &handle) const;
    bool matches(const World &world, const Call &call) const; // true if any key of a handle is not asked for

private:
    enum class Key { Any, State, App, Line, Call, Handle, Caller, Called, Privilege, Retained, Live };
    struct Term {
        Key key = Key::Any;
        QString text; // folded
        bool negated = false;
    };
    bool matches(const World &world, const Call &call, const Handle *handle) const;

    std::vector<Term> m_terms;
};

} // namespace Linescope
