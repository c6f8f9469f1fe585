// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the fuzzers have found worth keeping, fed to them again: tests/data/fuzz/<target>/<file>. A target that is not
// content ends the program and has said why.

#include <QDirIterator>
#include <QFile>
#include <QTest>

using Target = int (*)(const unsigned char *data, size_t size);
extern "C" int fuzz_command(const unsigned char *data, size_t size);
extern "C" int fuzz_filter(const unsigned char *data, size_t size);
extern "C" int fuzz_journal(const unsigned char *data, size_t size);
extern "C" int fuzz_recording(const unsigned char *data, size_t size);
extern "C" int fuzz_report(const unsigned char *data, size_t size);
extern "C" int fuzz_request(const unsigned char *data, size_t size);
extern "C" int fuzz_scenario(const unsigned char *data, size_t size);

class TestFuzzCorpora : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyKeptInputIsTakenWell_data();
    void everyKeptInputIsTakenWell();
};

void TestFuzzCorpora::everyKeptInputIsTakenWell_data()
{
    QTest::addColumn<Target>("target");
    const std::pair<const char *, Target> targets[] = {
        {"command", fuzz_command}, {"filter", fuzz_filter},   {"journal", fuzz_journal},  {"recording", fuzz_recording},
        {"report", fuzz_report},   {"request", fuzz_request}, {"scenario", fuzz_scenario}};
    for (const auto &[name, target] : targets)
        QTest::addRow("%s", name) << target;
}

void TestFuzzCorpora::everyKeptInputIsTakenWell()
{
    QFETCH(Target, target);
    const QString folder = QStringLiteral(LINESCOPE_TEST_DATA "/fuzz/") + QLatin1StringView(QTest::currentDataTag());
    int inputs = 0;
    for (QDirIterator it(folder, QDir::Files); it.hasNext(); ++inputs) {
        QFile file(it.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray input = file.readAll();
        target(reinterpret_cast<const unsigned char *>(input.constData()), size_t(input.size()));
    }
    QVERIFY2(inputs > 0, qPrintable(folder));
}

QTEST_GUILESS_MAIN(TestFuzzCorpora)
#include "tst_fuzzcorpora.moc"
