// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Any bytes as a filter: it is refused with the places of its mistakes, or it is read, printed, and what was printed
// means the same, at any time.

#include "filter/handlefilter.h"
#include "fuzz.h"
#include "threecalls.h"

#include <algorithm>

using namespace Linescope;
using namespace Linescope::Test;

namespace {

void requirePlaces(const FilterErrors &errors, const QString &text)
{
    require(!errors.isEmpty() && errors.size() <= HandleFilter::MaxErrors, "no mistakes, or too many");
    for (const FilterError &error : errors) {
        require(!error.sentence.isEmpty(), "no sentence");
        require(error.position >= 0 && error.length >= 0 && error.position + error.length <= text.size(),
                "a place that is not in the text");
        require(error.length > 0 || error.position == text.size(), "no character is wrong");
    }
    require(std::is_sorted(errors.begin(), errors.end(),
                           [](const FilterError &a, const FilterError &b) { return a.position < b.position; }),
            "mistakes out of order");
}

// Until nextChange() time changes nothing about a handle.
void requireSame(const HandleFilter &filter, const HandleFilter &again, const World &world, const Handle &handle)
{
    for (Microseconds now = world.time(), steps = 0; steps < 8; ++steps) {
        const bool matches = filter.matches(world, handle, now);
        require(again.matches(world, handle, now) == matches, "what was printed means something else");
        const Microseconds next = filter.nextChange(world, handle, now);
        require(next > now, "a change that has been");
        require(filter.matches(world, handle, now + (next - now) / 2) == matches, "a change that was not foreseen");
        require(filter.matches(world, handle, next - 1) == matches, "a change before its time");
        if (next - now > 1'000'000 * 3600_s)
            break;
        now = next;
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    static const World world = threeCalls();
    const QString text = QString::fromUtf8(viewOf(data, size));
    const auto filter = HandleFilter::parse(text);
    if (!filter) {
        requirePlaces(filter.error(), text);
        return 0;
    }
    const QString printed = filter->toText();
    const auto again = HandleFilter::parse(printed);
    if (!again) { // what is printed may be longer than what was written
        require(printed.size() > HandleFilter::MaxLength, "what was printed is refused: " + printed.toUtf8());
        return 0;
    }
    require(again->toText() == printed, "printed in another way: " + printed.toUtf8());
    world.handles().forEach([&](const Handle &handle) { requireSame(*filter, *again, world, handle); });
    world.calls().forEach([&](const Call &call) {
        require(filter->matches(world, call) == again->matches(world, call), "another answer about a call");
    });
    return 0;
}
