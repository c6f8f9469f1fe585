// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window remembers, and what it makes of a file that somebody has spoilt.

#include "support/format.h"
#include "support/settings/settings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

namespace Linescope::Test {

namespace {

// To root every file can be written: it is nobody for a while, and the folder is nobody's.
class AsNobody {
public:
    explicit AsNobody(const QString &folder)
    {
        if (!m_wasRoot)
            return;
        QStringList paths{folder};
        for (const QFileInfo &file : QDir(folder).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot))
            paths += file.filePath();
        for (const QString &path : paths)
            QCOMPARE(::chown(QFile::encodeName(path).constData(), nobody, nobody), 0);
        QCOMPARE(::seteuid(nobody), 0);
    }
    ~AsNobody()
    {
        if (m_wasRoot && ::seteuid(0) != 0)
            qFatal("Nobody cannot become root again.");
    }
    Q_DISABLE_COPY_MOVE(AsNobody)

private:
    static constexpr uid_t nobody = 65534;
    const bool m_wasRoot = ::geteuid() == 0;
};

Preferences unusual()
{
    Preferences p;
    p.appearance.scheme = ColorScheme::HighContrast;
    p.appearance.stateColors = StateColorSet::ColorBlindSafe;
    p.appearance.ownStateColors = {{CallState::Busy, qRgb(1, 2, 3)}, {CallState::OnHoldPendConf, qRgb(255, 0, 9)}};
    p.appearance.fontFamily = QStringLiteral("Noto Sans, “quoted”");
    p.appearance.fontSize = 14;
    p.appearance.scale = 150;
    p.appearance.reducedMotion = true;
    p.language = QStringLiteral("fr");
    p.ghostSeconds = 0;
    p.flash = false;
    p.formats = {ByteUnit::Decimal, TimeStyle::SinceStart};
    p.confirmed = Destructive::Drop;
    p.masking = {MaskingMode::Invent, false};
    p.alarms.usual = {0, 7, 8};
    p.alarms.apps = {{QStringLiteral("crm; =\n[x]"), {5_s, 1, 1'000'000'000'000}}, {QStringLiteral("é"), {}}};
    p.trayIcon = false;
    p.notify = false;
    p.keepCallLog = true;
    p.callLog = {CallLogSettings::Backend::Postgres,
                 QStringLiteral("/a b/c.sqlite"),
                 QStringLiteral("/run/pg"),
                 5433,
                 QStringLiteral("calls; é"),
                 QStringLiteral("u"),
                 QStringLiteral("/ca.pem"),
                 true,
                 30,
                 true,
                 500};
    return p;
}

void write(const QString &name, const QByteArray &bytes)
{
    QFile file(name);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

class TestSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".?"))); }

    void everythingIsRemembered();
    void changesAreToldOnceAndOnlyThose();
    void whatIsTakenBackIsForgotten();
    void valuesAreBroughtWithinBounds();
    void aSpoiltValueCountsAsAbsent_data();
    void aSpoiltValueCountsAsAbsent();
    void noiseDoesNoHarm();
    void actsAskUnlessToldNotTo();
    void theLayoutCanBeForgotten();
    void aFileThatIsNoUseIsToldOnce_data();
    void aFileThatIsNoUseIsToldOnce();
    void aFileThatBecomesNoUseIsToldByItself();
    void figuresFollowTheChosenUnits();
};

void TestSettings::everythingIsRemembered()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("a.ini"));
    {
        Settings settings(file);
        QVERIFY(settings.preferences() == Preferences());
        settings.setPreferences(unusual());
    }
    Settings again(file);
    QVERIFY(again.preferences() == unusual());
    again.setPreferences({});
    again.sync();
    QVERIFY(Settings(file).preferences() == Preferences());
}

void TestSettings::changesAreToldOnceAndOnlyThose()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("a.ini")));
    QSignalSpy any(&settings, &Settings::preferencesChanged);
    QSignalSpy looks(&settings, &Settings::appearanceChanged);
    QSignalSpy scheme(&settings, &Settings::colorSchemeChanged);
    QSignalSpy language(&settings, &Settings::languageChanged);
    QSignalSpy ghosts(&settings, &Settings::ghostSecondsChanged);
    QSignalSpy flash(&settings, &Settings::flashChanged);
    QSignalSpy formats(&settings, &Settings::formatsChanged);
    QSignalSpy masking(&settings, &Settings::maskingChanged);
    QSignalSpy alarms(&settings, &Settings::alarmsChanged);
    settings.setGhostSeconds(30);
    settings.setGhostSeconds(30);
    QCOMPARE(ghosts.size(), 1);
    QCOMPARE(any.size(), 1);
    QCOMPARE(looks.size() + language.size() + flash.size() + formats.size() + masking.size() + alarms.size(), 0);
    settings.setPreferences(unusual());
    for (const QSignalSpy *spy : {&looks, &scheme, &language, &flash, &formats, &masking, &alarms})
        QCOMPARE(spy->size(), 1);
    QCOMPARE(any.size(), 2);
    settings.setPreferences(unusual());
    QCOMPARE(any.size(), 2);
}

void TestSettings::whatIsTakenBackIsForgotten()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("a.ini"));
    Settings settings(file);
    settings.setPreferences(unusual());
    Preferences fewer = unusual();
    fewer.appearance.ownStateColors.remove(CallState::Busy);
    fewer.alarms.apps.remove(QStringLiteral("é"));
    settings.setPreferences(fewer);
    settings.sync();
    QVERIFY(Settings(file).preferences() == fewer);
}

void TestSettings::valuesAreBroughtWithinBounds()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("a.ini")));
    Preferences wild;
    wild.ghostSeconds = 1'000'000;
    wild.appearance.fontSize = 900;
    wild.appearance.scale = -3;
    wild.appearance.fontFamily = QString(100'000, u'x');
    wild.language = QStringLiteral("../../etc");
    for (int i = 0; i < 500; ++i)
        wild.alarms.apps.insert(QString::number(i), {});
    wild.alarms.apps.insert(QString(), {});
    settings.setPreferences(wild);
    const Preferences &tame = settings.preferences();
    QCOMPARE(tame.ghostSeconds, 3600);
    QCOMPARE(tame.appearance.fontSize, int(Appearance::MaxFontSize));
    QCOMPARE(tame.appearance.scale, int(Appearance::MinScale));
    QCOMPARE(tame.appearance.fontFamily.size(), 200);
    QCOMPARE(tame.language, QString());
    QCOMPARE(tame.alarms.apps.size(), int(Preferences::MaxAlarmApps));
    QVERIFY(!tame.alarms.apps.contains(QString()));
}

void TestSettings::aSpoiltValueCountsAsAbsent_data()
{
    QTest::addColumn<QByteArray>("ini");
    const auto row = [](const char *ini) { QTest::addRow("%s", ini) << QByteArray(ini).replace('|', '\n'); };
    row("[view]|colorScheme=mauve|stateColours=7|flash=perhaps|reducedMotion=|bytes=PiB|times=now");
    row("[view]|ghostSeconds=many|fontSize=-4|scale=1e9|language=klingon");
    row("[view]|ghostSeconds=99999999999999999999|scale=@Invalid()");
    row("[view]|colorScheme=a, b, c|ghostSeconds=1, 2, 3|language=@ByteArray(fr)x");
    row("[view]|colorScheme=@Variant(\\0\\0\\0\\x2\\0\\0\\0\\x1)|flash=@Size(1 2)");
    row("[stateColours]|BUSY=red|IDLE=#12345|CONNECTED=#gggggg|OFFERING=@Point(1 2)");
    row("[alarms]|seconds=-1|handles=lots|bytes=99999999999999999999999|notify=2");
    row("[alarmApps]|size=2000000000|0\\name=|0\\handles=3|5000\\name=late|x\\name=y");
    row("[safety]|confirmDrop=no|confirmCloseLine=0|confirmDeallocate=FALSE");
    row("[privacy]|masking=sometimes|names=nobody");
    row("view=1|privacy=2|alarms/0=3");
    row("[");
    row("]]]=|=|==|%%%%|%ZZ=1|[%]");
}

void TestSettings::aSpoiltValueCountsAsAbsent()
{
    QFETCH(QByteArray, ini);
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("a.ini"));
    write(file, ini);
    Settings settings(file);
    QVERIFY(settings.preferences() == Preferences());
    settings.setPreferences(unusual()); // and the file can be used again
    QVERIFY(settings.preferences() == unusual());
}

void TestSettings::noiseDoesNoHarm()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("a.ini"));
    QRandomGenerator random(5);
    int different = 0;
    for (int round = 0; round < 60; ++round) {
        QByteArray bytes;
        {
            QFile::remove(file);
            Settings settings(file);
            settings.setPreferences(unusual());
            settings.sync();
            QFile written(file);
            QVERIFY(written.open(QIODevice::ReadOnly));
            bytes = written.readAll();
        }
        for (int i = 0; i < 20; ++i)
            bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
        const QString noisy = folder.filePath(QString::number(round)); // QSettings knows a file by its time and size
        write(noisy, bytes);
        const Preferences read = Settings(noisy).preferences();
        QVERIFY(read == clamped(read));
        const Appearance &look = read.appearance;
        QVERIFY(look.scale >= Appearance::MinScale && look.scale <= Appearance::MaxScale);
        QVERIFY(look.fontSize == 0
                || (look.fontSize >= Appearance::MinFontSize && look.fontSize <= Appearance::MaxFontSize));
        QVERIFY(read.ghostSeconds >= 0 && read.ghostSeconds <= Preferences::MaxGhostSeconds);
        QVERIFY(read.alarms.apps.size() <= Preferences::MaxAlarmApps);
        different += read != unusual();
    }
    QVERIFY(different > 30); // the noise was read
}

void TestSettings::actsAskUnlessToldNotTo()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("a.ini"));
    Settings settings(file);
    for (const auto act :
         {Destructive::CloseLine, Destructive::Drop, Destructive::DeallocateMany, Destructive::Disconnect})
        QVERIFY(settings.confirm(act));
    settings.setConfirm(Destructive::Drop, false);
    settings.sync();
    const Settings again(file);
    QVERIFY(!again.confirm(Destructive::Drop));
    QVERIFY(again.confirm(Destructive::CloseLine));
}

void TestSettings::theLayoutCanBeForgotten()
{
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("a.ini")));
    QSignalSpy told(&settings, &Settings::layoutReset);
    settings.setLayout(QStringLiteral("docks"), "x");
    settings.setFilter(QStringLiteral("app:crm"));
    settings.resetLayout();
    QCOMPARE(told.size(), 1);
    QVERIFY(settings.layout(QStringLiteral("docks")).isEmpty());
    QCOMPARE(settings.filter(), QStringLiteral("app:crm"));
}

void TestSettings::aFileThatIsNoUseIsToldOnce_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("told");
    const QString access = QStringLiteral("cannot be read or written");
    QTest::addRow("new") << QStringLiteral("new.ini") << QString();
    QTest::addRow("new, in a new folder") << QStringLiteral("a/b/new.ini") << QString();
    QTest::addRow("as written") << QStringLiteral("good.ini") << QString();
    QTest::addRow("no settings") << QStringLiteral("bad.ini") << QStringLiteral("cannot be understood");
    QTest::addRow("the folder is a file") << QStringLiteral("good.ini/a.ini") << access;
    QTest::addRow("a folder of that name") << QStringLiteral("folder.ini") << access;
    QTest::addRow("read-only") << QStringLiteral("readonly.ini") << access;
}

void TestSettings::aFileThatIsNoUseIsToldOnce()
{
    const QTemporaryDir folder;
    write(folder.filePath(QStringLiteral("bad.ini")), "[view\n\\x=\n=\n");
    for (const char *name : {"good.ini", "readonly.ini"})
        write(folder.filePath(QString::fromLatin1(name)), "[view]\nghostSeconds=7\n");
    QFile::setPermissions(folder.filePath(QStringLiteral("readonly.ini")), QFile::ReadOwner);
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("folder.ini")));
    QFETCH(QString, name);
    QFETCH(QString, told);
    const AsNobody nobody(folder.path());
    Settings settings(folder.filePath(name));
    const QSignalSpy troubled(&settings, &Settings::troubled);
    settings.sync(); // before anything has been chosen
    QCOMPARE(troubled.size(), told.isEmpty() ? 0 : 1);
    settings.setGhostSeconds(8);
    settings.setFilter(QStringLiteral("idle"));
    settings.sync();
    settings.sync();
    QCOMPARE(troubled.size(), told.isEmpty() ? 0 : 1);
    if (troubled.isEmpty())
        return;
    const QString sentence = troubled.first().first().toString();
    QVERIFY2(sentence.contains(told) && sentence.contains(settings.fileName()), qPrintable(sentence));
}

void TestSettings::aFileThatBecomesNoUseIsToldByItself()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("a.ini"));
    Settings settings(file);
    QSignalSpy troubled(&settings, &Settings::troubled);
    settings.sync();
    QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("a.ini")));
    settings.setGhostSeconds(8);
    QVERIFY(troubled.isEmpty()); // not while the change is being made
    QVERIFY(troubled.wait());
    settings.setGhostSeconds(9);
    settings.sync();
    QCOMPARE(troubled.size(), 1);
}

void TestSettings::figuresFollowTheChosenUnits()
{
    QCOMPARE(bytesText(3482), QStringLiteral("3.4 KiB"));
    setFormats({ByteUnit::Decimal, TimeStyle::SinceStart});
    QCOMPARE(bytesText(999), QStringLiteral("999 B"));
    QCOMPARE(bytesText(3482), QStringLiteral("3.5 kB"));
    setTimeStart(1'000_s);
    QCOMPARE(timeText(1'000_s + 3'725_s + 42_ms), QStringLiteral("+1:02:05.042"));
    QCOMPARE(timeText(998_s), QStringLiteral("-0:00:02.000"));
    QCOMPARE(timeText(0), QString());
    setFormats({ByteUnit::Bytes, TimeStyle::Clock});
    QCOMPARE(bytesText(3482), QStringLiteral("3,482 B"));
    setFormats({});
}

} // namespace Linescope::Test

QTEST_GUILESS_MAIN(Linescope::Test::TestSettings)
#include "tst_settings.moc"
