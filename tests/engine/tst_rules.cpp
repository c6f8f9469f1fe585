// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// RULES.md says which test proves which rule; this test says whether that is true.

#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

// The rules of sections 1, 3, 4 and 5 of the rulebook: kind, first, last.
struct Stretch {
    char16_t kind;
    int first;
    int last;
};
constexpr Stretch stretches[] = {{u'O', 1, 19},  {u'P', 1, 34}, {u'H', 1, 14},  {u'H', 20, 35}, {u'H', 40, 47},
                                 {u'H', 50, 56}, {u'L', 1, 11}, {u'L', 15, 35}, {u'L', 40, 46}};

QString textOf(const QString &name)
{
    QFile file(QFINDTESTDATA(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class TestRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyRuleIsProvedOrHasAReason_data();
    void everyRuleIsProvedOrHasAReason();
    void noRuleIsListedThatDoesNotExist();

private:
    QHash<QString, QString> m_rows; // rule -> second column
};

void TestRules::initTestCase()
{
    static const QRegularExpression row(uR"(^\| ([A-Z]-\d+) \| (.+) \|$)"_s, QRegularExpression::MultilineOption);
    for (auto it = row.globalMatch(textOf(u"RULES.md"_s)); it.hasNext();) {
        const auto match = it.next();
        QVERIFY2(!m_rows.contains(match.captured(1)), qPrintable(match.captured(1)));
        m_rows.insert(match.captured(1), match.captured(2));
    }
}

void TestRules::everyRuleIsProvedOrHasAReason_data()
{
    QTest::addColumn<QString>("rule");
    for (const Stretch &stretch : stretches) {
        for (int number = stretch.first; number <= stretch.last; ++number) {
            const QString rule = u"%1-%2"_s.arg(QChar(stretch.kind)).arg(number);
            QTest::newRow(qPrintable(rule)) << rule;
        }
    }
}

void TestRules::everyRuleIsProvedOrHasAReason()
{
    QFETCH(const QString, rule);
    const QString proof = m_rows.value(rule);
    QVERIFY2(proof.size() > 20, "neither a test nor a reason");
    static const QRegularExpression test(u"`(tst_\\w+)::(\\w+)`"_s);
    const QRegularExpression cited(u"\\b%1\\b"_s.arg(rule));
    for (auto it = test.globalMatch(proof); it.hasNext();) {
        const auto match = it.next();
        const QString source = textOf(match.captured(1) + u".cpp"_s);
        QVERIFY2(source.contains(u"::%1()"_s.arg(match.captured(2))), qPrintable(match.captured()));
        QVERIFY2(source.contains(cited), qPrintable(match.captured()));
    }
}

void TestRules::noRuleIsListedThatDoesNotExist()
{
    qsizetype rules = 0;
    for (const Stretch &stretch : stretches)
        rules += stretch.last - stretch.first + 1;
    QCOMPARE(m_rows.size(), rules);
}

QTEST_APPLESS_MAIN(TestRules)

#include "tst_rules.moc"
