// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The rules by which Asterisk's events become TAPI's calls, as tables: what decides is what the help shows. MAPPING.md
// tells the reasons.
#pragma once

#include "channel.h"
#include "tapi/callinfo.h"

#include <QString>

#include <span>

namespace Linescope {

namespace AsteriskMapping {
struct Rule {
    const char *id;   // "AMI-S4"
    const char *when; // a sentence, to be translated
    QString text() const;
};
} // namespace AsteriskMapping

struct StateAndMode {
    CallState state = CallState::Unknown;
    quint32 mode = 0;
    const AsteriskMapping::Rule *by = nullptr;
    friend bool operator==(const StateAndMode &a, const StateAndMode &b)
    {
        return a.state == b.state && a.mode == b.mode;
    }
};

namespace AsteriskMapping {

struct StateRule {
    Rule rule;
    CallState state;
    quint32 mode;                                            // of CONFERENCED: none, it is the call of the conference
    bool (*applies)(const Channel &channel, bool peerHolds); // none: not for the table to say
    StateAndMode result() const { return {state, mode, &rule}; }
};
std::span<const StateRule> stateRules(); // of a channel: the first one that applies, as the last one does
const StateRule &stateRule(const Channel &channel, bool peerHolds); // that one

enum class OtherState : quint8 {
    Conference,           // the call that stands for one
    ConsultationBegun,    // nobody has been dialled yet
    ConsultationDialling, // the Local channel is not there yet
    ConsultationAnswered,
    ConsultationRings,
    ConsultationProceeds,
    Lost, // of these, when the connection breaks
};
std::span<const StateRule> otherStates(); // of calls that are not one channel, in the order of OtherState
StateAndMode otherState(OtherState state);

struct EndRule {
    Rule rule;
    bool (*applies)(const Channel &channel, bool answeredElsewhere);
    std::optional<DisconnectMode> (*mode)(const Channel &channel); // none: its own device ended it
    const char *result;                                            // the same in TAPI's words
};
std::span<const EndRule> endRules(); // of a channel that has hung up: the first one that applies, as the last one does

struct LineRule {
    Rule rule;
    bool inService;
    bool (*applies)(bool connected, bool unavailable);
};
std::span<const LineRule> lineRules(); // of a line: the first one that applies, as the last one does
const LineRule &lineRule(bool connected, bool unavailable); // that one

enum class OtherEnd : quint8 {
    Unseen,             // not in the list of channels after a reconnection
    ConferenceLeft,     // by the last member on the line
    ConsultedLeft,      // who was consulted has hung up
    ConsultationBroken, // it could not be dialled, or did not begin in time
    ConsultationOver,   // taken back
};
std::span<const Rule> otherEnds(); // in the order of OtherEnd
Ending otherEnd(OtherEnd end, std::optional<DisconnectMode> mode);

struct CauseRow {
    int cause; // Q.850
    DisconnectMode mode;
};
std::span<const CauseRow> causes(); // all others: UNKNOWN
DisconnectMode modeOfCause(int cause);

struct DialStatusRow {
    const char *status; // of DialEnd
    DisconnectMode mode;
};
std::span<const DialStatusRow> dialStatuses(); // all others: UNKNOWN

struct ReasonRow {
    Rule rule;
    CallReason reason;
};
std::span<const ReasonRow> reasons(); // in the order of Channel::Reason

struct InfoRow {
    Rule rule;
    CallInfoState changed;
};
std::span<const InfoRow> infoRules();

// What is known by an event.
struct Event {
    const char *name; // empty: any other
    const char *adds; // a sentence, to be translated
    QString text() const;
};

// All of them for the help, in Markdown and the language of the program.
QString tables(std::span<const Event> events);

} // namespace AsteriskMapping
} // namespace Linescope
