// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/findings/findingsfilter.h"
#include "models/findings/findingsmodel.h"
#include "panels/checks/findingspanel.h"
#include "storyteller.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QTreeView>

using namespace Linescope;
using namespace Linescope::Test;
using namespace Qt::StringLiterals;

namespace {

void finds(Storyteller &story, const char *rule, Severity severity, const QString &subject,
           const QString &text = u"x"_s, Evidence evidence = {})
{
    story.add(Events::FindingRaised{std::make_shared<const Finding>(Finding{rule, severity, subject, text, evidence})});
}

QString cell(const QAbstractItemModel &model, int row, FindingsModel::Column column, const QModelIndex &parent = {})
{
    return model.index(row, int(column), parent).data().toString();
}

// "V-15 x2: C2 C1": groups with what is in them.
QStringList groups(const QAbstractItemModel &model)
{
    using enum FindingsModel::Column;
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex group = model.index(row, 0);
        QString line = group.data().toString().section(u' ', 0, 0) + u" x"_s + cell(model, row, Count) + u':';
        for (int child = 0; child < model.rowCount(group); ++child)
            line += u' ' + cell(model, child, What, group).section(u' ', 0, 0);
        lines += line;
    }
    return lines;
}

QPushButton *button(const QWidget &panel, const QString &text)
{
    for (QPushButton *button : panel.findChildren<QPushButton *>()) {
        if (button->text().remove(u'&').startsWith(text))
            return button;
    }
    return nullptr;
}

bool says(const QWidget &panel, const QString &text)
{
    for (const QLabel *label : panel.findChildren<QLabel *>()) {
        if (label->isVisibleTo(&panel) && label->text().remove(QChar(0x200b)).contains(text))
            return true;
    }
    return false;
}

// Answers the next question for a text.
void answers(const QString &text, bool accepts = true)
{
    QTimer::singleShot(0, [=] {
        auto *dialog = qobject_cast<QInputDialog *>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        dialog->setTextValue(text);
        accepts ? dialog->accept() : dialog->reject();
    });
}

} // namespace

class TestFindings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areGroupedByRuleTheLatestFirst()
    {
        Storyteller story;
        FindingsModel model(&story.live);
        finds(story, "V-15", Severity::Violation, u"C1"_s);
        finds(story, "V-42", Severity::Warning, u"D1"_s);
        story.tells();
        finds(story, "V-15", Severity::Violation, u"C2"_s);
        story.tells();
        QCOMPARE(groups(model), (QStringList{u"V-15 x2: C2 C1"_s, u"V-42 x1: D1"_s}));
        QCOMPARE(cell(model, 0, FindingsModel::Column::Severity), u"▲ violation"_s);
        QCOMPARE(cell(model, 1, FindingsModel::Column::Severity), u"△ warning"_s);
        QCOMPARE(model.count(Severity::Violation), 2u);
        QCOMPARE(model.count(Severity::Warning), 1u);
        model.setGrouping(FindingGrouping::Subject);
        QCOMPARE(groups(model), (QStringList{u"C1 x1: V-15"_s, u"D1 x1: V-42"_s, u"C2 x1: V-15"_s}));
    }

    void areNotTakenTwice()
    {
        Storyteller story;
        FindingsModel model(&story.live);
        finds(story, "V-15", Severity::Violation, u"C1"_s);
        story.tells();
        const Event again{story.world().seq(), 0,
                          Events::FindingRaised{std::make_shared<const Finding>(Finding{"V-15", {}, u"C1"_s, {}, {}})}};
        model.note({again});
        QCOMPARE(model.totalCount(), 1u);
        model.clear();
        model.note({again});
        QCOMPARE(model.totalCount(), 1u);
    }

    void theOldestGoAndAllAreCounted_data()
    {
        QTest::addColumn<FindingGrouping>("grouping");
        QTest::addColumn<int>("perBatch");
        QTest::addColumn<QStringList>("rows");
        for (const int perBatch : {1, 3, 100}) {
            QTest::addRow("by rule, %d at once", perBatch)
                << FindingGrouping::Rule << perBatch << QStringList{u"V-15 x5: C8"_s, u"V-16 x5: C9 C7"_s};
            QTest::addRow("by subject, %d at once", perBatch)
                << FindingGrouping::Subject << perBatch
                << QStringList{u"C7 x1: V-16"_s, u"C8 x1: V-15"_s, u"C9 x1: V-16"_s};
        }
    }
    void theOldestGoAndAllAreCounted()
    {
        QFETCH(FindingGrouping, grouping);
        QFETCH(int, perBatch);
        Storyteller story;
        FindingsModel model(&story.live, 3);
        model.setGrouping(grouping);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (int i = 0; i < 10; ++i) {
            finds(story, i % 2 == 1 ? "V-16" : "V-15", Severity::Violation, u"C%1"_s.arg(i));
            if (i % perBatch == perBatch - 1)
                story.tells();
        }
        story.tells();
        QTEST(groups(model), "rows");
        QCOMPARE(model.totalCount(), 10u);
        QCOMPARE(model.items().size(), 3u);
    }

    void aFloodOfSubjectsIsTakenAtOnce()
    {
        Storyteller story;
        FindingsModel model(&story.live, 1000);
        model.setGrouping(FindingGrouping::Subject);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        for (int i = 0; i < 5000; ++i)
            finds(story, "V-18", Severity::Violation, u"C%1"_s.arg(i));
        story.tells();
        QCOMPARE(model.rowCount(), 1000);
        QCOMPARE(cell(model, 999, FindingsModel::Column::What), u"C4999"_s);
        QCOMPARE(model.totalCount(), 5000u);
        QVERIFY(inserted.isEmpty());
    }

    void whatIsMutedIsHiddenAndDoesNotCount()
    {
        Storyteller story;
        FindingsModel model(&story.live);
        FindingsFilter filter;
        filter.setSourceModel(&model);
        const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        finds(story, "V-15", Severity::Violation, u"C1"_s);
        finds(story, "V-42", Severity::Warning, u"D1"_s);
        story.tells();
        model.setMuted({{u"V-42"_s, u"it has no bell"_s}});
        QCOMPARE(groups(filter), QStringList{u"V-15 x1: C1"_s});
        QCOMPARE(model.count(Severity::Warning), 0u);
        filter.setMutedShown(true);
        QCOMPARE(filter.rowCount(), 2);
        model.setMuted({});
        filter.setMutedShown(false);
        QCOMPARE(filter.rowCount(), 2);
    }

    void areFilteredBySeverityAndWords_data()
    {
        QTest::addColumn<Severity>("least");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QStringList>("rows");
        QTest::newRow("all") << Severity::Info << QString()
                             << QStringList{u"V-15 x2: C2 C1"_s, u"V-42 x1: D1"_s, u"R-4 x1: A1"_s};
        QTest::newRow("warnings") << Severity::Warning << QString()
                                  << QStringList{u"V-15 x2: C2 C1"_s, u"V-42 x1: D1"_s};
        QTest::newRow("violations") << Severity::Violation << QString() << QStringList{u"V-15 x2: C2 C1"_s};
        QTest::newRow("subject") << Severity::Info << u"c2"_s << QStringList{u"V-15 x2: C2"_s};
        QTest::newRow("rule") << Severity::Info << u"v-42"_s << QStringList{u"V-42 x1: D1"_s};
        QTest::newRow("text") << Severity::Info << u"BELL"_s << QStringList{u"V-42 x1: D1"_s};
        QTest::newRow("two words") << Severity::Info << u" c1  v-15 "_s << QStringList{u"V-15 x2: C1"_s};
        QTest::newRow("none") << Severity::Info << u"nobody"_s << QStringList();
    }
    void areFilteredBySeverityAndWords()
    {
        QFETCH(Severity, least);
        QFETCH(QString, words);
        Storyteller story;
        FindingsModel model(&story.live);
        FindingsFilter filter;
        filter.setSourceModel(&model);
        finds(story, "V-15", Severity::Violation, u"C1"_s);
        finds(story, "V-15", Severity::Violation, u"C2"_s);
        finds(story, "V-42", Severity::Warning, u"D1"_s, u"No bell."_s);
        finds(story, "R-4", Severity::Info, u"A1"_s);
        story.tells();
        filter.setLeast(least);
        filter.setWords(words);
        QTEST(groups(filter), "rows");
    }

    void areMaskedWithTheRest()
    {
        Storyteller story;
        FindingsModel model(&story.live);
        const QString number = u"+33199001234"_s;
        finds(story, "V-15", Severity::Violation, u"C1"_s, u"After "_s + number);
        story.tells();
        QVERIFY(cell(model, 0, FindingsModel::Column::Details, model.index(0, 0)).contains(number));
        story.live.setMasking({MaskingMode::Mask, true});
        QCOMPARE(model.totalCount(), 1u);
        QVERIFY(!cell(model, 0, FindingsModel::Column::Details, model.index(0, 0)).contains(number));
        QVERIFY(!cell(model, 0, FindingsModel::Column::Details).contains(number));
    }

    void thePanelTellsWhatShowsIt()
    {
        Storyteller story;
        SharedSelection selection;
        FindingsPanel panel(&story.live, &selection,
                            [](quint64 seq) { return seq == 7 ? u"LINE_CALLSTATE d40 IDLE"_s : QString(); });
        QVERIFY(says(panel, u"Select a finding"_s));
        QVERIFY(says(panel, u"Nothing has been found"_s));
        finds(story, "V-21", Severity::Warning, u"C17"_s, u"Without a cause."_s, {7, 3});
        story.tells();
        panel.refresh();
        QVERIFY(!says(panel, u"Nothing has been found"_s));
        QVERIFY(panel.summary().startsWith(u"1 warning"_s));
        panel.view()->setCurrentIndex(panel.view()->model()->index(0, 0));
        QVERIFY(says(panel, u"V-21"_s));
        QVERIFY(says(panel, u"Without a cause."_s));
        QVERIFY(says(panel, u"Event 7: LINE_CALLSTATE d40 IDLE"_s));
        QVERIFY(says(panel, u"event 3: not in the log any more"_s));

        QSignalSpy messages(&panel, &FindingsPanel::messageWanted);
        QSignalSpy moments(&panel, &FindingsPanel::momentWanted);
        button(panel, u"Show in messages"_s)->click();
        button(panel, u"Show the moment"_s)->click();
        QCOMPARE(messages, (QList<QVariantList>{{7ull}}));
        QCOMPARE(moments, (QList<QVariantList>{{7ull}}));
        button(panel, u"Select C17"_s)->click();
        QCOMPARE(selection.current().call, CallId{17});
    }

    void aRuleIsMutedForAReason()
    {
        Storyteller story;
        SharedSelection selection;
        FindingsPanel panel(&story.live, &selection, [](quint64) { return QString(); });
        panel.show();
        finds(story, "V-42", Severity::Warning, u"D1"_s);
        story.tells();
        QSignalSpy changed(&panel, &FindingsPanel::mutedChanged);
        const auto choose = [&] { panel.view()->setCurrentIndex(panel.view()->model()->index(0, 0)); };
        choose();
        answers(u"never mind"_s, false);
        button(panel, u"Mute V-42"_s)->click();
        QVERIFY(changed.isEmpty());
        answers(u"It has no bell."_s);
        button(panel, u"Mute V-42"_s)->click();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(panel.model()->muted(), (MutedRules{{u"V-42"_s, u"It has no bell."_s}}));
        QCOMPARE(panel.view()->model()->rowCount(), 0);
        QCOMPARE(panel.summary(), QString());
        QVERIFY(says(panel, u"No finding matches."_s));
        panel.findChild<QCheckBox *>()->setChecked(true);
        choose();
        QVERIFY(says(panel, u"Muted: It has no bell."_s));
        button(panel, u"Unmute V-42"_s)->click();
        QVERIFY(panel.model()->muted().isEmpty());
        QVERIFY(panel.summary().startsWith(u"1 warning"_s));
    }

    void staysRightWhateverHappens_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 4; ++seed)
            QTest::addRow("%u", seed) << seed;
    }
    void staysRightWhateverHappens()
    {
        QFETCH(quint32, seed);
        Storyteller story(seed);
        FindingsModel model(&story.live, 40);
        FindingsFilter filter;
        filter.setSourceModel(&model);
        const QAbstractItemModelTester testers[] = {
            QAbstractItemModelTester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest),
            QAbstractItemModelTester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest)};
        static constexpr const char *rules[] = {"V-15", "V-16", "V-42", "T-13", "R-4"};
        quint64 all = 0;
        for (int i = 0; i < 100; ++i) {
            switch (story.chance(12)) {
            case 0:
                model.setGrouping(FindingGrouping(story.chance(2)));
                break;
            case 1:
                model.setMuted(story.chance(2) == 0 ? MutedRules() : MutedRules{{u"V-42"_s, u"why"_s}});
                break;
            case 2:
                filter.setLeast(Severity(story.chance(3)));
                break;
            case 3:
                filter.setWords(story.chance(2) == 0 ? QString() : u"C1"_s);
                break;
            default:
                for (int n = story.chance(30); n > 0; --n, ++all)
                    finds(story, rules[story.chance(5)], Severity(story.chance(3)), u"C%1"_s.arg(story.chance(20)));
                story.tells();
            }
            QCOMPARE(model.totalCount(), all);
            QVERIFY(model.items().size() <= 40);
            size_t rows = 0;
            for (int group = 0; group < model.rowCount(); ++group)
                rows += size_t(model.rowCount(model.index(group, 0)));
            QCOMPARE(rows, model.items().size());
        }
    }
};

QTEST_MAIN(TestFindings)
#include "tst_findings.moc"
