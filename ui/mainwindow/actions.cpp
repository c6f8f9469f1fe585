// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/actions.h"

#include "mainwindow/actionspecs.h"
#include "support/text.h"
#include "support/theme/icons.h"

#include <QKeySequence>

namespace Linescope {

namespace {

// Anything but looking.
constexpr bool changesSomething(ActionId id)
{
    return id == ActionId::Connect || id == ActionId::StartSimulator || id == ActionId::Disconnect
        || id == ActionId::Pause || id == ActionId::Settings || id == ActionId::ResetLayout
        || (id >= ActionId::OpenLine && id <= ActionId::ProviderDies);
}

} // namespace

Actions::Actions(QObject *parent)
    : QObject(parent)
{
    for (const ActionSpec &spec : actionSpecs()) {
        auto *action = new QAction(tr(spec.text), this);
        action->setObjectName(QString::fromLatin1(spec.name));
        action->setShortcut(defaultShortcut(spec.id));
        if (spec.shortText)
            action->setIconText(tr(spec.shortText));
        action->setIcon(themedIcon(QString::fromLatin1(spec.icon)));
        m_actions[size_t(spec.id)] = action;
        updateToolTip(spec.id);
        connect(action, &QAction::changed, this, [this, id = spec.id] { followShortcut(id); });
    }
    at(ActionId::Pause)->setCheckable(true);
    at(ActionId::Automatic)->setCheckable(true);
    at(ActionId::Presenter)->setCheckable(true);
    at(ActionId::Record)->setCheckable(true);
    at(ActionId::Automatic)->setChecked(true);
    connect(at(ActionId::Pause), &QAction::toggled, this, [this](bool paused) {
        at(ActionId::Pause)->setIcon(themedIcon(paused ? QStringLiteral("resume") : QStringLiteral("pause")));
        at(ActionId::Pause)->setIconText(paused ? tr("Resume") : tr("Pause"));
    });
    at(ActionId::Quit)->setMenuRole(QAction::QuitRole);
    at(ActionId::About)->setMenuRole(QAction::AboutRole);
}

QString Actions::name(ActionId id) { return QString::fromLatin1(actionSpecs()[size_t(id)].name); }

QKeySequence Actions::defaultShortcut(ActionId id)
{
    return QKeySequence(QString::fromLatin1(actionSpecs()[size_t(id)].shortcut));
}

QString Actions::description(ActionId id) const { return tr(actionSpecs()[size_t(id)].toolTip); }

void Actions::freeze(const QString &why)
{
    m_frozen = why;
    for (const ActionSpec &spec : actionSpecs())
        setWhyNot(spec.id, {});
}

// The tooltip names the keys; they can be changed.
void Actions::followShortcut(ActionId id)
{
    if (at(id)->shortcut() != m_shownKeys[size_t(id)])
        updateToolTip(id);
}

void Actions::setWhyNot(ActionId id, const QString &reason)
{
    const QString why = m_frozen.isEmpty() || !changesSomething(id) ? reason : m_frozen;
    if (why == whyNot(id))
        return;
    m_whyNot[size_t(id)] = why;
    at(id)->setEnabled(why.isEmpty());
    updateToolTip(id);
}

void Actions::updateToolTip(ActionId id)
{
    const ActionSpec &spec = actionSpecs()[size_t(id)];
    QString text = tr(spec.toolTip);
    m_shownKeys[size_t(id)] = at(id)->shortcut();
    if (const QKeySequence keys = at(id)->shortcut(); !keys.isEmpty())
        text += QStringLiteral(" (%1)").arg(keys.toString(QKeySequence::NativeText));
    if (!whyNot(id).isEmpty())
        text += u'\n' + tr("Not now: %1").arg(whyNot(id));
    setPlainToolTip(at(id), text);
    at(id)->setStatusTip(visibleText(whyNot(id).isEmpty() ? tr(spec.toolTip) : whyNot(id)));
}

} // namespace Linescope
