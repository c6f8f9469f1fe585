// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/leaks/leakmodel.h"

#include "support/format.h"
#include "support/text.h"
#include "support/theme/theme.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

constexpr const char *titles[] = {
    QT_TRANSLATE_NOOP("Linescope::LeakModel", "Who, where from"), QT_TRANSLATE_NOOP("Linescope::LeakModel", "Handles"),
    QT_TRANSLATE_NOOP("Linescope::LeakModel", "Memory"),          QT_TRANSLATE_NOOP("Linescope::LeakModel", "Since"),
    QT_TRANSLATE_NOOP("Linescope::LeakModel", "Growth"),          QT_TRANSLATE_NOOP("Linescope::LeakModel", "Details"),
};
static_assert(std::size(titles) == size_t(LeakModel::Column::Count));

QString names(const QList<CallId> &calls, quint32 all)
{
    QStringList names;
    for (const CallId call : calls)
        names += shortName(call);
    const qsizetype more = qsizetype(all) - calls.size();
    if (more > 0)
        names += LeakModel::tr("and %n more", nullptr, int(more));
    return names.join(u", "_s);
}

QString partiesOf(const Call &call)
{
    const CallInfo info = call.info.unpack();
    return QStringList{info.callerId, info.calledId}.join(u" → "_s);
}

Selection aboutCall(CallId call)
{
    Selection selection;
    selection.call = call;
    return selection;
}

} // namespace

LeakModel::~LeakModel() = default;

void LeakModel::setReport(const LeakReport &report, const World &world)
{
    LeakReport known = report;
    known.at = m_report.at; // alone it says nothing new
    if (known == m_report)
        return;
    beginResetModel();
    m_report = report;
    m_groups.clear();
    for (const AppLeaks &app : report.apps)
        addApp(app, world);
    addCalls(world);
    addRequests(world);
    endResetModel();
}

LeakModel::Row &LeakModel::addGroup(Row row)
{
    m_groups.push_back(std::make_unique<Row>(std::move(row)));
    return *m_groups.back();
}

void LeakModel::addApp(const AppLeaks &app, const World &)
{
    Row row;
    row.key = shortName(app.app);
    row.what = app.monitor ? tr("%1 (Linescope itself)").arg(app.name) : app.name;
    row.handles = app.retained;
    row.bytes = qint64(app.engineBytes + app.providerBytes);
    row.since = app.oldestSince;
    if (m_report.growthSince > 0)
        row.growth = app.growth;
    row.details = app.retained == 0 ? tr("its handles grow") : tr("of %n handle(s)", nullptr, int(app.handles));
    row.about.app = app.app;
    Row &group = addGroup(std::move(row));
    for (const HeldHandles &held : app.held) {
        Row child;
        const QString from = QString::fromLatin1(toString(held.obtained));
        child.key = group.key + u'/' + from;
        child.what = from.isEmpty() ? tr("not known: from before this view looked on") : from;
        child.handles = held.count;
        child.since = held.oldestSince;
        child.details = names(held.calls, held.count);
        if (!held.calls.isEmpty())
            child.about = aboutCall(held.calls.constFirst());
        child.about.app = app.app;
        child.group = int(m_groups.size()) - 1;
        group.rows.push_back(std::make_unique<Row>(std::move(child)));
    }
}

void LeakModel::addCalls(const World &world)
{
    const auto add = [&](Row &group, CallId id, Microseconds since, const QString &details) {
        Row child;
        child.key = group.key + u'/' + shortName(id);
        child.what = shortName(id);
        const Call *call = world.call(id);
        child.since = since > 0 || !call ? since : call->stateSince;
        child.details = call ? details + u"  "_s + partiesOf(*call) : details;
        child.about = aboutCall(id);
        child.group = int(m_groups.size()) - 1;
        group.rows.push_back(std::make_unique<Row>(std::move(child)));
    };
    if (!m_report.ownerless.isEmpty()) {
        Row row;
        row.key = u"ownerless"_s;
        row.what = tr("Live calls that nobody can end");
        row.details = tr("%n call(s) with monitors and no owner", nullptr, int(m_report.ownerless.size()));
        Row &group = addGroup(std::move(row));
        for (const CallId id : m_report.ownerless) {
            const Call *call = world.call(id);
            add(group, id, 0, call ? stateText(call->state) : QString());
        }
    }
    if (!m_report.endless.isEmpty()) {
        Row row;
        row.key = u"endless"_s;
        row.what = tr("Calls without an end");
        row.details = tr("%n call(s) without a new state for long", nullptr, int(m_report.endless.size()));
        Row &group = addGroup(std::move(row));
        for (const EndlessCall &endless : m_report.endless)
            add(group, endless.call, endless.since, stateText(endless.state));
    }
}

void LeakModel::addRequests(const World &)
{
    if (m_report.unanswered.isEmpty())
        return;
    Row row;
    row.key = u"unanswered"_s;
    row.what = tr("Requests without an answer");
    row.details = tr("%n request(s)", nullptr, int(m_report.unanswered.size()));
    Row &group = addGroup(std::move(row));
    for (const UnansweredRequest &request : m_report.unanswered) {
        Row child;
        child.key = group.key + u'/' + shortName(request.request);
        child.what = shortName(request.request);
        child.since = request.since;
        child.details = QString::fromLatin1(request.command) + u"  "_s + shortName(request.call);
        child.about = aboutCall(request.call);
        child.group = int(m_groups.size()) - 1;
        group.rows.push_back(std::make_unique<Row>(std::move(child)));
    }
}

const LeakModel::Row *LeakModel::rowOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<const Row *>(index.constInternalPointer()) : nullptr;
}

Selection LeakModel::selection(const QModelIndex &index) const
{
    const Row *row = rowOf(index);
    return row ? row->about : Selection();
}

QModelIndex LeakModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const Row *group = rowOf(parent);
    return createIndex(row, column, (group ? group->rows : m_groups)[size_t(row)].get());
}

QModelIndex LeakModel::parent(const QModelIndex &index) const
{
    const Row *row = rowOf(index);
    return row && row->group >= 0 ? createIndex(row->group, 0, m_groups[size_t(row->group)].get()) : QModelIndex();
}

int LeakModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    return parent.column() == 0 ? int(rowOf(parent)->rows.size()) : 0;
}

int LeakModel::columnCount(const QModelIndex &) const { return int(Column::Count); }

QVariant LeakModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = *rowOf(index);
    const Column column = Column(index.column());
    if (role == KeyRole)
        return row.key;
    if (role == Qt::TextAlignmentRole) {
        const bool isNumber = column == Column::Handles || column == Column::Bytes || column == Column::Growth;
        return int(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
    }
    if (role == Qt::ToolTipRole)
        return column == Column::Details ? toolTipText(row.details) : QString();
    if (role != Qt::DisplayRole && role != SortRole)
        return {};
    const bool isPlain = role == SortRole;
    const QLocale locale;
    switch (column) {
    case Column::What:
        return visibleText(row.what, 120);
    case Column::Handles:
        return row.handles < 0 ? QVariant() : isPlain ? QVariant(row.handles) : QVariant(locale.toString(row.handles));
    case Column::Bytes:
        return row.bytes < 0 ? QVariant() : isPlain ? QVariant(row.bytes) : QVariant(bytesText(quint64(row.bytes)));
    case Column::Since:
        return row.since == 0 ? QVariant() : isPlain ? QVariant(qint64(row.since)) : QVariant(timeText(row.since));
    case Column::Growth:
        if (!row.growth)
            return {};
        return isPlain ? QVariant(*row.growth)
                       : QVariant((*row.growth > 0 ? u"+"_s : QString()) + locale.toString(*row.growth));
    case Column::Details:
        return visibleText(row.details);
    case Column::Count:
        break;
    }
    return {};
}

QVariant LeakModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= int(Column::Count))
        return {};
    return QCoreApplication::translate("Linescope::LeakModel", titles[section]);
}

} // namespace Linescope
