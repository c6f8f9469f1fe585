// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/linetreemodel.h"

#include "support/text.h"
#include "tapi/names.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace Linescope {

// Keeps what it shows, so that the World after a batch can be compared with it.
struct LineTreeModel::Node {
    Kind kind;
    quint32 id;
    Node *parent;
    int row = 0;
    Words words = {};
    Counts counts = {};
    quint32 device = 0;                               // of an HLINE
    quint32 app = 0;                                  // of an HLINE
    std::vector<std::unique_ptr<Node>> children = {}; // ascending by order()

    // Providers before the heading of the applications.
    NodeOrder order() const { return {kind, id}; }
};

LineTreeModel::LineTreeModel(LiveWorld *live, QObject *parent)
    : QAbstractItemModel(parent)
    , m_live(live)
{
    connect(live, &LiveWorld::reset, this, &LineTreeModel::reset);
    connect(live, &LiveWorld::advanced, this, &LineTreeModel::advance);
    reset();
}

LineTreeModel::~LineTreeModel() = default;

ProviderId LineTreeModel::providerAt(const QModelIndex &index)
{
    return index.data(KindRole).toInt() == int(Kind::Provider) ? ProviderId{index.data(IdRole).toUInt()} : ProviderId();
}

DeviceId LineTreeModel::deviceAt(const QModelIndex &index) { return {index.data(DeviceRole).toUInt()}; }

HLine LineTreeModel::lineAt(const QModelIndex &index)
{
    return index.data(KindRole).toInt() == int(Kind::Line) ? HLine{index.data(IdRole).toUInt()} : HLine();
}

HLineApp LineTreeModel::appAt(const QModelIndex &index) { return {index.data(AppRole).toUInt()}; }

QModelIndex LineTreeModel::indexOf(DeviceId device) const
{
    const Device *record = m_live->world().device(device);
    return record
        ? indexOf(child(child(m_root.get(), Kind::Provider, record->provider.value), Kind::Device, device.value))
        : QModelIndex();
}

QModelIndex LineTreeModel::indexOf(HLine line) const
{
    const Line *record = m_live->world().line(line);
    const QModelIndex device = record ? indexOf(record->device) : QModelIndex();
    return device.isValid() ? indexOf(child(nodeAt(device), Kind::Line, line.value)) : QModelIndex();
}

QModelIndex LineTreeModel::indexOf(HLineApp app) const
{
    return indexOf(child(m_root->children.back().get(), Kind::App, app.value));
}

QModelIndex LineTreeModel::appsIndex() const { return indexOf(m_root->children.back().get()); }

QModelIndex LineTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    return hasIndex(row, column, parent) ? createIndex(row, column, nodeAt(parent)->children[size_t(row)].get())
                                         : QModelIndex();
}

QModelIndex LineTreeModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexOf(nodeAt(index)->parent) : QModelIndex();
}

int LineTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(nodeAt(parent)->children.size());
}

int LineTreeModel::columnCount(const QModelIndex &) const { return 1; }

QVariant LineTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node &node = *nodeAt(index);
    switch (role) {
    case Qt::DisplayRole:
        return visibleText(node.words.text);
    case Qt::ToolTipRole:
        return toolTipText(node.words.note.isEmpty() ? node.words.text : node.words.text + u'\n' + node.words.note);
    case Qt::AccessibleTextRole:
        return accessibleText(node);
    case KindRole:
        return int(node.kind);
    case IdRole:
        return node.id;
    case CountRole:
        return int(node.counts.handles);
    case RetainedRole:
        return int(node.counts.retained);
    case UpRole:
        return node.words.up;
    case NoteRole:
        return visibleText(node.words.note);
    case DeviceRole:
        return node.kind == Kind::Device ? node.id : node.device;
    case AppRole:
        return node.kind == Kind::App ? node.id : node.app;
    default:
        return {};
    }
}

QString LineTreeModel::accessibleText(const Node &node)
{
    QStringList parts{visibleText(node.words.text)};
    if (!node.words.note.isEmpty())
        parts += visibleText(node.words.note);
    parts += tr("%n handle(s)", nullptr, int(node.counts.handles));
    if (int(node.counts.retained) > 0)
        parts += tr("%n retained", nullptr, int(node.counts.retained));
    return parts.join(u", ");
}

void LineTreeModel::reset()
{
    beginResetModel();
    sortLines();
    m_root = std::make_unique<Node>(Node{Kind::Provider, 0, nullptr});
    for (const auto &[kind, id] : wantedChildren(*m_root))
        m_root->children.push_back(makeNode(kind, id, m_root.get()));
    number(*m_root, 0);
    endResetModel();
}

void LineTreeModel::advance()
{
    const NetEffect &net = m_live->netEffect();
    if (net.linesOrAppsChanged()) {
        sortLines();
        matchChildren(m_root.get());
        refresh(m_root.get(), Refresh::All);
    } else if (!net.isEmpty()) {
        refresh(m_root.get(), Refresh::Counts);
    }
}

// Two sorted lists in one walk; what is gone is removed and what is new inserted, run by run.
void LineTreeModel::matchChildren(Node *node)
{
    const auto wanted = wantedChildren(*node);
    const auto isWanted = [&](const auto &child) {
        return std::binary_search(wanted.begin(), wanted.end(), child->order());
    };
    auto &children = node->children;
    for (int last = int(children.size()) - 1; last >= 0; --last) {
        if (isWanted(children[size_t(last)]))
            continue;
        int first = last;
        while (first > 0 && !isWanted(children[size_t(first) - 1]))
            --first;
        beginRemoveRows(indexOf(node), first, last);
        children.erase(children.begin() + first, children.begin() + last + 1);
        number(*node, size_t(first));
        endRemoveRows();
        last = first;
    }
    for (size_t row = 0; row < wanted.size(); ++row) {
        const auto isThere = [&](size_t i) { return row < children.size() && children[row]->order() == wanted[i]; };
        if (isThere(row))
            continue;
        size_t end = row + 1;
        while (end < wanted.size() && !isThere(end))
            ++end;
        insertChildren(node, row, {wanted.begin() + std::ptrdiff_t(row), wanted.begin() + std::ptrdiff_t(end)});
        row = end - 1;
    }
    for (const auto &child : children)
        matchChildren(child.get());
}

void LineTreeModel::insertChildren(Node *node, size_t row, const std::vector<NodeOrder> &orders)
{
    std::vector<std::unique_ptr<Node>> added;
    for (const auto &[kind, id] : orders)
        added.push_back(makeNode(kind, id, node));
    beginInsertRows(indexOf(node), int(row), int(row + added.size()) - 1);
    node->children.insert(node->children.begin() + std::ptrdiff_t(row), std::make_move_iterator(added.begin()),
                          std::make_move_iterator(added.end()));
    number(*node, row);
    endInsertRows();
}

void LineTreeModel::number(Node &node, size_t from)
{
    for (size_t row = from; row < node.children.size(); ++row)
        node.children[row]->row = int(row);
}

void LineTreeModel::refresh(Node *node, Refresh what)
{
    int first = -1;
    int last = -1;
    for (const auto &child : node->children) {
        if (refreshNode(child.get(), what)) {
            first = first < 0 ? child->row : first;
            last = child->row;
        }
        refresh(child.get(), what);
    }
    if (first >= 0)
        Q_EMIT dataChanged(index(first, 0, indexOf(node)), index(last, 0, indexOf(node)));
}

bool LineTreeModel::refreshNode(Node *node, Refresh what) const
{
    const Counts counts = std::exchange(node->counts, countsOf(*node));
    const bool countsChanged = counts != node->counts;
    if (what == Refresh::Counts)
        return countsChanged;
    const Words words = std::exchange(node->words, wordsOf(*node));
    return countsChanged || words != node->words;
}

// A node is complete before anybody hears of it, its children included.
std::unique_ptr<LineTreeModel::Node> LineTreeModel::makeNode(Kind kind, quint32 id, Node *parent) const
{
    auto node = std::make_unique<Node>(Node{kind, id, parent});
    if (const Line *line = kind == Kind::Line ? m_live->world().line({id}) : nullptr) {
        node->device = line->device.value;
        node->app = line->app.value;
    }
    refreshNode(node.get(), Refresh::All);
    for (const auto &[childKind, childId] : wantedChildren(*node))
        node->children.push_back(makeNode(childKind, childId, node.get()));
    number(*node, 0);
    return node;
}

std::vector<LineTreeModel::NodeOrder> LineTreeModel::wantedChildren(const Node &node) const
{
    const World &world = m_live->world();
    std::vector<NodeOrder> wanted;
    if (!node.parent) {
        for (const Provider &provider : world.providers())
            wanted.push_back({Kind::Provider, provider.id.value});
        wanted.push_back({Kind::Apps, 0});
    } else if (node.kind == Kind::Provider) {
        for (const Device &device : world.devices()) {
            if (device.provider.value == node.id && !device.removed)
                wanted.push_back({Kind::Device, device.id.value});
        }
    } else if (node.kind == Kind::Device) {
        for (auto it = std::lower_bound(m_lines.begin(), m_lines.end(), std::pair(node.id, 0U));
             it != m_lines.end() && it->first == node.id; ++it)
            wanted.push_back({Kind::Line, it->second});
    } else if (node.kind == Kind::Apps) {
        world.apps().forEach([&](const App &app) { wanted.push_back({Kind::App, app.id.value}); });
        std::sort(wanted.begin(), wanted.end());
    }
    return wanted;
}

void LineTreeModel::sortLines()
{
    m_lines.clear();
    m_live->world().lines().forEach(
        [this](const Line &line) { m_lines.emplace_back(line.device.value, line.id.value); });
    std::sort(m_lines.begin(), m_lines.end());
}

LineTreeModel::Node *LineTreeModel::child(Node *node, Kind kind, quint32 id)
{
    if (!node)
        return nullptr;
    const auto isBefore = [](const auto &child, const NodeOrder &order) { return child->order() < order; };
    const NodeOrder order{kind, id};
    const auto it = std::lower_bound(node->children.begin(), node->children.end(), order, isBefore);
    return it != node->children.end() && (*it)->order() == order ? it->get() : nullptr;
}

LineTreeModel::Node *LineTreeModel::nodeAt(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex LineTreeModel::indexOf(const Node *node) const
{
    return node && node->parent ? createIndex(node->row, 0, node) : QModelIndex();
}

LineTreeModel::Words LineTreeModel::wordsOf(const Node &node) const
{
    const World &world = m_live->world();
    switch (node.kind) {
    case Kind::Provider:
        if (const Provider *provider = world.provider({node.id}))
            return {provider->name, provider->text, provider->up};
        break;
    case Kind::Device:
        if (const Device *device = world.device({node.id}))
            return wordsOf(*device);
        break;
    case Kind::Line:
        if (const Line *line = world.line({node.id}))
            return wordsOf(*line);
        break;
    case Kind::Apps:
        return {tr("Applications"), {}, true};
    case Kind::App:
        if (const App *app = world.app({node.id}))
            return {app->name, app->moduleName, true};
        break;
    }
    return {};
}

LineTreeModel::Words LineTreeModel::wordsOf(const Device &device)
{
    const bool up = device.info.inService && device.info.connected;
    QString note = device.info.stateText;
    if (note.isEmpty() && !device.info.connected)
        note = tr("disconnected");
    else if (note.isEmpty() && !device.info.inService)
        note = tr("out of service");
    else if (note.isEmpty() && !device.closedText.isEmpty())
        note = tr("closed by provider: %1").arg(device.closedText);
    return {device.info.name, note, up};
}

LineTreeModel::Words LineTreeModel::wordsOf(const Line &line) const
{
    const App *app = m_live->world().app(line.app);
    //: an open line: its name, the application that opened it
    const QString text = tr("%1 of %2").arg(shortName(line.id), app ? app->name : shortName(line.app));
    return {text, namesOf(line.privileges).join(u", "), true};
}

LineTreeModel::Counts LineTreeModel::countsOf(const Node &node) const
{
    const auto counts = [](const auto *record) {
        return record ? Counts{record->handles, record->retained} : Counts();
    };
    switch (node.kind) {
    case Kind::Device:
        return counts(m_live->world().device({node.id}));
    case Kind::Line:
        return counts(m_live->world().line({node.id}));
    case Kind::App:
        return counts(m_live->world().app({node.id}));
    case Kind::Provider:
    case Kind::Apps:
        break;
    }
    return {};
}

} // namespace Linescope
