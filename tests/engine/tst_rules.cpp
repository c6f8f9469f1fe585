// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// RULES.md says which test proves which rule; this test says whether that is true.

#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString textOf(const QString &name)
{
    QFile file(QFINDTESTDATA(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// The ids of all rules that need a row.
QStringList allRules()
{
    QStringList rules;
    for (const QString &line : textOf(u"../data/rules.txt"_s).split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.startsWith(u'#'))
            rules.append(line.section(u' ', 0, 0));
    }
    return rules;
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
    for (const QString &rule : allRules())
        QTest::newRow(qPrintable(rule)) << rule;
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
    const QStringList rules = allRules();
    QVERIFY(rules.size() > 170);
    for (auto row = m_rows.constKeyValueBegin(); row != m_rows.constKeyValueEnd(); ++row)
        QVERIFY2(rules.contains(row->first), qPrintable(row->first));
}

QTEST_APPLESS_MAIN(TestRules)

#include "tst_rules.moc"
