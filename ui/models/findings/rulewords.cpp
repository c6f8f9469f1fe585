// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/findings/rulewords.h"

#include "checks/rules.h"
#include "models/findings/findingsmodel.h"

namespace Linescope {

RuleWords ruleWords(const char *rule)
{
    const Rule *known = findRule(rule);
    return known ? RuleWords{known->title(), known->explanation(), QString::fromLatin1(known->source)} : RuleWords();
}

QString severityText(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return FindingsModel::tr("info");
    case Severity::Warning:
        return FindingsModel::tr("warning");
    case Severity::Violation:
        return FindingsModel::tr("violation");
    }
    return {};
}

QString severitySign(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return QStringLiteral("○");
    case Severity::Warning:
        return QStringLiteral("△");
    case Severity::Violation:
        return QStringLiteral("▲");
    }
    return {};
}

} // namespace Linescope
