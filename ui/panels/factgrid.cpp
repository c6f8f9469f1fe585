// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/factgrid.h"

#include "support/text.h"
#include "support/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>

namespace Linescope {

FactGrid::FactGrid(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(10);
    m_layout->setVerticalSpacing(3);
    m_layout->setColumnStretch(1, 1);
}

void FactGrid::setSections(const QList<FactSection> &sections)
{
    if (!hasShape(sections))
        build(sections);
    setTexts(sections);
    fitHeight();
}

bool FactGrid::hasShape(const QList<FactSection> &sections) const
{
    qsizetype row = 0;
    for (const FactSection &section : sections) {
        if (row >= m_rows.size() || !m_rows.at(row++).title)
            return false;
        for (qsizetype i = 0; i < section.facts.size(); ++i, ++row) {
            if (row >= m_rows.size() || m_rows.at(row).title)
                return false;
        }
    }
    return row == m_rows.size();
}

void FactGrid::build(const QList<FactSection> &sections)
{
    for (const Row &row : std::as_const(m_rows)) {
        delete row.title;
        delete row.name;
        delete row.value;
    }
    m_rows.clear();
    int gridRow = 0;
    for (const FactSection &section : sections) {
        Row title{makeLabel({}, this), nullptr, nullptr};
        QFont bold = font();
        bold.setBold(true);
        title.title->setFont(bold);
        title.title->setContentsMargins(0, gridRow == 0 ? 0 : 8, 0, 0);
        m_layout->addWidget(title.title, gridRow++, 0, 1, 2);
        m_rows += title;
        for (qsizetype i = 0; i < section.facts.size(); ++i) {
            Row row{nullptr, makeLabel({}, this), makeLabel({}, this)};
            row.name->setContentsMargins(6, 0, 0, 0);
            row.value->setWordWrap(true);
            row.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
            m_layout->addWidget(row.name, gridRow, 0, Qt::AlignTop | Qt::AlignLeft);
            m_layout->addWidget(row.value, gridRow++, 1);
            m_rows += row;
        }
    }
    updateColors();
}

void FactGrid::setTexts(const QList<FactSection> &sections)
{
    const auto set = [](QLabel *label, const QString &text) {
        if (const QString shown = visibleText(text); label->text() != shown)
            label->setText(shown);
    };
    qsizetype row = 0;
    for (const FactSection &section : sections) {
        set(m_rows.at(row++).title, section.title);
        for (const Fact &fact : section.facts) {
            set(m_rows.at(row).name, fact.name);
            set(m_rows.at(row).value, fact.value);
            m_rows.at(row).value->setAccessibleName(visibleText(fact.name));
            ++row;
        }
    }
}

void FactGrid::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        updateColors();
    QWidget::changeEvent(event);
}

void FactGrid::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHeight();
}

// Labels that wrap give their layout a minimum that is too low; a scroll area would squeeze them.
void FactGrid::fitHeight()
{
    m_layout->invalidate();
    setMinimumHeight(std::max(m_layout->totalMinimumSize().height(), m_layout->totalHeightForWidth(width())));
}

void FactGrid::updateColors()
{
    for (const Row &row : std::as_const(m_rows)) {
        if (row.title)
            setTextColor(row.title, toneColor(Tone::Link, palette()));
        else
            setTextColor(row.name, toneColor(Tone::Muted, palette()));
    }
}

} // namespace Linescope
