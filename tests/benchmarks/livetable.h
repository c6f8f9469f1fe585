// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The table of handles as the window has it, fed from a scene, for the benchmarks that compare it with others.
#pragma once

#include "delegates/handledelegate.h"
#include "handlescene.h"
#include "models/handles/handlemodel.h"

#include <QTableView>

namespace Linescope::Benchmark {

constexpr int RowHeight = 22;

// Views put their layout off to a timer, and the layout asks for a repaint.
void showFrame();
// 1280 x 800, and shown.
void setUp(QTableView *view, QAbstractItemModel *model);
void repaint(QAbstractItemView *view);         // all that can be seen
QString count(int number);                     // "100k"
QList<int> rowCounts(const QList<int> &usual); // those of the command line, if there are any

class LiveTable {
public:
    explicit LiveTable(HandleScene *scene); // takes its batch
    HandleModel &model() { return m_model; }
    QTableView &view() { return m_view; }
    void push(const EventBatch &batch) { m_feed.push(batch, m_scene->world()); }
    void frame();  // with what was pushed
    void settle(); // a new filter or order of many rows takes several frames

private:
    HandleScene *m_scene;
    EventFeed m_feed{1 << 24};
    LiveWorld m_live{&m_feed};
    HandleModel m_model;
    HandleDelegate m_delegate;
    QTableView m_view;
};

} // namespace Linescope::Benchmark
