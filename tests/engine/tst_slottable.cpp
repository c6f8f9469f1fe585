// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "world/slottable.h"

#include <QMap>
#include <QRandomGenerator>
#include <QTest>

#include <vector>

using namespace Linescope;

namespace {

struct Record {
    HCall id;
    int value = 0;
    friend bool operator==(const Record &, const Record &) = default;
};
using Table = SlotTable<HCall, Record>;

} // namespace

class TestSlotTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasInsertedIsFound();
    void nothingIsFoundUnderNoIdOrAStrangeOne();
    void aFreedSlotIsUsedAgainButNotItsId();
    void removingTwiceIsRemovingOnce();
    void idsFarApartCostNoSlots();
    void tablesAreEqualWhereverTheirRecordsLie();
    void aCopyIsASnapshot();
    void recordsStayWhereTheyAre();
    void aRandomStoryEqualsAMap();
    void anIdIsNeverOfAnotherKind();
    void assigningATableToItselfChangesNothing();
};

void TestSlotTable::whatWasInsertedIsFound()
{
    Table table;
    QVERIFY(table.isEmpty());
    const quint32 slot = table.insert({{42}, 7});
    QCOMPARE(table.size(), 1);
    QVERIFY(table.contains({42}));
    QCOMPARE(table.find(HCall{42})->value, 7);
    QCOMPARE(table.slotOf({42}), slot);
    QCOMPARE(table.at(slot).id, HCall{42});
}

void TestSlotTable::nothingIsFoundUnderNoIdOrAStrangeOne() // O-16: 0 is no handle
{
    Table table;
    table.insert({{1}, 1});
    for (const quint32 strange : {0u, 2u, 1023u, 1024u, 0x0fffffffu, 0xffffffffu}) {
        QVERIFY(!table.contains({strange}));
        QVERIFY(!table.find(HCall{strange}));
        QCOMPARE(table.slotOf({strange}), quint32(Table::NoSlot));
    }
}

void TestSlotTable::aFreedSlotIsUsedAgainButNotItsId() // O-16, X-8
{
    Table table;
    const quint32 slot = table.insert({{1}, 1});
    table.remove({1});
    QCOMPARE(table.size(), 0);
    QCOMPARE(table.insert({{2}, 2}), slot);
    QVERIFY(!table.contains({1}));
    QCOMPARE(table.find(HCall{2})->value, 2);
    QCOMPARE(table.slotCount(), 1u);
}

void TestSlotTable::removingTwiceIsRemovingOnce()
{
    Table table;
    table.insert({{1}, 1});
    table.insert({{2}, 2});
    table.remove({1});
    table.remove({1});
    table.remove({77});
    QCOMPARE(table.size(), 1);
    QVERIFY(table.insert({{3}, 3}) != table.insert({{4}, 4})); // the slot was freed once
}

void TestSlotTable::idsFarApartCostNoSlots()
{
    Table table;
    for (quint32 id = 1; id < 10'000'000; id += 100'000) {
        table.insert({{id}, 1});
        if (id > 100'000)
            table.remove({id - 100'000});
    }
    QCOMPARE(table.size(), 1 + (table.contains({1}) ? 1 : 0));
    QVERIFY(table.slotCount() <= 3);
}

void TestSlotTable::tablesAreEqualWhereverTheirRecordsLie()
{
    Table a;
    Table b;
    a.insert({{1}, 1});
    a.insert({{2}, 2});
    b.insert({{9}, 9});
    b.insert({{2}, 2});
    QVERIFY(!(a == b));
    b.remove({9});
    b.insert({{1}, 1});
    QVERIFY(a == b);
    b.find(HCall{1})->value = 5;
    QVERIFY(!(a == b));
    b.remove({1});
    QVERIFY(!(a == b)); // fewer
    b.insert({{3}, 1});
    QVERIFY(!(a == b)); // as many, another id
}

void TestSlotTable::aCopyIsASnapshot()
{
    Table table;
    table.insert({{1}, 1});
    Table copy = table;
    table.find(HCall{1})->value = 2;
    table.insert({{2000}, 3});
    QCOMPARE(copy.size(), 1);
    QCOMPARE(copy.find(HCall{1})->value, 1);
    copy.remove({1});
    QCOMPARE(table.find(HCall{1})->value, 2);
    copy = table;
    QVERIFY(copy == table);
}

void TestSlotTable::recordsStayWhereTheyAre()
{
    Table table;
    std::vector<const Record *> places;
    for (quint32 id = 1; id <= 10'000; ++id) {
        table.insert({{id}, int(id)});
        places.push_back(table.find(HCall{id}));
    }
    for (quint32 id = 1; id <= 10'000; id += 2)
        table.remove({id});
    for (quint32 id = 2; id <= 10'000; id += 2) {
        QCOMPARE(table.find(HCall{id}), places[id - 1]);
        QCOMPARE(table.find(HCall{id})->value, int(id));
    }
}

void TestSlotTable::aRandomStoryEqualsAMap()
{
    QRandomGenerator random(4711);
    Table table;
    QMap<quint32, int> model;
    quint32 nextId = 1;
    for (int step = 0; step < 20'000; ++step) {
        if (random.bounded(100) < 55 || model.isEmpty()) {
            table.insert({{nextId}, step});
            model.insert(nextId, step);
            nextId += 1 + quint32(random.bounded(3));
        } else {
            const quint32 id = quint32(random.bounded(int(nextId)));
            table.remove({id});
            model.remove(id);
        }
        QCOMPARE(table.size(), model.size());
    }
    qsizetype seen = 0;
    table.forEach([&](const Record &record) {
        QCOMPARE(record.value, model.value(record.id.value, -1));
        ++seen;
    });
    QCOMPARE(seen, model.size());
    for (auto it = model.cbegin(); it != model.cend(); ++it)
        QCOMPARE(table.at(table.slotOf({it.key()})).value, it.value());
}

void TestSlotTable::anIdIsNeverOfAnotherKind() // O-4, O-16, H-43
{
    const HCall call{42};
    QCOMPARE(HCall::fromHandle(call.handle()), call);
    QVERIFY(HLine::fromHandle(call.handle()).isNull());
    QVERIFY(HLineApp::fromHandle(call.handle()).isNull());
    QVERIFY(HCall::fromHandle(42).isNull());
    QCOMPARE(HCall().handle(), 0u);
    QVERIFY(HCall::fromHandle(0).isNull());
    QCOMPARE(hexName(call), QString::fromLatin1("0x4000002A"));
    QCOMPARE(shortName(call), QString::fromLatin1("H42"));
    QCOMPARE(shortName(HCall()), QString());
    QCOMPARE(deviceNumber(DeviceId{1}), 0u); // O-17
    QCOMPARE(deviceFromNumber(0), DeviceId{1});
    QVERIFY(!(RequestId{0x7fffffff}.handle() & 0x80000000)); // O-19: positive as a LONG
}

void TestSlotTable::assigningATableToItselfChangesNothing()
{
    Table table;
    table.insert({{1}, 1});
    table.insert({{2000}, 2});
    const Record *place = table.find(HCall{1});
    const Table &itself = table;
    table = itself;
    QCOMPARE(table.size(), 2);
    QCOMPARE(table.find(HCall{1}), place);
    QCOMPARE(table.find(HCall{1})->value, 1);
    QCOMPARE(table.find(HCall{2000})->value, 2);
}

QTEST_APPLESS_MAIN(TestSlotTable)

#include "tst_slottable.moc"
