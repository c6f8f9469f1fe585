// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The page of the timeline: the timeline itself, what chooses and moves what it shows, its legend.
#pragma once

#include "diagrams/timeline/timelinemodel.h"
#include "panels/view.h"

class QComboBox;
class QToolButton;

namespace Linescope {

class SharedSelection;
class Timeline;
class TimelineLegend;
struct Selection;

class TimelinePanel : public View {
    Q_OBJECT

public:
    TimelinePanel(LiveWorld *live, CallHistory *history, SharedSelection *selection, const Clock *clock,
                  QWidget *parent = nullptr);

    void refresh() override;
    const Picture *picture() const override;
    QByteArray saveState() const override;
    void restoreState(const QByteArray &state) override;
    Timeline *timeline() const { return m_timeline; }

    void setLanes(TimelineModel::Lanes lanes);

Q_SIGNALS:
    void handleActivated(Linescope::HCall handle); // by double click or Ctrl+Enter

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeBar();
    void updateLegend();
    QToolButton *makeButton(const QString &icon, const QString &text, const QString &toolTip);
    QToolButton *makeToggle(const QString &name, const QString &text, const QString &toolTip);

    Timeline *m_timeline;
    TimelineLegend *m_legend;
    QComboBox *m_lanes;
    QToolButton *m_follow = nullptr;
    QToolButton *m_quiet = nullptr;
    QToolButton *m_leaks = nullptr;
    QToolButton *m_showLegend = nullptr;
};

} // namespace Linescope
