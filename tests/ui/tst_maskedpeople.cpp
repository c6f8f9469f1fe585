// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Who is masked is in no text of the window, and in none that can be taken out of it.

#include "takenout.h"
#include "windowfixture.h"
#include "windowtexts.h"

#include "dialogs/reading.h"
#include "guide/commandpalette.h"
#include "guide/guide.h"
#include "guide/presenter.h"
#include "mainwindow/pages.h"
#include "panels/inspector/section.h"
#include "support/tray.h"

#include <QStatusBar>

namespace Linescope::Test {

namespace {

// Nobody else's: what of them is found anywhere has got there from the call.
const QString telltaleNumber = u"+4915792368417"_s;
const QString telltaleName = u"Zweig-Sentinel"_s;

// The first text that tells the number or the name, however it is written.
QString telltale(const QStringList &texts)
{
    for (const QString &text : texts) {
        QString bare;
        std::copy_if(text.cbegin(), text.cend(), std::back_inserter(bare),
                     [](QChar c) { return c.isLetterOrNumber(); });
        for (const QString &word : {u"15792368"_s, u"zweig"_s, u"sentinel"_s}) {
            if (bare.contains(word, Qt::CaseInsensitive))
                return text.left(500);
        }
    }
    return {};
}

// A call from there, answered and sent back there, of which one handle is void and one retained; and a call to there.
void liveThrough(WindowFixture *f)
{
    f->addApp(u"crm"_s, Privilege::Owner);
    f->addApp(u"recorder"_s, Privilege::Monitor);
    QTRY_COMPARE(f->world().lines().size(), 4);
    f->incomingCall(telltaleNumber, telltaleName);
    QTRY_COMPARE(f->world().handles().size(), 2);
    const HCall handle = f->handleOf(u"crm"_s);
    const HLineApp app = f->world().appOf(*f->world().handle(handle));
    f->window->handles()->select(handle);
    QTRY_VERIFY(f->action(ActionId::Answer)->isEnabled());
    f->action(ActionId::Answer)->trigger();
    QTRY_COMPARE(f->stateOf(handle), CallState::Connected);
    f->window->operations()->call(*callFunction(ActionId::BlindTransfer), {handle, {}, {}, telltaleNumber});
    QTRY_COMPARE(f->stateOf(handle), CallState::Idle);
    f->window->operations()->deallocate({handle});
    QTRY_VERIFY(f->rows()->ghost(handle));

    Requests::MakeCall out;
    f->world().lines().forEach([&](const Line &line) { out.line = line.app == app ? line.id : out.line; });
    out.destAddress = telltaleNumber;
    out.params.comment = telltaleName;
    f->window->operations()->makeCall(out);
    QTRY_VERIFY(!f->handleOf(u"crm"_s).isNull());
    f->window->handles()->select(f->handleOf(u"crm"_s));
    QTRY_VERIFY(!f->window->statusBar()->currentMessage().isEmpty());
}

void add(TextsBySource *texts, const QString &place, const TextsBySource &of)
{
    for (auto it = of.begin(); it != of.end(); ++it)
        texts->insert(place + u' ' + it.key(), it.value());
}

// The sources of texts that tell the number or the name, with the first such text of each.
QMap<QString, QString> telling(const TextsBySource &texts)
{
    QMap<QString, QString> told;
    for (auto it = texts.begin(); it != texts.end(); ++it) {
        if (const QString text = telltale(it.value()); !text.isEmpty())
            told.insert(it.key(), text);
    }
    return told;
}

// Those that do while nothing is masked. The tray counts only; state map and memory know no people.
QStringList whatTells()
{
    QStringList all{u"status bar"_s, u"copyCallJson"_s, u"copyCallText"_s, u"copyMermaid"_s, u"copyPlantUml"_s};
    const auto of = [&all](const QStringList &places, const QStringList &ways) {
        for (const QString &place : places) {
            for (const QString &way : ways)
                all += place + way;
        }
    };
    of({u"handles"_s, u"calls"_s, u"inspector"_s, u"messages"_s},
       {u" copy"_s, u".csv"_s, u".json"_s, u".pdf"_s, u" printed"_s});
    of({u"ladder"_s}, {u" copyPicture"_s, u".svg"_s, u".png"_s, u".pdf"_s, u" printed"_s});
    of({u"timeline"_s}, // in its description; on paper it has handles only
       {u" copyPicture"_s, u".svg"_s, u".png"_s});
    of({u"handles"_s, u"calls"_s, u"timeline"_s, u"statemap"_s, u"ladder"_s, u"memory"_s, u"findings"_s, u"leaks"_s,
        u"console"_s, u"calllog"_s, u"call information"_s},
       {u" properties"_s, u" rows"_s, u" accessible"_s});
    return all;
}

} // namespace

class TestMaskedPeople : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void areInNoText_data();
    void areInNoText();
};

void TestMaskedPeople::areInNoText_data()
{
    QTest::addColumn<MaskingMode>("mode");
    QTest::addColumn<bool>("presenting");
    QTest::addColumn<bool>("early"); // before the calls; otherwise when everything is on screen already
    QTest::addRow("not masked") << MaskingMode::Off << false << false; // or the others could not fail
    QTest::addRow("masked from the start") << MaskingMode::Mask << false << true;
    QTest::addRow("masked later") << MaskingMode::Mask << false << false;
    QTest::addRow("invented from the start") << MaskingMode::Invent << false << true;
    QTest::addRow("invented later") << MaskingMode::Invent << false << false;
    QTest::addRow("presented from the start") << MaskingMode::Off << true << true;
    QTest::addRow("presented later") << MaskingMode::Off << true << false;
}

void TestMaskedPeople::areInNoText() // threats, promise 28
{
    QFETCH(MaskingMode, mode);
    QFETCH(bool, presenting);
    QFETCH(bool, early);
    const bool open = mode == MaskingMode::Off && !presenting;
    WindowFixture f;
    const Tray tray(&f.live, f.window.get());
    const auto mask = [&] {
        Preferences wanted = f.settings.preferences();
        wanted.masking = {mode, true};
        f.settings.setPreferences(wanted);
        f.window->guide()->presenter()->setActive(presenting);
    };
    if (early)
        mask();
    liveThrough(&f);
    if (QTest::currentTestFailed())
        return;
    f.window->call()->setEveryFieldShown(true);
    f.window->call()->section(u"events"_s)->setOpen(true);
    f.window->guide()->palette()->open();
    f.window->guide()->palette()->hide();
    for (const QString &name : f.window->pages()->names()) {
        f.window->showView(name);
        f.window->grab();
    }
    if (!early)
        mask();
    TextsBySource texts{{u"status bar"_s, {f.window->statusBar()->currentMessage()}}, {u"tray"_s, {tray.toolTip()}}};
    for (const QString &name : f.window->pages()->names()) {
        f.window->showView(name);
        f.window->grab();
        add(&texts, name, WindowTexts::all());
    }
    QCOMPARE(f.whyNot(ActionId::ViewInfo), QString());
    QVERIFY(f.triggerAndAnswer<CallInfoDialog>(ActionId::ViewInfo, [&](CallInfoDialog *dialog) {
        add(&texts, u"call information"_s, WindowTexts::all());
        dialog->reject();
    }));
    texts.insert(TakenOut::of(&f));
    if (QTest::currentTestFailed())
        return;
    const QMap<QString, QString> told = telling(texts);
    for (auto it = told.begin(); it != told.end(); ++it)
        QVERIFY2(open && whatTells().contains(it.key()), qPrintable(it.key() + u": "_s + it.value()));
    for (const QString &source : whatTells()) {
        QVERIFY2(!open || told.contains(source), qPrintable(source));
        // Masked later, the ladder begins anew, the log has nothing selected, and what the status bar said goes.
        const bool isAnew = !early
            && (source.startsWith(u"ladder") || source == u"copyMermaid" || source == u"copyPlantUml"
                || source == u"messages copy" || source == u"status bar");
        QVERIFY2(isAnew || !texts.value(source).join(QString()).isEmpty(), qPrintable(source));
    }
}

} // namespace Linescope::Test

QTEST_MAIN(Linescope::Test::TestMaskedPeople)
#include "tst_maskedpeople.moc"
