// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A small sign for each call state, so that nobody needs colours to tell them apart.
#pragma once

#include "tapi/constants.h"

#include <QRectF>

class QColor;
class QPainter;

namespace Linescope {

void paintStateGlyph(QPainter *painter, CallState state, const QRectF &box, const QColor &color);

} // namespace Linescope
