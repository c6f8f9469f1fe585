// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// MainWindow's size and looks: how they are remembered and how they change.
#include "mainwindow/mainwindow.h"

#include "guide/guide.h"
#include "guide/presenter.h"
#include "mainwindow/pages.h"
#include "panels/filter/filterline.h"
#include "panels/tables/handlespanel.h"
#include "panels/tables/linespanel.h"

#include <QCloseEvent>
#include <QDockWidget>
#include <QTabBar>
#include <QToolBar>

#include <algorithm>
#include <utility>

namespace Linescope {

void MainWindow::restoreLayout()
{
    resize(1280, 800);
    restoreGeometry(m_settings->layout(QStringLiteral("window")));
    m_isNew = !restoreState(m_settings->layout(QStringLiteral("docks")));
    m_handles->restoreColumns(m_settings->layout(QStringLiteral("columns")));
    m_lines->restoreState(m_settings->layout(QStringLiteral("tree")));
    const auto views = findChildren<View *>();
    for (View *view : views)
        view->restoreState(m_settings->layout(view->objectName()));
    m_pages->raise(QString::fromUtf8(m_settings->layout(QStringLiteral("page"))));
    m_filter->setHistory(m_settings->value(QStringLiteral("view/filterHistory")).toStringList());
    m_filter->setFilter(m_settings->filter());
}

void MainWindow::saveLayout()
{
    m_guide->presenter()->setActive(false); // full screen is its affair, not the layout's
    m_settings->setLayout(QStringLiteral("window"), saveGeometry());
    m_settings->setLayout(QStringLiteral("docks"), saveState());
    m_settings->setLayout(QStringLiteral("columns"), m_handles->saveColumns());
    m_settings->setLayout(QStringLiteral("tree"), m_lines->saveState());
    const auto views = findChildren<View *>();
    for (const View *view : views) {
        if (const QByteArray state = view->saveState(); !state.isEmpty())
            m_settings->setLayout(view->objectName(), state);
    }
    m_settings->setLayout(QStringLiteral("page"), m_pages->currentName().toUtf8());
}

// Docks have the width they like, but most of a small window is the views'.
void MainWindow::shareRoom()
{
    const auto dock = [this](const char *name) { return findChild<QDockWidget *>(QString::fromLatin1(name)); };
    resizeDocks({dock("lines"), dock("call")}, {std::min(230, width() * 18 / 100), std::min(310, width() * 30 / 100)},
                Qt::Horizontal);
    resizeDocks({dock("messages")}, {std::min(190, height() / 4)}, Qt::Vertical);
}

void MainWindow::showEvent(QShowEvent *event)
{
    if (std::exchange(m_isNew, false))
        shareRoom();
    QMainWindow::showEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    fitToolBar();
    QMainWindow::resizeEvent(event);
}

// Colours that were taken from the palette are those of another one now.
void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_health)
        refreshStatus();
    if (event->type() == QEvent::FontChange && m_tools)
        fitToolBar();
}

void MainWindow::fitToolBar()
{
    const int line = fontMetrics().height();
    m_tools->setIconSize({line + 4, line + 4});
    m_filter->setMinimumWidth(14 * line);
    m_filter->setMaximumWidth(33 * line);
    // A narrow toolbar would hide its last widget, and that is the filter.
    const bool isNarrow = width() < 89 * line;
    m_tools->setToolButtonStyle(isNarrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
}

// The window makes tabs of its own for docks that lie on each other.
void MainWindow::childEvent(QChildEvent *event)
{
    QMainWindow::childEvent(event);
    auto *tabs = event->polished() ? qobject_cast<QTabBar *>(event->child()) : nullptr;
    if (tabs)
        tabs->setAccessibleName(tr("Docks"));
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveLayout();
    QMainWindow::closeEvent(event);
}

} // namespace Linescope
