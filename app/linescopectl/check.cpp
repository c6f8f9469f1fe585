// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "linescopectl/check.h"

#include "checks/findinggroups.h"
#include "checks/journalcheck.h"
#include "checks/leaktext.h"
#include "journal/journalfile.h"
#include "journal/jsonwriter.h"
#include "linescopectl/terminal.h"

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

void say(const QString &line) { writeAll(STDOUT_FILENO, (terminalText(line) + u'\n').toUtf8()); }

void complain(const QString &sentence)
{
    writeAll(STDERR_FILENO, (u"linescopectl: "_s + terminalText(sentence) + u'\n').toUtf8());
}

QString word(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return Options::tr("note");
    case Severity::Warning:
        return Options::tr("warning");
    case Severity::Violation:
        break;
    }
    return Options::tr("violation");
}

// One run of `linescopectl check`.
class Check {
public:
    explicit Check(const Options &options)
        : m_options(options)
    {
        m_groups.setMuted(options.muted);
    }

    ExitStatus run()
    {
        const auto file = JournalFile::open(m_options.journalFile);
        if (!file)
            return failed(file.error());
        JournalReader &reader = (*file)->reader();
        begin((*file)->header());
        for (;;) {
            const auto event = reader.next();
            if (std::optional<World> snapshot = reader.takeSnapshot())
                m_world = std::move(*snapshot);
            if (!event)
                return failed(event.error());
            if (!*event)
                break;
            take(**event);
        }
        end(reader);
        return m_options.failOn && m_groups.reached(*m_options.failOn) ? ExitStatus::Failed : ExitStatus::Fine;
    }

private:
    static ExitStatus failed(const QString &error)
    {
        complain(error);
        return ExitStatus::Usage;
    }

    void take(const Event &event)
    {
        ++m_events;
        for (const Finding &finding : m_check.see(event)) {
            m_groups.add(finding);
            if (m_options.json)
                writeJson(finding);
        }
        if (!m_options.leaks)
            return;
        m_world.apply(event);
        m_leaks.see(event);
    }

    void begin(const JournalHeader &header)
    {
        if (!m_options.json)
            return;
        JsonWriter json;
        json.add("linescope", "check/1");
        json.addOutside("source", header.source);
        json.add("started", toIsoString(header.started));
        print(json);
    }

    void end(const JournalReader &reader)
    {
        for (const FindingGroup &group : m_groups.groups())
            m_options.json ? writeJson(group) : write(group);
        if (m_options.leaks) {
            const LeakReport report = m_leaks.report(m_world, m_world.time());
            m_options.json ? writeJson(report) : printLeaks(STDOUT_FILENO, report);
        }
        const quint64 violations = m_groups.count(Severity::Violation);
        const quint64 warnings = m_groups.count(Severity::Warning);
        if (m_options.json) {
            JsonWriter json;
            json.add("event", "summary");
            json.add("events", qint64(m_events));
            json.add("violations", qint64(violations));
            json.add("warnings", qint64(warnings));
            json.add("truncated", reader.isTruncated());
            print(json);
            return;
        }
        if (reader.isTruncated())
            say(Options::tr("The journal was cut off: its last line was only begun."));
        say(Options::tr("%n violation(s)", nullptr, int(violations)) + u", "_s
            + Options::tr("%n warning(s)", nullptr, int(warnings)) + u", "_s
            + Options::tr("%n event(s) looked at.", nullptr, int(m_events)));
    }

    // ---- for people ----

    static void write(const FindingGroup &group)
    {
        say(u"%1  %2  %3  %4"_s
                .arg(QLatin1StringView(group.rule), word(group.gravest),
                     Options::tr("%n time(s)", nullptr, int(group.count)),
                     group.known ? group.known->title() : QString())
                .trimmed());
        if (group.isMuted()) {
            say(u"      "_s + Options::tr("muted: %1").arg(group.muted));
            return;
        }
        if (group.known)
            say(u"      %1 [%2]"_s.arg(group.known->explanation(), QLatin1StringView(group.known->source)));
        for (const Finding &finding : group.first)
            say(u"      %1 %2: %3"_s.arg(finding.subject, place(finding.evidence), finding.text));
        const int more = int(group.count - quint64(group.first.size()));
        if (more > 0)
            say(u"      "_s + Options::tr("and %n more", nullptr, more));
    }

    static QString place(Evidence evidence)
    {
        if (evidence.before == 0)
            return u"#%1"_s.arg(evidence.event);
        return Options::tr("#%1 after #%2").arg(evidence.event).arg(evidence.before);
    }

    // ---- JSON ----

    static void print(JsonWriter &json) { writeAll(STDOUT_FILENO, json.take() + '\n'); }

    static void writeJson(const Finding &finding)
    {
        JsonWriter json;
        json.add("event", "finding");
        json.add("rule", finding.rule);
        json.add("severity", toString(finding.severity));
        json.addOutside("subject", finding.subject);
        json.addOutside("text", finding.text);
        json.add("evidence", {qint64(finding.evidence.event), qint64(finding.evidence.before)});
        print(json);
    }

    static void writeJson(const FindingGroup &group)
    {
        JsonWriter json;
        json.add("event", "rule");
        json.add("rule", group.rule);
        json.add("severity", toString(group.gravest));
        json.add("count", qint64(group.count));
        json.add("violations", qint64(group.violations));
        json.addOutside("muted", group.muted);
        if (group.known) {
            json.add("title", group.known->title());
            json.add("explanation", group.known->explanation());
            json.add("source", group.known->source);
            json.add("checkedBy", toString(group.known->checkedBy));
        }
        print(json);
    }

    static void writeJson(const LeakReport &report)
    {
        for (const AppLeaks &leaks : report.apps) {
            for (const HeldHandles &held : leaks.held) {
                JsonWriter json;
                json.add("event", "leak");
                json.add("app", leaks.app);
                json.addOutside("name", leaks.name);
                json.add("obtained", toString(held.obtained));
                json.add("handles", held.count);
                json.add("since", toIsoString(held.oldestSince));
                json.add("calls", names(held.calls));
                print(json);
            }
            JsonWriter json;
            json.add("event", "leaks");
            json.add("app", leaks.app);
            json.addOutside("name", leaks.name);
            json.add("retained", leaks.retained);
            json.add("engineBytes", qint64(leaks.engineBytes));
            json.add("providerBytes", qint64(leaks.providerBytes));
            json.add("growth", leaks.growth);
            print(json);
        }
        const auto call = [](const char *kind, CallId id, Microseconds since) {
            JsonWriter json;
            json.add("event", kind);
            json.add("call", id);
            if (since != 0)
                json.add("since", toIsoString(since));
            print(json);
        };
        for (CallId id : report.ownerless)
            call("ownerless", id, 0);
        for (const EndlessCall &one : report.endless)
            call("endless", one.call, one.since);
        for (const UnansweredRequest &one : report.unanswered) {
            JsonWriter json;
            json.add("event", "unanswered");
            json.add("request", one.request);
            json.add("command", one.command);
            json.add("call", one.call);
            json.add("since", toIsoString(one.since));
            print(json);
        }
    }

    static QStringList names(const QList<CallId> &calls)
    {
        QStringList result;
        for (CallId call : calls)
            result.append(shortName(call));
        return result;
    }

    const Options &m_options;
    JournalCheck m_check;
    FindingGroups m_groups;
    World m_world; // for leaks only
    LeakTracker m_leaks;
    quint64 m_events = 0;
};

} // namespace

ExitStatus checkJournal(const Options &options) { return Check(options).run(); }

void printLeaks(int file, const LeakReport &report)
{
    for (const QString &line : toLines(report))
        writeAll(file, (terminalText(line) + u'\n').toUtf8());
}

} // namespace Linescope
