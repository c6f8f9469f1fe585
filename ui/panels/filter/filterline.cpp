// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/filter/filterline.h"

#include "filter/handlefilter.h"
#include "panels/filter/filterpopup.h"
#include "support/text.h"
#include "support/theme/icons.h"
#include "support/theme/theme.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QInputMethodEvent>
#include <QMenu>
#include <QTextCharFormat>

#include <algorithm>
#include <memory>
#include <utility>

namespace Linescope {

FilterLine::FilterLine(LiveWorld *live, QWidget *parent)
    : QLineEdit(parent)
    , m_live(live)
    , m_popup(new FilterPopup(this))
{
    setPlaceholderText(tr("Filter: state:idle app:crm caller:+33* age>5m"));
    setAccessibleName(tr("Filter handles"));
    setClearButtonEnabled(true);
    setMaxLength(int(HandleFilter::MaxLength));
    addAction(themedIcon(QStringLiteral("filter")), LeadingPosition);
    for (auto *button : findChildren<QAbstractButton *>()) // a screen reader comes to them
        button->setAccessibleName(button == findChildren<QAbstractButton *>().constLast() ? tr("Filter") : tr("Clear"));
    m_delay.setSingleShot(true);
    m_delay.setInterval(Delay);
    connect(&m_delay, &QTimer::timeout, this, &FilterLine::applyNow);
    connect(this, &QLineEdit::textChanged, this, &FilterLine::changed);
    connect(this, &QLineEdit::textEdited, this, [this] {
        m_inHistory = -1;
        propose(false);
    });
    connect(this, &QLineEdit::cursorPositionChanged, this, [this] {
        if (m_popup->isVisible())
            propose(true);
    });
    connect(m_popup, &FilterPopup::chosen, this, &FilterLine::take);
}

void FilterLine::setFilter(const QString &text)
{
    setText(text);
    m_popup->hide();
    applyNow();
}

void FilterLine::changed()
{
    m_delay.start();
    check(false);
}

void FilterLine::applyNow()
{
    m_delay.stop();
    check(true);
    if (m_problem.isEmpty() && std::exchange(m_applied, text().trimmed()) != text().trimmed())
        Q_EMIT filterChanged(m_applied);
}

// What is being typed at the cursor is not wrong yet, only unfinished, until nothing has come for a moment.
void FilterLine::check(bool all)
{
    const auto filter = HandleFilter::parse(text());
    m_errors = filter ? FilterErrors() : filter.error();
    if (!all) {
        const int cursor = cursorPosition();
        m_errors.removeIf(
            [cursor](const FilterError &e) { return e.position <= cursor && cursor <= e.position + e.length; });
    }
    underline();
    if (all || m_errors.isEmpty())
        setProblem(m_errors.isEmpty() ? QString() : m_errors.constFirst().sentence);
}

void FilterLine::setProblem(const QString &problem)
{
    setAccessibleDescription(problem);
    if (std::exchange(m_problem, problem) != problem)
        Q_EMIT problemChanged(problem);
}

// QLineEdit keeps its layout to itself, but formats what an input method asks for; places count from the cursor.
void FilterLine::underline()
{
    if (m_isComposing)
        return;
    QTextCharFormat wave;
    wave.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    wave.setUnderlineColor(toneColor(Tone::Bad, palette()));
    wave.setForeground(toneColor(Tone::Bad, palette()));
    QList<QInputMethodEvent::Attribute> attributes;
    for (const FilterError &error : std::as_const(m_errors))
        attributes.append(
            {QInputMethodEvent::TextFormat, int(error.position) - cursorPosition(), int(error.length), wave});
    QInputMethodEvent event(QString(), attributes);
    QLineEdit::inputMethodEvent(&event);
    update();
}

void FilterLine::inputMethodEvent(QInputMethodEvent *event)
{
    const bool was = std::exchange(m_isComposing, !event->preeditString().isEmpty());
    QLineEdit::inputMethodEvent(event);
    if (was && !m_isComposing)
        underline();
}

void FilterLine::propose(bool asked)
{
    const FilterCompletion completion = completeFilter(text(), cursorPosition(), m_live->world());
    // Nobody who has typed a word and a blank wants the next one covered.
    const bool wanted = hasFocus()
        && (asked || completion.length > 0 || text().left(cursorPosition()).endsWith(u':')
            || text().left(cursorPosition()).endsWith(u','));
    m_popup->show(wanted ? completion.proposals : QList<FilterProposal>());
}

void FilterLine::take(const FilterProposal &proposal)
{
    const FilterCompletion completion = completeFilter(text(), cursorPosition(), m_live->world());
    const FilterProposal taken = proposal; // the popup forgets it with the next text
    const qsizetype end = completion.position + completion.length;
    const bool ends = !taken.continues && end == text().size();
    setSelection(int(completion.position), int(completion.length));
    insert(taken.text + (ends ? QStringLiteral(" ") : QString())); // can be undone
    if (taken.continues)
        propose(true);
    else
        m_popup->hide();
}

void FilterLine::remember()
{
    if (m_applied.isEmpty() || !m_problem.isEmpty() || m_history.value(0) == m_applied)
        return;
    m_history.removeAll(m_applied);
    m_history.prepend(m_applied);
    m_history = m_history.mid(0, MostUsed);
    m_inHistory = -1;
    Q_EMIT historyChanged();
}

void FilterLine::setHistory(const QStringList &filters)
{
    m_history = filters.mid(0, MostUsed);
    m_inHistory = -1;
}

void FilterLine::focusOutEvent(QFocusEvent *event)
{
    m_popup->hide();
    if (m_delay.isActive())
        applyNow();
    if (event->reason() != Qt::PopupFocusReason)
        remember();
    QLineEdit::focusOutEvent(event);
}

void FilterLine::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        underline();
}

void FilterLine::hideEvent(QHideEvent *event)
{
    m_popup->hide();
    QLineEdit::hideEvent(event);
}

void FilterLine::moveEvent(QMoveEvent *event)
{
    m_popup->hide();
    QLineEdit::moveEvent(event);
}

void FilterLine::contextMenuEvent(QContextMenuEvent *event)
{
    const std::unique_ptr<QMenu> menu(createStandardContextMenu());
    menu->addSeparator();
    QMenu *const used = menu->addMenu(tr("Recent filters"));
    used->setEnabled(!m_history.isEmpty());
    for (const QString &filter : std::as_const(m_history))
        connect(used->addAction(menuText(visibleText(filter, 80))), &QAction::triggered, this,
                [this, filter] { setFilter(filter); });
    menu->exec(event->globalPos());
}

QString FilterLine::toolTipAt(const QPoint &position)
{
    if (m_errors.isEmpty())
        return tr("Words, all of which must match. key:value looks in one thing: state, app, line, caller, "
                  "called, privilege, age, instate, bytes and more.\n"
                  "and, or, not, (), -word, \"two words\", * and ? as wildcards; retained, live, unowned.\n"
                  "Ctrl+Space shows what can stand here.");
    const int at = cursorPositionAt(position);
    const auto under = std::find_if(m_errors.cbegin(), m_errors.cend(), [at](const FilterError &error) {
        return error.position <= at && at <= error.position + error.length;
    });
    return under == m_errors.cend() ? m_errors.constFirst().sentence : under->sentence;
}

} // namespace Linescope
