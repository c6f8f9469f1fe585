// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/export/tableprinter.h"

#include "support/text.h"

#include <QGuiApplication>
#include <QPagedPaintDevice>
#include <QPainter>

#include <algorithm>
#include <numeric>

namespace Linescope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Linescope::TablePrinter)
};

constexpr qsizetype measuredRows = 500; // enough to know how wide a column has to be
constexpr int longestCell = 200;

double widest(const QFontMetricsF &metrics, const QList<QStringList> &rows, qsizetype column)
{
    double width = 0;
    for (qsizetype row = 0; row < std::min(rows.size(), measuredRows); ++row)
        width = std::max(width, metrics.horizontalAdvance(rows.at(row).value(column)));
    return width;
}

} // namespace

TablePrinter::TablePrinter(const Table &table, const QString &caption)
    : m_caption(visibleText(caption))
{
    QStringList header;
    for (const QString &title : table.titles)
        header += visibleText(title, longestCell);
    m_rows.reserve(table.rows.size() + 1);
    m_rows += header;
    for (const QVariantList &row : table.rows) {
        QStringList cells;
        for (const QVariant &cell : row)
            cells += visibleText(cell.toString(), longestCell);
        m_rows += cells;
    }
    for (qsizetype column = 0; column < table.titles.size(); ++column) {
        const QVariant first = table.rows.isEmpty() ? QVariant() : table.rows.first().value(column);
        m_right += first.isValid() && first.typeId() != QMetaType::QString && first.canConvert<double>();
    }
    m_font.setPointSizeF(8);
}

bool TablePrinter::print(QPagedPaintDevice *device)
{
    m_pages = 0;
    QPainter painter;
    if (!painter.begin(device))
        return false;
    painter.setFont(m_font);
    const QRectF area(QPointF(), QSizeF(painter.viewport().size()));
    measure(painter, area.width());
    m_rowsPerPage = std::max<qsizetype>(1, qsizetype(area.height() / m_rowHeight) - 4); // caption, header, page number
    m_pages = std::max(1, int((m_rows.size() - 1 + m_rowsPerPage - 1) / m_rowsPerPage));
    for (int page = 0; page < m_pages; ++page) {
        if (page > 0 && !device->newPage())
            return false;
        paintPage(&painter, area, page);
    }
    return painter.end();
}

// Every column what it asks for, or its share if that is too much; no column less than a few characters.
void TablePrinter::measure(const QPainter &painter, double width)
{
    const QFontMetricsF metrics = painter.fontMetrics();
    m_rowHeight = metrics.height() * 1.35;
    m_widths.clear();
    const double gap = metrics.averageCharWidth() * 2;
    QFont bold = m_font;
    bold.setBold(true);
    const QFontMetricsF header(bold, painter.device());
    for (qsizetype column = 0; column < m_rows.first().size(); ++column) {
        const double asked = std::max(widest(metrics, m_rows, column),
                                      header.horizontalAdvance(m_rows.first().value(column)));
        m_widths += std::min(asked, metrics.averageCharWidth() * 60) + gap;
    }
    const double sum = std::accumulate(m_widths.cbegin(), m_widths.cend(), 0.0);
    if (sum > width) {
        for (double &share : m_widths)
            share *= width / sum;
    }
}

void TablePrinter::paintPage(QPainter *painter, const QRectF &area, int page) const
{
    const QRectF caption(0, 0, area.width(), m_rowHeight);
    painter->drawText(caption, Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(m_caption, Qt::ElideRight, int(area.width())));
    double y = m_rowHeight * 1.5;
    QFont bold = m_font;
    bold.setBold(true);
    painter->setFont(bold);
    paintRow(painter, y, m_rows.first(), 0);
    painter->setFont(m_font);
    y += m_rowHeight;
    painter->drawLine(QPointF(0, y), QPointF(area.width(), y));
    const qsizetype first = 1 + page * m_rowsPerPage;
    for (qsizetype row = first; row < std::min(first + m_rowsPerPage, m_rows.size()); ++row, y += m_rowHeight)
        paintRow(painter, y, m_rows.at(row), row);
    const QRectF foot(0, area.height() - m_rowHeight, area.width(), m_rowHeight);
    painter->drawText(foot, Qt::AlignRight | Qt::AlignBottom, Words::tr("Page %1 of %2").arg(page + 1).arg(m_pages));
}

void TablePrinter::paintRow(QPainter *painter, double y, const QStringList &cells, qsizetype row) const
{
    const bool mirrored = QGuiApplication::isRightToLeft();
    const double whole = std::accumulate(m_widths.cbegin(), m_widths.cend(), 0.0);
    const double gap = painter->fontMetrics().averageCharWidth();
    double x = 0;
    for (qsizetype column = 0; column < m_widths.size(); ++column) {
        const double width = m_widths.at(column);
        const QRectF cell(mirrored ? whole - x - width : x, y, width - gap, m_rowHeight);
        const QString text = painter->fontMetrics().elidedText(cells.value(column), Qt::ElideRight, int(cell.width()));
        const auto side = m_right.value(column) && row > 0 ? Qt::AlignTrailing : Qt::AlignLeading;
        painter->drawText(cell, int(side | Qt::AlignVCenter) | Qt::TextSingleLine, text);
        x += width;
    }
}

} // namespace Linescope
