// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/shortcutsdialog.h"

#include "guide/palettemodel.h"
#include "support/settings/shortcuts.h"
#include "support/text.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace Linescope {

namespace {

QString native(const QKeySequence &keys) { return keys.toString(QKeySequence::NativeText); }

} // namespace

ShortcutsModel::ShortcutsModel(Shortcuts *shortcuts, QObject *parent)
    : QAbstractTableModel(parent)
    , m_shortcuts(shortcuts)
{
    connect(shortcuts, &Shortcuts::changed, this,
            [this](int row) { Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1)); });
}

int ShortcutsModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_shortcuts->count(); }

int ShortcutsModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(Column::Count); }

QVariant ShortcutsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int row = index.row();
    if (role == Qt::DecorationRole && index.column() == int(Column::Command))
        return m_shortcuts->action(row)->icon();
    if (role == Qt::FontRole && m_shortcuts->keys(row) != m_shortcuts->standard(row)) {
        QFont font;
        font.setBold(true); // changed by the user
        return font;
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case Column::Command:
        return plainActionText(m_shortcuts->action(row)->text());
    case Column::Keys:
        return native(m_shortcuts->keys(row));
    case Column::Standard:
        return native(m_shortcuts->standard(row));
    case Column::Count:
        break;
    }
    return {};
}

QVariant ShortcutsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (Column(section)) {
    case Column::Command:
        return tr("Command");
    case Column::Keys:
        return tr("Keys");
    case Column::Standard:
        return tr("Standard");
    case Column::Count:
        break;
    }
    return {};
}

ShortcutsDialog::ShortcutsDialog(Shortcuts *shortcuts, QWidget *parent)
    : QDialog(parent)
    , m_shortcuts(shortcuts)
    , m_proxy(new QSortFilterProxyModel(this))
    , m_table(new QTableView)
    , m_search(new QLineEdit)
{
    setProperty("helpPage", QStringLiteral("keyboard"));
    setWindowTitle(tr("Shortcuts"));
    m_proxy->setSourceModel(new ShortcutsModel(shortcuts, this));
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_proxy->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_proxy->setSortLocaleAware(true);
    m_proxy->setFilterKeyColumn(-1);
    m_search->setPlaceholderText(tr("Search commands and keys"));
    m_search->setAccessibleName(tr("Search commands and keys"));
    m_search->setClearButtonEnabled(true);

    m_table->setModel(m_proxy);
    m_table->setAccessibleName(tr("Commands and their keys"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(0, Qt::AscendingOrder);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setColumnWidth(1, 150);
    m_table->setColumnWidth(2, 150);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_search);
    layout->addWidget(m_table, 1);
    layout->addWidget(makeEditor());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    auto *resetAll = buttons->addButton(tr("Reset &all…"), QDialogButtonBox::ResetRole);
    layout->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(resetAll, &QPushButton::clicked, this, &ShortcutsDialog::resetAll);
    connect(m_search, &QLineEdit::textChanged, m_proxy, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ShortcutsDialog::showChoice);
    connect(m_table, &QTableView::activated, m_keys, [this] { m_keys->setFocus(); });
    connect(m_shortcuts, &Shortcuts::changed, this, &ShortcutsDialog::showChoice);
    showChoice();
    resize(640, 560);
}

QWidget *ShortcutsDialog::makeEditor()
{
    auto *editor = new QWidget;
    auto *line = new QHBoxLayout(editor);
    line->setContentsMargins(0, 0, 0, 0);
    m_command = makeLabel();
    m_keys = new QKeySequenceEdit;
    m_keys->setAccessibleName(tr("New keys"));
    m_none = new QPushButton(tr("&No keys"));
    m_reset = new QPushButton(tr("&Reset"));
    for (QPushButton *button : {m_none, m_reset})
        button->setAutoDefault(false);
    line->addWidget(m_command, 1);
    line->addWidget(m_keys);
    line->addWidget(m_none);
    line->addWidget(m_reset);
    connect(m_keys, &QKeySequenceEdit::editingFinished, this, &ShortcutsDialog::take);
    connect(m_none, &QPushButton::clicked, this, [this] { assign({}); });
    connect(m_reset, &QPushButton::clicked, this, [this] { assign(m_shortcuts->standard(row())); });
    return editor;
}

int ShortcutsDialog::row() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? m_proxy->mapToSource(current).row() : -1;
}

void ShortcutsDialog::select(int row)
{
    m_table->setCurrentIndex(m_proxy->mapFromSource(m_proxy->sourceModel()->index(row, 0)));
}

void ShortcutsDialog::showChoice()
{
    const int chosen = row();
    m_command->setText(chosen < 0 ? tr("Choose a command, then press its new keys.")
                                  : tr("New keys for “%1”:").arg(plainActionText(m_shortcuts->action(chosen)->text())));
    m_keys->setKeySequence(chosen < 0 ? QKeySequence() : m_shortcuts->keys(chosen));
    m_keys->setEnabled(chosen >= 0);
    m_none->setEnabled(chosen >= 0 && !m_shortcuts->keys(chosen).isEmpty());
    m_reset->setEnabled(chosen >= 0 && m_shortcuts->keys(chosen) != m_shortcuts->standard(chosen));
}

// One combination is enough; QKeySequenceEdit gathers up to four.
void ShortcutsDialog::take()
{
    const QKeySequence pressed = m_keys->keySequence();
    if (row() >= 0 && !pressed.isEmpty())
        assign(QKeySequence(pressed[0]));
}

void ShortcutsDialog::assign(const QKeySequence &keys)
{
    const int chosen = row();
    if (chosen < 0)
        return;
    const QString problem = Shortcuts::problemWith(keys);
    if (!problem.isEmpty()) {
        warn(this, tr("Not these keys"), problem);
        return showChoice();
    }
    const int holder = m_shortcuts->holder(keys, chosen);
    if (holder >= 0) {
        const QString question = tr("%1 already belongs to “%2”. Take it from there?")
                                     .arg(native(keys), plainActionText(m_shortcuts->action(holder)->text()));
        if (!confirm(this, tr("Keys in use"), question, tr("Take it")))
            return showChoice();
        m_shortcuts->set(holder, {});
    }
    m_shortcuts->set(chosen, keys);
    showChoice();
}

void ShortcutsDialog::resetAll()
{
    if (confirm(this, tr("Reset all keys"), tr("Give every command its standard keys back?"), tr("Reset all")))
        m_shortcuts->resetAll();
}

} // namespace Linescope
