// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/settingspages.h"

#include "support/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace Linescope {

TablesPage::TablesPage(QWidget *parent)
    : SettingsPage(tr("Tables"), parent)
{
    auto *rows = addGroup(tr("Rows"));
    m_ghosts = addNumber(rows, tr("&Void handles stay for:"), 0, Preferences::MaxGhostSeconds,
                         tr(" s", "seconds, behind a number"), tr("no time at all"));
    m_flash = addCheck(rows, tr("Cells that change &light up for a moment"));
    auto *units = addGroup(tr("Figures"));
    m_bytes = addChoice(units, tr("&Memory:"),
                        {{tr("KiB, MiB (1,024 bytes)"), int(ByteUnit::Binary)},
                         {tr("kB, MB (1,000 bytes)"), int(ByteUnit::Decimal)},
                         {tr("Bytes, to the last one"), int(ByteUnit::Bytes)}});
    m_times = addChoice(units, tr("&Times:"),
                        {{tr("Time of day (10:41:07.112)"), int(TimeStyle::Clock)},
                         {tr("Since Linescope started (+0:12:05.112)"), int(TimeStyle::SinceStart)}});
    column()->addStretch();
}

void TablesPage::fill(const Preferences &preferences)
{
    m_ghosts->setValue(preferences.ghostSeconds);
    m_flash->setChecked(preferences.flash);
    choose(m_bytes, int(preferences.formats.bytes));
    choose(m_times, int(preferences.formats.times));
}

void TablesPage::store(Preferences &preferences) const
{
    preferences.ghostSeconds = m_ghosts->value();
    preferences.flash = m_flash->isChecked();
    preferences.formats = {ByteUnit(m_bytes->currentData().toInt()), TimeStyle(m_times->currentData().toInt())};
}

SafetyPage::SafetyPage(QWidget *parent)
    : SettingsPage(tr("Safety"), parent)
{
    auto *form = addGroup(tr("Ask before"));
    m_checks = {
        {Destructive::CloseLine, addCheck(form, tr("forcing LINE_CLOSE, removing a &line, ending an application"))},
        {Destructive::Drop, addCheck(form, tr("&hanging up a real call"))},
        {Destructive::DeallocateMany, addCheck(form, tr("&deallocating many handles at once"))},
        {Destructive::Disconnect, addCheck(form, tr("disconnecting a &source, letting a provider die"))}};
    addNote(form,
            tr("Without the question, an act is done at once. None of them can be undone. The dialog “Close line…” "
               "comes in any case: it also asks who closes the line."));
    column()->addStretch();
}

void SafetyPage::fill(const Preferences &preferences)
{
    for (const auto &[act, check] : std::as_const(m_checks))
        check->setChecked(preferences.confirmed.testFlag(act));
}

void SafetyPage::store(Preferences &preferences) const
{
    for (const auto &[act, check] : m_checks)
        preferences.confirmed.setFlag(act, check->isChecked());
}

PrivacyPage::PrivacyPage(QWidget *parent)
    : SettingsPage(tr("Privacy"), parent)
{
    auto *form = addGroup(tr("Numbers and names of people"));
    m_mode = addChoice(form, tr("&Show:"),
                       {{tr("As they are"), int(MaskingMode::Off)},
                        {tr("Only their last two characters"), int(MaskingMode::Mask)},
                        {tr("Invented ones in their place"), int(MaskingMode::Invent)}});
    m_names = addCheck(form, tr("&Names as well as numbers"));
    m_example = makeLabel();
    addRow(form, tr("Example:"), m_example);
    addNote(form,
            tr("This holds for the whole window: every view, tooltip, export and what is copied. The log of messages "
               "begins anew. Recordings and what applications see stay as they are."));
    connect(this, &SettingsPage::changed, this, &PrivacyPage::updateExample);
    column()->addStretch();
}

void PrivacyPage::fill(const Preferences &preferences)
{
    choose(m_mode, int(preferences.masking.mode));
    m_names->setChecked(preferences.masking.names);
    updateExample();
}

void PrivacyPage::store(Preferences &preferences) const
{
    preferences.masking = {MaskingMode(m_mode->currentData().toInt()), m_names->isChecked()};
}

void PrivacyPage::updateExample()
{
    Preferences preferences;
    store(preferences);
    const Masker masker(preferences.masking);
    m_names->setEnabled(!masker.isOff());
    m_example->setText(tr("%1, %2").arg(masker.name(QStringLiteral("Ada Lovelace")),
                                        masker.number(QStringLiteral("+44 20 7946 0815"))));
}

LanguagePage::LanguagePage(QWidget *parent)
    : SettingsPage(tr("Language"), parent)
{
    auto *form = addGroup(tr("Language"));
    m_language = new QComboBox;
    m_language->addItem(tr("As the system"), QString());
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("Français"), QStringLiteral("fr"));
    addRow(form, tr("&Language of the window:"), m_language);
    connect(m_language, &QComboBox::currentIndexChanged, this, &LanguagePage::tellChange);
    addNote(form, tr("The window changes its language at once. Names from TAPI stay as the documentation has them."));
    column()->addStretch();
}

void LanguagePage::fill(const Preferences &preferences)
{
    m_language->setCurrentIndex(std::max(0, m_language->findData(preferences.language)));
}

void LanguagePage::store(Preferences &preferences) const
{
    preferences.language = m_language->currentData().toString();
}

ResetPage::ResetPage(QWidget *parent)
    : SettingsPage(tr("Reset"), parent)
{
    auto *layout = addGroup(tr("Layout"));
    auto *resetLayout = new QPushButton(tr("Reset &layout"));
    addNote(layout, tr("Panels, columns and the size of the window become as they were at the very start."));
    layout->addRow(resetLayout);
    auto *all = addGroup(tr("Settings"));
    auto *resetAll = new QPushButton(tr("Reset &all settings…"));
    addNote(all, tr("Everything on these pages becomes as it was at the very start."));
    all->addRow(resetAll);
    for (auto *button : {resetLayout, resetAll}) {
        button->setAutoDefault(false);
        button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    }
    connect(resetLayout, &QPushButton::clicked, this, &ResetPage::layoutResetWanted);
    connect(resetAll, &QPushButton::clicked, this, &ResetPage::askToResetAll);
    column()->addStretch();
}

// Called only when the user has asked for it.
void ResetPage::store(Preferences &preferences) const { preferences = {}; }

void ResetPage::askToResetAll()
{
    if (confirm(this, tr("Reset all settings"), tr("Should every setting become as it was at the very start?"),
                tr("Reset")))
        tellChange();
}

} // namespace Linescope
