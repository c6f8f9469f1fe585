// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "world/event.h"

namespace Linescope {

// The journal is full of them, most of them far smaller than the largest: none is to make all others larger.
static_assert(sizeof(Event) <= 80);

const char *toString(ShutdownReason reason)
{
    switch (reason) {
    case ShutdownReason::Shutdown:
        return "shutdown";
    case ShutdownReason::Crashed:
        return "crashed";
    }
    return "";
}

const char *toString(LineCloseReason reason)
{
    switch (reason) {
    case LineCloseReason::App:
        return "app";
    case LineCloseReason::Provider:
        return "provider";
    case LineCloseReason::Removed:
        return "removed";
    case LineCloseReason::Shutdown:
        return "shutdown";
    case LineCloseReason::Crashed:
        return "crashed";
    }
    return "";
}

const char *toString(VoidReason reason)
{
    switch (reason) {
    case VoidReason::Deallocated:
        return "deallocated";
    case VoidReason::LineClosedByApp:
        return "lineClosedByApp";
    case VoidReason::LineClosedByProvider:
        return "lineClosedByProvider";
    case VoidReason::DeviceRemoved:
        return "deviceRemoved";
    case VoidReason::AppShutdown:
        return "appShutdown";
    case VoidReason::AppCrashed:
        return "appCrashed";
    }
    return "";
}

const char *toString(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return "info";
    case Severity::Warning:
        return "warning";
    case Severity::Violation:
        return "violation";
    }
    return "";
}

bool operator==(const Finding &a, const Finding &b)
{
    return QByteArrayView(a.rule) == QByteArrayView(b.rule) && a.severity == b.severity && a.subject == b.subject
        && a.text == b.text && a.evidence == b.evidence;
}

// Here and not in the header: comparing variants is dear to compile.
namespace Events {

bool operator==(const RequestMade &a, const RequestMade &b) { return a.app == b.app && *a.request == *b.request; }
bool operator==(const CommandSent &a, const CommandSent &b)
{
    return a.provider == b.provider && a.command == b.command;
}
bool operator==(const ReportReceived &a, const ReportReceived &b)
{
    return a.provider == b.provider && a.report == b.report;
}

} // namespace Events

bool operator==(const Event &a, const Event &b) { return a.seq == b.seq && a.time == b.time && a.payload == b.payload; }

} // namespace Linescope
