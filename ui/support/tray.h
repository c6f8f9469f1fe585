// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The icon in the desktop's tray: how many handles are retained, a menu, and a word when an alarm fires. A desktop
// without a tray is fine: nothing is shown.
#pragma once

#include <QIcon>
#include <QObject>
#include <QTimer>

#include <memory>

class QAction;
class QMenu;
class QSystemTrayIcon;
class QWidget;

namespace Linescope {

class LiveWorld;

class Tray : public QObject {
    Q_OBJECT

public:
    Tray(LiveWorld *live, QWidget *window, QObject *parent = nullptr); // these outlive it
    ~Tray() override;

    void setShown(bool shown); // if there is a tray
    bool isShown() const;
    void notify(const QString &sentence);

    QMenu *menu() const { return m_menu.get(); }
    QString toolTip() const;
    // The program's icon with the number on it, for every size that trays use.
    static QIcon iconFor(quint32 retained);
    static QString numberText(quint32 retained); // "", "7", "999", "1k", "120k", "1M"
    // For the desktop's notifications, which may read what looks like markup.
    static QString notificationText(const QString &sentence);

private:
    void refresh();
    void toggleWindow();
    void updateMenu();

    LiveWorld *m_live;
    QWidget *m_window;
    std::unique_ptr<QMenu> m_menu;
    QAction *m_toggle = nullptr;
    QAction *m_pause = nullptr;
    std::unique_ptr<QSystemTrayIcon> m_icon; // none where there is no tray
    QString m_number;
    QTimer m_delay;
};

} // namespace Linescope
