// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The number of a function in Request, known at compile time.
#pragma once

#include "world/request.h"

#include <algorithm>
#include <iterator>

namespace Linescope {

template<class RequestType, class... All>
consteval size_t indexIn(const std::variant<All...> *)
{
    constexpr bool same[] = {std::is_same_v<RequestType, All>...};
    return size_t(std::find(std::begin(same), std::end(same), true) - std::begin(same));
}
// The function's number, as in RequestResult.
template<class RequestType>
constexpr size_t functionIndex = indexIn<RequestType>(static_cast<const Request *>(nullptr));

} // namespace Linescope
