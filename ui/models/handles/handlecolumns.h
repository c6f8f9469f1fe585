// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What HandleModel's columns are: one row of a table per column, and nothing about a column anywhere else.
#pragma once

#include "models/handles/handlemodel.h"

namespace Linescope {

struct ColumnSpec {
    HandleModel::Column column;
    const char *title;   // to be translated in the context Linescope::HandleModel
    Aspects aspects;     // what changes the cell
    Aspects sortAspects; // what changes its place when the table is sorted by it
    bool rightAligned;

    QString (*text)(const HandleRow &row); // as outside text has it; the model makes it safe to show
    // The place in the order. Constant while the aspects of sortAspects are, even when the handle becomes void.
    quint64 (*key)(const HandleRow &row);
    QString (*sortText)(const HandleRow &row); // where the key is only the beginning of a text; else null
    QVariant (*exported)(const HandleRow &row);
    QString (*toolTip)(const HandleRow &row); // empty: none
};

// "H42  0x4000002A", and of such a text the first part.
template<class Id>
QString longName(Id id)
{
    return shortName(id) + QStringLiteral("  ") + hexName(id);
}
inline QString shortPart(const QString &longName) { return longName.section(QStringLiteral("  "), 0, 0); }

// Of a duration that began then: longer sorts after shorter, and the key does not change while time goes by.
quint64 durationKey(Microseconds start);

const ColumnSpec &columnSpec(HandleModel::Column column);

} // namespace Linescope
