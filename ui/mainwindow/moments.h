// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window's way to moments that are over: this session's past, recordings, and back. Ties together what shows them
// (TimeTravel, TimeBar), what marks them (findings, bookmarks) and what may be done meanwhile (nothing that acts).
#pragma once

#include "journal/bookmarks.h"
#include "moment/momentclock.h"
#include "moment/timetravel.h"

#include <QObject>

class QWidget;

namespace Linescope {

class Actions;
class Engine;
class FindingsModel;
class RecordedPast;
class TimeBar;

class Moments : public QObject {
    Q_OBJECT

public:
    struct Parts { // all outlive it
        Engine *engine;
        LiveWorld *live;
        MomentClock *clock;
        TimeBar *bar;
        FindingsModel *findings;
        Actions *actions;
    };

    Moments(const Parts &parts, QWidget *window);
    ~Moments() override;

    bool isAway() const { return m_travel.isAway(); }
    TimeTravel *travel() { return &m_travel; }
    // The recording that is shown, or being opened; empty: none.
    QString recording() const;
    // "The past of this session is shown.": what the user must know; empty while what is true now is shown.
    QString notice() const;

public Q_SLOTS:
    void lookBack();                // to this session's past, a little before now
    void showEvent(quint64 seq);    // the moment after an event of what is shown now
    void open(const QString &file); // a recording
    void leave();

Q_SIGNALS:
    void changed();
    void failed(const QString &sentence);

private:
    void enter(std::unique_ptr<Past> past);
    void showBar();
    void showMarks();
    void opened();
    void goToMark(int direction);
    void addBookmark();
    RecordedPast *recorded() const;

    Parts m_parts;
    QWidget *m_window;
    TimeTravel m_travel;
    Bookmarks m_bookmarks;
};

} // namespace Linescope
