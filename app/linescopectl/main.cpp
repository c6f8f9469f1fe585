// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/secret.h"
#include "linescopectl/audit.h"
#include "linescopectl/check.h"
#include "linescopectl/jsonoutput.h"
#include "linescopectl/lineoutput.h"
#include "linescopectl/options.h"
#include "linescopectl/replay.h"
#include "linescopectl/run.h"
#include "linescopectl/signalwatcher.h"
#include "linescopectl/tableoutput.h"
#include "linescopectl/terminal.h"
#include "linescopectl/watch.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <QTimer>

#include <unistd.h>

using namespace Linescope;
using namespace Qt::StringLiterals;

namespace {

int fail(ExitStatus status, const QString &sentence)
{
    writeAll(STDERR_FILENO, (u"linescopectl: "_s + terminalText(sentence) + u'\n').toUtf8());
    return int(status);
}

// Logs hold outside text too. What a source has to say is shown as its health, so they are off unless QT_LOGGING_RULES
// asks for them.
void log(QtMsgType, const QMessageLogContext &context, const QString &text)
{
    const QString category = QString::fromUtf8(context.category);
    writeAll(STDERR_FILENO, (category + u": "_s + terminalText(text) + u'\n').toUtf8());
}

std::unique_ptr<Output> makeOutput(const Options &options)
{
    if (options.json)
        return std::make_unique<JsonOutput>(STDOUT_FILENO, options.masking);
    if (isTerminal(STDOUT_FILENO))
        return std::make_unique<TableOutput>(STDOUT_FILENO, options);
    return std::make_unique<LineOutput>(STDOUT_FILENO, options.masking);
}

// Runs one command as soon as the password is known.
class Program : public QObject {
public:
    explicit Program(const Options &options)
        : m_options(options)
    {
        if (options.command != Options::Command::Watch) // an interrupt ends the others at once
            return;
        m_signals.emplace();
        connect(&*m_signals, &SignalWatcher::interrupted, this, &Program::interrupt);
    }

    void start()
    {
        // What is wrong with an address is said before anybody is asked for a password.
        for (const QString &url : {m_options.source, m_options.against}) {
            const auto source = url.isEmpty() ? tl::expected<Source, QString>(Source()) : makeSource(url);
            if (!source)
                return end(ExitStatus::Usage, source.error());
        }
        const bool againstNeedsIt = !m_options.against.isEmpty() && needsSecret(m_options.against);
        if (againstNeedsIt && !m_options.source.isEmpty() && needsSecret(m_options.source))
            return end(ExitStatus::Usage, Options::tr("Only one of the two sources may need a password."));
        const QString secretive = againstNeedsIt ? m_options.against : m_options.source;
        if (secretive.isEmpty() || !needsSecret(secretive))
            return begin({});
        const auto source = makeSource(secretive);
        if (const auto secret = takeEnvironmentSecret())
            return begin(*secret);
        readKeyring(secretKey(source->url), this, [this, name = source->displayName](std::optional<QByteArray> secret) {
            if (!secret)
                secret = askOnTerminal(Options::tr("Password for %1: ").arg(terminalText(name)));
            if (secret)
                return begin(*secret);
            end(ExitStatus::Usage,
                Options::tr("There is no password for %1: set LINESCOPE_SECRET or start linescopectl in a terminal.")
                    .arg(name));
        });
    }

private:
    void begin(QByteArray secret)
    {
        std::optional<Source> sources[2];
        const QString urls[] = {m_options.source, m_options.against};
        for (int i = 0; i < 2; ++i) {
            if (urls[i].isEmpty())
                continue;
            const auto source = makeSource(urls[i], needsSecret(urls[i]) ? secret : QByteArray());
            if (!source)
                return end(ExitStatus::Usage, source.error());
            sources[i] = *source;
        }
        wipe(secret);
        if (m_options.command == Options::Command::Run)
            return end(runScenarios(m_options, sources[0], sources[1]), {});
        if (m_options.log && m_options.log->backend == CallLogSettings::Backend::Postgres)
            return withLogSecret([this, source = *sources[0]](const QByteArray &password) { watch(source, password); });
        watch(*sources[0], {});
    }
    // None: the server may know its users without one.
    void withLogSecret(std::function<void(const QByteArray &)> go)
    {
        if (const auto secret = takeEnvironmentSecret("LINESCOPE_LOG_SECRET"))
            return go(*secret);
        readKeyring(callLogPlace(*m_options.log), this, [go = std::move(go)](const std::optional<QByteArray> &secret) {
            go(secret.value_or(QByteArray()));
        });
    }
    void watch(const Source &source, const QByteArray &logPassword)
    {
        m_watch = std::make_unique<Watch>(m_options, source, makeOutput(m_options), logPassword);
        connect(m_watch.get(), &Watch::finished, this, &Program::end);
        m_watch->start();
    }
    void interrupt() { m_watch ? m_watch->interrupt() : end(ExitStatus::Fine, {}); }
    void end(ExitStatus status, const QString &sentence)
    {
        QCoreApplication::exit(sentence.isEmpty() ? int(status) : fail(status, sentence));
    }

    const Options m_options;
    std::optional<SignalWatcher> m_signals;
    std::unique_ptr<Watch> m_watch;
};

} // namespace

int main(int argc, char *argv[])
{
    qInstallMessageHandler(log);
    QLoggingCategory::setFilterRules(u"linescope.*=false"_s);
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"linescopectl"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(LINESCOPE_VERSION));

    const auto options = Options::parse(QCoreApplication::arguments().mid(1));
    if (!options) {
        const int status = fail(ExitStatus::Usage,
                                options.error().sentence + u' ' + Options::tr("See linescopectl --help."));
        for (const QString &line : options.error().picture())
            writeAll(STDERR_FILENO, (u"  "_s + line + u'\n').toUtf8());
        return status;
    }
    switch (options->command) {
    case Options::Command::Help:
        writeAll(STDOUT_FILENO, Options::usage().toUtf8());
        return int(ExitStatus::Fine);
    case Options::Command::Version:
        writeAll(STDOUT_FILENO,
                 u"linescopectl %1, journal/1, Qt %2\n"_s
                     .arg(QCoreApplication::applicationVersion(), QLatin1StringView(qVersion()))
                     .toUtf8());
        return int(ExitStatus::Fine);
    case Options::Command::Replay:
        return int(replayJournal(*options));
    case Options::Command::Check:
        return int(checkJournal(*options));
    case Options::Command::Audit:
        return int(printAudit(*options));
    case Options::Command::Watch:
    case Options::Command::Run:
        break;
    }
    Program program(*options);
    QTimer::singleShot(0, &program, &Program::start);
    return QCoreApplication::exec();
}
