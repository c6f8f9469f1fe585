// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The steps that are faults: {"provider": "drop", "chance": 0.25, "times": 3, "line": 2}.
#include "scenario/providerstep.h"

#include "provider/faulttext.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

// A verb that is a fault bears its name; to die is what a provider does at once.
std::optional<FaultKind> faultOf(Verb verb) { return verb == Verb::Die ? std::nullopt : faultKindOf(nameOf(verb)); }

QStringList faultKeys(FaultKind kind)
{
    const QStringList keys{u"chance"_s, u"times"_s, u"line"_s};
    return takesTime(kind) ? keys + QStringList{u"time"_s} : keys;
}

Fault readFault(Decoder &decoder, const QJsonObject &json, FaultKind kind)
{
    Fault fault = usualFault(kind);
    quint64 times = fault.times;
    if (json.contains(u"time"_s))
        decoder.readDuration(u"time"_s, json.value(u"time"_s), fault.delay);
    if (json.contains(u"chance"_s))
        decoder.readChance(u"chance"_s, json.value(u"chance"_s), fault.chance);
    if (json.contains(u"times"_s))
        decoder.readCount(u"times"_s, json.value(u"times"_s), times);
    if (json.contains(u"line"_s))
        decoder.read(u"line"_s, json.value(u"line"_s), fault.line);
    fault.times = quint32(std::min<quint64>(times, std::numeric_limits<quint32>::max()));
    return fault;
}

} // namespace Linescope::Scenarios
