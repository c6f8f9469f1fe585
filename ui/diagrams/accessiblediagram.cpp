// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagrams/accessiblediagram.h"

#include "diagrams/diagram.h"
#include "support/text.h"

#include <QPointer>

#include <optional>

namespace Linescope {

namespace {

class AccessibleItem : public QAccessibleInterface {
public:
    AccessibleItem(Diagram *diagram, int index)
        : m_diagram(diagram)
        , m_index(index)
    {
    }

    int index() const { return m_index; }

    bool isValid() const override { return m_diagram && item(); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_diagram); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override { }

    QString text(QAccessible::Text kind) const override
    {
        const auto shown = item();
        if (!shown)
            return {};
        switch (kind) {
        case QAccessible::Name:
            return visibleText(shown->name);
        case QAccessible::Description:
            return visibleText(QString(shown->description).replace(u'\n', QStringLiteral("; ")));
        default:
            return {};
        }
    }
    QRect rect() const override
    {
        const auto shown = item();
        return shown ? shown->rect.toAlignedRect().translated(m_diagram->viewport()->mapToGlobal(QPoint())) : QRect();
    }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = true;
        state.focusable = true;
        state.focused = m_diagram && m_diagram->hasFocus() && m_diagram->currentItem() == m_index;
        state.invalid = !isValid();
        return state;
    }

private:
    std::optional<DiagramItem> item() const
    {
        if (!m_diagram)
            return {};
        return m_index < m_diagram->itemCount() ? std::optional(m_diagram->item(m_index)) : std::nullopt;
    }

    QPointer<Diagram> m_diagram;
    int m_index;
};

QAccessibleInterface *makeAccessible(const QString &className, QObject *object)
{
    auto *diagram = className == QLatin1String("Linescope::Diagram") ? qobject_cast<Diagram *>(object) : nullptr;
    return diagram ? new AccessibleDiagram(diagram) : nullptr;
}

} // namespace

void AccessibleDiagram::install()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(installed)
}

AccessibleDiagram::AccessibleDiagram(Diagram *diagram)
    : QAccessibleWidget(diagram, QAccessible::List)
{
}

AccessibleDiagram::~AccessibleDiagram()
{
    for (const QAccessible::Id id : m_children)
        QAccessible::deleteAccessibleInterface(id);
}

Diagram *AccessibleDiagram::diagram() const { return static_cast<Diagram *>(widget()); }

int AccessibleDiagram::childCount() const { return widget() ? diagram()->itemCount() : 0; }

QAccessibleInterface *AccessibleDiagram::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    while (m_children.size() <= size_t(index))
        m_children.push_back(
            QAccessible::registerAccessibleInterface(new AccessibleItem(diagram(), int(m_children.size()))));
    return QAccessible::accessibleInterface(m_children[size_t(index)]);
}

int AccessibleDiagram::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *item = dynamic_cast<const AccessibleItem *>(child);
    return item ? item->index() : -1;
}

QAccessibleInterface *AccessibleDiagram::childAt(int x, int y) const
{
    if (!widget())
        return nullptr;
    const QPointF position = diagram()->viewport()->mapFromGlobal(QPoint(x, y));
    const std::vector<DiagramItem> all = diagram()->items();
    for (int i = int(all.size()) - 1; i >= 0; --i) {
        if (all[size_t(i)].rect.contains(position))
            return child(i);
    }
    return nullptr;
}

QAccessibleInterface *AccessibleDiagram::focusChild() const
{
    return widget() && widget()->hasFocus() ? child(diagram()->currentItem()) : nullptr;
}

} // namespace Linescope
