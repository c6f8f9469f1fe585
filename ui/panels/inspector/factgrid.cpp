// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/inspector/factgrid.h"

#include "support/text.h"
#include "support/theme/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace Linescope {

namespace {

constexpr int longestValue = 240;

constexpr int narrowestColumn = 120; // of values, in a panel of 300 pixels

// The same for words of wide letters.
QString halvedWhereWide(const QString &text, const QFontMetrics &metrics)
{
    QString result;
    for (qsizetype begin = 0; begin < text.size();) {
        qsizetype end = begin;
        while (end < text.size() && text.at(end) != u' ' && text.at(end) != QChar(0x200b))
            ++end;
        const QString word = text.sliced(begin, end - begin);
        const qsizetype half = word.size() / 2;
        const bool wide = metrics.horizontalAdvance(word) > narrowestColumn;
        const bool whole = wide && !word.at(half).isLowSurrogate() && !word.at(half).isMark();
        result += whole ? word.first(half) + QChar(0x200b) + word.sliced(half) : word;
        if (end < text.size())
            result += text.at(end);
        begin = end + 1;
    }
    return result;
}

QString valueText(const Fact &fact, const QFontMetrics &metrics)
{
    const QString value = visibleText(fact.value, longestValue);
    const QString all = fact.raw.isEmpty() ? value : QStringLiteral("%1  %2").arg(value, fact.raw);
    return halvedWhereWide(breakableText(all), metrics);
}

void set(QLabel *label, const QString &text)
{
    if (label->text() != text)
        label->setText(text);
}

} // namespace

FactGrid::FactGrid(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(10);
    m_layout->setVerticalSpacing(3);
    m_layout->setColumnStretch(1, 1);
}

void FactGrid::setFacts(const QList<Fact> &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    setRowCount(facts.size());
    setTexts();
    fit();
}

void FactGrid::setRowCount(qsizetype count)
{
    if (count == m_rows.size())
        return;
    while (m_rows.size() > count) {
        const Row row = m_rows.takeLast();
        delete row.name;
        delete row.value;
    }
    while (m_rows.size() < count) {
        Row row{makeLabel({}, this), makeLabel({}, this)};
        row.value->setWordWrap(true);
        row.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        row.value->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        m_rows += row;
    }
    arrange(m_narrow);
    updateColors();
}

void FactGrid::setTexts()
{
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const Fact &fact = m_facts.at(i);
        const Row &row = m_rows.at(i);
        set(row.name, visibleText(fact.name));
        set(row.value, valueText(fact, fontMetrics()));
        row.value->setAccessibleName(visibleText(fact.name));
        setPlainToolTip(row.name, fact.meaning);
        setPlainToolTip(row.value, fact.value.size() > longestValue ? fact.meaning + u'\n' + fact.value : fact.meaning);
        row.value->setAccessibleDescription(fact.meaning);
    }
}

// Names may take half of the width, no more.
bool FactGrid::isNarrow() const
{
    int widest = 0;
    for (const Row &row : m_rows)
        widest = std::max(widest, row.name->sizeHint().width());
    return widest * 2 > width();
}

void FactGrid::arrange(bool narrow)
{
    m_narrow = narrow;
    while (QLayoutItem *item = m_layout->takeAt(0))
        delete item;
    int gridRow = 0;
    for (const Row &row : std::as_const(m_rows)) {
        if (narrow) {
            row.value->setContentsMargins(10, 0, 0, 3);
            m_layout->addWidget(row.name, gridRow++, 0, 1, 2, Qt::AlignTop);
            m_layout->addWidget(row.value, gridRow++, 0, 1, 2);
        } else {
            row.value->setContentsMargins(0, 0, 0, 0);
            m_layout->addWidget(row.name, gridRow, 0, Qt::AlignTop | Qt::AlignLeading);
            m_layout->addWidget(row.value, gridRow++, 1);
        }
        row.name->show(); // now, not once the event loop is back: hidden ones have no height
        row.value->show();
    }
}

void FactGrid::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        updateColors();
    if (event->type() == QEvent::FontChange)
        fit();
    QWidget::changeEvent(event);
}

void FactGrid::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void FactGrid::fit()
{
    if (const bool narrow = isNarrow(); narrow != m_narrow)
        arrange(narrow);
    m_layout->invalidate();
    updateGeometry();
}

void FactGrid::updateColors()
{
    for (const Row &row : std::as_const(m_rows))
        setTextColor(row.name, toneColor(Tone::Muted, palette()));
}

} // namespace Linescope
