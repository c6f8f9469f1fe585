// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The call inspector: everything about the selected handle and its call.
#pragma once

#include "panels/callfacts.h"

#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QScrollArea;
class QToolButton;

namespace Linescope {

class FactGrid;
class HandleModel;
class LiveWorld;
class Pill;

class CallPanel : public QWidget {
    Q_OBJECT

public:
    CallPanel(const LiveWorld *live, const CallHistory *history, const HandleModel *handles, QWidget *parent = nullptr);

    void show(HCall handle); // none: empty
    HCall handle() const { return m_handle; }
    void refresh(Microseconds now);
    QString text() const; // as shown, for copying
    void addButton(QAction *action);
    void setEveryFieldShown(bool shown);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showNothing();
    void updateColors();

    const LiveWorld *m_live;
    const CallHistory *m_history;
    const HandleModel *m_handles;
    HCall m_handle;
    CallFacts m_facts;

    QLabel *m_title;
    Pill *m_state;
    Pill *m_badge;
    QLabel *m_explanation;
    FactGrid *m_grid;
    QToolButton *m_everyField;
    FactGrid *m_fields;
    QScrollArea *m_scroll;
    QHBoxLayout *m_buttons;
};

} // namespace Linescope
