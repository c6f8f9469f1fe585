// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// {"provider": "callState", ...}: what the scripted provider reports or does.
#pragma once

#include "provider/faults.h"
#include "scenario/decoder.h"

namespace Linescope::Scenarios {

enum class Verb {
    NewCall,
    CallState,
    CallInfo,
    Complete,
    LineClose,
    LineRemove,
    LineCreate,
    LineState,
    LineDevState,
    AddressState,
    Generate,
    MonitorDigits,
    CallBytes,
    Die,
    Delay,
    Drop,
    Duplicate,
    Reorder,
    SlowCompletion,
    NoCompletion,
    WrongState,
    LineCloseStorm,
    Stall,
    NullHandle,
    NoMemory,
    Clear,
};

struct ProviderStep {
    Verb verb = Verb::Clear;
    Report report;       // of the verbs that report; what only the runner knows is filled in there
    QJsonObject json;    // for what depends on the call's record
    QString as;          // newCall
    QString request;     // complete; empty: the latest that is not completed, "next": the next one, at once
    QString name;        // newCall, complete: a new name, "none", or "duplicate of CA"
    QString consultName; // complete
    bool silent = false; // newCall without a first state (V-19)
    Linescope::CallState state = Linescope::CallState::Offering; // newCall
    quint32 mode = 0;
    Fault fault;  // of the verbs that are faults
    QString text; // die
};

QStringList verbNames();
QStringList verbKeys(Verb verb);
QStringList requiredKeys(Verb verb);
// What that verb reports, with all defaults; none for a verb that reports nothing.
std::optional<Report> reportOf(Verb verb);
// All reports but one: faults have verbs of their own.
template<class R>
inline constexpr bool HasVerb = !std::is_same_v<R, Reports::FaultInjected>;
std::optional<Verb> verbOf(const QString &name);
QString nameOf(Verb verb);

// The fault that the verb is; none if it is something else.
std::optional<FaultKind> faultOf(Verb verb);
QStringList faultKeys(FaultKind kind);
Fault readFault(Decoder &decoder, const QJsonObject &json, FaultKind kind);

ProviderStep decodeProviderStep(Decoder &decoder, const QJsonObject &json);

// Whether a simulator that goes its own way can be asked to do this.
bool isStimulus(const ProviderStep &step);

// "duplicate of CA": CA.
std::optional<QString> duplicateOf(const QString &name);

} // namespace Linescope::Scenarios
