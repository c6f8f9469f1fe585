// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "moment/timebar.h"

#include "moment/momentslider.h"
#include "panels/flowlayout.h"
#include "support/format.h"
#include "support/text.h"
#include "support/theme/icons.h"
#include "support/theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

constexpr double speeds[] = {0.25, 0.5, 1, 2, 4, 16, 60, 0};

} // namespace

TimeBar::TimeBar(QWidget *parent)
    : QWidget(parent)
    , m_slider(new MomentSlider)
    , m_leave(new QToolButton)
    , m_speed(new QComboBox)
    , m_source(makeLabel())
    , m_position(makeLabel())
{
    m_slider->setAccessibleName(tr("Moment shown"));
    auto *controls = new QWidget;
    auto *row = new FlowLayout(controls);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_source);
    const auto step = [&](const QString &icon, const QString &name, const QString &toolTip, const auto &signal) {
        QToolButton *button = addButton(icon, name, toolTip);
        row->addWidget(button);
        connect(button, &QToolButton::clicked, this, signal);
        return button;
    };
    step(u"previous-mark"_s, tr("Previous mark"), tr("To the finding or bookmark before this moment."),
         [this] { Q_EMIT markWanted(-1); });
    step(u"step-back"_s, tr("One event back"), tr("To the moment before the event that was shown last."),
         [this] { Q_EMIT stepWanted(-1); });
    m_play = step(u"play"_s, {}, {}, [this] { Q_EMIT playWanted(m_play->isChecked()); });
    m_play->setCheckable(true);
    step(u"step"_s, tr("One event on"), tr("To the moment after the next event."), [this] { Q_EMIT stepWanted(1); });
    step(u"next-mark"_s, tr("Next mark"), tr("To the finding or bookmark behind this moment."),
         [this] { Q_EMIT markWanted(1); });
    for (const double speed : speeds)
        m_speed->addItem(speed > 0 ? tr("%1×", "speed").arg(QLocale().toString(speed))
                                   : tr("max", "speed: as fast as possible"),
                         speed);
    m_speed->setCurrentIndex(2);
    m_speed->setAccessibleName(tr("Speed of playing"));
    row->addWidget(m_speed);
    m_bookmark = step(u"bookmark"_s, tr("Bookmark…"), tr("Marks this moment, with a note, for you and for others."),
                      [this] { Q_EMIT bookmarkWanted(); });
    row->addWidget(m_position);
    m_leave->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_leave->setIcon(themedIcon(u"live"_s));
    m_leave->setFocusPolicy(Qt::StrongFocus);
    auto *top = new QHBoxLayout;
    top->addWidget(m_slider, 1);
    top->addWidget(m_leave);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 4, 6, 4);
    column->setSpacing(3);
    column->addLayout(top);
    column->addWidget(controls);
    connect(m_slider, &MomentSlider::timeChosen, this, &TimeBar::timeChosen);
    connect(m_slider, &MomentSlider::markChosen, this, &TimeBar::seqChosen);
    connect(m_speed, &QComboBox::currentIndexChanged, this, [this] { Q_EMIT speedChanged(speed()); });
    connect(m_leave, &QToolButton::clicked, this, &TimeBar::leaveWanted);
    setPlaying(false);
    setSource({}, false);
}

QToolButton *TimeBar::addButton(const QString &icon, const QString &name, const QString &toolTip)
{
    auto *button = new QToolButton;
    button->setIcon(themedIcon(icon));
    button->setAccessibleName(name);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    setPlainToolTip(button, name + u'\n' + toolTip);
    return button;
}

void TimeBar::setRange(const Past::Range &range)
{
    m_range = range;
    m_slider->setSpan(range.firstTime, range.lastTime);
    updatePosition();
}

void TimeBar::setMoment(quint64 seq, Microseconds time)
{
    m_seq = seq;
    m_time = time;
    if (!m_slider->isSliderDown())
        m_slider->setTime(time);
    updatePosition();
}

void TimeBar::setMarks(const QList<MomentMark> &marks) { m_slider->setMarks(marks); }

const QList<MomentMark> &TimeBar::marks() const { return m_slider->marks(); }

void TimeBar::setPlaying(bool playing)
{
    m_play->setChecked(playing);
    m_play->setIcon(themedIcon(playing ? u"pause"_s : u"play"_s));
    m_play->setAccessibleName(playing ? tr("Stop playing") : tr("Play"));
    setPlainToolTip(m_play,
                    playing ? tr("Stop playing\nThe views stay where they are.")
                            : tr("Play\nFrom this moment on, at the speed beside it."));
}

void TimeBar::setSource(const QString &source, bool hasBookmarks)
{
    const bool isSession = source.isEmpty();
    m_source->setText(isSession ? tr("The past of this session") : tr("Recording %1").arg(visibleText(source, 60)));
    m_leave->setText(isSession ? tr("Back to live") : tr("Close recording"));
    setPlainToolTip(m_leave,
                    isSession ? tr("The views show what is true now. The session has gone on meanwhile.")
                              : tr("The views show this session again."));
    m_bookmark->setVisible(hasBookmarks);
    setAccessibleName(m_source->text());
}

void TimeBar::setBusy(const QString &words)
{
    m_busy = words;
    updatePosition();
}

double TimeBar::speed() const { return m_speed->currentData().toDouble(); }

QString TimeBar::positionText() const { return m_position->text(); }

void TimeBar::updatePosition()
{
    const QLocale locale;
    m_position->setText(!m_busy.isEmpty()
                            ? m_busy
                            : tr("%1 · event %2 of %3")
                                  .arg(timeText(m_time), locale.toString(m_seq), locale.toString(m_range.lastSeq)));
}

void TimeBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        update();
    QWidget::changeEvent(event);
}

void TimeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), toneColor(Tone::AttentionCard, palette()));
    painter.setPen(toneColor(Tone::AttentionBorder, palette()));
    painter.drawLine(rect().topLeft(), rect().topRight());
    painter.fillRect(QRect(0, 0, 4, height()), toneColor(Tone::Attention, palette()));
}

} // namespace Linescope
