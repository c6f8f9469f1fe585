// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the names of a scenario stand for. The reader fills it with placeholders, so that a name that nothing defines is
// found before anything runs; the runner fills it with what the engine gave.
#pragma once

#include "tapi/ids.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace Linescope::Scenarios {

struct CallName {
    HCall handle;      // none for a call that only the provider knows
    CallId call;       // none until the engine knows it
    DriverCall driver; // what the scripted provider calls it, none if the engine has to be asked
};

class Names {
public:
    enum class Kind { App, Line, Call, Request };

    void setApp(const QString &name, HLineApp app) { m_apps.insert(name, app); }
    void setLine(const QString &name, HLine line);
    void setCall(const QString &name, const CallName &call);
    void setRequest(const QString &name, RequestId request);
    // "C$i": every name from C1 to C<count> is one of that kind. For the reader.
    void setSeries(Kind kind, const QString &pattern, quint32 count);

    std::optional<HLineApp> app(const QString &name) const;
    std::optional<HLine> line(const QString &name) const;
    std::optional<CallName> call(const QString &name) const;
    std::optional<RequestId> request(const QString &name) const;
    QStringList known(Kind kind) const; // for suggestions

    // The engine's and the provider's name of a call, kept when the call has gone.
    void link(CallId call, DriverCall driver);
    void link(HCall handle, CallId call) { m_calls.insert(handle, call); }
    DriverCall driverOf(const CallName &call) const;
    CallId callOf(HCall handle) const { return m_calls.value(handle); }

    // The scenario's word for it, else the short name.
    QString textOf(HCall handle) const { return m_handleTexts.value(handle, shortName(handle)); }
    QString textOf(HLine line) const { return m_lineTexts.value(line, shortName(line)); }
    QString textOf(RequestId request) const { return m_requestTexts.value(request, shortName(request)); }
    QString textOf(CallId call) const { return m_callTexts.value(call, shortName(call)); }

private:
    struct Series {
        Kind kind;
        QString before;
        QString after;
        quint32 count;
    };
    bool isInSeries(Kind kind, const QString &name) const;

    QHash<QString, HLineApp> m_apps;
    QHash<QString, HLine> m_lines;
    QHash<QString, CallName> m_callNames;
    QHash<QString, RequestId> m_requests;
    QList<Series> m_series;
    QHash<CallId, DriverCall> m_drivers;
    QHash<DriverCall, CallId> m_driven;
    QHash<DriverCall, QString> m_driverTexts; // of calls that the engine does not know yet
    QHash<HCall, CallId> m_calls;
    QHash<HCall, QString> m_handleTexts;
    QHash<HLine, QString> m_lineTexts;
    QHash<RequestId, QString> m_requestTexts;
    QHash<CallId, QString> m_callTexts;
};

// The one of `candidates` that is written most like `word`; empty if none is near.
QString nearest(const QString &word, const QStringList &candidates);

} // namespace Linescope::Scenarios
