// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/tables/columnsharing.h"

#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QStyle>
#include <QTableView>
#include <QTimer>

#include <algorithm>
#include <cstdlib>

namespace Linescope {

ColumnSharing::ColumnSharing(QTableView *view, const QList<Wish> &wishes)
    : QObject(view)
    , m_view(view)
    , m_design(wishes)
    , m_defaults(wishes)
    , m_wishes(wishes)
{
    view->horizontalHeader()->setTextElideMode(Qt::ElideRight); // or a long heading loses its beginning
    view->viewport()->installEventFilter(this);
    connect(view->horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column, int before, int width) {
        if (before != 0) // else it was hidden and is as wide as it wishes to be
            dragged(column, width);
    });
    connect(view->horizontalHeader(), &QHeaderView::geometriesChanged, this, &ColumnSharing::share);
    fitToFont();
    share();
}

void ColumnSharing::fitToFont()
{
    const int height = m_view->fontMetrics().height();
    const auto scale = [height](const QList<Wish> &wishes, int from) {
        QList<Wish> scaled = wishes;
        for (Wish &wish : scaled) {
            wish.width = qRound(double(wish.width) * height / from);
            wish.minimum = qRound(double(wish.minimum) * height / from);
        }
        return scaled;
    };
    m_defaults = scale(m_design, DesignHeight);
    m_wishes = scale(m_wishes, m_height);
    m_height = height;
}

void ColumnSharing::reset()
{
    m_wishes = m_defaults;
    m_dragged.clear();
    share();
}

void ColumnSharing::dragged(int column, int width)
{
    if (m_sharing || width == 0 || column >= m_wishes.size()) // hidden columns are resized to 0
        return;
    m_wishes[column].width = width;
    m_wishes[column].minimum = width;
    m_dragged += column;
}

// Its heading can be read, in whatever language, unless the user has made the column narrower.
ColumnSharing::Wish ColumnSharing::withHeading(int column) const
{
    Wish wish = m_wishes[column];
    if (m_dragged.contains(column))
        return wish;
    const QHeaderView *header = m_view->horizontalHeader();
    const QString text = m_view->model()->headerData(column, Qt::Horizontal).toString();
    const int least = header->fontMetrics().horizontalAdvance(text)
        + 2 * (m_view->style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, header) + 1);
    wish.width = std::max(wish.width, least);
    wish.minimum = std::max(wish.minimum, least);
    return wish;
}

void ColumnSharing::share()
{
    if (m_sharing)
        return;
    QList<Wish> wishes;
    QList<int> widths;
    int wanted = 0;
    int spare = 0;
    int taker = -1;
    for (int column = 0; column < m_wishes.size(); ++column) {
        const Wish wish = withHeading(column);
        wishes += wish;
        widths += wish.width;
        if (m_view->isColumnHidden(column))
            continue;
        wanted += wish.width;
        spare += wish.width - wish.minimum;
        taker = wish.takesRest ? column : taker;
    }
    const int room = m_view->viewport()->width();
    if (room > wanted && taker >= 0) {
        widths[taker] += room - wanted;
    } else if (room < wanted && spare > 0) {
        const int missing = std::min(wanted - room, spare);
        int given = 0; // rounding may not lose a pixel
        int seen = 0;
        for (int column = 0; column < m_wishes.size(); ++column) {
            if (m_view->isColumnHidden(column))
                continue;
            seen += wishes[column].width - wishes[column].minimum;
            const int due = int(qint64(missing) * seen / spare);
            widths[column] -= due - given;
            given = due;
        }
    }
    setWidths(widths);
}

void ColumnSharing::setWidths(const QList<int> &widths)
{
    const QScopedValueRollback sharing(m_sharing, true);
    for (int column = 0; column < widths.size(); ++column) {
        if (!m_view->isColumnHidden(column) && m_view->columnWidth(column) != widths[column])
            m_view->setColumnWidth(column, widths[column]);
    }
}

QByteArray ColumnSharing::saveState()
{
    QList<int> widths;
    for (const Wish &wish : std::as_const(m_wishes))
        widths += qRound(double(wish.width) * DesignHeight / m_height);
    setWidths(widths);
    const QByteArray state = m_view->horizontalHeader()->saveState();
    share();
    return state;
}

bool ColumnSharing::restoreState(const QByteArray &state, int known)
{
    {
        const QScopedValueRollback sharing(m_sharing, true);
        if (state.isEmpty() || !m_view->horizontalHeader()->restoreState(state))
            return false;
    }
    m_wishes = m_defaults;
    m_dragged.clear();
    for (int column = 0; column < std::min(known, int(m_wishes.size())); ++column) {
        const int width = m_view->columnWidth(column);
        if (std::abs(width - m_design[column].width) > 1) // by rounding
            dragged(column, qRound(double(width) * m_height / DesignHeight));
    }
    share();
    return true;
}

bool ColumnSharing::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        fitToFont();
    if (event->type() == QEvent::Resize || event->type() == QEvent::FontChange)
        share();
    return QObject::eventFilter(watched, event);
}

} // namespace Linescope
