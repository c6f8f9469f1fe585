// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The signs of the timeline, for the timeline and its legend: what ended a handle or befell a line is told by shape.
#pragma once

#include "diagrams/timeline/timelinemoments.h"

#include <QColor>
#include <QPalette>

class QPainter;
class QRect;
class QRectF;

namespace Linescope {

enum class TimelineMark { Check, Square, Diamond, NoEntry, Ring, Cross, Down, Up };

TimelineMark markOf(VoidReason reason);
TimelineMark markOf(TimelineMoment::Kind kind);
QColor markColor(TimelineMark mark, const QPalette &palette);
void paintMark(QPainter *painter, TimelineMark mark, const QRectF &rect, const QPalette &palette);
// The part of a handle's bar in which its call was over.
void paintRetained(QPainter *painter, const QRect &rect, const QPalette &palette);

} // namespace Linescope
