// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The ladder of the selected call with its tools: lanes, kinds, times, related calls, following, copying as text.
#pragma once

#include "panels/view.h"
#include "support/selection.h"

#include <QSet>

class QCheckBox;
class QMenu;
class QStackedLayout;
class QToolButton;

namespace Linescope {

class EmptyOffer;
class Ladder;
class LadderModel;
struct LadderLane;
class LiveWorld;

class LadderPanel : public View {
    Q_OBJECT

public:
    LadderPanel(LiveWorld *live, const LadderModel *model, SharedSelection *selection, QWidget *parent = nullptr);

    Ladder *ladder() const { return m_ladder; }
    void refresh() override;
    const Picture *picture() const override;
    QByteArray saveState() const override;
    void restoreState(const QByteArray &state) override;
    QString whyNothingToCopy() const; // a sentence; empty if the ladder has something to copy

public Q_SLOTS:
    void copyMermaid();
    void copyPlantUml();
    void copyText();

Q_SIGNALS:
    void messageWanted(quint64 eventSeq); // for MessagesPanel::showMessage()

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeBar();
    QToolButton *makeButton(const QString &text, const QString &toolTip);
    QCheckBox *makeToggle(const QString &text, const QString &toolTip, bool on);
    void lanesChanged();
    void fillLanes();
    void showLane(const LadderLane &lane, bool shown);
    void fillKinds(QMenu *menu);
    void follow(const Selection &selection);
    void showCall();
    void showLatestCall();

    LiveWorld *m_live;
    const LadderModel *m_model;
    SharedSelection *m_selection;
    Ladder *m_ladder;
    EmptyOffer *m_offer; // while no call is wanted
    QStackedLayout *m_stack;
    QMenu *m_lanes;
    QMenu *m_kinds = nullptr;
    QCheckBox *m_time = nullptr;
    QCheckBox *m_related = nullptr;
    QSet<quint32> m_knownLanes; // of the calls shown
    QStringList m_hiddenLanes;  // by name: lanes have other numbers in another call, and in another run
    CallId m_call;              // wanted; a hidden panel catches up when it is shown
};

} // namespace Linescope
