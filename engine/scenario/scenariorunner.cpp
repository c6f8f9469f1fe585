// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenario/scenariorunner.h"

#include "scenario/expectation.h"
#include "scenario/functionstep.h"
#include "scenario/messagetext.h"
#include "scenario/saystep.h"
#include "scenario/scenarioplayer.h"
#include "scenario/scriptedprovider.h"
#include "scenario/statusfields.h"
#include "tapi/overload.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QLocale>
#include <QSet>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <deque>

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

namespace {

constexpr qsizetype toldAtMost = 20; // of messages, commands and findings in a failure

QString listed(QStringList texts)
{
    const qsizetype more = texts.size() - toldAtMost;
    if (more > 0) {
        texts.resize(toldAtMost);
        texts.append(Decoder::tr("and %1 more").arg(more));
    }
    return texts.isEmpty() ? Decoder::tr("nothing") : texts.join(u"; "_s);
}

QString compact(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    const QString text = QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return text.size() > 300 ? text.left(300) + u'…' : text;
}

class Runner : public QObject {
public:
    Runner(const Scenario &scenario, const RunOptions &options)
        : m_scenario(scenario)
        , m_options(options)
        , m_clock(options.source ? static_cast<Clock *>(SystemClock::instance()) : &m_manualClock)
        , m_server(m_clock, scenario.options)
    {
        connect(&m_server, &TelephonyServer::advanced, this, &Runner::note);
    }

    ScenarioResult run()
    {
        if (begin())
            play(m_scenario.steps, {});
        return finish();
    }

    // ---- the same one by one ----

    bool start() { return begin(); }
    bool play(qsizetype index) { return play(m_scenario.steps.mid(index, 1), {}); }
    ScenarioResult finish()
    {
        end();
        m_result.passed = m_result.failures.isEmpty();
        return std::move(m_result);
    }
    const World &world() const { return m_server.world(); }
    Clock *clock() const { return m_clock; }
    const Names &names() const { return m_names; }
    QString failure() const { return m_result.failures.isEmpty() ? QString() : m_result.failures.constFirst().text; }
    void pass(Microseconds duration)
    {
        if (m_clock == &m_manualClock) {
            m_manualClock.advance(duration);
            return;
        }
        QEventLoop loop;
        QTimer::singleShot(std::chrono::milliseconds((duration + 999) / 1000), &loop, &QEventLoop::quit);
        loop.exec();
    }

private:
    // ---- the provider ----

    bool begin()
    {
        if (m_options.source)
            return beginWithSource();
        if (m_scenario.provider.scripted) {
            m_scripted = std::make_unique<ScriptedProvider>(&m_server, m_scenario.provider, &m_names);
            return true;
        }
        if (m_scenario.provider.url.isEmpty() || !m_options.makeProvider)
            return fail({},
                        Decoder::tr("This scenario is for a provider of type \"%1\": name one with --source.")
                            .arg(m_scenario.provider.type));
        const auto factory = m_options.makeProvider(m_scenario.provider.url, m_clock);
        if (!factory)
            return fail({}, factory.error());
        m_host = std::make_unique<ProviderHost>(&m_server, *factory, ProviderHost::Threading::Server);
        settle();
        return true;
    }

    bool beginWithSource()
    {
        m_host = std::make_unique<ProviderHost>(&m_server, m_options.source, ProviderHost::Threading::Own);
        m_result.reached = waitFor(3 * m_options.patience, [this] {
            const Provider *provider = m_server.world().provider(m_host->id());
            return provider && provider->up && !m_server.world().devices().empty();
        });
        return m_result.reached || fail({}, Decoder::tr("The source could not be reached."));
    }

    // ---- what happens ----

    void note(const EventBatch &batch)
    {
        m_replayed.apply(batch);
        for (const Event &event : batch)
            std::visit(
                Overload{
                    [&](const Events::CallCreated &e) { noteCall(e); },
                    [&](const Events::HandleCreated &e) { m_names.link(e.handle, e.call); },
                    [&](const Events::CommandSent &e) {
                        m_commands[QLatin1StringView(commandName(e.command))].append({++m_lastCommand, e.command});
                    },
                    [&](const Events::FindingRaised &e) { m_findings.append(e.finding); },
                    [&](const Events::Message &e) { noteMessage(e.message); },
                    [](const auto &) {},
                },
                event.payload);
        if (m_options.events)
            m_options.events(batch);
    }

    void noteCall(const Events::CallCreated &event)
    {
        m_names.link(event.call, event.driver);
        const auto awaited = m_awaitedCalls.find(event.device);
        if (awaited == m_awaitedCalls.end() || awaited->isEmpty())
            return;
        m_names.setCall(awaited->takeFirst(), {{}, event.call, event.driver});
    }

    void noteMessage(const LineMessage &message)
    {
        const auto awaited = m_awaitedErrors.find(message.param1);
        if (message.id != MessageId::Reply || awaited == m_awaitedErrors.end())
            return;
        const LineError result = LineError(message.param2);
        const auto [step, wanted] = awaited->second;
        if (result != wanted)
            fail(step,
                 Decoder::tr("The request was to end with %1, but its LINE_REPLY says %2.")
                     .arg(lineErrorName(wanted), lineErrorName(result)));
        m_awaitedErrors.erase(awaited);
    }

    // ---- time ----

    void settle()
    {
        if (m_clock == &m_manualClock)
            m_manualClock.advance(0);
    }

    // Whether it came true by then.
    template<class Condition>
    bool waitFor(Microseconds limit, Condition isTrue)
    {
        const Microseconds deadline = m_clock->now() + limit;
        const Microseconds step = m_clock == &m_manualClock ? std::max<Microseconds>(1_ms, limit / 1000) : 10_ms;
        while (!isTrue()) {
            const Microseconds left = deadline - m_clock->now();
            if (left <= 0)
                return false;
            pass(std::min(left, step));
        }
        return true;
    }

    // ---- steps ----

    bool fail(const QString &step, const QString &text)
    {
        m_result.failures.append({step, text});
        return false;
    }

    // `round`: of the innermost repeat, 0 outside.
    bool play(const QList<Step> &steps, quint32 round)
    {
        for (const Step &step : steps) {
            ++m_result.steps;
            m_step = round == 0 ? step.path : Decoder::tr("%1 (round %2)").arg(step.path).arg(round);
            if (!play(step, round == 0 ? step.json : withIndex(step.json, round)) || !m_result.failures.isEmpty())
                return false;
        }
        return true;
    }

    bool play(const Step &step, const QJsonObject &json)
    {
        switch (step.type) {
        case Step::Type::Function:
            return call(json);
        case Step::Type::Provider:
            return act(json);
        case Step::Type::Expect:
            return expect(json);
        case Step::Type::Wait: {
            Microseconds duration = 0;
            Decoder(m_names).readDuration(u"wait"_s, json.value(u"wait"_s), duration);
            pass(duration);
            return true;
        }
        case Step::Type::Say:
            return say(json);
        case Step::Type::Repeat:
            break;
        }
        for (quint32 round = 1; round <= step.times; ++round) {
            if (!play(step.steps, round))
                return false;
        }
        return true;
    }

    bool failed(const Decoder &decoder)
    {
        if (!decoder.ok())
            fail(m_step, decoder.problems.constFirst().text);
        return !decoder.ok();
    }

    bool say(const QJsonObject &json)
    {
        Decoder decoder(m_names);
        const SayStep step = decodeSay(decoder, json, QLocale().name().section(u'_', 0, 0));
        // What it is about may come only later; the reader has seen to it that it does.
        m_result.captions.append({m_step, step.text});
        if (m_options.caption)
            m_options.caption(m_result.captions.constLast());
        return true;
    }

    // ---- functions ----

    bool call(const QJsonObject &json)
    {
        Decoder decoder(m_names);
        const FunctionStep step = decodeFunction(decoder, json);
        if (failed(decoder))
            return false;
        const HLineApp app = m_names.app(step.app).value_or(HLineApp());
        if (const auto *open = std::get_if<Requests::Open>(&step.request); open && step.negotiates)
            negotiate(app, *open);
        const Outcome outcome = m_server.execute(app, step.request);
        const bool good = judge(step, outcome);
        settle();
        return good;
    }

    // L-1, for applications that have not done so themselves.
    void negotiate(HLineApp app, const Requests::Open &open)
    {
        QList<quint32> devices{open.deviceId};
        if (open.deviceId == LineMapper) {
            devices.clear();
            for (const Device &device : m_server.world().devices())
                devices.append(deviceNumber(device.id));
        }
        for (const quint32 device : devices) {
            if (!m_negotiated.contains({app.value, device}))
                m_server.execute(app, Requests::NegotiateApiVersion{device, ApiVersion::V1_4, open.apiVersion});
        }
    }

    bool judge(const FunctionStep &step, const Outcome &outcome)
    {
        const QString function = QString::fromLatin1(functionName(step.request));
        if (outcome.error != LineError::None && outcome.error == step.error && step.via != FunctionStep::Via::Reply)
            return true;
        if (outcome.error != LineError::None)
            return fail(m_step,
                        Decoder::tr("%1 gave %2; expected was %3.")
                            .arg(function, lineErrorName(outcome.error), expectedText(step)));
        define(step, outcome);
        if (step.error != LineError::None)
            return awaitError(step, outcome);
        return judgeValue(step, outcome);
    }

    static QString expectedText(const FunctionStep &step)
    {
        if (step.error == LineError::None)
            return Decoder::tr("success");
        return step.via == FunctionStep::Via::Reply ? Decoder::tr("%1 by LINE_REPLY").arg(lineErrorName(step.error))
                                                    : lineErrorName(step.error);
    }

    static RequestId requestIn(const Outcome &outcome)
    {
        return std::visit(Overload{
                              [](RequestId request) { return request; },
                              [](const PendingCall &made) { return made.request; },
                              [](const PendingConference &made) { return made.request; },
                              [](const auto &) { return RequestId(); },
                          },
                          outcome.value);
    }

    bool awaitError(const FunctionStep &step, const Outcome &outcome)
    {
        const RequestId request = requestIn(outcome);
        if (request.isNull() || step.via == FunctionStep::Via::Return)
            return fail(m_step,
                        Decoder::tr("%1 succeeded; expected was %2.")
                            .arg(QLatin1StringView(functionName(step.request)), expectedText(step)));
        m_awaitedErrors.insert({request.value, {m_step, step.error}});
        return true;
    }

    void define(const FunctionStep &step, const Outcome &outcome)
    {
        const RequestId request = requestIn(outcome);
        if (!step.requestName.isEmpty() && !request.isNull())
            m_names.setRequest(step.requestName, request);
        const QString as = step.as.value(0);
        std::visit(Overload{
                       [&](HLineApp app) { m_names.setApp(step.app, app); },
                       [&](HLine line) { setLine(as, line); },
                       [&](const PendingCall &made) { setCall(as, made.call, createdFor(request).value(0)); },
                       [&](const PendingConference &made) {
                           const QList<CallId> created = createdFor(request);
                           setCall(step.asConference, made.conference, created.value(0));
                           setCall(as, made.consultCall, created.value(1));
                       },
                       [&](const QList<HCall> &calls) {
                           for (qsizetype i = 0; i < std::min(calls.size(), step.as.size()); ++i)
                               setCall(step.as.at(i), calls.at(i), m_names.callOf(calls.at(i)));
                       },
                       [](const auto &) {},
                   },
                   outcome.value);
        if (const auto *negotiated = std::get_if<Requests::NegotiateApiVersion>(&step.request))
            m_negotiated.insert({m_names.app(step.app).value_or(HLineApp()).value, negotiated->deviceId});
        if (std::holds_alternative<Requests::Shutdown>(step.request))
            m_unread.remove(step.app);
    }

    void setLine(const QString &name, HLine line)
    {
        if (!name.isEmpty())
            m_names.setLine(name, line);
    }
    void setCall(const QString &name, HCall handle, CallId call)
    {
        if (!name.isEmpty())
            m_names.setCall(name, {handle, call, {}});
    }

    // The calls that the command of this request, the latest one, is to create.
    QList<CallId> createdFor(RequestId request) const
    {
        for (const QList<SentCommand> &sent : m_commands) {
            if (!sent.isEmpty() && requestOf(sent.constLast().command) == request)
                return createdBy(sent.constLast().command);
        }
        return {};
    }

    bool judgeValue(const FunctionStep &step, const Outcome &outcome)
    {
        if (const auto *calls = std::get_if<QList<HCall>>(&outcome.value)) {
            const qsizetype wanted = qsizetype(step.count.value_or(quint64(calls->size())));
            if (calls->size() != wanted || calls->size() < step.as.size())
                return fail(m_step,
                            Decoder::tr("There are %1 handles, not %2.")
                                .arg(calls->size())
                                .arg(std::max(wanted, step.as.size())));
        }
        Decoder decoder(m_names);
        const QStringList different = differences(decoder, step.has, outcome);
        if (failed(decoder))
            return false;
        if (!different.isEmpty())
            return fail(m_step,
                        Decoder::tr("Not as expected: %1.").arg(different.join(u", "_s)) + u' '
                            + valueText(outcome, different));
        return true;
    }

    QString valueText(const Outcome &outcome, const QStringList &keys) const
    {
        QStringList texts;
        const auto add = [&](const QString &key, const QString &text) {
            if (keys.contains(key))
                texts.append(u"%1: %2"_s.arg(key, text.isEmpty() ? Decoder::tr("nothing") : text));
        };
        if (const auto *info = std::get_if<CallInfo>(&outcome.value)) {
            for (const CallInfoField &field : callInfoFields())
                add(QLatin1StringView(field.name), displayText(field, *info));
        } else if (const auto *status = std::get_if<CallStatus>(&outcome.value)) {
            addMembers(*status, add);
        } else if (const auto *status = std::get_if<LineDevStatus>(&outcome.value)) {
            addMembers(*status, add);
        } else if (const auto *status = std::get_if<AddressStatus>(&outcome.value)) {
            addMembers(*status, add);
        } else if (const auto *version = std::get_if<ApiVersion>(&outcome.value)) {
            add(u"api"_s, Linescope::toString(*version));
        }
        return Decoder::tr("What is: %1.").arg(texts.join(u", "_s));
    }

    template<class Record, class Add>
    static void addMembers(const Record &record, Add add)
    {
        forEachMember<Record>(record, [&](const QString &key, FieldKind, const auto &member) {
            using Member = std::remove_cvref_t<decltype(member)>;
            if constexpr (std::is_same_v<Member, QStringList>)
                add(key, member.join(u", "_s));
            else if constexpr (std::is_same_v<Member, QByteArray>)
                add(key, QString::fromLatin1(member.toHex()));
            else if constexpr (std::is_arithmetic_v<Member>)
                add(key, QString::number(member));
            else if constexpr (std::is_enum_v<Member>)
                add(key, nameOf(member));
            else
                add(key, namesOf(member).join(u", "_s));
        });
    }

    // ---- the provider's steps ----

    bool act(const QJsonObject &json)
    {
        if (m_options.source)
            return fail(m_step,
                        Decoder::tr("A real source does what it does: only the scripted provider can be told "
                                    "what to report."));
        Decoder decoder(m_names);
        const ProviderStep step = decodeProviderStep(decoder, json);
        if (failed(decoder))
            return false;
        const QString complaint = m_scripted ? m_scripted->act(step) : stimulate(step);
        settle();
        return complaint.isEmpty() || fail(m_step, complaint);
    }

    QString stimulate(const ProviderStep &step)
    {
        if (step.verb == Verb::Die) {
            m_host->stimulate(Stimuli::Die{step.text});
            return {};
        }
        std::visit(
            Overload{
                [&](const Reports::NewCall &report) {
                    if (!step.as.isEmpty())
                        m_awaitedCalls[deviceOf(report.line)].append(step.as);
                    const CallInfo info = report.info.unpack();
                    m_host->stimulate(Stimuli::NewIncomingCall{report.line, info.callerId, info.callerIdName});
                },
                [&](const Reports::CallState &report) {
                    if (report.state == CallState::Connected)
                        m_host->stimulate(Stimuli::RemoteAnswer{report.call});
                    else
                        m_host->stimulate(Stimuli::RemoteHangUp{report.call});
                },
                [&](const Reports::LineClose &report) {
                    m_host->stimulate(Stimuli::ForceLineClose{report.line, report.text});
                },
                [&](const Reports::DeviceRemoved &report) { m_host->stimulate(Stimuli::RemoveLine{report.line}); },
                [&](const Reports::DeviceAdded &report) { m_host->stimulate(Stimuli::AddLine{report.info->name}); },
                [&](const Reports::MonitorDigits &report) {
                    m_host->stimulate(Stimuli::RemoteDigits{report.call, QString(QChar(char16_t(report.digit)))});
                },
                [&](const Reports::DeviceState &report) {
                    m_host->stimulate(Stimuli::SetInService{report.line, report.inService});
                },
                [](const auto &) {},
            },
            step.report);
        return {};
    }

    DeviceId deviceOf(DriverLine line) const
    {
        for (const Device &device : m_server.world().devices()) {
            if (device.driver == line && !device.removed)
                return device.id;
        }
        return {};
    }

    // ---- expectations ----

    struct SentCommand {
        quint64 order;
        Command command;
    };

    bool expect(const QJsonObject &json)
    {
        Decoder decoder(m_names);
        const Expectation expectation = decodeExpectation(decoder, json);
        if (failed(decoder))
            return false;
        const Microseconds patience = m_options.source && !expectation.negated ? m_options.patience : 0;
        const Microseconds limit = expectation.within.value_or(patience);
        if (expectation.negated) {
            pass(limit);
            if (!isMet(expectation))
                return true;
            return fail(m_step,
                        Decoder::tr("This was not to happen, but did: %1.")
                            .arg(compact(json.value(u"expect"_s).toObject().value(u"not"_s))));
        }
        if (waitFor(limit, [&] { return isMet(expectation); }))
            return true;
        return fail(m_step,
                    Decoder::tr("Expected was %1. Instead there is: %2.")
                        .arg(compact(json.value(u"expect"_s)), instead(expectation)));
    }

    // What is met is used up, unless the expectation is negated.
    bool isMet(const Expectation &expectation)
    {
        return std::visit([&](const auto &pattern) { return meets(expectation, pattern); }, expectation.pattern);
    }

    bool meets(const Expectation &, const NothingPattern &)
    {
        const auto apps = m_names.known(Names::Kind::App);
        return std::none_of(apps.begin(), apps.end(), [this](const QString &app) { return hasUnread(app); });
    }

    HLineApp idOf(const QString &app) const { return m_names.app(app).value_or(HLineApp()); }
    bool hasUnread(const QString &app) { return !m_unread[app].isEmpty() || m_server.queuedMessages(idOf(app)) > 0; }
    bool fetch(const QString &app)
    {
        const auto message = m_server.lineGetMessage(idOf(app));
        if (message)
            m_unread[app].append(*message);
        return message.has_value();
    }

    bool meets(const Expectation &expectation, const MessagePattern &pattern)
    {
        if (pattern.none)
            return !hasUnread(pattern.app);
        QList<LineMessage> &unread = m_unread[pattern.app];
        const bool looksFurther = pattern.skips || expectation.negated;
        for (qsizetype i = 0; i < unread.size() || fetch(pattern.app); ++i) {
            if (matches(pattern, unread.at(i))) {
                take(expectation, unread, i);
                return true;
            }
            if (!looksFurther)
                return false;
        }
        return false;
    }

    bool matches(const MessagePattern &pattern, const LineMessage &message) const
    {
        return pattern.match(message)
            && (!pattern.parkAddress
                || *pattern.parkAddress == m_server.parkedAt(idOf(pattern.app), RequestId{message.param1}));
    }

    void take(const Expectation &expectation, QList<LineMessage> &unread, qsizetype index)
    {
        if (expectation.negated)
            return;
        const LineMessage message = unread.at(index);
        unread.remove(0, index + 1);
        if (expectation.as.isEmpty())
            return;
        const HCall handle = HCall::fromHandle(message.id == MessageId::AppNewCall ? message.param2 : message.device);
        m_names.setCall(expectation.as, {handle, m_names.callOf(handle), {}});
    }

    bool meets(const Expectation &expectation, const CommandPattern &pattern)
    {
        if (pattern.command == "none"_L1)
            return std::all_of(m_commands.begin(), m_commands.end(), [](const auto &sent) { return sent.isEmpty(); });
        QList<SentCommand> &sent = m_commands[pattern.command];
        QList<qsizetype> found;
        Decoder decoder(m_names);
        for (qsizetype i = 0; i < sent.size(); ++i) {
            const bool inTime = !pattern.later || sent.at(i).order > m_lastExpectedCommand;
            if (inTime && match(decoder, pattern, sent.at(i).command))
                found.append(i);
            if (!expectation.times && !found.isEmpty())
                break;
        }
        if (found.isEmpty() && expectation.times.value_or(1) != 0)
            return false;
        if (expectation.times && quint64(found.size()) != *expectation.times)
            return false;
        if (expectation.negated)
            return true;
        for (auto it = found.crbegin(); it != found.crend(); ++it) {
            m_lastExpectedCommand = sent.at(found.constLast()).order;
            if (!expectation.requestName.isEmpty())
                m_names.setRequest(expectation.requestName, requestOf(sent.at(*it).command));
        }
        for (auto it = found.crbegin(); it != found.crend(); ++it)
            sent.removeAt(*it);
        return true;
    }

    bool meets(const Expectation &expectation, const FindingPattern &pattern)
    {
        const auto matching = [&](const auto &finding) { return pattern.match(*finding); };
        const auto count = quint64(std::count_if(m_findings.begin(), m_findings.end(), matching));
        if (expectation.times ? count != *expectation.times : count == 0)
            return false;
        if (expectation.negated)
            return true;
        if (expectation.times)
            m_findings.removeIf(matching);
        else
            m_findings.erase(std::find_if(m_findings.begin(), m_findings.end(), matching));
        return true;
    }

    bool meets(const Expectation &, const WorldPattern &pattern)
    {
        Decoder decoder(m_names);
        return differences(decoder, pattern, m_server.world()).isEmpty();
    }

    // What there is in place of what was expected.
    QString instead(const Expectation &expectation)
    {
        return std::visit(Overload{
                              [&](const NothingPattern &) { return listed(unreadTexts()); },
                              [&](const MessagePattern &pattern) { return listed(unreadTexts(pattern.app)); },
                              [&](const CommandPattern &) { return listed(commandTexts()); },
                              [&](const FindingPattern &) { return listed(findingTexts()); },
                              [&](const WorldPattern &pattern) {
                                  Decoder decoder(m_names);
                                  return differences(decoder, pattern, m_server.world()).join(u' ').chopped(1);
                              },
                          },
                          expectation.pattern);
    }

    QStringList unreadTexts(const QString &app)
    {
        while (fetch(app)) { }
        QStringList texts;
        for (const LineMessage &message : std::as_const(m_unread[app]))
            texts.append(textOf(message, m_names));
        return texts;
    }

    QStringList unreadTexts()
    {
        QStringList texts;
        for (const QString &app : m_names.known(Names::Kind::App)) {
            for (const QString &text : unreadTexts(app))
                texts.append(app + u": "_s + text);
        }
        return texts;
    }

    QStringList commandTexts() const
    {
        std::map<quint64, QString> inOrder;
        for (const QList<SentCommand> &sent : m_commands) {
            for (const SentCommand &one : sent)
                inOrder.emplace(one.order, textOf(one.command, m_names));
        }
        QStringList texts;
        for (const auto &[order, text] : inOrder)
            texts.append(text);
        return texts;
    }

    QStringList findingTexts() const
    {
        QStringList texts;
        for (const auto &finding : m_findings)
            texts.append(u"%1 %2 %3"_s.arg(QLatin1StringView(finding->rule),
                                           QLatin1StringView(toString(finding->severity)), finding->subject));
        return texts;
    }

    // ---- the end ----

    void end()
    {
        if (m_result.failures.isEmpty()) {
            for (const auto &[request, awaited] : m_awaitedErrors)
                fail(awaited.first,
                     Decoder::tr("No LINE_REPLY came; expected was %1.").arg(lineErrorName(awaited.second)));
        }
        if (m_options.reportUnread)
            m_result.unread = unreadTexts();
        if (!(m_replayed == m_server.world()))
            fail({}, Decoder::tr("The World rebuilt from the events differs from the server's."));
        m_result.world = m_server.world();
        if (m_options.keepJournal)
            m_server.journal().forEach([this](const Event &event) { m_result.journal.append(event); });
    }

    const Scenario &m_scenario;
    const RunOptions &m_options;
    ManualClock m_manualClock;
    Clock *m_clock;
    Names m_names;
    World m_replayed;
    ScenarioResult m_result;
    QString m_step;                                // being played
    QHash<QString, QList<LineMessage>> m_unread;   // fetched, but not expected yet
    QHash<QString, QList<SentCommand>> m_commands; // by name, not expected yet
    quint64 m_lastCommand = 0;
    quint64 m_lastExpectedCommand = 0;
    QList<std::shared_ptr<const Finding>> m_findings;                 // not expected yet
    std::map<quint32, std::pair<QString, LineError>> m_awaitedErrors; // by request
    QHash<DeviceId, QStringList> m_awaitedCalls;                      // names for calls that a simulator was asked for
    QSet<std::pair<quint32, quint32>> m_negotiated;                   // application and device
    TelephonyServer m_server;
    std::unique_ptr<ScriptedProvider> m_scripted;
    std::unique_ptr<ProviderHost> m_host; // last: gone before what it reports to
};

} // namespace

ScenarioResult run(const Scenario &scenario, const RunOptions &options) { return Runner(scenario, options).run(); }

struct ScenarioPlayer::Private {
    Private(Scenario theScenario, std::function<void(const EventBatch &)> events)
        : scenario(std::move(theScenario))
        , runner(scenario, options)
    {
        options.events = std::move(events);
        runner.start();
    }

    Scenario scenario;
    RunOptions options;
    Runner runner;
    qsizetype next = 0;
};

ScenarioPlayer::ScenarioPlayer(Scenario scenario, std::function<void(const EventBatch &)> events)
    : d(std::make_unique<Private>(std::move(scenario), std::move(events)))
{
}

ScenarioPlayer::~ScenarioPlayer() = default;

const Scenario &ScenarioPlayer::scenario() const { return d->scenario; }

qsizetype ScenarioPlayer::next() const { return d->next; }

bool ScenarioPlayer::atEnd() const { return d->next >= d->scenario.steps.size(); }

bool ScenarioPlayer::playNext()
{
    if (atEnd() || !failure().isEmpty())
        return false;
    return d->runner.play(d->next++);
}

void ScenarioPlayer::skip() { d->next = std::min(d->next + 1, d->scenario.steps.size()); }

void ScenarioPlayer::pass(Microseconds duration) { d->runner.pass(duration); }

QString ScenarioPlayer::failure() const { return d->runner.failure(); }

const World &ScenarioPlayer::world() const { return d->runner.world(); }

Clock *ScenarioPlayer::clock() const { return d->runner.clock(); }

ScenarioPlayer::Named ScenarioPlayer::named(const QString &name) const
{
    const Names &names = d->runner.names();
    Named named;
    if (const auto call = names.call(name))
        named.handle = call->handle;
    else if (const auto line = names.line(name))
        named.line = *line;
    else if (const auto app = names.app(name))
        named.app = *app;
    return named;
}

} // namespace Linescope::Scenarios
