// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "audit/auditor.h"

#include "server/telephonyserver.h"
#include "tapi/names.h"
#include "world/requestids.h"
#include "world/requestof.h"

#include <QFileInfo>
#include <QSysInfo>

namespace Linescope {

namespace {

const Device *deviceOf(const World &world, const Request &request)
{
    if (const auto *open = std::get_if<Requests::Open>(&request))
        return open->deviceId == LineMapper ? nullptr : world.device(deviceFromNumber(open->deviceId));
    const Handle *handle = world.handle(firstOf<HCall>(request));
    const Line *line = world.line(handle ? handle->line : firstOf<HLine>(request));
    return line ? world.device(line->device) : nullptr;
}

AuditedAct actOf(const World &world, HLineApp id, const Request &request)
{
    AuditedAct act;
    act.request = request;
    const App *app = world.app(id);
    act.app = QStringLiteral("%1 (%2)").arg(app ? app->name : QString(), shortName(id));
    if (const Device *device = deviceOf(world, request)) {
        act.line = device->info.name;
        act.provider = world.provider(device->provider)->name;
    }
    const Handle *handle = world.handle(firstOf<HCall>(request));
    if (const Call *call = handle ? world.call(handle->call) : nullptr) {
        act.call = call->id;
        act.caller = call->info.text(&CallInfo::callerId);
        act.called = call->info.text(&CallInfo::calledId);
    }
    return act;
}

// By the number that the kernel knows; the environment says what it is told to.
QString userName()
{
    const QFileInfo self(QStringLiteral("/proc/self"));
    return self.owner().isEmpty() ? QString::number(self.ownerId()) : self.owner();
}

} // namespace

Auditor::Auditor(TelephonyServer *server, ReplyWaiter *replies, const QString &path, const QString &session,
                 Failed failed)
    : m_server(server)
    , m_replies(replies)
    , m_file(path)
    , m_session(session)
    , m_user(userName())
    , m_host(QSysInfo::machineHostName())
    , m_failed(std::move(failed))
{
}

void Auditor::execute(HLineApp app, const Request &request, const ReplyWaiter::Returned &returned,
                      ReplyWaiter::Replied replied)
{
    if (!isAct(request))
        return m_replies->execute(app, request, returned, std::move(replied));
    const auto act = begin(app, request);
    if (!act) {
        returned({LineError::OperationFailed, {}});
        return m_failed(act.error(), false); // last: it says more
    }
    const auto noteReturned = [&](const Outcome &outcome) {
        if (!outcome.ok() || requestOf(outcome).isNull())
            end(*act, outcome.error);
        returned(outcome);
    };
    m_replies->execute(app, request, noteReturned, [this, act, replied = std::move(replied)](LineError result) {
        end(*act, result);
        replied(result);
    });
}

void Auditor::execute(HLineApp app, const Request &request, const std::function<void()> &act)
{
    const auto number = begin(app, request);
    if (!number)
        return m_failed(number.error(), false);
    act();
    end(*number, LineError::None);
}

AuditRow Auditor::rowNow() const
{
    AuditRow row;
    row.time = m_server->clock()->now();
    row.session = m_session;
    row.user = m_user;
    row.host = m_host;
    return row;
}

tl::expected<quint64, QString> Auditor::begin(HLineApp app, const Request &request)
{
    AuditRow row = rowNow();
    row.what = actOf(m_server->world(), app, request);
    return m_file.append(std::move(row));
}

void Auditor::end(quint64 act, LineError result)
{
    AuditRow row = rowNow();
    row.what = AuditedResult{act, result};
    if (const auto number = m_file.append(std::move(row)); !number)
        m_failed(number.error(), true);
}

} // namespace Linescope
