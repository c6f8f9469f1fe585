// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Functions that applications called.

#include "scenario/writer/sessionwriter.h"

#include "scenario/expectation.h"
#include "scenario/functionstep.h"
#include "server/features.h"
#include "tapi/overload.h"

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

qsizetype SessionWriter::resultOf(qsizetype request) const
{
    for (qsizetype i = request + 1; i < m_journal.size(); ++i) {
        if (std::holds_alternative<Events::RequestResult>(m_journal.at(i).payload))
            return i;
    }
    return -1;
}

void SessionWriter::writeFunction(qsizetype index, qsizetype end)
{
    const auto &made = std::get<Events::RequestMade>(m_journal.at(index).payload);
    const auto &result = std::get<Events::RequestResult>(m_journal.at(end).payload);
    const Request &request = *made.request;
    const Encoder encoder(m_names);
    m_told = true;
    QJsonObject step = std::visit(
        [&](const auto &r) {
            using R = std::remove_cvref_t<decltype(r)>;
            // A step that says nothing of them names the application after itself.
            return std::is_same_v<R, Requests::InitializeEx> ? encoder.all(r) : encoder.members(r);
        },
        request);
    step.insert(u"app"_s, callerOf(made, index, end));
    step.insert(u"do"_s, QString::fromLatin1(functionName(request)));
    if (std::holds_alternative<Requests::Open>(request))
        step.insert(u"negotiate"_s, false); // what was negotiated is a step of its own
    if (result.error != LineError::None) {
        step.insert(u"error"_s, errorValue(result.error));
    } else {
        if (!result.request.isNull()) {
            const QString name = m_names.freshRequest();
            m_names.setRequest(result.request, name);
            step.insert(u"request"_s, name);
        }
        nameWhatItGave(step, request, made.app, index + 1, end);
    }
    addStep(step);
}

QString SessionWriter::callerOf(const Events::RequestMade &made, qsizetype request, qsizetype result)
{
    if (!std::holds_alternative<Requests::InitializeEx>(*made.request))
        return m_names.app(made.app);
    for (qsizetype i = request + 1; i < result; ++i) {
        if (const auto *born = std::get_if<Events::AppInitialized>(&m_journal.at(i).payload))
            return m_names.nameApp(born->app);
    }
    return m_names.app({});
}

void SessionWriter::nameWhatItGave(QJsonObject &step, const Request &request, HLineApp app, qsizetype first,
                                   qsizetype last)
{
    QList<Events::HandleCreated> given;
    for (qsizetype i = first; i < last; ++i)
        std::visit(Overload{
                       [&](const Events::LineOpened &e) { step.insert(u"as"_s, m_names.nameLine(e.line, e.app)); },
                       [&](const Events::CommandSent &e) { nameCreated(step, e.command, app); },
                       [&](const Events::HandleCreated &e) { given.append(e); },
                       [](const auto &) {},
                   },
                   m_journal.at(i).payload);
    if (functionKind(request) == FunctionKind::Lists)
        nameListed(step, request, app, given);
}

// What the provider is to create has its names before it is there.
void SessionWriter::nameCreated(QJsonObject &step, const Command &command, HLineApp app)
{
    const QList<CallId> created = createdBy(command);
    for (qsizetype i = 0; i < created.size(); ++i) {
        const QString name = m_names.freshCall(app);
        const bool isConference = created.size() > 1 && i == 0;
        m_names.setCall(created.at(i), name);
        m_reserved.insert(created.at(i));
        step.insert(isConference ? u"asConference"_s : u"as"_s, name);
    }
}

// In the order in which the function lists them; some of a conference may have had a handle before.
void SessionWriter::nameListed(QJsonObject &step, const Request &request, HLineApp app,
                               const QList<Events::HandleCreated> &given)
{
    for (const Events::HandleCreated &one : given)
        m_names.setHandle(one.handle, m_names.freshCall(app));
    QJsonArray names;
    if (const auto *related = std::get_if<Requests::GetConfRelatedCalls>(&request)) {
        const Handle *asked = m_world.handle(related->call);
        const Call *call = asked ? m_world.call(asked->call) : nullptr;
        const CallId conference = call ? conferenceOf(m_world, *call) : CallId();
        std::vector<CallId> members = conference.isNull() ? std::vector<CallId>() : membersOf(m_world, conference);
        members.insert(members.begin(), conference);
        for (const CallId member : members) {
            const auto isNew = [&](const Events::HandleCreated &one) { return one.call == member; };
            const auto found = std::find_if(given.begin(), given.end(), isNew);
            HCall handle = found == given.end() ? HCall() : found->handle;
            const Call *known = m_world.call(member);
            if (handle.isNull() && known)
                m_world.forEachHandle(*known, [&](const Handle &held) {
                    if (held.line == asked->line)
                        handle = held.id;
                });
            names.append(m_names.handle(handle));
        }
        if (names.contains(QString()))
            names = {};
    } else {
        for (const Events::HandleCreated &one : given)
            names.append(m_names.handle(one.handle));
        step.insert(u"count"_s, names.size());
    }
    if (!names.isEmpty())
        step.insert(u"as"_s, names);
}

} // namespace Linescope::Scenarios
