// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rows of a flattened tree: which node is in which row, when some nodes are expanded and others are not. The
// children of a node are a treap ordered by key; each member of a treap knows how many rows it and those below it show.
// Row to node, node to row, link, unlink, expand and collapse are logarithmic; nothing depends on how many rows there
// are. What the nodes mean is somebody else's business.
#pragma once

#include <QtGlobal>

#include <functional>
#include <vector>

namespace Linescope {

class RowTree {
public:
    using Node = quint32;
    static constexpr Node None = 0xffffffff;
    static constexpr Node Root = 0;                 // no row of its own
    using Before = std::function<bool(Node, Node)>; // strict; for nodes whose keys are equal

    RowTree();
    void reserve(size_t nodes) { m_slots.reserve(nodes + 1); }
    void setBefore(Before before) { m_before = std::move(before); }

    // A node without a place; numbers of destroyed nodes are used again.
    Node create(bool expanded);
    void destroy(Node node);                                // must have been unlinked
    Node nodeCount() const { return Node(m_slots.size()); } // in use or free

    void link(Node node, Node parent, quint64 key);   // where it belongs among the parent's children
    void append(Node node, Node parent, quint64 key); // behind them; the caller knows that it belongs there
    void unlink(Node node);                           // takes its children with it
    void setExpanded(Node node, bool expanded);
    // Of all nodes for which `expanded` says something new; linear.
    void setExpanded(const std::function<bool(Node)> &expanded);

    int rowCount() const { return sum(m_slots[Root].children); }
    Node at(int row) const;     // None if there is no such row
    int rowOf(Node node) const; // -1 if it is hidden or has no place
    bool isVisible(Node node) const;
    bool isLinked(Node node) const { return m_slots[node].linked; }
    bool isExpanded(Node node) const { return m_slots[node].expanded; }
    int rowsBelow(Node node) const { return sum(m_slots[node].children); } // if it is expanded
    Node firstChild(Node node) const;
    // Calls f(child) for each child, in order; f changes nothing here.
    template<class F>
    void forEachChild(Node node, F f) const
    {
        inOrder(m_slots[node].children, f);
    }

private:
    struct Slot {
        quint64 key = 0;
        Node left = None;
        Node right = None;
        Node up = None; // in the treap
        Node parent = Root;
        Node children = None; // top of their treap
        int weight = 1;       // rows of this node and, if it is expanded, of all below
        int sum = 1;          // weights of this part of the treap
        bool expanded = false;
        bool linked = false;
    };

    template<class F>
    void inOrder(Node top, const F &f) const
    {
        if (top == None)
            return;
        inOrder(m_slots[top].left, f);
        f(top);
        inOrder(m_slots[top].right, f);
    }
    int sum(Node node) const { return node == None ? 0 : m_slots[node].sum; }
    bool isBefore(Node a, Node b) const;
    void attach(Node node, Node at, bool left);
    void prepare(Node node, Node parent, quint64 key);
    void rotateUp(Node node);
    void addWeight(Node inTreap, Node parent, int difference);
    void replaceChild(Node up, Node parent, Node from, Node to);
    void refreshSum(Node node);
    int recount(Node top);

    std::vector<Slot> m_slots;
    std::vector<Node> m_free;
    Before m_before;
};

} // namespace Linescope
