// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "audit/auditrow.h"

#include "journal/contractjson.h"
#include "journal/jsondocument.h"
#include "tapi/overload.h"

using namespace Qt::StringLiterals;

namespace Linescope {

bool isAct(const Request &request)
{
    return std::visit(Overload{
                          [](const Requests::InitializeEx &) { return false; },
                          [](const Requests::NegotiateApiVersion &) { return false; },
                          [](const Requests::GetCallInfo &) { return false; },
                          [](const Requests::GetCallStatus &) { return false; },
                          [](const Requests::GetNewCalls &) { return false; },
                          [](const Requests::GetLineDevStatus &) { return false; },
                          [](const Requests::GetAddressStatus &) { return false; },
                          [](const Requests::GetConfRelatedCalls &) { return false; },
                          [](const auto &) { return true; },
                      },
                      request);
}

QByteArray toJson(const AuditRow &row)
{
    JsonWriter json;
    json.add("row", qint64(row.number));
    json.add("time", toIsoString(row.time));
    json.add("session", row.session);
    json.addOutside("user", row.user);
    json.addOutside("host", row.host);
    std::visit(Overload{
                   [&](const AuditedAct &act) {
                       json.addOutside("app", act.app);
                       writeRequest(json, act.request);
                       json.addOutside("provider", act.provider);
                       json.addOutside("line", act.line);
                       json.add("call", act.call);
                       json.addOutside("caller", act.caller);
                       json.addOutside("called", act.called);
                   },
                   [&](const AuditedResult &result) {
                       json.add("act", qint64(result.act));
                       json.add("result", resultText(result.result));
                   },
                   [&](const AuditedLoss &loss) { json.add("lost", qint64(loss.rows)); },
               },
               row.what);
    QByteArray line = json.take();
    line.chop(1);
    return line;
}

namespace {

AuditedAct actFrom(JsonReader &json)
{
    AuditedAct act;
    json.take("app", act.app);
    act.request = readRequest(json);
    json.take("provider", act.provider);
    json.take("line", act.line);
    json.take("call", act.call);
    json.take("caller", act.caller);
    json.take("called", act.called);
    return act;
}

bool numberFrom(const JsonValue &json, quint64 &number)
{
    const auto whole = json.toInteger();
    number = quint64(whole.value_or(0));
    return whole && *whole >= 0 && number <= mostAuditRows;
}

} // namespace

tl::expected<AuditRow, QString> auditRowFrom(QByteArrayView line)
{
    JsonDocument document;
    if (document.read(line) != JsonDocument::Problem::None)
        return tl::unexpected(QCoreApplication::translate("Linescope::AuditRow", "This is no row."));
    JsonReader json(document);
    AuditRow row;
    if (!json.takeWith("row", [&](const JsonValue &value) { return numberFrom(value, row.number); }))
        json.missing("row");
    if (!json.takeWith("time", [&](const JsonValue &value) { return timeFromJson(value, row.time); }))
        json.missing("time");
    json.take("session", row.session);
    json.take("user", row.user);
    json.take("host", row.host);
    AuditedResult result;
    AuditedLoss loss;
    if (json.takeWith("act", [&](const JsonValue &value) { return numberFrom(value, result.act); })) {
        if (!json.takeWith("result", [&](const JsonValue &value) { return resultFromJson(value, result.result); }))
            json.missing("result");
        row.what = result;
    } else if (json.takeWith("lost", [&](const JsonValue &value) { return numberFrom(value, loss.rows); })) {
        row.what = loss;
    } else {
        row.what = actFrom(json);
    }
    QString ignored;
    json.take("previous", ignored);
    json.take("hash", ignored);
    json.finish();
    if (!json.error().isEmpty())
        return tl::unexpected(json.error());
    return row;
}

} // namespace Linescope
