// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Digits that are played on a call (F-34) and digits that are heard on it (M-9).

#include "server/arguments.h"
#include "server/telephonyserver_p.h"

#include <algorithm>

namespace Linescope {

using Transaction = TelephonyServer::Private::Transaction;

quint32 TelephonyServer::Private::tickCountFor(const Line &line) const
{
    return line.apiVersion < ApiVersion::V2_0 ? 0 : quint32(now / 1'000); // M-7
}

// ---- played ----

// F-58: a second generation is not refused; the provider ends the first.
Result<> TelephonyServer::lineGenerateDigits(HLineApp app, HCall hCall, DigitMode mode, const QString &digits,
                                             quint32 duration)
{
    const auto found = d->target(app, hCall);
    if (!found)
        return fail(found.error());
    if (const Result<> valid = requireDigits(mode, digits); !valid)
        return valid;
    if (const Result<> may = d->mayAct(*found, CallFeature::GenerateDigits); !may)
        return may;
    const Transaction transaction(d.get());
    const quint32 number = ++d->lastGeneration;
    if (!digits.isEmpty())
        d->underWay[found->call->id].generations.push_back({number, hCall});
    auto string = std::make_shared<const Commands::DigitString>(Commands::DigitString{mode, digits, duration});
    d->sendFor(*found->call, Commands::GenerateDigits{Private::commandTarget(*found), number, std::move(string)});
    return {};
}

// M-37: only who asked is told, also when another's request has ended it.
void TelephonyServer::Private::take(ProviderId provider, const Reports::Generate &report, quint64 commandsSeen)
{
    const CallId id = callOf(provider, report.call, commandsSeen);
    if (id.isNull())
        return;
    std::vector<Generation> &generations = underWay[id].generations;
    const auto ended = std::find_if(generations.begin(), generations.end(),
                                    [&](const Generation &one) { return one.number == report.endToEndId; });
    if (ended == generations.end()) {
        raise("V-69", Severity::Violation, shortName(id),
              tr("Generation %1 of digits was ended, but none of that number is under way.").arg(report.endToEndId),
              id);
        return;
    }
    const Handle *asker = world.handle(ended->asker);
    generations.erase(ended);
    if (!asker)
        return;
    const Line &line = *world.line(asker->line);
    postToLine(line, {MessageId::Generate, asker->id.handle(), 0, quint32(report.termination), 0, tickCountFor(line)});
}

// ---- heard ----

Result<> TelephonyServer::lineMonitorDigits(HLineApp app, HCall hCall, DigitModes modes)
{
    const auto found = d->target(app, hCall);
    if (!found)
        return fail(found.error());
    if (const Result<> valid = requireDigitModes(modes); !valid)
        return valid;
    const Call &call = *found->call;
    if (const Result<> able = d->requireAbility(call, CallFeature::MonitorDigits); !able)
        return able;
    const Transaction transaction(d.get());
    const DigitModes before = d->digitModesOn(call);
    if (modes)
        d->digitModes.insert(hCall, modes);
    else
        d->digitModes.remove(hCall);
    d->updateDigitMonitoring(call, before);
    return {};
}

DigitModes TelephonyServer::Private::digitModesOn(const Call &call) const
{
    DigitModes modes;
    if (!digitModes.isEmpty())
        world.forEachHandle(call, [&](const Handle &handle) { modes |= digitModes.value(handle.id); });
    return modes;
}

void TelephonyServer::Private::updateDigitMonitoring(const Call &call, DigitModes before)
{
    const DigitModes modes = digitModesOn(call);
    if (modes != before)
        sendFor(call, Commands::MonitorDigits{{call.id, call.driver}, modes});
}

void TelephonyServer::Private::take(ProviderId provider, const Reports::MonitorDigits &report, quint64 commandsSeen)
{
    const CallId id = callOf(provider, report.call, commandsSeen);
    if (id.isNull() || digitModes.isEmpty())
        return;
    world.forEachHandle(*world.call(id), [&](const Handle &handle) {
        if (!(digitModes.value(handle.id) & report.mode))
            return;
        const Line &line = *world.line(handle.line);
        postToLine(
            line,
            {MessageId::MonitorDigits, handle.id.handle(), 0, report.digit, quint32(report.mode), tickCountFor(line)});
    });
}

} // namespace Linescope
