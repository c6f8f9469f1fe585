// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "world/request.h"

#include <array>

namespace Linescope {

const char *functionName(size_t requestIndex)
{
    static constexpr std::array names = {
        "lineInitializeEx",
        "lineShutdown",
        "lineNegotiateAPIVersion",
        "lineOpen",
        "lineClose",
        "lineMakeCall",
        "lineAccept",
        "lineAnswer",
        "lineDrop",
        "lineHold",
        "lineUnhold",
        "lineDeallocateCall",
        "lineGetCallInfo",
        "lineGetCallStatus",
        "lineGetNewCalls",
        "lineGetLineDevStatus",
        "lineGetAddressStatus",
        "lineSetCallPrivilege",
        "lineHandoff",
        "lineDial",
        "lineSwapHold",
        "lineSetupTransfer",
        "lineCompleteTransfer",
        "lineBlindTransfer",
        "lineSetupConference",
        "linePrepareAddToConference",
        "lineAddToConference",
        "lineRemoveFromConference",
        "lineGetConfRelatedCalls",
        "linePark",
        "lineUnpark",
        "linePickup",
        "lineRedirect",
        "lineSecureCall",
        "lineCompleteCall",
        "lineGenerateDigits",
        "lineMonitorDigits",
        "lineSetAppSpecific",
        "lineSetCallData",
        "lineSetMediaMode",
        "lineSendUserUserInfo",
        "lineReleaseUserUserInfo",
        "lineSetStatusMessages",
        "lineSetAppPriority",
    };
    static_assert(names.size() == std::variant_size_v<Request>);
    return requestIndex < names.size() ? names[requestIndex] : "";
}

const char *functionName(const Request &request) { return functionName(request.index()); }

} // namespace Linescope
