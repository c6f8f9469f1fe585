// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/simulator/fiction.h"

#include "providers/simulator/dialstring.h"

#include <iterator>

namespace Linescope {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *names[] = {
    "Reception",    "Warehouse", "Front desk", "Accounts",       "Service desk", "Workshop",
    "Night porter", "Delivery",  "Dispatch",   "School office",  "Town library", "Café du Port",
    "Head office",  "Gärtnerei", "Box office", "Harbour master", "Pharmacy",     "Lost property",
};

// Each ends in four random digits; the first of them is fixed by the range where the range demands it.
QString randomStem(Random &random)
{
    switch (random.below(3)) {
    case 0:
        return u"+1 202 555 01"_s; // NANPA: 555-0100 to 555-0199
    case 1:
        return u"+44 20 7946 0"_s + QString::number(random.below(10)); // Ofcom: 020 7946 0000 to 0999
    default:
        return u"+33 1 99 00 "_s + QString::number(random.below(100)).rightJustified(2, u'0') + u' '; // Arcep
    }
}

} // namespace

QString randomNumber(Random &random, const QString &ending)
{
    const QString stem = randomStem(random);
    if (!ending.isEmpty())
        return stem + ending;
    for (;;) {
        const QString number = stem + QString::number(random.below(100)).rightJustified(2, u'0');
        if (fateOfNumber(number) == Fate::Answered)
            return number;
    }
}

Party randomCaller(Random &random)
{
    Party party;
    if (random.percent(10))
        return party;
    party.number = randomNumber(random);
    if (random.percent(75))
        party.name = QString::fromUtf8(names[random.below(quint32(std::size(names)))]);
    return party;
}

} // namespace Linescope
