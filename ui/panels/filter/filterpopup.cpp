// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/filter/filterpopup.h"

#include "support/text.h"
#include "support/theme/theme.h"

#include <QGuiApplication>
#include <QPainter>
#include <QScreen>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>

namespace Linescope {

namespace {

constexpr int NoteRole = Qt::UserRole;
constexpr int mostRows = 10;
constexpr int gap = 24; // between a proposal and its note
constexpr int margin = 8;

class ProposalDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QFontMetrics &metrics = option.fontMetrics;
        const int width = metrics.horizontalAdvance(index.data().toString()) + gap
            + metrics.horizontalAdvance(index.data(NoteRole).toString());
        return {width + 2 * margin, metrics.height() + 8};
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        const QPalette &palette = option.palette;
        painter->save();
        if (chosen)
            painter->fillRect(option.rect, palette.highlight());
        const QRect room = option.rect.adjusted(margin, 0, -margin, 0);
        const QString text = index.data().toString();
        painter->setPen(palette.color(chosen ? QPalette::HighlightedText : QPalette::Text));
        painter->drawText(room, start(option), option.fontMetrics.elidedText(text, Qt::ElideMiddle, room.width()));
        const int left = room.width() - option.fontMetrics.horizontalAdvance(text) - gap;
        if (!chosen)
            painter->setPen(toneColor(Tone::Muted, palette));
        const QString note = option.fontMetrics.elidedText(index.data(NoteRole).toString(), Qt::ElideRight, left);
        painter->drawText(room, end(option), note);
        painter->restore();
    }

private:
    static int start(const QStyleOptionViewItem &option)
    {
        return Qt::AlignVCenter | QStyle::visualAlignment(option.direction, Qt::AlignLeft);
    }
    static int end(const QStyleOptionViewItem &option)
    {
        return Qt::AlignVCenter | QStyle::visualAlignment(option.direction, Qt::AlignRight);
    }
};

} // namespace

FilterPopup::FilterPopup(QWidget *line)
    : QListView(line)
    , m_line(line)
    , m_model(new QStandardItemModel(this))
{
    setWindowFlags(Qt::ToolTip | Qt::FramelessWindowHint); // a window that never is the active one
    setAttribute(Qt::WA_ShowWithoutActivating);
    setFocusPolicy(Qt::NoFocus);
    setModel(m_model);
    setItemDelegate(new ProposalDelegate(this));
    setEditTriggers(NoEditTriggers);
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(StyledPanel);
    setAccessibleName(tr("Proposals for the filter"));
    connect(this, &QListView::clicked, this,
            [this](const QModelIndex &index) { Q_EMIT chosen(FilterProposal(m_proposals.at(index.row()))); });
    hide();
}

void FilterPopup::show(const QList<FilterProposal> &proposals)
{
    m_proposals = proposals;
    m_model->clear();
    if (proposals.isEmpty()) {
        hide();
        return;
    }
    for (const FilterProposal &proposal : proposals) {
        auto *item = new QStandardItem(visibleText(proposal.text, 80));
        item->setData(visibleText(proposal.note), NoteRole);
        item->setAccessibleText(proposal.note.isEmpty() ? item->text() : tr("%1, %2").arg(item->text(), proposal.note));
        m_model->appendRow(item);
    }
    scrollToTop();
    place();
    QListView::show();
}

void FilterPopup::place()
{
    const int rows = std::min(int(m_proposals.size()), mostRows);
    int width = 0;
    for (int row = 0; row < m_proposals.size(); ++row)
        width = std::max(width, sizeHintForIndex(m_model->index(row, 0)).width());
    const int frame = 2 * frameWidth();
    const int bar = m_proposals.size() > mostRows ? verticalScrollBar()->sizeHint().width() : 0;
    const QRect screen = m_line->screen()->availableGeometry();
    resize(std::clamp(width + frame + bar, m_line->width(), std::max(m_line->width(), screen.width())),
           rows * sizeHintForRow(0) + frame);
    const bool rightToLeft = m_line->layoutDirection() == Qt::RightToLeft;
    const QPoint below = m_line->mapToGlobal(
        QPoint(rightToLeft ? m_line->width() - this->width() : 0, m_line->height()));
    const bool fits = below.y() + height() <= screen.bottom();
    const int x = std::clamp(below.x(), screen.left(), std::max(screen.left(), screen.right() - this->width()));
    QListView::move(x, fits ? below.y() : below.y() - m_line->height() - height());
}

const FilterProposal *FilterPopup::current() const
{
    const int row = currentIndex().row();
    return isVisible() && row >= 0 && row < m_proposals.size() ? &m_proposals.at(row) : nullptr;
}

const FilterProposal *FilterPopup::first() const
{
    return isVisible() && !m_proposals.isEmpty() ? &m_proposals.constFirst() : nullptr;
}

void FilterPopup::move(int rows)
{
    const int count = m_model->rowCount();
    if (count == 0)
        return;
    const int row = currentIndex().isValid() ? currentIndex().row() + rows : rows > 0 ? rows - 1 : count + rows;
    const bool farther = std::abs(rows) > 1; // a page stops at the end
    setCurrentIndex(m_model->index(farther ? std::clamp(row, 0, count - 1) : (row + count) % count, 0));
}

} // namespace Linescope
