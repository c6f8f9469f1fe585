// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagrams/memorychart.h"

#include "support/format.h"
#include "support/text.h"
#include "support/theme/seriescolors.h"
#include "support/theme/theme.h"

#include <QDateTime>
#include <QHash>
#include <QtCharts/QAreaSeries>
#include <QtCharts/QDateTimeAxis>
#include <QtCharts/QLegend>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <array>
#include <cmath>

namespace Linescope {

namespace {

constexpr size_t MaxAreas = 6; // applications told apart; more cannot be
constexpr size_t MaxPoints = 600;
constexpr Microseconds LeastSpan = 10 * 1'000'000; // with less, the marks of the axis would say the same twice

// The highest of each stretch; the last one as it is.
std::vector<const MemorySample *> thinned(const std::vector<const MemorySample *> &samples)
{
    if (samples.size() <= MaxPoints)
        return samples;
    std::vector<const MemorySample *> result;
    const size_t stretch = (samples.size() + MaxPoints - 1) / MaxPoints;
    for (size_t first = 0; first < samples.size(); first += stretch) {
        const auto begin = samples.begin() + qsizetype(first);
        const auto end = samples.begin() + qsizetype(std::min(first + stretch, samples.size()));
        result.push_back(*std::max_element(
            begin, end, [](const MemorySample *a, const MemorySample *b) { return a->bytes() < b->bytes(); }));
    }
    result.back() = samples.back();
    return result;
}

double milliseconds(const MemorySample &sample) { return double(sample.time / 1000); }

quint64 bytesOf(const MemorySample &sample, quint16 name)
{
    quint64 bytes = 0;
    for (const MemorySample::Part &part : sample.parts)
        bytes += part.name == name ? part.bytes : 0;
    return bytes;
}

} // namespace

quint64 MemoryChart::highestOf(const std::vector<const MemorySample *> &samples)
{
    quint64 most = 0;
    for (const MemorySample *sample : samples)
        most = std::max(most, sample->bytes());
    return most;
}

MemoryChart::MemoryChart(const MemoryHistory *history, QWidget *parent)
    : QChartView(parent)
    , m_history(history)
    , m_time(new QDateTimeAxis(this))
    , m_bytes(new QValueAxis(this))
{
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    setAccessibleName(tr("Retained memory over time"));
    setMinimumSize(260, 180);
    chart()->setMargins({4, 4, 4, 4});
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setBackgroundRoundness(0);
    chart()->addAxis(m_time, Qt::AlignBottom);
    chart()->addAxis(m_bytes, Qt::AlignLeft);
    chart()->legend()->setAlignment(Qt::AlignBottom);
    chart()->legend()->setMarkerShape(QLegend::MarkerShapeRectangle);
    chart()->setLocalizeNumbers(true);
    updateColors();
}

void MemoryChart::setSpan(Microseconds span)
{
    m_span = span;
    m_revision = 0;
}

void MemoryChart::setStacking(MemoryStacking stacking)
{
    m_stacking = stacking;
    m_revision = 0;
}

void MemoryChart::refresh(Microseconds now)
{
    // A history that is paused takes no samples, but what figures are told in may change.
    if (m_revision == m_history->revision() && byteScale(m_most).name == m_bytes->titleText())
        return;
    m_revision = m_history->revision();
    m_begin = now - m_span;
    const auto samples = thinned(m_history->samples(m_begin));
    m_most = highestOf(samples);
    const ByteScale bytes = byteScale(m_most);
    show(areasOf(samples, bytes.unit));
    fitTicks();
    scaleTime(now);
    scaleBytes(double(m_most) / bytes.unit);
    m_bytes->setTitleText(bytes.name);
    m_unit = bytes.unit;
    m_text = pictureText();
    describe();
}

// Those that hold most over the whole time, so that colours do not jump about.
std::vector<quint16> MemoryChart::largestNames(const std::vector<const MemorySample *> &samples) const
{
    QHash<quint16, quint64> sums;
    for (const MemorySample *sample : samples) {
        for (const MemorySample::Part &part : sample->parts) {
            if (part.name != 0)
                sums[part.name] += part.bytes;
        }
    }
    std::vector<quint16> names;
    for (auto it = sums.cbegin(); it != sums.cend(); ++it)
        names.push_back(it.key());
    std::sort(names.begin(), names.end(),
              [&](quint16 a, quint16 b) { return sums[a] != sums[b] ? sums[a] > sums[b] : a < b; });
    if (names.size() > MaxAreas)
        names.resize(MaxAreas);
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<MemoryChart::Area> MemoryChart::areasOf(const std::vector<const MemorySample *> &samples, double unit) const
{
    std::vector<Area> areas;
    std::vector<double> heights(samples.size());
    const auto add = [&](const QString &name, bool isOther, const auto &bytes) {
        Area area{name, isOther, {}};
        bool isEmpty = true;
        for (size_t i = 0; i < samples.size(); ++i) {
            const double more = double(bytes(*samples[i])) / unit;
            isEmpty = isEmpty && more == 0;
            heights[i] += more;
            area.top.append({milliseconds(*samples[i]), heights[i]});
        }
        if (!isEmpty)
            areas.push_back(std::move(area));
    };
    if (m_stacking == MemoryStacking::ByPart) {
        add(tr("Library"), false, [](const MemorySample &sample) { return sample.libraryBytes; });
        add(tr("Provider"), false, [](const MemorySample &sample) { return sample.providerBytes; });
        return areas;
    }
    const std::vector<quint16> names = largestNames(samples);
    for (const quint16 name : names)
        add(visibleText(m_history->names().at(name), 32), false,
            [name](const MemorySample &sample) { return bytesOf(sample, name); });
    add(tr("Others", "applications"), true, [&](const MemorySample &sample) {
        quint64 rest = sample.bytes();
        for (const quint16 name : names)
            rest -= bytesOf(sample, name);
        return rest;
    });
    return areas;
}

void MemoryChart::makeSeries(size_t count)
{
    chart()->removeAllSeries();
    m_series.clear();
    for (size_t i = 0; i <= count; ++i) {
        if (i == count) {
            m_total = new QLineSeries;
            chart()->addSeries(m_total);
            m_total->attachAxis(m_time);
            m_total->attachAxis(m_bytes);
            break;
        }
        auto *top = new QLineSeries(this);
        auto *bottom = new QLineSeries(this);
        auto *area = new QAreaSeries(top, bottom);
        connect(area, &QObject::destroyed, this, [top, bottom] {
            top->deleteLater();
            bottom->deleteLater();
        });
        chart()->addSeries(area);
        area->attachAxis(m_time);
        area->attachAxis(m_bytes);
        m_series.push_back(area);
    }
}

void MemoryChart::show(const std::vector<Area> &areas)
{
    if (!m_total || m_series.size() != areas.size())
        makeSeries(areas.size());
    m_isOther.clear();
    m_legend.clear();
    QList<QPointF> bottom;
    for (size_t i = 0; i < areas.size(); ++i) {
        if (i == 0) {
            for (const QPointF &point : areas[i].top)
                bottom.append({point.x(), 0});
        }
        m_series[i]->lowerSeries()->replace(bottom);
        m_series[i]->upperSeries()->replace(areas[i].top);
        m_series[i]->setName(areas[i].name.toHtmlEscaped()); // the legend takes it for markup
        m_isOther.push_back(areas[i].isOther);
        m_legend += areas[i].name;
        bottom = areas[i].top;
    }
    m_total->replace(bottom);
    m_total->setName(tr("Total"));
    updateColors();
}

// As many as there is room for their texts.
void MemoryChart::fitTicks()
{
    m_time->setTickCount(width() < 37 * fontMetrics().height() ? 3 : 6);
    m_bytes->setTickCount(height() < 14 * fontMetrics().height() ? 3 : 5);
}

// From the first sample, as long as there are fewer than the span has room for.
void MemoryChart::scaleTime(Microseconds now)
{
    const Microseconds begin = std::max(now - m_span, m_history->begin().value_or(now));
    const Microseconds end = std::max(now, begin + LeastSpan);
    m_time->setRange(QDateTime::fromMSecsSinceEpoch(begin / 1000), QDateTime::fromMSecsSinceEpoch(end / 1000));
    m_time->setFormat(end - begin <= 600'000'000 ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
}

void MemoryChart::scaleBytes(double most)
{
    // Round steps that people can read off.
    const double raw = std::max(most * 1.05, 4.0) / 4;
    const double power = std::pow(10, std::floor(std::log10(raw)));
    double step = 10 * power;
    for (const double factor : {5.0, 2.5, 2.0, 1.0}) {
        if (factor * power >= raw)
            step = factor * power;
    }
    m_bytes->setRange(0, 4 * step);
    m_bytes->setLabelFormat(step < 1        ? QStringLiteral("%.2f")
                                : step < 10 ? QStringLiteral("%.1f")
                                            : QStringLiteral("%.0f"));
}

void MemoryChart::setColors(const QPalette &colors)
{
    const QColor text = colors.color(QPalette::Text);
    chart()->setBackgroundBrush(colors.color(QPalette::Base));
    chart()->legend()->setLabelColor(text);
    chart()->legend()->setFont(font());
    for (QAbstractAxis *axis : std::array<QAbstractAxis *, 2>{m_time, m_bytes}) {
        axis->setLabelsColor(toneColor(Tone::Muted, colors));
        axis->setTitleBrush(toneColor(Tone::Muted, colors));
        axis->setGridLineColor(toneColor(Tone::CardBorder, colors));
        axis->setLinePenColor(toneColor(Tone::CardBorder, colors));
        axis->setLabelsFont(font());
        axis->setTitleFont(font());
    }
    for (size_t i = 0; i < m_series.size(); ++i) {
        const QColor color = m_isOther[i] ? otherSeriesColor(colors) : seriesColor(int(i), colors);
        QColor fill = color;
        fill.setAlphaF(0.72F);
        m_series[i]->setBrush(fill);
        m_series[i]->setPen(QPen(color, 1.2));
    }
    if (m_total)
        m_total->setPen(QPen(text, 1.8));
}

QStringList MemoryChart::legend() const { return m_legend; }

Microseconds MemoryChart::axisBegin() const { return m_time->min().toMSecsSinceEpoch() * 1000; }

Microseconds MemoryChart::axisEnd() const { return m_time->max().toMSecsSinceEpoch() * 1000; }

} // namespace Linescope
