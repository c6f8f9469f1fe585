// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The line in which a filter is typed: proposes what can stand at the cursor, underlines what is wrong and says why,
// remembers what was used. A filter that can be read is told of a moment after the last key, or at once with Enter.
//
// Keys: Down, Up and Page keys choose a proposal, Tab or Enter takes it, Esc closes them, Ctrl+Space asks for them.
// Without proposals Up and Down go through the filters that were used.
#pragma once

#include "filter/filtererror.h"
#include "models/liveworld.h"

#include <QLineEdit>
#include <QTimer>

namespace Linescope {

class FilterPopup;
struct FilterProposal;

class FilterLine : public QLineEdit {
    Q_OBJECT

public:
    static constexpr int Delay = 300;         // ms
    static constexpr qsizetype MostUsed = 20; // filters remembered

    explicit FilterLine(LiveWorld *live, QWidget *parent = nullptr);

    void setFilter(const QString &text); // at once
    void applyNow();
    QString problem() const { return m_problem; } // what is wrong, in a sentence; empty if nothing is

    QStringList history() const { return m_history; } // the newest first
    void setHistory(const QStringList &filters);
    FilterPopup *popup() const { return m_popup; }

Q_SIGNALS:
    void filterChanged(const QString &text);     // it can be read
    void problemChanged(const QString &problem); // rows stay as they are until it is empty
    void historyChanged();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void inputMethodEvent(QInputMethodEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void changed();
    void check(bool all);
    void propose(bool asked);
    void take(const FilterProposal &proposal);
    bool handlePopupKey(QKeyEvent *event);
    bool isPopupKey(const QKeyEvent *event) const;
    void goThroughHistory(int step);
    void remember();
    void underline();
    void setProblem(const QString &problem);
    QString toolTipAt(const QPoint &position);

    LiveWorld *m_live;
    FilterPopup *m_popup;
    QTimer m_delay;
    QString m_applied;
    QString m_problem;
    FilterErrors m_errors; // those that are shown
    QStringList m_history;
    qsizetype m_inHistory = -1; // what is shown of it
    QString m_draft;            // what was typed before
    bool m_isComposing = false;
};

} // namespace Linescope
