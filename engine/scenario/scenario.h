// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A scenario: a session written down, to be played and judged. The format is described in resources/help/scenarios.md.
#pragma once

#include "server/telephonyserver.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace Linescope::Scenarios {

// What is wrong with a scenario file.
struct ScenarioError {
    Q_DECLARE_TR_FUNCTIONS(Linescope::Scenarios)

public:
    QString file;
    QString step; // "12"; "7.3": the third inside a repeat; empty: not in a step
    QString key;
    QString text;

    // "calls.scenario.json: step 12, key "call": ..."
    QString toString() const;
};

struct Step {
    enum class Type { Function, Provider, Expect, Wait, Say, Repeat };

    Type type = Type::Say;
    QString path; // "12", "7.3"
    QJsonObject json;
    quint32 times = 1; // Repeat
    QList<Step> steps; // Repeat
};

// "$i" in all texts, but not in the steps of a repeat inside, which has a number of its own.
QJsonObject withIndex(const QJsonObject &json, quint32 index);

struct ProviderSetup {
    QString type = QStringLiteral("simulator");
    bool scripted = true;
    QList<DeviceInfo> devices; // scripted
    ProviderAbilities abilities;
    QString url; // automatic: "simulator:?lines=2&seed=7"
};

struct Scenario {
    QString file;
    QString title;
    QString about;
    QStringList rules;
    ProviderSetup provider;
    ServerOptions options;
    QList<Step> steps;
};

} // namespace Linescope::Scenarios
