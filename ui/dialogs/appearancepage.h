// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Colours, font, size, motion.
#pragma once

#include "dialogs/settingspage.h"

class QFontComboBox;
class QPushButton;

namespace Linescope {

class StateColorGrid;

class AppearancePage : public SettingsPage {
    Q_OBJECT

public:
    explicit AppearancePage(QWidget *parent = nullptr);
    void store(Preferences &preferences) const override;

    StateColorGrid *states() const { return m_states; }

protected:
    void fill(const Preferences &preferences) override;

private:
    void addFont();
    void addStates();

    QComboBox *m_scheme;
    QCheckBox *m_motion;
    QCheckBox *m_systemFont;
    QFontComboBox *m_font;
    QSpinBox *m_size;
    QSpinBox *m_scale;
    QComboBox *m_set;
    StateColorGrid *m_states;
    QPushButton *m_ownOff;
};

} // namespace Linescope
