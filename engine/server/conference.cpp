// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Conferences: who belongs to them, who joins and leaves. Membership is what the provider says with CONFERENCED (F-48);
// it stands in the World and is looked up when somebody asks, so that no call pays for it.

#include "server/features.h"
#include "server/telephonyserver_p.h"

namespace Linescope {

using Transaction = TelephonyServer::Private::Transaction;

Result<TelephonyServer::Private::Target> TelephonyServer::Private::conferenceTarget(HLineApp app,
                                                                                    HCall conference) const
{
    const Result<Target> found = target(app, conference);
    if (!found)
        return fail(found.error() == LineError::Uninitialized ? found.error() : LineError::InvalConfCallHandle);
    if (conferenceOf(world, *found->call) != found->call->id)
        return fail(LineError::InvalConfCallHandle);
    return found;
}

// F-25. Who joins must not be in a conference, nor be one (F-49).
Result<RequestId> TelephonyServer::lineAddToConference(HLineApp app, HCall hConference, HCall hConsult)
{
    const auto conference = d->conferenceTarget(app, hConference);
    if (!conference)
        return fail(conference.error());
    const auto consult = d->target(app, hConsult);
    if (!consult)
        return fail(consult.error());
    if (conference->line != consult->line || !conferenceOf(d->world, *consult->call).isNull())
        return fail(LineError::InvalCallHandle); // H-45
    const bool statesAllow = statesAllowJoin(*conference->call, *consult->call);
    if (const Result<> may = d->mayAct(*conference, *consult, CallFeature::AddToConf, statesAllow); !may)
        return fail(may.error());
    return d->actOnBoth<Requests::AddToConference, Commands::AddToConference>(*conference, *consult);
}

Result<RequestId> TelephonyServer::lineRemoveFromConference(HLineApp app, HCall call)
{
    return d->act<Requests::RemoveFromConference>(app, call, CallFeature::RemoveFromConf,
                                                  Commands::CallAction::RemoveFromConference);
}

// F-37: the conference first, then its members, as handles of the HLINE that was asked with.
Result<QList<HCall>> TelephonyServer::lineGetConfRelatedCalls(HLineApp app, HCall hCall)
{
    const auto found = d->target(app, hCall);
    if (!found)
        return fail(found.error());
    const CallId conference = conferenceOf(d->world, *found->call);
    if (conference.isNull() || d->unannounced.contains(conference)) // nobody knows that one yet
        return fail(LineError::NoConference);                       // F-50
    const Transaction transaction(d.get());
    const Line line = *found->line;
    std::vector<CallId> calls = membersOf(d->world, conference);
    calls.insert(calls.begin(), conference);
    QList<HCall> handles;
    for (CallId call : calls) {
        const HCall held = d->handleOf(*d->world.call(call), line.id);
        handles.append(held.isNull() ? d->grantMonitor(call, line) : held);
    }
    return handles;
}

} // namespace Linescope
