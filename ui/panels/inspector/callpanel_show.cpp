// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the inspector shows.
#include "models/callhistory.h"
#include "models/handles/handlemodel.h"
#include "models/ladder/calltrace.h"
#include "panels/inspector/calllines.h"
#include "panels/inspector/callpanel.h"
#include "panels/inspector/card.h"
#include "panels/inspector/factgrid.h"
#include "panels/inspector/lifelines.h"
#include "panels/inspector/pill.h"
#include "panels/inspector/section.h"
#include "server/features.h"
#include "support/text.h"
#include "support/theme/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace Linescope {

namespace {

constexpr qsizetype MaxHolderButtons = 3;

bool fits(const Fact &fact, const QString &wanted)
{
    return wanted.isEmpty() || fact.name.contains(wanted, Qt::CaseInsensitive)
        || fact.value.contains(wanted, Qt::CaseInsensitive) || fact.raw.contains(wanted, Qt::CaseInsensitive)
        || fact.meaning.contains(wanted, Qt::CaseInsensitive);
}

QList<Fact> fitting(const QList<Fact> &facts, const QString &wanted)
{
    QList<Fact> result;
    std::copy_if(facts.begin(), facts.end(), std::back_inserter(result),
                 [&](const Fact &fact) { return fits(fact, wanted); });
    return result;
}

} // namespace

void CallPanel::show(HCall handle)
{
    const Handle *known = m_live->world().handle(handle);
    const Ghost *ghost = m_handles->ghost(handle);
    update(known ? known->call : ghost ? ghost->call.id : CallId(), handle);
}

void CallPanel::follow(const Selection &selection)
{
    if (!selection.handle.isNull())
        show(selection.handle);
    else if (!selection.call.isNull() || selection.isEmpty())
        update(selection.call, {});
    refresh();
}

void CallPanel::refresh() { refresh(m_handles->now()); }

void CallPanel::refresh(Microseconds now)
{
    if (!isVisible())
        return;
    m_facts = facts(now);
    if (m_facts.title.isEmpty())
        return showNothing();
    m_call = m_facts.call;
    m_body->show();
    showHeader();
    showExplanation();
    showSections();
    showLines();
    showEvents();
    showMembers();
}

CallFacts CallPanel::facts(Microseconds now) const
{
    return callFacts(m_live->world(), *m_history, CallSubject{m_handle, m_call, m_handles->ghost(m_handle)}, now);
}

void CallPanel::showNothing()
{
    m_facts = {};
    const bool nothing = m_handle.isNull() && m_call.isNull();
    m_title->setText(nothing ? tr("No handle is selected.") : tr("The handle has gone."));
    m_state->hide();
    m_badge->hide();
    m_card->setAttention(false);
    m_explanation->setText(tr("Select a handle to see its call: parties, times, cause, who else holds it, what it "
                              "costs, and every field of its record."));
    fillHolderButtons();
    m_card->show();
    m_body->hide();
    m_trace->watch({});
}

void CallPanel::showHeader()
{
    m_title->setText(breakableText(visibleText(m_facts.title, 200)));
    m_state->showState(m_facts.state);
    m_badge->show(m_facts.badge, retainedStyle(palette()));
}

void CallPanel::showExplanation()
{
    QStringList sentences;
    for (const QString &sentence : m_facts.explanation)
        sentences += breakableText(visibleText(sentence, 1000));
    const QString text = sentences.join(QStringLiteral("\n"));
    if (m_explanation->text() != text)
        m_explanation->setText(text);
    m_card->setAttention(m_facts.life != Life::Void);
    fillHolderButtons();
    m_card->setVisible(!sentences.isEmpty());
}

// To the others who keep a call that is over; the list of holders has them all.
void CallPanel::fillHolderButtons()
{
    QList<HCall> wanted;
    QHash<HCall, QString> names;
    for (const HolderFact &holder : std::as_const(m_facts.holders)) {
        if (holder.until != 0 || holder.chosen || m_facts.life != Life::Retained || wanted.size() >= MaxHolderButtons)
            continue;
        wanted += holder.handle;
        names.insert(holder.handle, holder.appName);
    }
    if (wanted == m_buttonsFor)
        return;
    m_buttonsFor = wanted;
    while (QLayoutItem *item = m_holderButtons->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const HCall handle : wanted) {
        auto *button = new QToolButton;
        button->setText(menuText(tr("Show %1 of %2").arg(shortName(handle), visibleText(names.value(handle), 24))));
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setArrowType(layoutDirection() == Qt::RightToLeft ? Qt::LeftArrow : Qt::RightArrow);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        connect(button, &QToolButton::clicked, this, [this, handle] {
            Selection selection;
            selection.handle = handle;
            Q_EMIT chosen(selection);
        });
        m_holderButtons->addWidget(button);
    }
}

void CallPanel::showSections()
{
    for (auto grid = m_grids.cbegin(); grid != m_grids.cend(); ++grid) {
        const auto facts = std::find_if(m_facts.sections.cbegin(), m_facts.sections.cend(),
                                        [&](const FactSection &section) { return section.id == grid.key(); });
        const bool has = facts != m_facts.sections.cend();
        Section *part = section(grid.key());
        part->setVisible(has);
        if (!has)
            continue;
        part->setTitle(facts->title);
        if (part->isOpen())
            grid.value()->setFacts(facts->facts);
    }
}

void CallPanel::showLines()
{
    Section *history = section(QStringLiteral("history"));
    Section *holding = section(QStringLiteral("holders"));
    history->setVisible(!m_facts.steps.isEmpty());
    holding->setVisible(!m_facts.holders.isEmpty());
    holding->setTitle(tr("Holders now and before (%1)").arg(m_facts.holders.size()));
    QStringList notes;
    if (!m_facts.seenFromStart)
        notes += tr("What was before is not known: the window did not watch yet.");
    if (m_facts.stepsDropped > 0)
        notes += tr("%n step(s) after the first are left out.", nullptr, int(m_facts.stepsDropped));
    m_stepsNote->setText(notes.join(u' '));
    m_stepsNote->setVisible(!notes.isEmpty());
    if (history->isOpen())
        m_steps->setLines(stepLines(m_facts, palette()));
    if (holding->isOpen())
        m_holders->setLines(holderLines(m_facts, palette()));
}

void CallPanel::showEvents()
{
    const bool open = section(QStringLiteral("events"))->isOpen();
    m_trace->watch(open ? m_facts.call : CallId());
    if (!open || m_trace->revision() == m_shownEvents)
        return;
    m_shownEvents = m_trace->revision();
    QStringList lines;
    for (const Event &event : m_trace->events())
        lines += eventText(event);
    QScrollBar *bar = m_events->verticalScrollBar();
    const bool atEnd = bar->value() == bar->maximum();
    const int before = bar->value();
    m_events->setPlainText(lines.join(QStringLiteral("\n\n")));
    bar->setValue(atEnd ? bar->maximum() : before);
    QString note;
    if (lines.isEmpty())
        note = tr("Nothing about this call was told since the window watches.");
    else if (m_trace->earlier() > 0)
        note = tr("%n earlier event(s) are left out.", nullptr, int(m_trace->earlier()));
    else if (!m_trace->isComplete())
        note = tr("What was before is not known: the window did not watch yet, or it was too long ago.");
    m_eventsNote->setText(note);
    m_eventsNote->setVisible(!note.isEmpty());
}

const Call *CallPanel::shownCall() const
{
    const Ghost *ghost = m_handles->ghost(m_handle);
    return ghost ? &ghost->call : m_live->world().call(m_call);
}

QList<Fact> CallPanel::statusMembers() const
{
    const Call *call = shownCall();
    const Handle *handle = m_live->world().handle(m_handle);
    if (!call || !handle)
        return {};
    const Device *device = m_live->world().device(call->device);
    const ProviderAbilities abilities = m_abilities && device ? m_abilities(device->provider) : ProviderAbilities();
    const bool owner = handle->privilege == Privilege::Owner;
    return callStatusMembers(*call, handle->privilege, masked(callFeatures(*call, abilities), handle->privilege),
                             owner ? callFeatures2(*call, abilities) : CallFeatures2());
}

QList<Fact> CallPanel::infoMembers() const
{
    const Call *call = shownCall();
    if (!call)
        return {};
    const Handle *handle = m_live->world().handle(m_handle);
    return callInfoMembers(handle ? callInfoOf(m_live->world(), *handle) : callInfoOf(*call));
}

QList<QStringList> CallPanel::table(Rows, int) const
{
    QList<QStringList> rows;
    for (const Fact &fact : statusMembers() + infoMembers())
        rows += {fact.name, fact.value, fact.raw, fact.meaning};
    if (!rows.isEmpty())
        rows.prepend({tr("Field"), tr("Value"), tr("Number"), tr("Meaning")});
    return rows;
}

void CallPanel::showMembers()
{
    Section *part = section(QStringLiteral("fields"));
    const Call *call = shownCall();
    part->setVisible(call);
    if (!call || !part->isOpen())
        return;
    const QString wanted = m_search->text().trimmed();
    const QList<Fact> status = fitting(statusMembers(), wanted);
    const QList<Fact> info = fitting(infoMembers(), wanted);
    m_status->setFacts(status);
    m_status->setVisible(!status.isEmpty());
    m_info->setFacts(info);
    m_noMember->setVisible(status.isEmpty() && info.isEmpty());
}

CallDossier CallPanel::dossier() const
{
    CallDossier dossier;
    dossier.facts = facts(m_handles->now());
    if (const Call *call = shownCall(); call && !dossier.facts.title.isEmpty()) {
        const Handle *handle = m_live->world().handle(m_handle);
        dossier.info = handle ? callInfoOf(m_live->world(), *handle) : callInfoOf(*call);
        dossier.hasInfo = true;
        dossier.status = statusMembers();
    }
    const CallId watched = m_trace->watched();
    m_trace->watch(dossier.facts.call);
    dossier.events = m_trace->events();
    dossier.earlierEvents = m_trace->earlier();
    m_trace->watch(watched);
    return dossier;
}

QString CallPanel::text() const { return toText(dossier()); }

QByteArray CallPanel::json() const { return toJson(dossier()); }

} // namespace Linescope
