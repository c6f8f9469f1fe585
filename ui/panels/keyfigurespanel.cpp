// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/keyfigurespanel.h"

#include "models/liveworld.h"
#include "panels/sparkline.h"
#include "support/format.h"
#include "support/text.h"
#include "support/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace Linescope {

KeyFigureCard::KeyFigureCard(const QString &title, const QString &toolTip, QWidget *parent)
    : QWidget(parent)
    , m_title(makeLabel(title, this))
    , m_value(makeLabel(QString(), this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(10, 5, 10, 5);
    row->setSpacing(8);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addWidget(m_value);
    row->addLayout(column);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.85);
    m_title->setFont(small);
    QFont big = font();
    big.setPointSizeF(big.pointSizeF() * 1.2);
    big.setBold(true);
    m_value->setFont(big);
    setPlainToolTip(this, toolTip);
    updateColors();
}

void KeyFigureCard::setValue(const QString &text)
{
    if (text == m_value->text())
        return;
    m_value->setText(text);
    setAccessibleName(QStringLiteral("%1: %2").arg(m_title->text(), text));
}

QString KeyFigureCard::value() const { return m_value->text(); }

void KeyFigureCard::setAttention(bool attention)
{
    if (attention == m_attention)
        return;
    m_attention = attention;
    updateColors();
}

void KeyFigureCard::addWidget(QWidget *widget) { layout()->addWidget(widget); }

void KeyFigureCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(toneColor(m_attention ? Tone::AttentionBorder : Tone::CardBorder, palette()));
    painter.setBrush(toneColor(m_attention ? Tone::AttentionCard : Tone::Card, palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

void KeyFigureCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        updateColors();
    QWidget::changeEvent(event);
}

void KeyFigureCard::updateColors()
{
    setTextColor(m_title, toneColor(Tone::Muted, palette()));
    setTextColor(m_value, m_attention ? toneColor(Tone::Attention, palette()) : palette().color(QPalette::WindowText));
    update();
}

KeyFiguresPanel::KeyFiguresPanel(const LiveWorld *live, QWidget *parent)
    : QWidget(parent)
    , m_live(live)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(4, 2, 4, 2);
    row->setSpacing(6);
    m_lines = addCard(tr("Lines open"), tr("Line devices that an application has open, of all."));
    m_calls = addCard(tr("Calls active"), tr("Calls that are not idle."));
    m_handles = addCard(tr("Handles"), tr("Call handles, one per application and call, live and retained."));
    m_retained = addCard(tr("Idle, retained"),
                         tr("Handles on idle calls: still valid and readable until they are deallocated."));
    m_memory = addCard(tr("Retained memory"),
                       tr("Memory held for idle calls: the engine's own, and what the provider reports."));
    m_rate = addCard(tr("Events/s"), tr("Events of the engine in the last second."));
    m_findings = addCard(tr("Findings"), tr("Breaches of TAPI's rules that the engine has seen."));
    m_sparkline = new Sparkline(this);
    m_rate->addWidget(m_sparkline);
    row->addStretch();
    m_lastSeq = m_live->world().seq();
    m_rate->setValue(QStringLiteral("0"));
    refresh();
}

KeyFigureCard *KeyFiguresPanel::addCard(const QString &title, const QString &toolTip)
{
    auto *card = new KeyFigureCard(title, toolTip, this);
    layout()->addWidget(card);
    return card;
}

void KeyFiguresPanel::refresh()
{
    const World &world = m_live->world();
    const QLocale locale;
    int present = 0;
    int open = 0;
    for (const Device &device : world.devices()) {
        present += device.removed ? 0 : 1;
        open += device.opens > 0 ? 1 : 0;
    }
    const Totals &totals = world.totals();
    m_lines->setValue(QStringLiteral("%1 / %2").arg(open).arg(present));
    m_calls->setValue(locale.toString(totals.liveCalls));
    m_handles->setValue(locale.toString(world.handles().size()));
    m_retained->setValue(locale.toString(totals.retainedHandles));
    m_retained->setAttention(totals.retainedHandles > 0);
    m_memory->setValue(tr("%1 lib · %2 provider")
                           .arg(bytesText(totals.retainedLibraryBytes), bytesText(totals.retainedProviderBytes)));
    m_findings->setValue(locale.toString(totals.findings));
    m_findings->setAttention(totals.findings > 0);
}

void KeyFiguresPanel::measureRate()
{
    const quint64 seq = m_live->world().seq();
    const quint64 rate = seq - std::min(seq, m_lastSeq);
    m_lastSeq = seq;
    m_rate->setValue(QLocale().toString(rate));
    m_sparkline->add(double(rate));
}

void KeyFiguresPanel::resizeEvent(QResizeEvent *event)
{
    m_sparkline->setVisible(width() >= 900);
    QWidget::resizeEvent(event);
}

} // namespace Linescope
