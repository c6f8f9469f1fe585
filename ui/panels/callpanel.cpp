// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/callpanel.h"

#include "models/callhistory.h"
#include "models/handlemodel.h"
#include "panels/factgrid.h"
#include "panels/pill.h"
#include "support/text.h"
#include "support/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>

namespace Linescope {

CallPanel::CallPanel(const LiveWorld *live, const CallHistory *history, const HandleModel *handles, QWidget *parent)
    : QWidget(parent)
    , m_live(live)
    , m_history(history)
    , m_handles(handles)
    , m_title(makeLabel())
    , m_state(new Pill)
    , m_badge(new Pill)
    , m_explanation(makeLabel())
    , m_grid(new FactGrid)
    , m_everyField(new QToolButton)
    , m_fields(new FactGrid)
    , m_scroll(new QScrollArea)
    , m_buttons(new QHBoxLayout)
{
    m_title->setWordWrap(true);
    m_explanation->setWordWrap(true);
    m_everyField->setText(tr("Every LINECALLINFO field"));
    m_everyField->setCheckable(true);
    m_everyField->setAutoRaise(true);
    m_everyField->setArrowType(Qt::RightArrow);
    m_everyField->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(m_everyField, &QToolButton::toggled, this, &CallPanel::setEveryFieldShown);

    auto *pills = new QHBoxLayout;
    pills->setSpacing(6);
    pills->addWidget(m_state);
    pills->addWidget(m_badge);
    pills->addStretch();

    auto *page = new QWidget;
    auto *content = new QVBoxLayout(page);
    content->setContentsMargins(10, 8, 10, 8);
    content->addWidget(m_title);
    content->addLayout(pills);
    content->addWidget(m_explanation);
    content->addSpacing(4);
    content->addWidget(m_grid);
    content->addWidget(m_everyField);
    content->addWidget(m_fields);
    content->addStretch();

    page->setBackgroundRole(QPalette::Base);
    m_scroll->setWidget(page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setAccessibleName(tr("Call inspector"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 6);
    layout->addWidget(m_scroll);
    m_buttons->setContentsMargins(8, 0, 8, 0);
    layout->addLayout(m_buttons);
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    setEveryFieldShown(false);
    updateColors();
    showNothing();
}

void CallPanel::addButton(QAction *action)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_buttons->addWidget(button);
}

void CallPanel::setEveryFieldShown(bool shown)
{
    m_everyField->setChecked(shown);
    m_everyField->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
    m_fields->setVisible(shown);
}

void CallPanel::show(HCall handle)
{
    if (handle != m_handle)
        m_scroll->ensureVisible(0, 0);
    m_handle = handle;
}

void CallPanel::refresh(Microseconds now)
{
    m_facts = callFacts(m_live->world(), *m_history, m_handle, m_handles->ghost(m_handle), now);
    if (m_facts.title.isEmpty())
        return showNothing();
    m_title->setText(visibleText(m_facts.title));
    m_state->showState(m_facts.state);
    m_badge->show(m_facts.badge, retainedStyle(palette()));
    m_explanation->setVisible(!m_facts.explanation.isEmpty());
    m_explanation->setText(visibleText(m_facts.explanation, 2000));
    m_grid->setSections(m_facts.sections);
    const Handle *handle = m_live->world().handle(m_handle);
    m_everyField->setVisible(handle);
    m_fields->setVisible(handle && m_everyField->isChecked());
    if (handle && m_everyField->isChecked()) {
        FactSection fields = callInfoFacts(callInfoOf(m_live->world(), *handle));
        m_fields->setSections({fields});
    }
}

void CallPanel::showNothing()
{
    m_facts = {};
    m_title->setText(m_handle.isNull() ? tr("No handle is selected.") : tr("The handle has gone."));
    m_state->hide();
    m_badge->hide();
    m_explanation->setText(tr("Select a handle to see its call: parties, times, cause, who else holds it, what it "
                              "costs, and every field of its record."));
    m_explanation->show();
    m_grid->setSections({});
    m_everyField->hide();
    m_fields->hide();
}

QString CallPanel::text() const { return m_facts.title.isEmpty() ? QString() : toText(m_facts); }

void CallPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        updateColors();
    QWidget::changeEvent(event);
}

void CallPanel::updateColors() { setTextColor(m_explanation, toneColor(Tone::Muted, palette())); }

} // namespace Linescope
