// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Providers > line devices > HLINEs, and the applications under a heading of their own. One column; counts are roles.
#pragma once

#include "models/liveworld.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace Linescope {

class LineTreeModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum class Kind { Provider, Device, Line, Apps, App };
    Q_ENUM(Kind)

    enum Role {
        KindRole = Qt::UserRole, // int of Kind
        IdRole, // quint32: the value of ProviderId, DeviceId, HLine or HLineApp; 0 for Apps
        CountRole, // int: handles
        RetainedRole, // int: of these, on calls that are IDLE
        UpRole, // bool: provider up, device in service and connected; true for the rest
        NoteRole, // why it is not up, "closed by provider"; empty when there is nothing to say
    };

    explicit LineTreeModel(LiveWorld *live, QObject *parent = nullptr);
    ~LineTreeModel() override;

    static ProviderId providerAt(const QModelIndex &index); // none where the node is of another kind
    static DeviceId deviceAt(const QModelIndex &index);     // also of an HLINE: its device
    static HLine lineAt(const QModelIndex &index);
    static HLineApp appAt(const QModelIndex &index); // also of an HLINE: its application

    QModelIndex indexOf(DeviceId device) const;
    QModelIndex indexOf(HLine line) const;
    QModelIndex indexOf(HLineApp app) const;
    QModelIndex appsIndex() const; // the heading of the applications, always the last at the top

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Node;

    void reset();
    void advance(const EventBatch &batch);
    void buildAll();
    void refresh(Node *node);
    void matchChildren(Node *node);
    std::vector<quint32> childIds(const Node &node) const;
    void readValues(Node *node) const;
    std::unique_ptr<Node> makeNode(Kind kind, quint32 id, Node *parent) const;
    Node *find(Kind kind, quint32 id) const;
    Node *nodeAt(const QModelIndex &index) const;
    QModelIndex indexOf(const Node *node) const;

    LiveWorld *m_live;
    std::unique_ptr<Node> m_root;
};

} // namespace Linescope
