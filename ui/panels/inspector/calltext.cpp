// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/inspector/calltext.h"

#include "journal/eventjson.h"
#include "support/export/tableexport.h"
#include "support/format.h"
#include "support/text.h"
#include "tapi/names.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Linescope {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Linescope::CallText)
};

constexpr qsizetype longestValue = 4000;

QString section(const QString &title, const QStringList &lines)
{
    if (lines.isEmpty())
        return {};
    QString text = u'\n' + title + u'\n';
    for (const QString &line : lines)
        text += u"  "_s + visibleText(line, longestValue) + u'\n';
    return text;
}

QString factText(const Fact &fact)
{
    const QString raw = fact.raw.isEmpty() ? QString() : u" ("_s + fact.raw + u')';
    return fact.name + u": "_s + fact.value + raw;
}

QStringList factTexts(const QList<Fact> &facts)
{
    QStringList lines;
    for (const Fact &fact : facts)
        lines += factText(fact);
    return lines;
}

QStringList stepTexts(const CallFacts &facts)
{
    QStringList lines;
    if (!facts.seenFromStart)
        lines += Words::tr("What was before is not known: the window did not watch yet.");
    for (const StepFact &step : facts.steps)
        lines += stepText(step);
    if (facts.stepsDropped > 0)
        lines += Words::tr("%n step(s) after the first are left out.", nullptr, int(facts.stepsDropped));
    return lines;
}

QStringList holderTexts(const CallFacts &facts)
{
    QStringList lines;
    for (const HolderFact &holder : facts.holders)
        lines += holderText(holder);
    if (facts.holdersDropped > 0)
        lines += Words::tr("%n earlier holder(s) are left out.", nullptr, int(facts.holdersDropped));
    return lines;
}

QStringList eventTexts(const CallDossier &dossier)
{
    QStringList lines;
    if (dossier.earlierEvents > 0)
        lines += Words::tr("%n earlier event(s) are left out.", nullptr, int(dossier.earlierEvents));
    for (const Event &event : dossier.events)
        lines += eventText(event);
    return lines;
}

QJsonValue timeJson(Microseconds time) { return time == 0 ? QJsonValue() : QJsonValue(toIsoString(time)); }

double secondsOf(Microseconds duration) { return double(duration) / 1'000'000; }

const char *lifeName(const CallFacts &facts)
{
    if (facts.released != 0)
        return "released";
    switch (facts.life) {
    case Life::Live:
        return "live";
    case Life::Retained:
        return "retained";
    case Life::Void:
        return "void";
    }
    return "";
}

QJsonArray stepsJson(const CallFacts &facts)
{
    QJsonArray steps;
    for (const StepFact &step : facts.steps) {
        QJsonObject json{{u"state"_s, nameOf(step.state)},
                         {u"since"_s, timeJson(step.since)},
                         {u"seconds"_s, secondsOf(step.duration)}};
        if (const QString mode = modeName(step.state, step.mode); !mode.isEmpty())
            json.insert(u"mode"_s, mode);
        steps += json;
    }
    return steps;
}

QJsonArray holdersJson(const CallFacts &facts)
{
    QJsonArray holders;
    for (const HolderFact &holder : facts.holders) {
        QJsonObject json{{u"handle"_s, shortName(holder.handle)},
                         {u"app"_s, holder.appName},
                         {u"privilege"_s, nameOf(holder.privilege)},
                         {u"since"_s, timeJson(holder.since)},
                         {u"until"_s, timeJson(holder.until)}};
        if (holder.until != 0)
            json.insert(u"reason"_s, QString::fromLatin1(toString(holder.reason)));
        holders += json;
    }
    return holders;
}

QJsonObject memoryJson(const MemoryFact &memory)
{
    return {{u"handleBytes"_s, qint64(memory.handle)},
            {u"recordBytes"_s, qint64(memory.record)},
            {u"providerBytes"_s, memory.provider == 0 ? QJsonValue() : QJsonValue(qint64(memory.provider))}};
}

QJsonObject infoJson(const CallInfo &info)
{
    QJsonObject json;
    for (const CallInfoField &field : callInfoFields()) {
        const QString name = QString::fromLatin1(field.name);
        if (const auto *number = std::get_if<quint32 CallInfo::*>(&field.member))
            json.insert(name, qint64(info.**number));
        else if (const auto *text = std::get_if<QString CallInfo::*>(&field.member))
            json.insert(name, info.**text);
        else
            json.insert(name, QString::fromLatin1((info.*std::get<QByteArray CallInfo::*>(field.member)).toHex()));
    }
    return json;
}

QJsonObject statusJson(const QList<Fact> &status)
{
    QJsonObject json;
    for (const Fact &fact : status)
        json.insert(fact.name, QJsonObject{{u"value"_s, fact.value}, {u"raw"_s, fact.raw}});
    return json;
}

QJsonArray eventsJson(const std::deque<Event> &events)
{
    QJsonArray json;
    for (const Event &event : events)
        json += toJson(event);
    return json;
}

} // namespace

QString stepText(const StepFact &step)
{
    return Words::tr("%1  %2, %3").arg(timeText(step.since), step.text, toDurationString(step.duration));
}

QString holderText(const HolderFact &holder)
{
    const QString who =
        Words::tr("%1, %2 %3").arg(holder.appName, shortName(holder.handle), privilegeText(holder.privilege));
    return holder.until == 0 ? Words::tr("%1: since %2").arg(who, timeText(holder.since))
                             : Words::tr("%1: since %2, until %3 (%4)")
                                   .arg(who, timeText(holder.since), timeText(holder.until), reasonText(holder.reason));
}

QString eventText(const Event &event)
{
    return visibleText(timeText(event.time) + u"  "_s + QString::fromUtf8(toJsonLine(event)), longestValue);
}

QString toText(const CallDossier &dossier)
{
    const CallFacts &facts = dossier.facts;
    if (facts.title.isEmpty())
        return {};
    QString text = visibleText(facts.title) + u'\n' + u"%1 %2"_s.arg(nameOf(facts.state), facts.badge).trimmed()
        + u'\n';
    for (const QString &sentence : facts.explanation)
        text += visibleText(sentence, longestValue) + u'\n';
    for (const FactSection &part : facts.sections)
        text += section(part.title, factTexts(part.facts));
    text += section(Words::tr("State history"), stepTexts(facts));
    text += section(Words::tr("Holders"), holderTexts(facts));
    text += section(Words::tr("LINECALLSTATUS"), factTexts(dossier.status));
    if (dossier.hasInfo)
        text += section(Words::tr("LINECALLINFO"), factTexts(callInfoMembers(dossier.info)));
    text += section(Words::tr("Events"), eventTexts(dossier));
    return text;
}

QByteArray toJson(const CallDossier &dossier)
{
    const CallFacts &facts = dossier.facts;
    if (facts.title.isEmpty())
        return {};
    QJsonObject json{{u"linescope"_s, u"call/1"_s},
                     {u"time"_s, timeJson(facts.now)},
                     {u"call"_s, shortName(facts.call)},
                     {u"state"_s, nameOf(facts.state)},
                     {u"life"_s, QString::fromLatin1(lifeName(facts))},
                     {u"explanation"_s, QJsonArray::fromStringList(facts.explanation)},
                     {u"created"_s, timeJson(facts.created)},
                     {u"released"_s, timeJson(facts.released)},
                     {u"seenFromStart"_s, facts.seenFromStart},
                     {u"states"_s, stepsJson(facts)},
                     {u"statesLeftOut"_s, qint64(facts.stepsDropped)},
                     {u"holders"_s, holdersJson(facts)},
                     {u"holdersLeftOut"_s, qint64(facts.holdersDropped)},
                     {u"events"_s, eventsJson(dossier.events)},
                     {u"eventsLeftOut"_s, qint64(dossier.earlierEvents)}};
    if (const QString mode = modeName(facts.state, facts.mode); !mode.isEmpty())
        json.insert(u"mode"_s, mode);
    if (!facts.handle.isNull()) {
        json.insert(u"handle"_s, shortName(facts.handle));
        json.insert(u"hcall"_s, hexName(facts.handle));
    }
    if (dossier.hasInfo) {
        json.insert(u"memory"_s, memoryJson(facts.memory));
        json.insert(u"callInfo"_s, infoJson(dossier.info));
    }
    if (!dossier.status.isEmpty())
        json.insert(u"callStatus"_s, statusJson(dossier.status));
    return escapedJson(QJsonDocument(json).toJson(QJsonDocument::Indented));
}

} // namespace Linescope
