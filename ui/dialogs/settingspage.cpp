// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/settingspage.h"

#include "support/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QVBoxLayout>

namespace Linescope {

namespace {

QString withoutMnemonic(QString label)
{
    label.remove(u'&');
    if (label.endsWith(u':'))
        label.chop(1);
    return label.trimmed(); // French has a space before the colon
}

} // namespace

SettingsPage::SettingsPage(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    setWindowTitle(title);
    m_column->setContentsMargins(4, 0, 4, 0);
}

void SettingsPage::show(const Preferences &preferences)
{
    const QScopedValueRollback filling(m_filling, true);
    fill(preferences);
}

void SettingsPage::tellChange()
{
    if (!m_filling)
        Q_EMIT changed();
}

bool SettingsPage::speaksOf(const QString &words) const
{
    const auto has = [&](QString text) { return text.remove(u'&').contains(words, Qt::CaseInsensitive); };
    bool found = words.isEmpty() || has(windowTitle());
    for (const auto *label : findChildren<QLabel *>())
        found = found || has(label->text());
    for (const auto *button : findChildren<QAbstractButton *>())
        found = found || has(button->text());
    for (const auto *group : findChildren<QGroupBox *>())
        found = found || has(group->title());
    return found;
}

QFormLayout *SettingsPage::addGroup(const QString &title)
{
    auto *group = new QGroupBox(title);
    auto *form = new QFormLayout(group);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_column->addWidget(group);
    return form;
}

QLabel *SettingsPage::addNote(QFormLayout *form, const QString &text)
{
    auto *note = makeLabel(text);
    note->setWordWrap(true);
    form->addRow(note);
    return note;
}

void SettingsPage::addRow(QFormLayout *form, const QString &label, QWidget *field)
{
    auto *words = makeLabel(label);
    words->setBuddy(field);
    field->setAccessibleName(withoutMnemonic(label));
    form->addRow(words, field);
}

QComboBox *SettingsPage::addChoice(QFormLayout *form, const QString &label,
                                   const QList<std::pair<QString, int>> &choices)
{
    auto *box = new QComboBox;
    for (const auto &[text, value] : choices)
        box->addItem(text, value);
    addRow(form, label, box);
    connect(box, &QComboBox::currentIndexChanged, this, &SettingsPage::tellChange);
    return box;
}

QCheckBox *SettingsPage::addCheck(QFormLayout *form, const QString &label)
{
    auto *check = new QCheckBox(label);
    check->setAccessibleName(withoutMnemonic(label));
    form->addRow(check);
    connect(check, &QCheckBox::toggled, this, &SettingsPage::tellChange);
    return check;
}

QSpinBox *SettingsPage::addNumber(QFormLayout *form, const QString &label, int lowest, int highest,
                                  const QString &suffix, const QString &nothing)
{
    auto *box = new QSpinBox;
    box->setRange(lowest, highest);
    box->setSuffix(suffix);
    box->setSpecialValueText(nothing);
    box->setGroupSeparatorShown(true);
    box->setMinimumWidth(box->fontMetrics().averageCharWidth() * 18);
    addRow(form, label, box);
    connect(box, &QSpinBox::valueChanged, this, &SettingsPage::tellChange);
    return box;
}

void SettingsPage::choose(QComboBox *box, int value) { box->setCurrentIndex(std::max(0, box->findData(value))); }

} // namespace Linescope
