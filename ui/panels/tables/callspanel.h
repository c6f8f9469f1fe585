// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Calls as a tree: line > call > handle, or call group > call > handle.
#pragma once

#include "panels/view.h"
#include "support/selection.h"
#include "tapi/clock.h"

class QComboBox;

namespace Linescope {

class EmptyNote;
class LiveWorld;
class TreeTable;

class CallsPanel : public View {
    Q_OBJECT

public:
    enum class Shape { Lines, Groups };

    CallsPanel(LiveWorld *live, Clock *clock, SharedSelection *selection, QWidget *parent = nullptr);

    TreeTable *view() const { return m_table; }
    Shape shape() const { return m_shape; }
    void setShape(Shape shape);

    // As for the table of handles: empty, or a sentence that says what is wrong; then the rows stay as they are.
    QString setFilter(const QString &text);

    void setGhostTime(Microseconds time);
    void setFlashing(bool on);

    QByteArray saveState() const override;
    void restoreState(const QByteArray &state) override;

    void refresh() override;
    QList<QStringList> table(Rows rows, int role) const override;
    bool hasTable() const override { return true; }
    int rowCount(Rows rows) const override;
    QList<HCall> selectedHandles() const override;
    Table values(Rows rows) const override;

Q_SIGNALS:
    void handleActivated(Linescope::HCall handle);
    void contextMenuWanted(const QPoint &globalPosition);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeBar();
    void showColumnMenu(const QPoint &position);
    void follow(const Selection &selection);
    void updateNote();

    LiveWorld *m_live;
    SharedSelection *m_selection;
    TreeTable *m_table;
    EmptyNote *m_note;
    QComboBox *m_shapes;
    Shape m_shape = Shape::Lines;
    QString m_filter;
    bool m_following = false;
};

} // namespace Linescope
