// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "linescopectl/wording.h"

#include "linescopectl/terminal.h"
#include "tapi/names.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Linescope {

QString Wording::outside(const QString &text) const
{
    return terminalText(m_masking == Masking::Mask ? withMaskedNumbers(text) : text);
}

QString Wording::party(const QString &number, const QString &name) const
{
    const auto shown = [this](const QString &text) {
        return terminalText(m_masking == Masking::Mask ? masked(text) : text);
    };
    return (shown(name) + u' ' + shown(number)).trimmed();
}

QString Wording::parties(const Call &call) const
{
    const QString caller = party(call.info.text(&CallInfo::callerId), call.info.text(&CallInfo::callerIdName));
    const QString called = party(call.info.text(&CallInfo::calledId), call.info.text(&CallInfo::calledIdName));
    if (caller.isEmpty() && called.isEmpty())
        return {};
    const QString nobody = u"–"_s;
    return (caller.isEmpty() ? nobody : caller) + u" → "_s + (called.isEmpty() ? nobody : called);
}

QString Wording::device(const World &world, DeviceId id) const
{
    const Device *const device = world.device(id);
    return device ? outside(device->info.name) : shortName(id);
}

QString Wording::app(const World &world, HLineApp id) const
{
    const App *const app = world.app(id);
    return app && !app->name.isEmpty() ? outside(app->name) : shortName(id);
}

QString Wording::state(CallState state, quint32 mode) const
{
    const QString modeText = state == CallState::Conferenced ? shortName(CallId{mode}) : modeName(state, mode);
    return (nameOf(state) + u' ' + modeText).trimmed();
}

QString Wording::memory(quint64 library, quint64 provider) const
{
    const QLocale locale;
    return locale.formattedDataSize(qint64(library), 1) + u" + "_s + locale.formattedDataSize(qint64(provider), 1);
}

QString Wording::summary(const World &world, quint64 dropped) const
{
    const Totals &totals = world.totals();
    QStringList parts{tr("calls %1").arg(totals.callsCreated), tr("handles %1").arg(totals.handlesCreated),
                      tr("retained %1").arg(totals.retainedHandles), tr("void %1").arg(totals.handlesVoided),
                      tr("findings %1").arg(totals.findings)};
    if (dropped != 0)
        parts += tr("events lost %1").arg(dropped);
    return parts.join(u", "_s);
}

} // namespace Linescope
