// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "linescopectl/run.h"

#include "journal/eventjson.h"
#include "journal/jsonwriter.h"
#include "linescopectl/terminal.h"
#include "linescopectl/traceplay.h"
#include "report/junit.h"
#include "scenario/scenarioreader.h"

#include <QElapsedTimer>
#include <QSaveFile>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

using namespace Scenarios;

void say(int file, const QString &line) { writeAll(file, (terminalText(line) + u'\n').toUtf8()); }

void complain(const QString &sentence) { say(STDERR_FILENO, u"linescopectl: "_s + sentence); }

QString failureText(const ScenarioFailure &failure)
{
    return failure.step.isEmpty() ? failure.text : Options::tr("step %1: %2").arg(failure.step, failure.text);
}

// One run of `linescopectl run`.
class Session {
public:
    Session(const Options &options, const std::optional<Source> &source, const std::optional<Source> &against)
        : m_options(options)
        , m_source(source)
        , m_against(against)
    {
    }

    ExitStatus run()
    {
        QList<Scenario> scenarios;
        for (const QString &file : m_options.scenarios) {
            auto scenario = readScenarioFile(file);
            if (scenario)
                scenarios.append(*scenario);
            else
                for (const ScenarioError &error : scenario.error())
                    complain(error.toString());
        }
        if (scenarios.size() != m_options.scenarios.size() || !openJournal())
            return ExitStatus::Usage;
        for (const Scenario &scenario : scenarios)
            play(scenario);
        if (!save())
            return ExitStatus::Usage;
        return status();
    }

private:
    bool openJournal()
    {
        if (m_options.journalFile.isEmpty())
            return true;
        m_journal.setFileName(m_options.journalFile);
        if (m_journal.open(QIODevice::WriteOnly))
            return true;
        complain(Options::tr("%1 cannot be written: %2").arg(m_options.journalFile, m_journal.errorString()));
        return false;
    }

    RunOptions runOptions(const std::optional<Source> &source, TraceMaker *trace)
    {
        RunOptions run;
        run.makeProvider = [](const QString &url, Clock *clock) -> tl::expected<ProviderHost::Factory, QString> {
            const auto source = makeSource(url, {}, clock);
            if (!source)
                return tl::unexpected(source.error());
            return source->factory;
        };
        if (source)
            run.source = source->factory;
        run.events = [this, trace](const EventBatch &batch) {
            show(batch);
            trace->add(batch);
        };
        run.caption = [this](const Caption &caption) { show(caption); };
        return run;
    }

    void play(const Scenario &scenario)
    {
        m_file = scenario.file;
        m_begun = false;
        TraceMaker trace;
        playWith(scenario, m_source, &trace);
        const Trace seen = trace.take();
        if (!m_options.golden.isEmpty())
            compareWithGolden(scenario, seen);
        if (!m_against)
            return;
        m_begun = false;
        TraceMaker other;
        playWith(scenario, m_against, &other);
        conclude(compare(seen, other.take()), m_source ? m_source->displayName : Options::tr("the scenario's provider"),
                 m_against->displayName);
    }

    void playWith(const Scenario &scenario, const std::optional<Source> &source, TraceMaker *trace)
    {
        QElapsedTimer time;
        time.start();
        Played played{scenario.file, scenario.title, Scenarios::run(scenario, runOptions(source, trace)), 0};
        played.milliseconds = time.elapsed();
        conclude(played);
        played.result.world = {}; // it may be large
        m_played.append(played);
    }

    // ---- traces ----

    void compareWithGolden(const Scenario &scenario, const Trace &trace)
    {
        const QString path = goldenFile(m_options.golden, scenario.file);
        if (m_options.updateGolden) {
            if (const auto wrong = keepTrace(path, trace))
                wrongFile(*wrong);
            return;
        }
        const auto kept = readTraceFile(path);
        if (!kept)
            wrongFile(u"%1: %2"_s.arg(path, kept.error()));
        else
            conclude(compare(*kept, trace), path, Options::tr("this run"));
    }

    void wrongFile(const QString &sentence)
    {
        complain(sentence);
        m_fileIsWrong = true;
    }

    void conclude(const TraceComparison &comparison, const QString &left, const QString &right)
    {
        m_isDifferent = m_isDifferent || !comparison.same();
        if (m_options.json) {
            writeJson(comparisonJson(comparison, m_file, left, right), false);
            return;
        }
        const int columns = isTerminal(STDOUT_FILENO) ? terminalSize(STDOUT_FILENO).width() : 160;
        for (const QString &line : comparisonLines(comparison, left, right, columns - 6))
            say(STDOUT_FILENO, u"      "_s + line);
    }

    // ---- JSON ----

    void writeJson(const QByteArray &line, bool isEvent = true)
    {
        if (m_options.json)
            writeAll(STDOUT_FILENO, line + '\n');
        if (isEvent && m_journal.isOpen())
            m_journal.write(line + '\n');
    }

    bool wantsJson() const { return m_options.json || m_journal.isOpen(); }

    void show(const EventBatch &batch)
    {
        if (!wantsJson())
            return;
        for (const Event &event : batch) {
            begin(event.time);
            writeJson(toJsonLine(event, m_options.masking));
        }
    }

    // The header bears the time of the first event.
    void begin(Microseconds started)
    {
        if (!std::exchange(m_begun, true))
            writeJson(journalHeader(m_source ? m_source->url.toString() : u"scenario:"_s + m_file, started));
    }

    // ---- people ----

    void show(const Caption &caption)
    {
        if (!m_options.json) {
            say(STDOUT_FILENO, u"      "_s + caption.text);
            return;
        }
        JsonWriter json(m_options.masking);
        json.add("event", "caption");
        json.add("step", caption.step);
        json.addOutside("text", caption.text);
        writeJson(json.take(), false);
    }

    void conclude(const Played &played)
    {
        if (wantsJson())
            writeJson(journalSummary(played.result.world, 0));
        if (m_options.json) {
            writeJson(verdict(played), false);
            return;
        }
        const QString word = played.result.passed ? u"PASS"_s : u"FAIL"_s;
        say(STDOUT_FILENO,
            played.title.isEmpty() ? u"%1  %2"_s.arg(word, played.file)
                                   : u"%1  %2: %3"_s.arg(word, played.file, played.title));
        for (const ScenarioFailure &failure : played.result.failures)
            say(STDOUT_FILENO, u"      "_s + failureText(failure));
    }

    QByteArray verdict(const Played &played) const
    {
        JsonWriter json(m_options.masking);
        json.add("event", "scenario");
        json.addOutside("file", played.file);
        json.addOutside("title", played.title);
        json.add("passed", played.result.passed);
        json.add("steps", qint64(played.result.steps));
        if (!played.result.failures.isEmpty()) {
            json.add("step", played.result.failures.constFirst().step);
            json.addOutside("failure", played.result.failures.constFirst().text);
        }
        return json.take();
    }

    // ---- the end ----

    bool save()
    {
        if (m_journal.isOpen() && !m_journal.commit()) {
            complain(Options::tr("%1 cannot be written: %2").arg(m_options.journalFile, m_journal.errorString()));
            return false;
        }
        if (m_options.junitFile.isEmpty())
            return true;
        QSaveFile file(m_options.junitFile);
        if (file.open(QIODevice::WriteOnly) && file.write(toJUnit(m_played)) >= 0 && file.commit())
            return true;
        complain(Options::tr("%1 cannot be written: %2").arg(m_options.junitFile, file.errorString()));
        return false;
    }

    ExitStatus status() const
    {
        if (m_fileIsWrong)
            return ExitStatus::Usage;
        ExitStatus status = m_isDifferent ? ExitStatus::Failed : ExitStatus::Fine;
        for (const Played &played : m_played) {
            if (!played.result.reached)
                return ExitStatus::Unreachable;
            if (!played.result.passed)
                status = ExitStatus::Failed;
        }
        return status;
    }

    const Options &m_options;
    const std::optional<Source> &m_source;
    const std::optional<Source> &m_against;
    QSaveFile m_journal;
    QList<Played> m_played;
    QString m_file; // being played
    bool m_begun = false;
    bool m_isDifferent = false; // a trace from what it is compared with
    bool m_fileIsWrong = false;
};

} // namespace

ExitStatus runScenarios(const Options &options, const std::optional<Source> &source,
                        const std::optional<Source> &against)
{
    return Session(options, source, against).run();
}

} // namespace Linescope
