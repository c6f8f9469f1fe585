// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every state that a small world can get into: three applications, a provider with two devices, two calls. Breadth
// first over the real engine, which is led to a state by playing the way there; states are the same when they differ
// in the numbers of things only. What must always be true is looked at in every state, and every step on the way is
// compared with the reference model.
//
// LINESCOPE_SMALLWORLD_DEPTH=n goes n steps deep instead of the number that fits into a test run.

#include "reference/player.h"

#include "tapi/names.h"
#include "worldcheck.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <deque>
#include <unordered_set>

using namespace Linescope;
using namespace Linescope::Reference;
using namespace Qt::StringLiterals;

namespace {

using Action = std::vector<Step>; // what belongs together
using Path = std::vector<Action>;

constexpr ProviderId provider{1};
constexpr int applications = 3;
constexpr size_t mostCalls = 2;
constexpr size_t mostRequests = 2;
#ifdef LINESCOPE_SANITIZED
constexpr size_t usualDepth = 3; // several times slower
#else
constexpr size_t usualDepth = 4;
#endif

// How each of the three opens its lines.
struct Role {
    ApiVersion version;
    Privileges privileges;
};
const Role roles[applications] = {{ApiVersion::V2_2, Privilege::Owner},
                                  {ApiVersion::V1_4, Privilege::Monitor},
                                  {ApiVersion::V2_0, Privilege::Owner | Privilege::Monitor}};
QString moduleOf(int role) { return u"%1.exe"_s.arg(role); }

Setting smallSetting()
{
    Setting setting;
    ProviderAbilities all;
    all.callFeatures = CallFeatures::fromInt(~0u);
    all.callFeatures2 = CallFeatures2::fromInt(~0u);
    all.addressFeatures = AddressFeatures::fromInt(~0u);
    setting.abilities = {all};
    setting.options.journalBytes = 256 * 1024;
    return setting;
}

Says says(const QList<Report> &reports) { return {provider, reports}; }

Action devices()
{
    Action steps;
    for (quint32 i = 1; i <= 2; ++i) {
        DeviceInfo info;
        info.name = QString::number(i);
        steps.push_back(says({Reports::DeviceAdded{{100 + i}, std::make_shared<const DeviceInfo>(info)}}));
    }
    return steps;
}

// The application that plays this role now, or none.
HLineApp inRole(const Model &model, int role)
{
    for (const auto &[id, app] : model.apps) {
        if (app.module == moduleOf(role))
            return id;
    }
    return {};
}

Action registers(int role, HLineApp next)
{
    Action steps = {Asks{{}, Requests::InitializeEx{{}, moduleOf(role), roles[role].version, 0, false}}};
    for (quint32 device = 0; device < 2; ++device)
        steps.push_back(Asks{next, Requests::NegotiateApiVersion{device, ApiVersion::V1_4, roles[role].version}});
    return steps;
}

Requests::Open opens(int role, DeviceId device)
{
    return {deviceNumber(device), roles[role].version, roles[role].privileges, MediaMode::InteractiveVoice, {}, 0, 0};
}

// All three are there and have the first device open. What comes before is reached from here by closing again.
Action beginning()
{
    Action steps = devices();
    for (int role = 0; role < applications; ++role) {
        const HLineApp app{quint32(role + 1)};
        for (const Step &step : registers(role, app))
            steps.push_back(step);
        steps.push_back(Asks{app, opens(role, DeviceId{1})});
    }
    return steps;
}

// Everything that can happen next.
class Choices {
public:
    explicit Choices(const Model &model, HLineApp nextApp)
        : m_model(model)
    {
        for (int role = 0; role < applications; ++role) {
            const HLineApp app = inRole(model, role);
            if (app.isNull())
                add(registers(role, nextApp));
            else
                ofApp(app, role);
        }
        ofProvider();
    }
    std::vector<Action> take() { return std::move(m_actions); }

private:
    void add(const Action &action) { m_actions.push_back(action); }
    void ask(HLineApp app, const Request &request) { add({Asks{app, request}}); }
    void say(const Report &report) { add({says({report})}); }
    bool roomForCalls() const
    {
        size_t coming = m_model.calls.size();
        for (const auto &[id, waiting] : m_model.pending)
            coming += waiting.creates.size();
        return coming < mostCalls;
    }

    void ofApp(HLineApp app, int role)
    {
        const bool roomForRequests = m_model.pending.size() < mostRequests;
        ask(app, Requests::Shutdown{role == 0});
        for (const auto &[id, device] : m_model.devices) {
            bool has = false;
            for (const auto &[line, record] : m_model.lines)
                has = has || (record.app == app && record.device == id);
            if (!has && !device.removed)
                ask(app, opens(role, id));
        }
        for (const auto &[line, record] : m_model.lines) {
            if (record.app != app)
                continue;
            ask(app, Requests::Close{line});
            ask(app, Requests::GetNewCalls{line, 0, CallSelect::Line});
            if (roomForRequests && roomForCalls())
                ask(app, Requests::MakeCall{line, u"5550100"_s, {}});
        }
        for (const auto &[id, handle] : m_model.handles) {
            if (m_model.lines.at(handle.line).app != app)
                continue;
            ask(app, Requests::DeallocateCall{id});
            ask(app,
                Requests::SetCallPrivilege{
                    id, handle.privilege == Privilege::Owner ? Privilege::Monitor : Privilege::Owner});
            ask(app, Requests::Handoff{id, moduleOf((role + 2) % applications), {}});
            if (roomForRequests) {
                ask(app, Requests::Answer{id});
                ask(app, Requests::Drop{id});
                ask(app, Requests::Hold{id});
            }
        }
    }

    void ofProvider()
    {
        if (!m_model.providers.at(provider).up) {
            Action back = devices();
            std::erase_if(back, [&](const Step &step) {
                const auto &added = std::get<Reports::DeviceAdded>(std::get<Says>(step).reports.first());
                return m_model.devices.at(DeviceId{added.line.value - 100}).removed;
            });
            back.insert(back.begin(), Returns{provider});
            add(back);
            return;
        }
        add({Dies{provider}});
        for (const auto &[id, device] : m_model.devices) {
            if (device.removed)
                continue;
            say(Reports::LineClose{device.driver, {}});
            say(Reports::DeviceRemoved{device.driver});
            if (device.open && roomForCalls())
                newCall(device);
        }
        for (const auto &[id, call] : m_model.calls) {
            if (call.state == CallState::Idle)
                continue;
            for (CallState state : {CallState::Offering, CallState::Connected, CallState::OnHold, CallState::Idle}) {
                if (state != call.state || !call.stated)
                    say(Reports::CallState{call.driver, state, 0, {}});
            }
            for (const auto &[parent, other] : m_model.calls) {
                if (parent != id && call.parent != parent)
                    say(Reports::CallState{call.driver, CallState::Conferenced, other.driver.value, {}});
            }
        }
        for (const auto &[id, waiting] : m_model.pending) {
            say(Reports::Completion{id, LineError::OperationFailed, {}, {}, {}});
            say(Reports::Completion{id, LineError::None, waiting.creates.empty() ? DriverCall() : freeName(), {}, {}});
        }
    }

    void newCall(const Reference::Device &device)
    {
        CallInfo info;
        info.mediaMode = quint32(MediaMode::InteractiveVoice);
        const Reports::NewCall announced{device.driver, freeName(), PackedCallInfo(info), 0};
        say(announced);
        add({says({announced, Reports::CallState{announced.call, CallState::Offering, 0, {}}})});
    }

    DriverCall freeName() const
    {
        quint32 name = 501;
        for (const auto &[id, call] : m_model.calls)
            name = std::max(name, call.driver.value + 1);
        return {name};
    }

    const Model &m_model;
    std::vector<Action> m_actions;
};

// The state as text that does not know the numbers of things, only their order.
QByteArray canonical(const Model &model)
{
    QByteArray text;
    const auto add = [&text](auto... values) {
        (text.append(QByteArray::number(qulonglong(values))).append(' '), ...);
    };
    std::map<CallId, int> calls;
    std::map<HLine, int> lines;
    for (const auto &[id, call] : model.calls)
        calls.emplace(id, int(calls.size()) + 1);
    for (int role = 0; role < applications; ++role)
        add(inRole(model, role).isNull() ? 0 : 1);
    for (const auto &[id, device] : model.devices)
        add(device.removed, device.open, device.info.inService);
    for (const auto &[id, line] : model.lines) {
        lines.emplace(id, int(lines.size()) + 1);
        text += 'L' + model.apps.at(line.app).module.toLatin1();
        add(line.device.value);
    }
    for (const auto &[id, call] : model.calls) {
        text += 'C';
        add(call.device.value, call.shown, call.stated, quint32(call.state),
            calls.count(call.parent) ? calls.at(call.parent) : 0);
    }
    std::vector<const Reference::Handle *> handles;
    for (const auto &[id, handle] : model.handles)
        handles.push_back(&handle);
    std::sort(handles.begin(), handles.end(),
              [](const Reference::Handle *a, const Reference::Handle *b) { return a->age < b->age; });
    for (const Reference::Handle *handle : handles) {
        text += 'H';
        add(calls.at(handle->call), lines.at(handle->line), quint32(handle->privilege), handle->fresh);
    }
    for (const auto &[id, waiting] : model.pending) {
        text += 'R';
        add(waiting.app.isNull() ? 0 : 1, lines.count(waiting.line) ? lines.at(waiting.line) : 0,
            calls.count(waiting.call) ? calls.at(waiting.call) : 0, waiting.creates.size(), waiting.abandoned,
            model.handles.count(waiting.handle), waiting.claimedBy.isNull() ? 0 : 1);
    }
    return text;
}

struct Node {
    Path path;
    HLineApp nextApp;
};

} // namespace

class TestSmallWorld : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyStateKeepsTheRules();

private:
    bool check(Player &player, const Path &path);
};

// O-1, H-24, V-81, H-55, R-10: what must be true whatever happened.
bool TestSmallWorld::check(Player &player, const Path &path)
{
    QStringList wrong = player.finish();
    const World &world = player.server().world();
    world.calls().forEach([&](const Linescope::Call &call) {
        if (player.closeCalls(call.id) != 0)
            wrong.append(shortName(call.id) + u" was closed and lives on"_s);
        if (call.isIdle() && call.handleCount() == 0)
            wrong.append(shortName(call.id) + u" is over and nobody holds it"_s);
    });
    for (CallId call : player.createdCalls()) {
        if (!world.call(call) && player.closeCalls(call) != 1) // V-81
            wrong.append(u"%1 was closed %2 times"_s.arg(shortName(call)).arg(player.closeCalls(call)));
    }
    if (wrong.isEmpty())
        return true;
    for (const Action &action : path) {
        for (const Step &step : action)
            qWarning().noquote() << toText(step);
    }
    qWarning().noquote() << wrong.join(u'\n');
    return false;
}

void TestSmallWorld::everyStateKeepsTheRules()
{
    const int given = qEnvironmentVariableIntValue("LINESCOPE_SMALLWORLD_DEPTH");
    const size_t depth = given > 0 ? size_t(given) : usualDepth;
    QElapsedTimer timer;
    timer.start();
    const Setting setting = smallSetting();
    std::unordered_set<std::string> known;
    std::deque<Node> frontier = {{{beginning()}, HLineApp{applications + 1}}};
    quint64 transitions = 0;
    size_t unexplored = 0;
    while (!frontier.empty()) {
        const Node node = std::move(frontier.front());
        frontier.pop_front();
        auto player = std::make_unique<Player>(setting);
        const auto lead = [&] {
            player = std::make_unique<Player>(setting);
            for (const Action &action : node.path)
                player->lead(action);
        };
        lead();
        for (const Action &action : Choices(player->model(), node.nextApp).take()) {
            const QByteArray before = canonical(player->model());
            QStringList wrong;
            for (const Step &step : action)
                wrong += player->play(step);
            ++transitions;
            Path path = node.path;
            path.push_back(action);
            if (!wrong.isEmpty()) {
                qWarning().noquote() << wrong.join(u'\n');
                check(*player, path);
                for (const Action &led : path) {
                    for (const Step &step : led)
                        qWarning().noquote() << toText(step);
                }
                QFAIL("the engine and the model part");
            }
            const QByteArray after = canonical(player->model());
            if (known.insert(after.toStdString()).second) {
                QVERIFY(check(*player, path));
                const bool registered = action.size() > 1 && std::holds_alternative<Asks>(action.front());
                if (path.size() <= depth)
                    frontier.push_back({path, {node.nextApp.value + (registered ? 1 : 0)}});
                else
                    ++unexplored;
            }
            if (after != before || std::get_if<Asks>(&action.front()) == nullptr)
                lead();
        }
    }
    qInfo("%zu states, %llu steps, %zu steps deep, %zu states not entered, %lld ms", known.size(),
          qulonglong(transitions), depth, unexplored, qint64(timer.elapsed()));
    QVERIFY(known.size() > 1000);
}

QTEST_GUILESS_MAIN(TestSmallWorld)

#include "tst_smallworld.moc"
