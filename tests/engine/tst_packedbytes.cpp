// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Run under AddressSanitizer and ThreadSanitizer too: who drops a block last frees it.

#include "tapi/packedbytes.h"

#include <QTest>

#include <array>
#include <thread>

using namespace Linescope;

namespace {

QByteArray counted(qsizetype size)
{
    QByteArray bytes(size, '\0');
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = char(i + 1);
    return bytes;
}

} // namespace

class TestPackedBytes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsPutInComesOut_data();
    void whatIsPutInComesOut();
    void theyTakeOneWordAndNoMemoryWhenFew();
    void copiesShareTheirMemory();
    void aCopyOutlivesItsOriginal_data();
    void aCopyOutlivesItsOriginal();
    void oneMayBeAssignedToItself();
    void theyAreEqualByTheirBytes();
    void threadsMayDropTheirCopies();
};

void TestPackedBytes::whatIsPutInComesOut_data()
{
    QTest::addColumn<QByteArray>("bytes");
    for (const qsizetype size : {0, 1, 2, 6, 7, 8, 9, 63, 127, 128, 100'000})
        QTest::addRow("%d bytes", int(size)) << counted(size);
    QTest::addRow("NULs") << QByteArray(5, '\0');
    QTest::addRow("ones") << QByteArray(7, '\xff');
    QTest::addRow("many NULs") << QByteArray(50, '\0');
}

void TestPackedBytes::whatIsPutInComesOut()
{
    QFETCH(const QByteArray, bytes);
    const PackedBytes packed(bytes);
    QCOMPARE(packed.view().toByteArray(), bytes);
    QVERIFY(packed == PackedBytes(bytes));
    QCOMPARE(packed.heapBytes() == 0, bytes.size() < qsizetype(sizeof(void *)));
}

void TestPackedBytes::theyTakeOneWordAndNoMemoryWhenFew()
{
    QCOMPARE(sizeof(PackedBytes), sizeof(void *));
    QCOMPARE(PackedBytes().heapBytes(), 0);
    QVERIFY(PackedBytes().view().isEmpty());
    QCOMPARE(PackedBytes(counted(sizeof(void *) - 1)).heapBytes(), 0);
    QCOMPARE(PackedBytes(counted(100)).heapBytes(), 108);
}

void TestPackedBytes::copiesShareTheirMemory()
{
    const PackedBytes packed(counted(100));
    PackedBytes copy;
    copy = packed;
    QCOMPARE(static_cast<const void *>(copy.view().data()), static_cast<const void *>(packed.view().data()));
}

void TestPackedBytes::aCopyOutlivesItsOriginal_data()
{
    QTest::addColumn<QByteArray>("bytes");
    for (const qsizetype size : {0, 5, 100})
        QTest::addRow("%d bytes", int(size)) << counted(size);
}

void TestPackedBytes::aCopyOutlivesItsOriginal()
{
    QFETCH(const QByteArray, bytes);
    PackedBytes assigned(counted(50));
    PackedBytes moved;
    {
        const PackedBytes original(bytes);
        PackedBytes copy = original;
        assigned = original;
        moved = std::move(copy);
    }
    QCOMPARE(assigned.view().toByteArray(), bytes);
    QCOMPARE(moved.view().toByteArray(), bytes);
}

void TestPackedBytes::oneMayBeAssignedToItself()
{
    PackedBytes packed(counted(100));
    const PackedBytes &same = packed;
    packed = same;
    QCOMPARE(packed.view().toByteArray(), counted(100));
}

void TestPackedBytes::theyAreEqualByTheirBytes()
{
    QVERIFY(PackedBytes() == PackedBytes(QByteArrayView()));
    for (const qsizetype size : {1, 7, 8, 100}) {
        QByteArray other = counted(size);
        other[size - 1] = 'x';
        QVERIFY(!(PackedBytes(counted(size)) == PackedBytes(other)));
        QVERIFY(!(PackedBytes(counted(size)) == PackedBytes(counted(size - 1))));
    }
}

void TestPackedBytes::threadsMayDropTheirCopies()
{
    PackedBytes packed(counted(100));
    const auto copyAndDrop = [copy = packed] {
        PackedBytes another;
        for (int round = 0; round < 1000; ++round) {
            another = copy;
            another = PackedBytes();
        }
    };
    std::array<std::thread, 4> threads;
    for (std::thread &thread : threads)
        thread = std::thread(copyAndDrop);
    packed = PackedBytes();
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(packed.heapBytes(), 0);
}

QTEST_APPLESS_MAIN(TestPackedBytes)

#include "tst_packedbytes.moc"
