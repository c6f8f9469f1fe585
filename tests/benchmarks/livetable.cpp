// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "livetable.h"

#include <QCoreApplication>
#include <QHeaderView>

namespace Linescope::Benchmark {

void showFrame()
{
    for (int i = 0; i < 3; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
    }
}

void setUp(QTableView *view, QAbstractItemModel *model)
{
    view->setModel(model);
    view->verticalHeader()->hide();
    view->verticalHeader()->setDefaultSectionSize(RowHeight);
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->setWordWrap(false);
    view->setAlternatingRowColors(true);
    view->resize(1280, 800);
    view->show();
    showFrame();
}

void repaint(QAbstractItemView *view)
{
    view->viewport()->update();
    showFrame();
}

QString count(int number)
{
    if (number % 1'000'000 == 0 && number > 0)
        return QString::number(number / 1'000'000) + u'M';
    return number % 1000 == 0 ? QString::number(number / 1000) + u'k' : QString::number(number);
}

QList<int> rowCounts(const QList<int> &usual)
{
    QList<int> counts;
    for (const QString &argument : QCoreApplication::arguments().mid(1))
        counts += argument.toInt();
    return counts.isEmpty() ? usual : counts;
}

LiveTable::LiveTable(HandleScene *scene)
    : m_scene(scene)
    , m_model(&m_live, SystemClock::instance())
{
    scene->tell(&m_feed, &m_live); // nothing is missed: a feed begins with a snapshot
    m_view.setItemDelegate(&m_delegate);
    setUp(&m_view, &m_model);
    m_model.setVisibleRows(0, m_view.viewport()->height() / RowHeight + 1);
}

void LiveTable::frame()
{
    m_live.advanceNow();
    showFrame();
}

void LiveTable::settle()
{
    while (m_model.isBusy())
        QCoreApplication::processEvents();
    showFrame();
}

} // namespace Linescope::Benchmark
