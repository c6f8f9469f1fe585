// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagrams/statemap/statemaplayout.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <map>
#include <optional>

namespace Linescope {

namespace {

using enum CallState;

constexpr QSizeF Sheet(1000, 600);
constexpr QSizeF Node(152, 62);
constexpr double Clearance = 7; // of an arrow from a node that is not its own
constexpr double Edge = 6;      // of the sheet, free of arrows
constexpr int Samples = 80;

struct Place {
    CallState state;
    QPointF centre;
};

constexpr Place Places[] = {
    {Offering, {102, 70}},
    {Accepted, {290, 140}},
    {DialTone, {102, 530}},
    {Dialing, {290, 530}},
    {Proceeding, {478, 530}},
    {Ringback, {478, 388}},
    {Connected, {478, 235}},
    {OnHold, {690, 60}},
    {Conferenced, {690, 177}},
    {OnHoldPendConf, {690, 293}},
    {OnHoldPendTransfer, {690, 409}},
    {Busy, {690, 530}},
    {SpecialInfo, {908, 530}},
    {Disconnected, {908, 235}},
    {Idle, {908, 382}},
    {Unknown, {190, 335}},
};

QPointF centreOf(CallState state)
{
    const auto *place = std::find_if(std::begin(Places), std::end(Places),
                                     [state](const Place &p) { return p.state == state; });
    return place == std::end(Places) ? QPointF() : place->centre;
}

QRectF around(const QPointF &centre, const QSizeF &size)
{
    return {centre.x() - size.width() / 2, centre.y() - size.height() / 2, size.width(), size.height()};
}

double length(const QPointF &vector) { return std::hypot(vector.x(), vector.y()); }

// Between two centres, bent aside by `first` near its start and `second` near its end.
StateCurve bent(const QPointF &from, const QPointF &to, double first, double second)
{
    const QPointF way = to - from;
    const QPointF aside = QPointF(way.y(), -way.x()) / length(way);
    return {{from, from + way / 3 + aside * first, to - way / 3 + aside * second, to}};
}

bool isClear(const StateCurve &curve, CallState from, CallState to)
{
    const QRectF inside = QRectF(QPointF(), Sheet).adjusted(Edge, Edge, -Edge, -Edge);
    for (int i = 0; i <= Samples; ++i) {
        const QPointF point = curve.at(double(i) / Samples);
        if (!inside.contains(point))
            return false;
        for (const Place &place : Places) {
            if (place.state != from && place.state != to
                && around(place.centre, Node).adjusted(-Clearance, -Clearance, Clearance, Clearance).contains(point))
                return false;
        }
    }
    return true;
}

// Between that of the chord and that of the polygon around.
double lengthOf(const StateCurve &curve)
{
    const auto &p = curve.points;
    return (length(p[3] - p[0]) + length(p[1] - p[0]) + length(p[2] - p[1]) + length(p[3] - p[2])) / 2;
}

bool isMainWay(CallState from, CallState to)
{
    const auto &ways = StateMapLayout::mainWays();
    return std::find(ways.begin(), ways.end(), StatePair{from, to}) != ways.end();
}

// The shortest and least bent way round all other nodes, of all bends that are multiples of `step`.
std::optional<StateCurve> findRoute(CallState from, CallState to, double step)
{
    constexpr double most = 420;
    const bool aside = isMainWay(to, from); // two ways that are always drawn keep apart
    std::optional<StateCurve> best;
    double leastCost = std::numeric_limits<double>::infinity();
    for (double first = -most; first <= most; first += step) {
        for (double second = -most; second <= most; second += step) {
            const double bend = 0.15 * (std::abs(first) + std::abs(second)) + 0.25 * std::abs(first - second);
            if ((aside && std::max(first, second) < 18) || length(centreOf(to) - centreOf(from)) + bend >= leastCost)
                continue;
            const StateCurve curve = bent(centreOf(from), centreOf(to), first, second);
            const double cost = lengthOf(curve) + bend;
            if (cost < leastCost && isClear(curve, from, to)) {
                leastCost = cost;
                best = curve;
            }
        }
    }
    return best;
}

// Ways round so many nodes that even bends do not lead there, or lead over other arrows.
struct HandDrawn {
    StatePair ends;
    QPointF first;
    QPointF second;
    bool bothWays = true;
};
constexpr HandDrawn HandDrawnWays[] = {
    {{Offering, Busy}, {560, 560}, {200, 360}},         {{Offering, SpecialInfo}, {560, 680}, {280, 320}},
    {{DialTone, Disconnected}, {520, 120}, {680, 520}}, {{Proceeding, Disconnected}, {760, 280}, {360, 200}},
    {{Connected, SpecialInfo}, {840, 560}, {600, 120}}, {{OnHold, Busy}, {840, 120}, {880, 440}},
    {{Idle, Connected}, {740, 360}, {600, 372}, false}, // apart from the way there
};

StateCurve findRoute(CallState from, CallState to)
{
    for (const HandDrawn &way : HandDrawnWays) {
        if (way.ends == StatePair{from, to})
            return {{centreOf(from), way.first, way.second, centreOf(to)}};
        if (way.bothWays && way.ends == StatePair{to, from})
            return {{centreOf(from), way.second, way.first, centreOf(to)}};
    }
    for (const double step : {20.0, 7.0}) {
        if (const auto found = findRoute(from, to, step))
            return *found;
    }
    return bent(centreOf(from), centreOf(to), 0, 0);
}

const StateCurve &route(CallState from, CallState to)
{
    static std::map<quint32, StateCurve> found; // GUI thread only
    const quint32 key = quint32(std::countr_zero(quint32(from)) * 32 + std::countr_zero(quint32(to)));
    const auto it = found.find(key);
    return it != found.end() ? it->second : found.emplace(key, findRoute(from, to)).first->second;
}

} // namespace

QPointF StateCurve::at(double t) const
{
    const double s = 1 - t;
    return s * s * s * points[0] + 3 * s * s * t * points[1] + 3 * s * t * t * points[2] + t * t * t * points[3];
}

QPointF StateCurve::directionAt(double t) const
{
    const double s = 1 - t;
    const QPointF way = s * s * (points[1] - points[0]) + 2 * s * t * (points[2] - points[1])
        + t * t * (points[3] - points[2]);
    const double size = length(way);
    return size > 0 ? way / size : QPointF(1, 0);
}

StateCurve StateCurve::part(double from, double to) const
{
    const auto tangent = [this](double t) {
        const double s = 1 - t;
        return 3 * s * s * (points[1] - points[0]) + 6 * s * t * (points[2] - points[1])
            + 3 * t * t * (points[3] - points[2]);
    };
    const double share = (to - from) / 3;
    return {{at(from), at(from) + share * tangent(from), at(to) - share * tangent(to), at(to)}};
}

QPainterPath StateCurve::path() const
{
    QPainterPath path(points[0]);
    path.cubicTo(points[1], points[2], points[3]);
    return path;
}

const std::vector<CallState> &StateMapLayout::states()
{
    static const std::vector<CallState> all = [] {
        std::vector<CallState> states;
        for (const Place &place : Places)
            states.push_back(place.state);
        return states;
    }();
    return all;
}

const std::vector<StatePair> &StateMapLayout::mainWays()
{
    static const std::vector<StatePair> ways = {
        {Offering, Accepted},
        {Offering, Connected},
        {Accepted, Connected},
        {DialTone, Dialing},
        {Dialing, Proceeding},
        {Proceeding, Ringback},
        {Proceeding, Busy},
        {Ringback, Connected},
        {Ringback, Busy},
        {Connected, OnHold},
        {OnHold, Connected},
        {Connected, Conferenced},
        {Conferenced, Connected},
        {Connected, OnHoldPendConf},
        {OnHoldPendConf, Connected},
        {Connected, OnHoldPendTransfer},
        {OnHoldPendTransfer, Connected},
        {Connected, Disconnected},
        {Proceeding, SpecialInfo},
        {Busy, Idle},
        {SpecialInfo, Idle},
        {Disconnected, Idle},
    };
    return ways;
}

StateMapLayout::StateMapLayout(const QRectF &area, const QSizeF &largestNode)
    : m_area(area)
    , m_node(std::min(Node.width() * area.width() / Sheet.width(), largestNode.width()),
             std::min(Node.height() * area.height() / Sheet.height(), largestNode.height()))
{
}

QPointF StateMapLayout::toArea(const QPointF &onSheet) const
{
    return {m_area.x() + onSheet.x() * m_area.width() / Sheet.width(),
            m_area.y() + onSheet.y() * m_area.height() / Sheet.height()};
}

QRectF StateMapLayout::node(CallState state) const { return around(toArea(centreOf(state)), m_node); }

StateCurve StateMapLayout::arrow(CallState from, CallState to) const
{
    constexpr double gap = 2;
    StateCurve curve = route(from, to);
    for (QPointF &point : curve.points)
        point = toArea(point);
    const QRectF start = node(from).adjusted(-gap, -gap, gap, gap);
    const QRectF end = node(to).adjusted(-gap, -gap, gap, gap);
    constexpr int steps = 200;
    int first = 0;
    while (first < steps && start.contains(curve.at(double(first) / steps)))
        ++first;
    int last = steps;
    while (last > first && end.contains(curve.at(double(last) / steps)))
        --last;
    return curve.part(double(first) / steps, double(last) / steps);
}

StateCurve StateMapLayout::entry(CallState to) const
{
    const QRectF rect = node(to);
    const QPointF end(rect.left() - 2, rect.center().y());
    const QPointF start(std::max(m_area.left(), toArea(centreOf(to) - QPointF(Node.width() / 2 + 20, 0)).x()), end.y());
    return {{start, start + (end - start) / 3, end - (end - start) / 3, end}};
}

QRectF StateMapLayout::freeArea() const { return QRectF(toArea({800, 20}), toArea({992, 170})); }

} // namespace Linescope
