// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guide/captionbar.h"

#include "support/text.h"
#include "support/theme/icons.h"
#include "support/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QToolButton>

namespace Linescope {

namespace {

constexpr double enlargement = 1.35;
constexpr int progressHeight = 4;
constexpr int margin = 12;
// Of a caption; the bar keeps its height, whatever it says.
constexpr int lines = 3;
constexpr int linesWhenNarrow = 2; // the caption has the whole width then

} // namespace

CaptionBar::CaptionBar(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_controls(new QWidget(this))
    , m_caption(makeLabel(QString(), this))
    , m_place(makeLabel(QString(), this))
    , m_speed(makeLabel(QString(), this))
{
    setAccessibleName(tr("Captions of the tour"));
    m_caption->setWordWrap(true);
    m_caption->setAlignment(Qt::AlignVCenter | Qt::AlignLeading);
    m_place->setAlignment(Qt::AlignCenter);
    m_speed->setAlignment(Qt::AlignCenter);

    m_layout->setContentsMargins(margin + 4, margin / 2, margin, margin / 2 + progressHeight);
    m_layout->addWidget(m_caption, 1);
    m_layout->addWidget(m_controls);
    auto *layout = new QHBoxLayout(m_controls);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addStretch(1);
    auto *restart = addButton(QStringLiteral("restart"), {}, tr("From the beginning"), tr("Home"));
    m_play = addButton(QStringLiteral("play"), {}, tr("Play"), tr("Space"));
    auto *step = addButton(QStringLiteral("step"), {}, tr("On to the next caption"), tr("Right"));
    auto *slower = addButton({}, QStringLiteral("−"), tr("Slower"), QStringLiteral("-"));
    layout->addWidget(m_speed);
    auto *faster = addButton({}, QStringLiteral("+"), tr("Faster"), QStringLiteral("+"));
    layout->addSpacing(margin / 2);
    layout->addWidget(m_place);
    layout->addSpacing(margin / 2);
    auto *close = addButton({}, tr("End the tour"), tr("End the tour"), tr("Esc"));
    connect(restart, &QToolButton::clicked, this, &CaptionBar::restartWanted);
    connect(m_play, &QToolButton::clicked, this, &CaptionBar::playPauseWanted);
    connect(step, &QToolButton::clicked, this, &CaptionBar::stepWanted);
    connect(slower, &QToolButton::clicked, this, &CaptionBar::slowerWanted);
    connect(faster, &QToolButton::clicked, this, &CaptionBar::fasterWanted);
    connect(close, &QToolButton::clicked, this, &CaptionBar::closeWanted);
    setSpeed(1);
    setPlaying(false);
    enlarge();
}

QToolButton *CaptionBar::addButton(const QString &icon, const QString &text, const QString &name, const QString &keys)
{
    auto *button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setIconSize({22, 22});
    if (!icon.isEmpty())
        button->setIcon(themedIcon(icon));
    button->setText(text);
    button->setAccessibleName(name);
    setPlainToolTip(button, QStringLiteral("%1 (%2)").arg(name, keys));
    m_controls->layout()->addWidget(button);
    return button;
}

void CaptionBar::enlarge()
{
    m_enlarging = true;
    QFont large = QApplication::font();
    large.setPointSizeF(large.pointSizeF() * enlargement);
    m_caption->setFont(large);
    m_speed->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("0.5×")) + 8);
    m_place->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("99 / 99")) + 8);
    m_enlarging = false;
    arrange();
}

// In a narrow window, or with very large type, the buttons go below the caption.
void CaptionBar::arrange()
{
    const bool narrow = width() < 3 * m_controls->sizeHint().width();
    m_caption->setMinimumHeight(m_caption->fontMetrics().lineSpacing() * (narrow ? linesWhenNarrow : lines));
    m_layout->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void CaptionBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

QString CaptionBar::caption() const { return m_caption->text(); }

void CaptionBar::setCaption(const QString &text)
{
    m_caption->setText(visibleText(text));
    m_caption->setAccessibleName(m_caption->text());
    // Said aloud by a screen reader, wherever the focus is.
    QAccessibleEvent alert(m_caption, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void CaptionBar::setPlaying(bool playing)
{
    const QString name = playing ? tr("Pause") : tr("Play");
    m_play->setIcon(themedIcon(playing ? QStringLiteral("pause") : QStringLiteral("play")));
    m_play->setAccessibleName(name);
    setPlainToolTip(m_play, QStringLiteral("%1 (%2)").arg(name, tr("Space")));
}

void CaptionBar::setSpeed(double speed)
{
    m_speed->setText(QStringLiteral("%1×").arg(QLocale().toString(speed, 'g', 2)));
    m_speed->setAccessibleName(tr("Speed: %1").arg(m_speed->text()));
}

void CaptionBar::setPlace(int chapter, int chapters, double progress)
{
    m_place->setText(QStringLiteral("%1 / %2").arg(chapter + 1).arg(chapters));
    m_place->setAccessibleName(tr("Caption %1 of %2").arg(chapter + 1).arg(chapters));
    m_progress = progress;
    update(0, height() - progressHeight, width(), progressHeight);
}

void CaptionBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (!m_enlarging && (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange))
        enlarge();
}

void CaptionBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), toneColor(Tone::Card, palette()));
    painter.fillRect(0, 0, width(), 1, toneColor(Tone::CardBorder, palette()));
    const QRect track(0, height() - progressHeight, width(), progressHeight);
    painter.fillRect(track, toneColor(Tone::Badge, palette()));
    QRect done = track;
    done.setWidth(int(track.width() * m_progress));
    painter.fillRect(QStyle::visualRect(layoutDirection(), track, done), toneColor(Tone::Link, palette()));
}

} // namespace Linescope
