// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Why a call or a line is said to be as it is: what its source said of it, and which rules of the provider's mapping
// turned that into TAPI. Made when somebody asks; no part of the stream of events, and so in no recording.
#pragma once

#include "tapi/clock.h"
#include "tapi/constants.h"

#include <QList>
#include <QString>

#include <optional>

namespace Linescope {

// A field of what the source said, in its own words.
struct SourceField {
    enum class Kind : quint8 {
        Text,
        Number, // a telephone number
        Person, // the name of one
        Id,     // the source's own numbering, and its constants
    };
    QString name;
    QString value;
    Kind kind = Kind::Text;
    friend bool operator==(const SourceField &, const SourceField &) = default;
};

struct AppliedRule {
    QString id;   // "AMI-S4", as in the help; empty for what an event adds by itself
    QString text; // a sentence
    friend bool operator==(const AppliedRule &, const AppliedRule &) = default;
};

struct ProvenanceStep {
    Microseconds time = 0; // when it came, on the engine's clock
    QString event;         // "Hold"; empty: no word of the source, but something that was asked of it, or its loss
    QList<SourceField> fields;
    bool fieldsDropped = false; // there were some, but there was no room for them any more
    QList<AppliedRule> rules;
    CallState state = CallState::Unknown; // in which it left the call, if `changesState`
    quint32 mode = 0;
    std::optional<bool> inService; // of a line: in which it left it, instead of a state
    bool changesState = false;
    QString stateRule;      // the id of the rule that gave it
    bool isEnd = false;     // IDLE followed
    CallInfoStates changes; // of the call's record
    bool isNew = false;     // the call or the line was announced by it, with all of its record
    friend bool operator==(const ProvenanceStep &, const ProvenanceStep &) = default;
};

struct Provenance {
    QList<ProvenanceStep> steps; // oldest first
    quint32 leftOut = 0;         // steps that are missing behind the first ones
    qsizetype firstSteps = 0;    // how many are before those
    friend bool operator==(const Provenance &, const Provenance &) = default;
};

} // namespace Linescope
