// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delegates/handledelegate.h"

#include "delegates/cellpainting.h"
#include "models/handles/handlecolumns.h"
#include "models/handles/handlemodel.h"
#include "support/text.h"
#include "support/theme/theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QTableView>

#include <array>
#include <optional>

namespace Linescope {

namespace {

constexpr int PillPadding = 7;
constexpr int HatchWidth = 6;

Tone flashTone(FlashBook::Kind kind)
{
    switch (kind) {
    case FlashBook::Kind::New:
        return Tone::Good;
    case FlashBook::Kind::Changed:
        return Tone::Link;
    case FlashBook::Kind::Void:
        return Tone::Bad;
    }
    return Tone::Link;
}

Life lifeAt(const QModelIndex &index) { return Life(index.data(HandleModel::LifeRole).toInt()); }

// Of the sign before a state's word, with the gap between them.
int shapeWidth(const QStyleOptionViewItem &option) { return option.fontMetrics.ascent() * 3 / 4 + 4; }

int pillWidth(const QStyleOptionViewItem &option, const QString &text, int before)
{
    return option.fontMetrics.horizontalAdvance(text) + before + 2 * PillPadding;
}

// x, from the left, as if the cell were never mirrored. Returns the x coordinate behind it.
int paintPill(QPainter *painter, const QStyleOptionViewItem &option, int x, const QString &text, StateStyle style,
              std::optional<CallState> state = {})
{
    const int before = state ? shapeWidth(option) : 0;
    const int width = std::min(pillWidth(option, text, before), option.rect.right() - x);
    if (width < 2 * PillPadding)
        return x;
    const int height = std::min(option.fontMetrics.height() + 2, option.rect.height() - 2);
    const QRect logical(x, option.rect.center().y() - height / 2 + 1, width, height);
    const auto place = [&](const QRect &part) { return QStyle::visualRect(option.direction, option.rect, part); };
    const QRect rect = place(logical);
    painter->setPen(groundOf(option.palette) == Ground::HighContrast ? QPen(style.text) : QPen(Qt::NoPen));
    painter->setBrush(style.background);
    painter->drawRoundedRect(rect, height / 2.0, height / 2.0);
    if (state) {
        const int size = shapeWidth(option) - 4;
        const QRect shape = place(QRect(x + PillPadding, 0, size, size));
        drawStateShape(painter, *state, QRectF(shape.x(), rect.center().y() - size / 2.0 + 0.5, size, size),
                       style.text);
    }
    painter->setPen(style.text);
    painter->drawText(place(logical.adjusted(before, 0, 0, 0)),
                      Qt::AlignCenter | Qt::TextSingleLine | readingFlag(text),
                      option.fontMetrics.elidedText(text, Qt::ElideRight, width - before - PillPadding));
    return x + width + CellMargin;
}

} // namespace

void HandleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    paintCellBackground(painter, option);
    const FlashBook::Flash *flash = flashOf(index);
    if (flash)
        paintFlash(painter, option, index, *flash);
    QStyleOptionViewItem rest = option;
    if (flash && isFirstColumn(option, index))
        rest.rect = paintFlashMark(painter, option, *flash, neededWidth(option, index));
    if (index.column() == int(HandleModel::Column::State))
        paintState(painter, rest, index);
    else
        paintText(painter, rest, index);
    if (option.state & QStyle::State_HasFocus)
        paintCellFocus(painter, option);
}

const FlashBook::Flash *HandleDelegate::flashOf(const QModelIndex &index) const
{
    if (!m_flashes || m_flashes->isEmpty())
        return nullptr;
    const HCall handle{index.data(HandleModel::HandleRole).toUInt()};
    return handle.isNull() ? nullptr : m_flashes->find(handle);
}

bool HandleDelegate::isFirstColumn(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *table = qobject_cast<const QTableView *>(option.widget);
    return table ? table->horizontalHeader()->visualIndex(index.column()) == 0 : index.column() == 0;
}

// The whole row of what is new or void; of what has changed the cells that say something else now.
void HandleDelegate::paintFlash(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                                const FlashBook::Flash &flash) const
{
    if (option.state & QStyle::State_Selected)
        return; // the selection is worth more; the mark stays
    if (flash.kind == FlashBook::Kind::Changed
        && !(columnSpec(HandleModel::Column(index.column())).aspects & flash.aspects))
        return;
    QColor color = toneColor(flashTone(flash.kind), option.palette);
    color.setAlphaF(float(0.16 * m_flashes->strength(flash)));
    painter->fillRect(option.rect, color);
}

// What gives way to nothing: the words of the state. Other texts are elided.
int HandleDelegate::neededWidth(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (index.column() != int(HandleModel::Column::State))
        return 0;
    const int width = HatchWidth + 3 + pillWidth(option, index.data().toString(), shapeWidth(option)) + CellMargin;
    return lifeAt(index) == Life::Retained ? width + pillWidth(option, tr("retained"), 0) + CellMargin : width;
}

// At the end of the first cell, as long as the colour lasts. Returns what is left of the cell.
QRect HandleDelegate::paintFlashMark(QPainter *painter, const QStyleOptionViewItem &option,
                                     const FlashBook::Flash &flash, int needed)
{
    const QString word = flash.kind == FlashBook::Kind::New ? tr("new", "a row that has just come")
        : flash.kind == FlashBook::Kind::Void               ? tr("void", "a row whose handle has just become void")
                                                            : QStringLiteral("•");
    const QRect room = option.rect.adjusted(CellMargin, 0, -CellMargin, 0);
    const auto fits = [&](const QString &text) {
        const int width = option.fontMetrics.horizontalAdvance(text);
        return width <= room.width() && option.rect.width() - width - CellMargin >= needed;
    };
    const QString text = fits(word) ? word : flash.kind == FlashBook::Kind::New ? QStringLiteral("+") : QString();
    if (text.isEmpty() || !fits(text))
        return option.rect;
    const int width = option.fontMetrics.horizontalAdvance(text);
    painter->setPen(option.state & QStyle::State_Selected ? option.palette.color(QPalette::HighlightedText)
                                                          : option.palette.color(QPalette::Text));
    painter->drawText(room, Qt::AlignVCenter | Qt::AlignTrailing | Qt::TextSingleLine, text);
    return QStyle::visualRect(option.direction, option.rect, option.rect.adjusted(0, 0, -width - CellMargin, 0));
}

QString HandleDelegate::nameThatFits(const QString &name, const QStyleOptionViewItem &option, int width) const
{
    return m_texts.fits(name, option.font, width) ? name : shortPart(name);
}

void HandleDelegate::paintText(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    std::array roles{QModelRoleData(Qt::DisplayRole), QModelRoleData(HandleModel::LifeRole),
                     QModelRoleData(Qt::TextAlignmentRole)};
    index.multiData(roles);
    const Life life = Life(roles[1].data().toInt());
    painter->setPen(cellTextColor(option, life));
    const QRect room = option.rect.adjusted(CellMargin, 0, -CellMargin, 0);
    QString text = roles[0].data().toString();
    if (index.column() == int(HandleModel::Column::Handle))
        text = nameThatFits(text, option, room.width());
    const bool isParties = index.column() == int(HandleModel::Column::Parties);
    m_texts.paint(painter, option, room, text, Qt::Alignment(roles[2].data().toInt()),
                  isParties ? shortenedParties : TextCache::cutAtEnd);
    if (life == Life::Void)
        strikeThrough(painter, option);
}

void HandleDelegate::paintState(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Life life = lifeAt(index);
    const CallState state = CallState(index.data(HandleModel::StateRole).toUInt());
    const QRect hatch(option.rect.topLeft(), QSize(std::min(HatchWidth, option.rect.width()), option.rect.height()));
    if (life == Life::Retained)
        painter->fillRect(QStyle::visualRect(option.direction, option.rect, hatch),
                          QBrush(toneColor(Tone::Hatch, option.palette), Qt::BDiagPattern));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (life == Life::Void)
        painter->setOpacity(0.5);
    const int x = paintPill(painter, option, option.rect.left() + HatchWidth + 3, index.data().toString(),
                            stateStyle(state, option.palette), state);
    if (life == Life::Retained)
        paintPill(painter, option, x, tr("retained"), retainedStyle(option.palette));
    painter->restore();
    if (life == Life::Void)
        strikeThrough(painter, option);
}

QSize HandleDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = index.column() == int(HandleModel::Column::State)
        ? neededWidth(option, index)
        : option.fontMetrics.horizontalAdvance(index.data().toString()) + 2 * CellMargin;
    return {width + 2, option.fontMetrics.height() + 8};
}

} // namespace Linescope
