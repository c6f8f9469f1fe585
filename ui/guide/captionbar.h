// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is being told, in large type, with the buttons of a player. Below it, how far the story has come.
#pragma once

#include <QWidget>

class QBoxLayout;
class QLabel;
class QToolButton;

namespace Linescope {

class CaptionBar : public QWidget {
    Q_OBJECT

public:
    explicit CaptionBar(QWidget *parent = nullptr);

    void setCaption(const QString &text);
    QString caption() const;
    void setPlaying(bool playing);
    void setSpeed(double speed);
    void setPlace(int chapter, int chapters, double progress); // chapter from 0; progress 0 to 1

    QToolButton *playButton() const { return m_play; }

Q_SIGNALS:
    void playPauseWanted();
    void stepWanted();
    void restartWanted();
    void fasterWanted();
    void slowerWanted();
    void closeWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolButton *addButton(const QString &icon, const QString &text, const QString &name, const QString &keys);
    void enlarge();
    void arrange();

    QBoxLayout *m_layout;
    QWidget *m_controls;
    QLabel *m_caption;
    QLabel *m_place;
    QLabel *m_speed;
    QToolButton *m_play;
    double m_progress = 0;
    bool m_enlarging = false;
};

} // namespace Linescope
