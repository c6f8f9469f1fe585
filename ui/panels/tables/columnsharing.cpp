// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/tables/columnsharing.h"

#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QTableView>
#include <QTimer>

namespace Linescope {

ColumnSharing::ColumnSharing(QTableView *view, const QList<Wish> &wishes)
    : QObject(view)
    , m_view(view)
    , m_defaults(wishes)
    , m_wishes(wishes)
{
    view->viewport()->installEventFilter(this);
    connect(view->horizontalHeader(), &QHeaderView::sectionResized, this, [this](int column, int before, int width) {
        if (before != 0) // else it was hidden and is as wide as it wishes to be
            dragged(column, width);
    });
    connect(view->horizontalHeader(), &QHeaderView::geometriesChanged, this, &ColumnSharing::share);
    share();
}

void ColumnSharing::reset()
{
    m_wishes = m_defaults;
    share();
}

void ColumnSharing::dragged(int column, int width)
{
    if (m_sharing || width == 0 || column >= m_wishes.size()) // hidden columns are resized to 0
        return;
    m_wishes[column].width = width;
    m_wishes[column].minimum = width;
}

void ColumnSharing::share()
{
    if (m_sharing)
        return;
    QList<int> widths;
    int wanted = 0;
    int spare = 0;
    int taker = -1;
    for (int column = 0; column < m_wishes.size(); ++column) {
        const Wish &wish = m_wishes[column];
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
            seen += m_wishes[column].width - m_wishes[column].minimum;
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
        widths += wish.width;
    setWidths(widths);
    const QByteArray state = m_view->horizontalHeader()->saveState();
    share();
    return state;
}

bool ColumnSharing::restoreState(const QByteArray &state)
{
    {
        const QScopedValueRollback sharing(m_sharing, true);
        if (state.isEmpty() || !m_view->horizontalHeader()->restoreState(state))
            return false;
    }
    m_wishes = m_defaults;
    for (int column = 0; column < m_wishes.size(); ++column) {
        if (m_view->columnWidth(column) != m_defaults[column].width)
            dragged(column, m_view->columnWidth(column));
    }
    share();
    return true;
}

bool ColumnSharing::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        share();
    return QObject::eventFilter(watched, event);
}

} // namespace Linescope
