// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What came of it: messages, commands to the provider, findings.

#include "scenario/writer/sessionwriter.h"

#include "scenario/expectation.h"
#include "tapi/overload.h"

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

void SessionWriter::expect(const Event &event)
{
    std::visit(Overload{
                   [&](const Events::Message &e) { expect(e); },
                   [&](const Events::CommandSent &e) { expect(e); },
                   [&](const Events::FindingRaised &e) {
                       waitUntil(event.time); // some are found because nothing happens
                       expect(e);
                   },
                   [](const auto &) {},
               },
               event.payload);
}

// ---- messages ----

void SessionWriter::expect(const Events::Message &event)
{
    if (!m_world.app(event.app)) // it has gone, and its queue with it
        return;
    if (!m_names.knowsApp(event.app)) {
        note(
            WrittenScenario::tr("An application was there before the session began; its messages have been left out."));
        return;
    }
    QString as;
    QJsonObject step{{u"expect"_s, messageForm(event.app, event.message, as)}};
    if (!as.isEmpty())
        step.insert(u"as"_s, as);
    addStep(step);
}

// A handle that nobody has named yet gets its name here, if the message is one that brings it.
void SessionWriter::addHandle(QJsonObject &form, HLineApp app, quint32 handle, bool mayName, QString &as)
{
    const Encoder encoder(m_names);
    const auto call = HCall::fromHandle(handle);
    if (call.isNull()) {
        form.insert(u"on"_s, encoder.value(HLine::fromHandle(handle)));
        return;
    }
    if (mayName && m_names.handle(call).isEmpty()) {
        as = m_names.freshCall(app);
        m_names.setHandle(call, as);
        return;
    }
    form.insert(u"call"_s, encoder.value(call));
}

QJsonObject SessionWriter::messageForm(HLineApp app, const LineMessage &message, QString &as)
{
    const Encoder encoder(m_names);
    QJsonObject form{{u"app"_s, m_names.app(app)},
                     {u"message"_s, QString(u"LINE_"_s + encoder.value(message.id).toString())}};
    const auto add = [&](const char *key, const QJsonValue &value) { form.insert(QLatin1StringView(key), value); };
    const auto addPrivilege = [&] {
        add("privilege",
            message.param3 == 0 ? QJsonValue(u"none"_s) : constantValue(message.param3, constantsOf<Privilege>()));
    };
    const auto addNumbers = [&](int from) {
        const std::pair<const char *, quint32> parts[] = {
            {"p1", message.param1}, {"p2", message.param2}, {"p3", message.param3}};
        for (int i = from - 1; i < 3; ++i)
            add(parts[i].first, qint64(parts[i].second));
    };
    if (message.callbackInstance != 0)
        add("callbackInstance", qint64(message.callbackInstance));
    switch (message.id) {
    case MessageId::CallState: {
        const auto state = CallState(message.param1);
        addHandle(form, app, message.device, true, as);
        add("state", encoder.value(state));
        if (state != CallState::Conferenced)
            add("mode", modeValue(state, message.param2));
        else if (message.param2 == 0)
            add("parent", u"none"_s);
        else
            add("parent", encoder.value(HCall::fromHandle(message.param2)));
        addPrivilege();
        return form;
    }
    case MessageId::CallInfo:
        addHandle(form, app, message.device, false, as);
        add("bits", flagsValue(message.param1, constantsOf<CallInfoState>()));
        return form;
    case MessageId::AppNewCall:
        add("on", encoder.value(HLine::fromHandle(message.device)));
        add("addressId", qint64(message.param1));
        addHandle(form, app, message.param2, true, as);
        addPrivilege();
        return form;
    case MessageId::Close:
        add("on", encoder.value(HLine::fromHandle(message.device)));
        return form;
    case MessageId::Reply:
        add("request", encoder.value(RequestId{message.param1}));
        add("result", errorValue(LineError(message.param2)));
        return form;
    case MessageId::LineDevState:
        add("on", encoder.value(HLine::fromHandle(message.device)));
        add("bits", flagsValue(message.param1, constantsOf<Linescope::LineDevState>()));
        addNumbers(2);
        return form;
    case MessageId::AddressState:
        add("on", encoder.value(HLine::fromHandle(message.device)));
        add("addressId", qint64(message.param1));
        add("bits", flagsValue(message.param2, constantsOf<Linescope::AddressState>()));
        return form;
    case MessageId::Create:
    case MessageId::Remove:
        add("line", qint64(message.param1) + 1);
        return form;
    case MessageId::Generate:
        addHandle(form, app, message.device, false, as);
        add("termination", constantValue(message.param1, constantsOf<GenerateTerm>()));
        return form;
    case MessageId::MonitorDigits:
        addHandle(form, app, message.device, false, as);
        add("digit", QString(QChar(char16_t(message.param1))));
        add("digitMode", constantValue(message.param2, constantsOf<DigitMode>()));
        return form;
    default:
        addHandle(form, app, message.device, false, as);
        addNumbers(1);
        return form;
    }
}

// ---- commands ----

void SessionWriter::expect(const Events::CommandSent &event)
{
    QJsonObject form = std::visit(
        [&](const auto &command) { return Encoder(m_names, event.provider).members(command); }, event.command);
    form.remove(u"endToEndId"_s); // a number of the engine's own
    form.insert(u"provider"_s, QString::fromLatin1(commandName(event.command)));
    form.insert(u"later"_s, true);
    QJsonObject step;
    const RequestId request = requestOf(event.command);
    if (!request.isNull() && m_names.request(request).isEmpty()) { // nobody's: the engine asked of itself
        const QString name = m_names.freshRequest();
        m_names.setRequest(request, name);
        form.remove(u"request"_s);
        step.insert(u"request"_s, name);
    }
    if (!request.isNull())
        m_creates.insert(request, createdBy(event.command).size());
    if (const auto *generation = std::get_if<Commands::GenerateDigits>(&event.command))
        m_generations.insert(generation->target.call, generation->endToEndId);
    step.insert(u"expect"_s, form);
    addStep(step);
}

// ---- findings ----

void SessionWriter::expect(const Events::FindingRaised &event)
{
    const Finding &finding = *event.finding;
    if (qstrcmp(finding.rule, "R-4") == 0) {
        note(WrittenScenario::tr("An application did not fetch its messages (R-4); in a scenario all do."));
        return;
    }
    QJsonObject form{{u"finding"_s, QString::fromLatin1(finding.rule)},
                     {u"severity"_s, QString::fromLatin1(toString(finding.severity))}};
    bool isNumber = false;
    const quint32 call = finding.subject.startsWith(u'C') ? finding.subject.mid(1).toUInt(&isNumber) : 0;
    const QString name = isNumber ? m_names.call(CallId{call}) : QString();
    if (!name.isEmpty())
        form.insert(u"call"_s, name);
    addStep({{u"expect"_s, form}});
}

} // namespace Linescope::Scenarios
