// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The tree of providers, line devices, HLINEs and applications, with the number of handles on each.
#pragma once

#include "support/selection.h"

#include <QWidget>

class QTreeView;

namespace Linescope {

class LineTreeModel;
class LiveWorld;

class LinesPanel : public QWidget {
    Q_OBJECT

public:
    explicit LinesPanel(LiveWorld *live, QWidget *parent = nullptr);

    QTreeView *view() const { return m_view; }
    LineTreeModel *model() const { return m_model; }
    Selection current() const;

Q_SIGNALS:
    void currentChanged(const Linescope::Selection &selection);
    void activated(const QString &filter); // a filter that keeps what belongs to the node
    void contextMenuWanted(const QPoint &globalPosition);

private:
    void expandTopLevel();

    LiveWorld *m_live;
    LineTreeModel *m_model;
    QTreeView *m_view;
};

} // namespace Linescope
