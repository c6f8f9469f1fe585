// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The mapping inspector: which events of the source made the selected call or line what it is, and by which rules.
#pragma once

#include "panels/view.h"
#include "provider/provenance.h"
#include "support/selection.h"

#include <functional>
#include <optional>
#include <variant>

class QLabel;
class QPlainTextEdit;
class QTableView;
class QToolButton;

namespace Linescope {

class ColumnSharing;
class EmptyNote;
class LiveWorld;
class ProvenanceModel;

class MappingPanel : public View {
    Q_OBJECT

public:
    // `clock`: of the views, at the moment that they show.
    MappingPanel(LiveWorld *live, const Clock *clock, QWidget *parent = nullptr);

    using Subject = std::variant<CallId, DeviceId>;
    using Tell = std::function<void(const std::optional<Provenance> &)>;
    // Asks the source; answers at once or later, but on this thread.
    void setAsk(std::function<void(const Subject &, Tell)> ask) { m_ask = std::move(ask); }

    void follow(const Selection &selection); // keeps what it is about for what has no call and no line
    const std::optional<Subject> &subject() const { return m_subject; }
    ProvenanceModel *model() const { return m_model; }
    QTableView *view() const { return m_view; }
    void showSubject();      // anew: what is known of it may come from somewhere else now
    QString summary() const; // why it is in the state it is in, a sentence
    QString details() const;
    void refresh() override; // asks, if it can be seen
    QList<QStringList> table(Rows rows, int role) const override;
    bool hasTable() const override;
    QByteArray saveState() const override;
    void restoreState(const QByteArray &state) override;

Q_SIGNALS:
    void rulesWanted(); // all of them, in the help

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeBar();
    void setUpView();
    void fitToFont();
    void take(const std::optional<Provenance> &provenance);
    Provenance untilNow(Provenance provenance) const;
    void showStep();
    void showNote();
    QString subjectName() const;
    void copyAll() const;

    LiveWorld *m_live;
    const Clock *m_clock;
    std::function<void(const Subject &, Tell)> m_ask;
    ProvenanceModel *m_model;
    QTableView *m_view;
    ColumnSharing *m_columns = nullptr;
    EmptyNote *m_note;
    QPlainTextEdit *m_details;
    QLabel *m_summary;
    QToolButton *m_copy;
    std::optional<Subject> m_subject;
    quint64 m_asked = 0;    // counts changes of the subject
    bool m_waiting = false; // for an answer
    bool m_isGone = false;  // the source knows it no more
    bool m_wasAnswered = false;
    bool m_choosesLast = true; // the step that led to the state of now, until the user chooses another
    bool m_choosing = false;   // the choice is the panel's own
};

} // namespace Linescope
