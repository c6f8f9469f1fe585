// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The names that a written scenario gives to what a session had: applications A, B ..., lines LA, LA2, calls CA, N1,
// requests r1. A name is given once and stands for the same thing to the end.
#pragma once

#include "provider/contract.h"
#include "tapi/ids.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <utility>

namespace Linescope::Scenarios {

class SessionNames {
public:
    QString nameApp(HLineApp app);
    QString nameLine(HLine line, HLineApp app);
    // A name for a call that this application gets a handle of; nothing has it yet.
    QString freshCall(HLineApp app);
    QString freshRequest() { return unused(QStringLiteral("r"), true); }
    QString freshDriverCall() { return unused(QStringLiteral("N"), true); }

    void setHandle(HCall handle, const QString &name) { m_handles.insert(handle, name); }
    void setCall(CallId call, const QString &name) { m_calls.insert(call, name); }
    void setRequest(RequestId request, const QString &name) { m_requests.insert(request, name); }
    void setDriver(ProviderId provider, DriverCall driver, const QString &name)
    {
        m_drivers.insert({provider, driver}, name);
    }
    // Lines are counted through all providers, from 1.
    void setNumber(ProviderId provider, DriverLine line, quint32 number) { m_numbers.insert({provider, line}, number); }

    // Empty for what has no name; an application that there never was has one all the same.
    QString app(HLineApp app) const { return m_apps.value(app, QStringLiteral("nobody")); }
    QString line(HLine line) const { return m_lines.value(line); }
    QString handle(HCall handle) const { return m_handles.value(handle); }
    QString call(CallId call) const { return m_calls.value(call); }
    QString request(RequestId request) const { return m_requests.value(request); }
    QString driver(ProviderId provider, DriverCall driver) const { return m_drivers.value({provider, driver}); }
    quint32 number(ProviderId provider, DriverLine line) const { return m_numbers.value({provider, line}); }
    bool knowsApp(HLineApp app) const { return m_apps.contains(app); }

private:
    // `base` itself (unless it is always counted), or base2, base3 ...
    QString unused(const QString &base, bool counted);

    QHash<QString, int> m_counts;
    QSet<QString> m_used{QStringLiteral("nobody")};
    QHash<HLineApp, QString> m_apps;
    QHash<HLine, QString> m_lines;
    QHash<HCall, QString> m_handles;
    QHash<CallId, QString> m_calls;
    QHash<RequestId, QString> m_requests;
    QHash<std::pair<ProviderId, DriverCall>, QString> m_drivers;
    QHash<std::pair<ProviderId, DriverLine>, quint32> m_numbers;
};

} // namespace Linescope::Scenarios
