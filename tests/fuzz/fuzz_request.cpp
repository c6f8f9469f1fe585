// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Any requests of any applications, with reports between them: the World stays whole, and is the one that its journal
// tells, once written and read.

#include "playground.h"

using namespace Linescope::Test;

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    Choices choices(viewOf(data, size));
    Playground playground;
    while (!choices.atEnd()) {
        const quint32 kind = choices.below(8);
        kind < 5 ? playground.request(choices) : kind < 7 ? playground.report(choices) : playground.incident(choices);
    }
    playground.check();
    return 0;
}
