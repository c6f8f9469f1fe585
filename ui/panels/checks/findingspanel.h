// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The page of findings: what the checks have found in the events, by rule or by subject, with the evidence, what the
// rule says, and the way to the moment. A rule that the user knows about can be muted, with a reason.
#pragma once

#include "models/findings/findingsmodel.h"
#include "panels/view.h"
#include "support/selection.h"

#include <functional>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QTreeView;

namespace Linescope {

class EmptyNote;
class FindingDetails;
class FindingsFilter;

class FindingsPanel : public View {
    Q_OBJECT

public:
    // `describe`: an event in words, by its number; empty if it is not known any more.
    FindingsPanel(LiveWorld *live, SharedSelection *selection, std::function<QString(quint64)> describe,
                  QWidget *parent = nullptr);

    FindingsModel *model() const { return m_model; }
    QTreeView *view() const { return m_view; }
    // "3 violations, 2 warnings"; empty if nothing has been found that is not muted.
    QString summary() const;
    QString badge() const; // how many that is: "5", "999+"

    void setMuted(const MutedRules &muted) { m_model->setMuted(muted); }

    void refresh() override;
    QList<QStringList> table(Rows rows, int role) const override;
    QByteArray saveState() const override;
    void restoreState(const QByteArray &state) override;

Q_SIGNALS:
    void messageWanted(quint64 event); // in the message log
    void momentWanted(quint64 event);  // in every view
    void mutedChanged(const Linescope::MutedRules &muted);
    void summaryChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeBar();
    void setUpView();
    void follow();
    void updateNote();
    void updateView();
    void chooseSubject();
    void toggleMuted();
    const FindingsModel::Item *current() const;

    LiveWorld *m_live;
    SharedSelection *m_selection;
    FindingsModel *m_model;
    FindingsFilter *m_filter;
    QTreeView *m_view;
    EmptyNote *m_note;
    FindingDetails *m_details;
    QComboBox *m_grouping;
    QComboBox *m_severity;
    QLineEdit *m_words;
    QCheckBox *m_mutedShown;
    bool m_counted = false; // since the last refresh
};

} // namespace Linescope
