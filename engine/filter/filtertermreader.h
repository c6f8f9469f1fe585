// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reads one condition: what its key, operator and values mean, or what is wrong with them.
#pragma once

#include "filter/filtererror.h"
#include "filter/filterterm.h"

#include <QCoreApplication>

namespace Linescope {

class FilterTermReader {
    Q_DECLARE_TR_FUNCTIONS(Linescope::HandleFilter)

public:
    explicit FilterTermReader(FilterErrors *errors)
        : m_errors(errors)
    {
    }

    FilterTerm read(const FilterToken &word); // of no use if it added an error

private:
    void readPlain(const FilterValue &value);
    void readWithKey(const FilterToken &word);
    bool checkOperator(const FilterKeySpec &spec, const FilterToken &word);
    bool checkValues(const FilterKeySpec &spec, const FilterToken &word);
    void readValue(const FilterKeySpec &spec, const FilterValue &value);
    void readText(const FilterKeySpec &spec, const FilterValue &value);
    void readCause(const FilterValue &value);
    void readNumber(const FilterKeySpec &spec, const FilterValue &value);
    void readDuration(const FilterValue &value);
    void readSize(const FilterValue &value);
    template<class Enum>
    void readConstant(const FilterValue &value, const QString &sentence, const QString &suggestion);
    void unknownKey(const FilterToken &word);
    void add(const FilterValue &value, const QString &sentence);

    FilterErrors *m_errors;
    FilterTerm m_term;
};

// What was typed, fit to stand in a sentence.
QString quotedInSentence(const QString &text);

} // namespace Linescope
