// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/testreport.h"

#include "journal/eventjson.h"

#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

// The journal is in order of seq, without holes.
const Event *eventOf(const EventBatch &journal, quint64 seq)
{
    if (seq == 0 || journal.isEmpty() || seq < journal.constFirst().seq)
        return nullptr;
    const quint64 place = seq - journal.constFirst().seq;
    return place < quint64(journal.size()) && journal.at(qsizetype(place)).seq == seq ? &journal.at(qsizetype(place))
                                                                                      : nullptr;
}

ReportedRule::Entry entryOf(const EventBatch &journal, const Event &event, const Finding &finding)
{
    ReportedRule::Entry entry{finding.subject, finding.text, event.seq, {}};
    for (const quint64 seq : {finding.evidence.before, finding.evidence.event}) {
        if (const Event *found = eventOf(journal, seq))
            entry.evidence.append(QString::fromUtf8(toJsonLine(*found)));
    }
    return entry;
}

} // namespace

QList<ReportedRule> findingGroups(const EventBatch &journal, const ExplainRule &explain, qsizetype most)
{
    QList<ReportedRule> groups;
    for (const Event &event : journal) {
        const auto *raised = std::get_if<Events::FindingRaised>(&event.payload);
        if (!raised)
            continue;
        const Finding &finding = *raised->finding;
        const QString rule = QString::fromLatin1(finding.rule);
        auto group = std::ranges::find(groups, rule, &ReportedRule::rule);
        if (group == groups.end()) {
            groups.append({rule, finding.severity, explain ? explain(rule) : QString(), 0, {}});
            group = groups.end() - 1;
        }
        ++group->count;
        group->severity = std::max(group->severity, finding.severity);
        if (group->entries.size() < most)
            group->entries.append(entryOf(journal, event, finding));
    }
    std::ranges::stable_sort(groups, std::ranges::greater(), &ReportedRule::severity);
    return groups;
}

QString withoutSecrets(const QUrl &url)
{
    QUrl shown = url.adjusted(QUrl::RemovePassword);
    QUrlQuery query(shown);
    const auto items = query.queryItems();
    for (const auto &[key, value] : items) {
        for (const QLatin1StringView word : {"secret"_L1, "pass"_L1, "token"_L1, "key"_L1}) {
            if (key.contains(word, Qt::CaseInsensitive))
                query.removeAllQueryItems(key);
        }
    }
    shown.setQuery(query);
    return shown.toString();
}

} // namespace Linescope
