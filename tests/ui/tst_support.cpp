// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Text sinks, CSV, settings, theme: what the window's parts stand on.

#include "support/export/csv.h"
#include "support/format.h"
#include "support/settings/settings.h"
#include "support/text.h"
#include "support/theme/icons.h"
#include "support/theme/theme.h"
#include "tapi/names.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

#include <cmath>

namespace Linescope::Test {

namespace {

double luminance(const QColor &color)
{
    const auto part = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

QString randomCell(QRandomGenerator &random)
{
    static const QString characters = QStringLiteral("=+-@\t\r\n',;\"' abc019é€\u202e");
    QString cell;
    for (int i = random.bounded(8); i > 0; --i)
        cell += characters.at(random.bounded(int(characters.size())));
    return cell;
}

} // namespace

class TestSupport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void invisibleCharactersBecomeVisible_data();
    void invisibleCharactersBecomeVisible();
    void longTextIsCut();
    void toolTipsNeverContainForeignMarkup();
    void labelsAreDrawnAsPlainText();
    void anAmpersandInAMenuIsAnAmpersand();
    void csvCellsAreGuarded_data();
    void csvCellsAreGuarded();
    void csvComesBackAsItWent();
    void copiedCellsNeitherBreakTheTableNorBecomeFormulas();
    void settingsRememberAndTellChanges();
    void settingsKeepNoPassword();
    void recentConnectionsAreBounded();
    void everyStateIsReadableInBothSchemes();
    void everyToneForTextIsReadableInBothSchemes();
    void colorSchemesHaveStableNames();
    void everyIconFileCanBeDrawn();
    void bytesAreShort();
};

void TestSupport::invisibleCharactersBecomeVisible_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::addRow("plain") << QStringLiteral("Bauer & Söhne") << QStringLiteral("Bauer & Söhne");
    QTest::addRow("line feed") << QStringLiteral("a\nb") << QStringLiteral("a\u240ab");
    QTest::addRow("escape") << QStringLiteral("a\x1b[31m") << QStringLiteral("a\u241b[31m");
    QTest::addRow("null") << QString(QChar(u'\0')) << QStringLiteral("\u2400");
    QTest::addRow("delete") << QStringLiteral("\x7f") << QStringLiteral("\u2421");
    QTest::addRow("C1") << QString(QChar(0x9b)) << QStringLiteral("\ufffd");
    QTest::addRow("override") << QStringLiteral("\u202egnp") << QStringLiteral("\ufffdgnp");
    QTest::addRow("isolate") << QStringLiteral("\u2067x\u2069") << QStringLiteral("\ufffdx\ufffd");
    QTest::addRow("line separator") << QStringLiteral("a\u2028b") << QStringLiteral("a\ufffdb");
    QTest::addRow("tab") << QStringLiteral("a\tb") << QStringLiteral("a b");
}

void TestSupport::invisibleCharactersBecomeVisible()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    QCOMPARE(visibleText(text), shown);
}

void TestSupport::longTextIsCut()
{
    const QString shown = visibleText(QString(100'000, u'x'));
    QCOMPARE(shown.size(), 513);
    QVERIFY(shown.endsWith(u'…'));
}

void TestSupport::toolTipsNeverContainForeignMarkup()
{
    QCOMPARE(toolTipText(QStringLiteral("<b>&</b>")), QStringLiteral("<qt>&lt;b&gt;&amp;&lt;/b&gt;</qt>"));
    QCOMPARE(toolTipText(QStringLiteral("a\n<img src=x>")), QStringLiteral("<qt>a<br>&lt;img src=x&gt;</qt>"));
    QCOMPARE(toolTipText({}), QString());
    QWidget widget;
    setPlainToolTip(&widget, QStringLiteral("<u>"));
    QCOMPARE(widget.toolTip(), QStringLiteral("<qt>&lt;u&gt;</qt>"));
}

void TestSupport::labelsAreDrawnAsPlainText() // threats, row 4: the picture is the proof
{
    QLabel reference;
    reference.setTextFormat(Qt::PlainText);
    const QStringList payloads{QStringLiteral("<b>bold</b>"), QStringLiteral("<img src='file:///etc/hostname'>"),
                               QStringLiteral("<a href='http://x'>y</a>"), QStringLiteral("&lt;b&gt;"),
                               QStringLiteral("<table><tr><td>1</td></tr></table>")};
    for (const QString &payload : payloads) {
        const std::unique_ptr<QLabel> label(makeLabel(payload));
        reference.setText(payload);
        label->resize(400, 40);
        reference.resize(400, 40);
        QCOMPARE(label->grab().toImage(), reference.grab().toImage());
    }
}

void TestSupport::anAmpersandInAMenuIsAnAmpersand()
{
    QCOMPARE(menuText(QStringLiteral("R&D")), QStringLiteral("R&&D"));
}

void TestSupport::csvCellsAreGuarded_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("safe");
    QTest::addColumn<QString>("raw");
    QTest::addRow("plain") << QStringLiteral("101") << QStringLiteral("101") << QStringLiteral("101");
    QTest::addRow("E.164") << QStringLiteral("+331") << QStringLiteral("\"'+331\"") << QStringLiteral("+331");
    QTest::addRow("formula") << QStringLiteral("=1+1") << QStringLiteral("\"'=1+1\"") << QStringLiteral("=1+1");
    QTest::addRow("at") << QStringLiteral("@SUM(A1)") << QStringLiteral("\"'@SUM(A1)\"") << QStringLiteral("@SUM(A1)");
    QTest::addRow("tab") << QStringLiteral("\t=1") << QStringLiteral("\"'\t=1\"") << QStringLiteral("\"\t=1\"");
    QTest::addRow("quote") << QStringLiteral("a\"b") << QStringLiteral("\"a\"\"b\"") << QStringLiteral("\"a\"\"b\"");
    QTest::addRow("comma") << QStringLiteral("a,b") << QStringLiteral("\"a,b\"") << QStringLiteral("\"a,b\"");
    QTest::addRow("empty") << QString() << QString() << QString();
}

void TestSupport::csvCellsAreGuarded()
{
    QFETCH(QString, text);
    QTEST(csvCell(text, CsvMode::SpreadsheetSafe), "safe");
    QTEST(csvCell(text, CsvMode::Raw), "raw");
}

void TestSupport::csvComesBackAsItWent() // threats, row 6
{
    QRandomGenerator random(7);
    for (int round = 0; round < 2000; ++round) {
        QList<QStringList> rows;
        for (int row = 0; row < 5; ++row)
            rows += QStringList{randomCell(random), randomCell(random), QStringLiteral("end")};
        for (const CsvMode mode : {CsvMode::SpreadsheetSafe, CsvMode::Raw})
            QCOMPARE(fromCsv(toCsv(rows, mode), mode), rows);
    }
}

void TestSupport::copiedCellsNeitherBreakTheTableNorBecomeFormulas()
{
    QCOMPARE(
        toTsv({{QStringLiteral("a\tb\nc"), QStringLiteral("=1")}, {QStringLiteral("+33 1"), QStringLiteral("+cmd|x")}}),
        QStringLiteral("a b\u240ac\t'=1\n+33 1\t'+cmd|x\n"));
}

void TestSupport::settingsRememberAndTellChanges()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("a.ini"));
    {
        Settings settings(file);
        QCOMPARE(settings.colorScheme(), ColorScheme::System);
        QCOMPARE(settings.ghostSeconds(), 5);
        const QSignalSpy changed(&settings, &Settings::colorSchemeChanged);
        settings.setColorScheme(ColorScheme::Dark);
        settings.setColorScheme(ColorScheme::Dark);
        QCOMPARE(changed.size(), 1);
        settings.setGhostSeconds(30);
        settings.setLanguage(QStringLiteral("fr"));
        settings.setFilter(QStringLiteral("state:idle"));
        settings.setLayout(QStringLiteral("window"), QByteArray("\0\1", 2));
    }
    const Settings again(file);
    QCOMPARE(again.colorScheme(), ColorScheme::Dark);
    QCOMPARE(again.ghostSeconds(), 30);
    QCOMPARE(again.language(), QStringLiteral("fr"));
    QCOMPARE(again.filter(), QStringLiteral("state:idle"));
    QCOMPARE(again.layout(QStringLiteral("window")), QByteArray("\0\1", 2));
}

void TestSupport::settingsKeepNoPassword() // threats, row 1
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("a.ini")));
    settings.addConnection(QStringLiteral("asterisk://watcher:canary-secret@pbx.example:5038?local=show"));
    settings.sync();
    QCOMPARE(settings.connections(), QStringList{QStringLiteral("asterisk://watcher@pbx.example:5038?local=show")});
    QFile file(settings.fileName());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("canary-secret"));
}

void TestSupport::recentConnectionsAreBounded()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("a.ini")));
    for (int i = 0; i < 25; ++i)
        settings.addConnection(QStringLiteral("asterisk://a@host%1").arg(i));
    settings.addConnection(QStringLiteral("asterisk://a@host20"));
    QCOMPARE(settings.connections().size(), 10);
    QCOMPARE(settings.connections().constFirst(), QStringLiteral("asterisk://a@host20"));
    QCOMPARE(settings.connections().count(QStringLiteral("asterisk://a@host20")), 1);
}

void TestSupport::everyStateIsReadableInBothSchemes()
{
    for (const QPalette &palette : {lightPalette(), darkPalette()}) {
        for (const auto &[state, name] : namesOf<CallState>()) {
            const StateStyle style = stateStyle(state, palette);
            QVERIFY2(contrast(style.background, style.text) >= 4.5, name);
            QCOMPARE(stateText(state), QString::fromLatin1(name));
        }
        const StateStyle retained = retainedStyle(palette);
        QVERIFY(contrast(retained.background, retained.text) >= 4.5);
    }
}

void TestSupport::everyToneForTextIsReadableInBothSchemes()
{
    for (const QPalette &palette : {lightPalette(), darkPalette()}) {
        for (const Tone tone : {Tone::Good, Tone::Bad, Tone::Attention, Tone::Link, Tone::Muted}) {
            for (const auto role : {QPalette::Base, QPalette::Window})
                QVERIFY2(contrast(toneColor(tone, palette), palette.color(role)) >= 4.5,
                         qPrintable(QStringLiteral("%1 %2").arg(int(tone)).arg(int(role))));
        }
        QVERIFY(contrast(toneColor(Tone::Attention, palette), toneColor(Tone::AttentionCard, palette)) >= 4.5);
        for (const auto &[text, ground] :
             {std::pair(QPalette::WindowText, QPalette::Window), std::pair(QPalette::Text, QPalette::AlternateBase),
              std::pair(QPalette::PlaceholderText, QPalette::Base),
              std::pair(QPalette::HighlightedText, QPalette::Highlight)})
            QVERIFY2(contrast(palette.color(text), palette.color(ground)) >= 4.5, qPrintable(QString::number(text)));
    }
    QVERIFY(isDark(darkPalette()));
    QVERIFY(!isDark(lightPalette()));
}

void TestSupport::colorSchemesHaveStableNames()
{
    for (const ColorScheme scheme : {ColorScheme::System, ColorScheme::Light, ColorScheme::Dark})
        QCOMPARE(colorSchemeFromString(colorSchemeName(scheme)), scheme);
    QCOMPARE(colorSchemeFromString(QStringLiteral("mauve")), ColorScheme::System);
}

void TestSupport::everyIconFileCanBeDrawn()
{
    const QStringList files = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
    QVERIFY(files.size() > 30);
    for (const QString &file : files) {
        const QImage image = themedIcon(file.chopped(4)).pixmap(24, 24).toImage();
        bool drawn = false;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                drawn = drawn || image.pixelColor(x, y).alpha() > 128;
        }
        QVERIFY2(drawn, qPrintable(file));
    }
    QVERIFY(themedIcon(QStringLiteral("no-such-icon")).isNull());
}

void TestSupport::bytesAreShort()
{
    QCOMPARE(bytesText(0), QStringLiteral("0 B"));
    QCOMPARE(bytesText(1023), QStringLiteral("1,023 B"));
    QCOMPARE(bytesText(3482), QStringLiteral("3.4 KiB"));
    // One unit below and above 1 KiB: it was "229 B" beside "1,5 Kio".
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::French));
    const QStringList french{bytesText(229), bytesText(1536), byteScale(500).name};
    QLocale::setDefault(before);
    QCOMPARE(french, (QStringList{QStringLiteral("229 o"), QStringLiteral("1,5 Kio"), QStringLiteral("o")}));
}

// A label, a tooltip or a message box that is made without a sink would guess markup in foreign text.
} // namespace Linescope::Test

QTEST_MAIN(Linescope::Test::TestSupport)
#include "tst_support.moc"
