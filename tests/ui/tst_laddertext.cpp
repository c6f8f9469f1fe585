// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "diagrams/ladder/laddertext.h"
#include "ladderstage.h"

#include <QRegularExpression>
#include <QTest>

using namespace Linescope;
using namespace Linescope::Test;

class TestLadderText : public QObject {
    Q_OBJECT

private:
    static LadderRows rowsOf(const LadderStage &stage, CallId call)
    {
        LadderRows rows(stage.model.get());
        rows.setCalls({call});
        rows.refresh(stage.live.world());
        return rows;
    }
    static void addHostileNames()
    {
        QTest::addColumn<QString>("name");
        QTest::addRow("new line") << u"a\nend\n@enduml\n!include /etc/passwd"_s;
        QTest::addRow("written new line") << u"a\\n@enduml\\n!include x"_s;
        QTest::addRow("statements") << u"x; deactivate p0; %% c #35; &#64;"_s;
        QTest::addRow("arrows") << u"A->>B: c -) d --x e"_s;
        QTest::addRow("markup") << u"<b><img src=x onerror=alert(1)></b> [[http://x]] ~~a~~ **b** \"q\" 'c' //d//"_s;
        QTest::addRow("functions") << u"%load_json(\"/etc/passwd\") $x !define"_s;
        QTest::addRow("end") << u"end END eNd endend"_s;
        QTest::addRow("hidden") << u"a\u202e\u2028b\u0085c\0d"_s;
        QTest::addRow("very long") << QString(5'000, u'@');
        QTest::addRow("other planes") << u"\U0001F600 名前 ñ"_s;
        QTest::addRow("half a character") << QString(QChar(0xd800)) + u"x"_s;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s)); }

    void labelsHaveNoMeaning_data() { addHostileNames(); }
    void labelsHaveNoMeaning()
    {
        QFETCH(const QString, name);
        static const QRegularExpression mermaid(u"\\A([\\p{L}\\p{N} .,()→…·]|#\\d+;)*\\z"_s);
        static const QRegularExpression plantUml(u"\\A([\\p{L}\\p{N} .,()→…·]|&#\\d+;)*\\z"_s);
        static const QRegularExpression end(u"end"_s, QRegularExpression::CaseInsensitiveOption);
        QVERIFY2(mermaid.match(mermaidLabel(name)).hasMatch(), qPrintable(mermaidLabel(name)));
        QVERIFY2(!end.match(mermaidLabel(name)).hasMatch(), qPrintable(mermaidLabel(name)));
        QVERIFY2(plantUml.match(plantUmlLabel(name)).hasMatch(), qPrintable(plantUmlLabel(name)));
    }

    void labelsStayReadable()
    {
        QCOMPARE(mermaidLabel(u"LINE_CALLSTATE H1 CONNECTED"_s), u"LINE#95;CALLSTATE H1 CONNECTED"_s);
        QCOMPARE(mermaidLabel(u"end"_s), u"#101;nd"_s);
        QCOMPARE(plantUmlLabel(u"R5 → 0 <b>"_s), u"R5 → 0 &#60;b&#62;"_s);
        QCOMPARE(plantUmlLabel(u"\U0001F600"_s), u"&#128512;"_s);
    }

    void everyLineIsAStatement_data() { addHostileNames(); }
    void everyLineIsAStatement()
    {
        QFETCH(const QString, name);
        const bool isAllowed = std::none_of(name.begin(), name.end(), // for an application; not so for a caller
                                            [](QChar c) { return c.category() == QChar::Other_Control; });
        LadderStage stage;
        const CallId call = stage.playsACall(isAllowed ? name : u"crm"_s, name);
        const LadderRows rows = rowsOf(stage, call);
        static const QRegularExpression mermaid(
            u"^    (participant p\\d as |(de)?activate p\\d$|Note over p\\d(,p\\d)?: |p\\d(->>|-->>|-\\)|--\\)|--x)p\\d: )"_s);
        QStringList lines = ladderMermaid(rows).trimmed().split(u'\n');
        QCOMPARE(lines.takeFirst(), u"sequenceDiagram"_s);
        QVERIFY(lines.size() > 20);
        for (const QString &line : lines)
            QVERIFY2(mermaid.match(line).hasMatch(), qPrintable(line));
        static const QRegularExpression plantUml(
            u"^(participant \"[^\"@!\\\\<]*\" as p\\d$|(de)?activate p\\d$|h?note over p\\d(,p\\d)? : |\\.\\.\\. |p\\d \\S+ p\\d : )"_s);
        lines = ladderPlantUml(rows).trimmed().split(u'\n');
        QCOMPARE(lines.takeFirst(), u"@startuml"_s);
        QCOMPARE(lines.takeLast(), u"@enduml"_s);
        QVERIFY(lines.size() > 20);
        for (const QString &line : lines)
            QVERIFY2(plantUml.match(line).hasMatch() && !line.contains(u'@') && !line.contains(u'!'), qPrintable(line));
    }

    void activationsAreBalanced()
    {
        LadderStage stage;
        const CallId call = stage.playsACall(u"crm"_s);
        const LadderRows rows = rowsOf(stage, call);
        for (const QString &text : {ladderMermaid(rows), ladderPlantUml(rows)}) {
            QHash<QString, int> active;
            for (const QString &line : text.split(u'\n')) {
                const QStringList words = line.trimmed().split(u' ');
                if (words.first() == u"activate"_s)
                    ++active[words.value(1)];
                else if (words.first() == u"deactivate"_s)
                    QVERIFY(--active[words.value(1)] >= 0);
            }
            QCOMPARE(active.value(u"p0"_s), 1);     // the owner still has its handle
            QCOMPARE(active.value(u"p1"_s, -1), 0); // had one, and gave it back
        }
    }

    void arrowsTellTheirKind()
    {
        LadderStage stage;
        const CallId call = stage.playsACall(u"crm"_s);
        const LadderRows rows = rowsOf(stage, call);
        const QString mermaid = ladderMermaid(rows);
        for (const char *line :
             {"p0->>p2: lineAnswer H1", "p2--xp1: lineAnswer → LINEERR#95;NOTOWNER", "p2->>p3: TSPI#95;lineAnswer",
              "p2--)p0: LINE#95;REPLY R1 → 0", "Note over p0,p3: C1 CONNECTED"})
            QVERIFY2(mermaid.contains(QString::fromUtf8(line)), line);
        const QString plantUml = ladderPlantUml(rows);
        for (const char *line : {"p0 -> p2 : lineAnswer H1", "p2 -[#red]->x p1 : lineAnswer",
                                 "p2 -[bold]> p3 : TSPI&#95;lineAnswer", "hnote over p0,p3 : C1 CONNECTED", "\n... "})
            QVERIFY2(plantUml.contains(QString::fromUtf8(line)), line);
    }

    void hiddenLanesAreNotThere()
    {
        LadderStage stage;
        const CallId call = stage.playsACall(u"crm"_s);
        LadderRows rows = rowsOf(stage, call);
        QVERIFY(ladderMermaid(rows).contains(u"monitor"_s));
        QVERIFY(ladderMermaid(rows).contains(u"p3"_s));
        rows.setHiddenLanes(QSet<quint32>{stage.watcher.handle()});
        rows.refresh(stage.live.world());
        QVERIFY(!ladderMermaid(rows).contains(u"monitor"_s));
        QVERIFY(!ladderMermaid(rows).contains(u"p3"_s));
        QVERIFY(ladderPlainText(rows).contains(u"crm (A1) → Linescope: lineAnswer H1"_s));
    }
};

QTEST_MAIN(TestLadderText)
#include "tst_laddertext.moc"
