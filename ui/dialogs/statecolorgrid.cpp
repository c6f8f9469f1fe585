// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/statecolorgrid.h"

#include "support/text.h"
#include "tapi/names.h"

#include <QColorDialog>
#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFocusRect>

namespace Linescope {

namespace {

constexpr int columns = 3;
constexpr int gap = 6;

} // namespace

StateButton::StateButton(CallState state, QWidget *parent)
    : QAbstractButton(parent)
    , m_state(state)
{
    setText(stateText(state));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize StateButton::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + fontMetrics().ascent() + 4 * gap, fontMetrics().height() + 10};
}

void StateButton::paintEvent(QPaintEvent *)
{
    const StateStyle style = stateStyle(m_state, palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(palette().color(QPalette::WindowText), 2) : QPen(Qt::NoPen));
    painter.setBrush(style.background);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    const QRect inside = rect().adjusted(2 * gap, 0, -gap, 0);
    const int size = fontMetrics().ascent() - 2;
    const QRect box(inside.left(), (height() - size) / 2, size, size);
    drawStateShape(&painter, m_state, QStyle::visualRect(layoutDirection(), rect(), box), style.text);
    painter.setPen(style.text);
    const QRect words = QStyle::visualRect(layoutDirection(), rect(), inside.adjusted(size + gap, 0, 0, 0));
    painter.drawText(words, QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter),
                     fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
}

void StateButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
        Q_EMIT deleted();
    else
        QAbstractButton::keyPressEvent(event);
}

StateColorGrid::StateColorGrid(QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(gap);
    int index = 0;
    for (const auto &[state, name] : namesOf<CallState>()) {
        auto *button = new StateButton(state);
        grid->addWidget(button, index / columns, index % columns);
        button->setAccessibleName(tr("Colour of %1").arg(stateText(state)));
        setPlainToolTip(button, tr("Colour of %1").arg(stateText(state)));
        connect(button, &QAbstractButton::clicked, this, [this, button] { ask(button); });
        connect(button, &StateButton::deleted, this, [this, button] {
            if (m_colors.remove(button->state()) > 0)
                Q_EMIT changed();
        });
        ++index;
    }
}

void StateColorGrid::setColors(const QMap<CallState, QRgb> &colors)
{
    if (colors == m_colors)
        return;
    m_colors = colors;
    Q_EMIT changed();
}

void StateColorGrid::ask(StateButton *button)
{
    const CallState state = button->state();
    const QColor chosen = QColorDialog::getColor(stateStyle(state, palette()).background, this,
                                                 tr("Colour of %1").arg(stateText(state)),
                                                 QColorDialog::DontUseNativeDialog);
    if (!chosen.isValid())
        return;
    m_colors.insert(state, chosen.rgb());
    Q_EMIT changed();
}

} // namespace Linescope
