// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Any reports of a provider that has lost its mind, with requests between them: the World stays whole, and is the one
// that its journal tells, once written and read.

#include "playground.h"

using namespace Linescope::Test;

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    Choices choices(viewOf(data, size));
    Playground playground;
    while (!choices.atEnd()) {
        const quint32 kind = choices.below(8);
        kind < 6 ? playground.report(choices) : kind < 7 ? playground.request(choices) : playground.incident(choices);
    }
    playground.check();
    return 0;
}
