// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/masking.h"

namespace Linescope {

namespace {

void mask(QString &text, qsizetype from, qsizetype length)
{
    qsizetype kept = length >= 4 ? 2 : length / 2;
    if (kept > 0 && text.at(from + length - kept).isLowSurrogate())
        --kept;
    for (qsizetype i = from; i < from + length - kept; ++i)
        text[i] = u'*';
}

} // namespace

QString masked(const QString &text)
{
    QString result = text;
    mask(result, 0, result.size());
    return result;
}

QString withMaskedNumbers(const QString &text)
{
    QString result = text;
    for (qsizetype from = 0; from < result.size(); ++from) {
        qsizetype end = from;
        while (end < result.size() && result.at(end).isDigit())
            ++end;
        if (end - from >= ShortestMaskedNumber)
            mask(result, from, end - from);
        from = qMax(from, end);
    }
    return result;
}

} // namespace Linescope
