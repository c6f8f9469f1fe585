// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/arguments.h"

#include "tapi/names.h"

#include <algorithm>

namespace Linescope {

namespace {

constexpr qsizetype longestAddress = 256;
constexpr qsizetype longestDigits = 1'024;

template<class Enum>
bool isOneOf(Enum value)
{
    const auto all = namesOf<Enum>();
    return std::any_of(all.begin(), all.end(), [value](const Named<Enum> &named) { return named.value == value; });
}

template<class Enum>
bool areDefined(QFlags<Enum> flags)
{
    for (const Named<Enum> &named : namesOf<Enum>())
        flags.setFlag(named.value, false);
    return !flags;
}

} // namespace

Result<> requireDialable(const QString &address)
{
    const bool dialable = address.size() <= longestAddress
        && std::none_of(address.begin(), address.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
    return dialable ? Result<>() : fail(LineError::InvalAddress);
}

Result<> requireAddress(const QString &address)
{
    return address.isEmpty() ? fail(LineError::InvalAddress) : requireDialable(address);
}

Result<> requireCallParams(const Device &device, const CallParams &params)
{
    if (!params.mediaModes || (params.mediaModes & ~device.info.mediaModes))
        return fail(LineError::InvalMediaMode);
    if (!isOneOf(BearerMode(params.bearerMode.toInt())))
        return fail(LineError::InvalBearerMode);
    return {};
}

Result<> requireCompletionMode(CallComplMode mode)
{
    return isOneOf(mode) ? Result<>() : fail(LineError::InvalCallComplMode);
}

Result<> requireParking(ParkMode mode, const QString &address)
{
    if (!isOneOf(mode))
        return fail(LineError::InvalParkMode);
    return mode == ParkMode::Directed ? requireAddress(address) : Result<>();
}

Result<> requireDigits(DigitMode mode, const QString &digits)
{
    if (!digits.isEmpty() && mode != DigitMode::Pulse && mode != DigitMode::Dtmf)
        return fail(LineError::InvalDigitMode);
    return digits.size() > longestDigits ? fail(LineError::InvalParam) : Result<>();
}

Result<> requireDigitModes(DigitModes modes)
{
    return areDefined(modes) ? Result<>() : fail(LineError::InvalDigitMode);
}

Result<> requireMediaModes(MediaModes modes)
{
    const bool severalWithUnknown = areDefined(modes) && modes.testFlag(MediaMode::Unknown);
    return severalWithUnknown ? Result<>() : requireMediaMode(modes);
}

Result<> requireMediaMode(MediaModes mode)
{
    return isOneOf(MediaMode(mode.toInt())) ? Result<>() : fail(LineError::InvalMediaMode);
}

Result<> requireStatusStates(LineDevStates lineStates, AddressStates addressStates)
{
    if (!areDefined(lineStates))
        return fail(LineError::InvalLineState);
    return areDefined(addressStates) ? Result<>() : fail(LineError::InvalAddressState);
}

} // namespace Linescope
