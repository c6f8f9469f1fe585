// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/handles/handlerow.h"

#include <QCoreApplication>

namespace Linescope {

using namespace Qt::StringLiterals;

namespace {

QString nameOrNumber(const Call &call, QString CallInfo::*number, QString CallInfo::*name)
{
    QString text = call.info.text(number);
    if (text.isEmpty())
        text = call.info.text(name);
    return text.isEmpty() ? u"–"_s : text;
}

} // namespace

QString HandleRow::app() const
{
    if (ghost)
        return ghost->app;
    const App *app = world->app(world->appOf(*handle));
    return app ? app->name : QString();
}

QString HandleRow::line() const
{
    if (ghost)
        return ghost->line;
    const Device *device = world->device(call->device);
    return device ? device->info.name : QString();
}

QString HandleRow::provider() const
{
    if (ghost)
        return ghost->provider;
    const Device *device = world->device(call->device);
    const Provider *provider = device ? world->provider(device->provider) : nullptr;
    return provider ? provider->name : QString();
}

QString HandleRow::parties() const
{
    if (call->info.number(&CallInfo::origin) == quint32(CallOrigin::Conference)) {
        const QString room = call->info.text(&CallInfo::calledId);
        return room.isEmpty() ? QCoreApplication::translate("Linescope::HandleModel", "conference")
                              : QCoreApplication::translate("Linescope::HandleModel", "conference %1").arg(room);
    }
    return nameOrNumber(*call, &CallInfo::callerId, &CallInfo::callerIdName) + u" → "_s
        + nameOrNumber(*call, &CallInfo::calledId, &CallInfo::calledIdName);
}

} // namespace Linescope
