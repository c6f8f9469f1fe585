// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "options.h"

#include "common/engineswitches.h"
#include "filter/filternumbers.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

namespace Linescope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Linescope::Options)
};

tl::unexpected<OptionsProblem> refuse(const QString &text) { return tl::unexpected(OptionsProblem{text, 2}); }

std::optional<QSize> sizeFrom(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("\\A(\\d{3,5})x(\\d{3,5})\\z"));
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return {};
    return QSize(match.captured(1).toInt(), match.captured(2).toInt());
}

// "H3"
std::optional<HCall> handleFrom(const QString &text)
{
    const auto number = parseShortName(text, u'H');
    return number && *number > 0 ? std::optional(HCall{*number}) : std::nullopt;
}

} // namespace

QStringList Options::views()
{
    return {QStringLiteral("handles"), QStringLiteral("calls"),  QStringLiteral("timeline"), QStringLiteral("statemap"),
            QStringLiteral("ladder"),  QStringLiteral("memory"), QStringLiteral("findings"), QStringLiteral("leaks"),
            QStringLiteral("console"), QStringLiteral("calllog")};
}

tl::expected<Options, OptionsProblem> parseOptions(const QStringList &arguments)
{
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")}, Words::tr("Says this and ends."));
    const QCommandLineOption version({QStringLiteral("v"), QStringLiteral("version")},
                                     Words::tr("Says the version and ends."));
    const QCommandLineOption source(
        QStringLiteral("source"),
        Words::tr("Where lines and calls come from: simulator:?lines=4&rate=20, asterisk://user@host or "
                  "asterisks://user@host; none for an empty window. The password comes from the environment variable "
                  "LINESCOPE_SECRET, the keyring or a dialog."),
        QStringLiteral("URL"));
    const QCommandLineOption demo(
        QStringLiteral("demo"), Words::tr("The simulator with its demo (this is also what happens without --source)."));
    const QCommandLineOption journal(QStringLiteral("journal"),
                                     Words::tr("Records all that happens to this file; one that ends in .gz is "
                                               "compressed."),
                                     QStringLiteral("file"));
    const QCommandLineOption engine(
        QStringLiteral("engine"),
        Words::tr("A switch of the engine: unownedIncoming=drop, closeDropsSoleOwned=false or "
                  "closeCallAfterFailedCreate=true; the help says what they do. Can be given several times."),
        QStringLiteral("switch"));
    const QCommandLineOption style({QStringLiteral("style"), QStringLiteral("colours")},
                                   Words::tr("Colours: light, dark, contrast or system."), QStringLiteral("name"));
    const QCommandLineOption language(QStringLiteral("lang"), Words::tr("Language: en or fr."), QStringLiteral("code"));
    const QCommandLineOption settings(QStringLiteral("settings"),
                                      Words::tr("Remembers the window in this file instead of the user's."),
                                      QStringLiteral("file"));
    const QCommandLineOption view(
        QStringLiteral("view"),
        Words::tr("Shows this view first, one of: %1.").arg(Options::views().join(QStringLiteral(", "))),
        QStringLiteral("name"));
    QCommandLineOption pictures(QStringLiteral("pictures"), {}, QStringLiteral("folder")); // of every view
    pictures.setFlags(QCommandLineOption::HiddenFromHelp);
    const QCommandLineOption screenshot(QStringLiteral("screenshot"),
                                        Words::tr("Saves a picture of the window and ends."), QStringLiteral("file"));
    const QCommandLineOption after(QStringLiteral("after"), Words::tr("Milliseconds before the picture is taken."),
                                   QStringLiteral("ms"), QStringLiteral("2000"));
    const QCommandLineOption size(QStringLiteral("size"), Words::tr("Size of the window, for example 1280x800."),
                                  QStringLiteral("size"));
    QCommandLineOption select(QStringLiteral("select"), {}, QStringLiteral("handle")); // "H3", before the picture
    select.setFlags(QCommandLineOption::HiddenFromHelp);
    QCommandLineOption direction(QStringLiteral("layout-direction"), {}, QStringLiteral("ltr|rtl"));
    direction.setFlags(QCommandLineOption::HiddenFromHelp);
    QCommandLineOption firstFrame(QStringLiteral("exit-after-first-frame"));
    firstFrame.setFlags(QCommandLineOption::HiddenFromHelp);

    QCommandLineParser parser;
    parser.addPositionalArgument(QStringLiteral("recording"), Words::tr("A recording to look at, plain or compressed."),
                                 QStringLiteral("[recording]"));
    parser.setApplicationDescription(Words::tr("Shows telephony lines, calls and call handles after TAPI 2.2."));
    parser.addOptions({help, version, source, demo, journal, engine, style, language, settings, view, screenshot,
                       pictures, after, size, select, direction, firstFrame});
    if (!parser.parse(arguments))
        return refuse(parser.errorText());
    if (parser.isSet(help))
        return tl::unexpected(OptionsProblem{parser.helpText(), 0});
    if (parser.isSet(version))
        return tl::unexpected(
            OptionsProblem{QStringLiteral("linescope %1").arg(QCoreApplication::applicationVersion()), 0});
    const QStringList files = parser.positionalArguments();
    if (files.size() > 1)
        return refuse(Words::tr("One recording can be opened at a time; “%1” is one too many.").arg(files.at(1)));
    if (!files.isEmpty() && !QFileInfo::exists(files.constFirst()))
        return refuse(
            Words::tr("There is no recording “%1”; a source is given with --source.").arg(files.constFirst()));

    Options options;
    if (!files.isEmpty()) {
        options.recording = QFileInfo(files.constFirst()).absoluteFilePath();
        options.source.clear(); // unless it is asked for
    }
    if (parser.isSet(demo))
        options.source = QString::fromLatin1(Options::DemoSource);
    if (parser.isSet(journal))
        options.journal = QFileInfo(parser.value(journal)).absoluteFilePath();
    if (parser.isSet(source) && !parser.isSet(demo))
        options.source = parser.value(source) == u"none" ? QString() : parser.value(source);
    const auto engineSwitches = engineOptions(parser.values(engine));
    if (!engineSwitches)
        return refuse(engineSwitches.error());
    options.engine = *engineSwitches;
    if (parser.isSet(style)) {
        options.colorScheme = colorSchemeFromString(parser.value(style));
        if (colorSchemeName(*options.colorScheme) != parser.value(style))
            return refuse(Words::tr("--style can be light, dark, contrast or system."));
    }
    options.language = parser.value(language);
    if (parser.isSet(language) && options.language != u"en" && options.language != u"fr")
        return refuse(Words::tr("--lang can be en or fr."));
    options.settingsFile = parser.value(settings);
    options.screenshot = parser.value(screenshot);
    options.pictures = parser.value(pictures);
    options.view = parser.value(view);
    if (parser.isSet(view) && !Options::views().contains(options.view))
        return refuse(Words::tr("--view can be one of: %1.").arg(Options::views().join(QStringLiteral(", "))));
    bool isNumber = false;
    options.after = parser.value(after).toInt(&isNumber);
    if (!isNumber || options.after < 0)
        return refuse(Words::tr("--after needs a number of milliseconds."));
    if (parser.isSet(size)) {
        const auto wanted = sizeFrom(parser.value(size));
        if (!wanted)
            return refuse(Words::tr("--size needs width and height, for example 1280x800."));
        options.size = *wanted;
    }
    if (parser.isSet(direction)) {
        const QString said = parser.value(direction);
        if (said != u"ltr" && said != u"rtl")
            return refuse(QStringLiteral("--layout-direction: ltr, rtl"));
        options.layoutDirection = said == u"rtl" ? Qt::RightToLeft : Qt::LeftToRight;
    }
    if (parser.isSet(select)) {
        const auto handle = handleFrom(parser.value(select));
        if (!handle)
            return refuse(QStringLiteral("--select: H3"));
        options.select = *handle;
    }
    options.exitAfterFirstFrame = parser.isSet(firstFrame);
    return options;
}

} // namespace Linescope
