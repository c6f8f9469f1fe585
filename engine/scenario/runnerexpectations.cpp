// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What must have happened by then, and what there is instead.

#include "scenario/scenariorunner_p.h"

#include "scenario/messagetext.h"
#include "tapi/overload.h"

#include <QJsonDocument>

#include <algorithm>

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

} // namespace

bool ScenarioRunner::expect(const QJsonObject &json)
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

bool ScenarioRunner::isMet(const Expectation &expectation)
{
    return std::visit([&](const auto &pattern) { return meets(expectation, pattern); }, expectation.pattern);
}

bool ScenarioRunner::meets(const Expectation &, const NothingPattern &)
{
    const auto apps = m_names.known(Names::Kind::App);
    return std::none_of(apps.begin(), apps.end(), [this](const QString &app) { return hasUnread(app); });
}

bool ScenarioRunner::fetch(const QString &app)
{
    const auto message = m_server.lineGetMessage(idOf(app));
    if (message)
        m_unread[app].append(*message);
    return message.has_value();
}

bool ScenarioRunner::meets(const Expectation &expectation, const MessagePattern &pattern)
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

bool ScenarioRunner::matches(const MessagePattern &pattern, const LineMessage &message) const
{
    return pattern.match(message)
        && (!pattern.parkAddress
            || *pattern.parkAddress == m_server.parkedAt(idOf(pattern.app), RequestId{message.param1}));
}

void ScenarioRunner::take(const Expectation &expectation, QList<LineMessage> &unread, qsizetype index)
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

bool ScenarioRunner::meets(const Expectation &expectation, const CommandPattern &pattern)
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

bool ScenarioRunner::meets(const Expectation &expectation, const FindingPattern &pattern)
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

bool ScenarioRunner::meets(const Expectation &, const WorldPattern &pattern)
{
    Decoder decoder(m_names);
    return differences(decoder, pattern, m_server.world()).isEmpty();
}

QString ScenarioRunner::instead(const Expectation &expectation)
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

QStringList ScenarioRunner::unreadTexts(const QString &app)
{
    while (fetch(app)) { }
    QStringList texts;
    for (const LineMessage &message : std::as_const(m_unread[app]))
        texts.append(textOf(message, m_names));
    return texts;
}

QStringList ScenarioRunner::unreadTexts()
{
    QStringList texts;
    for (const QString &app : m_names.known(Names::Kind::App)) {
        for (const QString &text : unreadTexts(app))
            texts.append(app + u": "_s + text);
    }
    return texts;
}

QStringList ScenarioRunner::commandTexts() const
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

QStringList ScenarioRunner::findingTexts() const
{
    QStringList texts;
    for (const auto &finding : m_findings)
        texts.append(u"%1 %2 %3"_s.arg(QLatin1StringView(finding->rule), QLatin1StringView(toString(finding->severity)),
                                       finding->subject));
    return texts;
}

} // namespace Linescope::Scenarios
