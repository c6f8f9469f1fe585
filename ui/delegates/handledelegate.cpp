// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delegates/handledelegate.h"

#include "models/handlemodel.h"
#include "support/theme.h"

#include <QApplication>
#include <QPainter>

#include <array>
#include <optional>

namespace Linescope {

namespace {

constexpr int Margin = 6;
constexpr int PillPadding = 7;
constexpr int HatchWidth = 6;

Life lifeAt(const QModelIndex &index) { return Life(index.data(HandleModel::LifeRole).toInt()); }

void paintBackground(QPainter *painter, const QStyleOptionViewItem &option)
{
    const auto group = option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, option.palette.brush(group, QPalette::Highlight));
    else if (option.features & QStyleOptionViewItem::Alternate)
        painter->fillRect(option.rect, option.palette.brush(QPalette::AlternateBase));
}

QColor textColor(const QStyleOptionViewItem &option, Life life)
{
    if (option.state & QStyle::State_Selected)
        return option.palette.color(QPalette::HighlightedText);
    return life == Life::Live ? option.palette.color(QPalette::Text) : toneColor(Tone::Muted, option.palette);
}

// Of the sign before a state's word, with the gap between them.
int shapeWidth(const QStyleOptionViewItem &option) { return option.fontMetrics.ascent() * 3 / 4 + 4; }

// Returns the x coordinate behind it.
int paintPill(QPainter *painter, const QStyleOptionViewItem &option, int x, const QString &text, StateStyle style,
              std::optional<CallState> state = {})
{
    const int before = state ? shapeWidth(option) : 0;
    const int width = std::min(option.fontMetrics.horizontalAdvance(text) + before + 2 * PillPadding,
                               option.rect.right() - x);
    if (width < 2 * PillPadding)
        return x;
    const int height = std::min(option.fontMetrics.height() + 2, option.rect.height() - 2);
    const QRect rect(x, option.rect.center().y() - height / 2 + 1, width, height);
    painter->setPen(groundOf(option.palette) == Ground::HighContrast ? QPen(style.text) : QPen(Qt::NoPen));
    painter->setBrush(style.background);
    painter->drawRoundedRect(rect, height / 2.0, height / 2.0);
    if (state) {
        const int size = shapeWidth(option) - 4;
        drawStateShape(painter, *state, QRectF(x + PillPadding, rect.center().y() - size / 2.0 + 0.5, size, size),
                       style.text);
    }
    painter->setPen(style.text);
    painter->drawText(rect.adjusted(before, 0, 0, 0), Qt::AlignCenter | Qt::TextSingleLine,
                      option.fontMetrics.elidedText(text, Qt::ElideRight, width - before - PillPadding));
    return x + width + Margin;
}

void strikeThrough(QPainter *painter, const QStyleOptionViewItem &option)
{
    painter->setPen(textColor(option, Life::Void));
    const int y = option.rect.center().y();
    painter->drawLine(option.rect.left(), y, option.rect.right(), y);
}

void paintFocus(QPainter *painter, const QStyleOptionViewItem &option)
{
    QStyleOptionFocusRect focus;
    focus.QStyleOption::operator=(option);
    focus.state |= QStyle::State_KeyboardFocusChange | QStyle::State_Item;
    focus.backgroundColor = option.palette.color(QPalette::Highlight);
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, option.widget);
}

} // namespace

void HandleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintBackground(painter, option);
    if (index.column() == int(HandleModel::Column::State))
        paintState(painter, option, index);
    else
        paintText(painter, option, index);
    if (option.state & QStyle::State_HasFocus)
        paintFocus(painter, option);
}

void HandleDelegate::paintText(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    std::array roles{QModelRoleData(Qt::DisplayRole), QModelRoleData(HandleModel::LifeRole),
                     QModelRoleData(Qt::TextAlignmentRole)};
    index.multiData(roles);
    const QString text = roles[0].data().toString();
    const Life life = Life(roles[1].data().toInt());
    const int alignment = roles[2].data().toInt();

    const QRect rect = option.rect.adjusted(Margin, 0, -Margin, 0);
    if (rect.width() > 0) {
        painter->setPen(textColor(option, life));
        const QStaticText &laidOut = laidOutText(text, option.font);
        const QSizeF size = laidOut.size();
        if (size.width() <= rect.width()) {
            const qreal x = alignment & Qt::AlignRight ? rect.x() + rect.width() - size.width() : rect.x();
            painter->drawStaticText(QPointF(x, rect.y() + (rect.height() - size.height()) / 2), laidOut);
        } else {
            painter->drawText(rect, alignment | Qt::TextSingleLine,
                              option.fontMetrics.elidedText(text, option.textElideMode, rect.width()));
        }
    }
    if (life == Life::Void)
        strikeThrough(painter, option);
}

// Laying out text costs more than drawing it, and most of a table stays the same from frame to frame.
const QStaticText &HandleDelegate::laidOutText(const QString &text, const QFont &font) const
{
    if (font != m_font) {
        m_font = font;
        m_texts.clear();
    }
    if (const QStaticText *known = m_texts.object(text))
        return *known;
    auto *laidOut = new QStaticText(text);
    laidOut->setTextFormat(Qt::PlainText);
    laidOut->setPerformanceHint(QStaticText::AggressiveCaching);
    laidOut->prepare({}, font);
    m_texts.insert(text, laidOut); // a cost of 1 each: never refused
    return *laidOut;
}

void HandleDelegate::paintState(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Life life = lifeAt(index);
    const CallState state = CallState(index.data(HandleModel::StateRole).toUInt());
    if (life == Life::Retained)
        painter->fillRect(
            QRect(option.rect.topLeft(), QSize(std::min(HatchWidth, option.rect.width()), option.rect.height())),
            QBrush(toneColor(Tone::Hatch, option.palette), Qt::BDiagPattern));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (life == Life::Void)
        painter->setOpacity(0.5);
    const int x = paintPill(painter, option, option.rect.left() + HatchWidth + 3, stateText(state),
                            stateStyle(state, option.palette), state);
    if (life == Life::Retained)
        paintPill(painter, option, x, tr("retained"), retainedStyle(option.palette));
    painter->restore();
    if (life == Life::Void)
        strikeThrough(painter, option);
}

QSize HandleDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    int width = option.fontMetrics.horizontalAdvance(index.data().toString()) + 2 * Margin + 2;
    if (index.column() == int(HandleModel::Column::State))
        width += 2 * PillPadding + HatchWidth + 3 + shapeWidth(option);
    if (index.column() == int(HandleModel::Column::State) && lifeAt(index) == Life::Retained)
        width += option.fontMetrics.horizontalAdvance(tr("retained")) + 2 * PillPadding + Margin;
    return {width, option.fontMetrics.height() + 8};
}

} // namespace Linescope
