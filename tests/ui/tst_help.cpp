// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The help: every page in both languages, links that lead somewhere, a search that finds, a window that shows.

#include "guide/helpbrowser.h"
#include "guide/helplibrary.h"
#include "guide/helpwindow.h"
#include "mainwindow/actions.h"
#include "support/theme/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QTest>
#include <QUrl>

namespace Linescope::Test {

using namespace Qt::StringLiterals;

namespace {

QStringList names(const HelpLibrary &library)
{
    QStringList names;
    for (const HelpLibrary::Page &page : library.pages())
        names += page.name;
    return names;
}

QList<QUrl> links(const QString &markdown)
{
    static const QRegularExpression code(u"```.*?```|`[^`]*`"_s, QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression link(u"\\]\\(([^)]+)\\)"_s);
    QString text = markdown;
    text.remove(code);
    QList<QUrl> urls;
    for (auto it = link.globalMatch(text); it.hasNext();)
        urls += QUrl(it.next().captured(1));
    return urls;
}

QStringList anchors(const QString &markdown)
{
    QStringList anchors;
    for (const QString &line : markdown.split(u'\n')) {
        if (line.startsWith(u'#'))
            anchors += HelpLibrary::anchorOf(line.mid(line.indexOf(u' ') + 1));
    }
    return anchors;
}

// "Ctrl+Shift+P", "F1": those that a page names and that are written alike everywhere, sorted.
QStringList keysIn(const HelpLibrary &library, const QString &page)
{
    static const QRegularExpression keys(
        u"\\b((?:(?:Ctrl|Alt|Shift)\\+)+(?:F\\d{1,2}|[A-Z0-9])|(?<![+-])F\\d{1,2})\\b"_s);
    QString text = library.markdown(page);
    text.replace(u"Maj+"_s, u"Shift+"_s);
    QStringList found;
    for (auto it = keys.globalMatch(text); it.hasNext();)
        found += it.next().captured(1);
    found.sort();
    return found;
}

QStringList pagesOf(const QList<HelpLibrary::Hit> &hits)
{
    QStringList pages;
    for (const HelpLibrary::Hit &hit : hits)
        pages += hit.page;
    return pages;
}

} // namespace

class TestHelp : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void everyPageIsThereInBothLanguages();
    void everyPageHasATitleAndText_data() { languages(); }
    void everyPageHasATitleAndText();
    void everyLinkLeadsSomewhere_data() { languages(); }
    void everyLinkLeadsSomewhere();
    void theKeysAreThoseOfTheActions_data() { languages(); }
    void theKeysAreThoseOfTheActions();
    void bothLanguagesNameTheSameKeys();
    void anUnknownLanguageReadsEnglish();
    void theSearchFindsTheBestPageFirst_data();
    void theSearchFindsTheBestPageFirst();
    void linksOutOfTheHelpAreNoPages();
    void theWindowGoesBackAndForward();
    void searchingListsAndMarks();
    void theFocusChoosesThePage();
    void placeholdersAreFilledWhenShown();
    void nothingIsLoadedFromOutside();
    void darkPagesHaveReadableLinks();

private:
    static void languages();
};

void TestHelp::languages()
{
    QTest::addColumn<QString>("language");
    QTest::addRow("English") << u"en"_s;
    QTest::addRow("French") << u"fr"_s;
}

void TestHelp::everyPageIsThereInBothLanguages()
{
    const QStringList english = names(HelpLibrary(u"en"_s));
    QCOMPARE(names(HelpLibrary(u"fr"_s)), english);
    for (const QString &page : {u"index"_s, u"glossary"_s, u"keyboard"_s, u"presenter"_s, u"lines"_s, u"scenarios"_s})
        QVERIFY2(english.contains(page), qPrintable(page));
    QCOMPARE(english.constFirst(), u"index"_s);
}

void TestHelp::everyPageHasATitleAndText()
{
    QFETCH(QString, language);
    const HelpLibrary library(language);
    QVERIFY(library.pages().size() > 15);
    for (const HelpLibrary::Page &page : library.pages()) {
        const QString text = library.markdown(page.name);
        QVERIFY2(text.startsWith(u"# ") || page.isReference, qPrintable(page.name));
        QVERIFY2(!page.title.isEmpty() && text.size() > 300, qPrintable(page.name));
    }
}

void TestHelp::everyLinkLeadsSomewhere()
{
    QFETCH(QString, language);
    const HelpLibrary library(language);
    int followed = 0;
    int toHeadings = 0;
    for (const HelpLibrary::Page &page : library.pages()) {
        for (const QUrl &link : links(library.markdown(page.name))) {
            const QString told = page.name + u": "_s + link.toString();
            if (page.isReference && HelpLibrary::pageOf(link).isEmpty())
                continue; // of the repository, not of the help
            const QString target = link.path().isEmpty() ? page.name : HelpLibrary::pageOf(link);
            QVERIFY2(library.contains(target), qPrintable(told));
            ++followed;
            if (link.fragment().isEmpty())
                continue;
            ++toHeadings;
            QVERIFY2(anchors(library.markdown(target)).contains(link.fragment(QUrl::FullyDecoded)), qPrintable(told));
        }
    }
    QVERIFY(followed > 30);
    QVERIFY(toHeadings > 5);
}

void TestHelp::theKeysAreThoseOfTheActions()
{
    QFETCH(QString, language);
    QStringList known{u"Ctrl+0"_s, u"Shift+F10"_s}; // of diagrams: as large as at first; the menu of the row
    for (size_t i = 0; i < size_t(ActionId::Count); ++i)
        known += Actions::defaultShortcut(ActionId(i)).toString(QKeySequence::PortableText);
    const HelpLibrary library(language);
    int named = 0;
    for (const HelpLibrary::Page &page : library.pages()) {
        if (page.isReference)
            continue;
        for (const QString &keys : keysIn(library, page.name)) {
            ++named;
            QVERIFY2(known.contains(keys), qPrintable(page.name + u": "_s + keys));
        }
    }
    QVERIFY(named > 40);
}

void TestHelp::bothLanguagesNameTheSameKeys()
{
    const HelpLibrary english(u"en"_s);
    const HelpLibrary french(u"fr"_s);
    for (const HelpLibrary::Page &page : english.pages())
        QVERIFY2(keysIn(english, page.name) == keysIn(french, page.name), qPrintable(page.name));
}

void TestHelp::anUnknownLanguageReadsEnglish()
{
    QCOMPARE(HelpLibrary(u"de"_s).language(), u"en"_s);
    QCOMPARE(HelpLibrary({}).language(), u"en"_s);
    QCOMPARE(HelpLibrary(u"fr"_s).language(), u"fr"_s);
}

void TestHelp::theSearchFindsTheBestPageFirst_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("best");
    QTest::addRow("a title") << u"en"_s << u"glossary"_s << u"glossary"_s;
    QTest::addRow("case") << u"en"_s << u"GLOSSARY"_s << u"glossary"_s;
    QTest::addRow("without accents") << u"fr"_s << u"presentation visite"_s << u"presenter"_s;
    QTest::addRow("a heading") << u"en"_s << u"command palette"_s << u"keyboard"_s;
    QTest::addRow("a word of TAPI") << u"en"_s << u"LINE_APPNEWCALL"_s << u"glossary"_s;
    QTest::addRow("nothing") << u"en"_s << u"xylophone"_s << QString();
    QTest::addRow("no words") << u"en"_s << u"  "_s << QString();
}

void TestHelp::theSearchFindsTheBestPageFirst()
{
    QFETCH(QString, language);
    QFETCH(QString, words);
    QFETCH(QString, best);
    QCOMPARE(pagesOf(HelpLibrary(language).search(words)).value(0), best);
}

void TestHelp::linksOutOfTheHelpAreNoPages()
{
    QCOMPARE(HelpLibrary::pageOf(QUrl(u"glossary.md"_s)), u"glossary"_s);
    QCOMPARE(HelpLibrary::pageOf(QUrl(u"../scenarios.md#steps"_s)), u"scenarios"_s);
    for (const QString &link : {u"https://a.b/glossary.md"_s, u"file:///etc/passwd"_s, u"../../etc/x.md"_s,
                                u"/abs.md"_s, u"//host/x.md"_s, u"qrc:/x.md"_s})
        QCOMPARE(HelpLibrary::pageOf(QUrl(link)), QString());
}

void TestHelp::theWindowGoesBackAndForward()
{
    HelpWindow window(u"en"_s);
    window.showPage(u"glossary"_s);
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QVERIFY(!window.isModal());
    QVERIFY(window.browser()->toPlainText().contains(u"LINECALLINFO"));
    Q_EMIT window.browser()->anchorClicked(QUrl(u"engine.md"_s));
    QCOMPARE(window.currentPage(), u"engine"_s);
    QTest::keyClick(&window, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(window.currentPage(), u"glossary"_s);
    QTest::keyClick(&window, Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(window.currentPage(), u"engine"_s);
    Q_EMIT window.browser()->anchorClicked(QUrl(u"file:///etc/passwd"_s));
    QCOMPARE(window.currentPage(), u"engine"_s);
    window.showPage(u"no such page"_s);
    QCOMPARE(window.currentPage(), u"index"_s);
    QCOMPARE(window.list()->currentItem()->text(), window.library().title(u"index"_s));
}

void TestHelp::searchingListsAndMarks()
{
    HelpWindow window(u"fr"_s);
    window.showPage(u"index"_s);
    QApplication::setActiveWindow(&window);
    QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(window.searchLine()->hasFocus());
    QTest::keyClicks(window.searchLine(), u"poignee nulle"_s);
    QVERIFY(window.list()->count() > 0);
    QTest::keyClick(window.searchLine(), Qt::Key_Return);
    QVERIFY(window.browser()->highlights() > 0);
    QVERIFY(!window.list()->currentItem()->text().isEmpty());

    QTest::keyClicks(window.searchLine(), u" xylophone"_s);
    QCOMPARE(window.list()->count(), 1);
    QVERIFY(!window.list()->item(0)->flags().testFlag(Qt::ItemIsEnabled));
    window.searchLine()->clear();
    QVERIFY(window.list()->count() > 5);
    QCOMPARE(window.browser()->highlights(), 0);
}

void TestHelp::theFocusChoosesThePage()
{
    const HelpWindow window(u"en"_s);
    QWidget dock;
    dock.setObjectName(u"messages"_s);
    auto *view = new QWidget(&dock);
    auto *inner = new QWidget(view);
    QCOMPARE(window.pageFor(inner), u"messages"_s);
    view->setProperty("helpPage", u"glossary"_s);
    QCOMPARE(window.pageFor(inner), u"glossary"_s);
    QCOMPARE(window.pageFor(nullptr), u"index"_s);
    view->setProperty("helpPage", u"nonsense"_s);
    QCOMPARE(window.pageFor(inner), u"messages"_s);
}

void TestHelp::placeholdersAreFilledWhenShown()
{
    HelpWindow window(u"en"_s);
    QString keys = u"Ctrl+1"_s;
    window.setPlaceholder(u"keys:commandPalette"_s, [&] { return keys; });
    window.setPlaceholder(u"shortcuts"_s, [] { return u"| a | b |\n|---|---|\n| one | two |\n"_s; });
    window.showPage(u"keyboard"_s);
    const QString first = window.browser()->toPlainText();
    QVERIFY(first.contains(u"Ctrl+1"));
    QVERIFY(first.contains(u"two"));
    QVERIFY(!first.contains(u"{{"));
    keys = u"Ctrl+2"_s;
    window.showPage(u"keyboard"_s);
    QVERIFY(window.browser()->toPlainText().contains(u"Ctrl+2"));
    window.showPage(u"index"_s); // lists all pages by itself
    QVERIFY(!window.browser()->toPlainText().contains(u"{{"));
    QVERIFY(window.browser()->toPlainText().contains(window.library().title(u"glossary"_s)));
}

void TestHelp::nothingIsLoadedFromOutside()
{
    HelpBrowser browser;
    for (const QString &url : {u"file:///etc/passwd"_s, u"https://a.b/c.png"_s, u"qrc:/icons/help.svg"_s, u"x.png"_s})
        QVERIFY(!browser.loadResource(QTextDocument::ImageResource, QUrl(url)).isValid());
    browser.showMarkdown(u"![x](file:///etc/passwd) text"_s);
    browser.grab();
    QVERIFY(!browser.openLinks());
}

void TestHelp::darkPagesHaveReadableLinks()
{
    HelpBrowser browser;
    browser.setPalette(darkPalette());
    browser.showMarkdown(u"A [link](glossary.md) and\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"_s);
    QTextCursor cursor = browser.document()->find(u"link"_s);
    QVERIFY(cursor.charFormat().isAnchor());
    QCOMPARE(cursor.charFormat().foreground().color(), toneColor(Tone::Link, darkPalette()));
    browser.setPalette(lightPalette());
    cursor = browser.document()->find(u"link"_s);
    QCOMPARE(cursor.charFormat().foreground().color(), toneColor(Tone::Link, lightPalette()));
}

} // namespace Linescope::Test

QTEST_MAIN(Linescope::Test::TestHelp)
#include "tst_help.moc"
