// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whether some letters are in a text in that order, where, and how well: "cll" in "Close line".
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace Linescope {

struct FuzzyMatch {
    int score = 0;              // the higher the better
    QList<qsizetype> positions; // in the text, one for each letter
};

// Spaces in `letters` do not count; case and accents do not matter. Nothing matches everywhere, with score 0.
std::optional<FuzzyMatch> fuzzyMatch(const QString &letters, const QString &text);

} // namespace Linescope
