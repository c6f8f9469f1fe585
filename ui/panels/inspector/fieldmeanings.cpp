// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/inspector/fieldmeanings.h"

#include <QCoreApplication>

#include <algorithm>

namespace Linescope {

namespace {

constexpr FieldMeaning meanings[] = {
    {"line",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings",
                       "The asking application's own open of the line, the HLINE under which it holds this call.")},
    {"lineDeviceId",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "The number of the line device, as lineOpen takes it.")},
    {"addressId",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "The address on the line that the call uses; 0 is the first.")},
    {"bearerMode",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "The kind of channel the network provides for the call.")},
    {"rate", QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "The rate of the data stream in bits per second.")},
    {"mediaMode",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "What flows on the call: voice, fax, data. The owner may set it.")},
    {"appSpecific",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings",
                       "A number that the owner sets with lineSetAppSpecific; TAPI does not read it.")},
    {"callId",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "The number that the switch or the provider has for the call.")},
    {"relatedCallId",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "The switch's number of the call to which this one is related.")},
    {"callParamFlags",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings",
                       "Special wishes with which the call was set up, such as secure or caller blocked.")},
    {"callStates", QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "All the states that this call can reach.")},
    {"monitorDigitModes",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "For which kinds of digits the asking application listens.")},
    {"monitorMediaModes",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "For which media the asking application listens.")},
    {"dialPause",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "The length of a comma in the dial string, in milliseconds.")},
    {"dialSpeed",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "The time between two digits when dialling, in milliseconds.")},
    {"digitDuration",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "How long each digit sounds when dialling, in milliseconds.")},
    {"waitForDialtone",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "The longest wait for a dial tone, in milliseconds.")},
    {"origin",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings",
                       "Where the call comes from: outbound, inbound, internal, external, conference.")},
    {"reason",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings",
                       "Why the call is here: dialled directly, forwarded, transferred, picked up.")},
    {"completionId", QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "Which call completion request brought this call.")},
    {"numOwners", QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "How many handles with owner privilege the call has.")},
    {"numMonitors",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "How many handles with monitor privilege the call has.")},
    {"countryCode",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "The country code of the destination; 0 if it is not known.")},
    {"trunk",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings",
                       "The number of the trunk on which the call runs; 0xFFFFFFFF if it is not known.")},
    {"callerIdFlags",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings",
                       "What is known of the caller: a name, a number, or that they are blocked.")},
    {"callerId", QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "The number of who called.")},
    {"callerName", QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "The name of who called, as the network gave it.")},
    {"calledIdFlags",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "What is known of the party that was called first.")},
    {"calledId",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "The number that was called first, before any forwarding.")},
    {"calledName", QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "The name of the party that was called first.")},
    {"connectedIdFlags", QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "What is known of the party that was reached.")},
    {"connectedId", QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "The number that was reached in the end.")},
    {"connectedName",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "The name of the party that was reached in the end.")},
    {"redirectionIdFlags",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "What is known of the party to which the call was sent on.")},
    {"redirectionId", QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "The number to which the call was sent on.")},
    {"redirectionName",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "The name of the party to which the call was sent on.")},
    {"redirectingIdFlags",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "What is known of the party that sent the call on.")},
    {"redirectingId", QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "The number that sent the call on.")},
    {"redirectingName", QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "The name of the party that sent the call on.")},
    {"appName",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "The application that first made, accepted or answered the call.")},
    {"displayableAddress",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings",
                       "The dialled number in a form for logs and screens, as the application gave it.")},
    {"calledParty", QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "Who was called, in the application's words.")},
    {"comment", QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "A comment the application gave when it made the call.")},
    {"display", QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "Raw data for the display of the telephone.")},
    {"userUserInfo", QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "User-user information sent along by the network.")},
    {"highLevelComp",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "High-level compatibility of an ISDN call (Q.931).")},
    {"lowLevelComp", QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "Low-level compatibility of an ISDN call (Q.931).")},
    {"chargingInfo",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "What the network says about the price of the call.")},
    {"terminalModes", QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "Which sounds and events go to which terminal.")},
    {"devSpecific", QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "Data in a format of the provider's own.")},
    {"callTreatment",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "What a waiting caller hears: silence, ringback, busy, music.")},
    {"callData",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "Data set by an application that travels with the call.")},
    {"sendingFlowspec",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "The quality of service asked for in the direction of sending.")},
    {"receivingFlowspec",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "The quality of service asked for in the direction of receiving.")},
    {"cause",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings",
                       "Why the call ended, as a number of Q.850. Not a member of TAPI: the source told it.")},
    {"providerRef",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "The source's own name of the call. Not a member of TAPI.")},
    {"group",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings",
                       "What the calls that belong together have in common. Not a member of TAPI.")},
    {"channel",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "The source's own name of this leg. Not a member of TAPI.")},
    {"hungUpBy",
     QT_TRANSLATE_NOOP(
         "Linescope::FieldMeanings",
         "Who asked first for the end of the call: its own telephone, the far end, or an application. Not a "
         "member of TAPI.")},
    {"doubts",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings",
                       "What the source could not know for certain about the call. Not a member of TAPI.")},
    {"callState", QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "The state the call is in.")},
    {"callStateMode",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings",
                       "What kind of that state it is, such as the reason of a disconnect; 0 once the call is IDLE.")},
    {"callPrivilege",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings",
                       "The privilege of this handle: an owner may control the call, a monitor only watch it.")},
    {"callFeatures",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "What the holder of this handle may do with the call right now.")},
    {"callFeatures2",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings",
                       "How some of these operations can be done: kinds of transfer, of parking, of call completion.")},
    {"statusDevSpecific",
     QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "Data about the state in a format of the provider's own.")},
    {"stateEntryTime", QT_TRANSLATE_NOOP("Linescope::FieldMeanings", "When the call came into its state, in UTC.")},
};

} // namespace

std::span<const FieldMeaning> fieldMeanings() { return meanings; }

QString meaningOf(const char *name)
{
    const auto found = std::find_if(std::begin(meanings), std::end(meanings), [name](const FieldMeaning &field) {
        return QByteArrayView(field.name) == QByteArrayView(name);
    });
    return found == std::end(meanings) ? QString()
                                       : QCoreApplication::translate("Linescope::FieldMeanings", found->meaning);
}

} // namespace Linescope
