// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tapi/sourcefacts.h"

#include "tapi/names.h"

namespace Linescope {

template<>
std::span<const Named<HungUpBy>> namesOf<HungUpBy>()
{
    using enum HungUpBy;
    static constexpr Named<HungUpBy> names[] = {{Device, "DEVICE"}, {FarEnd, "FAREND"}, {Application, "APPLICATION"}};
    return names;
}

template<>
std::span<const Named<Doubt>> namesOf<Doubt>()
{
    using enum Doubt;
    static constexpr Named<Doubt> names[] = {{FoundLater, "FOUNDLATER"},
                                             {HoldInferred, "HOLDINFERRED"},
                                             {EndUnseen, "ENDUNSEEN"},
                                             {EndUnclear, "ENDUNCLEAR"}};
    return names;
}

} // namespace Linescope
