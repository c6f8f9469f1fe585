// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A node of the tree of lines.
#pragma once

#include "models/linetreemodel.h"

namespace Linescope {

// Keeps what it shows, so that the World after a batch can be compared with it.
struct LineTreeModel::Node {
    Kind kind;
    quint32 id;
    Node *parent;
    int row = 0;
    Words words = {};
    Counts counts = {};
    quint32 device = 0;                               // of an HLINE
    quint32 app = 0;                                  // of an HLINE
    std::vector<std::unique_ptr<Node>> children = {}; // ascending by order()

    // Providers before the heading of the applications.
    NodeOrder order() const { return {kind, id}; }
};

} // namespace Linescope
