// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guide/palettedelegate.h"

#include "guide/palettemodel.h"
#include "support/theme/theme.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

namespace Linescope {

namespace {

constexpr int margin = 8;
constexpr int iconSize = 18;

struct Colors {
    QColor text;
    QColor muted;
    QColor marked;
};

Colors colorsFor(const QStyleOptionViewItem &option, bool enabled)
{
    const QPalette &palette = option.palette;
    if (option.state.testFlag(QStyle::State_Selected)) {
        const QColor text = palette.color(QPalette::Active, QPalette::HighlightedText);
        return {text, text, text};
    }
    const QColor muted = toneColor(Tone::Muted, palette);
    return {enabled ? palette.color(QPalette::Active, QPalette::Text) : muted, muted, toneColor(Tone::Link, palette)};
}

int draw(QPainter *painter, const QRect &box, const QFont &font, const QString &text, const QColor &color,
         const QList<QTextLayout::FormatRange> &formats = {})
{
    const QString shown = QFontMetrics(font).elidedText(text, Qt::ElideRight, box.width());
    QTextLayout layout(shown, font);
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(box.width() + 1000);
    layout.endLayout();
    painter->setPen(color);
    const int width = int(std::ceil(line.naturalTextWidth()));
    const bool mirrored = painter->layoutDirection() == Qt::RightToLeft;
    layout.draw(painter, QPointF(mirrored ? box.right() - width : box.left(), box.center().y() - line.height() / 2));
    return width;
}

QList<QTextLayout::FormatRange> marks(const QList<qsizetype> &positions, const QColor &color)
{
    QTextCharFormat format;
    format.setFontWeight(QFont::Bold);
    format.setFontUnderline(true);
    format.setForeground(color);
    QList<QTextLayout::FormatRange> ranges;
    for (const qsizetype at : positions)
        ranges.append({int(at), 1, format});
    return ranges;
}

} // namespace

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const QString text = option.text;
    const QIcon icon = option.icon;
    option.text.clear();
    option.icon = {};
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    painter->save();
    painter->setLayoutDirection(option.direction);
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);

    const QString whyNot = index.data(PaletteModel::WhyNotRole).toString();
    const Colors colors = colorsFor(option, whyNot.isEmpty());
    const auto place = [&](const QRect &box) { return QStyle::visualRect(option.direction, option.rect, box); };
    QRect box = option.rect.adjusted(margin, 0, -margin, 0);
    icon.paint(painter, place(QRect(box.left(), box.center().y() - iconSize / 2, iconSize, iconSize)), Qt::AlignCenter,
               whyNot.isEmpty() ? QIcon::Normal : QIcon::Disabled);
    box.setLeft(box.left() + iconSize + margin);

    QFont small = option.font;
    small.setPointSizeF(small.pointSizeF() * 0.9);
    const QString keys = index.data(PaletteModel::KeysRole).toString();
    if (!keys.isEmpty()) {
        const int width = QFontMetrics(small).horizontalAdvance(keys);
        draw(painter, place(QRect(box.right() - width, box.top(), width + 1, box.height())), small, keys, colors.muted);
        box.setRight(box.right() - width - 2 * margin);
    }
    const bool checked = index.data(PaletteModel::CheckedRole).toBool();
    const QString shown = checked ? text + QStringLiteral(" ✓") : text;
    const int used = draw(painter, place(box), option.font, shown, colors.text,
                          marks(index.data(PaletteModel::PositionsRole).value<QList<qsizetype>>(), colors.marked));
    box.setLeft(box.left() + used + 2 * margin);
    if (box.width() > 40)
        draw(painter, place(box), small, whyNot.isEmpty() ? index.data(PaletteModel::CategoryRole).toString() : whyNot,
             colors.muted);
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, std::max(option.fontMetrics.height(), iconSize) + 12};
}

} // namespace Linescope
