// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Free-text filter over handles, the same for the window's search line and linescopectl --filter: words, all of which
// must match. A plain word is searched in everything a row shows, whatever its case. `key:value` searches in one thing:
// state, app, line, call, handle, caller, called, privilege; short names (H42, C17, A1, L3) match whole there.
// `retained` keeps what is idle and held, `live` the rest. A word in "quotes" may hold spaces and is never a key;
// -word keeps what does not match.
#pragma once

#include "tapi/result.h"
#include "world/world.h"

#include <QCoreApplication>
#include <QString>

#include <vector>

namespace Linescope {

class HandleFilter {
    Q_DECLARE_TR_FUNCTIONS(Linescope::HandleFilter)

public:
    // The filter, or a sentence that says what is wrong and where.
    static tl::expected<HandleFilter, QString> parse(const QString &text);

    bool isEmpty() const { return m_terms.empty(); }
    bool matches(const World &world, const Handle &handle) const;
    // A call matches when one of its handles does, or by itself when it has none.
    bool matches(const World &world, const Call &call) const;

private:
    enum class Key { Any, State, App, Line, Call, Handle, Caller, Called, Privilege, Retained, Live };
    struct Term {
        Key key = Key::Any;
        QString text;
        quint32 states = 0;     // the call states that the text names, found once
        quint32 privileges = 0; // likewise
        bool negated = false;
    };
    struct Word;
    struct Row;
    class Parser;

    bool matches(const World &world, const Call &call, const Handle *handle) const;
    static bool matches(const Term &term, const Row &row);

    std::vector<Term> m_terms;
};

} // namespace Linescope
