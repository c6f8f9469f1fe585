// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "linescopectl/options.h"

#include "checks/rules.h"
#include "common/engineswitches.h"
#include "journal/jsonreader.h"
#include "linescopectl/terminal.h"

#include <QCommandLineParser>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

constexpr Microseconds longestDuration = 500 * 3600_s; // what a QTimer can count
constexpr QStringView defaultSource = u"simulator:?lines=4&seed=7&rate=20&apps=demo";

class Parser : public QCommandLineParser {
public:
    Parser()
    {
        addOptions({help, version, json, duration, calls, filter, mask,   engine, source,  junit,  journal, compress,
                    roll, keep,    log,  at,       table, csv,    golden, update, against, failOn, mute,    leaks});
    }

    const QCommandLineOption help{QStringList{u"h"_s, u"help"_s}};
    const QCommandLineOption version{QStringList{u"v"_s, u"version"_s}};
    const QCommandLineOption json{u"json"_s};
    const QCommandLineOption duration{u"for"_s, {}, u"duration"_s};
    const QCommandLineOption calls{u"calls"_s, {}, u"number"_s};
    const QCommandLineOption filter{u"filter"_s, {}, u"expression"_s};
    const QCommandLineOption mask{u"mask"_s};
    const QCommandLineOption engine{u"engine"_s, {}, u"switch"_s};
    const QCommandLineOption source{u"source"_s, {}, u"source"_s};
    const QCommandLineOption junit{u"junit"_s, {}, u"file"_s};
    const QCommandLineOption journal{u"journal"_s, {}, u"file"_s};
    const QCommandLineOption compress{u"compress"_s};
    const QCommandLineOption roll{u"roll"_s, {}, u"size"_s};
    const QCommandLineOption keep{u"keep"_s, {}, u"number"_s};
    const QCommandLineOption log{u"log"_s, {}, u"place"_s};
    const QCommandLineOption at{u"at"_s, {}, u"moment"_s};
    const QCommandLineOption table{u"table"_s};
    const QCommandLineOption csv{u"csv"_s};
    const QCommandLineOption golden{u"golden"_s, {}, u"path"_s};
    const QCommandLineOption update{u"update"_s};
    const QCommandLineOption against{u"against"_s, {}, u"source"_s};
    const QCommandLineOption failOn{u"fail-on"_s, {}, u"severity"_s};
    const QCommandLineOption mute{u"mute"_s, {}, u"rule=reason"_s};
    const QCommandLineOption leaks{u"leaks"_s};
};

using Parsed = tl::expected<Options, UsageError>;

// "#1234", "2026-11-22T10:41:00Z", "+5m".
bool readMoment(const QString &text, Options &options)
{
    bool isNumber = false;
    if (text.startsWith(u'#')) {
        options.atSeq = text.mid(1).toULongLong(&isNumber);
        return isNumber;
    }
    if (text.startsWith(u'+')) {
        options.atOffset = parseDuration(text.mid(1));
        return options.atOffset.has_value();
    }
    Microseconds time = 0;
    const QString fraction = text.contains(u'.') ? QString() : u".000000Z"_s;
    if (!text.endsWith(u'Z') || !timeFromText((text.chopped(fraction.isEmpty() ? 0 : 1) + fraction).toUtf8(), time))
        return false;
    options.atTime = time;
    return true;
}

// An option of another command is a mistake, not to be passed over in silence. `own`: those that the command has.
std::optional<QString> misplaced(const Parser &parser, const QString &command,
                                 std::initializer_list<const QCommandLineOption *> own)
{
    for (const QString &name : parser.optionNames()) {
        const auto is = [&name](const QCommandLineOption *option) { return option->names().contains(name); };
        if (std::none_of(own.begin(), own.end(), is))
            return Options::tr("--%1 is not for linescopectl %2.").arg(name, command);
    }
    return {};
}

// The journal of a watch; what is wrong with it.
std::optional<QString> readJournalOptions(const Parser &parser, Options &options)
{
    options.journalFile = parser.value(parser.journal);
    options.compressed = parser.isSet(parser.compress);
    const bool rolls = parser.isSet(parser.roll);
    if (options.journalFile.isEmpty() && (options.compressed || rolls || parser.isSet(parser.keep)))
        return Options::tr("--compress, --roll and --keep are about the file of --journal.");
    if (rolls) {
        const auto size = parseSize(parser.value(parser.roll));
        if (!size)
            return Options::tr("--roll wants a size from 64K on, for example 100M or 2G, not \"%1\".")
                .arg(parser.value(parser.roll));
        options.rollAt = *size;
    }
    if (parser.isSet(parser.keep)) {
        bool isNumber = false;
        options.keepFiles = parser.value(parser.keep).toInt(&isNumber);
        if (!isNumber || options.keepFiles < 1 || !rolls)
            return Options::tr("--keep wants a number of files, 1 or more, and --roll.");
    }
    return {};
}

// Where the calls that end are written; what is wrong with it.
std::optional<QString> readLogOptions(const Parser &parser, Options &options)
{
    if (!parser.isSet(parser.log))
        return {};
    const QString place = parser.value(parser.log);
    const auto log = callLogAt(place);
    if (!log && !QUrl(place).password().isEmpty()) // everybody on this machine can read the command line
        return Options::tr("A password has no place in the address of the log: set LINESCOPE_LOG_SECRET.");
    if (!log)
        return Options::tr("--log wants a file, or postgresql://USER@HOST/DATABASE, not \"%1\".").arg(place);
    const QFileInfo file(log->file);
    if (log->backend == CallLogSettings::Backend::Sqlite
        && (!QFileInfo(file.absolutePath()).isWritable() || file.isDir() || (file.exists() && !file.isWritable())))
        return Options::tr("The log cannot be written to \"%1\".").arg(log->file);
    options.log = log;
    options.log->masked = parser.isSet(parser.mask);
    return {};
}

Parsed readReplayOptions(const Parser &parser, Options options)
{
    if (const auto wrong = misplaced(parser, u"replay"_s,
                                     {&parser.json, &parser.csv, &parser.table, &parser.mask, &parser.at}))
        return tl::unexpected(*wrong);
    const QStringList files = parser.positionalArguments().mid(1);
    if (files.size() != 1)
        return tl::unexpected(Options::tr("One recording at a time: linescopectl replay JOURNAL."));
    options.command = Options::Command::Replay;
    options.recording = files.constFirst();
    options.json = parser.isSet(parser.json);
    options.csv = parser.isSet(parser.csv);
    options.masking = parser.isSet(parser.mask) ? Masking::Mask : Masking::None;
    if (options.json + options.csv + parser.isSet(parser.table) > 1)
        return tl::unexpected(Options::tr("Only one of --json, --table and --csv."));
    if (parser.isSet(parser.at) && !readMoment(parser.value(parser.at), options))
        return tl::unexpected(
            Options::tr("\"%1\" is no moment. Write #1234 for an event, 2026-11-22T10:41:00Z for a time (UTC), or +5m.")
                .arg(parser.value(parser.at)));
    return options;
}

Parsed readWatchOptions(const Parser &parser, Options options)
{
    if (const auto wrong = misplaced(parser, u"watch"_s,
                                     {&parser.json, &parser.duration, &parser.calls, &parser.filter, &parser.mask,
                                      &parser.engine, &parser.journal, &parser.compress, &parser.roll, &parser.keep,
                                      &parser.log, &parser.leaks}))
        return tl::unexpected(*wrong);
    if (const auto wrong = readJournalOptions(parser, options))
        return tl::unexpected(*wrong);
    if (const auto wrong = readLogOptions(parser, options))
        return tl::unexpected(*wrong);
    options.leaks = parser.isSet(parser.leaks);
    if (options.leaks && parser.isSet(parser.json))
        return tl::unexpected(
            Options::tr("--leaks is for people: record with --json, then linescopectl check --leaks."));
    const QStringList sources = parser.positionalArguments().mid(1);
    if (sources.size() > 1)
        return tl::unexpected(Options::tr("One source at a time: \"%1\" is one too many.").arg(sources.at(1)));
    options.source = sources.value(0, defaultSource.toString());
    options.json = parser.isSet(parser.json);
    options.masking = parser.isSet(parser.mask) ? Masking::Mask : Masking::None;
    if (parser.isSet(parser.duration)) {
        const QString text = parser.value(parser.duration);
        options.duration = parseDuration(text);
        if (!options.duration)
            return tl::unexpected(
                Options::tr("\"%1\" is not a duration. Write 500ms, 30s, 5m or 1h; at most 500h.").arg(text));
    }
    if (parser.isSet(parser.calls)) {
        bool isNumber = false;
        options.calls = parser.value(parser.calls).toUInt(&isNumber);
        if (!isNumber || *options.calls == 0)
            return tl::unexpected(
                Options::tr("--calls wants a number of calls, 1 or more, not \"%1\".").arg(parser.value(parser.calls)));
    }
    const auto engine = engineOptions(parser.values(parser.engine));
    if (!engine)
        return tl::unexpected(engine.error());
    options.engine = *engine;
    options.filterText = parser.value(parser.filter);
    auto filter = HandleFilter::parse(options.filterText);
    if (!filter) {
        UsageError error(Options::tr("The filter cannot be read. %1").arg(filter.error().constFirst().sentence));
        error.filter = options.filterText;
        error.places = filter.error();
        return tl::unexpected(error);
    }
    options.filter = std::move(*filter);
    return options;
}

Parsed readRunOptions(const Parser &parser, Options options)
{
    if (const auto wrong = misplaced(parser, u"run"_s,
                                     {&parser.json, &parser.mask, &parser.source, &parser.junit, &parser.journal,
                                      &parser.golden, &parser.update, &parser.against}))
        return tl::unexpected(*wrong);
    options.command = Options::Command::Run;
    options.scenarios = parser.positionalArguments().mid(1);
    options.source = parser.value(parser.source);
    options.junitFile = parser.value(parser.junit);
    options.journalFile = parser.value(parser.journal);
    options.golden = parser.value(parser.golden);
    options.updateGolden = parser.isSet(parser.update);
    options.against = parser.value(parser.against);
    options.json = parser.isSet(parser.json);
    options.masking = parser.isSet(parser.mask) ? Masking::Mask : Masking::None;
    if (options.updateGolden && options.golden.isEmpty())
        return tl::unexpected(Options::tr("--update keeps traces: say where with --golden."));
    if (!options.against.isEmpty() && !options.journalFile.isEmpty())
        return tl::unexpected(Options::tr("A journal holds one session: --journal and --against do not go together."));
    if (options.scenarios.isEmpty())
        return tl::unexpected(Options::tr("There is no scenario: linescopectl run FILE..."));
    if (!options.journalFile.isEmpty() && options.scenarios.size() > 1)
        return tl::unexpected(Options::tr("A journal holds one session: with --journal, one scenario at a time."));
    return options;
}

Parsed readCheckOptions(const Parser &parser, Options options)
{
    if (const auto wrong = misplaced(parser, u"check"_s, {&parser.json, &parser.failOn, &parser.mute, &parser.leaks}))
        return tl::unexpected(*wrong);
    options.command = Options::Command::Check;
    const QStringList files = parser.positionalArguments().mid(1);
    if (files.size() != 1)
        return tl::unexpected(Options::tr("One journal at a time: linescopectl check JOURNAL."));
    options.journalFile = files.constFirst();
    options.json = parser.isSet(parser.json);
    options.leaks = parser.isSet(parser.leaks);
    const QString level = parser.value(parser.failOn);
    if (level == "warning"_L1)
        options.failOn = Severity::Warning;
    else if (level == "never"_L1)
        options.failOn.reset();
    else if (parser.isSet(parser.failOn) && level != "violation"_L1)
        return tl::unexpected(Options::tr("--fail-on wants violation, warning or never, not \"%1\".").arg(level));
    for (const QString &text : parser.values(parser.mute)) {
        const QString rule = text.section(u'=', 0, 0);
        const QString reason = text.section(u'=', 1).trimmed();
        if (!findRule(rule))
            return tl::unexpected(Options::tr("\"%1\" is not a rule. Rules are V-1, T-13 ...").arg(rule));
        if (reason.isEmpty())
            return tl::unexpected(Options::tr("A rule is muted for a reason: --mute %1=REASON.").arg(rule));
        options.muted.insert(rule, reason);
    }
    return options;
}

Parsed readAuditOptions(const Parser &parser, Options options)
{
    if (const auto wrong = misplaced(parser, u"audit"_s, {&parser.mask}))
        return tl::unexpected(*wrong);
    options.command = Options::Command::Audit;
    const QStringList files = parser.positionalArguments().mid(1);
    if (files.size() != 1)
        return tl::unexpected(Options::tr("One audit log at a time: linescopectl audit FILE."));
    options.auditFile = files.constFirst();
    options.masking = parser.isSet(parser.mask) ? Masking::Mask : Masking::None;
    return options;
}

} // namespace

std::optional<Microseconds> parseDuration(const QString &text)
{
    struct Unit {
        QLatin1StringView name;
        Microseconds length;
    };
    static constexpr Unit units[] = {{"ms"_L1, 1_ms}, {"s"_L1, 1_s}, {"m"_L1, 60_s}, {"h"_L1, 3600_s}};
    for (const Unit &unit : units) {
        if (!text.endsWith(unit.name))
            continue;
        const QString digits = text.chopped(unit.name.size());
        const bool plain = !digits.isEmpty()
            && std::ranges::all_of(digits, [](QChar c) { return c >= u'0' && c <= u'9'; });
        const qulonglong count = digits.toULongLong(); // 0 when there are too many
        if (plain && count > 0 && count <= qulonglong(longestDuration / unit.length))
            return Microseconds(count) * unit.length;
        if (plain)
            return {};
    }
    return {};
}

std::optional<qint64> parseSize(const QString &text)
{
    constexpr qint64 least = 64 * 1024;
    const qsizetype unit = u"KMG"_s.indexOf(text.right(1));
    bool isNumber = false;
    const quint32 count = text.chopped(std::min<qsizetype>(text.size(), 1)).toUInt(&isNumber);
    const qint64 size = unit < 0 || text.isEmpty() ? 0 : qint64(count) << (10 * (unit + 1));
    return isNumber && text.front().isDigit() && size >= least ? std::optional(size) : std::nullopt;
}

QStringList UsageError::picture() const
{
    if (places.isEmpty())
        return {};
    constexpr qsizetype most = 200; // characters: where a line ends nobody finds a caret
    QString text;
    QString carets;
    for (qsizetype i = 0; i < std::min(filter.size(), most); ++i) {
        const auto isHere = [i](const FilterError &error) {
            return error.position <= i && i < error.position + std::max(error.length, qsizetype(1));
        };
        const QString shown = filter.at(i).isSurrogate() ? QString(filter.at(i)) : terminalText(filter.at(i));
        text += shown;
        // Half of a pair is half of its columns.
        const int columns = filter.at(i).isSurrogate() ? 1 : columnsOf(shown);
        carets += QString(columns, std::ranges::any_of(places, isHere) ? u'^' : u' ');
    }
    while (carets.endsWith(u' '))
        carets.chop(1);
    return {terminalText(text), carets};
}

tl::expected<Options, UsageError> Options::parse(const QStringList &arguments)
{
    Parser parser;
    const bool readable = parser.parse(QStringList(u"linescopectl"_s) + arguments);
    Options options;
    if (parser.isSet(parser.help)) {
        options.command = Command::Help;
        return options;
    }
    if (!readable)
        return tl::unexpected(parser.errorText());
    const QString command = parser.positionalArguments().value(0);
    if (parser.isSet(parser.version) || command == "version"_L1) {
        options.command = Command::Version;
        return options;
    }
    if (command == "watch"_L1)
        return readWatchOptions(parser, options);
    if (command == "run"_L1)
        return readRunOptions(parser, options);
    if (command == "replay"_L1)
        return readReplayOptions(parser, options);
    if (command == "check"_L1)
        return readCheckOptions(parser, options);
    if (command == "audit"_L1)
        return readAuditOptions(parser, options);
    if (command.isEmpty())
        return tl::unexpected(tr("There is no command."));
    return tl::unexpected(tr("\"%1\" is not a command.").arg(command));
}

} // namespace Linescope
