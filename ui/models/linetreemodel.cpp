// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/linetreemodel_p.h"

#include "support/text.h"
#include "tapi/names.h"

#include <algorithm>

namespace Linescope {

LineTreeModel::LineTreeModel(LiveWorld *live, QObject *parent)
    : QAbstractItemModel(parent)
    , m_live(live)
{
    connect(live, &LiveWorld::reset, this, &LineTreeModel::reset);
    connect(live, &LiveWorld::aboutToAdvance, this, &LineTreeModel::noteGoing);
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
