// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A page or dock of the window, as MainWindow sees it.
#pragma once

#include "support/export/picture.h"
#include "support/export/tableexport.h"
#include "tapi/ids.h"

#include <QList>
#include <QStringList>
#include <QWidget>

#include <algorithm>
#include <functional>

namespace Linescope {

enum class Rows { All, Selected };

class View : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    // Brings the screen up to date. Once per frame in which something happened, and once a second, if visible.
    virtual void refresh() = 0;
    // Of a painted view, for export and printing; none otherwise. Belongs to the view.
    virtual const Picture *picture() const { return nullptr; }
    // Of a view with rows: visible columns as on screen, a header first. `role`: Qt::DisplayRole, or the model's sort
    // role for plain values. Empty if the view has no rows.
    virtual QList<QStringList> table(Rows, int /*role*/) const { return {}; }
    // Without making the table, which may have a million rows.
    virtual bool hasTable() const { return !table(Rows::All, Qt::DisplayRole).isEmpty(); }
    virtual int rowCount(Rows rows) const { return std::max(0, int(table(rows, Qt::DisplayRole).size()) - 1); }
    // Before rows are exported, printed or copied: gets those that are still elsewhere, then calls `done`: at once,
    // later, or never if the view has changed by then.
    virtual void fetchRows(Rows, const std::function<void()> &done) { done(); }
    virtual QList<HCall> selectedHandles() const { return {}; }
    // How it was left, for the next time; empty if there is nothing to remember. What cannot be read changes nothing.
    virtual QByteArray saveState() const { return {}; }
    virtual void restoreState(const QByteArray & /*state*/) { }
    // The same rows for other programs: typed values under keys that no language changes. A view whose columns are not
    // plain words gives its own, see tableOf().
    virtual Table values(Rows rows) const { return tableFromTexts(table(rows, Qt::DisplayRole)); }
};

} // namespace Linescope
