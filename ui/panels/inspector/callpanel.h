// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The call inspector: everything about the selected handle and its call, or about a call without a chosen handle.
#pragma once

#include "panels/inspector/calltext.h"
#include "panels/view.h"
#include "provider/contract.h"
#include "support/selection.h"

#include <QHash>

#include <functional>

class QAction;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace Linescope {

class CallTrace;
class Card;
class FactGrid;
class HandleModel;
class Lifelines;
class LiveWorld;
class Pill;
class Section;

class CallPanel : public View {
    Q_OBJECT

public:
    CallPanel(LiveWorld *live, const CallHistory *history, const HandleModel *handles, QWidget *parent = nullptr);

    // What a provider can do: dwCallFeatures follows from it.
    void setAbilities(std::function<ProviderAbilities(ProviderId)> abilities) { m_abilities = std::move(abilities); }

    void show(HCall handle);                 // none: empty
    void follow(const Selection &selection); // a handle, or a call without one; keeps what is shown for anything else
    HCall handle() const { return m_handle; }
    CallId call() const { return m_call; }
    void refresh() override;
    QList<QStringList> table(Rows rows, int role) const override; // every field, for export
    bool hasTable() const override { return !m_call.isNull(); }
    void refresh(Microseconds now);

    QString text() const;    // all there is, for copying
    QByteArray json() const; // the same for programs
    void copyText() const;
    void copyJson() const;

    void addButton(QAction *action);
    void setEveryFieldShown(bool shown);
    QByteArray saveState() const override; // which sections are open
    void restoreState(const QByteArray &bytes) override;
    Section *section(const QString &name) const;

Q_SIGNALS:
    void chosen(const Linescope::Selection &selection); // another holder's handle

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makePage();
    QWidget *makeFields();
    QWidget *makeExplanation();
    QVBoxLayout *makeHeader();
    template<class Content>
    Content *addSection(QVBoxLayout *page, const QString &name, const QString &title, Content *content,
                        bool open = true);
    void update(CallId call, HCall handle);
    CallFacts facts(Microseconds now) const;
    CallDossier dossier() const;
    QList<Fact> statusMembers() const;
    QList<Fact> infoMembers() const;
    const Call *shownCall() const;
    void showNothing();
    void forget(); // what was written down; refresh() writes it anew
    void showHeader();
    void showExplanation();
    void showSections();
    void showLines();
    void showEvents();
    void showMembers();
    void fillHolderButtons();
    void updateColors();

    LiveWorld *m_live;
    const CallHistory *m_history;
    const HandleModel *m_handles;
    CallTrace *m_trace;
    std::function<ProviderAbilities(ProviderId)> m_abilities;
    HCall m_handle;
    CallId m_call; // that of the handle once it has been seen
    CallFacts m_facts;
    quint64 m_shownEvents = 0; // CallTrace::revision()

    QLabel *m_title;
    Pill *m_state;
    Pill *m_badge;
    Card *m_card = nullptr;
    QLabel *m_explanation;
    QVBoxLayout *m_holderButtons = nullptr;
    QList<HCall> m_buttonsFor;
    QWidget *m_body = nullptr;
    QList<Section *> m_sections;
    QHash<QString, FactGrid *> m_grids; // by the section's name
    Lifelines *m_steps;
    Lifelines *m_holders;
    QLabel *m_stepsNote;
    QLineEdit *m_search;
    QLabel *m_noMember;
    FactGrid *m_status;
    FactGrid *m_info;
    QPlainTextEdit *m_events;
    QLabel *m_eventsNote;
    QScrollArea *m_scroll;
    QHBoxLayout *m_buttons;
};

} // namespace Linescope
