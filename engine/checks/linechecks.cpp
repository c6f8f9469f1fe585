// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Lines: when they may speak, what they may say, how they ring.

#include "checks/conformancechecks_p.h"
#include "tapi/names.h"

#include <algorithm>

namespace Linescope {

namespace {

constexpr LineDevStates ofTheEngine = LineDevState::Open | LineDevState::Close | LineDevState::NumCalls
    | LineDevState::Reinit;

} // namespace

Checks::DeviceWatch *ConformanceChecks::Private::deviceOf(DeviceId id)
{
    return id.isNull() || id.value > devices.size() || devices[id.value - 1].id.isNull() ? nullptr
                                                                                         : &devices[id.value - 1];
}

Checks::DeviceWatch *ConformanceChecks::Private::deviceOf(ProviderId provider, DriverLine line)
{
    return deviceOf(lines.value({provider, line}));
}

// ---- LINE_CLOSE ----

void ConformanceChecks::Private::take(const Reports::LineClose &report)
{
    DeviceWatch *const device = deviceOf(hand.provider, report.line);
    if (!device || !device->open)
        return;
    for (quint32 slot = 0; slot < requests.slotCount(); ++slot) {
        RequestWatch &request = requests.at(slot);
        if (request.id.isNull() || request.device != device->id || now.time - request.since < limits.crossing)
            continue;
        raise("V-58", Severity::Violation, shortName(device->id),
              tr("The provider closes the line while request %1 is pending.").arg(shortName(request.id)),
              {hand.seq, request.seq});
    }
    if (device->closingSeq == 0)
        ++closingLines;
    device->closingSeq = hand.seq;
    device->toldClosing = false;
}

void ConformanceChecks::Private::checkClosing(DeviceWatch &device)
{
    if (!std::exchange(device.toldClosing, true))
        raise("V-59", Severity::Violation, shortName(device.id),
              tr("The provider has closed the line and goes on to speak of it."), {hand.seq, device.closingSeq});
}

void ConformanceChecks::Private::checkClosingCall(DriverCall driver)
{
    const Name *name = released.find(
        [&](const Name &one) { return !driver.isNull() && one.driver == driver && one.provider == hand.provider; });
    DeviceWatch *device = name ? deviceOf(name->device) : nullptr;
    if (device && device->closingSeq != 0 && name->seq > device->closingSeq)
        checkClosing(*device);
}

void ConformanceChecks::Private::noteLine(const Command &command)
{
    std::visit(Overload{
                   [this](const Commands::OpenLine &open) {
                       DeviceWatch *const device = deviceOf(now.provider, open.line);
                       if (!device)
                           return;
                       device->open = true;
                       if (std::exchange(device->closingSeq, 0) != 0)
                           --closingLines;
                   },
                   [this](const Commands::CloseLine &close) {
                       DeviceWatch *const device = deviceOf(now.provider, close.line);
                       if (!device)
                           return;
                       device->open = false;
                       device->closedAt = now.time;
                       device->closedSeq = now.seq;
                       device->askedLine = {};
                       device->askedAddress = {};
                       device->detected = {};
                       device->ringCount = -1;
                       closeRequests("V-9", {}, device->id);
                   },
                   [this](const Commands::SetDefaultMediaDetection &detection) {
                       if (DeviceWatch *const device = deviceOf(now.provider, detection.line))
                           device->detected = detection.mediaModes;
                   },
                   [this](const Commands::SetStatusMessages &wanted) {
                       DeviceWatch *const device = deviceOf(now.provider, wanted.line);
                       if (!device)
                           return;
                       device->askedLine = wanted.lineStates;
                       device->askedAddress = wanted.addressStates;
                       device->askedAt = now.time;
                   },
                   [](const auto &) {},
               },
               command);
}

// ---- LINE_LINEDEVSTATE, LINE_ADDRESSSTATE ----

// What is said of a closed line may have been on its way.
bool ConformanceChecks::Private::checkClosed(const DeviceWatch &device, const char *rule, const QString &text)
{
    if (device.open)
        return false;
    if (device.closedSeq != 0 && now.time - device.closedAt >= limits.crossing)
        raise(rule, Severity::Violation, shortName(device.id), text, {hand.seq, device.closedSeq});
    return true;
}

void ConformanceChecks::Private::take(const Reports::LineDevState &report)
{
    DeviceWatch *const device = deviceOf(hand.provider, report.line);
    if (!device)
        return;
    if (device->closingSeq != 0)
        return checkClosing(*device);
    if (checkClosed(*device, "V-60", tr("A change of the line was reported, but the line is closed.")))
        return;
    const LineDevStates more = report.states & ~(device->askedLine | ofTheEngine);
    if (more && now.time - device->askedAt >= limits.crossing)
        raise("V-63", Severity::Warning, shortName(device->id),
              tr("%1 was reported, but nobody has asked for it.").arg(namesOf(more).join(u", ")), {hand.seq, 0});
    if (report.states.testFlag(LineDevState::Ringing))
        ring(*device, report);
}

void ConformanceChecks::Private::ring(DeviceWatch &device, const Reports::LineDevState &report)
{
    const Evidence evidence{hand.seq, device.rangSeq};
    if (report.param2 == 0)
        raise("V-41", Severity::Violation, shortName(device.id), tr("The line rings without a ring mode."), evidence);
    const bool wrong = report.param3 == 0 ? device.ringCount == 0
                                          : qint64(report.param3) <= device.ringCount || device.ringCount < 0;
    if (wrong)
        raise("V-41", Severity::Violation, shortName(device.id),
              tr("The line rings for the time %1; rings are counted from 0 on, each one more.").arg(report.param3),
              evidence);
    device.ringCount = report.param3;
    device.hasRung = true;
    device.rangAt = now.time;
    device.rangSeq = hand.seq;
    if (device.offered == 0)
        addDuty(Duty::Kind::RingForCall, device.id.value, hand.seq, limits.firstState);
}

void ConformanceChecks::Private::take(const Reports::AddressState &report)
{
    DeviceWatch *const device = deviceOf(hand.provider, report.line);
    if (!device)
        return;
    if (device->closingSeq != 0)
        return checkClosing(*device);
    if (checkClosed(*device, "V-14", tr("A change of an address was reported, but the line is closed.")))
        return;
    const AddressStates more = report.states & ~(device->askedAddress | AddressStates(AddressState::NumCalls));
    if (more && now.time - device->askedAt >= limits.crossing)
        raise("V-63", Severity::Warning, shortName(device->id),
              tr("%1 was reported, but nobody has asked for it.").arg(namesOf(more).join(u", ")), {hand.seq, 0});
}

} // namespace Linescope
