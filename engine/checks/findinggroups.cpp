// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "checks/findinggroups.h"

#include <algorithm>
#include <cstring>

namespace Linescope {

void FindingGroups::setMuted(const QMap<QString, QString> &reasons)
{
    m_muted = reasons;
    for (FindingGroup &group : m_groups)
        group.muted = m_muted.value(QString::fromLatin1(group.rule));
}

void FindingGroups::add(const Finding &finding)
{
    auto group = std::find_if(m_groups.begin(), m_groups.end(),
                              [&](const FindingGroup &one) { return std::strcmp(one.rule, finding.rule) == 0; });
    if (group == m_groups.end()) {
        const auto after = std::find_if(m_groups.begin(), m_groups.end(), [&](const FindingGroup &one) {
            return ruleComesBefore(finding.rule, one.rule);
        });
        group = m_groups.insert(after, FindingGroup());
        group->rule = finding.rule;
        group->known = findRule(finding.rule);
        group->muted = m_muted.value(QString::fromLatin1(finding.rule));
    }
    group->gravest = std::max(group->gravest, finding.severity);
    ++group->count;
    group->violations += finding.severity == Severity::Violation ? 1 : 0;
    if (group->first.size() < m_keep)
        group->first.append(finding);
}

void FindingGroups::clear() { m_groups.clear(); }

quint64 FindingGroups::count(Severity severity) const
{
    quint64 result = 0;
    for (const FindingGroup &group : m_groups) {
        if (!group.isMuted())
            result += severity == Severity::Violation ? group.violations : group.count - group.violations;
    }
    return result;
}

bool FindingGroups::reached(Severity severity) const
{
    return std::any_of(m_groups.begin(), m_groups.end(),
                       [severity](const FindingGroup &group) { return !group.isMuted() && group.gravest >= severity; });
}

} // namespace Linescope
