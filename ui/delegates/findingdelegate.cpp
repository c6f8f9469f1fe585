// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "delegates/findingdelegate.h"

#include "models/findings/findingsmodel.h"
#include "support/text.h"
#include "support/theme/theme.h"

namespace Linescope {

void FindingDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->text = visibleText(option->text);
    const auto column = FindingsModel::Column(index.column());
    const auto severity = Severity(index.data(FindingsModel::SeverityRole).toInt());
    option->font.setBold(column == FindingsModel::Column::What && !index.parent().isValid());
    if (!index.data(FindingsModel::MutedRole).isNull()) {
        option->font.setItalic(true);
        option->palette.setColor(QPalette::Text, toneColor(Tone::Muted, option->palette));
    } else if (column == FindingsModel::Column::Time) {
        option->palette.setColor(QPalette::Text, toneColor(Tone::Muted, option->palette));
    } else if (column == FindingsModel::Column::Severity && severity != Severity::Info) {
        const Tone tone = severity == Severity::Violation ? Tone::Bad : Tone::Attention;
        option->palette.setColor(QPalette::Text, toneColor(tone, option->palette));
    }
}

} // namespace Linescope
