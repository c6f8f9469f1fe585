// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/handles/vieworder.h"

#include <QHash>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Linescope;

namespace {

// The same, done the simple way.
class NaiveOrder {
public:
    struct Row {
        quint64 key;
        QString text;
        quint32 item;
        friend bool operator<(const Row &a, const Row &b)
        {
            return std::tie(a.key, a.text, a.item) < std::tie(b.key, b.text, b.item);
        }
    };
    void insert(const Row &row) { m_rows.insert(std::lower_bound(m_rows.begin(), m_rows.end(), row), row); }
    void remove(quint32 item)
    {
        std::erase_if(m_rows, [item](const Row &row) { return row.item == item; });
    }
    std::vector<quint32> items() const
    {
        std::vector<quint32> items;
        for (const Row &row : m_rows)
            items.push_back(row.item);
        return items;
    }

private:
    std::vector<Row> m_rows;
};

} // namespace

class TestViewOrder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textKeyAgreesWithTheOrderOfTexts()
    {
        const QStringList texts{QString(),
                                QStringLiteral("a"),
                                QStringLiteral("abcd"),
                                QStringLiteral("abcde"),
                                QStringLiteral("abd"),
                                QStringLiteral("é"),
                                QString(QChar(0xfffd))};
        for (qsizetype i = 1; i < texts.size(); ++i)
            QVERIFY(ViewOrder::textKey(texts[i - 1]) <= ViewOrder::textKey(texts[i]));
    }

    void staysLikeANaiveListWhateverHappens_data()
    {
        QTest::addColumn<bool>("withTexts");
        QTest::addColumn<int>("keys");
        QTest::addColumn<int>("operations");
        QTest::addRow("numbers, few ties") << false << 1'000'000 << 6000;
        QTest::addRow("numbers, many ties") << false << 5 << 6000;
        QTest::addRow("all alike") << false << 1 << 3000;
        QTest::addRow("texts behind equal keys") << true << 3 << 3000;
    }
    void staysLikeANaiveListWhateverHappens()
    {
        QFETCH(bool, withTexts);
        QFETCH(int, keys);
        QFETCH(int, operations);
        QRandomGenerator random(42);
        QHash<quint32, QString> texts;
        ViewOrder order;
        order.clear(withTexts ? ViewOrder::TextOf([&](quint32 item) { return texts.value(item); })
                              : ViewOrder::TextOf());
        NaiveOrder naive;
        quint32 lastItem = 0;
        for (int i = 0; i < operations; ++i) {
            const bool grow = random.bounded(operations) > i; // grows first, then shrinks
            if (grow || order.size() == 0) {
                const quint32 item = ++lastItem;
                const quint64 key = random.bounded(quint32(keys));
                texts[item] = withTexts ? QString::number(random.bounded(50)) : QString();
                const int row = order.insertionRow({key, item});
                order.insert({key, item});
                naive.insert({key, texts[item], item});
                QCOMPARE(order.rowOf(item), row);
            } else {
                const quint32 item = order.at(int(random.bounded(order.size())));
                QVERIFY(order.remove(item));
                QVERIFY(!order.remove(item));
                QCOMPARE(order.rowOf(item), -1);
                naive.remove(item);
            }
            if (i % 500 == 0 || i == operations - 1)
                compare(order, naive);
        }
    }

    void takesManyAtOnceLikeOneByOne_data()
    {
        QTest::addColumn<bool>("withTexts");
        QTest::addColumn<int>("many");
        QTest::addRow("a few") << false << 10;
        QTest::addRow("most") << false << 2500;
        QTest::addRow("a few with texts") << true << 10;
        QTest::addRow("most with texts") << true << 2500;
    }
    void takesManyAtOnceLikeOneByOne()
    {
        QFETCH(bool, withTexts);
        QFETCH(int, many);
        QRandomGenerator random(7);
        const auto textOf = [](quint32 item) { return QString::number(item % 17); };
        ViewOrder order;
        order.clear(withTexts ? ViewOrder::TextOf(textOf) : ViewOrder::TextOf());
        NaiveOrder naive;
        const auto entry = [&](quint32 item) {
            const ViewOrder::Entry entry{random.bounded(100U), item};
            naive.insert({entry.key, withTexts ? textOf(item) : QString(), item});
            return entry;
        };
        std::vector<ViewOrder::Entry> first;
        for (quint32 item = 1; item <= 3000; ++item)
            first.push_back(entry(item));
        order.assign(first);
        compare(order, naive);

        std::vector<quint32> gone;
        for (int i = 0; i < many; ++i) {
            gone.push_back(quint32(3000 - i));
            naive.remove(gone.back());
        }
        order.remove(gone);
        compare(order, naive);

        std::vector<ViewOrder::Entry> more;
        for (int i = 0; i < many; ++i)
            more.push_back(entry(quint32(10'000 + i)));
        order.insert(more);
        compare(order, naive);
    }

private:
    static void compare(const ViewOrder &order, const NaiveOrder &naive)
    {
        const std::vector<quint32> expected = naive.items();
        QCOMPARE(order.items(), expected);
        QCOMPARE(order.size(), int(expected.size()));
        for (int row = 0; row < order.size(); ++row) {
            QCOMPARE(order.at(row), expected[size_t(row)]);
            QCOMPARE(order.rowOf(expected[size_t(row)]), row);
        }
    }
};

QTEST_APPLESS_MAIN(TestViewOrder)
#include "tst_vieworder.moc"
