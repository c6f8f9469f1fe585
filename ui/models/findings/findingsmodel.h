// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the checks have found, as a tree: rule > finding, or what it is about > finding. Bounded: the latest findings
// are kept, all are counted by rule. Findings belong to the session, not to the moment that is shown: what has been
// found once stays until another source's events come (clear()).
#pragma once

#include "world/event.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QMap>

#include <array>
#include <deque>
#include <memory>
#include <optional>
#include <vector>

namespace Linescope {

class LiveWorld;

enum class FindingGrouping { Rule, Subject };

using MutedRules = QMap<QString, QString>; // "V-42": the reason

class FindingsModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum class Column { What, Severity, Count, Time, Details, All };
    Q_ENUM(Column)

    enum Role {
        SortRole = Qt::UserRole, // plain values
        SeverityRole,            // int of Severity; of a group the worst
        MutedRole,               // the reason, if the rule is muted
    };

    explicit FindingsModel(LiveWorld *live, qsizetype capacity = 10'000, QObject *parent = nullptr);
    ~FindingsModel() override;

    struct Item {
        quint64 seq = 0; // of its event
        Microseconds time = 0;
        Finding finding;
    };

    // Events that have been told before (by their numbers) are passed over.
    void note(const EventBatch &batch);
    void clear();
    // The findings of a recording in the place of the session's, which come back as they were, and back again.
    void showOther(const EventBatch &events);
    void showSession();

    void setGrouping(FindingGrouping grouping);
    FindingGrouping grouping() const { return m_grouping; }
    void setMuted(const MutedRules &muted);
    const MutedRules &muted() const { return m_muted; }

    // The finding of a row; of a group the latest one. None if there is no such row.
    const Item *item(const QModelIndex &index) const;
    const std::deque<std::shared_ptr<const Item>> &items() const { return m_items; } // that are kept, oldest first
    quint64 count(Severity severity) const;                                          // of rules that are not muted
    quint64 totalCount() const;                                                      // muted ones included

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void countsChanged();

private:
    using Shared = std::shared_ptr<const Item>;
    struct Group {
        explicit Group(QString key)
            : key(std::move(key))
        {
        }
        const QString key;
        quint64 count = 0; // with those that have been dropped, where rules are the groups
        Severity worst = Severity::Info;
        std::deque<Shared> items; // the latest first
    };
    using Counts = std::array<quint64, 3>; // by severity

    static const Group *groupOf(const QModelIndex &index);
    QString keyOf(const Finding &finding) const;
    void add(const QString &key, const std::vector<Shared> &news);
    void dropOldest();
    void dropEmptyGroups();
    void mask();
    void regroup();
    QVariant groupData(const Group &group, Column column, int role) const;
    QVariant findingData(const Item &item, Column column, int role) const;
    QVariant mutedReason(const Finding &finding) const;

    LiveWorld *m_live;
    const size_t m_capacity;
    FindingGrouping m_grouping = FindingGrouping::Rule;
    MutedRules m_muted;
    std::deque<Shared> m_items;                   // oldest first
    std::vector<std::unique_ptr<Group>> m_groups; // in the order of their first finding
    QHash<QString, size_t> m_places;              // of groups, by key
    QMap<QString, Counts> m_counts;               // by rule, of all there were
    quint64 m_lastSeq = 0;
    struct Session {
        std::deque<Shared> items;
        QMap<QString, Counts> counts;
        quint64 lastSeq = 0;
    };
    std::optional<Session> m_session; // while others are shown
};

} // namespace Linescope
