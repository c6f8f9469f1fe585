// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reference/story.h"

#include "provider/contractfields.h"
#include "tapi/names.h"
#include "world/requestfields.h"

#include <algorithm>
#include <cstring>

namespace Linescope::Reference {

using namespace Qt::StringLiterals;

namespace {

class Dice {
public:
    explicit Dice(quint64 seed)
        : m_state(seed)
    {
    }
    quint32 next() // SplitMix64
    {
        m_state += 0x9e3779b97f4a7c15;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return quint32((z ^ (z >> 31)) >> 16);
    }
    quint32 below(quint32 n) { return next() % n; }
    bool oneIn(quint32 n) { return below(n) == 0; }
    template<class T>
    T anyOf(const std::vector<T> &list)
    {
        return list.at(below(quint32(list.size())));
    }

private:
    quint64 m_state;
};

constexpr MediaModes ourMedia = MediaModes::fromInt(0x4 | 0x20 | 0x2); // INTERACTIVEVOICE, G3FAX, UNKNOWN

template<size_t... I>
Request requestOf(size_t index, std::index_sequence<I...>)
{
    static const std::vector<Request> all = {Request(std::in_place_index<I>)...};
    return all.at(index);
}
constexpr size_t functions = std::variant_size_v<Request>;
Request requestOf(size_t index) { return requestOf(index, std::make_index_sequence<functions>()); }

// In which states a call has to be for the function to make sense.
std::vector<CallState> wantedStates(const char *function, const char *argument)
{
    using enum CallState;
    const QByteArrayView name(function);
    if (name == "lineAccept" || name == "lineRedirect")
        return {Offering};
    if (name == "lineAnswer")
        return {Offering, Accepted};
    if (name == "lineUnhold")
        return {OnHold, OnHoldPendTransfer, OnHoldPendConf};
    if (name == "lineSwapHold" && qstrcmp(argument, "held") == 0)
        return {OnHold, OnHoldPendTransfer, OnHoldPendConf};
    if (name == "lineCompleteTransfer")
        return qstrcmp(argument, "call") == 0 ? std::vector{OnHold, OnHoldPendTransfer}
                                              : std::vector{Connected, Ringback, Busy, Proceeding};
    if (name == "lineAddToConference")
        return qstrcmp(argument, "conference") == 0 ? std::vector{OnHoldPendConf, OnHold}
                                                    : std::vector{Connected, OnHold, Proceeding, Ringback};
    if (name == "lineRemoveFromConference")
        return {Conferenced};
    if (name == "lineCompleteCall")
        return {Busy, Ringback};
    if (name == "lineSendUserUserInfo")
        return {Connected, Offering, Accepted, Ringback};
    if (name == "lineHold" || name == "lineSwapHold" || name == "lineSetupTransfer" || name == "lineBlindTransfer"
        || name == "lineSetupConference" || name == "linePrepareAddToConference" || name == "linePark")
        return {Connected};
    return {};
}

class Narrator {
public:
    Narrator(quint64 number, const Model &model, const Setting &setting)
        : m_dice(number)
        , m_model(model)
        , m_setting(setting)
    {
    }

    Step next()
    {
        const quint32 kind = m_dice.below(1000);
        if (m_model.apps.empty())
            return Asks{{}, Requests::InitializeEx{u"Again"_s, u"again.exe"_s, ApiVersion::V2_2, 1, false}};
        if (kind < 540)
            return asks();
        if (kind < 920)
            return says();
        if (kind < 980)
            return Fetches{anyApp(), m_dice.oneIn(3) ? 2 : 1000};
        if (kind < 996)
            return TimePasses{Microseconds(m_dice.below(3'000'000))};
        return provider();
    }

private:
    // ---- an application asks ----
    Asks asks()
    {
        size_t function = m_dice.below(functions);
        const bool crowded = m_model.apps.size() >= 4;
        if (function == 0 && (crowded || !m_dice.oneIn(3))) // lineInitializeEx
            function = 3;                                   // lineOpen
        if ((function == 1 || function == 4) && !m_dice.oneIn(function == 1 ? 12 : 3))
            function = m_dice.oneIn(2) ? 3 : 5; // lineShutdown, lineClose: rarely
        if (m_dice.oneIn(8))
            function = 3 + m_dice.below(3) % 2 * 2; // lineOpen, lineMakeCall: often
        m_app = m_dice.oneIn(60) ? HLineApp{m_dice.below(12)} : anyApp();
        Request request = requestOf(function);
        m_function = functionName(request);
        std::visit([this](auto &r) { fillAll(r); }, request);
        return {m_app, request};
    }

    HLineApp anyApp() { return anyKey(m_model.apps); }

    template<class Map>
    typename Map::key_type anyKey(const Map &map)
    {
        if (map.empty())
            return {};
        auto it = map.begin();
        std::advance(it, m_dice.below(quint32(map.size())));
        return it->first;
    }

    template<class Struct>
    void fillAll(Struct &value)
    {
        forEachField<Struct>([&](const auto &field) { fill(field.name, value.*(field.member)); });
    }

    void fill(const char *, CallParams &params)
    {
        if (!m_dice.oneIn(3))
            return;
        params.displayableAddress = u"Front desk"_s;
        params.calledParty = u"Desk"_s;
        params.comment = m_dice.oneIn(2) ? u"twice"_s : QString();
        params.flags = CallParamFlags::fromInt(m_dice.below(2) * 5);
        if (m_dice.oneIn(3))
            fillAll(params);
    }
    void fill(const char *, bool &value) { value = m_dice.oneIn(2); }
    void fill(const char *, qint64 &value) { value = m_dice.below(5); }
    void fill(const char *name, quint32 &value)
    {
        const QByteArrayView field(name);
        if (field == "line") {
            value = m_dice.oneIn(15) ? (m_dice.oneIn(2) ? LineMapper : m_dice.below(9))
                                     : deviceNumber(anyKey(m_model.devices));
            m_device = deviceFromNumber(value);
        } else if (field == "addressId") {
            value = m_dice.oneIn(6) ? m_dice.below(4) : 0;
        } else if (field == "priority") {
            value = m_dice.oneIn(6) ? m_dice.below(4) : 1;
        } else {
            value = m_dice.oneIn(4) ? m_dice.next() : m_dice.below(4);
        }
    }
    void fill(const char *name, QString &value)
    {
        const QByteArrayView field(name);
        if (field == "module" || field == "fileName") {
            value = m_dice.oneIn(8) ? QString() : anyModule();
            if (field == "module" && m_dice.oneIn(12))
                value += u'\n';
        } else if (field == "friendlyAppName") {
            value = m_dice.oneIn(3) ? QString() : u"App %1"_s.arg(m_dice.below(5));
            if (m_dice.oneIn(6))
                value += u'\n';
        } else if (field == "digits") {
            value = m_dice.oneIn(4) ? QString() : m_dice.oneIn(12) ? QString(1025, u'1') : u"12#"_s;
        } else {
            static const std::vector<QString> texts = {u"5550100"_s, u"5550101"_s,       u"5550199"_s,
                                                       u"5550100"_s, QString(),          u"555\n01"_s,
                                                       u"5550123"_s, QString(257, u'5'), QString(256, u'5')};
            value = m_dice.anyOf(texts);
        }
    }
    QString anyModule()
    {
        static const std::vector<QString> modules = {u"one.exe"_s, u"two.exe"_s, u"THREE.exe"_s, u"three.EXE"_s,
                                                     u"again.exe"_s};
        return m_dice.anyOf(modules);
    }
    void fill(const char *, QByteArray &value)
    {
        const quint32 sizes[] = {0, 3, 4, 4096, 4097, 65536, 65537};
        const quint32 size = m_dice.oneIn(5) ? sizes[m_dice.below(7)] : m_dice.below(4);
        value = QByteArray(qsizetype(size), char('a' + m_dice.below(26)));
    }
    void fill(const char *, HLine &line)
    {
        if (m_dice.oneIn(25)) {
            line = {m_dice.below(20)};
            return;
        }
        std::vector<HLine> own;
        for (const auto &[id, record] : m_model.lines) {
            if (record.app == m_app || m_dice.oneIn(30))
                own.push_back(id);
        }
        line = own.empty() ? HLine() : m_dice.anyOf(own);
    }
    void fill(const char *name, HCall &call)
    {
        if (m_dice.oneIn(30)) {
            call = {m_dice.below(60)};
            return;
        }
        if (qstrcmp(m_function, "lineSetupConference") == 0 && m_dice.oneIn(4))
            return; // without a call
        const std::vector<CallState> wanted = wantedStates(m_function, name);
        const bool strict = !m_dice.oneIn(5);
        std::vector<HCall> good;
        std::vector<HCall> any;
        for (const auto &[id, handle] : m_model.handles) {
            if (m_model.lines.at(handle.line).app != m_app && !m_dice.oneIn(40))
                continue;
            if (!m_sameLine.isNull() && handle.line != m_sameLine && strict)
                continue;
            any.push_back(id);
            const Call &record = m_model.calls.at(handle.call);
            const bool right = wanted.empty() || std::find(wanted.begin(), wanted.end(), record.state) != wanted.end();
            const bool owns = handle.privilege == Privilege::Owner || m_dice.oneIn(10);
            const bool conference = qstrcmp(name, "conference") != 0 || m_model.isConference(record);
            if (right && owns && conference)
                good.push_back(id);
        }
        if (any.empty())
            return;
        call = good.empty() || !strict ? m_dice.anyOf(any) : m_dice.anyOf(good);
        m_sameLine = m_model.handles.at(call).line;
    }
    void fill(const char *, ApiVersion &version)
    {
        const ApiVersion all[] = {ApiVersion::V1_4, ApiVersion::V2_0, ApiVersion::V2_1, ApiVersion::V2_2};
        version = all[m_dice.below(4)];
        if (m_dice.oneIn(20))
            version = ApiVersion(m_dice.oneIn(2) ? 0x00030000 : 0);
        const auto app = m_model.apps.find(m_app);
        if (qstrcmp(m_function, "lineOpen") != 0 || app == m_model.apps.end() || m_dice.oneIn(8))
            return;
        const auto agreed = app->second.negotiated.find(m_device);
        if (agreed != app->second.negotiated.end() && version > agreed->second)
            version = agreed->second;
    }
    void fill(const char *, Privileges &value)
    {
        const quint32 words[] = {4, 4, 4, 6, 6, 2, 2, 1, 6, 4};
        value = Privileges::fromInt(m_dice.oneIn(25) ? m_dice.below(16) : words[m_dice.below(10)]);
    }
    void fill(const char *, Privilege &value)
    {
        const quint32 words[] = {2, 4, 2, 4, 1, 0, 8, 6};
        value = Privilege(words[m_dice.oneIn(6) ? m_dice.below(8) : m_dice.below(2)]);
    }
    void fill(const char *, MediaModes &value)
    {
        const quint32 words[] = {0x4, 0x4, 0x4, 0x20, 0x2, 0x6, 0x24, 0x26, 0x0, 0x10000, 0x100, 0x8};
        value = MediaModes::fromInt(words[m_dice.oneIn(4) ? m_dice.below(12) : m_dice.below(6)]);
    }
    void fill(const char *, BearerModes &value)
    {
        const quint32 words[] = {1, 1, 2, 8, 0, 3, 0x100};
        value = BearerModes::fromInt(words[m_dice.below(7)]);
    }
    void fill(const char *, OpenOptions &value)
    {
        const quint32 words[] = {0x80000000, 0x80000000, 0x40000000, 0x1, 0xc0000000};
        value = OpenOptions::fromInt(m_dice.oneIn(8) ? words[m_dice.below(5)] : 0);
    }
    template<class Enum>
    void fill(const char *, QFlags<Enum> &value)
    {
        quint32 bits = 0;
        for (const Named<Enum> &named : namesOf<Enum>())
            bits |= m_dice.oneIn(2) ? quint32(named.value) : 0;
        if (m_dice.oneIn(20))
            bits |= 0x40000000;
        value = QFlags<Enum>::fromInt(bits);
    }
    template<class Enum>
    requires std::is_enum_v<Enum>
    void fill(const char *, Enum &value)
    {
        const auto all = namesOf<Enum>();
        value = m_dice.oneIn(12) ? Enum(m_dice.below(70)) : all[m_dice.below(quint32(all.size()))].value;
    }

    // ---- a provider speaks ----
    Says says()
    {
        ProviderId provider = anyKey(m_model.providers);
        if (m_model.providers.at(provider).removed)
            provider = {1};
        m_provider = &m_model.providers.at(provider);
        Says said{provider, {}};
        do {
            const qsizetype before = said.reports.size();
            appendReports(said.reports);
            if (said.reports.size() == before)
                break;
        } while (m_dice.oneIn(5));
        if (m_dice.oneIn(10))
            said.commandsSeen = m_provider->sent - std::min<quint64>(m_provider->sent, m_dice.below(8));
        return said;
    }

    void appendReports(QList<Report> &to)
    {
        const quint32 kind = m_dice.below(100);
        if (kind < 22)
            complete(to);
        else if (kind < 34)
            announce(to);
        else if (kind < 72)
            to.append(state(anyCall()));
        else if (kind < 78)
            to.append(info(anyCall()));
        else if (kind < 80)
            to.append(Reports::CallBytes{anyCall(), m_dice.below(1000)});
        else if (kind < 84)
            generation(to);
        else if (kind < 88)
            to.append(Reports::MonitorDigits{anyCall(), '0' + m_dice.below(10), DigitMode(1u << m_dice.below(3))});
        else if (kind < 91)
            to.append(lineState());
        else if (kind < 94)
            to.append(addressState());
        else
            device(to);
    }

    bool errs(quint32 oneIn) { return m_setting.misbehaves && m_dice.oneIn(oneIn); }

    DriverLine anyLine()
    {
        std::vector<DriverLine> own;
        for (const auto &[id, device] : m_model.devices) {
            if (device.provider == m_provider->id && (!device.removed || m_dice.oneIn(10)))
                own.push_back(device.driver);
        }
        if (own.empty() || errs(30))
            return {m_dice.below(200)};
        return m_dice.anyOf(own);
    }
    DriverLine anyOpenLine()
    {
        std::vector<DriverLine> open;
        for (const auto &[id, device] : m_model.devices) {
            if (device.provider == m_provider->id && device.open)
                open.push_back(device.driver);
        }
        return open.empty() || errs(20) ? anyLine() : m_dice.anyOf(open);
    }
    std::vector<const Call *> ownCalls() const
    {
        std::vector<const Call *> own;
        for (const auto &[id, call] : m_model.calls) {
            if (m_model.devices.at(call.device).provider == m_provider->id)
                own.push_back(&call);
        }
        return own;
    }
    DriverCall anyCall()
    {
        const auto own = ownCalls();
        if (errs(15) && !m_provider->closed.empty())
            return anyKey(m_provider->closed);
        if (own.empty() || errs(25))
            return {m_dice.below(600)};
        for (const Call *call : own) { // what is new gets its first state soon
            if (!call->stated && m_dice.oneIn(3))
                return call->driver;
        }
        return m_dice.anyOf(own)->driver;
    }
    DriverCall newName()
    {
        if (errs(12))
            return m_dice.oneIn(3) ? DriverCall() : anyCall();
        DriverCall name{501 + m_dice.below(40)};
        const auto own = ownCalls();
        while (std::any_of(own.begin(), own.end(), [&](const Call *call) { return call->driver == name; }))
            ++name.value;
        return name;
    }

    void complete(QList<Report> &to)
    {
        std::vector<const Pending *> own;
        for (const auto &[id, waiting] : m_model.pending) {
            if (waiting.provider == m_provider->id)
                own.push_back(&waiting);
        }
        if (own.empty() || errs(12)) {
            if (errs(2))
                to.append(Reports::Completion{{m_dice.below(100)}, {}, {}, {}, {}});
            return;
        }
        const Pending &waiting = *m_dice.anyOf(own);
        Reports::Completion done{waiting.request, LineError::None, {}, {}, {}};
        if (m_dice.oneIn(5)) {
            const LineError errors[] = {LineError::OperationFailed, LineError::ResourceUnavail, LineError::InUse,
                                        LineError(0xc0000001)};
            done.result = errors[m_dice.below(4)];
        } else {
            if (!waiting.creates.empty())
                done.call = newName();
            while (waiting.creates.size() > 1 && (done.consult.isNull() || done.consult == done.call) && !errs(6))
                done.consult = newName();
            if (waiting.parks)
                done.parkAddress = u"70%1"_s.arg(m_dice.below(10));
        }
        to.append(done);
    }

    void announce(QList<Report> &to)
    {
        if (ownCalls().size() > 9)
            return;
        if (errs(20)) { // it got NULL, and some go on all the same (V-26)
            const DriverCall refused = newName();
            to.append(Reports::FaultInjected{FaultKind::NullHandle, anyOpenLine(), refused, u"NULL"_s});
            if (m_dice.oneIn(2))
                to.append(state(refused));
            return;
        }
        Linescope::CallInfo info;
        info.mediaMode = m_dice.oneIn(4) ? m_dice.anyOf<quint32>({0x2, 0x6, 0x20, 0x24, 0x100, 0}) : 0x4;
        info.origin = quint32(m_dice.oneIn(8) ? CallOrigin::Conference : CallOrigin::Inbound);
        info.callerId = u"+15550100"_s;
        info.addressId = m_dice.oneIn(4) ? 1 : 0;
        info.numOwners = m_dice.below(3); // not its business
        info.comment = m_dice.oneIn(3) ? u"no business of its own"_s : QString();
        const DriverCall name = newName();
        to.append(Reports::NewCall{anyOpenLine(), name, PackedCallInfo(info), m_dice.below(700)});
        if (m_dice.oneIn(5))
            return;
        to.append(state(name));
    }

    Reports::CallState state(DriverCall call)
    {
        using enum CallState;
        static const std::vector<CallState> states = {Offering,
                                                      Offering,
                                                      Accepted,
                                                      DialTone,
                                                      Dialing,
                                                      Ringback,
                                                      Busy,
                                                      SpecialInfo,
                                                      Connected,
                                                      Connected,
                                                      Connected,
                                                      Connected,
                                                      Proceeding,
                                                      OnHold,
                                                      OnHold,
                                                      Conferenced,
                                                      Conferenced,
                                                      Conferenced,
                                                      OnHoldPendConf,
                                                      OnHoldPendConf,
                                                      OnHoldPendTransfer,
                                                      OnHoldPendTransfer,
                                                      Disconnected,
                                                      Unknown,
                                                      Idle,
                                                      Idle};
        Reports::CallState said{call, m_dice.anyOf(states), 0, {}};
        if (said.state == Conferenced) {
            std::vector<const Call *> parents;
            for (const Call *other : ownCalls()) {
                if (m_model.isConference(*other) || m_dice.oneIn(6))
                    parents.push_back(other);
            }
            said.mode = parents.empty() || m_dice.oneIn(8) ? m_dice.below(3) * 300
                                                           : m_dice.anyOf(parents)->driver.value;
        } else if (m_dice.oneIn(2)) {
            said.mode = 1u << m_dice.below(4);
        }
        if (m_dice.oneIn(8))
            said.mediaModes = MediaModes::fromInt(m_dice.anyOf<quint32>({0x4, 0x20, 0x6, 0x2}));
        return said;
    }

    Reports::CallInfo info(DriverCall name)
    {
        Linescope::CallInfo info;
        for (const Call *call : ownCalls()) {
            if (call->driver == name)
                info = call->info;
        }
        quint32 bits = 1u << m_dice.below(31);
        if (m_dice.oneIn(3)) {
            bits = quint32(CallInfoState::AppSpecific) | (m_dice.oneIn(2) ? 0x8000 : 0);
            info.appSpecific = m_dice.below(4);
        }
        if (errs(10))
            bits |= quint32(CallInfoState::NumOwnerIncr);
        if (errs(20))
            bits = quint32(CallInfoState::NumMonitors);
        if (m_dice.oneIn(20))
            bits = 0;
        info.callerIdName = u"Caller %1"_s.arg(m_dice.below(4));
        info.appName = u"not the provider's"_s;
        info.callStates = m_dice.below(16);
        info.callData = QByteArray(qsizetype(m_dice.below(3)), 'd');
        info.devSpecific = QByteArray(qsizetype(m_dice.below(2)), 'x');
        if (m_dice.oneIn(6))
            info.origin = quint32(m_dice.oneIn(3) ? CallOrigin::Conference : CallOrigin::Internal);
        if (m_dice.oneIn(10))
            info.addressId = m_dice.below(2);
        return {name, CallInfoStates::fromInt(bits), PackedCallInfo(info)};
    }

    void generation(QList<Report> &to)
    {
        const Report ended = generated();
        to.append(ended);
        if (m_setting.misbehaves && m_dice.oneIn(6))
            to.append(ended); // V-69
    }
    Reports::Generate generated()
    {
        const std::pair<CallId, quint32> running = m_model.anyGeneration(m_dice.next());
        const auto call = m_model.calls.find(running.first);
        const GenerateTerm how = m_dice.oneIn(3) ? GenerateTerm::Cancel : GenerateTerm::Done;
        if (call == m_model.calls.end() || m_model.devices.at(call->second.device).provider != m_provider->id
            || m_dice.oneIn(8))
            return {anyCall(), m_dice.below(20), how};
        return {call->second.driver, running.second, how};
    }

    Reports::LineDevState lineState()
    {
        LineDevStates states = LineDevStates::fromInt(1u << m_dice.below(18));
        if (m_dice.oneIn(2))
            states |= LineDevState::Ringing;
        if (!m_setting.misbehaves)
            states &= ~(LineDevStates(LineDevState::Open) | LineDevState::Close);
        return {anyOpenLine(), states, m_dice.below(3), m_dice.below(5)};
    }
    Reports::AddressState addressState()
    {
        return {anyOpenLine(), m_dice.below(2), AddressStates::fromInt(1 + m_dice.below(0x1ff))};
    }

    void device(QList<Report> &to)
    {
        const quint32 kind = m_dice.below(100);
        if (kind < 55) {
            to.append(Reports::DeviceState{anyLine(), !m_dice.oneIn(3), !m_dice.oneIn(4),
                                           m_dice.oneIn(2) ? u"unplugged"_s : QString()});
        } else if (kind < 80) {
            to.append(Reports::LineClose{anyLine(), u"no licence"_s});
        } else if (kind < 84) {
            to.append(Reports::DeviceRemoved{anyLine()});
        } else if (m_model.devices.size() < 9) {
            DeviceInfo added;
            added.name = u"%1-%2"_s.arg(shortName(m_provider->id)).arg(1 + m_dice.below(4));
            added.numAddresses = 1 + m_dice.below(2);
            added.mediaModes = ourMedia;
            DriverLine line{100 + m_dice.below(100)};
            for (const auto &[id, device] : m_model.devices) { // a restart keeps the device's name
                if (device.provider == m_provider->id && !device.removed && device.info.name == added.name)
                    line = device.driver;
                else if (device.provider == m_provider->id && device.driver == line && !m_setting.misbehaves)
                    return; // V-65
            }
            to.append(Reports::DeviceAdded{line, std::make_shared<const DeviceInfo>(added)});
        }
    }

    Step provider()
    {
        const ProviderId id = anyKey(m_model.providers);
        const Provider &provider = m_model.providers.at(id);
        if (provider.removed)
            return TimePasses{1};
        if (!provider.up)
            return Returns{id};
        if (m_dice.oneIn(12) && id.value > 1)
            return IsRemoved{id};
        return Dies{id};
    }

    Dice m_dice;
    const Model &m_model;
    const Setting &m_setting;
    HLineApp m_app;
    HLine m_sameLine;
    DeviceId m_device;
    const char *m_function = "";
    const Provider *m_provider = nullptr;
};

} // namespace

Setting settingFor(quint64 seed)
{
    Dice dice(seed ^ 0x5e77119);
    Setting setting;
    setting.options.unownedCalls = dice.oneIn(2) ? ServerOptions::Unowned::Drop : ServerOptions::Unowned::Keep;
    setting.options.closeDropsSoleOwned = !dice.oneIn(3);
    setting.options.closeCallAfterFailedCreate = dice.oneIn(2);
    setting.options.journalBytes = 1024 * 1024;
    setting.misbehaves = dice.oneIn(2);
    ProviderAbilities all;
    all.callFeatures = CallFeatures::fromInt(~0u);
    all.callFeatures2 = CallFeatures2::fromInt(~0u);
    all.addressFeatures = AddressFeatures::fromInt(~0u);
    all.appSpecific = all.mediaMode = true;
    ProviderAbilities some = all;
    some.callFeatures = CallFeatures::fromInt(dice.next() | dice.next());
    some.callFeatures2 = CallFeatures2::fromInt(dice.next());
    some.addressFeatures = AddressFeatures::fromInt(dice.next());
    some.appSpecific = dice.oneIn(2);
    some.mediaMode = dice.oneIn(2);
    if (dice.oneIn(2)) { // by chance alone too rare: conferences to which nobody can be added
        some.addressFeatures |= AddressFeature::SetupConf;
        some.callFeatures |= CallFeatures(CallFeature::SetupConf) | CallFeature::PrepareAddConf;
        some.callFeatures &= ~CallFeatures(dice.oneIn(2) ? CallFeature::AddToConf : CallFeature::PrepareAddConf);
    }
    setting.abilities = {all, dice.oneIn(6) ? ProviderAbilities() : some};
    return setting;
}

std::vector<Step> opening(const Setting &setting)
{
    std::vector<Step> steps;
    for (size_t i = 0; i < setting.abilities.size(); ++i) {
        const ProviderId provider{quint32(i + 1)};
        DeviceInfo info;
        info.name = u"%1-1"_s.arg(shortName(provider));
        info.mediaModes = ourMedia;
        info.numAddresses = 2;
        steps.push_back(Says{provider, {Reports::DeviceAdded{{101}, std::make_shared<const DeviceInfo>(info)}}});
    }
    const ApiVersion versions[] = {ApiVersion::V2_2, ApiVersion::V2_0, ApiVersion::V1_4};
    const QString modules[] = {u"one.exe"_s, u"two.exe"_s, u"three.exe"_s};
    for (quint32 i = 0; i < 3; ++i) {
        steps.push_back(Asks{{}, Requests::InitializeEx{{}, modules[i], versions[i], i, false}});
        for (quint32 device = 0; device < setting.abilities.size(); ++device)
            steps.push_back(Asks{{i + 1}, Requests::NegotiateApiVersion{device, ApiVersion::V1_4, versions[i]}});
    }
    return steps;
}

Step stepFor(quint64 number, const Model &model, const Setting &setting)
{
    return Narrator(number, model, setting).next();
}

} // namespace Linescope::Reference
