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

QString EmptyNote::text() const { return m_label->text(); }

bool EmptyNote::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::PaletteChange)
        place();
    return QObject::eventFilter(watched, event);
}

void EmptyNote::place()
{
    setTextColor(m_label, toneColor(Tone::Muted, m_view->palette()));
    m_label->setGeometry(m_view->viewport()->rect().adjusted(24, 8, -24, -8));
}

} // namespace Linescope
