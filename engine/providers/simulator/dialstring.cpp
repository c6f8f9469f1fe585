// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/simulator/dialstring.h"

namespace Linescope {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxLength = 256;

struct Ending {
    const char16_t *digits;
    Fate fate;
};
constexpr Ending endings[] = {
    {u"17", Fate::Busy}, {u"18", Fate::NoAnswer}, {u"21", Fate::Rejected}, {u"34", Fate::Failure}};

LineError checkCharacter(QChar c)
{
    switch (c.toUpper().unicode()) {
    case u'$':
        return LineError::DialBilling;
    case u'@':
        return LineError::DialQuiet;
    case u'W':
        return LineError::DialDialTone;
    case u'?':
        return LineError::DialPrompt;
    default:
        return u"0123456789*#+ABCDTP!,.- ()"_s.contains(c.toUpper()) ? LineError::None : LineError::InvalAddress;
    }
}

} // namespace

LineError checkDialString(const QString &address)
{
    if (address.size() > MaxLength)
        return LineError::InvalAddress;
    for (const QChar c : withoutSemicolon(address)) {
        if (const LineError error = checkCharacter(c); error != LineError::None)
            return error;
    }
    return LineError::None;
}

bool moreDigitsFollow(const QString &address) { return address.endsWith(u';'); }

QString withoutSemicolon(const QString &address) { return moreDigitsFollow(address) ? address.chopped(1) : address; }

Fate fateOfNumber(const QString &address)
{
    QString digits;
    for (const QChar c : address) {
        if (c >= u'0' && c <= u'9')
            digits.append(c);
    }
    if (digits.isEmpty())
        return Fate::NoDigits;
    for (const Ending &ending : endings) {
        if (digits.endsWith(QStringView(ending.digits)))
            return ending.fate;
    }
    return Fate::Answered;
}

QString endingFor(Fate fate)
{
    for (const Ending &ending : endings) {
        if (ending.fate == fate)
            return QString::fromUtf16(ending.digits);
    }
    return {};
}

} // namespace Linescope
