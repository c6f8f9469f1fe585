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
    const QVariant chosen = m_settings->value(settingOf(name));
    action->setShortcut(chosen.isValid() ? QKeySequence(chosen.toString(), QKeySequence::PortableText) : standard);
    m_entries.append({name, action, standard});
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
