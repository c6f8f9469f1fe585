// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/selection.h"

namespace Linescope {

Selection completed(Selection selection, const World &world)
{
    const Handle *handle = world.handle(selection.handle);
    selection.handle = handle ? handle->id : HCall();
    if (handle) {
        selection.line = handle->line;
        selection.call = handle->call;
    }
    const Call *call = world.call(selection.call);
    selection.call = call ? call->id : CallId();
    if (call)
        selection.device = call->device;
    const Line *line = world.line(selection.line);
    selection.line = line ? line->id : HLine();
    if (line) {
        selection.device = line->device;
        selection.app = line->app;
    }
    const Device *device = world.device(selection.device);
    if (device)
        selection.provider = device->provider;
    if (!world.app(selection.app))
        selection.app = {};
    return selection;
}

Selection selectionOf(const QString &shortName)
{
    Selection selection;
    bool ok = false;
    const quint32 number = QStringView(shortName).mid(1).toUInt(&ok);
    if (!ok)
        return selection;
    const auto take = [&]<class Tag>(Id<Tag> &id) {
        if (shortName.front() == QLatin1Char(Tag::letter))
            id.value = number;
    };
    take(selection.handle);
    take(selection.call);
    take(selection.line);
    take(selection.device);
    take(selection.app);
    take(selection.provider);
    return selection;
}

void SharedSelection::set(const Selection &selection)
{
    Selection full = selection;
    if (m_world) {
        full = completed(selection, m_world());
        if (full.handle.isNull())
            full.handle = selection.handle;
        if (full.call.isNull())
            full.call = selection.call;
    }
    if (full == m_current)
        return;
    m_current = full;
    Q_EMIT changed(full);
}

} // namespace Linescope
