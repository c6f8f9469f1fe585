// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a text is compared with, whatever its case: a part of it, all of it, or all of it with wildcards.
#pragma once

#include <QString>

namespace Linescope {

class TextPattern {
public:
    enum class Kind { Part, Whole, Wildcards };

    static bool hasWildcards(QStringView text) { return text.contains(u'*') || text.contains(u'?'); }

    TextPattern(const QString &text, Kind kind);

    bool matches(QStringView text) const;

private:
    bool matchesWildcards(QStringView text) const;

    QString m_folded;
    Kind m_kind;
};

} // namespace Linescope
