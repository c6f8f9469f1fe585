// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/settings/shortcuts.h"

#include "support/settings/settings.h"

namespace Linescope {

namespace {

QString settingOf(const QString &name) { return QStringLiteral("shortcuts/") + name; }

} // namespace

Shortcuts::Shortcuts(Settings *settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
}

void Shortcuts::add(const QString &name, QAction *action, const QKeySequence &standard)
{
    QKeySequence keys = chosen(name).value_or(standard);
    if (holder(keys) >= 0)
        keys = holder(standard) < 0 ? standard : QKeySequence();
    action->setShortcut(keys);
    m_entries.append({name, action, standard});
}

std::optional<QKeySequence> Shortcuts::chosen(const QString &name) const
{
    const QVariant value = m_settings->value(settingOf(name));
    if (!value.isValid())
        return std::nullopt;
    const QKeySequence keys(value.toString(), QKeySequence::PortableText);
    if (!value.toString().isEmpty() && (keys.count() != 1 || !problemWith(keys).isEmpty()))
        return std::nullopt;
    return keys;
}

QString Shortcuts::problemWith(const QKeySequence &keys)
{
    if (keys.isEmpty())
        return {};
    const QKeyCombination first = keys[0];
    if (first.key() == Qt::Key_unknown)
        return tr("These keys are not known.");
    const bool modified = first.keyboardModifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    const bool isFunctionKey = first.key() >= Qt::Key_F1 && first.key() <= Qt::Key_F35;
    if (modified || isFunctionKey || first.key() == Qt::Key_Delete || first.key() == Qt::Key_Insert)
        return {};
    return tr("%1 is needed to type and to move about. Please take a function key, or keys with Ctrl or Alt.")
        .arg(keys.toString(QKeySequence::NativeText));
}

int Shortcuts::holder(const QKeySequence &keys, int except) const
{
    for (int row = 0; row < count() && !keys.isEmpty(); ++row) {
        const QKeySequence other = this->keys(row);
        if (row != except && !other.isEmpty()
            && (keys.matches(other) != QKeySequence::NoMatch || other.matches(keys) != QKeySequence::NoMatch))
            return row;
    }
    return -1;
}

void Shortcuts::set(int row, const QKeySequence &keys)
{
    m_settings->setValue(settingOf(name(row)),
                         keys == standard(row) ? QVariant() : keys.toString(QKeySequence::PortableText));
    if (keys == this->keys(row))
        return;
    action(row)->setShortcut(keys);
    Q_EMIT changed(row);
}

void Shortcuts::resetAll()
{
    for (int row = 0; row < count(); ++row)
        reset(row);
}

} // namespace Linescope
