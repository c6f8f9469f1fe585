// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an action would void, beside what it then does on a real server.
#include "serverfixture.h"

#include "server/voidpreview.h"

#include <set>

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

class TestVoidPreview : public ServerFixture {
    Q_OBJECT

private Q_SLOTS:
    void thePreviewSaysWhatThenHappens_data();
    void thePreviewSaysWhatThenHappens();
    void nothingIsVoidedOnWhatIsNotThere();

private:
    enum Act { Close, Shutdown, ProviderCloses, DeviceGoes, ProviderGoes, DeallocateOne, DeallocateAll };
    void tellStory();
    QList<HCall> handlesOfA();
    VoidPreview preview(Act act, const ServerOptions &options);
    void perform(Act act);
};

// On device 3: a live call that only A owns, one that A and C own, one that only A knows, and two that are over.
void TestVoidPreview::tellStory()
{
    QVERIFY(app("A").opens(3, Privilege::Owner));
    QVERIFY(app("B").opens(3, Privilege::Monitor));
    QVERIFY(app("C").opens(3, Privilege::Owner));
    for (int number = 1; number <= 5; ++number)
        provider().offers(number, 3);
    for (int number = 1; number <= 5; ++number) {
        if (app("A").privilegeOn(number) != Privilege::Owner)
            QVERIFY(app("A").asksForNewCalls().has_value() && app("A").becomes(Privilege::Owner, number));
    }
    QVERIFY(app("C").asksForNewCalls());
    QVERIFY(app("C").becomes(Privilege::Owner, 2));
    for (const int number : {1, 2, 3})
        provider().says(number, CallState::Connected);
    for (const char *name : {"B", "C"}) {
        QVERIFY(app(name).deallocates(3));
        QVERIFY(app(name).deallocates(5));
    }
    for (const int number : {4, 5})
        provider().says(number, CallState::Idle);
    forgetThePast();
}

QList<HCall> TestVoidPreview::handlesOfA()
{
    QList<HCall> handles;
    world().handles().forEach([&](const Handle &handle) {
        if (world().appOf(handle) == app("A").id())
            handles += handle.id;
    });
    return handles;
}

VoidPreview TestVoidPreview::preview(Act act, const ServerOptions &options)
{
    switch (act) {
    case Close:
        return previewClose(world(), app("A").line(), options);
    case Shutdown:
        return previewShutdown(world(), app("A").id(), options);
    case ProviderCloses:
    case DeviceGoes:
        return previewProviderClose(world(), call(1)->device);
    case ProviderGoes:
        return previewProviderEnd(world(), provider().id());
    case DeallocateOne:
        return previewDeallocate(world(), {app("A").on(3)});
    case DeallocateAll:
        return previewDeallocate(world(), handlesOfA());
    }
    return {};
}

void TestVoidPreview::perform(Act act)
{
    switch (act) {
    case Close:
        QVERIFY(app("A").closes());
        return;
    case Shutdown:
        QVERIFY(app("A").shutsDown());
        return;
    case ProviderCloses:
        provider().closesLine(3);
        return;
    case DeviceGoes:
        provider().removesDevice(3);
        return;
    case ProviderGoes:
        provider().dies();
        return;
    case DeallocateOne:
        QVERIFY(app("A").deallocates(3));
        return;
    case DeallocateAll:
        for (const HCall handle : handlesOfA())
            QVERIFY(server().lineDeallocateCall(app("A").id(), handle));
        return;
    }
}

void TestVoidPreview::thePreviewSaysWhatThenHappens_data() // L-16, L-18, L-19, L-28, L-40, H-24, H-26, A-7
{
    QTest::addColumn<int>("act");
    QTest::addColumn<bool>("closeDrop");
    QTest::addColumn<bool>("dropsSoleOwned");
    QTest::addColumn<int>("voided");
    QTest::addColumn<int>("released");
    QTest::addColumn<int>("dropped");
    QTest::addRow("lineClose") << int(Close) << false << true << 5 << 2 << 2;
    QTest::addRow("lineClose, A-7") << int(Close) << false << false << 5 << 2 << 0;
    QTest::addRow("lineClose, CLOSEDROP and A-7") << int(Close) << true << false << 5 << 2 << 1;
    QTest::addRow("lineShutdown") << int(Shutdown) << false << true << 5 << 2 << 2;
    QTest::addRow("LINE_CLOSE") << int(ProviderCloses) << false << true << 11 << 5 << 0;
    QTest::addRow("LINE_CLOSE, CLOSEDROP") << int(ProviderCloses) << true << true << 11 << 5 << 3;
    QTest::addRow("LINE_REMOVE") << int(DeviceGoes) << false << true << 11 << 5 << 0;
    QTest::addRow("the provider dies") << int(ProviderGoes) << false << true << 11 << 5 << 0;
    QTest::addRow("one handle, the last of a live call") << int(DeallocateOne) << false << true << 1 << 1 << 0;
    QTest::addRow("the same, CLOSEDROP") << int(DeallocateOne) << true << true << 1 << 1 << 1;
    QTest::addRow("all handles of an application") << int(DeallocateAll) << false << true << 5 << 2 << 0;
}

void TestVoidPreview::thePreviewSaysWhatThenHappens()
{
    QFETCH(const int, act);
    QFETCH(const bool, closeDrop);
    QFETCH(const bool, dropsSoleOwned);
    ServerOptions options;
    options.closeDropsSoleOwned = dropsSoleOwned;
    startServer(options);
    DeviceInfo info;
    info.capFlags.setFlag(DevCapFlag::CloseDrop, closeDrop);
    provider().addsDevice(3, info);
    tellStory();
    if (QTest::currentTestFailed())
        return;

    const World before = world();
    const VoidPreview expected = preview(Act(act), options);
    perform(Act(act));
    std::set<CallId> released;
    for (const DyingHandle &dying : expected.handles) {
        QVERIFY(before.handle(dying.handle));
        QVERIFY(!world().handle(dying.handle));
        QCOMPARE(dying.state, before.call(dying.call)->state);
        QCOMPARE(dying.callReleased, !world().call(dying.call));
        if (dying.callReleased)
            released.insert(dying.call);
    }
    QTEST(int(expected.handles.size()), "voided");
    QTEST(int(expected.releasedCalls()), "released");
    QTEST(int(expected.droppedCalls()), "dropped");
    QCOMPARE(expected.retained() + expected.live(), expected.handles.size());
    QCOMPARE(before.handles().size() - world().handles().size(), expected.handles.size());
    QCOMPARE(before.calls().size() - world().calls().size(), qsizetype(released.size()));
    QCOMPARE(before.totals().libraryBytes - world().totals().libraryBytes, expected.libraryBytes);
    for (const HLine line : expected.lines)
        QVERIFY(!world().line(line));
    QCOMPARE(before.lines().size() - world().lines().size(), expected.lines.size());
    // With CLOSEDROP the provider drops by itself what is closed (H-26).
    if (!closeDrop)
        QCOMPARE(provider().commands("TSPI_lineDrop ").size(), expected.droppedCalls());
}

void TestVoidPreview::nothingIsVoidedOnWhatIsNotThere()
{
    QVERIFY(previewClose(world(), {99}).handles.isEmpty());
    QVERIFY(previewShutdown(world(), {99}).lines.isEmpty());
    QVERIFY(previewProviderClose(world(), {99}).handles.isEmpty());
    QVERIFY(previewDeallocate(world(), {HCall{99}}).handles.isEmpty());
    QVERIFY(previewProviderEnd(world(), {99}).handles.isEmpty());
}

QTEST_GUILESS_MAIN(TestVoidPreview)

#include "tst_voidpreview.moc"
