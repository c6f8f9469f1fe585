// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Paints a table on pages: its header on every page, pages numbered, columns as wide as their contents ask.
#pragma once

#include "support/export/tableexport.h"

#include <QFont>
#include <QList>

class QPagedPaintDevice;
class QPainter;
class QRectF;

namespace Linescope {

class TablePrinter {
public:
    explicit TablePrinter(const Table &table, const QString &caption);

    // False if the device refuses.
    bool print(QPagedPaintDevice *device);
    int pages() const { return m_pages; } // of the last print()

private:
    void measure(const QPainter &painter, double width);
    void paintPage(QPainter *painter, const QRectF &area, int page) const;
    void paintRow(QPainter *painter, double y, const QStringList &cells, qsizetype row) const;

    QString m_caption;
    QList<QStringList> m_rows; // a header first; texts as they are painted
    QList<bool> m_right;       // columns of numbers
    QList<double> m_widths;
    QFont m_font;
    double m_rowHeight = 0;
    qsizetype m_rowsPerPage = 1;
    int m_pages = 0;
};

} // namespace Linescope
