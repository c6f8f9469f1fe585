// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/faultwords.h"

#include "provider/faulttext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <iterator>

namespace Linescope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Linescope::FaultWords)
};

struct Row {
    const char *name;
    const char *meaning;
};

constexpr Row rows[] = {
    {QT_TRANSLATE_NOOP("Linescope::FaultWords", "Late reports"),
     QT_TRANSLATE_NOOP("Linescope::FaultWords", "What the provider reports comes later; others may overtake it.")},
    {QT_TRANSLATE_NOOP("Linescope::FaultWords", "Lost reports"),
     QT_TRANSLATE_NOOP("Linescope::FaultWords", "What the provider reports never comes.")},
    {QT_TRANSLATE_NOOP("Linescope::FaultWords", "Doubled reports"),
     QT_TRANSLATE_NOOP("Linescope::FaultWords", "What the provider reports comes twice.")},
    {QT_TRANSLATE_NOOP("Linescope::FaultWords", "Reports out of order"),
     QT_TRANSLATE_NOOP("Linescope::FaultWords", "A report comes after the one that follows it.")},
    {QT_TRANSLATE_NOOP("Linescope::FaultWords", "Slow completions"),
     QT_TRANSLATE_NOOP("Linescope::FaultWords", "Requests are completed late (V-11).")},
    {QT_TRANSLATE_NOOP("Linescope::FaultWords", "Missing completions"),
     QT_TRANSLATE_NOOP("Linescope::FaultWords", "Requests are never completed (V-1).")},
    {QT_TRANSLATE_NOOP("Linescope::FaultWords", "Wrong states"),
     QT_TRANSLATE_NOOP("Linescope::FaultWords", "LINE_CALLSTATE tells of another state than the call has.")},
    {QT_TRANSLATE_NOOP("Linescope::FaultWords", "LINE_CLOSE storm"),
     QT_TRANSLATE_NOOP("Linescope::FaultWords", "LINE_CLOSE comes for every open line at once.")},
    {QT_TRANSLATE_NOOP("Linescope::FaultWords", "Silence"),
     QT_TRANSLATE_NOOP("Linescope::FaultWords", "Nothing comes for a while, and then all of it.")},
    {QT_TRANSLATE_NOOP("Linescope::FaultWords", "Provider dies"),
     QT_TRANSLATE_NOOP("Linescope::FaultWords", "The provider fails as if it had crashed; it is started again.")},
    {QT_TRANSLATE_NOOP("Linescope::FaultWords", "Refused calls"),
     QT_TRANSLATE_NOOP("Linescope::FaultWords", "LINE_NEWCALL gets a NULL handle back (V-26).")},
    {QT_TRANSLATE_NOOP("Linescope::FaultWords", "No memory"),
     QT_TRANSLATE_NOOP("Linescope::FaultWords", "Requests end with LINEERR_NOMEM and never reach the provider.")},
};
static_assert(std::size(rows) == FaultKinds);

QString summary(const Fault &fault, const std::function<QString(DriverLine)> &lineName)
{
    QStringList parts{faultName(fault.kind)};
    const QLocale locale;
    if (fault.chance < 1)
        parts += Words::tr("%1 %", "a chance").arg(locale.toString(fault.chance * 100, 'g', 4));
    if (takesTime(fault.kind))
        parts += Words::tr("by %1 s", "how late").arg(locale.toString(double(fault.delay) / 1e6, 'g', 6));
    if (fault.times > 0)
        parts += Words::tr("%n time(s)", "how often", int(std::min<quint32>(fault.times, 1'000'000'000)));
    if (!fault.line.isNull())
        parts += Words::tr("on %1", "a line").arg(lineName(fault.line));
    return parts.join(u' ');
}

} // namespace

QString faultName(FaultKind kind)
{
    return QCoreApplication::translate("Linescope::FaultWords", rows[size_t(kind)].name);
}

QString faultMeaning(FaultKind kind)
{
    return QCoreApplication::translate("Linescope::FaultWords", rows[size_t(kind)].meaning);
}

QString faultSummary(const QList<Fault> &faults, const std::function<QString(DriverLine)> &lineName)
{
    QStringList parts;
    for (const Fault &fault : faults)
        parts += summary(fault, lineName);
    return parts.join(QStringLiteral(", "));
}

} // namespace Linescope
