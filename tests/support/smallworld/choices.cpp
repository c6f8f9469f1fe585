// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "smallworld/choices.h"

#include <algorithm>

namespace Linescope::SmallWorld {

using namespace Qt::StringLiterals;
using namespace Reference;

namespace {

constexpr ProviderId provider{1};

// How each application opens its lines. No two are alike: nothing can be won by swapping them, but the rules differ
// for each (P-8, P-30, H-51, M-13).
struct Role {
    ApiVersion version;
    Privileges privileges;
};
const Role roles[] = {{ApiVersion::V2_2, Privilege::Owner | Privilege::Monitor},
                      {ApiVersion::V1_4, Privilege::Owner},
                      {ApiVersion::V2_0, Privilege::Monitor}};
QString moduleOf(int role) { return u"%1.exe"_s.arg(role); }

Says says(const QList<Report> &reports) { return {provider, reports}; }
Says says(const Report &report) { return {provider, {report}}; }

Action registers(int role)
{
    return {Asks{{}, Requests::InitializeEx{{}, moduleOf(role), roles[role].version, 0, false}}};
}

DriverLine lineNamed(int number) { return {quint32(100 + number)}; }

Step adds(DriverLine line)
{
    DeviceInfo info;
    info.name = QString::number(line.value);
    return says(Reports::DeviceAdded{line, std::make_shared<const DeviceInfo>(info)});
}

// The first application hears of everything that happens to its lines.
Action opens(HLineApp app, int role, DeviceId device, HLine next)
{
    const quint32 number = deviceNumber(device);
    Action steps = {
        Asks{app, Requests::NegotiateApiVersion{number, ApiVersion::V1_4, roles[role].version}},
        Asks{app,
             Requests::Open{
                 number, roles[role].version, roles[role].privileges, MediaMode::InteractiveVoice, {}, 0, 0}}};
    if (role == 0 && !next.isNull())
        steps.push_back(Asks{
            app, Requests::SetStatusMessages{next, LineDevStates::fromInt(0x1ffffff), AddressStates::fromInt(0x1ff)}});
    return steps;
}

// Everything that can happen next, one after another; the one that is wanted is made.
class Choices {
public:
    Choices(const Model &model, const Picture &picture, const Pass &pass, int wanted)
        : m_model(model)
        , m_picture(picture)
        , m_pass(pass)
        , m_wanted(wanted)
    {
        for (int role = 0; role < pass.applications; ++role) {
            const HLineApp app = picture.apps[size_t(role)];
            if (!app.isNull())
                ofApp(app, role);
            else
                offer([&] { return registers(role); });
        }
        if (m_model.providers.at(provider).up)
            ofProvider();
        else
            offer([&] { return comesBack(); });
    }

    int count() const { return m_count; }
    Action take() { return std::move(m_action); }

private:
    bool has(Part part) const { return m_pass.parts.testFlag(part); }

    template<class Make>
    void offer(Make make)
    {
        if (m_count++ == m_wanted)
            m_action = make();
    }
    template<class Request>
    void ask(HLineApp app, const Request &request)
    {
        offer([&] { return Action{Asks{app, request}}; });
    }
    void say(const Report &report)
    {
        offer([&] { return Action{says(report)}; });
    }

    // ---- how much there may be ----

    int roomForRequests() const { return m_pass.requests - int(m_model.pending.size()); }
    int roomForCalls() const
    {
        int coming = int(m_model.calls.size());
        for (const auto &[id, waiting] : m_model.pending)
            coming += waiting.abandoned ? 0 : int(waiting.creates.size());
        return m_pass.calls - coming;
    }
    bool mayCreate(int calls) const { return roomForRequests() > 0 && roomForCalls() >= calls; }
    // The engine drops calls whose sole owner closes (L-18): requests of its own.
    bool mayClose(HLine line) const { return m_pass.requests == 0 || dropsOf(line) <= roomForRequests(); }
    int dropsOf(HLine line) const
    {
        int drops = 0;
        for (const auto &[id, handle] : m_model.handles)
            drops += handle.line == line && handle.privilege == Privilege::Owner && m_model.owners(handle.call) == 1
                    && m_model.calls.at(handle.call).state != CallState::Idle
                ? 1
                : 0;
        return drops;
    }
    // Nor does it begin to drop calls that nobody owns.
    bool mayShow(CallState state) const
    {
        return !has(Part::DropsUnowned) || state == CallState::Offering || roomForRequests() > 0;
    }
    bool mayShutDown(HLineApp app) const
    {
        int drops = 0;
        for (const auto &[line, record] : m_model.lines)
            drops += record.app == app ? dropsOf(line) : 0;
        return m_pass.requests == 0 || drops <= roomForRequests();
    }

    // ---- applications ----

    void ofApp(HLineApp app, int role)
    {
        if (has(Part::Registers) && mayShutDown(app))
            ask(app, Requests::Shutdown{role == 0});
        if (has(Part::Opens))
            opensWhatIsNotOpen(app, role);
        for (HLine line : m_picture.lines) {
            if (m_model.lines.at(line).app == app)
                onLine(app, line);
        }
        for (HCall handle : m_picture.handles) {
            if (m_model.lines.at(m_model.handles.at(handle).line).app == app)
                onCall(app, role, handle);
        }
        if (has(Part::KeepsMessages) && !m_model.apps.at(app).queue.empty())
            offer([&] { return Action{Fetches{app, 1}}; });
    }

    void opensWhatIsNotOpen(HLineApp app, int role)
    {
        for (DeviceId id : m_picture.devices) {
            const auto &lines = m_model.lines;
            const bool isOpen = std::any_of(lines.begin(), lines.end(), [&](const auto &line) {
                return line.second.app == app && line.second.device == id;
            });
            const HLine next = m_model.providers.at(provider).up ? m_model.nextLine() : HLine();
            if (!isOpen)
                offer([&] { return opens(app, role, id, next); });
        }
    }

    void onLine(HLineApp app, HLine line)
    {
        if (has(Part::Opens) && mayClose(line))
            ask(app, Requests::Close{line});
        if (has(Part::FindsCalls))
            ask(app, Requests::GetNewCalls{line, 0, CallSelect::Line});
        if (has(Part::MakesCalls) && mayCreate(1))
            ask(app, Requests::MakeCall{line, u"5550100"_s, {}});
        if (has(Part::SetsUp) && mayCreate(2))
            ask(app, Requests::SetupConference{{}, line, 3, {}});
    }

    void onCall(HLineApp app, int role, HCall id)
    {
        const Reference::Handle &handle = m_model.handles.at(id);
        if (has(Part::Deallocates))
            ask(app, Requests::DeallocateCall{id});
        if (has(Part::SetsPrivilege)) {
            const bool owns = handle.privilege == Privilege::Owner;
            ask(app, Requests::SetCallPrivilege{id, owns ? Privilege::Monitor : Privilege::Owner});
        }
        if (has(Part::HandsOff)) {
            for (int other = 0; other < m_pass.applications; ++other) {
                if (other != role)
                    ask(app, Requests::Handoff{id, moduleOf(other), {}});
            }
            ask(app, Requests::Handoff{id, {}, MediaMode::InteractiveVoice});
        }
        if (has(Part::Acts) && roomForRequests() > 0) {
            ask(app, Requests::Answer{id});
            ask(app, Requests::Hold{id});
            ask(app, Requests::Drop{id});
        }
        if (has(Part::Confers))
            ask(app, Requests::GetConfRelatedCalls{id});
        if (has(Part::SetsUp))
            setsUp(app, id);
        if (has(Part::Transfers))
            transfers(app, id);
    }

    void setsUp(HLineApp app, HCall id)
    {
        if (mayCreate(2))
            ask(app, Requests::SetupConference{id, {}, 3, {}});
        if (mayCreate(1))
            ask(app, Requests::PrepareAddToConference{id, {}});
        if (roomForRequests() <= 0)
            return;
        ask(app, Requests::RemoveFromConference{id});
        for (HCall other : othersOf(id))
            ask(app, Requests::AddToConference{id, other});
    }

    void transfers(HLineApp app, HCall id)
    {
        if (mayCreate(1))
            ask(app, Requests::SetupTransfer{id, {}});
        for (HCall other : othersOf(id)) {
            if (roomForRequests() > 0)
                ask(app, Requests::CompleteTransfer{id, other, TransferMode::Transfer});
            if (mayCreate(1))
                ask(app, Requests::CompleteTransfer{id, other, TransferMode::Conference});
        }
    }

    // The application's handles for other calls.
    std::vector<HCall> othersOf(HCall id) const
    {
        std::vector<HCall> result;
        const auto appOf = [this](HCall handle) { return m_model.lines.at(m_model.handles.at(handle).line).app; };
        for (HCall other : m_picture.handles) {
            if (other != id && appOf(other) == appOf(id))
                result.push_back(other);
        }
        return result;
    }

    // ---- the provider ----

    Action comesBack() const
    {
        Action steps = {Returns{provider}};
        for (DeviceId id : m_picture.devices)
            steps.push_back(adds(m_model.devices.at(id).driver));
        return steps;
    }

    void ofProvider()
    {
        if (has(Part::Dies))
            offer([] { return Action{Dies{provider}}; });
        if (has(Part::ChangesDevices) && int(m_picture.devices.size()) < m_pass.devices)
            offer([&] { return Action{adds(freeLine())}; });
        for (DeviceId id : m_picture.devices)
            ofDevice(m_model.devices.at(id));
        for (CallId id : m_picture.calls)
            ofCall(m_model.calls.at(id));
        for (RequestId id : m_picture.requests)
            answers(m_model.pending.at(id));
        if (has(Part::SpeaksTooLate))
            speaksTooLate();
    }

    void ofDevice(const Reference::Device &device)
    {
        if (has(Part::ClosesLines))
            say(Reports::LineClose{device.driver, {}});
        if (has(Part::ChangesDevices))
            say(Reports::DeviceRemoved{device.driver});
        if (has(Part::ChangesService))
            say(Reports::DeviceState{device.driver, !device.info.inService, device.info.connected, {}});
        if (has(Part::Announces) && device.open && roomForCalls() > 0) {
            const Report call = newCall(device.driver);
            say(call);
            offer([&] { return Action{says({call, state(freeName(), CallState::Offering)})}; });
        }
    }

    static Report newCall(DriverLine line, DriverCall call)
    {
        CallInfo info;
        info.mediaMode = quint32(MediaMode::InteractiveVoice);
        return Reports::NewCall{line, call, PackedCallInfo(info), 0};
    }
    Report newCall(DriverLine line) const { return newCall(line, freeName()); }
    static Report state(DriverCall call, CallState state, quint32 mode = 0)
    {
        return Reports::CallState{call, state, mode, {}};
    }

    void ofCall(const Reference::Call &call)
    {
        if (call.state == CallState::Idle) { // nothing may follow it (S-21)
            say(state(call.driver, CallState::Connected));
            return;
        }
        for (CallState next : m_pass.states) {
            if ((next != call.state || !call.stated) && (call.shown || mayShow(next)))
                say(state(call.driver, next));
        }
        for (CallId other : m_picture.calls) {
            if (has(Part::Confers) && other != call.id && call.parent != other)
                say(state(call.driver, CallState::Conferenced, m_model.calls.at(other).driver.value));
        }
    }

    void answers(const Pending &waiting)
    {
        say(Reports::Completion{waiting.request, LineError::OperationFailed, {}, {}, {}});
        if (waiting.creates.empty()) {
            say(Reports::Completion{waiting.request, LineError::None, {}, {}, {}});
            return;
        }
        const DriverCall first = freeName();
        const DriverCall second = waiting.creates.size() > 1 ? freeName(first) : DriverCall();
        say(Reports::Completion{waiting.request, LineError::None, first, second, {}});
        say(Reports::Completion{waiting.request, LineError::None, {}, {}, {}}); // V-22
    }

    // As if it had not read a single command yet.
    void speaksTooLate()
    {
        const auto early = [this](const Report &report) { offer([&] { return Action{Says{provider, {report}, 0}}; }); };
        for (DeviceId id : m_picture.devices) {
            const DriverLine line = m_model.devices.at(id).driver;
            early(Reports::LineClose{line, {}});
            if (roomForCalls() > 0)
                early(newCall(line));
        }
        for (int number = 1; number <= m_pass.calls; ++number) {
            early(state(callNamed(number), CallState::Connected));
            if (!isTaken(callNamed(number)))
                say(state(callNamed(number), CallState::Connected)); // V-13, V-18
        }
    }

    bool isTaken(DriverCall name) const
    {
        return std::any_of(m_model.calls.begin(), m_model.calls.end(),
                           [&](const auto &call) { return call.second.driver == name; });
    }
    // The provider uses its names again: the engine must not mind (O-10).
    DriverCall freeName(DriverCall butNot = {}) const
    {
        int number = 1;
        while (isTaken(callNamed(number)) || callNamed(number) == butNot)
            ++number;
        return callNamed(number);
    }
    DriverLine freeLine() const
    {
        int number = 1;
        const auto isThere = [&](DeviceId id) { return m_model.devices.at(id).driver == lineNamed(number); };
        while (std::any_of(m_picture.devices.begin(), m_picture.devices.end(), isThere))
            ++number;
        return lineNamed(number);
    }

    const Model &m_model;
    const Picture &m_picture;
    const Pass &m_pass;
    int m_wanted;
    int m_count = 0;
    Action m_action;
};

} // namespace

int roleNamed(const QString &module) { return module.at(0).digitValue(); }
DriverCall callNamed(int number) { return {quint32(500 + number)}; }

Setting settingOf(const Pass &pass)
{
    Setting setting;
    ProviderAbilities all;
    all.callFeatures = CallFeatures::fromInt(~0u);
    all.callFeatures2 = CallFeatures2::fromInt(~0u);
    all.addressFeatures = AddressFeatures::fromInt(~0u);
    setting.abilities = {all};
    setting.options.journalBytes = 16 * 1024;
    setting.options.closeDropsSoleOwned = pass.requests > 0;
    setting.options.closeCallAfterFailedCreate = pass.parts.testFlag(Part::ClosesFailures);
    if (pass.parts.testFlag(Part::DropsUnowned))
        setting.options.unownedCalls = ServerOptions::Unowned::Drop;
    return setting;
}

Action beginning(const Pass &pass)
{
    Action steps;
    const auto add = [&steps](const Action &action) { steps.insert(steps.end(), action.begin(), action.end()); };
    for (int device = 1; device <= pass.devices; ++device)
        steps.push_back(adds(lineNamed(device)));
    for (int role = 0; role < pass.applications && !pass.parts.testFlag(Part::Registers); ++role)
        add(registers(role));
    quint32 line = 0;
    for (quint32 role = 0; role < quint32(pass.applications) && !pass.parts.testFlag(Part::Opens); ++role) {
        for (quint32 device = 1; device <= quint32(pass.devices); ++device)
            add(opens(HLineApp{role + 1}, int(role), DeviceId{device}, HLine{++line}));
    }
    return steps;
}

int countActions(const Model &model, const Picture &picture, const Pass &pass)
{
    return Choices(model, picture, pass, -1).count();
}

Action actionNumber(int number, const Model &model, const Picture &picture, const Pass &pass)
{
    return Choices(model, picture, pass, number).take();
}

Action questions(const Model &model, const Picture &picture)
{
    Action steps;
    const auto appOf = [&](HLine line) { return model.lines.at(line).app; };
    const auto askAll = [&](HLineApp but, const Request &request) {
        for (HLineApp app : picture.apps) {
            if (!app.isNull() && app != but)
                steps.push_back(Asks{app, request});
        }
    };
    for (HLine line : picture.lines) {
        steps.push_back(Asks{appOf(line), Requests::GetLineDevStatus{line}});
        steps.push_back(Asks{appOf(line), Requests::GetAddressStatus{line, 0}});
        askAll(appOf(line), Requests::Close{line}); // H-43
    }
    for (HCall handle : picture.handles) {
        const HLineApp app = appOf(model.handles.at(handle).line);
        steps.push_back(Asks{app, Requests::GetCallInfo{handle}});
        steps.push_back(Asks{app, Requests::GetCallStatus{handle}});
        askAll(app, Requests::DeallocateCall{handle}); // H-42
    }
    for (HCall handle{1};; ++handle.value) {
        if (model.handles.count(handle) > 0)
            continue;
        askAll({}, Requests::DeallocateCall{handle}); // H-40: void, or none yet
        break;
    }
    return steps;
}

} // namespace Linescope::SmallWorld
