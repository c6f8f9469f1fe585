// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/report/reporthtml.h"

#include "support/text.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QMarginsF>
#include <QPageSize>
#include <QPdfWriter>
#include <QTextDocument>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

// Makes the parts of the page; text() is the only way in which words get there.
class Page {
    Q_DECLARE_TR_FUNCTIONS(Linescope::TestReport)

public:
    explicit Page(const TestReport &report)
        : m_report(report)
    {
    }

    QString make()
    {
        environment();
        checklist();
        scenarios();
        findings();
        capabilities();
        notes();
        pictures();
        const QString title = text(m_report.title);
        return u"<!DOCTYPE html>\n<html lang=\"%1\"><head><meta charset=\"utf-8\"><title>%2</title>\n"
               "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; "
               "style-src 'unsafe-inline'\">\n<style>%3</style></head>\n<body><h1>%2</h1>\n%4</body></html>\n"_s.arg(
                   QLocale().name().section(u'_', 0, 0), title, style(), m_body);
    }

private:
    static QString text(const QString &outside, qsizetype most = 4000)
    {
        return visibleText(outside, most).toHtmlEscaped();
    }
    // Lines are kept.
    static QString paragraphs(const QString &outside)
    {
        QStringList lines;
        const auto parts = outside.split(u'\n');
        for (const QString &part : parts)
            lines.append(text(part));
        return lines.join(u"<br>"_s);
    }
    static QString style()
    {
        return u"body{font-family:sans-serif;margin:2em;color:#1a1a1a;background:#fff}"
               "h1{font-size:1.6em}h2{font-size:1.25em;margin-top:1.6em}"
               "table{border-collapse:collapse;margin:.5em 0}"
               "th,td{border:1px solid #999;padding:3px 8px;text-align:left;vertical-align:top}"
               "th{background:#eee}code,pre{font-family:monospace;font-size:.9em;white-space:pre-wrap}"
               ".good{color:#0a5c1c}.bad{color:#a40000;font-weight:bold}.muted{color:#555}img{max-width:100%}"_s;
    }
    void heading(const QString &words) { m_body += u"<h2>%1</h2>\n"_s.arg(words.toHtmlEscaped()); }
    void sentence(const QString &words) { m_body += u"<p>%1</p>\n"_s.arg(words.toHtmlEscaped()); }
    void begin(const QStringList &head)
    {
        m_body += u"<table><tr>"_s;
        for (const QString &cell : head)
            m_body += u"<th>%1</th>"_s.arg(cell.toHtmlEscaped());
        m_body += u"</tr>\n"_s;
    }
    void row(const QStringList &cells) // are HTML
    {
        m_body += u"<tr>"_s;
        for (const QString &cell : cells)
            m_body += u"<td>%1</td>"_s.arg(cell);
        m_body += u"</tr>\n"_s;
    }
    void end() { m_body += u"</table>\n"_s; }
    // A word and a sign, never colour alone.
    static QString verdict(bool good, const QString &words)
    {
        return u"<span class=\"%1\">%2 %3</span>"_s.arg(good ? u"good"_s : u"bad"_s, good ? u"✔"_s : u"✘"_s,
                                                        words.toHtmlEscaped());
    }
    static QString resultWord(ManualStep::Result result)
    {
        switch (result) {
        case ManualStep::Result::Passed:
            return verdict(true, tr("passed"));
        case ManualStep::Result::Failed:
            return verdict(false, tr("failed"));
        case ManualStep::Result::Skipped:
            return u"– "_s + tr("skipped").toHtmlEscaped();
        case ManualStep::Result::Open:
            return u"○ "_s + tr("not done").toHtmlEscaped();
        }
        return {};
    }
    static QString severityWord(Severity severity)
    {
        switch (severity) {
        case Severity::Violation:
            return verdict(false, tr("violation"));
        case Severity::Warning:
            return u"⚠ "_s + tr("warning").toHtmlEscaped();
        case Severity::Info:
            return u"ℹ "_s + tr("information").toHtmlEscaped();
        }
        return {};
    }

    void environment()
    {
        const ReportEnvironment &about = m_report.environment;
        heading(tr("Environment"));
        m_body += u"<table>\n"_s;
        const std::pair<QString, QString> lines[] = {{tr("Time"), QLocale().toString(about.time, QLocale::LongFormat)},
                                                     {tr("Provider"), about.provider},
                                                     {tr("Source"), about.source},
                                                     {tr("Linescope"), about.version},
                                                     {tr("Qt"), about.qt},
                                                     {tr("System"), about.system}};
        for (const auto &[name, value] : lines) {
            if (!value.isEmpty())
                row({name.toHtmlEscaped(), text(value)});
        }
        end();
    }
    void checklist()
    {
        heading(m_report.checklist.title.isEmpty() ? tr("Manual steps") : visibleText(m_report.checklist.title));
        if (m_report.checklist.steps.isEmpty())
            return sentence(tr("No steps were done by hand."));
        begin({tr("No."), tr("Step"), tr("Result"), tr("Note")});
        for (qsizetype i = 0; i < m_report.checklist.steps.size(); ++i) {
            const ManualStep &step = m_report.checklist.steps.at(i);
            row({QString::number(i + 1), text(step.text), resultWord(step.result), paragraphs(step.note)});
        }
        end();
    }
    void scenarios()
    {
        heading(tr("Scenarios"));
        if (m_report.scenarios.isEmpty())
            return sentence(tr("No scenario was run."));
        begin({tr("File"), tr("Title"), tr("Result"), tr("What failed")});
        for (const Played &played : m_report.scenarios) {
            QStringList failures;
            for (const Scenarios::ScenarioFailure &failure : played.result.failures)
                failures.append(
                    text(failure.step.isEmpty() ? failure.text : tr("step %1: %2").arg(failure.step, failure.text)));
            row({text(QFileInfo(played.file).fileName()), text(played.title),
                 verdict(played.result.passed, played.result.passed ? tr("passed") : tr("failed")),
                 failures.join(u"<br>"_s)});
        }
        end();
    }
    void findings()
    {
        heading(tr("Findings"));
        if (m_report.findings.isEmpty())
            return sentence(tr("No rule was broken."));
        for (const ReportedRule &group : m_report.findings) {
            m_body += u"<h3>%1 %2 (%3)</h3>\n"_s.arg(text(group.rule), severityWord(group.severity),
                                                     tr("%n time(s)", nullptr, int(group.count)).toHtmlEscaped());
            if (!group.explanation.isEmpty())
                m_body += u"<p>%1</p>\n"_s.arg(text(group.explanation));
            begin({tr("Event"), tr("About"), tr("What happened"), tr("Evidence")});
            for (const ReportedRule::Entry &entry : group.entries) {
                QStringList evidence;
                for (const QString &line : entry.evidence)
                    evidence.append(u"<code>%1</code>"_s.arg(text(line)));
                row({u'#' + QString::number(entry.seq), text(entry.subject), text(entry.text),
                     evidence.join(u"<br>"_s)});
            }
            end();
        }
    }
    void capabilities()
    {
        heading(tr("What the provider can do"));
        if (m_report.capabilities.isEmpty())
            return sentence(tr("Nothing is known of the provider."));
        begin({tr("Kind"), tr("Name"), tr("Result"), tr("Times"), tr("Failed"), tr("First event")});
        for (const Capability &one : m_report.capabilities) {
            const bool bad = one.verdict() == Capability::Verdict::NotDeclaredButSeen;
            const QString words = CapabilityText::verdictName(one.verdict());
            row({CapabilityText::groupName(one.group).toHtmlEscaped(), text(one.name),
                 bad ? verdict(false, words) : words.toHtmlEscaped(), QString::number(one.observed),
                 QString::number(one.failed), one.firstSeq == 0 ? QString() : u'#' + QString::number(one.firstSeq)});
        }
        end();
    }
    void notes()
    {
        if (m_report.notes.isEmpty())
            return;
        heading(tr("Notes"));
        m_body += u"<p>%1</p>\n"_s.arg(paragraphs(m_report.notes));
    }
    void pictures()
    {
        for (const ReportPicture &picture : m_report.pictures) {
            heading(visibleText(picture.title));
            m_body += u"<p><img alt=\"%1\" src=\"data:image/png;base64,%2\"></p>\n"_s.arg(
                text(picture.title), QString::fromLatin1(picture.png.toBase64()));
        }
    }

    const TestReport &m_report;
    QString m_body;
};

} // namespace

QString toHtml(const TestReport &report) { return Page(report).make(); }

QString writePdf(const TestReport &report, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return QCoreApplication::translate("Linescope::TestReport", "%1 cannot be written: %2")
            .arg(path, file.errorString());
    QPdfWriter writer(&file);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(15, 15, 15, 15), QPageLayout::Millimeter);
    writer.setTitle(visibleText(report.title));
    writer.setResolution(300);
    QTextDocument document;
    document.setUndoRedoEnabled(false);
    document.setDefaultFont(QFont(u"sans-serif"_s, 9));
    document.setHtml(toHtml(report));
    document.print(&writer);
    return file.error() == QFile::NoError
        ? QString()
        : QCoreApplication::translate("Linescope::TestReport", "%1 cannot be written: %2")
              .arg(path, file.errorString());
}

} // namespace Linescope
