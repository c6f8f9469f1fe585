// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guide/keydisplay.h"

#include "support/text.h"
#include "support/theme/theme.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace Linescope {

namespace {

constexpr Microseconds chipTime = 2500_ms;
constexpr Microseconds ringTime = 600_ms;
constexpr Microseconds frameTime = 40_ms;
constexpr qsizetype maxChips = 3;
constexpr qsizetype maxRings = 8;
constexpr qsizetype maxTyped = 24;
constexpr int ringSize = 34;
constexpr int padding = 12;

bool isModifier(int key)
{
    return key == Qt::Key_Control || key == Qt::Key_Shift || key == Qt::Key_Alt || key == Qt::Key_Meta
        || key == Qt::Key_AltGr || key == Qt::Key_unknown || key == 0;
}

bool hidesWhatIsTyped(const QWidget *widget)
{
    const auto *line = qobject_cast<const QLineEdit *>(widget);
    return (line && line->echoMode() != QLineEdit::Normal)
        || (widget && widget->inputMethodHints() & (Qt::ImhHiddenText | Qt::ImhSensitiveData));
}

// "Ctrl+Shift+P" with room between; "Ctrl++" stays readable.
QString spaced(const QString &keys)
{
    QString text;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        const bool separates = keys.at(i) == u'+' && i > 0 && i + 1 < keys.size() && keys.at(i - 1) != u'+';
        text += separates ? QStringLiteral(" + ") : QString(keys.at(i));
    }
    return text;
}

QFont chipFont()
{
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * 1.5);
    return font;
}

} // namespace

KeyDisplay::KeyDisplay(QWidget *window, Clock *clock, CommandName commandName)
    : QWidget(window)
    , m_clock(clock)
    , m_commandName(std::move(commandName))
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    setAccessibleName(tr("Keys and clicks"));
    setGeometry(window->rect());
    qApp->installEventFilter(this);
    show();
    raise();
}

QString KeyDisplay::text() const
{
    QStringList texts;
    for (const Chip &chip : m_chips)
        texts += chip.text;
    return texts.join(QStringLiteral("  "));
}

// ShortcutOverride comes for every key before anything is done with it, also for those that become shortcuts.
bool KeyDisplay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize) {
        setGeometry(parentWidget()->rect());
        raise();
    } else if (event->type() == QEvent::ShortcutOverride) {
        const QWidget *focus = QApplication::focusWidget();
        const bool isFirst = focus ? watched == focus : watched == QApplication::activeWindow();
        if (isFirst && !hidesWhatIsTyped(focus))
            note(*static_cast<QKeyEvent *>(event));
    } else if (event->type() == QEvent::MouseButtonPress && watched->isWidgetType()) {
        const auto *widget = static_cast<QWidget *>(watched);
        const QPoint where = static_cast<QMouseEvent *>(event)->globalPosition().toPoint();
        if (widget->window() == parentWidget()
            && (m_rings.isEmpty() || m_rings.constLast().where != mapFromGlobal(where))) {
            m_rings.append({mapFromGlobal(where), m_clock->now()});
            m_rings.remove(0, std::max<qsizetype>(0, m_rings.size() - maxRings));
            arm();
        }
    }
    return false;
}

void KeyDisplay::note(const QKeyEvent &event)
{
    if (isModifier(event.key()) || event.isAutoRepeat())
        return;
    const bool plain = !(event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier | Qt::GroupSwitchModifier));
    const QString typed = event.text();
    if (plain && !typed.isEmpty() && typed.front().isPrint() && !typed.front().isSpace())
        return add({visibleText(typed), true, m_clock->now()});
    const QKeySequence keys(event.key() | int(event.modifiers() & ~(Qt::KeypadModifier | Qt::GroupSwitchModifier)));
    QString text = spaced(keys.toString(QKeySequence::NativeText));
    if (const QString command = m_commandName(keys); !command.isEmpty())
        text += QStringLiteral("   ") + command;
    add({visibleText(text, 80), false, m_clock->now()});
}

void KeyDisplay::add(const Chip &chip)
{
    if (chip.typed && !m_chips.isEmpty() && m_chips.constLast().typed) {
        Chip &last = m_chips.last();
        last.text = (last.text + chip.text).right(maxTyped);
        last.at = chip.at;
    } else {
        m_chips.append(chip);
        m_chips.remove(0, std::max<qsizetype>(0, m_chips.size() - maxChips));
    }
    arm();
}

// Only while something is to be seen.
void KeyDisplay::arm()
{
    update();
    if (std::exchange(m_armed, true))
        return;
    m_clock->callAt(m_clock->now() + frameTime, this, [this] {
        m_armed = false;
        fade();
    });
}

void KeyDisplay::fade()
{
    const Microseconds now = m_clock->now();
    m_chips.removeIf([&](const Chip &chip) { return now - chip.at >= chipTime; });
    m_rings.removeIf([&](const Ring &ring) { return now - ring.at >= ringTime; });
    if (m_chips.isEmpty() && m_rings.isEmpty())
        update();
    else
        arm();
}

QRect KeyDisplay::chipsBox() const
{
    const QFontMetrics metrics(chipFont());
    const int width = std::min(metrics.horizontalAdvance(text()) + 2 * padding + metrics.averageCharWidth(),
                               this->width() - 2 * padding);
    const int height = metrics.height() + padding;
    return {(this->width() - width) / 2, this->height() * 3 / 5 - height, width, height};
}

void KeyDisplay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_chips.isEmpty())
        paintChips(&painter);
    paintRings(&painter);
}

void KeyDisplay::paintChips(QPainter *painter) const
{
    const QRect box = chipsBox();
    painter->setPen(Qt::NoPen);
    QColor background = palette().color(QPalette::WindowText); // the other way round than all else, like subtitles
    background.setAlpha(235);
    painter->setBrush(background);
    painter->drawRoundedRect(box, 8, 8);
    painter->setPen(palette().color(QPalette::Window));
    painter->setFont(chipFont());
    painter->drawText(box.adjusted(padding, 0, -padding, 0), Qt::AlignCenter,
                      QFontMetrics(chipFont()).elidedText(text(), Qt::ElideMiddle, box.width() - 2 * padding));
}

void KeyDisplay::paintRings(QPainter *painter) const
{
    const Microseconds now = m_clock->now();
    painter->setBrush(Qt::NoBrush);
    for (const Ring &ring : m_rings) {
        const double age = std::clamp(double(now - ring.at) / double(ringTime), 0.0, 1.0);
        QColor color = toneColor(Tone::Attention, palette());
        color.setAlphaF(float(1 - age));
        painter->setPen(QPen(color, 4));
        const double radius = 8 + (ringSize - 8) * age;
        painter->drawEllipse(QPointF(ring.where), radius, radius);
    }
}

} // namespace Linescope
