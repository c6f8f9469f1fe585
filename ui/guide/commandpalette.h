// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Find a command by some of its letters, and do it. Over the window, gone when it has done its work.
#pragma once

#include "guide/palettemodel.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListView;

namespace Linescope {

class Settings;

class CommandPalette : public QFrame {
    Q_OBJECT

public:
    using Source = std::function<QList<PaletteEntry>()>;

    // What was used last is kept in the settings.
    CommandPalette(Settings *settings, QWidget *window);

    // Asked each time the palette opens.
    void addSource(Source source);

    QLineEdit *searchLine() const { return m_search; }
    QListView *list() const { return m_list; }
    PaletteModel *model() const { return m_model; }

public Q_SLOTS:
    void open();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    bool keyPressed(int key);
    void place();
    void filter(const QString &pattern);
    void move(int rows);
    void trigger(const QModelIndex &index);
    void tellChoice();
    void remember(const QString &id);

    Settings *m_settings;
    QList<Source> m_sources;
    PaletteModel *m_model;
    QLineEdit *m_search;
    QListView *m_list;
    QLabel *m_note;
};

} // namespace Linescope
