// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The members of what the status functions return and of what a provider can do, by name, as scenarios have them.
#pragma once

#include "provider/contract.h"
#include "tapi/callinfo.h"
#include "tapi/fields.h"

#include <QStringList>

namespace Linescope {

template<>
struct Fields<CallStatus> {
    using S = CallStatus;
    static constexpr auto list = std::tuple(
        field("state", &S::state), field("mode", &S::mode), field("privilege", &S::privilege),
        field("callFeatures", &S::features), field("callFeatures2", &S::features2),
        field("devSpecific", &S::devSpecific), field("stateEntryTime", &S::stateEntryTime));
};
template<>
struct Fields<LineDevStatus> {
    using S = LineDevStatus;
    static constexpr auto list = std::tuple(
        field("numOpens", &S::numOpens), field("openMediaModes", &S::openMediaModes),
        field("numActiveCalls", &S::numActiveCalls), field("numOnHoldCalls", &S::numOnHoldCalls),
        field("numOnHoldPendCalls", &S::numOnHoldPendCalls), field("lineFeatures", &S::lineFeatures),
        field("devStatusFlags", &S::devStatusFlags), field("appNames", &S::appNames));
};
template<>
struct Fields<AddressStatus> {
    using S = AddressStatus;
    static constexpr auto list = std::tuple(
        field("numInUse", &S::numInUse), field("numActiveCalls", &S::numActiveCalls),
        field("numOnHoldCalls", &S::numOnHoldCalls), field("numOnHoldPendCalls", &S::numOnHoldPendCalls),
        field("addressFeatures", &S::addressFeatures));
};

template<>
struct Fields<ProviderAbilities> {
    using S = ProviderAbilities;
    static constexpr auto list = std::tuple(field("callFeatures", &S::callFeatures),
                                            field("callFeatures2", &S::callFeatures2),
                                            field("addressFeatures", &S::addressFeatures),
                                            field("appSpecific", &S::appSpecific), field("mediaMode", &S::mediaMode));
};

} // namespace Linescope
