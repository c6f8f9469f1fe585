// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Retained memory over time as stacked areas: by application, or library and provider.
#pragma once

#include "models/memoryhistory.h"
#include "support/export/picture.h"

#include <QtCharts/QChartView>

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
    QString pictureText() const override;
    QStringList legend() const; // of the areas, from below

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

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
    void scale(Microseconds now, double most);
    void updateColors();

    const MemoryHistory *m_history;
    Microseconds m_span = 600'000'000;
    MemoryStacking m_stacking = MemoryStacking::ByApplication;
    quint64 m_revision = 0;
    std::vector<QAreaSeries *> m_series;
    std::vector<bool> m_isOther;
    QLineSeries *m_total = nullptr;
    QDateTimeAxis *m_time;
    QValueAxis *m_bytes;
    QStringList m_legend;
};

} // namespace Linescope
