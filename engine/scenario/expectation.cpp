// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenario/expectation_p.h"

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

namespace {

void readForm(Decoder &decoder, const QJsonObject &form, Expectation &expectation)
{
    if (form.contains(u"message"_s))
        expectation.pattern = readMessage(decoder, form);
    else if (form.contains(u"provider"_s))
        expectation.pattern = readCommand(decoder, form);
    else if (form.contains(u"finding"_s))
        expectation.pattern = readFinding(decoder, form);
    else if (form.contains(u"world"_s)) {
        decoder.allowOnly(form, {u"world"_s, u"within"_s});
        expectation.pattern = readWorld(decoder, form.value(u"world"_s));
    } else
        decoder.complain(u"expect"_s,
                         Decoder::tr("What is expected is a \"message\", a command to the \"provider\", a \"finding\", "
                                     "something of the \"world\", or \"nothing\"."));
    if (form.contains(u"times"_s)) {
        quint64 times = 0;
        decoder.readCount(u"times"_s, form.value(u"times"_s), times);
        expectation.times = times;
    }
    if (form.contains(u"within"_s)) {
        Microseconds within = 0;
        decoder.readDuration(u"within"_s, form.value(u"within"_s), within);
        expectation.within = within;
    }
}

} // namespace

Expectation decodeExpectation(Decoder &decoder, const QJsonObject &json)
{
    Expectation expectation;
    decoder.allowOnly(json, {u"expect"_s, u"as"_s, u"request"_s});
    const QJsonValue form = json.value(u"expect"_s);
    if (form == "nothing"_L1)
        return expectation;
    QJsonObject object = form.toObject();
    if (object.contains(u"not"_s)) {
        decoder.allowOnly(object, {u"not"_s});
        object = object.value(u"not"_s).toObject();
        expectation.negated = true;
    }
    readForm(decoder, object, expectation);
    if (json.contains(u"as"_s))
        decoder.readName(u"as"_s, json.value(u"as"_s), expectation.as);
    if (json.contains(u"request"_s))
        decoder.readName(u"request"_s, json.value(u"request"_s), expectation.requestName);
    const auto *message = std::get_if<MessagePattern>(&expectation.pattern);
    const bool namesHandle = message && !message->none
        && (message->id == MessageId::AppNewCall || message->id == MessageId::CallState);
    if (!expectation.as.isEmpty() && (expectation.negated || !namesHandle))
        decoder.complain(u"as"_s, Decoder::tr("Only LINE_APPNEWCALL and LINE_CALLSTATE bring a handle to name."));
    if (!expectation.requestName.isEmpty() && !std::holds_alternative<CommandPattern>(expectation.pattern))
        decoder.complain(u"request"_s, Decoder::tr("Only a command to the provider has a request to name."));
    if (expectation.negated && expectation.times)
        decoder.complain(u"times"_s, Decoder::tr("\"times\" and \"not\" do not go together."));
    return expectation;
}

} // namespace Linescope::Scenarios
