// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is wrong with a filter, where, and what to write instead.
#pragma once

#include <QList>
#include <QString>

namespace Linescope {

struct FilterError {
    qsizetype position = 0; // of the first wrong character, from 0
    qsizetype length = 0;   // 0 only at the end of the text, where something is missing
    QString sentence;
    friend bool operator==(const FilterError &, const FilterError &) = default;
};

using FilterErrors = QList<FilterError>; // by position, never empty where it is an error

} // namespace Linescope
