// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/handles/handletree.h"

#include <QStringList>

namespace Linescope::Test {

// What puts a call into a group of calls.
inline PackedCallInfo related(const QString &group, quint32 callId = 0, quint32 relatedCallId = 0)
{
    CallInfo info;
    info.group = group;
    info.callId = callId;
    info.relatedCallId = relatedCallId;
    return PackedCallInfo(info);
}

// The tree as the window shows it: indentation, "-" for what is expanded, "+" for what is not, the name, the counts.
inline QStringList dump(const HandleTree &tree)
{
    QStringList rows;
    for (int row = 0; row < tree.rowCount(); ++row) {
        const QModelIndex index = tree.index(row, int(HandleTree::Column::Handle));
        const QString indent(2 * index.data(HandleTree::DepthRole).toInt(), u' ');
        if (tree.isGroup(row))
            rows += indent + (tree.isExpanded(row) ? u"- "_s : u"+ "_s) + index.data().toString().section(u"  "_s, 0, 0)
                + u" (%1)"_s.arg(index.data(HandleTree::SummaryRole).toString());
        else
            rows += indent + index.data().toString().section(u"  "_s, 0, 0);
    }
    return rows;
}

} // namespace Linescope::Test
