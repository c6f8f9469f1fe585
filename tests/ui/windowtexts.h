// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every text of the program's windows, wherever somebody could read it: for tests that look for what must not be there.
#pragma once

#include <QAbstractItemModel>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QMetaProperty>
#include <QWidget>

namespace Linescope::Test {

class WindowTexts {
public:
    // Of all windows there are, with what is in them, shown or not.
    static QStringList all()
    {
        WindowTexts texts;
        for (QWidget *window : QApplication::topLevelWidgets()) {
            texts.addObject(window);
            for (const QObject *object : window->findChildren<QObject *>())
                texts.addObject(object);
            texts.addAccessible(QAccessible::queryAccessibleInterface(window), 0);
        }
        return texts.m_texts;
    }

private:
    // Labels, buttons, titles, tool tips, accessible names: all of them are properties.
    void addObject(const QObject *object)
    {
        const QMetaObject *meta = object->metaObject();
        for (int i = 0; i < meta->propertyCount(); ++i) {
            const QMetaProperty property = meta->property(i);
            if (property.typeId() == QMetaType::QString || property.typeId() == QMetaType::QStringList)
                add(property.read(object)); // others may make or destroy something when they are read
        }
        for (const QByteArray &name : object->dynamicPropertyNames())
            add(object->property(name));
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
                    add(model.index(row, column, parent).data(role));
            }
            if (const QModelIndex first = model.index(row, 0, parent); model.hasChildren(first))
                addModel(model, first);
        }
        for (int column = 0; column < columns; ++column) {
            for (int role = 0; role < roles; ++role)
                add(model.headerData(column, Qt::Horizontal, role));
        }
    }
    void addAccessible(QAccessibleInterface *part, int depth)
    {
        constexpr int deepest = 40;
        if (!part || !part->isValid() || depth > deepest)
            return;
        for (const QAccessible::Text kind : {QAccessible::Name, QAccessible::Description, QAccessible::Value,
                                             QAccessible::Help, QAccessible::Accelerator})
            add(part->text(kind));
        if (QAccessibleTextInterface *text = part->textInterface())
            add(text->text(0, text->characterCount()));
        for (int i = 0; i < part->childCount(); ++i)
            addAccessible(part->child(i), depth + 1);
    }
    void add(const QVariant &value)
    {
        if (value.typeId() == QMetaType::QString || value.typeId() == QMetaType::QStringList
            || value.typeId() == QMetaType::QByteArray)
            m_texts += value.toStringList().join(u'\n');
    }

    QStringList m_texts;
};

} // namespace Linescope::Test
