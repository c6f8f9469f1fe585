// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a test report says, as data: ui/support/report makes HTML and PDF of it, toJUnit() what build servers read.
#pragma once

#include "checks/capabilities.h"
#include "report/checklist.h"
#include "report/junit.h"

#include <QByteArray>
#include <QDateTime>
#include <QUrl>

#include <functional>

namespace Linescope {

struct ReportEnvironment {
    QString version; // of Linescope
    QString qt;
    QString system;
    QString provider;
    QString source; // URL without secrets
    QDateTime time;
};

// All findings of one rule.
struct ReportedRule {
    struct Entry {
        QString subject;
        QString text;
        quint64 seq = 0;      // of the finding
        QStringList evidence; // the events that it rests on, as in a journal
    };

    QString rule;
    Severity severity = Severity::Info; // the worst
    QString explanation;                // empty: nobody has explained the rule
    quint64 count = 0;
    QList<Entry> entries; // the first ones
};

struct ReportPicture {
    QString title;
    QByteArray png;
};

struct TestReport {
    QString title;
    ReportEnvironment environment;
    Checklist checklist;
    QList<Played> scenarios;
    QList<ReportedRule> findings;
    CapabilityMatrix capabilities;
    QString notes;
    QList<ReportPicture> pictures;
};

// "V-15": what the rule wants, in plain words.
using ExplainRule = std::function<QString(const QString &rule)>;

// By rule, the worst first; of each the first `most`.
QList<ReportedRule> findingGroups(const EventBatch &journal, const ExplainRule &explain = {}, qsizetype most = 20);

// Without password and without query items that look like secrets.
QString withoutSecrets(const QUrl &url);

// Scenarios as toJUnit(QList<Played>); a suite for the checklist, and one for findings that are violations.
QByteArray toJUnit(const TestReport &report);

} // namespace Linescope
