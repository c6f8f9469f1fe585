// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The slim bar over a table with groups: a choice, buttons that expand and collapse, room for more.
#pragma once

#include <QWidget>

class QComboBox;
class QToolButton;

namespace Linescope {

class FlowLayout;
class TreeTable;

class TreeBar : public QWidget {
    Q_OBJECT

public:
    TreeBar(const QString &label, QComboBox *choice, TreeTable *table, QWidget *parent = nullptr);

    void setTreeShown(bool shown); // without a tree there is nothing to expand
    void addAtEnd(QWidget *widget);

private:
    FlowLayout *m_layout;
    QToolButton *m_expand;
    QToolButton *m_collapse;
};

} // namespace Linescope
