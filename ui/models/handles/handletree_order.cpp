// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// HandleTree: the order of groups and of what is in them.

#include "models/handles/handlecolumns.h"
#include "models/handles/handletree.h"

#include <algorithm>
#include <tuple>

namespace Linescope {

quint64 HandleTree::keyOf(Node node) const
{
    const bool upsideDown = m_descending && (m_rows[node].depth > 0 || m_sortColumn->column == Column::Handle);
    quint64 key = 0;
    if (!m_rows[node].group) {
        const HandleRow row = rowFor(node);
        key = row.handle ? m_sortColumn->key(row) : 0;
    } else if (!isCall(node)) {
        key = groupSortKey(group(node).key, group(node).name);
    } else {
        key = group(node).key.number;
        switch (m_sortColumn->column) { // what a call has by itself
        case Column::State:
        case Column::Line:
        case Column::Parties:
        case Column::InState:
            if (const HandleRow row = callRowFor(node); row.handle)
                key = m_sortColumn->key(row);
            break;
        default:
            break;
        }
    }
    return upsideDown ? ~key : key;
}

QString HandleTree::textOf(Node node) const
{
    if (m_rows[node].group && !isCall(node))
        return group(node).key.text.isEmpty() ? group(node).name.toCaseFolded() : group(node).key.text;
    const bool hasText = !isCall(node) || m_sortColumn->column == Column::Line
        || m_sortColumn->column == Column::Parties;
    if (!m_sortColumn->sortText || !hasText)
        return {};
    const HandleRow row = isCall(node) ? callRowFor(node) : rowFor(node);
    return row.handle ? m_sortColumn->sortText(row) : QString();
}

bool HandleTree::isBefore(Node a, Node b) const
{
    const bool upsideDown = m_descending && (m_rows[a].depth > 0 || m_sortColumn->column == Column::Handle);
    int order = textOf(a).compare(textOf(b));
    if (order == 0) {
        const auto number = [this](Node node) {
            return m_rows[node].group ? group(node).key.number : quint64(m_rows[node].handle.value);
        };
        order = number(a) < number(b) ? -1 : 1;
    }
    return upsideDown ? order > 0 : order < 0;
}

void HandleTree::sort(int column, Qt::SortOrder order)
{
    const ColumnSpec *spec = &columnSpec(column < 0 || column >= int(Column::Count) ? Column::Handle : Column(column));
    const bool descending = column >= 0 && order == Qt::DescendingOrder;
    if (spec == m_sortColumn && descending == m_descending)
        return;
    rearrange({}, {}, [&] {
        m_sortColumn = spec;
        m_descending = descending;
        sortEverything();
    });
}

// Each key and each text is asked for once.
void HandleTree::sortEverything()
{
    struct Entry {
        Node parent;
        quint64 key;
        Node node;
        QString text;
    };
    std::vector<Entry> entries;
    entries.reserve(m_rows.size());
    for (Node node = RowTree::Root + 1; node < m_rows.size(); ++node) {
        if (m_rows[node].group || !m_rows[node].handle.isNull())
            entries.push_back(
                {m_rows[node].parent, keyOf(node), node, m_sortColumn->sortText ? textOf(node) : QString()});
    }
    std::sort(entries.begin(), entries.end(), [this](const Entry &a, const Entry &b) {
        if (a.parent != b.parent || a.key != b.key)
            return std::tie(a.parent, a.key) < std::tie(b.parent, b.key);
        if (a.node == b.node)
            return false;
        if (m_sortColumn->sortText && !m_rows[a.node].group) {
            if (const int order = a.text.compare(b.text); order != 0)
                return m_descending ? order > 0 : order < 0;
            return m_descending ? m_rows[a.node].handle > m_rows[b.node].handle
                                : m_rows[a.node].handle < m_rows[b.node].handle;
        }
        return isBefore(a.node, b.node);
    });
    m_tree.unlinkAll();
    for (const Entry &entry : entries)
        m_tree.append(entry.node, entry.parent, entry.key);
}

} // namespace Linescope
