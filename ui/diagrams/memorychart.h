// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Retained memory over time as stacked areas: by application, or library and provider.
#pragma once

#include "models/memoryhistory.h"
#include "support/export/picture.h"

#include <QtCharts/QChartView>

#include <optional>

class QAreaSeries;
class QDateTimeAxis;
class QLineSeries;
class QValueAxis;

namespace Linescope {

enum class MemoryStacking { ByApplication, ByPart };

class MemoryChart : public QChartView, public Picture {
    Q_OBJECT

public:
    explicit MemoryChart(const MemoryHistory *history, QWidget *parent = nullptr); // the history must outlive it

    void setSpan(Microseconds span);
    void setStacking(MemoryStacking stacking);
    MemoryStacking stacking() const { return m_stacking; }
    void refresh(Microseconds now); // does nothing if there is nothing new

    QString pictureName() const override { return QStringLiteral("memory"); }
    QSizeF pictureSize() const override { return size(); }
    void paintPicture(QPainter *painter) const override;
    void paintOnPaper(QPainter *painter) const override;
    QString pictureText() const override;
    QStringList legend() const; // of the areas, from below
    Microseconds axisBegin() const;
    Microseconds axisEnd() const;

    // The moment that the mouse points at or that the arrow keys have gone to: a line, and what all was at that time.
    int markedSample() const; // of those on the chart, the oldest is 0; -1: none
    void setMarkedSample(int sample);
    QString markerText() const; // the time, the total, each area from above; empty if there is no marker

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    struct Area {
        QString name;
        bool isOther = false;
        QList<QPointF> top; // upper border
    };

    std::vector<Area> areasOf(const std::vector<const MemorySample *> &samples, double unit) const;
    std::vector<quint16> largestNames(const std::vector<const MemorySample *> &samples) const;
    void show(const std::vector<Area> &areas);
    void makeSeries(size_t count);
    void fitTicks();
    void scaleTime(Microseconds now);
    void scaleBytes(double most);
    void updateColors() { setColors(palette()); }
    void setColors(const QPalette &colors);
    static quint64 highestOf(const std::vector<const MemorySample *> &samples);
    QStringList markerLines() const;
    void describe();
    QRectF plot() const;
    void paintMarker(QPainter *painter, int sample) const;
    void markAt(const QPointF &position);

    const MemoryHistory *m_history;
    Microseconds m_span = 600'000'000;
    Microseconds m_begin = 0; // of the span at the last refresh
    MemoryStacking m_stacking = MemoryStacking::ByApplication;
    quint64 m_revision = 0;
    quint64 m_most = 0;             // bytes, on the chart
    QString m_text;                 // as pictureText() was at the last refresh
    double m_unit = 1;              // bytes per unit of the axis
    std::optional<double> m_marked; // milliseconds, as on the axis
    bool m_pointed = false;         // by the mouse: goes with it
    std::vector<QAreaSeries *> m_series;
    std::vector<bool> m_isOther;
    QLineSeries *m_total = nullptr;
    QDateTimeAxis *m_time;
    QValueAxis *m_bytes;
    QStringList m_legend;
};

} // namespace Linescope
