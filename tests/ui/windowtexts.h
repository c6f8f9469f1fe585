// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every text of the program's windows, wherever somebody could read it: for tests that look for what must not be there.
#pragma once

#include <QAbstractItemModel>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QMap>
#include <QMetaProperty>
#include <QWidget>

namespace Linescope::Test {

using TextsBySource = QMap<QString, QStringList>;

class WindowTexts {
public:
    // Of all windows there are, with what is in them, shown or not.
    static TextsBySource all()
    {
        WindowTexts texts;
        for (QWidget *window : QApplication::topLevelWidgets()) {
            texts.addObject(window);
            for (const QObject *object : window->findChildren<QObject *>())
                texts.addObject(object);
            texts.addAccessible(QAccessible::queryAccessibleInterface(window), 0);
        }
        return {{QStringLiteral("properties"), texts.m_properties},
                {QStringLiteral("rows"), texts.m_rows},
                {QStringLiteral("accessible"), texts.m_accessible}};
    }

private:
    // Labels, buttons, titles, tool tips, accessible names: all of them are properties.
    void addObject(const QObject *object)
    {
        const QMetaObject *meta = object->metaObject();
        for (int i = 0; i < meta->propertyCount(); ++i) {
            const QMetaProperty property = meta->property(i);
            if (property.typeId() == QMetaType::QString || property.typeId() == QMetaType::QStringList)
                add(m_properties, property.read(object)); // others may make or destroy something when they are read
        }
        for (const QByteArray &name : object->dynamicPropertyNames())
            add(m_properties, object->property(name));
        if (const auto *combo = qobject_cast<const QComboBox *>(object))
            addModel(*combo->model());
        if (const auto *model = qobject_cast<const QAbstractItemModel *>(object))
            addModel(*model);
    }
    void addModel(const QAbstractItemModel &model, const QModelIndex &parent = {})
    {
        constexpr int roles = Qt::UserRole + 32;
        const int columns = model.columnCount(parent);
        for (int row = 0; row < model.rowCount(parent); ++row) {
            for (int column = 0; column < columns; ++column) {
                for (int role = 0; role < roles; ++role)
                    add(m_rows, model.index(row, column, parent).data(role));
            }
            if (const QModelIndex first = model.index(row, 0, parent); model.hasChildren(first))
                addModel(model, first);
        }
        for (int column = 0; column < columns; ++column) {
            for (int role = 0; role < roles; ++role)
                add(m_rows, model.headerData(column, Qt::Horizontal, role));
        }
    }
    void addAccessible(QAccessibleInterface *part, int depth)
    {
        constexpr int deepest = 40;
        if (!part || !part->isValid() || depth > deepest)
            return;
        for (const QAccessible::Text kind : {QAccessible::Name, QAccessible::Description, QAccessible::Value,
                                             QAccessible::Help, QAccessible::Accelerator})
            add(m_accessible, part->text(kind));
        if (QAccessibleTextInterface *text = part->textInterface())
            add(m_accessible, text->text(0, text->characterCount()));
        for (int i = 0; i < part->childCount(); ++i)
            addAccessible(part->child(i), depth + 1);
    }
    static void add(QStringList &texts, const QVariant &value)
    {
        if (value.typeId() == QMetaType::QString || value.typeId() == QMetaType::QStringList
            || value.typeId() == QMetaType::QByteArray)
            texts += value.toStringList().join(u'\n');
    }

    QStringList m_properties;
    QStringList m_rows;
    QStringList m_accessible;
};

} // namespace Linescope::Test
