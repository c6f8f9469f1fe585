// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Providers > line devices > HLINEs, and the applications under a heading of their own. One column; counts are roles.
#pragma once

#include "models/liveworld.h"

#include <QAbstractItemModel>
#include <QSet>

#include <memory>
#include <utility>
#include <vector>

namespace Linescope {

class LineTreeModel : public QAbstractItemModel {
    Q_OBJECT

public:
    enum class Kind { Provider, Device, Line, Apps, App };
    Q_ENUM(Kind)

    enum Role {
        KindRole = Qt::UserRole, // int of Kind
        IdRole,                  // quint32: the value of ProviderId, DeviceId, HLine or HLineApp; 0 for Apps
        CountRole,               // int: handles
        RetainedRole,            // int: of these, on calls that are IDLE
        UpRole,                  // bool: provider up, device in service and connected; true for the rest
        NoteRole,                // why it is not up, "closed by provider"; empty when there is nothing to say
        DeviceRole,              // quint32: DeviceId of a device or an HLINE, else 0
        AppRole,                 // quint32: HLineApp of an application or an HLINE, else 0
    };

    explicit LineTreeModel(LiveWorld *live, QObject *parent = nullptr);
    ~LineTreeModel() override;

    // Off: the rows stay as they are and nothing costs anything; on again: they catch up.
    void setActive(bool active);
    quint64 looks() const { return m_looks; } // how often a node has been compared with the World: the work done

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
    using NodeOrder = std::pair<Kind, quint32>; // and its id; Kind has providers before the heading of applications

    struct Words { // what changes seldom of what a node shows
        QString text;
        QString note;
        bool up = true;
        friend bool operator==(const Words &, const Words &) = default;
    };
    struct Counts {
        quint32 handles = 0;
        quint32 retained = 0;
        friend bool operator==(Counts, Counts) = default;
    };

    void reset();
    void noteGoing();
    void noteCounts(const Handle &handle);
    void noteCounts(CallId call);
    void advance();
    void catchUp();
    void sortLines();
    void refreshCounts();
    void matchChildren(Node *node);
    void insertChildren(Node *node, size_t row, const std::vector<NodeOrder> &orders);
    void refresh(Node *node);
    bool refreshNode(Node *node) const; // whether something has changed
    bool refreshCounts(Node *node) const;
    std::unique_ptr<Node> makeNode(Kind kind, quint32 id, Node *parent) const;
    std::vector<NodeOrder> wantedChildren(const Node &node) const;
    Words wordsOf(const Node &node) const;
    static Words wordsOf(const Device &device);
    Words wordsOf(const Line &line) const;
    Counts countsOf(const Node &node) const;
    static QString accessibleText(const Node &node);
    static void number(Node &node, size_t from);
    static Node *child(Node *node, Kind kind, quint32 id);
    Node *nodeAt(const QModelIndex &index) const;
    QModelIndex indexOf(const Node *node) const;

    LiveWorld *m_live;
    std::unique_ptr<Node> m_root;
    std::vector<std::pair<quint32, quint32>> m_lines; // device and HLINE, ascending
    QSet<HLine> m_counted;                            // lines on which handles came, went or changed in the batch
    mutable quint64 m_looks = 0;
    bool m_active = true;
    bool m_stale = false;    // something has happened while it was off
    bool m_replaced = false; // by another World
};

} // namespace Linescope
