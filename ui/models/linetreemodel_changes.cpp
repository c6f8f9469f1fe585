// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the tree of lines follows the World.
#include "models/linetreemodel_p.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace Linescope {

void LineTreeModel::setActive(bool active)
{
    m_active = active;
    if (active && std::exchange(m_replaced, false))
        reset();
    else if (active && m_stale)
        catchUp();
}

void LineTreeModel::reset()
{
    if (!m_active) {
        m_replaced = true;
        return;
    }
    m_stale = false;
    beginResetModel();
    sortLines();
    m_root = std::make_unique<Node>(Node{Kind::Provider, 0, nullptr});
    for (const auto &[kind, id] : wantedChildren(*m_root))
        m_root->children.push_back(makeNode(kind, id, m_root.get()));
    number(*m_root, 0);
    endResetModel();
}

// What goes, and calls as they still are, while they can be looked at.
void LineTreeModel::noteGoing()
{
    m_counted.clear();
    const NetEffect &net = m_live->netEffect();
    if (!m_active || net.linesOrAppsChanged())
        return;
    for (const NetEffect::Voided &voided : net.voided()) {
        if (const Handle *handle = m_live->world().handle(voided.handle))
            noteCounts(*handle);
    }
    for (const CallId call : net.changed()) {
        if (net.aspectsOf(call, m_live->world().calls().slotOf(call)) & Aspect::State)
            noteCounts(call);
    }
}

void LineTreeModel::noteCounts(const Handle &handle) { m_counted.insert(handle.line); }

void LineTreeModel::noteCounts(CallId call)
{
    if (const Call *record = m_live->world().call(call))
        m_live->world().forEachHandle(*record, [this](const Handle &handle) { noteCounts(handle); });
}

void LineTreeModel::advance()
{
    const NetEffect &net = m_live->netEffect();
    if (!m_active) {
        m_stale = m_stale || net.linesOrAppsChanged() || !net.isEmpty();
        return;
    }
    if (net.linesOrAppsChanged())
        return catchUp();
    for (const HCall added : net.added()) {
        if (const Handle *handle = m_live->world().handle(added))
            noteCounts(*handle);
    }
    refreshCounts();
}

void LineTreeModel::catchUp()
{
    m_stale = false;
    sortLines();
    matchChildren(m_root.get());
    refresh(m_root.get());
}

// Only of lines with handles that came, went or changed, of their devices and their applications.
void LineTreeModel::refreshCounts()
{
    QSet<const void *> nodes;
    for (const HLine line : std::as_const(m_counted)) {
        const Line *record = m_live->world().line(line);
        if (!record)
            continue;
        for (const QModelIndex &each : {indexOf(line), indexOf(record->device), indexOf(record->app)}) {
            if (each.isValid() && !nodes.contains(each.internalPointer()) && refreshCounts(nodeAt(each)))
                Q_EMIT dataChanged(each, each);
            nodes.insert(each.internalPointer());
        }
    }
    m_counted.clear();
}

// Two sorted lists in one walk; what is gone is removed and what is new inserted, run by run.
void LineTreeModel::matchChildren(Node *node)
{
    const auto wanted = wantedChildren(*node);
    const auto isWanted = [&](const auto &child) {
        return std::binary_search(wanted.begin(), wanted.end(), child->order());
    };
    auto &children = node->children;
    for (int last = int(children.size()) - 1; last >= 0; --last) {
        if (isWanted(children[size_t(last)]))
            continue;
        int first = last;
        while (first > 0 && !isWanted(children[size_t(first) - 1]))
            --first;
        beginRemoveRows(indexOf(node), first, last);
        children.erase(children.begin() + first, children.begin() + last + 1);
        number(*node, size_t(first));
        endRemoveRows();
        last = first;
    }
    for (size_t row = 0; row < wanted.size(); ++row) {
        const auto isThere = [&](size_t i) { return row < children.size() && children[row]->order() == wanted[i]; };
        if (isThere(row))
            continue;
        size_t end = row + 1;
        while (end < wanted.size() && !isThere(end))
            ++end;
        insertChildren(node, row, {wanted.begin() + std::ptrdiff_t(row), wanted.begin() + std::ptrdiff_t(end)});
        row = end - 1;
    }
    for (const auto &child : children)
        matchChildren(child.get());
}

void LineTreeModel::insertChildren(Node *node, size_t row, const std::vector<NodeOrder> &orders)
{
    std::vector<std::unique_ptr<Node>> added;
    for (const auto &[kind, id] : orders)
        added.push_back(makeNode(kind, id, node));
    beginInsertRows(indexOf(node), int(row), int(row + added.size()) - 1);
    node->children.insert(node->children.begin() + std::ptrdiff_t(row), std::make_move_iterator(added.begin()),
                          std::make_move_iterator(added.end()));
    number(*node, row);
    endInsertRows();
}

void LineTreeModel::number(Node &node, size_t from)
{
    for (size_t row = from; row < node.children.size(); ++row)
        node.children[row]->row = int(row);
}

void LineTreeModel::refresh(Node *node)
{
    int first = -1;
    int last = -1;
    for (const auto &child : node->children) {
        if (refreshNode(child.get())) {
            first = first < 0 ? child->row : first;
            last = child->row;
        }
        refresh(child.get());
    }
    if (first >= 0)
        Q_EMIT dataChanged(index(first, 0, indexOf(node)), index(last, 0, indexOf(node)));
}

bool LineTreeModel::refreshCounts(Node *node) const
{
    ++m_looks;
    const Counts counts = std::exchange(node->counts, countsOf(*node));
    return counts != node->counts;
}

bool LineTreeModel::refreshNode(Node *node) const
{
    const bool countsChanged = refreshCounts(node);
    const Words words = std::exchange(node->words, wordsOf(*node));
    return countsChanged || words != node->words;
}

// A node is complete before anybody hears of it, its children included.
std::unique_ptr<LineTreeModel::Node> LineTreeModel::makeNode(Kind kind, quint32 id, Node *parent) const
{
    auto node = std::make_unique<Node>(Node{kind, id, parent});
    if (const Line *line = kind == Kind::Line ? m_live->world().line({id}) : nullptr) {
        node->device = line->device.value;
        node->app = line->app.value;
    }
    refreshNode(node.get());
    for (const auto &[childKind, childId] : wantedChildren(*node))
        node->children.push_back(makeNode(childKind, childId, node.get()));
    number(*node, 0);
    return node;
}

std::vector<LineTreeModel::NodeOrder> LineTreeModel::wantedChildren(const Node &node) const
{
    const World &world = m_live->world();
    std::vector<NodeOrder> wanted;
    if (!node.parent) {
        for (const Provider &provider : world.providers())
            wanted.push_back({Kind::Provider, provider.id.value});
        wanted.push_back({Kind::Apps, 0});
    } else if (node.kind == Kind::Provider) {
        for (const Device &device : world.devices()) {
            if (device.provider.value == node.id && !device.removed)
                wanted.push_back({Kind::Device, device.id.value});
        }
    } else if (node.kind == Kind::Device) {
        for (auto it = std::lower_bound(m_lines.begin(), m_lines.end(), std::pair(node.id, 0U));
             it != m_lines.end() && it->first == node.id; ++it)
            wanted.push_back({Kind::Line, it->second});
    } else if (node.kind == Kind::Apps) {
        world.apps().forEach([&](const App &app) { wanted.push_back({Kind::App, app.id.value}); });
        std::sort(wanted.begin(), wanted.end());
    }
    return wanted;
}

void LineTreeModel::sortLines()
{
    m_lines.clear();
    m_live->world().lines().forEach(
        [this](const Line &line) { m_lines.emplace_back(line.device.value, line.id.value); });
    std::sort(m_lines.begin(), m_lines.end());
}

} // namespace Linescope
