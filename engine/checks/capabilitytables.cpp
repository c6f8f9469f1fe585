// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What there is to be declared and seen, and how it is told.

#include "checks/capabilities.h"

#include "tapi/modes.h"
#include "tapi/names.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Linescope {

// Functions that a provider carries out, with the bit of LINEADDRESSCAPS that declares them (rulebook 7.2).
std::span<const CapabilityFunction> capabilityFunctions()
{
    static constexpr CapabilityFunction functions[] = {
        {"lineAccept", "ACCEPT"},
        {"lineAnswer", "ANSWER"},
        {"lineDrop", "DROP"},
        {"lineHold", "HOLD"},
        {"lineUnhold", "UNHOLD"},
        {"lineSwapHold", "SWAPHOLD"},
        {"lineMakeCall", "MAKECALL"},
        {"lineDial", "DIAL"},
        {"lineSetupTransfer", "SETUPTRANSFER"},
        {"lineCompleteTransfer", "COMPLETETRANSF"},
        {"lineBlindTransfer", "BLINDTRANSFER"},
        {"lineSetupConference", "SETUPCONF"},
        {"linePrepareAddToConference", "PREPAREADDCONF"},
        {"lineAddToConference", "ADDTOCONF"},
        {"lineRemoveFromConference", "REMOVEFROMCONF"},
        {"linePark", "PARK"},
        {"lineUnpark", "UNPARK"},
        {"linePickup", "PICKUP"},
        {"lineRedirect", "REDIRECT"},
        {"lineSecureCall", "SECURECALL"},
        {"lineCompleteCall", "COMPLETECALL"},
        {"lineGenerateDigits", "GENERATEDIGITS"},
        {"lineMonitorDigits", "MONITORDIGITS"},
        {"lineSetCallData", "SETCALLDATA"},
        {"lineSendUserUserInfo", "SENDUSERUSER"},
        {"lineReleaseUserUserInfo", "RELEASEUSERUSERINFO"},
        {"lineSetAppSpecific", "APPSPECIFIC"},
        {"lineSetMediaMode", "MEDIAMODE"},
    };
    return functions;
}

QStringList capabilityModes()
{
    QStringList modes;
    for (const Named<CallState> &state : namesOf<CallState>())
        forModesOf(
            state.value,
            [&](auto family) {
                for (const auto &mode : namesOf<decltype(family)>())
                    modes.append(QLatin1StringView(state.name) + u' ' + QLatin1StringView(mode.name));
            },
            [] {});
    return modes;
}

QString CapabilityText::groupName(CapabilityGroup group)
{
    switch (group) {
    case CapabilityGroup::Function:
        return tr("Functions");
    case CapabilityGroup::Feature:
        return tr("Features");
    case CapabilityGroup::State:
        return tr("Call states");
    case CapabilityGroup::Mode:
        return tr("Modes of states");
    case CapabilityGroup::MediaMode:
        return tr("Media modes");
    case CapabilityGroup::Report:
        return tr("Reports");
    }
    return {};
}

QString CapabilityText::verdictName(Capability::Verdict verdict)
{
    switch (verdict) {
    case Capability::Verdict::Seen:
        return tr("seen");
    case Capability::Verdict::NeverSeen:
        return tr("never seen");
    case Capability::Verdict::NotDeclared:
        return tr("not declared");
    case Capability::Verdict::NotDeclaredButSeen:
        return tr("seen, but not declared");
    }
    return {};
}

QStringList CapabilityText::lines(const CapabilityMatrix &matrix)
{
    QStringList lines;
    for (qsizetype i = 0; i < matrix.size(); ++i) {
        const Capability &row = matrix.at(i);
        if (i == 0 || matrix.at(i - 1).group != row.group)
            lines.append(groupName(row.group));
        QString line = u"  "_s + row.name.leftJustified(32) + u' ' + verdictName(row.verdict());
        if (row.observed > 0)
            line += u' ' + tr("(%n time(s), first #%1)", nullptr, int(row.observed)).arg(row.firstSeq);
        if (row.failed > 0)
            line += u' ' + tr("(failed %n time(s))", nullptr, int(row.failed));
        lines.append(line);
    }
    return lines;
}

namespace {

const char *keyOf(CapabilityGroup group)
{
    static constexpr const char *keys[] = {"function", "feature", "state", "mode", "mediaMode", "report"};
    return keys[size_t(group)];
}

const char *keyOf(Capability::Verdict verdict)
{
    static constexpr const char *keys[] = {"seen", "neverSeen", "notDeclared", "notDeclaredButSeen"};
    return keys[size_t(verdict)];
}

const char *keyOf(Capability::Declared declared)
{
    static constexpr const char *keys[] = {"yes", "no", "unknown"};
    return keys[size_t(declared)];
}

} // namespace

QJsonObject CapabilityText::json(const CapabilityMatrix &matrix)
{
    QJsonArray rows;
    for (const Capability &row : matrix)
        rows.append(QJsonObject{{u"group"_s, QLatin1StringView(keyOf(row.group))},
                                {u"name"_s, row.name},
                                {u"declared"_s, QLatin1StringView(keyOf(row.declared))},
                                {u"observed"_s, qint64(row.observed)},
                                {u"failed"_s, qint64(row.failed)},
                                {u"firstSeq"_s, qint64(row.firstSeq)},
                                {u"verdict"_s, QLatin1StringView(keyOf(row.verdict()))}});
    return {{u"capabilities"_s, rows}};
}

// Every cell is a name of ours or a number: nothing to quote.
QByteArray CapabilityText::csv(const CapabilityMatrix &matrix)
{
    QByteArray text = "group,name,declared,observed,failed,firstSeq,verdict\r\n";
    for (const Capability &row : matrix) {
        const QByteArrayList cells{keyOf(row.group),
                                   row.name.toUtf8(),
                                   keyOf(row.declared),
                                   QByteArray::number(row.observed),
                                   QByteArray::number(row.failed),
                                   QByteArray::number(row.firstSeq),
                                   keyOf(row.verdict())};
        text += cells.join(',') + "\r\n";
    }
    return text;
}

} // namespace Linescope
