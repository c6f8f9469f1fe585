// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/junit.h"

#include "journal/plaintext.h"
#include "report/testreport.h"

#include <QFileInfo>
#include <QXmlStreamWriter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

QString seconds(qint64 milliseconds) { return QString::number(double(milliseconds) / 1000, 'f', 3); }

void writeFailure(QXmlStreamWriter &xml, const Scenarios::ScenarioFailure &failure)
{
    xml.writeStartElement(u"failure"_s);
    xml.writeAttribute(u"type"_s, u"scenario"_s);
    xml.writeAttribute(u"message"_s, failure.step.isEmpty() ? u"run"_s : u"step "_s + writtenOut(failure.step));
    xml.writeCharacters(writtenOut(failure.text));
    xml.writeEndElement();
}

void writeSuite(QXmlStreamWriter &xml, const Played &played)
{
    const QString name = writtenOut(QFileInfo(played.file).fileName());
    xml.writeStartElement(u"testsuite"_s);
    xml.writeAttribute(u"name"_s, name);
    xml.writeAttribute(u"tests"_s, u"1"_s);
    xml.writeAttribute(u"failures"_s, played.result.passed ? u"0"_s : u"1"_s);
    xml.writeAttribute(u"time"_s, seconds(played.milliseconds));
    xml.writeStartElement(u"testcase"_s);
    xml.writeAttribute(u"classname"_s, name.section(u'.', 0, 0));
    xml.writeAttribute(u"name"_s, played.title.isEmpty() ? name : writtenOut(played.title));
    xml.writeAttribute(u"time"_s, seconds(played.milliseconds));
    if (!played.result.failures.isEmpty()) // JUnit's schema knows one for each case
        writeFailure(xml, played.result.failures.constFirst());
    xml.writeEndElement();
    xml.writeEndElement();
}

// A suite whose cases are not scenarios.
struct Case {
    QString name;
    QString failure; // empty: passed
    bool skipped = false;
    QString note;
};

void writeSuite(QXmlStreamWriter &xml, const QString &name, const QList<Case> &cases)
{
    xml.writeStartElement(u"testsuite"_s);
    xml.writeAttribute(u"name"_s, name);
    xml.writeAttribute(u"tests"_s, QString::number(cases.size()));
    const auto failures = std::ranges::count_if(cases, [](const Case &one) { return !one.failure.isEmpty(); });
    xml.writeAttribute(u"failures"_s, QString::number(failures));
    xml.writeAttribute(u"skipped"_s, QString::number(std::ranges::count(cases, true, &Case::skipped)));
    for (const Case &one : cases) {
        xml.writeStartElement(u"testcase"_s);
        xml.writeAttribute(u"classname"_s, name);
        xml.writeAttribute(u"name"_s, writtenOut(one.name));
        if (one.skipped)
            xml.writeEmptyElement(u"skipped"_s);
        if (!one.failure.isEmpty()) {
            xml.writeStartElement(u"failure"_s);
            xml.writeAttribute(u"type"_s, name);
            xml.writeAttribute(u"message"_s, writtenOut(one.failure));
            xml.writeEndElement();
        }
        if (!one.note.isEmpty())
            xml.writeTextElement(u"system-out"_s, writtenOut(one.note));
        xml.writeEndElement();
    }
    xml.writeEndElement();
}

QList<Case> casesOf(const Checklist &checklist)
{
    QList<Case> cases;
    for (const ManualStep &step : checklist.steps) {
        const bool failed = step.result == ManualStep::Result::Failed;
        const bool done = failed || step.result == ManualStep::Result::Passed;
        cases.append({step.text, failed ? u"failed"_s : QString(), !done, step.note});
    }
    return cases;
}

QList<Case> casesOf(const QList<ReportedRule> &groups)
{
    QList<Case> cases;
    for (const ReportedRule &group : groups) {
        const QString first = group.entries.isEmpty() ? QString() : group.entries.constFirst().text;
        const QString told = u"%1 x %2"_s.arg(group.count).arg(first);
        const bool violated = group.severity == Severity::Violation;
        cases.append({group.rule, violated ? told : QString(), false, violated ? QString() : told});
    }
    return cases;
}

QByteArray written(const QList<Played> &all, const QList<Case> &steps, const QList<Case> &findings)
{
    const auto bad = [](const Case &one) { return !one.failure.isEmpty(); };
    const auto failures = std::ranges::count(all, false, [](const Played &one) { return one.result.passed; })
        + std::ranges::count_if(steps, bad) + std::ranges::count_if(findings, bad);
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(u"testsuites"_s);
    xml.writeAttribute(u"tests"_s, QString::number(all.size() + steps.size() + findings.size()));
    xml.writeAttribute(u"failures"_s, QString::number(failures));
    for (const Played &played : all)
        writeSuite(xml, played);
    if (!steps.isEmpty())
        writeSuite(xml, u"checklist"_s, steps);
    if (!findings.isEmpty())
        writeSuite(xml, u"findings"_s, findings);
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes;
}

} // namespace

QByteArray toJUnit(const QList<Played> &all) { return written(all, {}, {}); }

QByteArray toJUnit(const TestReport &report)
{
    return written(report.scenarios, casesOf(report.checklist), casesOf(report.findings));
}

} // namespace Linescope
