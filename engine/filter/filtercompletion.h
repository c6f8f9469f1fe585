// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What can stand at the cursor of a filter that is being typed.
#pragma once

#include "filter/filterkeys.h"
#include "world/world.h"

#include <QList>
#include <QString>

namespace Linescope {

struct FilterProposal {
    QString text;           // to be written instead of the range; fit for parse() whatever a name holds
    QString note;           // what it is, for people; may be empty
    bool continues = false; // something has to follow at once: a key without its value
    friend bool operator==(const FilterProposal &, const FilterProposal &) = default;
};

struct FilterCompletion {
    static constexpr qsizetype MaxProposals = 50;

    qsizetype position = 0; // of what is replaced
    qsizetype length = 0;
    QList<FilterProposal> proposals; // the best first
};

FilterCompletion completeFilter(const QString &text, qsizetype cursor, const World &world);

// A text as a value of a filter: in quotes if need be; what quotes cannot hold becomes a wildcard.
QString filterValueText(const QString &text);
// The term that finds what has that name: "app:crm"; what has none by `shortName`.
QString filterTerm(FilterKey key, const QString &name, const QString &shortName = {});

} // namespace Linescope
