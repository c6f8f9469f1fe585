// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/inspector/causewords.h"

#include <QCoreApplication>

namespace Linescope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Linescope::CauseWords)
};

} // namespace

QString disconnectWords(DisconnectMode mode)
{
    switch (mode) {
    case DisconnectMode::Normal:
        return Words::tr("The other party hung up.");
    case DisconnectMode::Unknown:
        return Words::tr("The source does not know why.");
    case DisconnectMode::Reject:
        return Words::tr("The other party refused the call.");
    case DisconnectMode::Pickup:
        return Words::tr("The call was picked up elsewhere.");
    case DisconnectMode::Forwarded:
        return Words::tr("The switch forwarded the call.");
    case DisconnectMode::Busy:
        return Words::tr("The other party's station is busy.");
    case DisconnectMode::NoAnswer:
        return Words::tr("The other party did not answer.");
    case DisconnectMode::BadAddress:
        return Words::tr("The number is not valid.");
    case DisconnectMode::Unreachable:
        return Words::tr("The other party could not be reached.");
    case DisconnectMode::Congestion:
        return Words::tr("The network is congested.");
    case DisconnectMode::Incompatible:
        return Words::tr("The other station cannot take this kind of call.");
    case DisconnectMode::Unavail:
        return Words::tr("The source cannot tell why.");
    case DisconnectMode::NoDialTone:
        return Words::tr("There was no dial tone.");
    case DisconnectMode::NumberChanged:
        return Words::tr("The number has changed.");
    case DisconnectMode::OutOfOrder:
        return Words::tr("The other station is out of order.");
    case DisconnectMode::TempFailure:
        return Words::tr("The network failed for a moment.");
    case DisconnectMode::QosUnavail:
        return Words::tr("The quality asked for was not available.");
    case DisconnectMode::Blocked:
        return Words::tr("The call was blocked.");
    case DisconnectMode::DoNotDisturb:
        return Words::tr("The other party does not want to be disturbed.");
    case DisconnectMode::Cancelled:
        return Words::tr("The call was cancelled.");
    }
    return {};
}

QString q850Words(quint32 cause)
{
    switch (cause) {
    case 1:
        return Words::tr("number not assigned");
    case 3:
        return Words::tr("no route to destination");
    case 16:
        return Words::tr("normal clearing");
    case 17:
        return Words::tr("user busy");
    case 18:
        return Words::tr("no user responding");
    case 19:
        return Words::tr("no answer");
    case 20:
        return Words::tr("subscriber absent");
    case 21:
        return Words::tr("call rejected");
    case 22:
        return Words::tr("number changed");
    case 26:
        return Words::tr("answered elsewhere");
    case 27:
        return Words::tr("destination out of order");
    case 28:
        return Words::tr("invalid number format");
    case 31:
        return Words::tr("normal, unspecified");
    case 34:
        return Words::tr("no circuit available");
    case 38:
        return Words::tr("network out of order");
    case 41:
        return Words::tr("temporary failure");
    case 42:
        return Words::tr("switch congested");
    case 44:
        return Words::tr("circuit not available");
    case 58:
        return Words::tr("bearer capability not available");
    case 88:
        return Words::tr("incompatible destination");
    case 102:
        return Words::tr("timer expired");
    case 127:
        return Words::tr("interworking, unspecified");
    default:
        return {};
    }
}

} // namespace Linescope
