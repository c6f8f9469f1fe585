// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "checks/journalcheck.h"

#include "checks/rules.h"

namespace Linescope {

namespace {

// Some rules have a part that the server finds and a part that the checks find.
bool mayBeTheServers(const Finding &finding)
{
    const Rule *rule = findRule(finding.rule);
    return !rule || rule->checkedBy != CheckedBy::Checks || QLatin1StringView(rule->id) == QLatin1StringView("V-69");
}

QString keyOf(const Finding &finding)
{
    return QStringLiteral("%1 %2 %3 %4")
        .arg(QLatin1StringView(finding.rule), QString::number(int(finding.severity)), finding.subject,
             QString::number(finding.evidence.event));
}

} // namespace

QList<Finding> JournalCheck::see(const Event &event)
{
    m_checks.see(event);
    QList<Finding> findings = m_checks.takeFindings();
    for (const Finding &finding : std::as_const(findings)) {
        if (mayBeTheServers(finding))
            m_anew.insert(keyOf(finding));
    }
    const auto *recorded = std::get_if<Events::FindingRaised>(&event.payload);
    if (recorded && mayBeTheServers(*recorded->finding) && !m_anew.remove(keyOf(*recorded->finding)))
        findings.append(*recorded->finding);
    return findings;
}

} // namespace Linescope
