// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the command palette lists: everything that can be done, as far as it matches what was typed, the best first.
#pragma once

#include <QAbstractListModel>
#include <QIcon>
#include <QKeySequence>

#include <functional>

class QAction;
class QMenuBar;

namespace Linescope {

struct PaletteEntry {
    QString id;       // stable, for remembering what was used; not shown
    QString text;     // without mnemonics
    QString category; // "Line", "View › Columns"
    QKeySequence keys;
    QIcon icon;
    QString whyNot; // a sentence; empty: can be done now
    bool checked = false;
    std::function<void()> trigger;
};

// Of an action, without its mnemonic and dots.
QString plainActionText(const QString &text);
PaletteEntry paletteEntry(QAction *action, const QString &category);
// Every action of the menus, submenus too, with the menu's name as category.
QList<PaletteEntry> paletteEntries(const QMenuBar *bar);

class PaletteModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { CategoryRole = Qt::UserRole, KeysRole, WhyNotRole, PositionsRole, CheckedRole };

    using QAbstractListModel::QAbstractListModel;

    // `recent`: ids, the latest first.
    void setEntries(QList<PaletteEntry> entries, const QStringList &recent);
    void setPattern(const QString &pattern);
    const PaletteEntry &entry(int row) const { return m_entries.at(m_rows.at(row).entry); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row {
        qsizetype entry;
        int score;
        QList<qsizetype> positions; // in the text
    };

    QList<PaletteEntry> m_entries; // recent ones first
    qsizetype m_recent = 0;
    QList<Row> m_rows;
    QString m_pattern;
};

} // namespace Linescope
