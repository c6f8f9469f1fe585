// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The sequence diagram of a call, and of the calls that belong to it: lanes for each application, the engine and the
// provider; what went between them; the lives of the call's handles. Time runs down.
#pragma once

#include "diagrams/diagram.h"
#include "diagrams/ladder/ladderpainter.h"

namespace Linescope {

class LiveWorld;

class Ladder : public Diagram {
    Q_OBJECT

public:
    Ladder(const LiveWorld *live, const LadderModel *model, QWidget *parent = nullptr);
    ~Ladder() override;

    CallId call() const { return m_call; }
    void setCall(CallId call); // none: empty
    void setRelatedShown(bool shown);
    void setAbsoluteTime(bool absolute);
    void setKindShown(LadderKind kind, bool shown);
    void setLaneShown(quint32 lane, bool shown);
    void setHiddenLanes(const QSet<quint32> &lanes); // all others are shown
    void setFollowing(bool follow);                  // keeps the newest in view
    bool isFollowing() const { return m_follow; }
    static constexpr double LeastZoom = 0.6;
    static constexpr double GreatestZoom = 2.5;
    void setZoom(double zoom);
    double zoom() const { return m_zoom; }

    const LadderRows &rows() const { return m_rows; }
    void refresh();                   // what has happened since the last time
    void setCurrentStep(quint64 seq); // and scrolls to it; 0: none
    quint64 currentStep() const { return m_currentSeq; }
    // The message log's row for a step: its own, or what brought it about. 0 if there is none.
    quint64 messageFor(quint64 seq) const;

    std::vector<DiagramItem> items() const override;
    QString pictureName() const override { return QStringLiteral("ladder"); }
    QSizeF pictureSize() const override; // of all rows, not only those on the viewport
    void paintPicture(QPainter *painter) const override;
    void paintOnPaper(QPainter *painter) const override;
    QString pictureText() const override;
    QString toMermaid() const;
    QString toPlantUml() const;
    QString emptyText() const; // why there is nothing to see; empty if there is something

Q_SIGNALS:
    void messageWanted(quint64 eventSeq);
    void lanesChanged();
    void followingChanged(bool follow);

protected:
    int itemAt(const QPointF &position) const override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void arrange();
    void paintWhole(QPainter *painter, const QPalette &colors) const;
    double scrollEnd() const;
    QRectF area() const;                  // of the rows, on the viewport
    double legendHeight() const;          // 0 where there is no room for it
    LadderGeometry wholeGeometry() const; // of the picture: wide enough for most labels
    QFont scaledFont() const;
    size_t firstVisible() const;
    size_t endVisible() const;
    DiagramItem itemFor(size_t row) const;
    QString laneName(quint32 lane) const;
    void markCurrent();
    void moveCurrent(qsizetype rows);
    void scrollTo(size_t row);
    void followUser();

    const LiveWorld *m_live;
    const LadderModel *m_model;
    LadderRows m_rows;
    LadderGeometry m_geometry;
    CallId m_call;
    bool m_related = false;
    bool m_absolute = false;
    bool m_follow = true;
    double m_zoom = 1;
    quint64 m_currentSeq = 0;
};

} // namespace Linescope
