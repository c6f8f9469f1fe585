// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mapping.h"

#include <QCoreApplication>

#include <algorithm>

namespace Linescope::AsteriskMapping {

namespace {

QString translated(const char *text) { return QCoreApplication::translate("Linescope::AsteriskMapping", text); }

constexpr quint32 none = 0;

bool calls(const Channel &channel) { return channel.direction != Channel::Direction::ToDevice || channel.ours; }

DisconnectMode modeOfDialStatus(QByteArrayView status)
{
    const auto all = dialStatuses();
    const auto row = std::find_if(all.begin(), all.end(),
                                  [status](const DialStatusRow &r) { return status == QByteArrayView(r.status); });
    return row == all.end() ? DisconnectMode::Unknown : row->mode;
}

// 0, 16, 31, 127 and the like, which come with ends of every kind.
bool saysHow(int cause)
{
    const DisconnectMode mode = modeOfCause(cause);
    return mode != DisconnectMode::Unknown && mode != DisconnectMode::Normal;
}

} // namespace

QString Rule::text() const { return translated(when); }

QString Event::text() const { return translated(adds); }

// ---- states --------------------------------------------------------------------------------------------------------

namespace {

using C = const Channel &;

constexpr StateRule channelStates[] = {
    {{"AMI-S1",
      QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                        "The connection to the server is lost, or the call has not been named since.")},
     CallState::Unknown,
     none,
     [](C c, bool) { return c.lost; }},
    {{"AMI-S2",
      QT_TRANSLATE_NOOP(
          "Linescope::AsteriskMapping",
          "Up, in a conference: a room, or a bridge of three and more, also through Local channels; and its device"
          " neither holds nor consults.")},
     CallState::Conferenced,
     none,
     [](C c, bool) { return c.isConferenced(); }},
    {{"AMI-S3",
      QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                        "Up, and its device consults somebody, asked for here (Atxfer).")},
     CallState::OnHoldPendTransfer,
     none,
     [](C c, bool) { return c.isUp() && c.consulting; }},
    {{"AMI-S4", QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "Up, and its device has put the far end on hold.")},
     CallState::OnHold,
     none,
     [](C c, bool) { return c.isUp() && c.held; }},
    {{"AMI-S5",
      QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                        "Up, and the far end has put it on hold; also through Local channels.")},
     CallState::Connected,
     quint32(ConnectedMode::ActiveHeld),
     [](C c, bool peerHolds) { return c.isUp() && peerHolds; }},
    {{"AMI-S6", QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "Up, and parked.")},
     CallState::Connected,
     quint32(ConnectedMode::ActiveHeld),
     [](C c, bool) { return c.isUp() && c.parked; }},
    {{"AMI-S7", QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "Up, and it is or was in a bridge with somebody.")},
     CallState::Connected,
     quint32(ConnectedMode::Active),
     [](C c, bool) { return c.isUp() && c.wasBridged; }},
    {{"AMI-S8", QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "Up, and in no bridge so far: the dialplan has it.")},
     CallState::Connected,
     quint32(ConnectedMode::Confirmed),
     [](C c, bool) { return c.isUp(); }},
    {{"AMI-S9", QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "Somebody calls the device, and it rings.")},
     CallState::Offering,
     quint32(OfferingMode::Active),
     [](C c, bool) { return !calls(c) && c.state == ChannelState::Ringing; }},
    {{"AMI-S10",
      QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                        "Somebody calls the device, and it does not ring: it ended before, or rings in advance.")},
     CallState::Offering,
     quint32(OfferingMode::Inactive),
     [](C c, bool) { return !calls(c); }},
    {{"AMI-S11",
      QT_TRANSLATE_NOOP(
          "Linescope::AsteriskMapping",
          "The device calls, and all whom the server dialled for it are busy, or the channel says Busy.")},
     CallState::Busy,
     quint32(BusyMode::Unknown),
     [](C c, bool) { return c.progress == Channel::Progress::Busy || c.state == ChannelState::Busy; }},
    {{"AMI-S12",
      QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                        "The device calls, and somebody whom the server dialled for it rings.")},
     CallState::Ringback,
     none,
     [](C c, bool) { return c.progress == Channel::Progress::Ringback; }},
    {{"AMI-S13",
      QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "The device calls, and the server dials somebody for it.")},
     CallState::Proceeding,
     none,
     [](C c, bool) { return c.progress == Channel::Progress::Proceeding; }},
    {{"AMI-S14", QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "The device is off the hook.")},
     CallState::DialTone,
     quint32(DialToneMode::Unknown),
     [](C c, bool) { return c.state == ChannelState::OffHook; }},
    {{"AMI-S15", QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "The device calls.")},
     CallState::Dialing,
     none,
     [](C, bool) { return true; }},
};

// Every event asks several times: the compiler makes one function of them all.
template<size_t I = 0>
const StateRule &firstThatApplies(C channel, bool peerHolds)
{
    if constexpr (I + 1 == std::size(channelStates))
        return channelStates[I];
    else
        return channelStates[I].applies(channel, peerHolds) ? channelStates[I]
                                                            : firstThatApplies<I + 1>(channel, peerHolds);
}

} // namespace

std::span<const StateRule> stateRules() { return channelStates; }

const StateRule &stateRule(const Channel &channel, bool peerHolds) { return firstThatApplies(channel, peerHolds); }

std::span<const StateRule> otherStates()
{
    static constexpr StateRule rules[] = {
        {{"AMI-C1",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                            "The call that stands for a conference, as long as somebody on its line is in it.")},
         CallState::Connected,
         quint32(ConnectedMode::Active),
         nullptr},
        {{"AMI-C2",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "A consultation call: nobody has been dialled yet.")},
         CallState::DialTone,
         quint32(DialToneMode::Unknown),
         nullptr},
        {{"AMI-C3",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "A consultation call: a number has been dialled (Atxfer).")},
         CallState::Dialing,
         none,
         nullptr},
        {{"AMI-C4",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                            "A consultation call: the Local channel that dials for it is up.")},
         CallState::Connected,
         quint32(ConnectedMode::Active),
         nullptr},
        {{"AMI-C5",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                            "A consultation call: the Local channel that dials for it is ringing.")},
         CallState::Ringback,
         none,
         nullptr},
        {{"AMI-C6",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                            "A consultation call: the Local channel that dials for it is there.")},
         CallState::Proceeding,
         none,
         nullptr},
        {{"AMI-C7",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                            "A conference or a consultation call, and the connection to the server is lost.")},
         CallState::Unknown,
         none,
         nullptr},
    };
    return rules;
}

StateAndMode otherState(OtherState state) { return otherStates()[size_t(state)].result(); }

// ---- lines ---------------------------------------------------------------------------------------------------------

std::span<const LineRule> lineRules()
{
    static constexpr LineRule rules[] = {
        {{"AMI-L1", QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "The connection to the server is lost.")},
         false,
         [](bool connected, bool) { return !connected; }},
        {{"AMI-L2",
          QT_TRANSLATE_NOOP(
              "Linescope::AsteriskMapping",
              "The state of its device is UNAVAILABLE or INVALID: nobody has registered it, or it cannot be"
              " reached.")},
         false,
         [](bool, bool unavailable) { return unavailable; }},
        {{"AMI-L3",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                            "Its device has any other state, or nothing has been said of it so far.")},
         true,
         [](bool, bool) { return true; }},
    };
    return rules;
}

const LineRule &lineRule(bool connected, bool unavailable)
{
    const auto all = lineRules();
    return *std::find_if(all.begin(), all.end(),
                         [=](const LineRule &rule) { return rule.applies(connected, unavailable); });
}

// ---- ends ----------------------------------------------------------------------------------------------------------

std::span<const EndRule> endRules()
{
    using C = const Channel &;
    using Mode = std::optional<DisconnectMode>;
    using enum Channel::EndedBy;
    static constexpr auto byItself = [](C) { return Mode(); };
    static constexpr auto byCause = [](C c) { return Mode(modeOfCause(c.cause)); };
    static constexpr EndRule rules[] = {
        {{"AMI-E1",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "An application asked for the end here (lineDrop).")},
         [](C c, bool) { return c.endedBy == Engine; },
         byItself,
         "IDLE"},
        {{"AMI-E2",
          QT_TRANSLATE_NOOP(
              "Linescope::AsteriskMapping",
              "Its device asked first for the end (HangupRequest), of a call that was up or that it had placed;"
              " or it was the transferring side of a transfer.")},
         [](C c, bool) { return c.endedBy == Device && (c.isUp() || calls(c)); },
         byItself,
         "IDLE"},
        {{"AMI-E3", QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "The call was up: the cause says how it ended.")},
         [](C c, bool) { return c.isUp(); },
         byCause,
         "DISCONNECTED(cause)"},
        {{"AMI-E4",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                            "The call was never up, and the cause says more than that it ended.")},
         [](C c, bool) { return saysHow(c.cause); },
         byCause,
         "DISCONNECTED(cause)"},
        {{"AMI-E5",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "Somebody else answered the same call, or picked it up.")},
         [](C c, bool elsewhere) { return elsewhere || c.wasPickedUp; },
         [](C) { return Mode(DisconnectMode::Pickup); },
         "DISCONNECTED(PICKUP)"},
        {{"AMI-E6",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                            "Its device sent the call on before it answered (DialEnd with Forward).")},
         [](C c, bool) { return c.wasForwarded; },
         [](C) { return Mode(DisconnectMode::Forwarded); },
         "DISCONNECTED(FORWARDED)"},
        {{"AMI-E7",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                            "The cause says little, and the DialStatus of its DialEnd says more.")},
         [](C c, bool) { return modeOfDialStatus(c.dialStatus) != DisconnectMode::Unknown; },
         [](C c) { return Mode(modeOfDialStatus(c.dialStatus)); },
         "DISCONNECTED(DialStatus)"},
        {{"AMI-E8",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "The cause says little, and there is nothing else.")},
         [](C, bool) { return true; },
         byCause,
         "DISCONNECTED(cause)"},
    };
    return rules;
}

std::span<const Rule> otherEnds()
{
    static constexpr Rule rules[] = {
        {"AMI-E9",
         QT_TRANSLATE_NOOP(
             "Linescope::AsteriskMapping",
             "After an interruption the server's list does not name it any more; nobody saw how it ended.")},
        {"AMI-C8",
         QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "The last one on this line has left the conference.")},
        {"AMI-C9",
         QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "A consultation call: who was consulted has hung up.")},
        {"AMI-C10",
         QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                           "A consultation call: it could not be dialled, or did not begin in time.")},
        {"AMI-C11",
         QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "A consultation call: it was taken back (CancelAtxfer).")},
    };
    return rules;
}

Ending otherEnd(OtherEnd end, std::optional<DisconnectMode> mode) { return {mode, &otherEnds()[size_t(end)]}; }

std::span<const CauseRow> causes()
{
    using enum DisconnectMode;
    static constexpr CauseRow rows[] = {
        {1, BadAddress},    {2, Unreachable},   {3, Unreachable},   {16, Normal},       {17, Busy},
        {18, NoAnswer},     {19, NoAnswer},     {20, Unreachable},  {21, Reject},       {22, NumberChanged},
        {23, Forwarded},    {26, Pickup},       {27, OutOfOrder},   {28, BadAddress},   {29, Blocked},
        {34, Congestion},   {38, TempFailure},  {41, TempFailure},  {42, Congestion},   {44, Congestion},
        {49, QosUnavail},   {50, Blocked},      {52, Blocked},      {54, Blocked},      {57, Blocked},
        {58, Incompatible}, {65, Incompatible}, {88, Incompatible}, {102, Unreachable},
    };
    return rows;
}

DisconnectMode modeOfCause(int cause)
{
    const auto all = causes();
    const auto row = std::find_if(all.begin(), all.end(), [cause](const CauseRow &r) { return r.cause == cause; });
    return row == all.end() ? DisconnectMode::Unknown : row->mode;
}

std::span<const DialStatusRow> dialStatuses()
{
    using enum DisconnectMode;
    static constexpr DialStatusRow rows[] = {
        {"BUSY", Busy},       {"NOANSWER", NoAnswer},       {"CANCEL", Cancelled},
        {"ABORT", Cancelled}, {"CHANUNAVAIL", Unreachable}, {"CONGESTION", Congestion},
    };
    return rows;
}

// ---- the call's information ----------------------------------------------------------------------------------------

std::span<const ReasonRow> reasons()
{
    using enum CallReason;
    static constexpr ReasonRow rows[] = {
        {{"AMI-R1", QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "Nothing tells of another reason.")}, Direct},
        {{"AMI-R2", QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "The call was there before anybody looked.")},
         Unknown},
        {{"AMI-R3",
          QT_TRANSLATE_NOOP(
              "Linescope::AsteriskMapping",
              "BlindTransfer and AttendedTransfer: who was transferred, whom it was transferred to, and whoever"
              " is dialled for it.")},
         Transfer},
        {{"AMI-R4",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "Pickup: its device picked up the call of another.")},
         Pickup},
        {{"AMI-R5", QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "ParkedCall: it was parked.")}, Parked},
        {{"AMI-R6", QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "UnParkedCall: its device fetched a parked call.")},
         Unpark},
        {{"AMI-R7",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                            "ParkedCallTimeOut: nobody fetched the call, and it comes back to who had parked it.")},
         Reminder},
        {{"AMI-R8",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                            "DialEnd with Forward: another device sent the call on to this one.")},
         FwdUncond},
    };
    return rows;
}

std::span<const InfoRow> infoRules()
{
    using enum CallInfoState;
    static constexpr InfoRow rows[] = {
        {{"AMI-I1",
          QT_TRANSLATE_NOOP(
              "Linescope::AsteriskMapping",
              "callerId is who placed the call: CallerID of a call from the device, ConnectedLine, as it was until"
              " the answer, of a call to it.")},
         CallerId},
        {{"AMI-I2",
          QT_TRANSLATE_NOOP(
              "Linescope::AsteriskMapping",
              "calledId is who was called: the Exten of a call from the device, CallerID of a call to it.")},
         CalledId},
        {{"AMI-I3", QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "connectedId is ConnectedLine, whoever called.")},
         ConnectedId},
        {{"AMI-I4",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping", "redirectingId is who transferred, forwarded or parked.")},
         RedirectingId},
        {{"AMI-I5",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                            "redirectionId is where the call was sent on to: a number, or a parking space.")},
         RedirectionId},
        {{"AMI-I6",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                            "origin is OUTBOUND if the device calls, INBOUND if it is called.")},
         Origin},
        {{"AMI-I7",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                            "callTreatment is MUSIC between MusicOnHoldStart and MusicOnHoldStop.")},
         Treatment},
        {{"AMI-I8",
          QT_TRANSLATE_NOOP("Linescope::AsteriskMapping",
                            "Name and Linkedid of the channel, cause, who hung up, what is not certain.")},
         DevSpecific},
    };
    return rows;
}

} // namespace Linescope::AsteriskMapping
