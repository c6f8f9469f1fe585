// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Findings by rule, with the rules that somebody has muted, and why.
#pragma once

#include "checks/rules.h"

#include <QList>
#include <QMap>

#include <vector>

namespace Linescope {

struct FindingGroup {
    const char *rule = "";
    const Rule *known = nullptr; // null for a rule that this version does not know
    Severity gravest = Severity::Info;
    quint64 count = 0;
    quint64 violations = 0; // of these
    QString muted;          // the reason; empty: it counts
    QList<Finding> first;   // the first few, in order
    bool isMuted() const { return !muted.isEmpty(); }
};

class FindingGroups {
public:
    // `keep`: findings that each group holds; the others are counted.
    explicit FindingGroups(qsizetype keep = 5)
        : m_keep(keep)
    {
    }

    // Reasons by rule, for findings that came and that come. A rule without one is muted no more.
    void setMuted(const QMap<QString, QString> &reasons);
    void add(const Finding &finding);
    void clear();

    // In the order of the rules.
    const std::vector<FindingGroup> &groups() const { return m_groups; }
    // Of those that are not muted; Warning: all that are no violations.
    quint64 count(Severity severity) const;
    // Whether one that is not muted is as grave as that, or graver.
    bool reached(Severity severity) const;

private:
    qsizetype m_keep;
    QMap<QString, QString> m_muted;
    std::vector<FindingGroup> m_groups;
};

} // namespace Linescope
