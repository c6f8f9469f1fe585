// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Findings that are expected.

#include "scenario/expectation_p.h"

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

FindingPattern readFinding(Decoder &decoder, const QJsonObject &json)
{
    FindingPattern pattern;
    decoder.allowOnly(json, {u"finding"_s, u"severity"_s, u"call"_s, u"times"_s, u"within"_s});
    decoder.read(u"finding"_s, json.value(u"finding"_s), pattern.rule);
    if (json.contains(u"severity"_s)) {
        const QString severity = json.value(u"severity"_s).toString();
        QStringList names;
        for (const Severity one : {Severity::Info, Severity::Warning, Severity::Violation}) {
            names.append(QString::fromLatin1(toString(one)));
            if (severity == names.constLast())
                pattern.severity = one;
        }
        if (!pattern.severity)
            decoder.complain(u"severity"_s, Decoder::tr("\"%1\" is not a severity.").arg(severity.left(60)), severity,
                             names);
    }
    CallName call;
    if (json.contains(u"call"_s) && decoder.readCall(u"call"_s, json.value(u"call"_s), call))
        pattern.subject = shortName(call.call);
    return pattern;
}

bool FindingPattern::match(const Finding &finding) const
{
    return (rule == "any"_L1 || rule == QLatin1StringView(finding.rule)) && (!severity || *severity == finding.severity)
        && (subject.isEmpty() || subject == finding.subject);
}

} // namespace Linescope::Scenarios
