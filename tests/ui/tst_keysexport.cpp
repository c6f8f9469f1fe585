// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What can be taken out of the window without a mouse: files, texts, pages.

#include "keyboard.h"
#include "windowfixture.h"

#include "dialogs/exportdialog.h"
#include "panels/noticebar.h"
#include "support/export/exporter.h"

#include <QClipboard>
#include <QFileDialog>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QStatusBar>

namespace Linescope::Test {

class TestKeysExport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void aViewIsExported_data();
    void aViewIsExported();
    void whereNothingCanBeWrittenIsTold();
    void aLadderIsCopiedAsText_data();
    void aLadderIsCopiedAsText();
    void aViewIsPrinted_data();
    void aViewIsPrinted();
};

namespace {

// Through the menu, the export's questions and the file dialog. False if one of them did not come.
bool exportByKeys(WindowFixture *f, int down, const QString &path)
{
    bool named = false;
    QTimer naming; // the file dialog comes once the questions are answered
    QObject::connect(&naming, &QTimer::timeout, f, [&] {
        if (!qobject_cast<QFileDialog *>(QApplication::activeModalWidget()))
            return;
        naming.stop();
        named = true;
        press(Qt::Key_A, Qt::ControlModifier);
        QGuiApplication::clipboard()->setText(path);
        press(Qt::Key_V, Qt::ControlModifier); // letter by letter the dialog would list every folder on the way
        press(Qt::Key_Return);
    });
    const bool asked = WindowFixture::actAndAnswer<ExportDialog>(
        [&] {
            choose(f->window.get(), {u"Source"_s, u"Export…"_s});
        },
        [&](ExportDialog *) {
            for (int i = 0; i < down; ++i)
                press(Qt::Key_Down);
            naming.start(5);
            press(Qt::Key_Return);
        });
    return asked && QTest::qWaitFor([&] { return named; });
}

} // namespace

void TestKeysExport::aViewIsExported_data()
{
    QTest::addColumn<ActionId>("view");
    QTest::addColumn<int>("down"); // in the list of formats
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QByteArray>("begins");
    QTest::addColumn<QByteArray>("contains");
    QTest::addRow("CSV") << ActionId::ShowHandles << 0 << u"csv"_s << QByteArray("State,") << QByteArray("crm-popup");
    QTest::addRow("JSON") << ActionId::ShowHandles << 1 << u"json"_s << QByteArray("[\n{") << QByteArray("crm-popup");
    QTest::addRow("rows as PDF") << ActionId::ShowHandles << 2 << u"pdf"_s << QByteArray("%PDF-")
                                 << QByteArray("/Page");
    QTest::addRow("SVG") << ActionId::ShowTimeline << 0 << u"svg"_s << QByteArray("<?xml") << QByteArray("Line 1");
    QTest::addRow("PNG") << ActionId::ShowTimeline << 1 << u"png"_s << QByteArray("\x89PNG") << QByteArray("IDAT");
    QTest::addRow("picture as PDF") << ActionId::ShowTimeline << 2 << u"pdf"_s << QByteArray("%PDF-")
                                    << QByteArray("/Page");
    QTest::addRow("ladder") << ActionId::ShowLadder << 0 << u"svg"_s << QByteArray("<?xml") << QByteArray("OFFERING");
}

void TestKeysExport::aViewIsExported()
{
    QFETCH(ActionId, view);
    QFETCH(int, down);
    QFETCH(QString, suffix);
    QFETCH(QByteArray, begins);
    QFETCH(QByteArray, contains);
    WindowFixture f;
    f.ring();
    press(f.action(view)->shortcut());
    QFile file(f.folder.filePath(u"exported."_s + suffix));
    QVERIFY(exportByKeys(&f, down, file.fileName()));
    QTRY_VERIFY(file.exists());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY2(bytes.startsWith(begins), bytes.left(40).constData());
    QVERIFY(bytes.contains(contains));
    QVERIFY(f.window->statusBar()->currentMessage().contains(file.fileName()));
}

void TestKeysExport::whereNothingCanBeWrittenIsTold()
{
    WindowFixture f;
    f.ring();
    const Selection selected = f.window->selection();
    QVERIFY(exportByKeys(&f, 0, u"/sys/handles.csv"_s)); // where not even an administrator may
    QTRY_VERIFY(f.window->notice()->isVisible());
    QVERIFY2(f.window->notice()->text().contains(u"/sys/handles.csv"), qPrintable(f.window->notice()->text()));
    QCOMPARE(f.rows()->rowCount(), 4);
    QCOMPARE(f.window->selection(), selected);
}

void TestKeysExport::aLadderIsCopiedAsText_data()
{
    QTest::addColumn<QString>("entry");
    QTest::addColumn<QString>("begins");
    QTest::addRow("Mermaid") << u"Copy the ladder as Mermaid"_s << u"sequenceDiagram"_s;
    QTest::addRow("PlantUML") << u"Copy the ladder as PlantUML"_s << u"@startuml"_s;
}

void TestKeysExport::aLadderIsCopiedAsText()
{
    QFETCH(QString, entry);
    QFETCH(QString, begins);
    WindowFixture f;
    f.ring();
    QGuiApplication::clipboard()->clear();
    QVERIFY(choose(f.window.get(), {u"View"_s, u"Copy as"_s, entry}));
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.startsWith(begins), qPrintable(text.left(80)));
    QVERIFY(text.contains(u"OFFERING"));
}

void TestKeysExport::aViewIsPrinted_data()
{
    QTest::addColumn<ActionId>("view");
    QTest::addRow("table") << ActionId::ShowHandles;
    QTest::addRow("timeline") << ActionId::ShowTimeline;
    QTest::addRow("ladder") << ActionId::ShowLadder;
    QTest::addRow("state map") << ActionId::ShowStateMap;
}

void TestKeysExport::aViewIsPrinted()
{
    QFETCH(ActionId, view);
    WindowFixture f;
    f.ring();
    press(f.action(view)->shortcut());
    const QString path = f.folder.filePath(u"printed.pdf"_s);
    QVERIFY(WindowFixture::actAndAnswer<QPrintPreviewDialog>(
        [&] {
            choose(f.window.get(), {u"Source"_s, u"Print…"_s});
        },
        [&](QPrintPreviewDialog *dialog) {
            QPrinter *printer = dialog->printer();
            printer->setOutputFileName(path);
            QVERIFY(f.window->exporter()->paint(f.window->currentView(), printer));
            press(Qt::Key_Escape);
        }));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith("%PDF-"));
    QCOMPARE(bytes.count("/Type /Page\n"), 1);
}

} // namespace Linescope::Test

QTEST_MAIN(Linescope::Test::TestKeysExport)
#include "tst_keysexport.moc"
