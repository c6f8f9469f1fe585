// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A filter's text as words: what opens and closes, joins and negates, and terms with their key and values. Says nothing
// about whether they make sense: parser and completion do.
#pragma once

#include "filter/filterkeys.h"

#include <optional>
#include <vector>

namespace Linescope {

struct FilterValue {
    QString text;
    bool quoted = false;
    bool closed = true; // its quote
    qsizetype position = 0;
    qsizetype length = 0; // with its quotes
    qsizetype end() const { return position + length; }
};

struct FilterToken {
    enum class Kind { Open, Close, And, Or, Not, Minus, Word };

    Kind kind = Kind::Word;
    qsizetype position = 0;
    qsizetype length = 0;
    // Of a word: a plain one has one value and no operator.
    QString key;
    std::optional<FilterOperator> op;
    std::vector<FilterValue> values;

    qsizetype end() const { return position + length; }
};

std::vector<FilterToken> scanFilter(QStringView text);

// Whether a value can stand in a filter without quotes.
bool isPlainValue(QStringView text);

} // namespace Linescope
