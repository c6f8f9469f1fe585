// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/busynote.h"

#include "support/text.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QLabel>

namespace Linescope {

BusyNote::BusyNote(QAbstractItemView *view)
    : QObject(view)
    , m_view(view)
    , m_label(makeLabel({}, view))
{
    m_label->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_label->setAutoFillBackground(true);
    m_label->setBackgroundRole(QPalette::ToolTipBase);
    m_label->setForegroundRole(QPalette::ToolTipText);
    m_label->setFrameShape(QFrame::StyledPanel);
    m_label->setMargin(6);
    m_label->hide();
    view->installEventFilter(this);
}

void BusyNote::setPercent(int percent)
{
    m_label->setText(percent < 0 ? QString() : tr("Arranging… %1 %").arg(percent));
    m_label->setHidden(percent < 0);
    place();
}

QString BusyNote::text() const { return m_label->text(); }

bool BusyNote::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QObject::eventFilter(watched, event);
}

void BusyNote::place()
{
    constexpr int distance = 12;
    m_label->adjustSize();
    m_label->move((m_view->width() - m_label->width()) / 2, m_view->height() - m_label->height() - distance);
    m_label->raise();
}

} // namespace Linescope
