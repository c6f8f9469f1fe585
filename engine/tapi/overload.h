// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Overload{f, g, h}: one visitor for std::visit made of several functions.
#pragma once

namespace Linescope {

template<class... Fs>
struct Overload : Fs... {
    using Fs::operator()...;
};
template<class... Fs>
Overload(Fs...) -> Overload<Fs...>;

} // namespace Linescope
