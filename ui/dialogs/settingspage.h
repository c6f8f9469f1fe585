// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A page of the settings dialog: shows its part of the Preferences, and tells when the user has changed it.
#pragma once

#include "support/settings/preferences.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QSpinBox;
class QVBoxLayout;

namespace Linescope {

class SettingsPage : public QWidget {
    Q_OBJECT

public:
    explicit SettingsPage(const QString &title, QWidget *parent = nullptr); // the title is the window's

    void show(const Preferences &preferences); // tells nothing
    virtual void store(Preferences &preferences) const = 0;
    bool speaksOf(const QString &words) const; // whether a title or a label has them

Q_SIGNALS:
    void changed();

protected:
    virtual void fill(const Preferences &preferences) = 0;
    void tellChange(); // unless the page is being filled

    QVBoxLayout *column() const { return m_column; }
    QFormLayout *addGroup(const QString &title);
    QLabel *addNote(QFormLayout *form, const QString &text);
    QComboBox *addChoice(QFormLayout *form, const QString &label, const QList<std::pair<QString, int>> &choices);
    QCheckBox *addCheck(QFormLayout *form, const QString &label);
    // 0 is `nothing`, where that is not empty.
    QSpinBox *addNumber(QFormLayout *form, const QString &label, int lowest, int highest, const QString &suffix,
                        const QString &nothing = {});
    static void addRow(QFormLayout *form, const QString &label, QWidget *field); // with buddy and accessible name
    static void choose(QComboBox *box, int value);

private:
    QVBoxLayout *m_column;
    bool m_filling = false;
};

} // namespace Linescope
