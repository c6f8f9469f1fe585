// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What can be done at all: by Asterisk, with this address, by this account; and why not.
#include "asteriskprovider.h"

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

// What a function needs: the action that does it, which the account has to be permitted.
struct Verb {
    std::variant<CallFeature, AddressFeature> feature;
    QByteArrayView action;
};
constexpr Verb verbs[] = {
    {CallFeature::Drop, "Hangup"},
    {CallFeature::BlindTransfer, "BlindTransfer"},
    {CallFeature::Redirect, "Redirect"},
    {CallFeature::Park, "Park"},
    {CallFeature::SetupTransfer, "Atxfer"},
    {CallFeature::SetupTransfer, "CancelAtxfer"},
    {CallFeature::Dial, "Atxfer"},
    {CallFeature::CompleteTransf, "Hangup"},
    {CallFeature::RemoveFromConf, "ConfbridgeKick"},
    {CallFeature::GenerateDigits, "PlayDTMF"},
    {CallFeature::Answer, "PJSIPNotify"},
    {CallFeature::Hold, "PJSIPNotify"},
    {CallFeature::Unhold, "PJSIPNotify"},
    {AddressFeature::MakeCall, "Originate"},
    {AddressFeature::Unpark, "Originate"},
    {AddressFeature::Pickup, "Originate"},
    {AddressFeature::PickupDirect, "Originate"},
    {CallFeature::SetupConf, {}}, // there is none
    {CallFeature::PrepareAddConf, {}},
    {CallFeature::AddToConf, {}},
};

CallFeatures &featuresOf(ProviderAbilities &abilities, CallFeature) { return abilities.callFeatures; }
AddressFeatures &featuresOf(ProviderAbilities &abilities, AddressFeature) { return abilities.addressFeatures; }

} // namespace

ProviderAbilities AsteriskProvider::abilities() const
{
    ProviderAbilities abilities;
    abilities.callFeatures = CallFeature::MonitorDigits;
    if (!m_settings.control)
        return abilities;
    abilities.callFeatures2 = CallFeatures2(CallFeature2::TransferNorm) | CallFeature2::ParkNonDirect;
    for (const Verb &verb : verbs) {
        std::visit([&](auto feature) { featuresOf(abilities, feature).setFlag(feature); }, verb.feature);
        if (const QString why = whyNot(verb.feature, verb.action); !why.isEmpty())
            abilities.lacks.append({verb.feature, why});
    }
    for (const ProviderAbilities::Lack &lack : std::as_const(abilities.lacks))
        std::visit([&](auto feature) { featuresOf(abilities, feature).setFlag(feature, false); }, lack.feature);
    return abilities;
}

QString AsteriskProvider::whyNot(const std::variant<CallFeature, AddressFeature> &feature, QByteArrayView action) const
{
    if (action.isEmpty())
        return tr(
            "Asterisk cannot set up a conference for a telephone. Send the call to the number of a conference room "
            "instead, with a blind transfer.");
    if (action == "PJSIPNotify" && !m_settings.notify)
        return tr(
            "Asterisk has no action for this. Telephones that obey a NOTIFY can do it: add notify=1 to the address of "
            "the source.");
    const bool isPickup = feature == std::variant<CallFeature, AddressFeature>(AddressFeature::Pickup)
        || feature == std::variant<CallFeature, AddressFeature>(AddressFeature::PickupDirect);
    if (isPickup && m_settings.pickupPrefix.isEmpty())
        return tr(
            "Nothing is known about how this dialplan picks up calls. If *8 and a number does it, add pickup=*8 to "
            "the address of the source.");
    if (m_permitted && !m_permitted->contains(action.toByteArray()))
        return tr("Asterisk does not offer the action %2 to the account “%1”. Its section of manager.conf needs in "
                  "write: %3. If "
                  "that is there, the module for it is not loaded.")
            .arg(m_settings.connection.user, QLatin1StringView(action), Ami::writeClass(action));
    return {};
}

void AsteriskProvider::learnRights(const Ami::Message &message)
{
    const auto permitted = Ami::permittedActions(message);
    if (!permitted || m_permitted == permitted)
        return;
    m_permitted = permitted;
    Q_EMIT abilitiesChanged();
}

} // namespace Linescope
