// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The audit log on screen.

#include "dialogs/auditdialog.h"
#include "journal/eventfeed.h"
#include "models/liveworld.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace Linescope;
using namespace Qt::StringLiterals;

namespace {

using Column = AuditModel::Column;

AuditRow actRow(const Request &request, const QString &called = u"5550117"_s)
{
    AuditedAct act;
    act.app = u"desk (A1)"_s;
    act.request = request;
    act.provider = u"pbx"_s;
    act.line = u"PJSIP/6001"_s;
    act.call = CallId{17};
    act.caller = u"5550100"_s;
    act.called = called;
    AuditRow row;
    row.time = 1'795'000'000_s;
    row.session = u"one"_s;
    row.user = u"anna"_s;
    row.host = u"desk1"_s;
    row.what = act;
    return row;
}

} // namespace

class TestAuditDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"audit.jsonl"_s);
        m_live.setMasking({});
    }

    void anActIsARowWithItsResult()
    {
        write(actRow(Requests::Drop{HCall{3}}));
        writeResult(1, LineError::None);
        write(actRow(Requests::BlindTransfer{HCall{3}, u"5550123"_s}));
        writeResult(3, LineError::InvalCallState);
        write(actRow(Requests::Park{HCall{3}, ParkMode::NonDirected, {}}));
        AuditDialog dialog(m_path, &m_live);
        const QAbstractItemModelTester tester(dialog.model());
        QVERIFY(isChecked(dialog));
        QCOMPARE(dialog.model()->rowCount(), 3);
        QCOMPARE(cell(dialog, 0, Column::Function), u"linePark"_s); // the latest first
        QCOMPARE(cell(dialog, 0, Column::Result), u"no answer"_s);
        QCOMPARE(cell(dialog, 1, Column::Details), u"H3 5550123"_s);
        QCOMPARE(cell(dialog, 1, Column::Result), u"LINEERR_INVALCALLSTATE"_s);
        QCOMPARE(cell(dialog, 2, Column::User), u"anna@desk1"_s);
        QCOMPARE(cell(dialog, 2, Column::App), u"desk (A1)"_s);
        QCOMPARE(cell(dialog, 2, Column::Line), u"PJSIP/6001"_s);
        QCOMPARE(cell(dialog, 2, Column::Call), u"C17  5550100 → 5550117"_s);
        QCOMPARE(cell(dialog, 2, Column::Result), u"done"_s);
        QVERIFY(dialog.verdict().contains(u"as it was written"_s));
        QVERIFY(dialog.flaws().isEmpty());
    }

    void whatWasChangedIsSaid()
    {
        write(actRow(Requests::Drop{HCall{3}}));
        write(actRow(Requests::Drop{HCall{4}}));
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray bytes = file.readAll().replace("H3", "H4");
        file.seek(0);
        file.write(bytes);
        file.close();
        AuditDialog dialog(m_path, &m_live);
        QVERIFY(isChecked(dialog));
        QVERIFY(dialog.verdict().contains(u"changed"_s));
        QVERIFY2(dialog.flaws().startsWith(u"Line 1: "_s), qPrintable(dialog.flaws()));
        QCOMPARE(dialog.model()->rowCount(), 2);
    }

    void anEmptyLogSaysSo()
    {
        AuditDialog dialog(m_path, &m_live);
        QVERIFY(isChecked(dialog));
        QCOMPARE(dialog.verdict(), u"The audit log is empty."_s);
        for (const QPushButton *button : dialog.findChildren<QPushButton *>())
            QCOMPARE(button->isEnabled(), button->text().contains(u"Close"_s));
    }

    void itFollowsTheFile()
    {
        AuditDialog dialog(m_path, &m_live);
        QVERIFY(isChecked(dialog));
        write(actRow(Requests::Drop{HCall{3}}));
        QTRY_COMPARE(dialog.model()->rowCount(), 1);
    }

    void numbersAreMaskedOnScreenOnly()
    {
        write(actRow(Requests::BlindTransfer{HCall{3}, u"5550123"_s}));
        m_live.setMasking({MaskingMode::Mask, true});
        AuditDialog dialog(m_path, &m_live);
        QVERIFY(isChecked(dialog));
        QCOMPARE(cell(dialog, 0, Column::Details), u"H3 *****23"_s);
        QCOMPARE(cell(dialog, 0, Column::Call), u"C17  *****00 → *****17"_s);
        m_live.setMasking({});
        QCOMPARE(cell(dialog, 0, Column::Details), u"H3 5550123"_s);
    }

    void theSearchLooksInAllColumns()
    {
        write(actRow(Requests::Drop{HCall{3}}, u"5550111"_s));
        write(actRow(Requests::Hold{HCall{3}}, u"5550122"_s));
        AuditDialog dialog(m_path, &m_live);
        QVERIFY(isChecked(dialog));
        for (const QString &text : {u"linehold"_s, u"5550122"_s}) {
            dialog.searchField()->setText(text);
            QCOMPARE(dialog.table()->model()->rowCount(), 1);
        }
        dialog.searchField()->setText(u"nothing of that"_s);
        QCOMPARE(dialog.table()->model()->rowCount(), 0);
    }

    void theFingerprintGoesToTheClipboard()
    {
        write(actRow(Requests::Drop{HCall{3}}));
        AuditDialog dialog(m_path, &m_live);
        QVERIFY(isChecked(dialog));
        QCOMPARE(dialog.fingerprint().size(), 64);
        for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
            if (button->text().contains(u"fingerprint"_s))
                button->click();
        }
        QCOMPARE(QGuiApplication::clipboard()->text(), dialog.fingerprint());
    }

    void whatIsShownIsExported()
    {
        write(actRow(Requests::Drop{HCall{3}}));
        writeResult(1, LineError::None);
        write(actRow(Requests::Hold{HCall{3}}));
        AuditDialog dialog(m_path, &m_live);
        QVERIFY(isChecked(dialog));
        dialog.searchField()->setText(u"lineDrop"_s);
        const QString json = m_folder->filePath(u"out.json"_s), csv = m_folder->filePath(u"out.csv"_s);
        dialog.exportTo(json);
        dialog.exportTo(csv);
        QFile file(json);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonArray rows = QJsonDocument::fromJson(file.readAll()).array();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.at(0)[u"function"_s].toString(), u"lineDrop"_s);
        QCOMPARE(rows.at(0)[u"result"_s].toString(), u"done"_s);
        QFile table(csv);
        QVERIFY(table.open(QIODevice::ReadOnly));
        QCOMPARE(table.readAll().count("\r\n"), 2);
    }

    void hostileTextIsShownAsText()
    {
        AuditRow row = actRow(Requests::Drop{HCall{3}});
        std::get<AuditedAct>(row.what).app = u"<b>\u202edesk\n"_s;
        write(row);
        AuditDialog dialog(m_path, &m_live);
        QVERIFY(isChecked(dialog));
        const QString shown = cell(dialog, 0, Column::App);
        QVERIFY(!shown.contains(QChar(0x202e)) && !shown.contains(u'\n'));
    }

private:
    void write(const AuditRow &row) { QVERIFY(AuditFile(m_path).append(row)); }
    void writeResult(quint64 act, LineError result)
    {
        AuditRow row;
        row.time = 1'795'000'001_s;
        row.session = u"one"_s;
        row.what = AuditedResult{act, result};
        write(row);
    }
    static bool isChecked(AuditDialog &dialog)
    {
        QSignalSpy checked(&dialog, &AuditDialog::checked);
        dialog.show();
        return checked.count() > 0 || checked.wait();
    }
    static QString cell(const AuditDialog &dialog, int row, Column column)
    {
        return dialog.model()->index(row, int(column)).data().toString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    EventFeed m_feed;
    LiveWorld m_live{&m_feed};
};

QTEST_MAIN(TestAuditDialog)
#include "tst_auditdialog.moc"
