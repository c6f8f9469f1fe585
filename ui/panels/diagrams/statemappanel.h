// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The page with the state map.
#pragma once

#include "models/callhistory.h"
#include "models/statecounts.h"
#include "panels/view.h"
#include "support/selection.h"

class QBoxLayout;
class QCheckBox;
class QLabel;

namespace Linescope {

class StateMap;

class StateMapPanel : public View {
    Q_OBJECT

public:
    StateMapPanel(const LiveWorld *live, const CallHistory *history, SharedSelection *selection, const Clock *clock,
                  QWidget *parent = nullptr);

    void refresh() override;
    const Picture *picture() const override;
    QList<QStringList> table(Rows rows, int role) const override; // a line for each state
    QByteArray saveState() const override;
    void restoreState(const QByteArray &state) override;
    StateMap *map() const { return m_map; }
    const StateCounts &counts() const { return m_counts; }

Q_SIGNALS:
    void filterWanted(const QString &filter);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void follow(const Selection &selection);
    void refreshTitle();

    const LiveWorld *m_live;
    const CallHistory *m_history;
    SharedSelection *m_selection;
    StateCounts m_counts;
    StateMap *m_map;
    QLabel *m_title;
    QCheckBox *m_lights;
    QBoxLayout *m_top;
};

} // namespace Linescope
