// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Calls and handles over time. A lane for each line, call or application; in it each call is a bar of its states, and
// each handle a thinner bar below, hatched from the moment the call was over: a leak is a bar that goes on.
// Time flows with now at its place until the user moves back; while the window is paused, it stands.
#pragma once

#include "diagrams/diagram.h"
#include "diagrams/timeline/timelinelayout.h"
#include "diagrams/timeline/timelinepainter.h"

#include <QTimer>

#include <optional>

class QToolButton;

namespace Linescope {

class EmptyNote;

class Timeline : public Diagram {
    Q_OBJECT

public:
    Timeline(LiveWorld *live, CallHistory *history, const Clock *clock, QWidget *parent = nullptr);

    void refresh(); // brings the screen up to date

    TimelineModel::Lanes lanes() const { return m_model->lanes(); }
    void setLanes(TimelineModel::Lanes lanes);
    void setLeaksOnly(bool leaksOnly);
    void setQuietLanesHidden(bool hidden);

    const TimeScale &scale() const { return m_view.scale; }
    Microseconds now() const { return m_view.now; } // as shown: stands while the window is paused
    bool isFollowing() const { return m_following; }
    void zoom(double factor, double x); // the moment at x stays there
    void setPerPixel(double perPixel);  // microseconds; brought within what can be shown
    void pan(int pixels);               // > 0: towards later
    void goToBeginning();

    void select(const Selection &selection); // highlights it, brings it into sight

    const TimelineModel &model() const { return *m_model; }
    const std::vector<TimelinePart> &parts() const { return m_parts; } // in the order of items()

    std::vector<DiagramItem> items() const override;
    int itemCount() const override { return int(m_parts.size()); }
    DiagramItem item(int index) const override;
    std::vector<QRectF> itemRects() const override;

    QString pictureName() const override { return QStringLiteral("timeline"); }
    void paintPicture(QPainter *painter) const override;
    void paintOnPaper(QPainter *painter) const override;

public Q_SLOTS:
    void zoomIn();
    void zoomOut();
    void fitAll();
    void jumpToNow();
    void setFollowing(bool following); // jumps to now, or stays where it is

Q_SIGNALS:
    void followingChanged(bool following);

protected:
    int itemAt(const QPointF &position) const override;
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void paintIn(const QPalette &colors, QPainter *painter) const;
    void makeNowButton();
    void updateMetrics();
    void arrange(bool lanesMoved);
    void keepInPlace(quint32 lane, int offset);
    void collect();
    void updateScrollBar();
    void updateNote();
    void noteFollowing(bool following);
    void placeNowButton();
    QRectF visibleRect(const TimelinePart &part) const;
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);
    void walk(QKeyEvent *event);
    void scrollTo(int y, int height);
    void scheduleFrame();

    LiveWorld *m_live;
    const Clock *m_clock;
    TimelineModel *m_model;
    TimelineLayout m_layout;
    TimelineView m_view;
    std::vector<TimelinePart> m_parts;
    Selection m_selection;
    TextCache m_texts;
    TextCache m_smallTexts;
    EmptyNote *m_note;
    QToolButton *m_nowButton;
    QTimer m_frame;
    quint64 m_shownRevision = 0;
    Microseconds m_frozen = 0; // when the window was paused, 0 if it is not
    int m_nowMargin = 0;       // from now to the right edge, while following
    bool m_following = true;
    bool m_panning = false;
    std::optional<QPoint> m_pressed;
    std::optional<QPoint> m_cursor; // over the lanes
};

} // namespace Linescope
