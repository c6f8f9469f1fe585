// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Messages, commands and findings as lines of text, so that a test reads like a trace and its failure shows a diff.
#pragma once

#include "provider/contract.h"
#include "tapi/linemessage.h"
#include "tapi/names.h"
#include "tapi/result.h"
#include "world/event.h"

#include <QStringList>
#include <QTest>

namespace Linescope::Test {

// "LINE_CALLSTATE H1 CONNECTED ACTIVE OWNER", "LINE_REPLY R2 NOTOWNER", "LINE_REMOVE D1"
QString toText(const LineMessage &message);
// "TSPI_lineDrop R2 C1 d501", "TSPI_lineSetupTransfer R2 C1 d501 C2": its members in the order of contractfields.h
QString toText(const Command &command);
// "V-15 violation C1"
QString toText(const Finding &finding);

// lines("a", "b"): what a test expects.
template<class... Lines>
QStringList lines(Lines... text)
{
    return {QString::fromUtf8(text)...};
}

// LineError::None when it succeeded.
template<class T>
LineError errorOf(const Result<T> &result)
{
    return result ? LineError::None : result.error();
}

} // namespace Linescope::Test

namespace QTest {

template<>
inline char *toString(const Linescope::LineError &error)
{
    return qstrdup(error == Linescope::LineError::None ? "no error" : qPrintable(Linescope::nameOf(error)));
}
template<>
inline char *toString(const Linescope::CallState &state)
{
    return qstrdup(qPrintable(Linescope::nameOf(state)));
}
template<>
inline char *toString(const Linescope::Privilege &privilege)
{
    return qstrdup(qPrintable(Linescope::nameOf(privilege)));
}
template<>
inline char *toString(const Linescope::HCall &handle)
{
    return qstrdup(handle.isNull() ? "no HCALL" : qPrintable(Linescope::shortName(handle)));
}
template<>
inline char *toString(const Linescope::HLine &line)
{
    return qstrdup(line.isNull() ? "no HLINE" : qPrintable(Linescope::shortName(line)));
}

} // namespace QTest
