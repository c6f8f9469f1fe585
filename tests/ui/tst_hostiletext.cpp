// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Threats, rows 4 and 6: what a caller sends is text, in whatever place it is shown, and no file is opened for it.

#include "diagrams/accessiblediagram.h"
#include "diagrams/diagram.h"
#include "dialogs/closelinedialog.h"
#include "dialogs/forms.h"
#include "dialogs/reading.h"
#include "hostiletexts.h"
#include "models/callhistory.h"
#include "panels/inspector/callpanel.h"
#include "panels/inspector/section.h"
#include "panels/noticebar.h"
#include "panels/tables/handlespanel.h"
#include "panels/tables/linespanel.h"
#include "panels/tables/messagespanel.h"
#include "storyteller.h"
#include "support/export/csv.h"
#include "support/export/pictureexport.h"
#include "support/export/tableexport.h"
#include "support/text.h"

#include <QAbstractButton>
#include <QApplication>
#include <QBuffer>
#include <QComboBox>
#include <QHelpEvent>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QStatusBar>
#include <QTableWidget>
#include <QTest>
#include <QTextDocument>
#include <QTimer>
#include <QToolTip>
#include <QTreeView>
#include <QVBoxLayout>
#include <QXmlStreamReader>

namespace Linescope::Test {

namespace {

bool isForbidden(QChar c)
{
    const char16_t u = c.unicode();
    return (u < 0x20 && u != u'\n') || (u >= 0x7f && u < 0xa0) || u == 0x61c || u == 0x200e || u == 0x200f
        || (u >= 0x2028 && u <= 0x202e) || (u >= 0x2066 && u <= 0x2069) || u >= 0xfffe || u == 0xfeff;
}

// Whether nothing in it steers, hides or turns anything around.
bool isHarmless(const QString &shown) { return std::none_of(shown.cbegin(), shown.cend(), isForbidden); }

QString unbroken(QString text) { return text.remove(QChar(0x200b)); }

// What a reader of rich text sees: the words, and whether there is more than words.
bool isOnlyWords(const QString &html)
{
    QTextDocument document;
    document.setHtml(html);
    for (const QTextFormat &format : document.allFormats()) {
        if (format.isImageFormat() || format.isTableFormat() || format.isListFormat()
            || format.boolProperty(QTextFormat::IsAnchor) || format.hasProperty(QTextFormat::BackgroundImageUrl)
            || format.hasProperty(QTextFormat::FontWeight))
            return false;
    }
    return isHarmless(document.toPlainText().remove(QChar::LineSeparator));
}

QString problemOf(const QWidget *widget)
{
    const QString name = QString::fromLatin1(widget->metaObject()->className()) + u' ';
    if (!widget->toolTip().isEmpty() && (!widget->toolTip().startsWith(u"<qt>") || !isOnlyWords(widget->toolTip())))
        return name + u"tooltip: "_s + widget->toolTip();
    for (const QString &text : {widget->windowTitle(), widget->accessibleName(), widget->accessibleDescription()}) {
        if (!isHarmless(text))
            return name + u"title or accessible text: "_s + text;
    }
    if (const auto *label = qobject_cast<const QLabel *>(widget)) {
        const bool ours = label->buddy(); // a form's label, made by its layout of a constant text
        if ((label->textFormat() != Qt::PlainText && !ours) || !isHarmless(label->text()))
            return name + label->text();
    }
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget); button && !isHarmless(button->text()))
        return name + button->text();
    if (const auto *combo = qobject_cast<const QComboBox *>(widget)) {
        for (int i = 0; i < combo->count(); ++i) {
            if (!isHarmless(combo->itemText(i)))
                return name + combo->itemText(i);
        }
    }
    if (const auto *edit = qobject_cast<const QPlainTextEdit *>(widget); edit && !isHarmless(edit->toPlainText()))
        return name + edit->toPlainText();
    return {};
}

QString problemOf(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            for (const int role : {int(Qt::DisplayRole), int(Qt::AccessibleTextRole)}) {
                if (!isHarmless(index.data(role).toString()))
                    return index.data(role).toString();
            }
            const QString tip = index.data(Qt::ToolTipRole).toString();
            if (!tip.isEmpty() && !isOnlyWords(tip))
                return tip;
        }
        if (const QString problem = problemOf(model, model.index(row, 0, parent)); !problem.isEmpty())
            return problem;
    }
    return {};
}

// The first place in the window or dialog where a text is more than text; draws everything once.
QString problemIn(QWidget *window)
{
    window->grab();
    QString problem = problemOf(window);
    for (QWidget *widget : window->findChildren<QWidget *>()) {
        if (problem.isEmpty())
            problem = problemOf(widget);
        if (const auto *view = qobject_cast<QAbstractItemView *>(widget); view && view->model() && problem.isEmpty())
            problem = problemOf(*view->model());
    }
    return problem;
}

bool showsText(const QWidget *window, const QString &text)
{
    for (const QLabel *label : window->findChildren<QLabel *>()) {
        if (unbroken(label->text()).contains(unbroken(text)))
            return true;
    }
    return false;
}

// One of everything for each text, named by it.
struct Scene {
    struct Part {
        QString text;
        DeviceId device;
        HLineApp app;
        HLine line;
        CallId call;
        HCall handle;
    };

    explicit Scene(const QStringList &texts)
    {
        for (const QString &text : texts)
            parts.push_back(makePart(text));
        story.tells();
        for (const Part &part : parts)
            story.says(part.call, CallState::Idle);
        story.tells();
    }
    Part makePart(const QString &text)
    {
        Part part{text, story.device(text, story.provider(text)), story.app(text), {}, {}, {}};
        part.line = story.opens(part.app, part.device);
        part.call = story.call(part.device, CallState::Connected);
        CallInfo info;
        for (const CallInfoField &field : callInfoFields()) {
            if (const auto *member = std::get_if<QString CallInfo::*>(&field.member))
                info.**member = text;
        }
        story.add(Events::CallInfo{part.call, CallInfoState::CallerId, PackedCallInfo(info)});
        part.handle = story.handle(part.call, part.line);
        story.handle(part.call, story.opens(story.app(text), part.device), Privilege::Monitor);
        return part;
    }

    Storyteller story;
    CallHistory history{&story.live};
    std::vector<Part> parts;
};

class OneItem : public Diagram {
public:
    std::vector<DiagramItem> items() const override { return {{QRectF(0, 0, 100, 40), text, text, {}}}; }
    QString pictureName() const override { return u"one-item"_s; }
    void paintPicture(QPainter *painter) const override
    {
        painter->fillRect(viewport()->rect(), Qt::white);
        painter->setPen(Qt::black);
        painter->drawText(QRectF(0, 0, 100, 40), visibleText(text));
    }
    using Diagram::viewportEvent;

    QString text;
};

const QLabel *toolTipLabel()
{
    for (const QWidget *widget : QApplication::topLevelWidgets()) {
        if (widget->inherits("QTipLabel") && widget->isVisible())
            return qobject_cast<const QLabel *>(widget);
    }
    return nullptr;
}

} // namespace

class TestHostileText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        texts = hostileTexts(trap);
        QVERIFY(texts.size() >= 200);
        trap.opened();
    }
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }
    void cleanup()
    {
        QToolTip::hideText();
        QVERIFY2(!trap.opened(), "A file was opened because a text named it.");
    }

    void theTrapWorks()
    {
        QLabel label;
        label.setText(u"<img src='%1'>"_s.arg(trap.path()));
        label.grab();
        QVERIFY(trap.opened());
        QVERIFY(!trap.opened());
    }

    void labelsDrawItAsPlainText()
    {
        QLabel reference;
        reference.setTextFormat(Qt::PlainText);
        const std::unique_ptr<QLabel> label(makeLabel());
        for (QLabel *each : {label.get(), &reference})
            each->resize(400, 30);
        for (const QString &text : std::as_const(texts)) {
            const QString shown = visibleText(text);
            QVERIFY2(isHarmless(shown), qPrintable(text));
            QVERIFY(shown.size() <= 513);
            label->setText(shown);
            reference.setText(shown);
            QVERIFY2(label->grab().toImage() == reference.grab().toImage(), qPrintable(shown));
        }
    }

    void ordinaryTextStaysAsItIs()
    {
        for (const QString &text :
             {u"Bauer & Söhne"_s, u"日本語テスト"_s, u"مرحبا 123 שלום"_s, u"👩‍👩‍👧‍👦"_s, u"%1 <b>"_s})
            QCOMPARE(visibleText(text), text);
    }

    void longWordsGetPlacesToBreak()
    {
        for (const QString &text : std::as_const(texts)) {
            const QString shown = visibleText(text);
            const QString broken = breakableText(shown);
            QCOMPARE(unbroken(broken), unbroken(shown));
            QVERIFY(broken.isValidUtf16());
        }
    }

    void toolTipsAreOnlyWords()
    {
        QWidget widget;
        for (const QString &text : std::as_const(texts)) {
            setPlainToolTip(&widget, text);
            QVERIFY2(widget.toolTip().isEmpty() || isOnlyWords(widget.toolTip()), qPrintable(text));
            QTextDocument document;
            document.setHtml(toolTipText(text));
            QStringList lines;
            for (const QString &line : text.split(u'\n'))
                lines += visibleText(line);
            QCOMPARE(document.toPlainText().simplified(), lines.join(u'\n').simplified());
        }
    }

    void toolTipsOfDiagramsAreOnlyWords()
    {
        OneItem diagram;
        diagram.resize(200, 100);
        diagram.show();
        int shown = 0;
        for (const QString &text : std::as_const(texts)) {
            diagram.text = text;
            QHelpEvent event(QEvent::ToolTip, {5, 5}, diagram.viewport()->mapToGlobal(QPoint(5, 5)));
            diagram.viewportEvent(&event);
            if (const QLabel *tip = toolTipLabel()) {
                QVERIFY2(isOnlyWords(tip->text()), qPrintable(tip->text()));
                shown += tip->text() == toolTipText(text);
            }
            QToolTip::hideText();
        }
        QVERIFY2(shown > texts.size() * 3 / 4, qPrintable(QString::number(shown))); // some have nothing to show
    }

    void accessibleNamesOfDiagramsAreHarmless()
    {
        OneItem diagram;
        diagram.resize(200, 100);
        for (const QString &text : std::as_const(texts)) {
            diagram.text = text;
            QAccessibleInterface *item = QAccessible::queryAccessibleInterface(&diagram)->child(0);
            QVERIFY2(isHarmless(item->text(QAccessible::Name)), qPrintable(text));
            QVERIFY2(isHarmless(item->text(QAccessible::Description)), qPrintable(text));
        }
    }

    void menusShowEveryAmpersand()
    {
        QMenu menu;
        for (const QString &text : std::as_const(texts)) {
            const QAction *action = menu.addAction(menuText(text));
            QCOMPARE(QString(action->text()).replace(u"&&"_s, u"&"_s), visibleText(text));
            QVERIFY(isHarmless(action->text()));
            QVERIFY(!QString(action->text()).remove(u"&&"_s).contains(u'&')); // no mnemonic
        }
        menu.grab();
    }

    void theStatusBarShowsOneLine()
    {
        QStatusBar bar;
        bar.resize(600, 24);
        for (const QString &text : std::as_const(texts)) {
            bar.showMessage(visibleText(text));
            QVERIFY(isHarmless(bar.currentMessage()));
            QVERIFY(!bar.currentMessage().contains(u'\n'));
            bar.grab();
        }
    }

    void theNoticeBarShowsPlainText()
    {
        NoticeBar bar;
        bar.resize(400, 60);
        for (const QString &text : std::as_const(texts)) {
            bar.tell(text);
            QCOMPARE(bar.text(), visibleText(text, 1000));
            QCOMPARE(problemIn(&bar), QString());
        }
    }

    void sectionsShowPlainTitles()
    {
        Section section(u"x"_s, {}, new QWidget);
        for (const QString &text : std::as_const(texts)) {
            section.setTitle(text);
            QCOMPARE(problemIn(&section), QString());
        }
    }

    void messageBoxesShowPlainText()
    {
        int seen = 0;
        QString problem;
        QTimer answer;
        connect(&answer, &QTimer::timeout, this, [&] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            if (!box)
                return;
            ++seen;
            if (box->textFormat() != Qt::PlainText || !isHarmless(box->text()) || box->informativeText() != QString())
                problem = box->text();
            box->grab();
            box->reject();
        });
        answer.start(0);
        for (const QString &text : std::as_const(texts)) {
            tell(nullptr, u"title"_s, text);
            QVERIFY(!confirm(nullptr, u"title"_s, text, u"Do it"_s));
        }
        QCOMPARE(problem, QString());
        QCOMPARE(seen, 2 * texts.size());
    }

    void everyPanelShowsItAsPlainText()
    {
        Scene scene(texts);
        LiveWorld *live = &scene.story.live;
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        auto *handles = new HandlesPanel(live, &scene.story.clock);
        for (QWidget *panel : std::initializer_list<QWidget *>{handles, new LinesPanel(live), new MessagesPanel(live)})
            layout->addWidget(panel);
        window.resize(700, 900);
        window.show();
        handles->refresh();
        QCOMPARE(handles->model()->rowCount(), 2 * int(texts.size()));
        QCOMPARE(problemIn(&window), QString());
        for (int row = 0; row < handles->model()->rowCount(); row += 20) { // all are drawn once
            handles->view()->scrollTo(handles->model()->index(row, 0), QAbstractItemView::PositionAtTop);
            handles->view()->grab();
        }
    }

    void theInspectorShowsItAsPlainText()
    {
        Scene scene(texts);
        const HandleModel handles(&scene.story.live, &scene.story.clock);
        CallPanel panel(&scene.story.live, &scene.history, &handles);
        panel.resize(300, 900);
        panel.setVisible(true);
        panel.setEveryFieldShown(true);
        panel.section(u"events"_s)->setOpen(true);
        const auto *scroll = panel.findChild<QScrollArea *>();
        for (const Scene::Part &part : scene.parts) {
            panel.show(part.handle);
            panel.refresh();
            QCOMPARE(problemIn(&panel), QString());
            const QString party = visibleText(part.text, 20).chopped(part.text.size() > 20 ? 1 : 0);
            QVERIFY2(showsText(&panel, party), qPrintable(party));
            QCOMPARE(scroll->widget()->width(), scroll->viewport()->width()); // nothing is wider than the panel
        }
    }

    void percentSignsAreNoPlaces()
    {
        Scene scene({u"%1 %2 %3 %n"_s});
        const HandleModel handles(&scene.story.live, &scene.story.clock);
        CallPanel panel(&scene.story.live, &scene.history, &handles);
        panel.setVisible(true);
        panel.show(scene.parts.front().handle);
        panel.refresh();
        QVERIFY(panel.text().contains(u"but %1 %2 %3 %n has not given its handle back"_s));
        QVERIFY(panel.text().contains(u"stays for %1 %2 %3 %n (H2) as well"_s));
        QVERIFY(panel.text().contains(u"of %1 %2 %3 %n\n"_s));
    }

    void everyDialogShowsItAsPlainText()
    {
        Scene scene(texts);
        const World &world = scene.story.world();
        QList<HLine> lines;
        for (const Scene::Part &part : scene.parts)
            lines += part.line;
        OpenLineDialog open(world, scene.parts.front().app, scene.parts.front().device);
        MakeCallDialog make(world, lines, lines.first());
        QCOMPARE(problemIn(&open), QString());
        QCOMPARE(problemIn(&make), QString());
        for (const Scene::Part &part : scene.parts) {
            CloseLineDialog close(world, part.device, part.line, true);
            IncomingCallDialog incoming(part.text);
            CallInfoDialog info(part.text, part.text, world.call(part.call)->info.unpack());
            for (QDialog *dialog : std::initializer_list<QDialog *>{&close, &incoming, &info})
                QCOMPARE(problemIn(dialog), QString());
        }
    }

    void copiedCallsAreHarmless()
    {
        Scene scene(texts);
        const HandleModel handles(&scene.story.live, &scene.story.clock);
        CallPanel panel(&scene.story.live, &scene.history, &handles);
        for (const Scene::Part &part : scene.parts) {
            panel.show(part.handle);
            QVERIFY2(isHarmless(panel.text()), qPrintable(part.text));
            const QByteArray json = panel.json();
            QVERIFY2(isHarmless(QString::fromUtf8(json)), qPrintable(part.text));
            const QJsonObject call = QJsonDocument::fromJson(json).object();
            QCOMPARE(call.value(u"call").toString(), shortName(part.call));
            if (part.text.isValidUtf16())
                QCOMPARE(call.value(u"callInfo").toObject().value(u"callerName").toString(), part.text);
        }
    }

    void tablesComeBackAsTheyWent()
    {
        for (const QString &text : std::as_const(texts)) {
            if (!text.isValidUtf16())
                continue; // half a character is none
            const QList<QStringList> rows{{u"Name"_s, u"x"_s}, {text, u"end"_s}};
            for (const CsvMode mode : {CsvMode::SpreadsheetSafe, CsvMode::Raw})
                QCOMPARE(fromCsv(toCsv(rows, mode), mode), rows);
            const QStringList safe = fromCsv(toCsv(rows, CsvMode::SpreadsheetSafe), CsvMode::Raw).at(1);
            QVERIFY2(safe.first().isEmpty() || !QStringView(u"=+-@\t\r\n").contains(safe.first().front()),
                     qPrintable(text));
            const QByteArray json = toJson(tableFromTexts(rows));
            QVERIFY(isHarmless(QString::fromUtf8(json)));
            QCOMPARE(QJsonDocument::fromJson(json).array().first().toObject().value(u"name").toString(), text);
            const QStringList lines = toTsv(rows).split(u'\n');
            QCOMPARE(lines.size(), 3);
            QCOMPARE(lines.at(1).count(u'\t'), 1);
            QVERIFY(isHarmless(QString(lines.at(1)).remove(u'\t')));
        }
    }

    void picturesAreWellFormed()
    {
        OneItem diagram;
        diagram.resize(120, 60);
        for (const QString &text : std::as_const(texts)) {
            diagram.text = text;
            QBuffer svg;
            svg.open(QIODevice::WriteOnly);
            QVERIFY(writeSvg(diagram, {text, text, {}}, &svg));
            QXmlStreamReader xml(svg.data());
            while (!xml.atEnd()) {
                xml.readNext();
                QVERIFY2(!xml.isStartElement()
                             || (xml.name() != u"image" && xml.name() != u"script" && xml.name() != u"a"),
                         qPrintable(text));
            }
            QVERIFY2(!xml.hasError(), qPrintable(text.left(50) + xml.errorString()));
            QBuffer png;
            png.open(QIODevice::ReadWrite);
            QVERIFY(writePng(diagram, {text, text, {}}, 1, &png));
        }
    }

private:
    Trap trap;
    QStringList texts;
};

} // namespace Linescope::Test

QTEST_MAIN(Linescope::Test::TestHostileText)
#include "tst_hostiletext.moc"
