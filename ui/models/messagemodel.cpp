// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/messagemodel.h"

#include "models/messagetext.h"
#include "support/format.h"
#include "support/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace Linescope {

namespace {

constexpr const char *titles[] = {
    QT_TRANSLATE_NOOP("Linescope::MessageModel", "Time"),
    QT_TRANSLATE_NOOP("Linescope::MessageModel", "Application"),
    QT_TRANSLATE_NOOP("Linescope::MessageModel", "What"),
    QT_TRANSLATE_NOOP("Linescope::MessageModel", "Details"),
};
static_assert(std::size(titles) == size_t(MessageModel::Column::Count));

} // namespace

MessageModel::MessageModel(LiveWorld *live, qsizetype capacity, QObject *parent)
    : QAbstractTableModel(parent)
    , m_live(live)
    , m_capacity(size_t(capacity))
{
    // Before the World has advanced: who has gone by the end of the batch still has a name.
    connect(live, &LiveWorld::aboutToAdvance, this, &MessageModel::note);
    connect(live, &LiveWorld::maskingChanged, this, &MessageModel::forget);
}

MessageModel::~MessageModel() = default;

void MessageModel::setAppFilter(HLineApp app)
{
    m_app = app;
    refilter();
}

void MessageModel::setTextFilter(const QString &text)
{
    m_text = text;
    refilter();
}

void MessageModel::setPaused(bool paused)
{
    m_paused = paused;
    if (!paused)
        showWaiting();
}

void MessageModel::clear()
{
    beginResetModel();
    m_entries.clear();
    m_shown.clear();
    m_considered = m_nextNumber - 1;
    endResetModel();
}

// A log half in clear would give away who is who.
void MessageModel::forget()
{
    m_request.reset();
    clear();
}

int MessageModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_shown.size()); }

int MessageModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(Column::Count); }

QVariant MessageModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Entry &entry = entryAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return visibleText(text(entry, Column(index.column())));
    case Qt::ToolTipRole:
        return toolTipText(text(entry, Column(index.column())));
    case KindRole:
        return int(entry.kind);
    case AppRole:
        return entry.app.value;
    case TimeRole:
        return entry.time;
    case ObjectRole:
        return objectOf(entry.payload);
    default:
        return {};
    }
}

QVariant MessageModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= int(Column::Count))
        return {};
    return QCoreApplication::translate("Linescope::MessageModel", titles[section]);
}

void MessageModel::note(const EventBatch &batch)
{
    for (const Event &event : batch)
        append(event);
    m_newApps.clear();
    m_newProviders.clear();
    dropOldest();
    if (!m_paused)
        showWaiting();
}

void MessageModel::append(const Event &event)
{
    const auto entry = [&](HLineApp app, const QString &from, Kind kind) {
        return Entry{0, event.seq, 0, app, from, kind, event.time, event.payload, {}};
    };
    if (const auto *message = std::get_if<Events::Message>(&event.payload))
        append(entry(message->app, nameOf(message->app),
                     message->message.id == MessageId::Close ? Kind::Close : Kind::Message));
    else if (const auto *request = std::get_if<Events::RequestMade>(&event.payload))
        m_request = entry(request->app, nameOf(request->app), Kind::Request);
    else if (const auto *result = std::get_if<Events::RequestResult>(&event.payload))
        finishRequest(event, *result);
    else if (const auto *command = std::get_if<Events::CommandSent>(&event.payload))
        append(entry({}, nameOf(command->provider), Kind::Provider));
    else if (const auto *report = std::get_if<Events::ReportReceived>(&event.payload))
        append(entry({}, nameOf(report->provider),
                     std::holds_alternative<Reports::FaultInjected>(report->report) ? Kind::Fault : Kind::Provider));
    else if (const auto *closed = std::get_if<Events::LineClosed>(&event.payload))
        append(entry(closed->app, nameOf(closed->app), Kind::Close));
    else if (const auto *provider = std::get_if<Events::ProviderState>(&event.payload);
             provider && !provider->name.isEmpty())
        m_newProviders.insert(provider->provider, provider->name);
    else if (const auto *app = std::get_if<Events::AppInitialized>(&event.payload))
        m_newApps.insert(app->app, app->request->appName.isEmpty() ? app->request->moduleName : app->request->appName);
}

// A request and what it gave are one row.
void MessageModel::finishRequest(const Event &event, const Events::RequestResult &result)
{
    if (!m_request)
        return;
    m_request->asked = std::exchange(m_request->seq, event.seq);
    m_request->time = event.time;
    m_request->result = detailsText(result);
    if (m_request->app.isNull()) { // lineInitializeEx: the result says who it is now
        m_request->app = result.app;
        m_request->from = nameOf(result.app);
    }
    if (result.error != LineError::None)
        m_request->kind = Kind::Failure;
    append(*std::exchange(m_request, std::nullopt));
}

void MessageModel::append(Entry entry)
{
    entry.number = m_nextNumber++;
    m_entries.push_back(std::move(entry));
    // Rows on screen stay until the view is told; what never got there goes at once.
    if (m_entries.size() > 2 * m_capacity)
        dropOldest();
}

void MessageModel::dropOldest()
{
    if (m_entries.size() <= m_capacity)
        return;
    const size_t count = m_entries.size() - m_capacity;
    const quint64 last = m_entries[count - 1].number;
    const auto end = std::upper_bound(m_shown.begin(), m_shown.end(), last);
    if (const int rows = int(end - m_shown.begin()); rows > 0) {
        beginRemoveRows({}, rowCount() - rows, rowCount() - 1);
        m_shown.erase(m_shown.begin(), end);
        endRemoveRows();
    }
    m_entries.erase(m_entries.begin(), m_entries.begin() + std::ptrdiff_t(count));
    m_dropped += count;
}

void MessageModel::showWaiting()
{
    std::vector<quint64> added;
    for (auto it = m_entries.rbegin(); it != m_entries.rend() && it->number > m_considered; ++it) {
        if (passes(*it))
            added.push_back(it->number);
    }
    m_considered = m_nextNumber - 1;
    if (added.empty())
        return;
    beginInsertRows({}, 0, int(added.size()) - 1);
    m_shown.insert(m_shown.end(), added.rbegin(), added.rend());
    endInsertRows();
}

void MessageModel::refilter()
{
    beginResetModel();
    m_shown.clear();
    for (const Entry &entry : m_entries) {
        if (entry.number <= m_considered && passes(entry))
            m_shown.push_back(entry.number);
    }
    endResetModel();
}

bool MessageModel::passes(const Entry &entry) const
{
    if (!m_app.isNull() && entry.app != m_app)
        return false;
    if (m_text.isEmpty())
        return true;
    const auto contains = [&](Column column) { return text(entry, column).contains(m_text, Qt::CaseInsensitive); };
    return contains(Column::What) || contains(Column::Details) || contains(Column::App) || contains(Column::Time);
}

// Rows are in the order of their events; a request has its place where its result came, not far behind.
const MessageModel::Entry *MessageModel::find(quint64 seq) const
{
    auto at = std::lower_bound(m_entries.begin(), m_entries.end(), seq,
                               [](const Entry &entry, quint64 wanted) { return entry.seq < wanted; });
    if (at != m_entries.end() && at->seq == seq)
        return &*at;
    for (; at != m_entries.end(); ++at) {
        if (at->asked == seq)
            return &*at;
        if (at->asked > seq)
            break;
    }
    return nullptr;
}

int MessageModel::rowOf(quint64 seq) const
{
    const Entry *entry = find(seq);
    const auto shown = entry ? std::lower_bound(m_shown.begin(), m_shown.end(), entry->number) : m_shown.end();
    return shown == m_shown.end() || *shown != entry->number ? -1 : int(m_shown.end() - shown) - 1;
}

QString MessageModel::description(quint64 seq) const
{
    const Entry *entry = find(seq);
    if (!entry)
        return {};
    QStringList words;
    for (const Column column : {Column::Time, Column::App, Column::What, Column::Details})
        words += text(*entry, column);
    return words.join(u"  "_s);
}

const MessageModel::Entry &MessageModel::entryAt(int row) const
{
    const quint64 number = m_shown[m_shown.size() - 1 - size_t(row)];
    return m_entries[size_t(number - m_entries.front().number)];
}

QString MessageModel::nameOf(HLineApp app) const
{
    const App *known = m_live->world().app(app);
    return known ? known->name : m_newApps.value(app, shortName(app));
}

QString MessageModel::nameOf(ProviderId provider) const
{
    const Provider *known = m_live->world().provider(provider);
    return known ? known->name : m_newProviders.value(provider, shortName(provider));
}

QString MessageModel::text(const Entry &entry, Column column) const
{
    switch (column) {
    case Column::Time:
        return timeText(entry.time);
    case Column::App:
        return entry.from;
    case Column::What:
        return whatText(entry.payload);
    case Column::Details:
        return entry.result.isEmpty() ? detailsText(entry.payload)
                                      : detailsText(entry.payload) + u" → "_s + entry.result;
    case Column::Count:
        break;
    }
    return {};
}

} // namespace Linescope
