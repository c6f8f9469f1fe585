// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The bar under the views while they show a moment that is over: which one, the way to others, and back to what is true
// now. Says what is wanted; TimeTravel does it.
#pragma once

#include "moment/past.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;

namespace Linescope {

class MomentSlider;

class TimeBar : public QWidget {
    Q_OBJECT

public:
    explicit TimeBar(QWidget *parent = nullptr);

    MomentSlider *slider() const { return m_slider; }
    void setRange(const Past::Range &range);
    void setMoment(quint64 seq, Microseconds time);
    void setMarks(const QList<MomentMark> &marks);
    const QList<MomentMark> &marks() const;
    void setPlaying(bool playing);
    // `source`: what is shown, "busy.jsonl"; empty: this session. A recording can have bookmarks.
    void setSource(const QString &source, bool hasBookmarks);
    void setBusy(const QString &words); // instead of the position: "reading, 40 %"; empty: no more
    QString positionText() const;
    double speed() const;

Q_SIGNALS:
    void timeChosen(Linescope::Microseconds time);
    void seqChosen(quint64 seq);
    void stepWanted(int events); // on or back
    void markWanted(int direction);
    void playWanted(bool play);
    void speedChanged(double speed); // 0: as fast as possible
    void bookmarkWanted();
    void leaveWanted(); // back to what is true now

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *addButton(const QString &icon, const QString &name, const QString &toolTip);
    void updatePosition();

    MomentSlider *m_slider;
    QToolButton *m_play = nullptr;
    QToolButton *m_bookmark = nullptr;
    QToolButton *m_leave;
    QComboBox *m_speed;
    QLabel *m_source;
    QLabel *m_position;
    Past::Range m_range;
    quint64 m_seq = 0;
    Microseconds m_time = 0;
    QString m_busy;
};

} // namespace Linescope
