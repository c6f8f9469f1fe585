// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/inspector/callexplanation.h"

#include "panels/inspector/callfacts.h"
#include "support/format.h"

#include <QCoreApplication>

namespace Linescope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Linescope::CallExplanation)
};

constexpr qsizetype longestList = 8; // of names in a sentence

QString joined(const QStringList &names)
{
    if (names.size() <= longestList)
        return names.join(QStringLiteral(", "));
    return Words::tr("%1 and %n more", nullptr, int(names.size() - longestList))
        .arg(names.first(longestList).join(QStringLiteral(", ")));
}

QStringList holdersBeside(const World &world, const Call &call, HCall handle)
{
    QStringList others;
    world.forEachHandle(call, [&](const Handle &other) {
        if (other.id != handle)
            others += Words::tr("%1 (%2)").arg(appNameOf(world, world.appOf(other)), shortName(other.id));
    });
    std::reverse(others.begin(), others.end()); // the World has the newest first
    return others;
}

QString deviceName(const World &world, const Call &call)
{
    const Device *device = world.device(call.device);
    return device ? device->info.name : QString();
}

QString sinceWhen(const Call &call, Microseconds now)
{
    return Words::tr("It has been over since %1, for %2.")
        .arg(timeText(call.stateSince), toDurationString(now - call.stateSince));
}

QString cost(const Call &call)
{
    const quint64 bytes = World::bytesOf(call) + quint64(call.handleCount()) * World::bytesPerHandle();
    const QString here = Words::tr("Until then it takes %1 here (R-10)").arg(bytesText(bytes));
    return call.providerBytes == 0 ? here + u'.'
                                   : Words::tr("%1 and %2 in the provider.").arg(here, bytesText(call.providerBytes));
}

QStringList whyRetained(const World &world, const Call &call, const Handle &handle, Microseconds now)
{
    const App *app = world.app(world.appOf(handle));
    const QString holder = appNameOf(world, world.appOf(handle));
    QStringList sentences;
    sentences += Words::tr("The call is over, but %1 has not given its handle back (H-4).").arg(holder) + u' '
        + sinceWhen(call, now);
    sentences += Words::tr(
                     "The handle ends when %1 deallocates %2, closes its line %3 (L-15) or ends, or when the provider "
                     "closes the line “%4” (L-28).")
                     .arg(holder, shortName(handle.id), shortName(handle.line), deviceName(world, call));
    const QStringList others = holdersBeside(world, call, handle.id);
    sentences += others.isEmpty()
        ? Words::tr("It is the last handle: the provider's record goes with it (H-24).")
        : Words::tr("The call's record stays for %1 as well: each of them has to let go (H-24).").arg(joined(others));
    if (app && app->monitor)
        sentences += Words::tr("This is Linescope's own monitor: it keeps the handle so that you can look (G-13).");
    sentences += cost(call);
    return sentences;
}

QStringList whyCallRetained(const World &world, const Call &call, Microseconds now)
{
    const QStringList holders = holdersBeside(world, call, {});
    if (holders.isEmpty())
        return {Words::tr("The call is over and nobody holds it.") + u' ' + sinceWhen(call, now)};
    return {Words::tr("The call is over, but its record stays for %1 (H-4).").arg(joined(holders)) + u' '
                + sinceWhen(call, now),
            Words::tr("It goes with the last handle (H-24): each holder deallocates its own, closes its line (L-15) or "
                      "ends, or the provider closes the line “%1” (L-28).")
                .arg(deviceName(world, call)),
            cost(call)};
}

} // namespace

QString appNameOf(const World &world, HLineApp id)
{
    const App *app = world.app(id);
    return app ? app->name : shortName(id);
}

QStringList explanationOf(const World &world, const Call &call, const Handle *handle, const Ghost *ghost,
                          Microseconds now)
{
    if (ghost)
        return {Words::tr("Void since %1: %2. Every use of the handle now gives INVALCALLHANDLE.")
                    .arg(timeText(ghost->since), reasonText(ghost->reason))};
    if (call.isUnowned())
        return {Words::tr("Nobody owns this call: no application can end it until one takes ownership (P-31).")};
    if (!call.isIdle())
        return {};
    return handle ? whyRetained(world, call, *handle, now) : whyCallRetained(world, call, now);
}

} // namespace Linescope
