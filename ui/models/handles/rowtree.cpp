// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/handles/rowtree.h"

#include <utility>

namespace Linescope {

namespace {

// As good as random and the same in every run.
quint32 priority(RowTree::Node node)
{
    quint32 x = node * 0x9e3779b9U;
    x = (x ^ (x >> 16)) * 0x85ebca6bU;
    x = (x ^ (x >> 13)) * 0xc2b2ae35U;
    return x ^ (x >> 16);
}

} // namespace

RowTree::RowTree()
    : m_slots(1)
{
    m_slots[Root].expanded = true;
}

RowTree::Node RowTree::create(bool expanded)
{
    Node node = Node(m_slots.size());
    if (m_free.empty()) {
        m_slots.emplace_back();
    } else {
        node = m_free.back();
        m_free.pop_back();
        m_slots[node] = {};
    }
    m_slots[node].expanded = expanded;
    return node;
}

void RowTree::destroy(Node node)
{
    Q_ASSERT(node != Root && !m_slots[node].linked);
    m_slots[node] = {};
    m_free.push_back(node);
}

bool RowTree::isBefore(Node a, Node b) const
{
    const quint64 keyA = m_slots[a].key;
    const quint64 keyB = m_slots[b].key;
    return keyA != keyB ? keyA < keyB : m_before ? m_before(a, b) : a < b;
}

void RowTree::prepare(Node node, Node parent, quint64 key)
{
    Slot &slot = m_slots[node];
    Q_ASSERT(!slot.linked);
    slot.left = slot.right = slot.up = None;
    slot.parent = parent;
    slot.key = key;
    slot.sum = slot.weight;
    slot.linked = true;
}

void RowTree::link(Node node, Node parent, quint64 key)
{
    prepare(node, parent, key);
    Node at = None;
    bool left = false;
    for (Node next = m_slots[parent].children; next != None;) {
        at = next;
        left = isBefore(node, at);
        next = left ? m_slots[at].left : m_slots[at].right;
    }
    attach(node, at, left);
}

void RowTree::append(Node node, Node parent, quint64 key)
{
    prepare(node, parent, key);
    Node at = m_slots[parent].children;
    while (at != None && m_slots[at].right != None)
        at = m_slots[at].right;
    attach(node, at, false);
}

void RowTree::attach(Node node, Node at, bool left)
{
    Slot &slot = m_slots[node];
    slot.up = at;
    if (at == None)
        m_slots[slot.parent].children = node;
    else
        (left ? m_slots[at].left : m_slots[at].right) = node;
    addWeight(at, slot.parent, slot.weight);
    while (slot.up != None && priority(node) > priority(slot.up))
        rotateUp(node);
}

void RowTree::unlink(Node node)
{
    Slot &slot = m_slots[node];
    Q_ASSERT(slot.linked);
    while (slot.left != None || slot.right != None) {
        if (slot.left == None)
            rotateUp(slot.right);
        else if (slot.right == None)
            rotateUp(slot.left);
        else
            rotateUp(priority(slot.left) > priority(slot.right) ? slot.left : slot.right);
    }
    const Node up = slot.up;
    replaceChild(up, slot.parent, node, None);
    addWeight(up, slot.parent, -slot.weight);
    slot.up = None;
    slot.linked = false;
}

void RowTree::replaceChild(Node up, Node parent, Node from, Node to)
{
    if (up == None)
        m_slots[parent].children = to;
    else
        (m_slots[up].left == from ? m_slots[up].left : m_slots[up].right) = to;
}

void RowTree::rotateUp(Node node)
{
    Slot &slot = m_slots[node];
    const Node below = slot.up; // will be
    Slot &other = m_slots[below];
    const bool isLeft = other.left == node;
    const Node between = std::exchange(isLeft ? slot.right : slot.left, below);
    (isLeft ? other.left : other.right) = between;
    if (between != None)
        m_slots[between].up = below;
    slot.up = std::exchange(other.up, node);
    replaceChild(slot.up, slot.parent, below, node);
    refreshSum(below);
    refreshSum(node);
}

void RowTree::refreshSum(Node node)
{
    Slot &slot = m_slots[node];
    slot.sum = slot.weight + sum(slot.left) + sum(slot.right);
}

// Tells the treap from `inTreap` upwards, and whoever shows it, that there are more or fewer rows.
void RowTree::addWeight(Node inTreap, Node parent, int difference)
{
    for (;;) {
        for (Node node = inTreap; node != None; node = m_slots[node].up)
            m_slots[node].sum += difference;
        Slot &owner = m_slots[parent];
        if (parent == Root || !owner.expanded)
            return;
        owner.weight += difference;
        if (!owner.linked)
            return; // it carries its weight until it has a place
        inTreap = parent;
        parent = owner.parent;
    }
}

void RowTree::setExpanded(Node node, bool expanded)
{
    Slot &slot = m_slots[node];
    if (slot.expanded == expanded)
        return;
    slot.expanded = expanded;
    const int difference = expanded ? sum(slot.children) : -sum(slot.children);
    slot.weight += difference;
    if (slot.linked)
        addWeight(node, slot.parent, difference);
}

void RowTree::setExpanded(const std::function<bool(Node)> &expanded)
{
    for (Node node = Root + 1; node < nodeCount(); ++node)
        m_slots[node].expanded = expanded(node);
    for (Node node = Root; node < nodeCount(); ++node) {
        Slot &slot = m_slots[node];
        if (slot.linked)
            continue; // counted with what it hangs on
        const int below = recount(slot.children);
        slot.weight = slot.sum = 1 + (slot.expanded ? below : 0); // carried along until it has a place
    }
}

int RowTree::recount(Node top)
{
    if (top == None)
        return 0;
    Slot &slot = m_slots[top];
    const int below = recount(slot.children);
    slot.weight = 1 + (slot.expanded ? below : 0);
    slot.sum = slot.weight + recount(slot.left) + recount(slot.right);
    return slot.sum;
}

RowTree::Node RowTree::at(int row) const
{
    Node node = m_slots[Root].children;
    if (row < 0 || row >= sum(node))
        return None;
    for (;;) {
        const Slot &slot = m_slots[node];
        const int before = sum(slot.left);
        if (row < before) {
            node = slot.left;
            continue;
        }
        row -= before;
        if (row == 0)
            return node;
        if (row < slot.weight) {
            row -= 1;
            node = slot.children;
        } else {
            row -= slot.weight;
            node = slot.right;
        }
    }
}

int RowTree::rowOf(Node node) const
{
    int row = 0;
    for (;;) {
        if (!m_slots[node].linked)
            return -1;
        row += sum(m_slots[node].left);
        for (Node below = node, up = m_slots[node].up; up != None; below = up, up = m_slots[up].up) {
            if (m_slots[up].right == below)
                row += sum(m_slots[up].left) + m_slots[up].weight;
        }
        node = m_slots[node].parent;
        if (node == Root)
            return row;
        if (!m_slots[node].expanded)
            return -1;
        row += 1;
    }
}

bool RowTree::isVisible(Node node) const
{
    for (;;) {
        if (!m_slots[node].linked)
            return false;
        node = m_slots[node].parent;
        if (node == Root)
            return true;
        if (!m_slots[node].expanded)
            return false;
    }
}

RowTree::Node RowTree::firstChild(Node node) const
{
    Node first = m_slots[node].children;
    while (first != None && m_slots[first].left != None)
        first = m_slots[first].left;
    return first;
}

} // namespace Linescope
