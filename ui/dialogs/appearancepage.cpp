// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/appearancepage.h"

#include "dialogs/statecolorgrid.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFontComboBox>
#include <QFormLayout>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace Linescope {

AppearancePage::AppearancePage(QWidget *parent)
    : SettingsPage(tr("Appearance"), parent)
{
    auto *form = addGroup(tr("Theme"));
    m_scheme = addChoice(form, tr("&Colours:"),
                         {{tr("As the system"), int(ColorScheme::System)},
                          {tr("Light"), int(ColorScheme::Light)},
                          {tr("Dark"), int(ColorScheme::Dark)},
                          {tr("High contrast"), int(ColorScheme::HighContrast)}});
    m_motion = addCheck(form, tr("Less &motion: nothing slides or flashes"));
    addFont();
    addStates();
    column()->addStretch();
}

void AppearancePage::addFont()
{
    auto *form = addGroup(tr("Text"));
    m_systemFont = addCheck(form, tr("Font of the s&ystem"));
    m_font = new QFontComboBox;
    m_font->setEditable(false);
    addRow(form, tr("&Font:"), m_font);
    m_size = addNumber(form, tr("&Size:"), Appearance::MinFontSize - 1, Appearance::MaxFontSize,
                       tr(" pt", "points, behind a number"), tr("as the system"));
    m_scale = addNumber(form, tr("&Enlarged for presentations:"), Appearance::MinScale, Appearance::MaxScale,
                        tr(" %", "percent, behind a number"));
    m_scale->setSingleStep(25);
    connect(m_font, &QFontComboBox::currentFontChanged, this, &AppearancePage::tellChange);
    connect(m_systemFont, &QCheckBox::toggled, m_font, &QWidget::setDisabled);
}

void AppearancePage::addStates()
{
    auto *form = addGroup(tr("States of calls"));
    m_set = addChoice(form, tr("C&olours of states:"),
                      {{tr("Standard"), int(StateColorSet::Standard)},
                       {tr("Safe with colour blindness"), int(StateColorSet::ColorBlindSafe)}});
    m_states = new StateColorGrid;
    form->addRow(m_states);
    addNote(form, tr("Press a state to choose a colour of your own; Delete gives it back the usual one."));
    m_ownOff = new QPushButton(tr("&Usual colours for all"));
    m_ownOff->setAutoDefault(false);
    m_ownOff->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    form->addRow(m_ownOff);
    connect(m_ownOff, &QPushButton::clicked, this, [this] { m_states->setColors({}); });
    connect(m_states, &StateColorGrid::changed, this, &AppearancePage::tellChange);
}

void AppearancePage::fill(const Preferences &preferences)
{
    const Appearance &look = preferences.appearance;
    choose(m_scheme, int(look.scheme));
    m_motion->setChecked(look.reducedMotion);
    m_systemFont->setChecked(look.fontFamily.isEmpty());
    m_font->setEnabled(!look.fontFamily.isEmpty());
    m_font->setCurrentFont(look.fontFamily.isEmpty() ? font() : QFont(look.fontFamily));
    m_size->setValue(look.fontSize == 0 ? m_size->minimum() : look.fontSize);
    m_scale->setValue(look.scale);
    choose(m_set, int(look.stateColors));
    m_states->setColors(look.ownStateColors);
}

void AppearancePage::store(Preferences &preferences) const
{
    Appearance &look = preferences.appearance;
    look.scheme = ColorScheme(m_scheme->currentData().toInt());
    look.reducedMotion = m_motion->isChecked();
    look.fontFamily = m_systemFont->isChecked() ? QString() : m_font->currentFont().family();
    look.fontSize = m_size->value() == m_size->minimum() ? 0 : m_size->value();
    look.scale = m_scale->value();
    look.stateColors = StateColorSet(m_set->currentData().toInt());
    look.ownStateColors = m_states->colors();
}

} // namespace Linescope
