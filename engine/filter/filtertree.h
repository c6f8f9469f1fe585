// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Private to HandleFilter: conditions joined by and, or, not.
#pragma once

#include "filter/filterterm.h"
#include "filter/handlefilter.h"

namespace Linescope {

struct HandleFilter::Node {
    enum class Kind { Term, And, Or, Not };

    Kind kind = Kind::Term;
    std::vector<Node> children; // not of a term
    FilterTerm term;

    bool matches(const FilterRow &row) const;
    int cost() const;
    QString toText() const;

private:
    QString inside(const Node &child) const;
};

struct HandleFilter::Tree {
    Node root;
    std::vector<FilterTerm> times; // the terms that depend on time
};

} // namespace Linescope
