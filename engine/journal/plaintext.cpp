// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/plaintext.h"

using namespace Qt::StringLiterals;

namespace Linescope {

QString writtenOut(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t unit = text.at(i).unicode();
        const bool pair = QChar::isHighSurrogate(unit) && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (pair && unit != tagSurrogate) {
            result += text.at(i++);
            result += text.at(i);
        } else if (unit == u'\t' || (isPlain(unit) && !QChar::isSurrogate(unit))) {
            result += QChar(unit);
        } else {
            result += u"\\u%1"_s.arg(unit, 4, 16, '0'_L1);
        }
    }
    return result;
}

} // namespace Linescope
