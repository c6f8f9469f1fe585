// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/calllogmodel.h"

#include "support/format.h"
#include "support/text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <limits>
#include <utility>

namespace Linescope {

namespace {

struct ColumnSpec {
    const char *title;
    const char *sortedBy;
};
constexpr ColumnSpec specs[] = {
    {QT_TRANSLATE_NOOP("Linescope::CallLogModel", "Began"), "created"},
    {QT_TRANSLATE_NOOP("Linescope::CallLogModel", "Line"), "device"},
    {QT_TRANSLATE_NOOP("Linescope::CallLogModel", "Direction"), "origin"},
    {QT_TRANSLATE_NOOP("Linescope::CallLogModel", "Caller"), "caller_number"},
    {QT_TRANSLATE_NOOP("Linescope::CallLogModel", "Called"), "called_number"},
    {QT_TRANSLATE_NOOP("Linescope::CallLogModel", "Talked"), "talked"},
    {QT_TRANSLATE_NOOP("Linescope::CallLogModel", "Result"), "disconnect_mode"},
    {QT_TRANSLATE_NOOP("Linescope::CallLogModel", "Cause"), "cause"},
    {QT_TRANSLATE_NOOP("Linescope::CallLogModel", "Provider"), "provider"},
    {QT_TRANSLATE_NOOP("Linescope::CallLogModel", "Reference"), "provider_ref"},
};
static_assert(std::size(specs) == size_t(CallLogModel::Column::Count));

QString momentText(Microseconds time)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(time / 1000), QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

} // namespace

CallLogModel::CallLogModel(QObject *parent)
    : QAbstractTableModel(parent)
    , m_fetch(new QTimer(this))
{
    m_fetch->setSingleShot(true);
    connect(m_fetch, &QTimer::timeout, this, &CallLogModel::fetchWanted);
}

void CallLogModel::setService(CallLogService *service)
{
    m_service = service;
    reload();
}

void CallLogModel::setMasker(const Masker &masker)
{
    m_masker = masker;
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, int(Column::Count) - 1));
    Q_EMIT changed();
}

void CallLogModel::setQuery(const CallLogQuery &query)
{
    CallLogQuery wanted = query;
    wanted.newest = m_query.newest;
    if (wanted == m_query)
        return;
    m_query = wanted;
    m_isOther = true;
    reload();
}

void CallLogModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= int(Column::Count))
        return;
    CallLogQuery query = m_query;
    query.sortedBy = QLatin1StringView(specs[column].sortedBy);
    query.descending = order == Qt::DescendingOrder;
    setQuery(query);
}

void CallLogModel::reload()
{
    ++m_generation;
    m_asked.clear();
    m_wanted.clear();
    m_keepAll = false;
    m_query.newest = 0;
    m_loading = m_service && m_service->isOn();
    if (!m_loading) {
        resize(0);
        m_totals = {};
        m_problem.clear();
        Q_EMIT changed();
        return;
    }
    m_service->summarize(m_query, this, [this, asked = m_generation](const auto &summary) {
        if (asked == m_generation)
            summarized(summary);
    });
    Q_EMIT changed();
}

void CallLogModel::summarized(const LogResult<CallLogService::Summary> &summary)
{
    m_loading = false;
    m_problem = summary ? QString() : summary.error().words;
    m_totals = summary ? summary->totals : CallLogTotals();
    if (summary)
        m_choices = summary->choices;
    m_query.newest = m_totals.newest;
    resize(int(std::min<qint64>(m_totals.calls, std::numeric_limits<int>::max())));
    Q_EMIT changed();
}

void CallLogModel::resize(int rows)
{
    if (rows < m_rows) {
        beginRemoveRows({}, rows, m_rows - 1);
        m_rows = rows;
        endRemoveRows();
    } else if (rows > m_rows) {
        beginInsertRows({}, m_rows, rows - 1);
        m_rows = rows;
        endInsertRows();
    }
    agePages();
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_rows - 1, int(Column::Count) - 1));
}

// Rows of the same query stay on screen until their new page has come; those of another one would deceive.
void CallLogModel::agePages()
{
    if (std::exchange(m_isOther, false) || m_rows == 0) {
        m_pages.clear();
        m_order.clear();
    }
    m_old = QSet<int>(m_order.begin(), m_order.end());
}

const CallLogRow *CallLogModel::find(int row) const
{
    const auto page = m_pages.constFind(row / PageSize);
    if (page == m_pages.cend() || row % PageSize >= page->size())
        return nullptr;
    return &page->at(row % PageSize);
}

std::optional<CallLogRow> CallLogModel::rowAt(int row) const
{
    const CallLogRow *found = row >= 0 && hasRow(row) ? find(row) : nullptr;
    return found ? std::optional(*found) : std::nullopt;
}

void CallLogModel::fetchWanted()
{
    const QSet<int> wanted = std::exchange(m_wanted, {});
    for (const int page : wanted) {
        if (!hasPage(page))
            fetchPage(page, {});
    }
}

void CallLogModel::fetchPage(int page, const std::function<void()> &done)
{
    if (!m_service || (m_asked.contains(page) && !done))
        return;
    m_asked += page;
    m_service->read(m_query, qint64(page) * PageSize, PageSize, this,
                    [this, page, done, asked = m_generation](const LogResult<QList<CallLogRow>> &rows) {
                        if (asked != m_generation)
                            return;
                        m_asked -= page;
                        if (rows) {
                            pageCame(page, *rows);
                            if (done)
                                done();
                            return;
                        }
                        m_problem = rows.error().words;
                        Q_EMIT changed();
                    });
}

void CallLogModel::pageCame(int page, const QList<CallLogRow> &rows)
{
    m_pages.insert(page, rows);
    m_old -= page;
    m_order.removeAll(page);
    m_order += page;
    while (!m_keepAll && m_order.size() > MostPages) {
        m_old -= m_order.first();
        m_pages.remove(m_order.takeFirst());
    }
    const int first = page * PageSize;
    const int last = std::min(m_rows, first + PageSize) - 1;
    if (first <= last)
        Q_EMIT dataChanged(index(first, 0), index(last, int(Column::Count) - 1));
}

void CallLogModel::fetchRows(const QList<int> &rows, const std::function<void()> &done)
{
    m_keepAll = true;
    QList<int> pages;
    for (const int row : rows) {
        const int page = row / PageSize;
        if (row < MaxFetched && (pages.isEmpty() || pages.last() != page))
            pages += page;
    }
    std::reverse(pages.begin(), pages.end());
    fetchPages(pages, done);
}

// The last one first. One after the other, so that those that are looked at come between.
void CallLogModel::fetchPages(QList<int> pages, const std::function<void()> &done)
{
    while (!pages.isEmpty() && hasPage(pages.last()))
        pages.removeLast();
    if (pages.isEmpty())
        return done();
    const int page = pages.takeLast();
    fetchPage(page, [this, pages, done] { fetchPages(pages, done); });
}

int CallLogModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_rows; }

int CallLogModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(Column::Count); }

QVariant CallLogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const bool isText = role == Qt::DisplayRole || role == Qt::ToolTipRole;
    const CallLogRow *row = find(index.row());
    if (isText && !hasRow(index.row())) {
        m_wanted += index.row() / PageSize;
        m_fetch->start(0);
    }
    if (!row)
        return isText ? QVariant(QStringLiteral("…")) : QVariant();
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return visibleText(text(row->record, column));
    case Qt::ToolTipRole:
        return toolTipText(row->damaged ? tr("This row is damaged: it is not what was written.")
                                        : text(row->record, column));
    case Qt::TextAlignmentRole:
        return column == Column::Talked || column == Column::Cause ? int(Qt::AlignRight | Qt::AlignVCenter)
                                                                   : int(Qt::AlignLeft | Qt::AlignVCenter);
    case SortRole:
        return plainValue(row->record, column);
    case DamagedRole:
        return row->damaged;
    default:
        return {};
    }
}

QString CallLogModel::party(const QString &number, const QString &name) const
{
    const QString shown = m_masker.number(number);
    return name.isEmpty() ? shown : QStringLiteral("%1  %2").arg(shown, m_masker.name(name)).trimmed();
}

// For other programs: times as ISO, durations in seconds.
QVariant CallLogModel::plainValue(const LoggedCall &record, Column column) const
{
    switch (column) {
    case Column::Began:
        return toIsoString(record.created);
    case Column::Talked:
        return double(record.talked) / 1e6;
    case Column::Cause:
        return record.cause;
    case Column::Direction:
        return record.origin;
    case Column::Result:
        return record.disconnectMode.isEmpty() ? record.ending : record.disconnectMode;
    default:
        return text(record, column);
    }
}

QString CallLogModel::text(const LoggedCall &record, Column column) const
{
    switch (column) {
    case Column::Began:
        return momentText(record.created);
    case Column::Line:
        return m_masker.text(record.device);
    case Column::Direction:
        return directionText(record);
    case Column::Caller:
        return party(record.callerNumber, record.callerName);
    case Column::Called:
        return party(record.calledNumber, record.calledName);
    case Column::Talked:
        return record.connected > 0 ? toDurationString(record.talked) : tr("not answered");
    case Column::Result:
        return record.disconnectMode.isEmpty() ? record.ending : record.disconnectMode;
    case Column::Cause:
        return record.cause == 0 ? QString() : QString::number(record.cause);
    case Column::Provider:
        return record.provider;
    case Column::Reference:
        return m_masker.text(record.providerRef);
    case Column::Count:
        break;
    }
    return {};
}

QString CallLogModel::directionText(const LoggedCall &record) const
{
    switch (directionOf(record)) {
    case CallLogQuery::Direction::Inbound:
        return tr("inbound");
    case CallLogQuery::Direction::Outbound:
        return tr("outbound");
    case CallLogQuery::Direction::Internal:
        return tr("internal");
    case CallLogQuery::Direction::All:
        break;
    }
    return record.origin;
}

QVariant CallLogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= int(Column::Count))
        return {};
    return QCoreApplication::translate("Linescope::CallLogModel", specs[section].title);
}

} // namespace Linescope
