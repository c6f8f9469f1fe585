// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a TAPI function returns: a value, or a LINEERR_ code (rulebook 7.1).
#pragma once

#include "tapi/constants.h"

#include <tl/expected.hpp>

namespace Linescope {

template<class T = void>
using Result = tl::expected<T, LineError>;

inline tl::unexpected<LineError> fail(LineError error) { return tl::unexpected<LineError>(error); }

} // namespace Linescope
