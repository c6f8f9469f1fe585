// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/pagedmap.h"

#include "tapi/ids.h"

#include <QMap>
#include <QRandomGenerator>
#include <QTest>

#include <array>
#include <functional>

using namespace Linescope;

namespace {

using Map = PagedMap<DriverCall, CallId>;
using Naming = std::function<quint32(quint32)>; // the n-th name

constexpr quint32 pageSize = Map::PageSize;

} // namespace

class TestPagedMap : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasInsertedIsFound();
    void nothingIsFoundUnderStrangeNames();
    void aNameIsGivenAnewAfterItWasRemoved();
    void anotherValueTakesThePlaceOfTheFirst();
    void namesThatCountUpLieInPages();
    void noNamesMakeItLarge_data();
    void noNamesMakeItLarge();
    void aNameIsFoundWhenItsPageIsMadeLater();
    void aRandomStoryEqualsAMap_data();
    void aRandomStoryEqualsAMap();
};

void TestPagedMap::whatWasInsertedIsFound()
{
    Map map;
    QCOMPARE(map.size(), 0);
    for (const quint32 name : {1u, 255u, 256u, 0x00ffffffu, 0x01000000u, 0x7fffffffu, 0xffffffffu})
        map.insert({name}, {name / 2 + 1});
    QCOMPARE(map.size(), 7);
    for (const quint32 name : {1u, 255u, 256u, 0x00ffffffu, 0x01000000u, 0x7fffffffu, 0xffffffffu}) {
        QVERIFY(map.contains({name}));
        QCOMPARE(map.value({name}), CallId{name / 2 + 1});
    }
    map.clear();
    QCOMPARE(map.size(), 0);
    QVERIFY(!map.contains({1}));
    QVERIFY(!map.contains({0xffffffff}));
}

void TestPagedMap::nothingIsFoundUnderStrangeNames()
{
    Map map;
    map.insert({1}, {1});
    map.insert({0xfffffffe}, {2});
    for (const quint32 strange : {0u, 2u, 256u, 0x01000000u, 0xffffffffu}) {
        QVERIFY(!map.contains({strange}));
        QCOMPARE(map.value({strange}), CallId());
        map.remove({strange});
    }
    QCOMPARE(map.size(), 2);
}

void TestPagedMap::aNameIsGivenAnewAfterItWasRemoved() // O-11: the provider's affair
{
    Map map;
    for (const quint32 name : {5u, 0xfffffff0u}) {
        map.insert({name}, {1});
        map.remove({name});
        map.remove({name});
        QVERIFY(!map.contains({name}));
        QCOMPARE(map.size(), 0);
        map.insert({name}, {2});
        QCOMPARE(map.value({name}), CallId{2});
        map.remove({name});
    }
}

void TestPagedMap::anotherValueTakesThePlaceOfTheFirst()
{
    Map map;
    for (const quint32 name : {5u, 0xfffffff0u}) {
        map.insert({name}, {1});
        map.insert({name}, {2});
        QCOMPARE(map.value({name}), CallId{2});
    }
    QCOMPARE(map.size(), 2);
}

void TestPagedMap::namesThatCountUpLieInPages()
{
    Map map;
    for (quint32 name = 1; name <= 100'000; ++name) {
        map.insert({name}, {name});
        if (name > 1000)
            map.remove({name - 1000}); // as calls come and go
        QVERIFY(map.room() <= 1000 + 2 * qsizetype(pageSize));
    }
    QCOMPARE(map.size(), 1000);
    QVERIFY(map.room() >= 1000); // all of them
}

void TestPagedMap::noNamesMakeItLarge_data()
{
    QTest::addColumn<Naming>("naming");
    QTest::addRow("one in each page") << Naming([](quint32 n) { return n * pageSize; });
    QTest::addRow("the highest") << Naming([](quint32 n) { return ~n; });
    QTest::addRow("every 4 billionth of the golden section") << Naming([](quint32 n) { return n * 2'654'435'769u; });
    QTest::addRow("from the top of the directory") << Naming([](quint32 n) { return 0x00ffffff - n * pageSize; });
}

void TestPagedMap::noNamesMakeItLarge()
{
    QFETCH(const Naming, naming);
    Map map;
    for (quint32 n = 1; n <= 50'000; ++n) {
        map.insert({naming(n)}, {n});
        QVERIFY(map.room() <= qsizetype(pageSize) * (map.size() / 64 + 4));
    }
    for (quint32 n = 1; n <= 50'000; ++n)
        QCOMPARE(map.value({naming(n)}), CallId{n});
    for (quint32 n = 1; n <= 50'000; ++n)
        map.remove({naming(n)});
    QCOMPARE(map.size(), 0);
    QCOMPARE(map.room(), 0);
}

void TestPagedMap::aNameIsFoundWhenItsPageIsMadeLater()
{
    Map map;
    for (quint32 page = 1; page <= 4; ++page)
        map.insert({page * pageSize}, {page});
    QCOMPARE(map.room(), qsizetype(4 * pageSize));
    const DriverCall early{5 * pageSize}, late{5 * pageSize + 1};
    map.insert(early, {100}); // no page: the others are empty enough
    QCOMPARE(map.room(), qsizetype(4 * pageSize));
    for (quint32 name = pageSize + 1; name <= pageSize + 64; ++name)
        map.insert({name}, {name});
    map.insert(late, {200});
    QCOMPARE(map.room(), qsizetype(5 * pageSize));
    QCOMPARE(map.value(early), CallId{100});
    QCOMPARE(map.value(late), CallId{200});
    map.insert(early, {300});
    QCOMPARE(map.value(early), CallId{300});
    map.remove(early);
    QVERIFY(!map.contains(early));
}

void TestPagedMap::aRandomStoryEqualsAMap_data()
{
    QTest::addColumn<quint32>("names");
    QTest::addRow("dense") << 500u;
    QTest::addRow("some pages") << 20'000u;
    QTest::addRow("scattered") << 0xffffffffu;
}

void TestPagedMap::aRandomStoryEqualsAMap()
{
    QFETCH(const quint32, names);
    QRandomGenerator random(4711);
    std::array<quint32, 2000> pool;
    for (quint32 &name : pool)
        name = random.bounded(names) + 1;
    Map map;
    QMap<quint32, quint32> model;
    for (quint32 step = 1; step <= 50'000; ++step) {
        const quint32 name = pool[size_t(random.bounded(2000))];
        if (random.bounded(100) < 55) {
            map.insert({name}, {step});
            model.insert(name, step);
        } else {
            map.remove({name});
            model.remove(name);
        }
        QCOMPARE(map.size(), model.size());
        const quint32 other = pool[size_t(random.bounded(2000))];
        QCOMPARE(map.value({other}).value, model.value(other));
    }
}

QTEST_APPLESS_MAIN(TestPagedMap)

#include "tst_pagedmap.moc"
