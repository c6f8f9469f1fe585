// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "linescopectl/audit.h"

#include "audit/auditfile.h"
#include "journal/contractjson.h"
#include "linescopectl/terminal.h"
#include "tapi/overload.h"

#include <QFileInfo>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

class AuditPrinter {
public:
    explicit AuditPrinter(Masking masking)
        : m_masking(masking)
    {
    }

    QString line(const AuditRow &row) const
    {
        const QString what = std::visit(
            Overload{
                [this](const AuditedAct &act) { return actText(act); },
                [](const AuditedResult &result) { return u"%1: %2"_s.arg(result.act).arg(resultText(result.result)); },
                [](const AuditedLoss &loss) {
                    return Options::tr("the file was not as it had been left, with %n row(s)", nullptr, int(loss.rows));
                },
            },
            row.what);
        return u"%1  %2  %3@%4  %5"_s.arg(row.number).arg(toIsoString(row.time), row.user, row.host, what);
    }

private:
    QString actText(const AuditedAct &act) const
    {
        JsonWriter json(m_masking);
        writeRequest(json, act.request);
        QStringList parts{act.app, QString::fromUtf8(json.take()), act.provider, outside(act.line), callText(act)};
        parts.removeAll(QString());
        return parts.join(u"  "_s);
    }
    QString callText(const AuditedAct &act) const
    {
        return act.call.isNull() ? QString()
                                 : u"%1 %2 → %3"_s.arg(shortName(act.call), party(act.caller), party(act.called));
    }
    QString party(const QString &text) const { return m_masking == Masking::Mask ? masked(text) : text; }
    QString outside(const QString &text) const { return m_masking == Masking::Mask ? withMaskedNumbers(text) : text; }

    const Masking m_masking;
};

} // namespace

ExitStatus printAudit(const Options &options)
{
    const AuditPrinter printer(options.masking);
    if (!QFileInfo(options.auditFile).isFile()) {
        sayError(Options::tr("There is no file %1.").arg(options.auditFile));
        return ExitStatus::Usage;
    }
    bool isHeard = true;
    const AuditReading reading = readAuditFile(options.auditFile, [&](const AuditRow &row) {
        isHeard = isHeard && writeAll(STDOUT_FILENO, (terminalText(printer.line(row)) + u'\n').toUtf8());
    });
    if (!reading.problem.isEmpty()) {
        sayError(reading.problem);
        return ExitStatus::Usage;
    }
    for (const AuditFlaw &flaw : reading.flaws)
        sayError(flaw.line > 0 ? Options::tr("Line %1: %2").arg(flaw.line).arg(flaw.words) : flaw.words);
    const QString verdict = reading.isWhole()
        ? Options::tr("as it was written, last hash %1").arg(QString::fromLatin1(reading.lastHash))
        : Options::tr("changed or damaged");
    isHeard = isHeard
        && writeAll(STDOUT_FILENO,
                    (Options::tr("%n act(s)", nullptr, int(reading.acts)) + u": "_s + verdict + u'\n').toUtf8());
    return reading.isWhole() && isHeard ? ExitStatus::Fine : ExitStatus::Failed;
}

} // namespace Linescope
