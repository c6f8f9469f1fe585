// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Tables and pictures as files, on pages, on the clipboard.

#include "dialogs/exportdialog.h"
#include "pdftexts.h"
#include "storyteller.h"
#include "support/export/exporter.h"
#include "support/export/savefile.h"
#include "support/export/tableprinter.h"

#include <QBuffer>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMetaEnum>
#include <QMimeData>
#include <QPainter>
#include <QPdfWriter>
#include <QPrinter>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <sys/stat.h>

namespace Linescope::Test {

namespace {

// A red and a blue half with a hostile name in it.
class TwoHalves : public Picture {
public:
    QString pictureName() const override { return u"two-halves"_s; }
    QSizeF pictureSize() const override { return size; }
    void paintPicture(QPainter *painter) const override
    {
        painter->fillRect(QRectF(0, 0, size.width() / 2, size.height()), Qt::red);
        painter->fillRect(QRectF(size.width() / 2, 0, size.width() / 2, size.height()), Qt::blue);
        painter->setPen(Qt::white);
        painter->setFont(QFont());
        textHeight = painter->fontMetrics().height();
        painter->drawText(QPointF(10, 20), u"<b>&amp;"_s);
    }
    void paintOnPaper(QPainter *painter) const override
    {
        paintPicture(painter);
        ++papers;
    }
    QString pictureText() const override { return u"left: red & <b>\nright: blue\x202e"_s; }

    QSizeF size{200, 100};
    mutable int papers = 0;
    mutable double textHeight = 0; // when it was painted last, in its own pixels
};

class TestView : public View {
public:
    void refresh() override { }
    const Picture *picture() const override { return hasPicture ? &halves : nullptr; }
    QList<QStringList> table(Rows rows, int) const override
    {
        QList<QStringList> all = texts;
        if (rows == Rows::Selected && all.size() > 2)
            all.resize(2);
        return all;
    }

    TwoHalves halves;
    bool hasPicture = false;
    QList<QStringList> texts;
};

const QList<QStringList> callers{{u"Handle"_s, u"Caller → called"_s, u"In state"_s},
                                 {u"H42"_s, u"+33 1 23 45 67 89"_s, u"0:10"_s},
                                 {u"H43"_s, u"=cmd|' /C calc'!A0"_s, u"1:00"_s}};

QJsonArray rowsOf(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonArray rows = QJsonDocument::fromJson(json, &error).array();
    if (error.error != QJsonParseError::NoError)
        qWarning("%s", qPrintable(error.errorString()));
    return rows;
}

} // namespace

class TestExport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        story.provider(u"Simulator"_s);
        story.tells();
        view.hasPicture = false;
        view.texts = callers;
        view.halves.size = {200, 100};
        view.setWindowTitle(u"Handles"_s);
    }

    void keysComeFromEnglishTitles_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("key");
        QTest::addRow("one word") << u"State"_s << u"state"_s;
        QTest::addRow("two words") << u"In state"_s << u"inState"_s;
        QTest::addRow("arrow") << u"Caller → called"_s << u"callerCalled"_s;
        QTest::addRow("accents") << u"Durée d'appel"_s << u"dureeDappel"_s;
        QTest::addRow("digits inside") << u"Q.850 cause"_s << u"q850Cause"_s;
        QTest::addRow("nothing left") << u"→"_s << u"column4"_s;
    }
    void keysComeFromEnglishTitles()
    {
        QFETCH(QString, title);
        QTEST(keyFromTitle(title, 3), "key");
    }

    void jsonHasARowAnObjectWithTypedValues()
    {
        Table table;
        table.keys = {u"handle"_s, u"bytes"_s, u"retained"_s, u"name"_s, u"nothing"_s};
        table.titles = table.keys;
        table.rows = {{u"H42"_s, 232, true, u"+33 \"x\""_s, QVariant()}};
        const QJsonArray rows = rowsOf(toJson(table));
        QCOMPARE(rows.size(), 1);
        const QJsonObject row = rows.first().toObject();
        QCOMPARE(row.value(u"handle"), QJsonValue(u"H42"_s));
        QCOMPARE(row.value(u"bytes"), QJsonValue(232));
        QCOMPARE(row.value(u"retained"), QJsonValue(true));
        QCOMPARE(row.value(u"name"), QJsonValue(u"+33 \"x\""_s));
        QCOMPARE(row.value(u"nothing"), QJsonValue(QJsonValue::Null));
        QVERIFY(toJson(table).indexOf("handle") < toJson(table).indexOf("bytes")); // the columns' order stays
    }

    void jsonOfNoRowsIsAnEmptyList() { QCOMPARE(rowsOf(toJson(Table())).size(), 0); }

    void columnsOfOneNameStayApart()
    {
        const Table table = tableFromTexts({{u"State"_s, u"State"_s}, {u"a"_s, u"b"_s}});
        const QJsonObject row = rowsOf(toJson(table)).first().toObject();
        QCOMPARE(row.value(u"state").toString(), u"a"_s);
        QCOMPARE(row.value(u"state2").toString(), u"b"_s);
    }

    void jsonLetsNoControlOutAndLosesNothing()
    {
        const QString hostile = QString(QChar(0)) + u"\x1b[2J\x202e\x2028\x200d\xfeff"_s
            + QStringLiteral("\U000E0041👩‍👧");
        const QByteArray json = toJson(tableFromTexts({{u"Name"_s}, {hostile}}));
        for (const char byte : json)
            QVERIFY(byte == '\n' || uchar(byte) >= 0x20);
        QVERIFY(!QString::fromUtf8(json).contains(QChar(0x202e)));
        QCOMPARE(rowsOf(json).first().toObject().value(u"name").toString(), hostile);
    }

    void aModelGivesItsTable()
    {
        QStandardItemModel model(2, 2);
        model.setHorizontalHeaderLabels({u"In state"_s, u"Bytes"_s});
        model.setData(model.index(0, 1), 12, Qt::UserRole);
        model.setData(model.index(1, 1), 24, Qt::UserRole);
        const Table table = tableOf(model, {1}, {1, 0}, Qt::UserRole, {u"bytes"_s});
        QCOMPARE(table.keys, QStringList{u"bytes"_s});
        QCOMPARE(table.rows, (QList<QVariantList>{{24}, {12}}));
        QCOMPARE(columnKey(QMetaEnum::fromType<Qt::ItemDataRole>(), Qt::DisplayRole), u"displayRole"_s);
    }

    void maskingHidesPeopleAndNothingElse()
    {
        const Table masked = maskedTable(tableFromTexts(
            {{u"Handle"_s, u"Caller → called"_s, u"In state"_s, u"Line"_s},
             {u"H12345  0x4000002A"_s, u"+33 1 23 45 67 89 “Alice”"_s, u"10:41:07.112"_s, u"SIP/5550100"_s}}));
        QCOMPARE(masked.rows.first().at(0).toString(), u"H12345  0x4000002A"_s);
        QVERIFY(!masked.rows.first().at(1).toString().contains(u"67"));
        QVERIFY(!masked.rows.first().at(1).toString().contains(u"Alice"));
        QCOMPARE(masked.rows.first().at(2).toString(), u"10:41:07.112"_s);
        QVERIFY(!masked.rows.first().at(3).toString().contains(u"55501"));
    }

    void aViewIsWrittenAsItsSuffixSays_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("picture");
        QTest::addColumn<QByteArray>("begins");
        QTest::addRow("csv") << u"a.csv"_s << false << QByteArray("Handle,");
        QTest::addRow("json") << u"a.json"_s << false << QByteArray("[\n{\"handle\":\"H42\"");
        QTest::addRow("pdf of rows") << u"a.PDF"_s << false << QByteArray("%PDF-");
        QTest::addRow("svg") << u"a.svg"_s << true << QByteArray("<?xml");
        QTest::addRow("png") << u"a.png"_s << true << QByteArray("\x89PNG");
        QTest::addRow("pdf of a picture") << u"a.pdf"_s << true << QByteArray("%PDF-");
        QTest::addRow("no picture as png") << u"b.png"_s << false << QByteArray("Handle,");
    }
    void aViewIsWrittenAsItsSuffixSays()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, begins);
        QFETCH(bool, picture);
        view.hasPicture = picture;
        const Exporter exporter(&story.live, &story.clock);
        const QString path = folder.filePath(name);
        QCOMPARE(exporter.write(&view, {}, path), QString());
        QVERIFY(contents(path).startsWith(begins));
    }

    void pagesAreInTheColoursForPaper_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::addColumn<int>("papers");
        QTest::addRow("SVG") << u"svg"_s << 0;
        QTest::addRow("PNG") << u"png"_s << 0;
        QTest::addRow("PDF") << u"pdf"_s << 1;
    }
    void pagesAreInTheColoursForPaper()
    {
        QFETCH(QString, suffix);
        view.hasPicture = true;
        view.halves.papers = 0;
        const Exporter exporter(&story.live, &story.clock);
        QCOMPARE(exporter.write(&view, {}, folder.filePath(u"a."_s + suffix)), QString());
        QTEST(view.halves.papers, "papers");
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter printer(&buffer);
        view.halves.papers = 0;
        QVERIFY(exporter.paint(&view, &printer));
        QCOMPARE(view.halves.papers, 1);
    }

    void rowsCanBeTheSelectedOnes()
    {
        const Exporter exporter(&story.live, &story.clock);
        ExportChoice choice;
        choice.rows = Rows::Selected;
        const QString path = folder.filePath(u"rows.csv"_s);
        QCOMPARE(exporter.write(&view, choice, path), QString());
        QCOMPARE(fromCsv(contents(path), CsvMode::SpreadsheetSafe), callers.first(2));
    }

    void svgIsWellFormedAndDrawsThePicture()
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        QVERIFY(writeSvg(view.halves, facts(), &buffer));
        QXmlStreamReader xml(buffer.data());
        QString title;
        QString description;
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isStartElement() && xml.name() == u"title")
                title = xml.readElementText();
            else if (xml.isStartElement() && xml.name() == u"desc")
                description = xml.readElementText();
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(title.startsWith(u"Two <halves> · Simulator"));
        QVERIFY(description.contains(u"left: red & <b>"));
        QVERIFY(!description.contains(QChar(0x202e)));

        QSvgRenderer renderer(buffer.data());
        QImage image(200, 100, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        renderer.render(&painter);
        painter.end();
        QCOMPARE(image.pixelColor(50, 80), QColor(Qt::red));
        QCOMPARE(image.pixelColor(150, 80), QColor(Qt::blue));
    }

    void pngHasItsScaleAndItsWords_data()
    {
        QTest::addColumn<int>("scale");
        QTest::addRow("as on screen") << 1;
        QTest::addRow("twice") << 2;
        QTest::addRow("four times") << 4;
    }
    void pngHasItsScaleAndItsWords()
    {
        QFETCH(int, scale);
        QBuffer buffer;
        buffer.open(QIODevice::ReadWrite);
        QVERIFY(writePng(view.halves, facts(), scale, &buffer));
        const QImage image = QImage::fromData(buffer.data());
        QCOMPARE(image.size(), QSize(200, 100) * scale);
        QCOMPARE(image.pixelColor(50 * scale, 80 * scale), QColor(Qt::red));
        QCOMPARE(image.pixelColor(150 * scale, 80 * scale), QColor(Qt::blue));
        QVERIFY(image.text(u"Title"_s).startsWith(u"Two <halves>"));
        QVERIFY(image.text(u"Description"_s).contains(u"right: blue"));
    }

    // A page has 1,200 dots an inch where a screen has 96; letters grew with the picture and with the dots, too.
    void lettersFitIntoThePictureOnEveryDevice_data()
    {
        QTest::addColumn<std::function<bool(const Picture &)>>("write");
        const auto row = [](const char *name, std::function<bool(const Picture &)> write) {
            QTest::addRow("%s", name) << std::move(write);
        };
        row("SVG", [](const Picture &picture) {
            QBuffer buffer;
            return buffer.open(QIODevice::WriteOnly) && writeSvg(picture, facts(), &buffer);
        });
        row("PDF", [](const Picture &picture) {
            QBuffer buffer;
            return buffer.open(QIODevice::WriteOnly) && writePdf(picture, facts(), &buffer);
        });
        row("printer", [](const Picture &picture) {
            const QTemporaryDir pages;
            QPrinter printer(QPrinter::HighResolution);
            printer.setOutputFileName(pages.filePath(u"page.pdf"_s));
            return paintOnPage(picture, facts(), &printer);
        });
    }
    void lettersFitIntoThePictureOnEveryDevice()
    {
        QFETCH(std::function<bool(const Picture &)>, write);
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        QVERIFY(writePng(view.halves, facts(), 1, &buffer));
        const double onScreen = view.halves.textHeight;
        view.halves.textHeight = 0;
        QVERIFY(write(view.halves));
        QVERIFY2(qAbs(view.halves.textHeight - onScreen) <= 2, qPrintable(QString::number(view.halves.textHeight)));
    }

    void anEnormousPictureIsDrawnSmaller()
    {
        view.halves.size = {40'000, 20'000};
        const std::unique_ptr<QMimeData> data(pictureMimeData(view.halves, 4));
        const QImage image = qvariant_cast<QImage>(data->imageData());
        QVERIFY(!image.isNull());
        QVERIFY(qint64(image.width()) * image.height() <= MaxImagePixels + 40'000);
    }

    void anEmptyPictureIsRefused()
    {
        view.halves.size = {0, 0};
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        QVERIFY(!writeSvg(view.halves, facts(), &buffer));
        QVERIFY(!writePng(view.halves, facts(), 1, &buffer));
        QVERIFY(!writePdf(view.halves, facts(), &buffer));
        view.hasPicture = true;
        const QString path = folder.filePath(u"empty.svg"_s);
        QVERIFY(!Exporter(&story.live, &story.clock).write(&view, {}, path).isEmpty());
        QVERIFY(!QFile::exists(path));
    }

    void aLongTableIsPrintedOnPages()
    {
        QList<QStringList> rows{callers.first()};
        for (int i = 0; i < 1000; ++i)
            rows += {u"H%1"_s.arg(i), QString(300, u'x'), u"0:10"_s};
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        TablePrinter printer(tableFromTexts(rows), u"Handles"_s);
        QVERIFY(printer.print(&writer));
        QVERIFY(printer.pages() > 10);
        QVERIFY(printer.pages() < 100);
        QCOMPARE(buffer.data().count("/Type /Page\n"), printer.pages());
    }

    void aTableOnPagesCanBeRead()
    {
        const Exporter exporter(&story.live, &story.clock);
        const QString path = folder.filePath(u"rows.pdf"_s);
        QCOMPARE(exporter.write(&view, {}, path), QString());
        const QStringList words = PdfTexts::of(contents(path));
        for (const QStringList &row : callers) {
            for (const QString &cell : row)
                QVERIFY2(words.contains(cell), qPrintable(words.join(u'|')));
        }
    }

    void titlesAreWholeWhereThereIsRoom()
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        const QStringList titles{u"Application"_s, u"In state"_s, u"Caller → called"_s};
        TablePrinter printer(tableFromTexts({titles, {u"crm"_s, u"0:10"_s, u"1 → 2"_s}}), u"Handles"_s);
        QVERIFY(printer.print(&writer));
        const QStringList words = PdfTexts::of(buffer.data());
        for (const QString &title : titles)
            QVERIFY2(words.contains(title), qPrintable(words.join(u'|')));
    }

    void anEmptyTableIsOnePage()
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        QPdfWriter writer(&buffer);
        TablePrinter printer(tableFromTexts({callers.first()}), u"Handles"_s);
        QVERIFY(printer.print(&writer));
        QCOMPARE(printer.pages(), 1);
    }

    void theClipboardGetsImageAndWords()
    {
        view.hasPicture = true;
        Exporter exporter(&story.live, &story.clock);
        const QSignalSpy done(&exporter, &Exporter::done);
        exporter.copyPicture(&view);
        QCOMPARE(done.count(), 1);
        QVERIFY(QGuiApplication::clipboard()->mimeData()->hasImage());
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"left: red"));
        view.hasPicture = false;
        const QSignalSpy failed(&exporter, &Exporter::failed);
        exporter.copyPicture(&view);
        QCOMPARE(failed.count(), 1);
    }

    void aFileIsReplacedOnlyByAWholeOne()
    {
        const QString path = folder.filePath(u"old.csv"_s);
        QCOMPARE(saveFile(path, "old"), QString());
        const QString problem = saveFile(path, [](QIODevice *device) {
            device->write("half");
            return false;
        });
        QVERIFY(problem.contains(path));
        QCOMPARE(contents(path), "old");
        QCOMPARE(QDir(folder.path()).entryList({u"old*"_s}, QDir::Files), QStringList{u"old.csv"_s}); // nothing left
        QCOMPARE(saveFile(path, "new"), QString());
        QCOMPARE(contents(path), "new");
    }

    void aFullDiskIsTold()
    {
        QVERIFY(QFile::exists(u"/dev/full"_s));
        struct stat before { };
        stat("/dev/full", &before);
        const QString problem = saveFile(u"/dev/full"_s, QByteArray(100'000, 'x'));
        QVERIFY2(problem.contains(u"disk is full") || problem.contains(u"No space left"), qPrintable(problem));
        struct stat after { };
        stat("/dev/full", &after);
        QCOMPARE(after.st_ino, before.st_ino); // a device is written to, never replaced
        QVERIFY(S_ISCHR(after.st_mode));
    }

    void whereNobodyMayWriteIsTold()
    {
        QVERIFY(saveFile(folder.filePath(u"no/such/folder.csv"_s), "x").contains(u"the folder does not exist"));
        QVERIFY(saveFile(folder.path(), "x").contains(u"is a folder"));
    }

    void theDialogAsksWhatMatters()
    {
        ExportDialog dialog(
            {ExportFormat::Csv, ExportFormat::Json, ExportFormat::Svg, ExportFormat::Png, ExportFormat::Pdf}, 10, 2,
            {});
        const QList<QComboBox *> boxes = dialog.findChildren<QComboBox *>();
        QCOMPARE(boxes.size(), 4);
        QCOMPARE(dialog.choice().format, ExportFormat::Csv);
        QCOMPARE(dialog.choice().rows, Rows::Selected); // who has chosen some means them
        QVERIFY(boxes.at(2)->isEnabled());
        boxes.at(0)->setCurrentIndex(3);
        QCOMPARE(dialog.choice().format, ExportFormat::Png);
        QCOMPARE(dialog.choice().rows, Rows::All);
        QVERIFY(!boxes.at(2)->isEnabled());
        QVERIFY(boxes.at(3)->isEnabled());
        boxes.at(3)->setCurrentIndex(2);
        QCOMPARE(dialog.choice().scale, 4);
        QVERIFY(!dialog.findChild<QCheckBox *>()->isEnabled());
    }

    void aViewWithoutAnythingSaysSo()
    {
        view.texts.clear();
        QVERIFY(Exporter::formatsOf(&view).isEmpty());
        QVERIFY(Exporter::formatsOf(nullptr).isEmpty());
        Exporter exporter(&story.live, &story.clock);
        const QSignalSpy failed(&exporter, &Exporter::failed);
        exporter.exportView(&view, nullptr);
        exporter.printView(&view, nullptr);
        QCOMPARE(failed.count(), 2);
    }

private:
    static PictureFacts facts()
    {
        return {u"Two <halves>"_s, u"Simulator"_s, QDateTime::fromSecsSinceEpoch(1'795'000'000)};
    }
    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QTemporaryDir folder;
    Storyteller story;
    TestView view;
};

} // namespace Linescope::Test

QTEST_MAIN(Linescope::Test::TestExport)
#include "tst_export.moc"
