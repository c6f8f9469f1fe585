// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The tree of providers, line devices, HLINEs and applications, with the number of handles on each.
#pragma once

#include "support/selection.h"

#include <QStringList>
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
    // Which nodes are open, by name: the same lines have other numbers in another run.
    QByteArray saveState() const;
    void restoreState(const QByteArray &state);

Q_SIGNALS:
    void currentChanged(const Linescope::Selection &selection);
    void activated(const QString &filter); // a filter that keeps what belongs to the node
    void contextMenuWanted(const QPoint &globalPosition);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void makeView();
    void fitToFont();
    void activate();
    void noteExpanded(const QModelIndex &index, bool expanded);
    void expand(const QModelIndex &parent, int first, int last);
    void expandAll();
    bool wasOpen(const QModelIndex &index) const;

    LiveWorld *m_live;
    LineTreeModel *m_model;
    QTreeView *m_view;
    bool m_arriving = false; // the focus: that chooses nothing
    QStringList m_closed;    // at the top, where all is open at first
    QStringList m_open;      // further down, where nothing is
};

} // namespace Linescope
