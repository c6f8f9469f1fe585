// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reference/player.h"

#include "tapi/names.h"
#include "tapi/overload.h"
#include "tracetext.h"
#include "worldcheck.h"

#include <algorithm>

namespace Linescope::Reference {

using namespace Qt::StringLiterals;
using Test::toText;

namespace {

template<class T>
QString words(const std::vector<T> &list)
{
    QStringList result;
    for (const T &value : list)
        result.append(toText(value));
    return u'[' + result.join(u", "_s) + u']';
}

QString text(const CallInfo &info)
{
    QStringList result;
    for (const CallInfoField &field : callInfoFields()) {
        const QString shown = displayText(field, info);
        if (!shown.isEmpty())
            result.append(QLatin1StringView(field.name) + u'=' + shown);
    }
    return result.join(u' ');
}
QString text(const CallStatus &s)
{
    return u"%1 mode %2 %3 features %4 features2 %5 devSpecific %6 since %7"_s.arg(nameOf(s.state))
        .arg(s.mode)
        .arg(nameOf(s.privilege), namesOf(s.features).join(u'|'), namesOf(s.features2).join(u'|'),
             QString::fromLatin1(s.devSpecific.toHex()))
        .arg(s.stateEntryTime);
}
QString text(const LineDevStatus &s)
{
    return u"opens %1 media %2 active %3 held %4 pending %5 features %6 flags %7 apps %8"_s.arg(s.numOpens)
        .arg(s.openMediaModes.toInt())
        .arg(s.numActiveCalls)
        .arg(s.numOnHoldCalls)
        .arg(s.numOnHoldPendCalls)
        .arg(s.lineFeatures.toInt())
        .arg(s.devStatusFlags.toInt())
        .arg(s.appNames.join(u'|'));
}
QString text(const AddressStatus &s)
{
    return u"in use %1 active %2 held %3 pending %4 features %5"_s.arg(s.numInUse)
        .arg(s.numActiveCalls)
        .arg(s.numOnHoldCalls)
        .arg(s.numOnHoldPendCalls)
        .arg(s.addressFeatures.toInt());
}
QString text(std::monostate) { return u"nothing"_s; }
QString text(ApiVersion version) { return toString(version); }
QString text(PendingCall p) { return shortName(p.request) + u' ' + shortName(p.call); }
QString text(PendingConference p)
{
    return shortName(p.request) + u' ' + shortName(p.conference) + u' ' + shortName(p.consultCall);
}
QString text(const QList<HCall> &list)
{
    QStringList result;
    for (HCall handle : list)
        result.append(shortName(handle));
    return result.join(u' ');
}
template<class Tag>
QString text(Id<Tag> id)
{
    return shortName(id);
}

template<class T>
bool same(const T &a, const T &b)
{
    return a == b;
}
bool same(const CallStatus &a, const CallStatus &b) { return text(a) == text(b); }
bool same(const LineDevStatus &a, const LineDevStatus &b)
{
    return a.numOpens == b.numOpens && a.openMediaModes == b.openMediaModes && a.numActiveCalls == b.numActiveCalls
        && a.numOnHoldCalls == b.numOnHoldCalls && a.numOnHoldPendCalls == b.numOnHoldPendCalls
        && a.lineFeatures == b.lineFeatures && a.devStatusFlags == b.devStatusFlags && a.appNames == b.appNames;
}
bool same(const AddressStatus &a, const AddressStatus &b) { return text(a) == text(b); }

QStringList differences(const Outcome &engine, const Outcome &model)
{
    if (engine.error != model.error)
        return {u"result: engine %1, model %2"_s.arg(nameOf(engine.error), nameOf(model.error))};
    if (!engine.ok())
        return {};
    return std::visit(
        [&](const auto &expected) -> QStringList {
            using T = std::decay_t<decltype(expected)>;
            const T *given = std::get_if<T>(&engine.value);
            if (!given)
                return {u"value: engine kind %1, model kind %2"_s.arg(engine.value.index()).arg(model.value.index())};
            if (same(*given, expected))
                return {};
            return {u"value:\n  engine %1\n  model  %2"_s.arg(text(*given), text(expected))};
        },
        model.value);
}

} // namespace

Player::Player(const Setting &setting, Histogram *histogram)
    : m_server(std::make_unique<TelephonyServer>(&m_clock, setting.options))
    , m_model(setting.options)
    , m_histogram(histogram)
{
    QObject::connect(m_server.get(), &TelephonyServer::advanced, &m_context, [this](const EventBatch &batch) {
        m_replayed.apply(batch);
        for (const Event &event : batch) {
            if (const auto *message = std::get_if<Events::Message>(&event.payload))
                m_posted[message->app].push_back(message->message);
            else if (const auto *finding = std::get_if<Events::FindingRaised>(&event.payload))
                m_findings.emplace_back(finding->finding->rule);
            else
                countCloses(event);
        }
        if (m_histogram)
            count(batch);
    });
    for (size_t i = 0; i < setting.abilities.size(); ++i) {
        const ProviderId id{quint32(i + 1)};
        m_server->addProvider(shortName(id), setting.abilities[i],
                              [this, id](const Command &command) { m_commands[id].push_back(command); });
        m_server->setHealth(id, {true, {}});
        m_model.addProvider(setting.abilities[i]);
        m_model.setHealth(id, true);
    }
}

// V-81: exactly one close for each call that there was, and the call goes with it; none when its provider is dead.
void Player::countCloses(const Event &event)
{
    if (const auto *created = std::get_if<Events::CallCreated>(&event.payload)) {
        m_closes.emplace(created->call, 0);
    } else if (const auto *sent = std::get_if<Events::CommandSent>(&event.payload)) {
        const auto *close = std::get_if<Commands::CloseCall>(&sent->command);
        if (close && m_closes.count(close->target.call) > 0 && ++m_closes[close->target.call] > 1)
            m_wronglyClosed.append(shortName(close->target.call) + u" was closed once more"_s);
    } else if (const auto *released = std::get_if<Events::CallReleased>(&event.payload)) {
        if (m_closes[released->call] == 0 && !m_dead)
            m_wronglyClosed.append(shortName(released->call) + u" has gone without being closed"_s);
    }
}

void Player::lead(const std::vector<Step> &steps)
{
    for (const Step &step : steps)
        apply(step);
    m_model.takeFindings();
    m_model.takePosted();
    for (const auto &[id, provider] : m_model.providers)
        m_model.takeCommands(id);
    m_findings.clear();
    m_posted.clear();
    m_commands.clear();
}

void Player::count(const EventBatch &batch)
{
    for (const Event &event : batch) {
        std::visit(Overload{
                       [this](const Events::RequestResult &e) {
                           ++m_histogram->functions[{e.function, e.error}];
                       },
                       [this](const Events::ReportReceived &e) { ++m_histogram->reports[e.report.index()]; },
                       [this](const Events::CommandSent &e) { ++m_histogram->commands[commandName(e.command)]; },
                       [this](const Events::Message &e) { ++m_histogram->messages[e.message.id]; },
                       [this](const Events::FindingRaised &e) { ++m_histogram->findings[e.finding->rule]; },
                       [this](const Events::CallState &e) { ++m_histogram->states[e.state]; },
                       [](const auto &) {},
                   },
                   event.payload);
    }
}

QStringList Player::play(const std::vector<Step> &steps)
{
    QStringList wrong;
    for (const Step &step : steps)
        wrong += apply(step);
    wrong += std::exchange(m_wronglyClosed, {});
    wrong += compareEffects();
    wrong += compareWorlds();
    if (m_histogram)
        m_histogram->steps += steps.size();
    return wrong;
}

QStringList Player::apply(const Step &step)
{
    m_model.now = m_clock.now();
    return std::visit(Overload{
                          [this](const Asks &asks) { return ask(asks); },
                          [this](const Fetches &fetches) { return fetch(fetches); },
                          [this](const Says &says) {
                              m_server->report(says.provider, says.reports, says.commandsSeen);
                              m_model.report(says.provider, says.reports, says.commandsSeen);
                              return QStringList();
                          },
                          [this](const Dies &dies) {
                              m_dead = true;
                              m_server->providerDied(dies.provider, u"died"_s);
                              m_dead = false;
                              m_model.providerDied(dies.provider);
                              return QStringList();
                          },
                          [this](const Returns &returns) {
                              m_server->setHealth(returns.provider, {true, {}});
                              m_model.setHealth(returns.provider, true);
                              return QStringList();
                          },
                          [this](const IsRemoved &removed) {
                              m_server->removeProvider(removed.provider);
                              m_model.removeProvider(removed.provider);
                              return QStringList();
                          },
                          [this](const TimePasses &time) {
                              m_clock.advance(time.duration);
                              return QStringList();
                          },
                      },
                      step);
}

QStringList Player::ask(const Asks &asks)
{
    const Outcome engine = m_server->execute(asks.app, asks.request);
    return differences(engine, m_model.request(asks.app, asks.request));
}

QStringList Player::fetch(const Fetches &fetches)
{
    QStringList wrong;
    const auto app = m_model.apps.find(fetches.app);
    for (int i = 0; i < fetches.count; ++i) {
        std::optional<LineMessage> expected;
        if (app != m_model.apps.end() && !app->second.queue.empty()) {
            expected = app->second.queue.front().message;
            app->second.queue.pop_front();
        }
        const std::optional<LineMessage> given = m_server->lineGetMessage(fetches.app);
        if (given != expected) {
            wrong.append(u"lineGetMessage: engine %1, model %2"_s.arg(given ? toText(*given) : u"none"_s,
                                                                      expected ? toText(*expected) : u"none"_s));
            break;
        }
        if (!given)
            break;
        if (!isAddressedToTheLiving(fetches.app, *given))
            wrong.append(u"%1 is about a handle that is void"_s.arg(toText(*given)));
    }
    return wrong;
}

// H-55, M-47, M-48.
bool Player::isAddressedToTheLiving(HLineApp app, const LineMessage &message) const
{
    const World &world = m_server->world();
    const HLine line = HLine::fromHandle(message.device);
    const HCall call = HCall::fromHandle(message.device);
    if (!line.isNull() && message.id != MessageId::Close)
        return world.line(line) && world.line(line)->app == app;
    return call.isNull() || (world.handle(call) && world.appOf(*world.handle(call)) == app);
}

QStringList Player::compareEffects()
{
    QStringList wrong;
    const auto findings = m_model.takeFindings();
    if (findings != m_findings) {
        const auto list = [](const std::vector<std::string> &rules) {
            QStringList all;
            for (const std::string &rule : rules)
                all.append(QString::fromStdString(rule));
            return all.join(u' ');
        };
        wrong.append(u"findings: engine [%1], model [%2]"_s.arg(list(m_findings), list(findings)));
    }
    m_findings.clear();
    for (const auto &[id, provider] : m_model.providers) {
        const auto expected = m_model.takeCommands(id);
        const auto given = std::exchange(m_commands[id], {});
        if (given != expected)
            wrong.append(
                u"commands to %1:\n  engine %2\n  model  %3"_s.arg(shortName(id), words(given), words(expected)));
    }
    auto expected = m_model.takePosted();
    for (const auto &[app, messages] : m_posted) {
        if (expected[app] != messages)
            wrong.append(u"messages to %1:\n  engine %2\n  model  %3"_s.arg(shortName(app), words(messages),
                                                                            words(expected[app])));
        expected.erase(app);
    }
    for (const auto &[app, messages] : expected) {
        if (!messages.empty())
            wrong.append(u"messages to %1:\n  engine []\n  model  %2"_s.arg(shortName(app), words(messages)));
    }
    m_posted.clear();
    for (const auto &[id, app] : m_model.apps) {
        if (m_server->queuedMessages(id) != qsizetype(app.queue.size()))
            wrong.append(u"queue of %1: engine %2, model %3"_s.arg(shortName(id))
                             .arg(m_server->queuedMessages(id))
                             .arg(app.queue.size()));
    }
    return wrong;
}

QStringList Player::compareWorlds() const
{
    QStringList wrong;
    const World &world = m_server->world();
    const auto expect = [&](bool right, const QString &what) {
        if (!right)
            wrong.append(u"World: "_s + what);
    };
    expect(size_t(world.apps().size()) == m_model.apps.size(), u"number of applications"_s);
    expect(size_t(world.lines().size()) == m_model.lines.size(), u"number of lines"_s);
    expect(size_t(world.calls().size()) == m_model.calls.size(),
           u"number of calls: engine %1, model %2"_s.arg(world.calls().size()).arg(m_model.calls.size()));
    expect(size_t(world.handles().size()) == m_model.handles.size(),
           u"number of handles: engine %1, model %2"_s.arg(world.handles().size()).arg(m_model.handles.size()));
    for (const auto &[id, app] : m_model.apps)
        expect(world.app(id) && world.app(id)->name == app.name, shortName(id));
    for (const auto &[id, device] : m_model.devices) {
        const Linescope::Device *given = world.device(id);
        expect(given && given->removed == device.removed, shortName(id) + u" removed"_s);
        expect(given && given->driver == device.driver
                   && (given->info.inService == device.info.inService || device.removed)
                   && given->info.connected == device.info.connected && given->opens == m_model.linesOf(id).size(),
               shortName(id));
    }
    for (const auto &[id, line] : m_model.lines) {
        const Linescope::Line *given = world.line(id);
        expect(given && given->app == line.app && given->device == line.device && given->apiVersion == line.version
                   && given->privileges == line.privileges,
               shortName(id));
    }
    for (const auto &[id, call] : m_model.calls) {
        const Linescope::Call *given = world.call(id);
        const quint32 mode = call.state == CallState::Conferenced ? call.parent.value : call.mode;
        if (!given || given->state != call.state || given->driver != call.driver || given->device != call.device
            || int(given->owners) != m_model.owners(id) || int(given->monitors) != m_model.monitors(id)
            || given->providerBytes != call.bytes || given->stateSince != call.since
            || given->disconnectMode != call.disconnectMode || given->mode != mode)
            wrong.append(u"World: %1: engine %2 mode %3 owners %4 monitors %5, model %6 mode %7 owners %8 monitors %9"_s
                             .arg(shortName(id), given ? nameOf(given->state) : u"none"_s)
                             .arg(given ? given->mode : 0)
                             .arg(given ? given->owners : 0)
                             .arg(given ? given->monitors : 0)
                             .arg(nameOf(call.state))
                             .arg(mode)
                             .arg(m_model.owners(id))
                             .arg(m_model.monitors(id)));
    }
    for (const auto &[id, handle] : m_model.handles) {
        const Linescope::Handle *given = world.handle(id);
        expect(given && given->line == handle.line && given->call == handle.call
                   && given->privilege == handle.privilege,
               shortName(id));
    }
    return wrong;
}

QStringList Player::fetchAll(size_t butThoseUpTo)
{
    QStringList wrong;
    for (const auto &[id, app] : m_model.apps) {
        if (app.queue.size() > butThoseUpTo)
            wrong += fetch({id, 1 << 20});
    }
    return wrong;
}

QStringList Player::check() const
{
    QStringList wrong = Test::contradictions(m_server->world());
    if (!(m_replayed == m_server->world()))
        wrong.append(u"the World rebuilt from the events differs"_s);
    return wrong;
}

QStringList Player::finish()
{
    QStringList wrong = fetchAll();
    wrong += check();
    return wrong;
}

// ---- stories -------------------------------------------------------------------------------------------------------

QStringList playSteps(const Setting &setting, const std::vector<quint64> &numbers, std::vector<Step> *played,
                      Histogram *histogram)
{
    Player player(setting, histogram);
    const auto play = [&](const Step &step) {
        if (played)
            played->push_back(step);
        return player.play(step);
    };
    for (const Step &step : opening(setting)) {
        const QStringList wrong = play(step);
        if (!wrong.isEmpty())
            return wrong;
    }
    for (quint64 number : numbers) {
        const QStringList wrong = play(stepFor(number, player.model(), setting));
        if (!wrong.isEmpty())
            return wrong;
    }
    return player.finish();
}

namespace {

// Leaves out what the failure does not need, halves first, then single steps.
std::vector<quint64> shrunk(const Setting &setting, std::vector<quint64> numbers)
{
    for (size_t piece = std::max<size_t>(numbers.size() / 2, 1);; piece = piece / 2) {
        for (size_t at = 0; at < numbers.size();) {
            std::vector<quint64> fewer = numbers;
            const auto begin = fewer.begin() + std::ptrdiff_t(at);
            fewer.erase(begin, begin + std::ptrdiff_t(std::min(piece, fewer.size() - at)));
            if (!playSteps(setting, fewer).isEmpty())
                numbers = fewer;
            else
                at += piece;
        }
        if (piece <= 1)
            return numbers;
    }
}

} // namespace

QString playStory(quint64 seed, int steps, Histogram *histogram)
{
    const Setting setting = settingFor(seed);
    std::vector<quint64> numbers;
    for (int i = 0; i < steps; ++i)
        numbers.push_back(seed * 1'000'003 + quint64(i));
    if (playSteps(setting, numbers, nullptr, histogram).isEmpty())
        return {};
    std::vector<Step> played;
    numbers = shrunk(setting, numbers);
    const QStringList wrong = playSteps(setting, numbers, &played);
    QStringList list;
    for (quint64 number : numbers)
        list.append(QString::number(number));
    QStringList lines = {u"{\"setting\": %1, \"steps\": [%2]}"_s.arg(seed).arg(list.join(u", "_s)),
                         u"story %1 (drop unowned %2, close drops %3, close after failed create %4):"_s.arg(seed)
                             .arg(setting.options.unownedCalls == ServerOptions::Unowned::Drop)
                             .arg(setting.options.closeDropsSoleOwned)
                             .arg(setting.options.closeCallAfterFailedCreate)};
    for (size_t i = opening(setting).size(); i < played.size(); ++i)
        lines.append(u"  "_s + toText(played[i]));
    return (lines + wrong).join(u'\n');
}

} // namespace Linescope::Reference
