// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Keys that come as from a keyboard: to the window that is active, and from there to whatever has the focus.
#pragma once

#include <QApplication>
#include <QKeySequence>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QTest>
#include <QWindow>

namespace Linescope::Test {

inline void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    QWidget *to = QApplication::activePopupWidget();
    if (!to)
        to = QApplication::activeModalWidget();
    if (!to)
        to = QApplication::activeWindow();
    QVERIFY2(to && to->windowHandle(), "no window is active");
    if (to != QApplication::activeWindow() && !to->windowFlags().testFlag(Qt::Popup))
        QApplication::setActiveWindow(to); // an X server without a window manager activates nothing
    QTest::keyClick(to->windowHandle(), key, modifiers);
}

inline void press(const QKeySequence &keys) { press(keys[0].key(), keys[0].keyboardModifiers()); }

inline void type(const QString &text)
{
    for (const QChar c : text) {
        const QWidget *focus = QApplication::focusWidget();
        QVERIFY2(focus, "nothing has the focus");
        QTest::keyClick(focus->window()->windowHandle(), c.toLatin1());
    }
}

inline QString withoutMnemonic(const QString &text) { return QString(text).remove(u'&'); }

// Goes to the widget with Tab. False if the focus does not come by.
inline bool tabTo(const QWidget *widget)
{
    constexpr int most = 200;
    for (int i = 0; i < most; ++i) {
        const QWidget *focus = QApplication::focusWidget();
        if (focus && (focus == widget || widget->isAncestorOf(focus)))
            return true;
        press(Qt::Key_Tab);
    }
    return false;
}

// Opens the menu with Alt and its letter.
inline QMenu *openMenu(const QMainWindow *window, const QString &title)
{
    for (const QAction *action : window->menuBar()->actions()) {
        if (withoutMnemonic(action->text()) == title)
            press(QKeySequence::mnemonic(action->text()));
    }
    return qobject_cast<QMenu *>(QApplication::activePopupWidget());
}

// Goes down to the entry with the arrow key. False if it does not come by.
inline bool arrowTo(QMenu *menu, const QString &text)
{
    for (qsizetype i = 0; menu && i <= menu->actions().size(); ++i) {
        if (menu->activeAction() && withoutMnemonic(menu->activeAction()->text()) == text)
            return true;
        press(Qt::Key_Down);
    }
    return false;
}

// Chooses {"View", "Group by", "Line"}. False if there is no way to it.
inline bool choose(const QMainWindow *window, const QStringList &path)
{
    QMenu *menu = openMenu(window, path.first());
    for (qsizetype i = 1; i < path.size(); ++i) {
        if (!arrowTo(menu, path.at(i)))
            return false;
        if (i + 1 == path.size())
            press(Qt::Key_Return);
        else
            press(Qt::Key_Right);
        menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    }
    return true;
}

} // namespace Linescope::Test
