// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a request is about.
#pragma once

#include "world/requestfields.h"

namespace Linescope {

// The first HCall or HLine among its arguments; none: it has none.
template<class Id>
Id firstOf(const Request &request)
{
    Id first;
    std::visit(
        [&](const auto &one) {
            using Struct = std::decay_t<decltype(one)>;
            forEachField<Struct>([&](const auto &field) {
                using Type = typename std::decay_t<decltype(field)>::Type;
                if constexpr (std::is_same_v<Type, Id>)
                    first = first.isNull() ? one.*field.member : first;
            });
        },
        request);
    return first;
}

} // namespace Linescope
