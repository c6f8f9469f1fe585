// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What all tables of handles have in common.
#pragma once

#include "panels/view.h"

class QTableView;

namespace Linescope {

// How every table of handles looks and behaves.
void setUpHandleTable(QTableView *view);
void fitRowsToFont(QTableView *view);
// Visible columns as on screen, a header first.
QList<QStringList> rowsOf(const QTableView *view, bool onlySelected, int role);
// The same with the keys of HandleModel::Column, for other programs.
Table valuesOf(const QTableView *view, Rows rows);
int rowCountOf(const QTableView *view, Rows rows);

} // namespace Linescope
