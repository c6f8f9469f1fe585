// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which keys each action has: the ones it came with, or the ones the user gave it, kept in the settings under
// "shortcuts/<name>".
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QList>
#include <QObject>

#include <optional>

namespace Linescope {

class Settings;

class Shortcuts : public QObject {
    Q_OBJECT

public:
    explicit Shortcuts(Settings *settings, QObject *parent = nullptr);

    // Gives the action its keys. `name` is for the settings and must never change. Keys there that are none, or that an
    // earlier action has, count as absent.
    void add(const QString &name, QAction *action, const QKeySequence &standard);

    int count() const { return int(m_entries.size()); }
    QAction *action(int row) const { return m_entries.at(row).action; }
    QString name(int row) const { return m_entries.at(row).name; }
    QKeySequence keys(int row) const { return action(row)->shortcut(); }
    QKeySequence standard(int row) const { return m_entries.at(row).standard; }
    // Why these keys cannot belong to a command: a sentence; empty if they can.
    static QString problemWith(const QKeySequence &keys);
    // The row that these keys belong to, or that they would be mixed up with; -1 if there is none.
    int holder(const QKeySequence &keys, int except = -1) const;

    void set(int row, const QKeySequence &keys);
    void reset(int row) { set(row, standard(row)); }
    void resetAll();

Q_SIGNALS:
    void changed(int row);

private:
    struct Entry {
        QString name;
        QAction *action;
        QKeySequence standard;
    };

    std::optional<QKeySequence> chosen(const QString &name) const;

    Settings *m_settings;
    QList<Entry> m_entries;
};

} // namespace Linescope
