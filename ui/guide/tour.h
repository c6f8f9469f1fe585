// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The guided tour: a window of its own on a World of its own, in which a scenario is played. The window that shows the
// user's sources is not touched, nothing is mixed up, and closing the tour leaves nothing behind.
#pragma once

#include "guide/tourplayer.h"
#include "models/liveworld.h"
#include "server/engine.h"
#include "support/settings/settings.h"

#include <QObject>
#include <QTemporaryDir>

#include <memory>

namespace Linescope {

class CaptionBar;
class MainWindow;

class Tour : public QObject {
    Q_OBJECT

public:
    // The scenario that ships; `clock`: of the one who watches. Colours and language as in `settings`.
    Tour(const Settings &settings, Clock *clock, QObject *parent = nullptr);
    ~Tour() override;

    MainWindow *window() const { return m_window.get(); }
    TourPlayer *player() const { return m_player.get(); }
    CaptionBar *captions() const { return m_captions; }

    void start(); // shows the window and plays

Q_SIGNALS:
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeWindow(Clock *clock);
    void connectPlayer();
    bool keyPressed(int key, const QWidget *focus);
    void select(const TourPlayer::Named &named);
    void showProgress();

    QTemporaryDir m_folder; // for what the window remembers: it is not to meet the user's settings
    Settings m_settings;
    Engine m_engine; // never does anything: the player has a server of its own
    EventFeed m_feed;
    std::unique_ptr<TourPlayer> m_player;
    LiveWorld m_live;
    std::unique_ptr<MainWindow> m_window;
    CaptionBar *m_captions = nullptr;
    TourPlayer::Named m_about;
};

} // namespace Linescope
