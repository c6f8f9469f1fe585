// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delegates/messagedelegate.h"

#include "models/messagemodel.h"
#include "support/text.h"
#include "support/theme/icons.h"
#include "support/theme/theme.h"

namespace Linescope {

namespace {

QColor colorOf(MessageModel::Kind kind, const QPalette &palette)
{
    switch (kind) {
    case MessageModel::Kind::Message:
        return palette.color(QPalette::Text);
    case MessageModel::Kind::Request:
        return toneColor(Tone::Good, palette);
    case MessageModel::Kind::Failure:
    case MessageModel::Kind::Close:
        return toneColor(Tone::Bad, palette);
    case MessageModel::Kind::Provider:
        return toneColor(Tone::Muted, palette);
    case MessageModel::Kind::Fault:
        return toneColor(Tone::Attention, palette);
    }
    return {};
}

} // namespace

void MessageDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->text = visibleText(option->text);
    const auto column = MessageModel::Column(index.column());
    if (column == MessageModel::Column::Time)
        option->palette.setColor(QPalette::Text, toneColor(Tone::Muted, option->palette));
    if (column == MessageModel::Column::What)
        option->font.setBold(true);
    if (column == MessageModel::Column::What || column == MessageModel::Column::Details) {
        const auto kind = MessageModel::Kind(index.data(MessageModel::KindRole).toInt());
        option->palette.setColor(QPalette::Text, colorOf(kind, option->palette));
        if (kind == MessageModel::Kind::Fault && column == MessageModel::Column::What) {
            option->features |= QStyleOptionViewItem::HasDecoration;
            option->icon = themedIcon(QStringLiteral("faults"));
            const int size = option->fontMetrics.height();
            option->decorationSize = {size, size};
        }
    }
}

} // namespace Linescope
