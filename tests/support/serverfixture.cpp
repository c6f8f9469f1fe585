// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "serverfixture.h"

#include <QRegularExpression>

namespace Linescope::Test {

using namespace Qt::StringLiterals;

// ---- FakeProvider --------------------------------------------------------------------------------------------------

FakeProvider::FakeProvider(TelephonyServer *server, const QString &name, const ProviderAbilities &abilities)
    : m_server(server)
    , m_id(server->addProvider(name, abilities, [this](const Command &command) { record(command); }))
{
    server->setHealth(m_id, {true, {}});
}

void FakeProvider::record(const Command &command)
{
    m_commands.append(command);
    std::visit(
        [this](const auto &one) {
            if constexpr (requires { one.request; })
                m_lastRequest = one.request;
        },
        command);
}

QStringList FakeProvider::commands() { return commands(""); }

QStringList FakeProvider::commands(const char *beginning)
{
    QStringList result;
    for (const Command &command : std::exchange(m_commands, {})) {
        const QString text = toText(command);
        if (text.startsWith(QLatin1StringView(beginning)))
            result.append(text);
    }
    return result;
}

void FakeProvider::addsDevice(int number, const DeviceInfo &info)
{
    DeviceInfo named = info;
    if (named.name.isEmpty())
        named.name = u"%1-%2"_s.arg(shortName(m_id)).arg(number);
    reports(Reports::DeviceAdded{line(number), std::make_shared<const DeviceInfo>(named)});
}

void FakeProvider::announces(int number, CallState state, quint32 mode, int lineNumber, const CallInfo &info)
{
    reports({Reports::NewCall{line(lineNumber), call(number), PackedCallInfo(info), 0}, stateOf(number, state, mode)});
}

Report FakeProvider::stateOf(int number, CallState state, quint32 mode)
{
    return Reports::CallState{call(number), state, mode, {}};
}

CallInfo FakeProvider::voice()
{
    CallInfo info;
    info.mediaMode = quint32(MediaMode::InteractiveVoice);
    info.origin = quint32(CallOrigin::Inbound);
    info.callerId = u"+15550100"_s;
    info.callerIdFlags = quint32(PartyIdFlag::Address);
    return info;
}

DeviceInfo FakeProvider::deviceFor(MediaModes mediaModes)
{
    DeviceInfo info;
    info.mediaModes = mediaModes;
    return info;
}

// ---- TestApp -------------------------------------------------------------------------------------------------------

TestApp::TestApp(TelephonyServer *server, const FakeProvider *provider, const Requests::InitializeEx &request)
    : m_server(server)
    , m_provider(provider)
    , m_id(server->lineInitializeEx(request).value_or(HLineApp()))
{
}

HCall TestApp::on(int call) const
{
    HCall newest;
    m_server->world().handles().forEach([&](const Handle &handle) {
        const Call *held = m_server->world().call(handle.call);
        const Device *device = m_server->world().device(held->device);
        if (held->driver == FakeProvider::call(call) && device->provider == m_provider->id()
            && m_server->world().appOf(handle) == m_id)
            newest = std::max(newest, handle.id);
    });
    return newest;
}

Privilege TestApp::privilegeOn(int call) const
{
    const Handle *handle = m_server->world().handle(on(call));
    return handle ? handle->privilege : Privilege::None;
}

Result<HLine> TestApp::opens(int device, Privileges privileges, MediaModes mediaModes, ApiVersion version)
{
    Requests::Open request;
    request.deviceId = quint32(device - 1);
    request.apiVersion = version;
    request.privileges = privileges;
    request.mediaModes = mediaModes;
    return opens(request);
}

Result<HLine> TestApp::opens(const Requests::Open &request)
{
    if (request.apiVersion != ApiVersion::None && request.deviceId != LineMapper) // L-1
        m_server->lineNegotiateApiVersion(m_id, request.deviceId, ApiVersion::V1_4, request.apiVersion);
    const Result<HLine> line = m_server->lineOpen(m_id, request);
    if (line)
        m_lines.append(*line);
    return line;
}

Result<PendingCall> TestApp::calls(const char *number)
{
    return m_server->lineMakeCall(m_id, line(), QString::fromUtf8(number));
}

QList<LineMessage> TestApp::rawMessages()
{
    QList<LineMessage> result;
    while (const std::optional<LineMessage> message = m_server->lineGetMessage(m_id))
        result.append(*message);
    return result;
}

QStringList TestApp::messages()
{
    QStringList result;
    for (const LineMessage &message : rawMessages())
        result.append(toText(message));
    return result;
}

// ---- ServerFixture -------------------------------------------------------------------------------------------------

ServerFixture::ServerFixture() = default;
ServerFixture::~ServerFixture() = default;

void ServerFixture::init()
{
    QTest::failOnWarning(QRegularExpression(u".?"_s));
    startServer({});
}

void ServerFixture::startServer(const ServerOptions &options)
{
    m_apps.clear();
    m_server.reset();
    m_provider.reset();
    m_clock = std::make_unique<ManualClock>();
    m_server = std::make_unique<TelephonyServer>(m_clock.get(), options);
    m_provider = std::make_unique<FakeProvider>(m_server.get(), u"Fake"_s);
    m_provider->addsDevice(1);
    m_provider->addsDevice(2);
    m_findingsSeen = 0;
}

void ServerFixture::cleanup() { QCOMPARE(contradictions(server()), QStringList()); }

TestApp &ServerFixture::app(const char *name, ApiVersion version)
{
    const QString key = QString::fromUtf8(name);
    const auto known = m_apps.find(key);
    if (known != m_apps.end())
        return known->second;
    Requests::InitializeEx request;
    request.appName = key;
    request.moduleName = key + u".exe"_s;
    request.apiVersion = version;
    return m_apps.try_emplace(key, m_server.get(), m_provider.get(), request).first->second;
}

QStringList ServerFixture::findings()
{
    QStringList result;
    quint64 seen = 0;
    m_server->journal().forEach([&](const Event &event) {
        const auto *raised = std::get_if<Events::FindingRaised>(&event.payload);
        if (raised && ++seen > m_findingsSeen)
            result.append(toText(*raised->finding));
    });
    m_findingsSeen = seen;
    return result;
}

void ServerFixture::forgetThePast()
{
    for (auto &[name, app] : m_apps)
        app.rawMessages();
    m_provider->commands();
    findings();
}

const Call *ServerFixture::call(int number) const
{
    const Call *found = nullptr;
    world().calls().forEach([&](const Call &call) {
        const Device *device = world().device(call.device);
        if (call.driver == FakeProvider::call(number) && device && device->provider == m_provider->id())
            found = &call;
    });
    return found;
}

} // namespace Linescope::Test
