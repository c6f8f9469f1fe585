// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/linetreemodel.h"
#include "storyteller.h"
#include "worldcheck.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Linescope;
using namespace Linescope::Test;

namespace {

// The tree as it would be read aloud: "  Line 1 3/1" is a device with three handles, one of them retained.
void dump(const LineTreeModel &model, const QModelIndex &parent, const QString &indent, QStringList &lines)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        QString line = indent + index.data().toString();
        if (const int count = index.data(LineTreeModel::CountRole).toInt())
            line += u" %1/%2"_s.arg(count).arg(index.data(LineTreeModel::RetainedRole).toInt());
        lines += line;
        dump(model, index, indent + u"  "_s, lines);
    }
}

QStringList dump(const LineTreeModel &model)
{
    QStringList lines;
    dump(model, {}, {}, lines);
    return lines;
}

} // namespace

class TestLineTreeModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void showsProvidersDevicesLinesAndApplications()
    {
        Storyteller story;
        story.provider(u"pbx"_s);
        story.provider(u"Simulator"_s);
        const DeviceId device = story.device(u"PJSIP/101"_s, {1});
        story.device(u"Line 1"_s, {2});
        const HLineApp crm = story.app(u"crm"_s);
        story.app(u"dialer"_s);
        const HLine line = story.opens(crm, device);
        const CallId call = story.call(device);
        story.handle(call, line);
        story.handle(story.call(device, CallState::Idle), line);
        story.tells();
        LineTreeModel model(&story.live);
        QCOMPARE(dump(model),
                 (QStringList{u"pbx"_s, u"  PJSIP/101 2/1"_s, u"    L1 of crm 2/1"_s, u"Simulator"_s, u"  Line 1"_s,
                              u"Applications"_s, u"  crm 2/1"_s, u"  dialer"_s}));
        QCOMPARE(LineTreeModel::lineAt(model.indexOf(line)), line);
        QCOMPARE(LineTreeModel::appAt(model.indexOf(line)), crm);
        QCOMPARE(LineTreeModel::deviceAt(model.indexOf(line)), device);
        QCOMPARE(LineTreeModel::deviceAt(model.indexOf(device)), device);
        QCOMPARE(LineTreeModel::appAt(model.indexOf(crm)), crm);
        QVERIFY(LineTreeModel::lineAt(model.appsIndex()).isNull());
        QVERIFY(!model.indexOf(HLine{99}).isValid());
        QVERIFY(!model.indexOf(HLineApp{99}).isValid());
    }

    // What a model grew into is what a new one would show.
    void followsTheWorldWhateverHappens_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 20; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    void followsTheWorldWhateverHappens()
    {
        QFETCH(const quint32, seed);
        Storyteller story(seed);
        story.beginsByChance();
        story.tells();
        LineTreeModel model(&story.live);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy resets(&model, &LineTreeModel::modelReset);
        for (int frame = 0; frame < 80; ++frame) {
            story.happensByChance(8);
            if (frame % 10 == 0)
                story.device(u"extra %1"_s.arg(frame));
            if (frame % 25 == 24)
                story.removes({quint32(frame / 25 + 1)});
            story.tells();
            QCOMPARE(contradictions(story.world()), QStringList());
            QCOMPARE(dump(model), dump(LineTreeModel(&story.live)));
        }
        QCOMPARE(resets.count(), 0);
    }

    // A thousand lines, and a call on one of them: only that one is looked at.
    void theWorkPerFrameDoesNotGrowWithTheLines()
    {
        Storyteller story;
        story.provider(u"pbx"_s);
        const HLineApp crm = story.app(u"crm"_s);
        std::vector<HLine> lines;
        for (int i = 0; i < 1000; ++i)
            lines.push_back(story.opens(crm, story.device(u"line %1"_s.arg(i))));
        story.tells();
        LineTreeModel model(&story.live);
        const QModelIndex device = model.indexOf(story.world().line(lines[500])->device);
        const auto counts = [&] {
            QStringList all;
            for (const QModelIndex &index : {model.indexOf(lines[500]), device, model.indexOf(crm)})
                all += u"%1/%2"_s.arg(index.data(LineTreeModel::CountRole).toInt())
                           .arg(index.data(LineTreeModel::RetainedRole).toInt());
            return all.join(u' ');
        };
        const quint64 before = model.looks();
        const CallId call = story.call(DeviceId{501});
        const HCall handle = story.handle(call, lines[500]);
        story.tells();
        QCOMPARE(counts(), u"1/0 1/0 1/0"_s);
        story.says(call, CallState::Idle);
        story.tells();
        QCOMPARE(counts(), u"1/1 1/1 1/1"_s);
        story.voids(handle);
        story.tells();
        QCOMPARE(counts(), u"0/0 0/0 0/0"_s);
        QCOMPARE(model.looks() - before, 9U);
    }

    void whileItIsOffNothingIsDone()
    {
        Storyteller story(31);
        story.beginsByChance();
        story.tells();
        LineTreeModel model(&story.live);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (int round = 0; round < 10; ++round) {
            model.setActive(false);
            const quint64 looks = model.looks();
            const QStringList rows = dump(model);
            story.happensByChance(20);
            story.device(u"extra %1"_s.arg(round));
            story.tells();
            QCOMPARE(model.looks(), looks);
            QCOMPARE(dump(model), rows);
            model.setActive(true);
            QCOMPARE(dump(model), dump(LineTreeModel(&story.live)));
        }
    }

    void tellsWhyADeviceIsNotUp_data()
    {
        QTest::addColumn<bool>("inService");
        QTest::addColumn<bool>("connected");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("up");
        QTest::addColumn<QString>("note");
        QTest::addRow("up") << true << true << QString() << true << QString();
        QTest::addRow("out of service") << false << true << QString() << false << u"out of service"_s;
        QTest::addRow("disconnected") << true << false << QString() << false << u"disconnected"_s;
        QTest::addRow("provider's words") << false << true << u"no licence"_s << false << u"no licence"_s;
    }
    void tellsWhyADeviceIsNotUp()
    {
        QFETCH(bool, inService);
        QFETCH(bool, connected);
        QFETCH(QString, text);
        Storyteller story;
        story.provider(u"pbx"_s);
        const DeviceId device = story.device(u"PJSIP/104"_s);
        story.tells();
        LineTreeModel model(&story.live);
        story.add(Events::DeviceState{device, {101}, inService, connected, text});
        story.tells();
        QTEST(model.indexOf(device).data(LineTreeModel::UpRole).toBool(), "up");
        QTEST(model.indexOf(device).data(LineTreeModel::NoteRole).toString(), "note");
    }

    void hostileNamesArePlain()
    {
        Storyteller story;
        story.provider(u"<h1>pbx</h1>\n"_s);
        story.tells();
        LineTreeModel model(&story.live);
        const QModelIndex index = model.index(0, 0);
        QVERIFY(!index.data().toString().contains(u'\n'));
        QVERIFY(!index.data(Qt::ToolTipRole).toString().contains(u"<h1>"_s));
    }
};

QTEST_MAIN(TestLineTreeModel)
#include "tst_linetreemodel.moc"
