// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the delegates of live tables have in common.
#pragma once

#include "models/handles/handlerow.h"
#include "support/theme/theme.h"

#include <QStyleOptionViewItem>

class QPainter;

namespace Linescope {

constexpr int CellMargin = 6;

void paintCellBackground(QPainter *painter, const QStyleOptionViewItem &option);
void paintCellFocus(QPainter *painter, const QStyleOptionViewItem &option);
QColor cellTextColor(const QStyleOptionViewItem &option, Life life);
// "+33 1 99…98 → 1002": of both parties what there is room for.
QString shortenedParties(const QString &text, const QFontMetrics &metrics, int width);
void strikeThrough(QPainter *painter, const QStyleOptionViewItem &option);

} // namespace Linescope
