// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/console/errorwords.h"

#include "scenario/writer/encoder.h"
#include "tapi/names.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

struct Row {
    LineError error;
    const char *text;
};

constexpr Row rows[] = {
    {LineError::BadDeviceId, QT_TRANSLATE_NOOP("Linescope::ErrorWords", "There is no line of that number.")},
    {LineError::CallUnavail, QT_TRANSLATE_NOOP("Linescope::ErrorWords", "The line has no free call to give.")},
    {LineError::IncompatibleApiVersion,
     QT_TRANSLATE_NOOP("Linescope::ErrorWords", "Application and line have no API version in common.")},
    {LineError::InvalAddress, QT_TRANSLATE_NOOP("Linescope::ErrorWords", "The number cannot be dialled.")},
    {LineError::InvalAddressId, QT_TRANSLATE_NOOP("Linescope::ErrorWords", "The line has no address of that number.")},
    {LineError::InvalAppHandle,
     QT_TRANSLATE_NOOP("Linescope::ErrorWords", "No application has that handle: it never was, or it has shut down.")},
    {LineError::InvalCallHandle,
     QT_TRANSLATE_NOOP("Linescope::ErrorWords",
                       "The handle is none of this application's: it is void, foreign, or never was.")},
    {LineError::InvalCallPrivilege,
     QT_TRANSLATE_NOOP("Linescope::ErrorWords", "The privilege is neither OWNER nor MONITOR.")},
    {LineError::InvalCallState,
     QT_TRANSLATE_NOOP("Linescope::ErrorWords", "The state of the call does not allow this.")},
    {LineError::InvalConfCallHandle, QT_TRANSLATE_NOOP("Linescope::ErrorWords", "The handle is no conference's.")},
    {LineError::InvalConsultCallHandle,
     QT_TRANSLATE_NOOP("Linescope::ErrorWords", "The handle is no consultation call's.")},
    {LineError::InvalDigits, QT_TRANSLATE_NOOP("Linescope::ErrorWords", "The digits hold a character that is none.")},
    {LineError::InvalLineHandle,
     QT_TRANSLATE_NOOP("Linescope::ErrorWords", "The handle is no line that this application has open.")},
    {LineError::InvalLineState,
     QT_TRANSLATE_NOOP("Linescope::ErrorWords", "The state of the line does not allow this.")},
    {LineError::InvalMediaMode, QT_TRANSLATE_NOOP("Linescope::ErrorWords", "The media mode does not fit.")},
    {LineError::InvalParam, QT_TRANSLATE_NOOP("Linescope::ErrorWords", "An argument is out of its range.")},
    {LineError::InvalPrivSelect,
     QT_TRANSLATE_NOOP("Linescope::ErrorWords", "The privileges do not go together, or there are none.")},
    {LineError::NoConference, QT_TRANSLATE_NOOP("Linescope::ErrorWords", "The call belongs to no conference.")},
    {LineError::NoDevice, QT_TRANSLATE_NOOP("Linescope::ErrorWords", "The line has been removed.")},
    {LineError::NoMem, QT_TRANSLATE_NOOP("Linescope::ErrorWords", "There is not enough memory.")},
    {LineError::NotOwner, QT_TRANSLATE_NOOP("Linescope::ErrorWords", "Only an owner of the call may do this.")},
    {LineError::OperationFailed,
     QT_TRANSLATE_NOOP("Linescope::ErrorWords", "The provider tried and failed, without a better reason.")},
    {LineError::OperationUnavail, QT_TRANSLATE_NOOP("Linescope::ErrorWords", "The provider cannot do this at all.")},
    {LineError::ResourceUnavail,
     QT_TRANSLATE_NOOP("Linescope::ErrorWords", "Something that is needed is not free now.")},
    {LineError::TargetNotFound,
     QT_TRANSLATE_NOOP("Linescope::ErrorWords", "No application is there that would take the call.")},
    {LineError::Uninitialized,
     QT_TRANSLATE_NOOP("Linescope::ErrorWords", "No application has called lineInitializeEx yet.")},
};

} // namespace

QString errorExplanation(LineError error)
{
    const auto *const row = std::ranges::find(rows, error, &Row::error);
    return row == std::end(rows) ? QString() : QCoreApplication::translate("Linescope::ErrorWords", row->text);
}

QString errorText(LineError error)
{
    const QString name = u"%1 (%2)"_s.arg(lineErrorName(error), Scenarios::literal(quint32(error)));
    const QString explanation = errorExplanation(error);
    return explanation.isEmpty() ? name : name + u": "_s + explanation;
}

} // namespace Linescope
