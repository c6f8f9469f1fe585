// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/pages.h"

#include "support/text.h"

#include <QTabBar>

namespace Linescope {

Pages::Pages(QWidget *parent)
    : QTabWidget(parent)
{
    setDocumentMode(true);
    setAccessibleName(tr("Views"));
    tabBar()->setAccessibleName(tr("Views"));
    connect(this, &QTabWidget::currentChanged, this, [this] {
        refresh();
        Q_EMIT pageChanged(current());
    });
}

void Pages::add(View *view, const QString &name, const QString &title)
{
    view->setObjectName(name);
    view->setWindowTitle(title);
    view->setMinimumSize(200, 120); // or the largest of all views would decide how small the window can be
    addTab(view, title);
}

void Pages::setBadge(const QString &name, const QString &badge)
{
    const int index = int(names().indexOf(name));
    if (index < 0)
        return;
    const QString title = menuText(widget(index)->windowTitle());
    const QString text = badge.isEmpty() ? title : tr("%1 (%2)", "title of a view, number").arg(title, badge);
    if (tabText(index) != text)
        setTabText(index, text);
}

QStringList Pages::names() const
{
    QStringList names;
    for (int i = 0; i < count(); ++i)
        names += widget(i)->objectName();
    return names;
}

View *Pages::page(const QString &name) const { return qobject_cast<View *>(widget(int(names().indexOf(name)))); }

QString Pages::currentName() const { return currentWidget() ? currentWidget()->objectName() : QString(); }

View *Pages::current() const { return qobject_cast<View *>(currentWidget()); }

bool Pages::raise(const QString &name)
{
    const int index = int(names().indexOf(name));
    if (index < 0)
        return false;
    setCurrentIndex(index);
    return true;
}

void Pages::refresh()
{
    if (View *view = current())
        view->refresh();
}

} // namespace Linescope
