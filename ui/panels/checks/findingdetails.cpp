// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/checks/findingdetails.h"

#include "models/findings/rulewords.h"
#include "panels/flowlayout.h"
#include "support/text.h"
#include "support/theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

QLabel *wrappingLabel()
{
    QLabel *label = makeLabel();
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

FindingDetails::FindingDetails(std::function<QString(quint64)> describe, QWidget *parent)
    : QWidget(parent)
    , m_describe(std::move(describe))
    , m_heading(wrappingLabel())
    , m_text(wrappingLabel())
    , m_evidence(wrappingLabel())
    , m_rule(wrappingLabel())
    , m_moment(new QPushButton(tr("Show the &moment")))
    , m_message(new QPushButton(tr("Show in &messages")))
    , m_subject(new QPushButton)
    , m_mute(new QPushButton)
{
    QFont bold = font();
    bold.setBold(true);
    m_heading->setFont(bold);
    setPlainToolTip(m_moment, tr("Every view shows what was true when it happened."));
    setPlainToolTip(m_message, tr("Selects the offending event in the message log."));
    auto *buttons = new QWidget;
    auto *row = new FlowLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    for (QPushButton *button : {m_moment, m_message, m_subject, m_mute})
        row->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(6, 4, 6, 4);
    for (QWidget *widget : {static_cast<QWidget *>(m_heading), static_cast<QWidget *>(m_text),
                            static_cast<QWidget *>(m_evidence), static_cast<QWidget *>(m_rule), buttons})
        column->addWidget(widget);
    column->addStretch();
    connect(m_moment, &QPushButton::clicked, this, &FindingDetails::momentWanted);
    connect(m_message, &QPushButton::clicked, this, &FindingDetails::messageWanted);
    connect(m_subject, &QPushButton::clicked, this, &FindingDetails::subjectWanted);
    connect(m_mute, &QPushButton::clicked, this, &FindingDetails::muteWanted);
    show(nullptr, {}, false);
}

void FindingDetails::show(const FindingsModel::Item *item, const QString &mutedBecause, bool isMuted)
{
    for (QWidget *widget :
         {static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_evidence), static_cast<QWidget *>(m_rule),
          static_cast<QWidget *>(m_moment), static_cast<QWidget *>(m_message), static_cast<QWidget *>(m_subject),
          static_cast<QWidget *>(m_mute)})
        widget->setVisible(item);
    if (!item) {
        m_heading->setText(tr("Select a finding to see what shows it and what the rule says."));
        m_severity = Severity::Info;
        paintTones();
        return;
    }
    const Finding &finding = item->finding;
    const QString rule = QString::fromLatin1(finding.rule);
    const RuleWords words = ruleWords(finding.rule);
    m_severity = finding.severity;
    QStringList heading{severityText(finding.severity), rule, visibleText(finding.subject, 60)};
    heading.removeAll({});
    m_heading->setText(heading.join(u" · "_s));
    m_text->setText(breakableText(visibleText(finding.text)));
    m_evidence->setText(evidenceText(finding.evidence));
    QStringList about{words.explanation};
    if (!words.source.isEmpty())
        about += tr("Source: %1").arg(words.source);
    if (isMuted)
        about += tr("Muted: %1").arg(visibleText(mutedBecause));
    about.removeAll({});
    m_rule->setText(about.join(u'\n'));
    m_rule->setVisible(!about.isEmpty());
    m_moment->setEnabled(finding.evidence.event > 0);
    m_message->setEnabled(finding.evidence.event > 0);
    m_subject->setText(menuText(tr("Select %1").arg(visibleText(finding.subject, 20))));
    m_subject->setVisible(!finding.subject.isEmpty());
    m_mute->setText(menuText(isMuted ? tr("Unmute %1").arg(rule) : tr("Mute %1…").arg(rule)));
    setPlainToolTip(m_mute,
                    isMuted ? tr("Findings of this rule count again.")
                            : tr("Findings of this rule are hidden and do not count, for a reason that you give."));
    paintTones();
}

QString FindingDetails::evidenceText(const Evidence &evidence) const
{
    QStringList lines;
    const auto add = [&](const QString &line, quint64 seq) {
        const QString event = m_describe(seq);
        lines += line.arg(seq).arg(event.isEmpty() ? tr("not in the log any more") : visibleText(event, 300));
    };
    if (evidence.event > 0)
        add(tr("Event %1: %2", "number, words"), evidence.event);
    if (evidence.before > 0)
        add(tr("Before it, event %1: %2", "number, words"), evidence.before);
    return lines.join(u'\n');
}

void FindingDetails::paintTones()
{
    const Tone tone = m_severity == Severity::Violation ? Tone::Bad : Tone::Attention;
    setTextColor(m_heading,
                 m_severity == Severity::Info ? palette().color(QPalette::WindowText) : toneColor(tone, palette()));
    setTextColor(m_rule, toneColor(Tone::Muted, palette()));
}

void FindingDetails::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && m_mute)
        paintTones();
    QWidget::changeEvent(event);
}

} // namespace Linescope
