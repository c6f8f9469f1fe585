// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a screen reader sees of a Diagram: a list with one item for each part of the picture.
#pragma once

#include <QAccessibleWidget>

#include <vector>

namespace Linescope {

class Diagram;

class AccessibleDiagram : public QAccessibleWidget {
public:
    static void install(); // for all diagrams; once is enough

    explicit AccessibleDiagram(Diagram *diagram);
    ~AccessibleDiagram() override;

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    QAccessibleInterface *focusChild() const override;

    Diagram *diagram() const;

private:
    mutable std::vector<QAccessible::Id> m_children;
};

} // namespace Linescope
