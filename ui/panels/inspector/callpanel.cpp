// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the inspector is made; what it shows is in callpanel_show.cpp.
#include "panels/inspector/callpanel.h"

#include "models/callhistory.h"
#include "models/handles/handlemodel.h"
#include "models/ladder/calltrace.h"
#include "panels/inspector/card.h"
#include "panels/inspector/factgrid.h"
#include "panels/inspector/lifelines.h"
#include "panels/inspector/pill.h"
#include "panels/inspector/section.h"
#include "support/text.h"
#include "support/theme/theme.h"

#include <QClipboard>
#include <QDataStream>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QToolButton>

namespace Linescope {

CallPanel::CallPanel(LiveWorld *live, const CallHistory *history, const HandleModel *handles, QWidget *parent)
    : View(parent)
    , m_live(live)
    , m_history(history)
    , m_handles(handles)
    , m_trace(new CallTrace(live, this))
    , m_title(makeLabel())
    , m_state(new Pill)
    , m_badge(new Pill)
    , m_explanation(makeLabel())
    , m_steps(new Lifelines(QStringLiteral("call-states"), tr("State history")))
    , m_holders(new Lifelines(QStringLiteral("call-holders"), tr("Holders")))
    , m_stepsNote(makeLabel())
    , m_search(new QLineEdit)
    , m_noMember(makeLabel(tr("No field fits.")))
    , m_status(new FactGrid)
    , m_info(new FactGrid)
    , m_events(new QPlainTextEdit)
    , m_eventsNote(makeLabel())
    , m_scroll(new QScrollArea)
    , m_buttons(new QHBoxLayout)
{
    setObjectName(QStringLiteral("call"));
    setWindowTitle(tr("Call inspector"));
    QWidget *page = makePage();
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
    const auto select = [this](const DiagramItem &item) { Q_EMIT chosen(item.selection); };
    connect(m_holders, &Diagram::chosen, this, select);
    connect(m_search, &QLineEdit::textChanged, this, &CallPanel::showMembers);
    connect(m_live, &LiveWorld::maskingChanged, this, &CallPanel::forget);
    updateColors();
    showNothing();
}

// Also what cannot be seen now: closed sections keep what they showed last.
void CallPanel::forget()
{
    for (QLabel *label : {m_title, m_explanation})
        label->clear();
    for (FactGrid *grid : m_grids.values() + QList{m_status, m_info})
        grid->setFacts({});
    for (Lifelines *lines : {m_steps, m_holders})
        lines->setLines({});
    m_events->clear();
}

QWidget *CallPanel::makePage()
{
    auto *page = new QWidget;
    auto *content = new QVBoxLayout(page);
    content->setContentsMargins(10, 8, 10, 8);
    content->setSpacing(4);
    content->addLayout(makeHeader());
    content->addWidget(makeExplanation());
    m_body = new QWidget;
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(4);
    const auto addGrid = [&](const QString &name, const QString &title) {
        m_grids.insert(name, addSection(body, name, title, new FactGrid));
    };
    addGrid(QStringLiteral("parties"), tr("Parties"));
    addGrid(QStringLiteral("times"), tr("Times"));
    auto *history = new QWidget;
    auto *historyLayout = new QVBoxLayout(history);
    historyLayout->setContentsMargins(0, 0, 0, 0);
    historyLayout->setSpacing(2);
    m_stepsNote->setWordWrap(true);
    historyLayout->addWidget(m_stepsNote);
    historyLayout->addWidget(m_steps);
    addSection(body, QStringLiteral("history"), tr("State history"), history);
    addGrid(QStringLiteral("cause"), tr("Cause"));
    addSection(body, QStringLiteral("holders"), tr("Holders"), m_holders);
    addGrid(QStringLiteral("memory"), tr("Memory"));
    addGrid(QStringLiteral("handle"), tr("Handle"));
    auto *events = new QWidget;
    auto *eventsLayout = new QVBoxLayout(events);
    eventsLayout->setContentsMargins(0, 0, 0, 0);
    eventsLayout->addWidget(m_eventsNote);
    eventsLayout->addWidget(m_events);
    addSection(body, QStringLiteral("events"), tr("Source events"), events, false);
    addSection(body, QStringLiteral("fields"), tr("Every TAPI field"), makeFields(), false);
    content->addWidget(m_body);
    content->addStretch();

    m_eventsNote->setWordWrap(true);
    m_events->setReadOnly(true);
    m_events->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    QFont fixed;
    fixed.setFamilies(QFontDatabase::systemFont(QFontDatabase::FixedFont).families());
    m_events->setFont(fixed); // the size is that of everything else
    m_events->setAccessibleName(tr("Source events"));
    m_events->setTabChangesFocus(true);
    m_events->setUndoRedoEnabled(false);
    m_events->setMinimumHeight(12 * m_events->fontMetrics().lineSpacing());
    return page;
}

QVBoxLayout *CallPanel::makeHeader()
{
    m_title->setWordWrap(true);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    QFont bold;
    bold.setBold(true);
    m_title->setFont(bold);
    auto *pills = new QHBoxLayout;
    pills->setSpacing(6);
    pills->addWidget(m_state);
    pills->addWidget(m_badge);
    pills->addStretch();
    auto *header = new QVBoxLayout;
    header->addWidget(m_title);
    header->addLayout(pills);
    return header;
}

QWidget *CallPanel::makeExplanation()
{
    m_card = new Card;
    auto *layout = new QVBoxLayout(m_card);
    layout->setContentsMargins(9, 7, 9, 7);
    layout->setSpacing(5);
    m_explanation->setWordWrap(true);
    m_explanation->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_explanation->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_explanation);
    m_holderButtons = new QVBoxLayout;
    m_holderButtons->setSpacing(2);
    layout->addLayout(m_holderButtons);
    return m_card;
}

QWidget *CallPanel::makeFields()
{
    auto *fields = new QWidget;
    auto *layout = new QVBoxLayout(fields);
    layout->setContentsMargins(0, 0, 0, 0);
    m_search->setPlaceholderText(tr("Find a field, a value, a meaning"));
    m_search->setClearButtonEnabled(true);
    m_search->setAccessibleName(tr("Find a field"));
    QFont bold = font();
    bold.setBold(true);
    layout->addWidget(m_search);
    layout->addWidget(m_noMember);
    layout->addWidget(m_status);
    layout->addSpacing(6);
    layout->addWidget(m_info);
    return fields;
}

template<class Content>
Content *CallPanel::addSection(QVBoxLayout *page, const QString &name, const QString &title, Content *content,
                               bool open)
{
    auto *section = new Section(name, title, content);
    section->setOpen(open);
    connect(section, &Section::toggled, this, [this] { refresh(); });
    m_sections += section;
    page->addWidget(section);
    return content;
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

Section *CallPanel::section(const QString &name) const
{
    const auto found = std::find_if(m_sections.begin(), m_sections.end(),
                                    [&](const Section *section) { return section->name() == name; });
    return found == m_sections.end() ? nullptr : *found;
}

void CallPanel::setEveryFieldShown(bool shown) { section(QStringLiteral("fields"))->setOpen(shown); }

QByteArray CallPanel::saveState() const
{
    QStringList open;
    for (const Section *section : m_sections)
        open += section->name() + (section->isOpen() ? QStringLiteral("+") : QStringLiteral("-"));
    return open.join(u' ').toLatin1();
}

void CallPanel::restoreState(const QByteArray &bytes)
{
    for (const QString &word : QString::fromLatin1(bytes).split(u' ', Qt::SkipEmptyParts)) {
        if (Section *known = section(word.chopped(1)))
            known->setOpen(word.endsWith(u'+'));
    }
}

void CallPanel::update(CallId call, HCall handle)
{
    if (handle != m_handle || call != m_call)
        m_scroll->ensureVisible(0, 0);
    m_handle = handle;
    m_call = call;
}

void CallPanel::copyText() const { QGuiApplication::clipboard()->setText(text()); }

void CallPanel::copyJson() const { QGuiApplication::clipboard()->setText(QString::fromUtf8(json())); }

void CallPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange) {
        updateColors();
        if (!m_facts.title.isEmpty())
            refresh();
    }
    View::changeEvent(event);
}

void CallPanel::showEvent(QShowEvent *event)
{
    View::showEvent(event);
    refresh();
}

void CallPanel::updateColors()
{
    for (QLabel *label : {m_stepsNote, m_eventsNote, m_noMember})
        setTextColor(label, toneColor(Tone::Muted, palette()));
}

} // namespace Linescope
