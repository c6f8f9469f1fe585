// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Parties that do not exist: numbers from the ranges that numbering authorities keep for fiction, and common nouns for
// names.
#pragma once

#include "provider/random.h"

#include <QString>

namespace Linescope {

struct Party {
    QString number; // empty: withheld
    QString name;   // empty: not known
};

// A caller; one in ten withholds the number, some have no name.
Party randomCaller(Random &random);
// Somebody to call. The number ends in `ending` (two digits), or in no ending with a meaning (see dialstring.h).
QString randomNumber(Random &random, const QString &ending = {});

} // namespace Linescope
