// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/emptynote.h"

#include "support/text.h"
#include "support/theme/theme.h"

#include <QAbstractScrollArea>
#include <QEvent>
#include <QLabel>

namespace Linescope {

EmptyNote::EmptyNote(QAbstractScrollArea *view)
    : QObject(view)
    , m_view(view)
    , m_label(makeLabel({}, view->viewport()))
{
    m_label->setAlignment(Qt::AlignCenter);
    m_label->setWordWrap(true);
    m_label->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_label->setAutoFillBackground(true); // lines of a diagram would cross the words
    m_label->setBackgroundRole(QPalette::Base);
    m_label->hide();
    view->viewport()->installEventFilter(this);
}

void EmptyNote::setText(const QString &text)
{
    if (text == m_label->text() && m_label->isHidden() == text.isEmpty())
        return;
    m_label->setText(text);
    m_label->setHidden(text.isEmpty());
    m_view->setAccessibleDescription(text);
    place();
}

void EmptyNote::setTop(int top)
{
    m_top = top;
    place();
}

QString EmptyNote::text() const { return m_label->text(); }

bool EmptyNote::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::PaletteChange
        || event->type() == QEvent::FontChange)
        place();
    return QObject::eventFilter(watched, event);
}

void EmptyNote::place()
{
    setTextColor(m_label, toneColor(Tone::Muted, m_view->palette()));
    const QRect view = m_view->viewport()->rect();
    const int side = view.width() < 20 * m_label->fontMetrics().height() ? 6 : 24;
    const QRect room = view.adjusted(side, m_top + 4, -side, -4);
    const QRect words = m_label->fontMetrics().boundingRect(room, Qt::AlignCenter | Qt::TextWordWrap, m_label->text());
    m_label->setGeometry(words.adjusted(-4, -2, 4, 2) & view.adjusted(0, m_top, 0, 0));
}

} // namespace Linescope
