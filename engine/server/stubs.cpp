// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/telephonyserver_p.h"

namespace Linescope {

Result<RequestId> TelephonyServer::lineDial(HLineApp, HCall, const QString &)
{
    return fail(LineError::OperationUnavail);
}
Result<RequestId> TelephonyServer::lineSwapHold(HLineApp, HCall, HCall) { return fail(LineError::OperationUnavail); }
Result<PendingCall> TelephonyServer::lineSetupTransfer(HLineApp, HCall, const CallParams &)
{
    return fail(LineError::OperationUnavail);
}
Result<PendingCall> TelephonyServer::lineCompleteTransfer(HLineApp, HCall, HCall, TransferMode)
{
    return fail(LineError::OperationUnavail);
}
Result<RequestId> TelephonyServer::lineBlindTransfer(HLineApp, HCall, const QString &)
{
    return fail(LineError::OperationUnavail);
}
Result<PendingConference> TelephonyServer::lineSetupConference(HLineApp, const Requests::SetupConference &)
{
    return fail(LineError::OperationUnavail);
}
Result<PendingCall> TelephonyServer::linePrepareAddToConference(HLineApp, HCall, const CallParams &)
{
    return fail(LineError::OperationUnavail);
}
Result<RequestId> TelephonyServer::lineAddToConference(HLineApp, HCall, HCall)
{
    return fail(LineError::OperationUnavail);
}
Result<RequestId> TelephonyServer::lineRemoveFromConference(HLineApp, HCall)
{
    return fail(LineError::OperationUnavail);
}
Result<QList<HCall>> TelephonyServer::lineGetConfRelatedCalls(HLineApp, HCall)
{
    return fail(LineError::OperationUnavail);
}
Result<RequestId> TelephonyServer::linePark(HLineApp, HCall, ParkMode, const QString &)
{
    return fail(LineError::OperationUnavail);
}
QString TelephonyServer::parkedAt(HLineApp, RequestId) const { return {}; }
Result<PendingCall> TelephonyServer::lineUnpark(HLineApp, HLine, quint32, const QString &)
{
    return fail(LineError::OperationUnavail);
}
Result<PendingCall> TelephonyServer::linePickup(HLineApp, HLine, quint32, const QString &, const QString &)
{
    return fail(LineError::OperationUnavail);
}
Result<RequestId> TelephonyServer::lineRedirect(HLineApp, HCall, const QString &)
{
    return fail(LineError::OperationUnavail);
}
Result<RequestId> TelephonyServer::lineSecureCall(HLineApp, HCall) { return fail(LineError::OperationUnavail); }
Result<RequestId> TelephonyServer::lineCompleteCall(HLineApp, HCall, CallComplMode, quint32)
{
    return fail(LineError::OperationUnavail);
}
Result<> TelephonyServer::lineGenerateDigits(HLineApp, HCall, DigitMode, const QString &, quint32)
{
    return fail(LineError::OperationUnavail);
}
Result<> TelephonyServer::lineMonitorDigits(HLineApp, HCall, DigitModes) { return fail(LineError::OperationUnavail); }
Result<> TelephonyServer::lineSetAppSpecific(HLineApp, HCall, quint32) { return fail(LineError::OperationUnavail); }
Result<RequestId> TelephonyServer::lineSetCallData(HLineApp, HCall, const QByteArray &)
{
    return fail(LineError::OperationUnavail);
}
Result<> TelephonyServer::lineSetMediaMode(HLineApp, HCall, MediaModes) { return fail(LineError::OperationUnavail); }
Result<RequestId> TelephonyServer::lineSendUserUserInfo(HLineApp, HCall, const QByteArray &)
{
    return fail(LineError::OperationUnavail);
}
Result<RequestId> TelephonyServer::lineReleaseUserUserInfo(HLineApp, HCall)
{
    return fail(LineError::OperationUnavail);
}
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
