// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "checks/capabilities.h"

#include "tapi/modes.h"
#include "tapi/names.h"
#include "tapi/overload.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

using Group = CapabilityGroup;
using Declared = Capability::Declared;

Declared declaredIf(bool yes) { return yes ? Declared::Yes : Declared::No; }

// What LINEADDRESSCAPS calls what a command asks for; empty: nothing, every provider has to.
QString featureOf(const Command &command)
{
    const auto name = [](auto bit) { return nameOf(bit); };
    using enum Commands::CallAction;
    return std::visit(Overload{
                          [&](const Commands::MakeCall &) { return name(AddressFeature::MakeCall); },
                          [&](const Commands::Unpark &) { return name(AddressFeature::Unpark); },
                          [&](const Commands::Pickup &) { return name(AddressFeature::Pickup); },
                          [&](const Commands::SetupTransfer &) { return name(CallFeature::SetupTransfer); },
                          [&](const Commands::CompleteTransfer &) { return name(CallFeature::CompleteTransf); },
                          [&](const Commands::SetupConference &) { return name(CallFeature::SetupConf); },
                          [&](const Commands::PrepareAddToConference &) { return name(CallFeature::PrepareAddConf); },
                          [&](const Commands::AddToConference &) { return name(CallFeature::AddToConf); },
                          [&](const Commands::SwapHold &) { return name(CallFeature::SwapHold); },
                          [&](const Commands::ActOnCall &c) {
                              switch (c.action) {
                              case Accept:
                                  return name(CallFeature::Accept);
                              case Answer:
                                  return name(CallFeature::Answer);
                              case Drop:
                                  return name(CallFeature::Drop);
                              case Hold:
                                  return name(CallFeature::Hold);
                              case Unhold:
                                  return name(CallFeature::Unhold);
                              case SecureCall:
                                  return name(CallFeature::SecureCall);
                              case RemoveFromConference:
                                  return name(CallFeature::RemoveFromConf);
                              case ReleaseUserUserInfo:
                                  return name(CallFeature::ReleaseUserUserInfo);
                              }
                              return QString();
                          },
                          [&](const Commands::Dial &) { return name(CallFeature::Dial); },
                          [&](const Commands::BlindTransfer &) { return name(CallFeature::BlindTransfer); },
                          [&](const Commands::Redirect &) { return name(CallFeature::Redirect); },
                          [&](const Commands::Park &) { return name(CallFeature::Park); },
                          [&](const Commands::CompleteCall &) { return name(CallFeature::CompleteCall); },
                          [&](const Commands::SetCallData &) { return name(CallFeature::SetCallData); },
                          [&](const Commands::SendUserUserInfo &) { return name(CallFeature::SendUserUser); },
                          [&](const Commands::MonitorDigits &) { return name(CallFeature::MonitorDigits); },
                          [&](const Commands::GenerateDigits &) { return name(CallFeature::GenerateDigits); },
                          [](const Commands::SetAppSpecific &) { return u"APPSPECIFIC"_s; },
                          [](const Commands::SetMediaMode &) { return u"MEDIAMODE"_s; },
                          [](const auto &) { return QString(); },
                      },
                      command);
}

RequestId requestOf(const Command &command)
{
    return std::visit(
        [](const auto &c) {
            if constexpr (requires { c.request; })
                return c.request;
            else
                return RequestId();
        },
        command);
}

QString stateMode(CallState state, quint32 mode)
{
    const QString name = modeName(state, mode);
    return name.isEmpty() ? QString() : nameOf(state) + u' ' + name;
}

} // namespace

Capability::Verdict Capability::verdict() const
{
    if (observed > 0)
        return declared == Declared::No ? Verdict::NotDeclaredButSeen : Verdict::Seen;
    return declared == Declared::No ? Verdict::NotDeclared : Verdict::NeverSeen;
}

void CapabilityObserver::count(CapabilityGroup group, const QString &name, bool worked)
{
    if (name.isEmpty())
        return;
    Seen &seen = m_seen[{group, name}];
    ++(worked ? seen.observed : seen.failed);
    if (worked && seen.firstSeq == 0)
        seen.firstSeq = m_seq;
}

void CapabilityObserver::add(const Event &event)
{
    m_seq = event.seq;
    std::visit(Overload{
                   [&](const Events::RequestMade &e) { add(e); },
                   [&](const Events::RequestResult &e) { add(e); },
                   [&](const Events::CommandSent &e) { add(e); },
                   [&](const Events::ReportReceived &e) { add(e); },
                   [](const auto &) {},
               },
               event.payload);
}

void CapabilityObserver::add(const Events::RequestMade &event)
{
    m_function = QString::fromLatin1(functionName(*event.request));
    m_reached = false;
    m_commanded.clear();
}

// An asynchronous function is judged by its completion, and a function that the engine answers itself says nothing of
// the provider.
void CapabilityObserver::add(const Events::RequestResult &event)
{
    if (event.error == LineError::OperationUnavail) {
        count(Group::Function, m_function, false);
    } else if (m_reached && event.request.isNull()) {
        count(Group::Function, m_function, event.error == LineError::None);
        count(Group::Feature, m_commanded, event.error == LineError::None);
    }
    m_function.clear();
}

void CapabilityObserver::add(const Events::CommandSent &event)
{
    const QString feature = featureOf(event.command);
    if (!isOurs(event.provider) || feature.isEmpty())
        return;
    const RequestId request = requestOf(event.command);
    m_reached = true;
    m_commanded = feature;
    if (!request.isNull())
        m_pending[request] = {m_function, feature};
}

void CapabilityObserver::note(const CallInfo &info)
{
    m_states |= info.callStates;
    for (const Named<MediaMode> &mode : namesOf<MediaMode>()) {
        if (info.mediaMode & quint32(mode.value))
            count(Group::MediaMode, QString::fromLatin1(mode.name));
    }
}

void CapabilityObserver::add(const Events::ReportReceived &event)
{
    if (!isOurs(event.provider) || std::holds_alternative<Reports::FaultInjected>(event.report))
        return;
    count(Group::Report, QString::fromLatin1(reportName(event.report.index())));
    std::visit(Overload{
                   [&](const Reports::DeviceAdded &r) { m_media |= quint32(r.info->mediaModes.toInt()); },
                   [&](const Reports::NewCall &r) { note(r.info.unpack()); },
                   [&](const Reports::CallState &r) {
                       count(Group::State, nameOf(r.state));
                       count(Group::Mode, stateMode(r.state, r.mode));
                   },
                   [&](const Reports::Completion &r) {
                       const auto pending = m_pending.find(r.request);
                       if (pending == m_pending.end())
                           return;
                       count(Group::Function, pending->second.function, r.result == LineError::None);
                       count(Group::Feature, pending->second.feature, r.result == LineError::None);
                       m_pending.erase(pending);
                   },
                   [](const auto &) {},
               },
               event.report);
}

CapabilityMatrix CapabilityObserver::matrix() const
{
    CapabilityMatrix rows;
    const auto add = [&](Group group, const QString &name, Declared declared) {
        const auto found = m_seen.find({group, name});
        const Seen seen = found == m_seen.end() ? Seen() : found->second;
        rows.append({group, name, declared, seen.observed, seen.failed, seen.firstSeq});
    };
    const auto declaredFeature = [&](const QString &name) {
        if (const auto bit = fromName<CallFeature>(name))
            return declaredIf(m_abilities.callFeatures.testFlag(*bit));
        if (const auto bit = fromName<AddressFeature>(name))
            return declaredIf(m_abilities.addressFeatures.testFlag(*bit));
        return declaredIf(name == "APPSPECIFIC"_L1 ? m_abilities.appSpecific : m_abilities.mediaMode);
    };
    for (const CapabilityFunction &function : capabilityFunctions())
        add(Group::Function, QString::fromLatin1(function.name),
            declaredFeature(QString::fromLatin1(function.feature)));
    QStringList features;
    for (const CapabilityFunction &function : capabilityFunctions()) {
        const QString feature = QString::fromLatin1(function.feature);
        if (!features.contains(feature))
            features.append(feature);
    }
    for (const QString &feature : std::as_const(features))
        add(Group::Feature, feature, declaredFeature(feature));
    for (const Named<CallState> &state : namesOf<CallState>())
        add(Group::State, QString::fromLatin1(state.name),
            m_states == 0 || state.value == CallState::Unknown ? Declared::Unknown
                                                               : declaredIf(m_states & quint32(state.value)));
    for (const QString &mode : capabilityModes())
        add(Group::Mode, mode, Declared::Unknown);
    for (const Named<MediaMode> &mode : namesOf<MediaMode>())
        add(Group::MediaMode, QString::fromLatin1(mode.name), declaredIf(m_media & quint32(mode.value)));
    for (size_t i = 0; i < std::variant_size_v<Report>; ++i) {
        if (i != Report(Reports::FaultInjected()).index())
            add(Group::Report, QString::fromLatin1(reportName(i)), Declared::Unknown);
    }
    return rows;
}

CapabilityMatrix capabilities(const EventBatch &journal, const ProviderAbilities &abilities, ProviderId provider)
{
    CapabilityObserver observer(abilities, provider);
    observer.add(journal);
    return observer.matrix();
}

} // namespace Linescope
