// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// {"app": "A", "do": "lineMakeCall", ...}: a TAPI function called by an application.
#pragma once

#include "scenario/decoder.h"

#include <functional>

namespace Linescope::Scenarios {

// What a function gives back, hence which keys its step may have.
enum class FunctionKind {
    Plain,        // nothing
    Opens,        // an HLINE: "as"
    Negotiates,   // a version: "has"
    Asks,         // a record: "has"
    Lists,        // handles: "as" (one name or a list), "count"
    Asynchronous, // "request", "via"
    Creates,      // a call: "as" beside that
    CreatesTwo,   // "asConference" beside that
};

struct FunctionStep {
    enum class Via { Any, Return, Reply };

    QString app;
    Request request;
    FunctionKind kind = FunctionKind::Plain;
    bool negotiates = true; // lineOpen only: the runner negotiates first (L-1)
    QStringList as;
    QString asConference;
    QString requestName;
    LineError error = LineError::None; // expected
    Via via = Via::Any;
    QJsonObject has;
    std::optional<quint64> count;
};

QStringList functionNames();
// All keys of that function's step; empty for an unknown function.
QStringList functionKeys(const QString &function);
// f(request, kind) with a default request of that function; false for an unknown one.
bool withFunction(const QString &function, const std::function<void(const Request &, FunctionKind)> &f);
FunctionKind functionKind(const Request &request);

FunctionStep decodeFunction(Decoder &decoder, const QJsonObject &json);
// The keys of `has` whose values are not what the function gave.
QStringList differences(Decoder &decoder, const QJsonObject &has, const Outcome &outcome);
// The same for reading: `has` may have only what the function gives.
void checkHas(Decoder &decoder, const QJsonObject &has, const Request &request);

} // namespace Linescope::Scenarios
