// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "provider/contract.h"

#include <array>

namespace Linescope {

bool Reports::operator==(const DeviceAdded &a, const DeviceAdded &b)
{
    return a.line == b.line && (a.info == b.info || (a.info && b.info && *a.info == *b.info));
}

const char *reportName(size_t reportIndex)
{
    static constexpr std::array names = {
        "deviceAdded", "deviceRemoved", "deviceState", "lineClose",     "newCall",      "callState",    "callInfo",
        "callBytes",   "completion",    "generate",    "monitorDigits", "lineDevState", "addressState", "faultInjected",
    };
    static_assert(names.size() == std::variant_size_v<Report>);
    return reportIndex < names.size() ? names[reportIndex] : "";
}

const char *actionName(Commands::CallAction action)
{
    static constexpr std::array names = {
        "accept", "answer", "drop", "hold", "unhold", "secureCall", "removeFromConference", "releaseUserUserInfo",
    };
    return size_t(action) < names.size() ? names[size_t(action)] : "";
}

const char *commandName(const Command &command)
{
    static constexpr std::array names = {
        "openLine",
        "closeLine",
        "setDefaultMediaDetection",
        "makeCall",
        "actOnCall",
        "closeCall",
        "unpark",
        "pickup",
        "setupTransfer",
        "completeTransfer",
        "setupConference",
        "prepareAddToConference",
        "addToConference",
        "swapHold",
        "dial",
        "blindTransfer",
        "redirect",
        "park",
        "completeCall",
        "setCallData",
        "sendUserUserInfo",
        "setAppSpecific",
        "setMediaMode",
        "monitorDigits",
        "generateDigits",
        "setStatusMessages",
    };
    static_assert(names.size() == std::variant_size_v<Command>);
    const auto *act = std::get_if<Commands::ActOnCall>(&command);
    return act ? actionName(act->action) : names[command.index()];
}

} // namespace Linescope
