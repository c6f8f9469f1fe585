// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/telephonyserver_p.h"

namespace Linescope {

Result<> TelephonyServer::lineGenerateDigits(HLineApp, HCall, DigitMode, const QString &, quint32)
{
    return fail(LineError::OperationUnavail);
}
Result<> TelephonyServer::lineMonitorDigits(HLineApp, HCall, DigitModes) { return fail(LineError::OperationUnavail); }
Result<> TelephonyServer::lineSetAppSpecific(HLineApp, HCall, quint32) { return fail(LineError::OperationUnavail); }
Result<> TelephonyServer::lineSetMediaMode(HLineApp, HCall, MediaModes) { return fail(LineError::OperationUnavail); }
Result<> TelephonyServer::lineSetStatusMessages(HLineApp, HLine, LineDevStates, AddressStates)
{
    return fail(LineError::OperationUnavail);
}
Result<> TelephonyServer::lineSetAppPriority(HLineApp, const QString &, MediaModes, quint32)
{
    return fail(LineError::OperationUnavail);
}
void TelephonyServer::Private::take(ProviderId, const Reports::Generate &, quint64) { }
void TelephonyServer::Private::take(ProviderId, const Reports::MonitorDigits &, quint64) { }
void TelephonyServer::Private::take(ProviderId, const Reports::LineDevState &, quint64) { }
void TelephonyServer::Private::take(ProviderId, const Reports::AddressState &, quint64) { }

} // namespace Linescope
