// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/tables/treebar.h"

#include "panels/flowlayout.h"
#include "panels/tables/treetable.h"
#include "support/text.h"

#include <QComboBox>
#include <QLabel>
#include <QToolButton>

namespace Linescope {

TreeBar::TreeBar(const QString &label, QComboBox *choice, TreeTable *table, QWidget *parent)
    : QWidget(parent)
    , m_layout(new FlowLayout(this))
    , m_expand(new QToolButton(this))
    , m_collapse(new QToolButton(this))
{
    auto *text = makeLabel(label, this);
    text->setBuddy(choice);
    choice->setAccessibleName(QString(label).remove(QLatin1Char('&')).remove(QLatin1Char(':')));
    choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_expand->setText(tr("Expand all"));
    m_collapse->setText(tr("Collapse all"));
    setPlainToolTip(m_expand, tr("Show every handle (key *)."));
    setPlainToolTip(m_collapse, tr("Show the groups only (key /)."));
    for (QToolButton *button : {m_expand, m_collapse})
        button->setAutoRaise(true);
    connect(m_expand, &QToolButton::clicked, table->tree(), &HandleTree::expandAll);
    connect(m_collapse, &QToolButton::clicked, table->tree(), &HandleTree::collapseAll);

    m_layout->setContentsMargins(6, 3, 6, 3);
    m_layout->addWidget(text);
    m_layout->addWidget(choice);
    m_layout->addWidget(m_expand);
    m_layout->addWidget(m_collapse);
    m_layout->addStretch();
}

void TreeBar::setTreeShown(bool shown)
{
    m_expand->setVisible(shown);
    m_collapse->setVisible(shown);
}

void TreeBar::addAtEnd(QWidget *widget) { m_layout->addWidget(widget); }

} // namespace Linescope
