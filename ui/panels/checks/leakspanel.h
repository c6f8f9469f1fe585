// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The page of leaks: who keeps handles of calls that are over, since when, where it got them; calls that nobody can
// end, calls and requests that have no end. As of the moment that is shown.
#pragma once

#include "checks/leakreport.h"
#include "panels/view.h"
#include "support/selection.h"
#include "tapi/clock.h"

#include <memory>

class QLabel;
class QPushButton;
class QTreeView;

namespace Linescope {

class EmptyNote;
class LeakModel;
class LiveWorld;

class LeaksPanel : public View {
    Q_OBJECT

public:
    LeaksPanel(LiveWorld *live, SharedSelection *selection, Clock *clock, QWidget *parent = nullptr);
    ~LeaksPanel() override;

    LeakModel *model() const { return m_model; }
    QTreeView *view() const { return m_view; }
    LeakReport report() const; // now
    QString text() const;      // the report as plain text, for a mail

    void refresh() override; // once a second is enough: nothing else makes it change more often
    QList<QStringList> table(Rows rows, int role) const override;
    bool hasTable() const override { return true; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void note(const EventBatch &batch);
    void beginAnew();
    void setUpView();
    void show(const LeakReport &report);
    void chooseCurrent();

    LiveWorld *m_live;
    SharedSelection *m_selection;
    Clock *m_clock;
    std::unique_ptr<LeakTracker> m_tracker;     // of this session
    std::unique_ptr<LeakTracker> m_pastTracker; // of the past that is shown, since its reset
    quint64 m_lastSeq = 0;
    LeakModel *m_model;
    QTreeView *m_view;
    EmptyNote *m_note;
    QLabel *m_summary;
    QPushButton *m_copy;
};

} // namespace Linescope
