// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rules of conformance, for those who show findings: what each says, why, where it is written, and who checks it.
// A Finding::rule is the id of one of them.
#pragma once

#include "world/event.h"

#include <QAnyStringView>

#include <span>

namespace Linescope {

enum class CheckedBy : quint8 {
    Checks,   // ConformanceChecks: live and on journals
    Server,   // the server, which drops what breaks them; journals hold its findings
    Contract, // cannot be broken in Linescope: the contract has no place for it
    Engine,   // what the engine owes the provider: proved by tests of the engine
    Manual,   // not to be seen from here: a step for a tester
};

// "checks", "server" ...: as in JSON.
const char *toString(CheckedBy checkedBy);

struct Rule {
    const char *id;    // "V-15"
    Severity severity; // the gravest that a finding of it has
    CheckedBy checkedBy;
    const char *source;   // pages of Microsoft's documentation, by title; "OR": our reading, where they are silent
    const char *argument; // of the texts
    const char *titleText;
    const char *explanationText;

    QString title() const;       // one line: what has to be so
    QString explanation() const; // what it means, or why it is not checked
    friend bool operator==(const Rule &, const Rule &) = default;
};

// V-1, V-2 ... V-86, T-01 ... T-22, R-4.
std::span<const Rule> rules();
// Null for what is no rule of ours.
const Rule *findRule(QAnyStringView id);
// Rules by kind and number: V-2 before V-15; unknown ones last, by name.
bool ruleComesBefore(QAnyStringView a, QAnyStringView b);

} // namespace Linescope
