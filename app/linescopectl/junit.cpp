// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "linescopectl/junit.h"

#include "linescopectl/terminal.h"

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
    xml.writeAttribute(u"message"_s, failure.step.isEmpty() ? u"run"_s : u"step "_s + terminalText(failure.step));
    xml.writeCharacters(terminalText(failure.text));
    xml.writeEndElement();
}

void writeSuite(QXmlStreamWriter &xml, const Played &played)
{
    const QString name = terminalText(QFileInfo(played.file).fileName());
    xml.writeStartElement(u"testsuite"_s);
    xml.writeAttribute(u"name"_s, name);
    xml.writeAttribute(u"tests"_s, u"1"_s);
    xml.writeAttribute(u"failures"_s, played.result.passed ? u"0"_s : u"1"_s);
    xml.writeAttribute(u"time"_s, seconds(played.milliseconds));
    xml.writeStartElement(u"testcase"_s);
    xml.writeAttribute(u"classname"_s, name.section(u'.', 0, 0));
    xml.writeAttribute(u"name"_s, played.title.isEmpty() ? name : terminalText(played.title));
    xml.writeAttribute(u"time"_s, seconds(played.milliseconds));
    if (!played.result.failures.isEmpty()) // JUnit's schema knows one for each case
        writeFailure(xml, played.result.failures.constFirst());
    xml.writeEndElement();
    xml.writeEndElement();
}

} // namespace

QByteArray toJUnit(const QList<Played> &all)
{
    const auto failures = std::count_if(all.begin(), all.end(), [](const Played &one) { return !one.result.passed; });
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(u"testsuites"_s);
    xml.writeAttribute(u"tests"_s, QString::number(all.size()));
    xml.writeAttribute(u"failures"_s, QString::number(failures));
    for (const Played &played : all)
        writeSuite(xml, played);
    xml.writeEndElement();
    xml.writeEndDocument();
    return bytes;
}

} // namespace Linescope
