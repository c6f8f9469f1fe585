// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// By what handles are grouped in a tree, and what a group is called.
#pragma once

#include "world/world.h"

#include "models/handles/neteffect.h"

#include <QList>
#include <QMetaType>

namespace Linescope {

// CallGroup: calls that LINECALLINFO relates: the group its provider names (Asterisk: Linkedid), else the call id that
// a call or its related call has.
enum class GroupLevel : quint8 { Line, App, State, CallGroup, Call };

struct GroupKey {
    GroupLevel level = GroupLevel::Line;
    quint64 number = 0;
    QString text;
    friend bool operator==(const GroupKey &, const GroupKey &) = default;
    friend size_t qHash(const GroupKey &key, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, quint8(key.level), key.number, key.text);
    }
};

GroupKey groupKey(GroupLevel level, const World &world, const Handle &handle, const Call &call);
Aspects groupAspects(GroupLevel level); // what moves a handle to another group
// As outside text has it; empty if the World no longer knows what the key names.
QString groupName(const GroupKey &key, const World &world);
QString groupShortName(const GroupKey &key); // "A2", "C17", "D1"; empty for what has none
quint64 groupSortKey(const GroupKey &key, const QString &name);

// How the table of handles can be grouped; with a name for settings.
enum class Grouping { None, Line, App, State, CallGroup };
constexpr Grouping allGroupings[] = {Grouping::None, Grouping::Line, Grouping::App, Grouping::State,
                                     Grouping::CallGroup};
QString groupingTitle(Grouping grouping);       // "Call group"
QString groupingName(Grouping grouping);        // "callGroup": not translated
Grouping groupingFromName(const QString &name); // None for anything else
QList<GroupLevel> levelsOf(Grouping grouping);

} // namespace Linescope
