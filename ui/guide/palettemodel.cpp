// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guide/palettemodel.h"

#include "guide/fuzzymatch.h"
#include "support/text.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>
#include <QSet>

#include <algorithm>

namespace Linescope {

namespace {

constexpr int RecentBonus = 10;
constexpr int SubmenuMalus = 60; // columns and choices: after the commands
constexpr int DisabledMalus = 20;
const auto submenuSign = QStringLiteral(" › ");

QString idOf(const QAction *action, const QString &category)
{
    return action->objectName().isEmpty() ? category + u'/' + action->text() : action->objectName();
}

void collect(QMenu *menu, const QString &category, QList<PaletteEntry> &entries)
{
    Q_EMIT menu->aboutToShow(); // some menus are filled then
    for (QAction *action : menu->actions()) {
        if (action->menu())
            collect(action->menu(), category + submenuSign + plainActionText(action->text()), entries);
        else if (!action->isSeparator() && action->isVisible() && !action->text().isEmpty())
            entries.append(paletteEntry(action, category));
    }
}

} // namespace

QString plainActionText(const QString &text)
{
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.at(i) == u'&' && i + 1 < text.size())
            ++i;
        plain += text.at(i);
    }
    return visibleText(plain, 120);
}

PaletteEntry paletteEntry(QAction *action, const QString &category)
{
    PaletteEntry entry;
    entry.id = idOf(action, category);
    entry.text = plainActionText(action->text());
    entry.category = category;
    entry.keys = action->shortcut();
    entry.icon = action->icon();
    entry.checked = action->isCheckable() && action->isChecked();
    if (!action->isEnabled())
        entry.whyNot = action->statusTip().isEmpty() ? PaletteModel::tr("Not now.") : action->statusTip();
    entry.trigger = [action = QPointer(action)] {
        if (action)
            action->trigger();
    };
    return entry;
}

QList<PaletteEntry> paletteEntries(const QMenuBar *bar)
{
    QList<PaletteEntry> entries;
    for (QAction *action : bar->actions()) {
        if (action->menu())
            collect(action->menu(), plainActionText(action->text()), entries);
    }
    return entries;
}

void PaletteModel::setEntries(QList<PaletteEntry> entries, const QStringList &recent)
{
    QSet<QString> seen;
    entries.removeIf([&](const PaletteEntry &entry) {
        const bool known = seen.contains(entry.id);
        seen.insert(entry.id);
        return known;
    });
    const auto place = [&](const PaletteEntry &entry) {
        const qsizetype at = recent.indexOf(entry.id);
        return at < 0 ? recent.size() : at;
    };
    std::stable_sort(entries.begin(), entries.end(),
                     [&](const PaletteEntry &a, const PaletteEntry &b) { return place(a) < place(b); });
    m_recent = std::count_if(entries.begin(), entries.end(),
                             [&](const PaletteEntry &entry) { return recent.contains(entry.id); });
    m_entries = std::move(entries);
    setPattern(m_pattern);
}

void PaletteModel::setPattern(const QString &pattern)
{
    beginResetModel();
    m_pattern = pattern;
    m_rows.clear();
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const PaletteEntry &entry = m_entries.at(i);
        const int bonus = (i < m_recent ? RecentBonus : 0) - (entry.whyNot.isEmpty() ? 0 : DisabledMalus)
            - (entry.category.contains(submenuSign) ? SubmenuMalus : 0);
        if (auto match = fuzzyMatch(pattern, entry.text))
            m_rows.append({i, 2 * match->score + bonus, std::move(match->positions)});
        else if (const auto whole = fuzzyMatch(pattern, entry.category + u' ' + entry.text))
            m_rows.append({i, whole->score + bonus, {}});
    }
    if (!pattern.trimmed().isEmpty())
        std::stable_sort(m_rows.begin(), m_rows.end(), [](const Row &a, const Row &b) { return a.score > b.score; });
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const PaletteEntry &entry = this->entry(index.row());
    const QString keys = entry.keys.toString(QKeySequence::NativeText);
    switch (role) {
    case Qt::DisplayRole:
        return entry.text;
    case Qt::DecorationRole:
        return entry.icon;
    case Qt::ToolTipRole:
        return entry.whyNot.isEmpty() ? QVariant() : toolTipText(entry.whyNot);
    case Qt::AccessibleTextRole:
        return QStringList{entry.text, entry.category, keys, entry.whyNot}
            .filter(QRegularExpression(QStringLiteral(".")))
            .join(QStringLiteral(", "));
    case CategoryRole:
        return entry.category;
    case KeysRole:
        return keys;
    case WhyNotRole:
        return entry.whyNot;
    case CheckedRole:
        return entry.checked;
    case PositionsRole:
        return QVariant::fromValue(m_rows.at(index.row()).positions);
    default:
        return {};
    }
}

// What cannot be done stays selectable, so that one can read why.
Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace Linescope
