// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "filter/textpattern.h"

namespace Linescope {

TextPattern::TextPattern(const QString &text, Kind kind)
    : m_folded(kind == Kind::Wildcards ? text.toCaseFolded() : text)
    , m_kind(kind)
{
}

bool TextPattern::matches(QStringView text) const
{
    switch (m_kind) {
    case Kind::Part:
        return text.contains(m_folded, Qt::CaseInsensitive);
    case Kind::Whole:
        return text.compare(m_folded, Qt::CaseInsensitive) == 0;
    case Kind::Wildcards:
        return matchesWildcards(text);
    }
    Q_UNREACHABLE();
    return false;
}

// Goes back to the last star only, so that no pattern takes more than its length times that of the text.
bool TextPattern::matchesWildcards(QStringView text) const
{
    const QStringView pattern = m_folded;
    qsizetype inText = 0;
    qsizetype inPattern = 0;
    qsizetype star = -1; // in the pattern
    qsizetype starTo = 0;
    while (inText < text.size()) {
        const QChar wanted = inPattern < pattern.size() ? pattern[inPattern] : QChar();
        if (wanted == u'*') {
            star = inPattern++;
            starTo = inText;
        } else if (wanted == u'?') {
            const bool pair = text[inText].isHighSurrogate() && inText + 1 < text.size();
            inText += pair && text[inText + 1].isLowSurrogate() ? 2 : 1;
            ++inPattern;
        } else if (inPattern < pattern.size() && wanted == text[inText].toCaseFolded()) {
            ++inText;
            ++inPattern;
        } else if (star >= 0) {
            inText = ++starTo;
            inPattern = star + 1;
        } else {
            return false;
        }
    }
    while (inPattern < pattern.size() && pattern[inPattern] == u'*')
        ++inPattern;
    return inPattern == pattern.size();
}

} // namespace Linescope
