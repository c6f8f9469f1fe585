// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// isFlags<T>: whether T is a QFlags, for code that treats values of every kind.
#pragma once

#include <QFlags>

namespace Linescope {

template<class T>
inline constexpr bool isFlags = false;
template<class Enum>
inline constexpr bool isFlags<QFlags<Enum>> = true;

} // namespace Linescope
