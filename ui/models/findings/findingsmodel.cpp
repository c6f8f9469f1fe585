// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/findings/findingsmodel.h"

#include "models/findings/rulewords.h"
#include "models/liveworld.h"
#include "support/format.h"
#include "support/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

constexpr const char *titles[] = {
    QT_TRANSLATE_NOOP("Linescope::FindingsModel", "Rule or subject"),
    QT_TRANSLATE_NOOP("Linescope::FindingsModel", "Severity"),
    QT_TRANSLATE_NOOP("Linescope::FindingsModel", "Count"),
    QT_TRANSLATE_NOOP("Linescope::FindingsModel", "Latest"),
    QT_TRANSLATE_NOOP("Linescope::FindingsModel", "Details"),
};
static_assert(std::size(titles) == size_t(FindingsModel::Column::All));

QString ruleOf(const Finding &finding) { return QString::fromLatin1(finding.rule); }

QString ruleWithTitle(const Finding &finding)
{
    const QString title = ruleWords(finding.rule).title;
    return title.isEmpty() ? ruleOf(finding) : ruleOf(finding) + u"  "_s + title;
}

QString severityCell(Severity severity) { return severitySign(severity) + u' ' + severityText(severity); }

} // namespace

FindingsModel::FindingsModel(LiveWorld *live, qsizetype capacity, QObject *parent)
    : QAbstractItemModel(parent)
    , m_live(live)
    , m_capacity(size_t(capacity))
{
    connect(live, &LiveWorld::aboutToAdvance, this, &FindingsModel::note);
    connect(live, &LiveWorld::maskingChanged, this, &FindingsModel::mask);
}

FindingsModel::~FindingsModel() = default;

void FindingsModel::note(const EventBatch &batch)
{
    QStringList keys; // in the order of their first finding
    QHash<QString, std::vector<Shared>> news;
    for (const Event &event : batch) {
        const auto *raised = std::get_if<Events::FindingRaised>(&event.payload);
        if (!raised || event.seq <= m_lastSeq)
            continue;
        m_lastSeq = event.seq;
        const auto item = std::make_shared<const Item>(Item{event.seq, event.time, *raised->finding});
        ++m_counts[ruleOf(item->finding)][size_t(item->finding.severity)];
        m_items.push_back(item);
        const QString key = keyOf(item->finding);
        if (!news.contains(key))
            keys += key;
        news[key].push_back(item);
    }
    if (keys.isEmpty())
        return;
    constexpr qsizetype fewGroups = 100; // more are sooner made anew than told one by one
    if (keys.size() <= fewGroups) {
        for (const QString &key : std::as_const(keys))
            add(key, news.value(key));
        dropOldest();
    } else {
        if (m_items.size() > m_capacity)
            m_items.erase(m_items.begin(), m_items.end() - std::ptrdiff_t(m_capacity));
        regroup();
    }
    Q_EMIT countsChanged();
}

void FindingsModel::add(const QString &key, const std::vector<Shared> &news)
{
    if (!m_places.contains(key)) {
        const int row = int(m_groups.size());
        beginInsertRows({}, row, row);
        m_places.insert(key, m_groups.size());
        m_groups.push_back(std::make_unique<Group>(key));
        endInsertRows();
    }
    const size_t place = m_places.value(key);
    Group &group = *m_groups[place];
    // A flood has more than are kept.
    const size_t kept = std::min(news.size(), m_capacity);
    const QModelIndex parent = index(int(place), 0);
    beginInsertRows(parent, 0, int(kept) - 1);
    group.items.insert(group.items.begin(), news.rbegin(), news.rbegin() + std::ptrdiff_t(kept));
    endInsertRows();
    group.count += news.size();
    for (const Shared &item : news)
        group.worst = std::max(group.worst, item->finding.severity);
    Q_EMIT dataChanged(index(int(place), 0), index(int(place), columnCount() - 1));
}

// The oldest of all is the last of its group.
void FindingsModel::dropOldest()
{
    while (m_items.size() > m_capacity) {
        const Shared oldest = m_items.front();
        m_items.pop_front();
        const size_t place = m_places.value(keyOf(oldest->finding));
        std::deque<Shared> &items = m_groups[place]->items;
        if (items.empty() || items.back() != oldest)
            continue; // one of a flood, which never got a row
        const int row = int(items.size()) - 1;
        beginRemoveRows(index(int(place), 0), row, row);
        items.pop_back();
        endRemoveRows();
    }
    if (m_grouping == FindingGrouping::Subject)
        dropEmptyGroups();
}

// What has no finding left is nobody any more.
void FindingsModel::dropEmptyGroups()
{
    for (size_t place = m_groups.size(); place-- > 0;) {
        if (!m_groups[place]->items.empty())
            continue;
        beginRemoveRows({}, int(place), int(place));
        m_places.remove(m_groups[place]->key);
        m_groups.erase(m_groups.begin() + std::ptrdiff_t(place));
        for (size_t later = place; later < m_groups.size(); ++later)
            m_places[m_groups[later]->key] = later;
        endRemoveRows();
    }
}

void FindingsModel::clear()
{
    beginResetModel();
    m_items.clear();
    m_groups.clear();
    m_places.clear();
    m_counts.clear();
    m_lastSeq = 0;
    endResetModel();
    Q_EMIT countsChanged();
}

void FindingsModel::showOther(const EventBatch &events)
{
    if (!m_session)
        m_session = Session{m_items, m_counts, m_lastSeq};
    clear();
    note(m_live->masker().masked(events));
    m_lastSeq = std::numeric_limits<quint64>::max(); // they are all there is
}

void FindingsModel::showSession()
{
    if (!m_session)
        return;
    m_items = std::move(m_session->items);
    m_counts = std::move(m_session->counts);
    m_lastSeq = m_session->lastSeq;
    m_session.reset();
    regroup();
    Q_EMIT countsChanged();
}

// Whatever has been said in the clear is said masked from now on.
void FindingsModel::mask()
{
    const auto maskAll = [this](std::deque<Shared> &items) {
        for (Shared &item : items) {
            Item masked = *item;
            masked.finding.text = m_live->masker().text(masked.finding.text);
            item = std::make_shared<const Item>(masked);
        }
    };
    maskAll(m_items);
    if (m_session)
        maskAll(m_session->items);
    regroup();
}

void FindingsModel::setGrouping(FindingGrouping grouping)
{
    if (std::exchange(m_grouping, grouping) != grouping)
        regroup();
}

void FindingsModel::regroup()
{
    beginResetModel();
    m_groups.clear();
    m_places.clear();
    for (const Shared &item : m_items) {
        const QString key = keyOf(item->finding);
        if (!m_places.contains(key)) {
            m_places.insert(key, m_groups.size());
            m_groups.push_back(std::make_unique<Group>(key));
        }
        Group &group = *m_groups[m_places.value(key)];
        group.items.push_front(item);
        group.worst = std::max(group.worst, item->finding.severity);
        ++group.count;
    }
    if (m_grouping == FindingGrouping::Rule) {
        for (const auto &group : m_groups) {
            const Counts counts = m_counts.value(group->key);
            group->count = counts[0] + counts[1] + counts[2];
        }
    }
    endResetModel();
}

void FindingsModel::setMuted(const MutedRules &muted)
{
    if (m_muted == muted)
        return;
    Q_EMIT layoutAboutToBeChanged(); // what filters it by that has to look again
    m_muted = muted;
    Q_EMIT layoutChanged();
    Q_EMIT countsChanged();
}

QString FindingsModel::keyOf(const Finding &finding) const
{
    return m_grouping == FindingGrouping::Rule ? ruleOf(finding) : finding.subject;
}

quint64 FindingsModel::count(Severity severity) const
{
    quint64 sum = 0;
    for (auto it = m_counts.begin(); it != m_counts.end(); ++it)
        sum += m_muted.contains(it.key()) ? 0 : it.value()[size_t(severity)];
    return sum;
}

quint64 FindingsModel::totalCount() const
{
    quint64 sum = 0;
    for (const Counts &counts : m_counts)
        sum += counts[0] + counts[1] + counts[2];
    return sum;
}

const FindingsModel::Item *FindingsModel::item(const QModelIndex &index) const
{
    if (!index.isValid())
        return nullptr;
    if (const Group *group = groupOf(index))
        return group->items[size_t(index.row())].get();
    const std::deque<Shared> &items = m_groups[size_t(index.row())]->items;
    return items.empty() ? nullptr : items.front().get();
}

QModelIndex FindingsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? m_groups[size_t(parent.row())].get() : nullptr);
}

QModelIndex FindingsModel::parent(const QModelIndex &index) const
{
    const Group *group = groupOf(index);
    return group ? createIndex(int(m_places.value(group->key)), 0) : QModelIndex();
}

// None of a group itself.
const FindingsModel::Group *FindingsModel::groupOf(const QModelIndex &index)
{
    return static_cast<const Group *>(index.constInternalPointer());
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    const bool isGroup = !groupOf(parent) && parent.column() == 0;
    return isGroup ? int(m_groups[size_t(parent.row())]->items.size()) : 0;
}

int FindingsModel::columnCount(const QModelIndex &) const { return int(Column::All); }

QVariant FindingsModel::mutedReason(const Finding &finding) const
{
    const auto reason = m_muted.find(ruleOf(finding));
    return reason == m_muted.end() ? QVariant() : QVariant(*reason);
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Column column = Column(index.column());
    if (role == Qt::TextAlignmentRole && column == Column::Count)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (!groupOf(index))
        return groupData(*m_groups[size_t(index.row())], column, role);
    return findingData(*item(index), column, role);
}

QVariant FindingsModel::groupData(const Group &group, Column column, int role) const
{
    const Item *latest = group.items.empty() ? nullptr : group.items.front().get();
    const bool byRule = m_grouping == FindingGrouping::Rule;
    if (role == SeverityRole)
        return int(group.worst);
    if (role == MutedRole) // of a subject, when nothing else is to be said of it
        return latest && byRule ? mutedReason(latest->finding) : QVariant();
    if (role == Qt::DisplayRole || role == SortRole) {
        switch (column) {
        case Column::What:
            return visibleText(byRule && latest ? ruleWithTitle(latest->finding) : group.key);
        case Column::Severity:
            return role == SortRole ? QVariant(int(group.worst)) : QVariant(severityCell(group.worst));
        case Column::Count:
            return role == SortRole ? QVariant(group.count) : QVariant(QLocale().toString(group.count));
        default:
            break;
        }
    }
    return latest ? findingData(*latest, column, role) : QVariant();
}

QVariant FindingsModel::findingData(const Item &item, Column column, int role) const
{
    const bool byRule = m_grouping == FindingGrouping::Rule;
    const bool isPlain = role == SortRole;
    if (role == SeverityRole)
        return int(item.finding.severity);
    if (role == MutedRole)
        return mutedReason(item.finding);
    if (role == Qt::ToolTipRole)
        return column == Column::Details ? toolTipText(item.finding.text) : QString();
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    switch (column) {
    case Column::What:
        return visibleText(byRule ? item.finding.subject : ruleWithTitle(item.finding));
    case Column::Severity:
        return isPlain ? QVariant(int(item.finding.severity)) : QVariant(severityCell(item.finding.severity));
    case Column::Count:
        return isPlain ? QVariant(1) : QVariant();
    case Column::Time:
        return isPlain ? QVariant(qint64(item.time)) : QVariant(timeText(item.time));
    case Column::Details:
        return visibleText(item.finding.text);
    case Column::All:
        break;
    }
    return {};
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= int(Column::All))
        return {};
    return QCoreApplication::translate("Linescope::FindingsModel", titles[section]);
}

} // namespace Linescope
