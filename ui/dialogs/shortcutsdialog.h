// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every command with its keys, and a place to press new ones.
#pragma once

#include <QAbstractTableModel>
#include <QDialog>

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace Linescope {

class Shortcuts;

class ShortcutsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Column { Command, Keys, Standard, Count };

    explicit ShortcutsModel(Shortcuts *shortcuts, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Shortcuts *m_shortcuts;
};

class ShortcutsDialog : public QDialog {
    Q_OBJECT

public:
    explicit ShortcutsDialog(Shortcuts *shortcuts, QWidget *parent = nullptr);

    QTableView *table() const { return m_table; }
    QLineEdit *searchLine() const { return m_search; }
    QKeySequenceEdit *keyEdit() const { return m_keys; }
    void select(int row); // of Shortcuts

private:
    QWidget *makeEditor();
    int row() const; // of Shortcuts; -1
    void showChoice();
    void take();
    void assign(const QKeySequence &keys);
    void resetAll();

    Shortcuts *m_shortcuts;
    QSortFilterProxyModel *m_proxy;
    QTableView *m_table;
    QLineEdit *m_search;
    QKeySequenceEdit *m_keys;
    QLabel *m_command;
    QPushButton *m_none;
    QPushButton *m_reset;
};

} // namespace Linescope
