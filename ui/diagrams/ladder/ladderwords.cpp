// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagrams/ladder/ladderwords.h"

#include "models/messagetext.h"
#include "tapi/names.h"

#include <QCoreApplication>
#include <QLocale>

namespace Linescope {

namespace {

struct LadderWords {
    Q_DECLARE_TR_FUNCTIONS(Linescope::LadderWords)
};

QString voidText(VoidReason reason)
{
    switch (reason) {
    case VoidReason::Deallocated:
        return LadderWords::tr("deallocated");
    case VoidReason::LineClosedByApp:
        return LadderWords::tr("line closed by the application");
    case VoidReason::LineClosedByProvider:
        return LadderWords::tr("line closed by the provider");
    case VoidReason::DeviceRemoved:
        return LadderWords::tr("device removed");
    case VoidReason::AppShutdown:
        return LadderWords::tr("application shut down");
    case VoidReason::AppCrashed:
        return LadderWords::tr("application crashed");
    }
    return {};
}

QString stateChange(const Events::CallState &event)
{
    const QString mode = event.state == CallState::Conferenced ? shortName(CallId{event.mode})
                                                               : modeName(event.state, event.mode);
    const QString text = shortName(event.call) + u' ' + nameOf(event.state);
    return mode.isEmpty() ? text : text + u' ' + mode;
}

QString logText(const EventPayload &payload)
{
    const QString details = detailsText(payload);
    return details.isEmpty() ? whatText(payload) : whatText(payload) + u' ' + details;
}

} // namespace

LadderEnds ladderEnds(const LadderStep &step)
{
    const quint32 app = step.app.isNull() ? engineLane : step.app.handle();
    const quint32 provider = step.provider.isNull() ? engineLane : step.provider.handle();
    switch (step.kind) {
    case LadderKind::Request:
        return {app, engineLane};
    case LadderKind::Result:
    case LadderKind::Message:
    case LadderKind::Reply:
        return {engineLane, app};
    case LadderKind::Command:
        return {engineLane, provider};
    case LadderKind::Report:
        return {provider, engineLane};
    case LadderKind::Handle:
    case LadderKind::Line:
        return {app, app};
    case LadderKind::State:
    case LadderKind::Finding:
        break;
    }
    return {};
}

QString ladderText(const LadderStep &step)
{
    return std::visit(
        Overload{
            [](const Events::CallState &e) { return stateChange(e); },
            [](const Events::CallCreated &e) { return LadderWords::tr("%1 begins").arg(shortName(e.call)); },
            [](const Events::CallReleased &e) { return LadderWords::tr("%1 is released").arg(shortName(e.call)); },
            [](const Events::HandleCreated &e) {
                return LadderWords::tr("%1 begins, %2", "a call handle and its privilege")
                    .arg(shortName(e.handle), nameOf(e.privilege));
            },
            [](const Events::HandlePrivilege &e) {
                return LadderWords::tr("%1 becomes %2", "a call handle and its privilege")
                    .arg(shortName(e.handle), nameOf(e.privilege));
            },
            [](const Events::HandleVoided &e) {
                return LadderWords::tr("%1 is void: %2").arg(shortName(e.handle), voidText(e.reason));
            },
            [](const Events::LineOpened &e) {
                return LadderWords::tr("%1 opens on %2", "a line and its device")
                    .arg(shortName(e.line), shortName(e.device));
            },
            [](const Events::LineClosed &e) {
                const QString text = LadderWords::tr("%1 closes", "a line").arg(shortName(e.line));
                return e.text.isEmpty() ? text : text + u": "_s + e.text;
            },
            [](const Events::FindingRaised &e) {
                return u"%1 %2: %3"_s.arg(QLatin1StringView(e.finding->rule), e.finding->subject, e.finding->text);
            },
            [](const Events::RequestResult &e) { return whatText(e) + u" → "_s + detailsText(e); },
            [&](const auto &) { return logText(step.payload); },
        },
        step.payload);
}

QString ladderKindName(LadderKind kind)
{
    switch (kind) {
    case LadderKind::Request:
        return LadderWords::tr("Requests");
    case LadderKind::Result:
        return LadderWords::tr("Results");
    case LadderKind::Message:
        return LadderWords::tr("Messages");
    case LadderKind::Reply:
        return LadderWords::tr("Replies");
    case LadderKind::Command:
        return LadderWords::tr("Commands");
    case LadderKind::Report:
        return LadderWords::tr("Reports");
    case LadderKind::State:
        return LadderWords::tr("States");
    case LadderKind::Handle:
        return LadderWords::tr("Handles");
    case LadderKind::Line:
        return LadderWords::tr("Lines");
    case LadderKind::Finding:
        return LadderWords::tr("Findings");
    }
    return {};
}

QString durationText(Microseconds duration)
{
    const QLocale locale;
    const auto seconds = duration / 1'000'000;
    if (seconds < 60)
        return LadderWords::tr("%1 s", "seconds").arg(locale.toString(double(duration) / 1e6, 'f', 1));
    const auto twoDigits = [](qint64 number) { return QString::number(number).rightJustified(2, u'0'); };
    if (seconds < 3'600)
        return LadderWords::tr("%1 min %2 s").arg(seconds / 60).arg(twoDigits(seconds % 60));
    return LadderWords::tr("%1 h %2 min").arg(seconds / 3'600).arg(twoDigits(seconds / 60 % 60));
}

QString relativeTimeText(Microseconds sinceBeginning)
{
    return u'+' + QLocale().toString(double(sinceBeginning) / 1e6, 'f', 3);
}

} // namespace Linescope
