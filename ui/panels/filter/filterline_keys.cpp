// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// FilterLine: what its keys do.

#include "filter/filtercompletion.h"
#include "panels/filter/filterline.h"
#include "panels/filter/filterpopup.h"
#include "support/text.h"

#include <QHelpEvent>

#include <algorithm>

namespace Linescope {

bool FilterLine::isPopupKey(const QKeyEvent *event) const
{
    if (!m_popup->isVisible() || event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))
        return false;
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Up:
    case Qt::Key_PageDown:
    case Qt::Key_PageUp:
    case Qt::Key_Escape:
    case Qt::Key_Tab:
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return m_popup->current() != nullptr; // else the filter is meant
    default:
        return false;
    }
}

bool FilterLine::handlePopupKey(QKeyEvent *event)
{
    if (!isPopupKey(event))
        return false;
    constexpr int page = 9;
    switch (event->key()) {
    case Qt::Key_Down:
        m_popup->move(1);
        break;
    case Qt::Key_Up:
        m_popup->move(-1);
        break;
    case Qt::Key_PageDown:
        m_popup->move(page);
        break;
    case Qt::Key_PageUp:
        m_popup->move(-page);
        break;
    case Qt::Key_Escape:
        m_popup->hide();
        break;
    default:
        take(m_popup->current() ? *m_popup->current() : *m_popup->first());
    }
    // A screen reader follows the focus, and that stays in the line.
    if (m_popup->current())
        setAccessibleDescription(m_popup->currentIndex().data(Qt::AccessibleTextRole).toString());
    event->accept();
    return true;
}

bool FilterLine::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride: // Esc and the others are ours before they are an action's
        if (isPopupKey(static_cast<QKeyEvent *>(event))) {
            event->accept();
            return true;
        }
        break;
    case QEvent::KeyPress: // Tab would leave the line before keyPressEvent() hears of it
        if (handlePopupKey(static_cast<QKeyEvent *>(event)))
            return true;
        break;
    case QEvent::ToolTip: {
        const auto *const help = static_cast<QHelpEvent *>(event);
        showPlainToolTip(help->globalPos(), toolTipAt(help->pos()), this);
        return true;
    }
    default:
        break;
    }
    return QLineEdit::event(event);
}

void FilterLine::keyPressEvent(QKeyEvent *event)
{
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::ShiftModifier));
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        propose(true);
    } else if (plain && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        goThroughHistory(event->key() == Qt::Key_Up ? 1 : -1);
    } else {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
            m_popup->hide();
            applyNow();
            remember();
        }
        QLineEdit::keyPressEvent(event);
    }
}

// Down in a line that shows nothing of it asks for proposals.
void FilterLine::goThroughHistory(int step)
{
    if (step < 0 && m_inHistory < 0)
        return propose(true);
    const qsizetype next = std::min(m_inHistory + step, m_history.size() - 1);
    if (next == m_inHistory)
        return;
    if (m_inHistory < 0)
        m_draft = text();
    m_inHistory = next;
    setText(next < 0 ? m_draft : m_history.at(next));
}

} // namespace Linescope
