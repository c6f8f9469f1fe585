// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a rule is about, for people, in the language of the window.
#pragma once

#include "world/event.h"

#include <QString>

namespace Linescope {

struct RuleWords { // empty for rules that nobody knows
    QString title;
    QString explanation;
    QString source; // the page of the documentation
};

RuleWords ruleWords(const char *rule);

QString severityText(Severity severity); // "violation"
QString severitySign(Severity severity); // before the word: no two have the same

} // namespace Linescope
