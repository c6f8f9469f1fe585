// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The sixteen call states as a drawn map: how many calls are in each, which ways they go, what went a way it should
// not, and the way of one call with the time it stayed in each state.
#pragma once

#include "diagrams/diagram.h"
#include "diagrams/statemap/statemapscene.h"
#include "tapi/clock.h"

#include <QPixmap>
#include <QTimer>

#include <optional>

namespace Linescope {

class CallHistory;
class StateMapPainter;

class StateMap : public Diagram {
    Q_OBJECT

public:
    // All of them must outlive the map.
    StateMap(const StateCounts *counts, const CallHistory *history, const Clock *clock, QWidget *parent = nullptr);

    void setCall(CallId call); // whose way is highlighted; none
    CallId call() const { return m_call; }
    // Lights that travel along the arrows when calls do. Off: nothing moves.
    void setAnimated(bool animated);
    bool isMoving() const { return m_motion.isActive(); }

    // Time stands from this moment on, with what depends on it; or goes on.
    void setFrozen(bool frozen);
    Microseconds now() const { return m_frozen ? *m_frozen : m_clock->now(); } // as the map has it

    void refresh();
    const StateMapScene &scene() const { return m_scene; }

    std::vector<DiagramItem> items() const override; // the states, then the unusual and forbidden ways
    QString pictureName() const override { return QStringLiteral("states"); }
    QSizeF pictureSize() const override { return sheet(); }
    void paintPicture(QPainter *painter) const override;
    void paintOnPaper(QPainter *painter) const override;
    QSize minimumSizeHint() const override { return {240, 160}; }
    QSize sizeHint() const override { return {900, 560}; }

Q_SIGNALS:
    void filterWanted(const QString &filter); // a state was chosen: "state:connected"

protected:
    bool viewportEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent *event) override;

private:
    struct Light {
        CallState from;
        CallState to;
        Microseconds since;
    };

    QSizeF sheet() const;
    QPointF offset() const;
    StateMapPainter makePainter() const;
    void paintViewport(QPainter *painter) const;
    void updateScrollBars();
    void lookAgain();
    void point(std::optional<CallState> state);
    void startLights();
    void putLightsOut();
    void moveLights();
    void choose(int index);

    const StateCounts *m_counts;
    const CallHistory *m_history;
    const Clock *m_clock;
    CallId m_call;
    StateMapScene m_scene;
    std::optional<CallState> m_pointedAt;
    std::optional<Microseconds> m_frozen; // since when
    mutable QPixmap m_image;              // of the scene; null when it has to be painted
    QTimer m_motion;
    std::vector<Light> m_lights;
    std::vector<quint64> m_seen; // how often each of the flows had happened
    bool m_animated = true;
};

} // namespace Linescope
